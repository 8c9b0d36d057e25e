"""A rep contests one criterion of one call; the manager decides; both levels are kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import CriterionId

AppealId = NewType("AppealId", str)


class AppealState(StrEnum):
    """Where an appeal stands."""

    OPEN = "open"
    CHANGED = "changed"
    """A person's level replaced the grader's."""
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """One per call, version and criterion."""

    id: AppealId
    call_id: CallId
    call_version: int
    criterion_id: CriterionId
    rubric_name: str
    rubric_version: int
    rep_id: PersonId
    opened_at: datetime
    reason: str
    """The rep's words."""
    grader_level: int | None
    state: AppealState = AppealState.OPEN
    decided_by: PersonId | None = None
    decided_at: datetime | None = None
    level: int | None = None
    """The person's level 0-4; ``None`` with ``CHANGED``: the call gave no occasion."""
    answer: str = ""
    """Why, in the manager's words."""
