"""What questions are answered from besides profiles: calls counted, ranked and searched."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from domain.calls import Call, CallId, CallState, NotScorable
from domain.deals import Deal, Outcome
from domain.people import PersonId
from domain.rubrics import SkillId


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Whose calls, and from when until when. Nothing outside it is ever read.

    Whoever asks fills ``rep_ids`` with the reps that the asker may see: empty finds nothing.
    """

    rep_ids: tuple[PersonId, ...]
    since: datetime | None = None
    until: datetime | None = None
    limit: int = 20
    without: tuple[CallId, ...] = ()
    """Calls that are left out of averages: the asker is not to see their scores yet."""


class CallOrder(StrEnum):
    """Which calls come first."""

    LATEST = "latest"
    BEST = "best"
    WORST = "worst"


@dataclass(frozen=True, slots=True)
class TurnHit:
    """A turn in which every word that was looked for stands."""

    call: Call
    turn_index: int


@dataclass(frozen=True, slots=True)
class RankedCall:
    """A scored call with what it was ranked by, 0-100: its overall score, or a skill's."""

    call: Call
    score: float


@dataclass(frozen=True, slots=True)
class CallCount:
    """How many calls of a rep stand in a state."""

    rep_id: PersonId
    state: CallState
    not_scorable: NotScorable | None
    calls: int


@dataclass(frozen=True, slots=True)
class Average:
    """Scores 0-100 of a rep's live calls in one skill: how many, their mean and variance."""

    rep_id: PersonId
    skill_id: SkillId
    calls: int
    mean: float
    variance: float
    """Between calls, with n - 1; 0 for a single call."""


@dataclass(frozen=True, slots=True)
class DealCall:
    """A deal, and the latest scored call that is linked to it."""

    deal: Deal
    call: Call


@dataclass(frozen=True, slots=True, kw_only=True)
class DealsWithin:
    """Which deals: by the reps of their calls, how they ended, and parts of their name."""

    calls: Within
    """Whose calls. Its times hold for the last call of open deals alone."""
    outcome: Outcome | None = None
    name: tuple[str, ...] = ()
    """All of these stand in the name, in lower case."""
    closed: tuple[date, date] | None = None
    """The days within which a deal that has ended was closed; without, all."""


class SearchStore(Protocol):
    """Read-only. Every question carries whose calls may be looked at."""

    def turns(self, stems: Sequence[str], within: Within) -> Sequence[TurnHit]:
        """Turns of scored calls with a word for each stem, of the newest call first.

        A stem stands for every word that begins with it. No stem finds nothing.
        """
        ...

    def calls(
        self, within: Within, order: CallOrder = CallOrder.LATEST, *, title: str = ""
    ) -> Sequence[RankedCall]:
        """Scored calls by overall score or newest first; ``title``: only with this in it."""
        ...

    def observed(
        self, skill_id: SkillId, within: Within, order: CallOrder = CallOrder.LATEST
    ) -> Sequence[RankedCall]:
        """Scored calls that say something about a skill, by its score or newest first."""
        ...

    def counts(self, within: Within) -> Sequence[CallCount]:
        """How many calls there are, by rep and state; deleted ones and role-plays do not count."""
        ...

    def averages(self, within: Within, skill_id: SkillId | None = None) -> Sequence[Average]:
        """What scored live calls show, by rep and skill."""
        ...

    def deals(self, which: DealsWithin) -> tuple[int, Sequence[DealCall]]:
        """How many deals scored calls are linked to, and those with the newest calls."""
        ...

    def overwrite(self) -> None:
        """Leave nothing of removed words in the index; slow, for when a call is deleted."""
        ...
