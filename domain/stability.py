"""Second readings: the same criterion of the same call, graded twice by the same grader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.calls import CallId
from domain.rubrics import CriterionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who read by what: another of either is another meter."""

    rubric_name: str
    rubric_version: int
    grader_version: str
    """Of a model: its name and the version of the prompt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """The two levels of one criterion on one call; ``None`` where it was not scored."""

    call_id: CallId
    call_version: int
    criterion_id: CriterionId
    reader: Reader
    first: int | None
    """The one that stands."""
    second: int | None
    read_at: datetime


Pairs = Mapping[tuple[int | None, int | None], int]
"""How often each (first, second) was seen."""


class ReadingStore(Protocol):
    """Second readings; one per criterion, call and call version."""

    def add_new(self, readings: Sequence[SecondReading]) -> None:
        """Keep those that are not there yet."""
        ...

    def remove(self, call_id: CallId) -> None:
        """Forget those of a call."""
        ...

    def pairs(self, reader: Reader) -> Mapping[CriterionId, Pairs]:
        """What one reader's second readings gave, by criterion."""
        ...

    def readers(self) -> Sequence[Reader]:
        """Everybody who read twice, by rubric, version and grader."""
        ...
