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
    DROPPED = "dropped"
    """The words it was about were replaced: the call was scored anew, for the grader to judge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """One each time that a criterion of a call is contested; at most one of them is open."""

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
    asked: tuple[PersonId, ...] = ()
    """The managers who were shown it, one after the other."""

    @property
    def open(self) -> bool:
        """Whether it waits for a decision."""
        return self.state is AppealState.OPEN

    @property
    def decided(self) -> bool:
        """Whether a person decided, and that holds."""
        return self.state in (AppealState.CHANGED, AppealState.KEPT)

    @property
    def settled_level(self) -> int | None:
        """The level that the decision left standing; the grader's where it was kept."""
        return self.level if self.state is AppealState.CHANGED else self.grader_level
