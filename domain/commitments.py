"""What a rep and a manager agree on in a 1:1, and whether it happened afterwards."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from domain.clips import Clip
from domain.people import PersonId
from domain.rubrics import CriterionId, SkillId

CommitmentId = NewType("CommitmentId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One behaviour to try until the next 1:1."""

    id: CommitmentId
    rep_id: PersonId
    manager_id: PersonId
    skill_id: SkillId
    criterion_id: CriterionId
    """The behaviour whose chances are counted on calls."""
    rubric_name: str
    title: str
    """The behaviour in the rubric's words."""
    agreed_at: datetime
    week: str
    """ISO week of the agenda it came from."""
    note: str = ""
    """What the two add in their own words."""
    ended_at: datetime | None = None

    @property
    def agreed(self) -> str:
        """The behaviour with the note, which ends no sentence of its own."""
        note = self.note.strip().rstrip(".").rstrip()
        return f"{self.title} ({note})" if note else self.title


class Verdict(StrEnum):
    """Whether a commitment stuck, as far as chances can tell."""

    STICKING = "sticking"
    NOT_YET = "not_yet"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What calls since the 1:1 say about a commitment."""

    commitment: Commitment
    seen: int
    """Calls that gave a chance: the behaviour was scored on them."""
    taken: int
    """Of these, calls on which it was done (level 3 or 4)."""
    before_seen: int
    before_taken: int
    """The same on as many calls before the 1:1 as there are, at most ten."""
    verdict: Verdict
    clips: tuple[Clip, ...]
    """A chance taken and a chance missed, the latest of each."""
