"""What calls prove about a deal: facts for the elements that sales methodologies ask for.

A fact is a short value with the words that prove it. What was not proven is no fact: there is
no empty one, and none that says "unknown".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from typing import NewType

from domain.calls import CallId, Side
from domain.deals import Money

ElementId = NewType("ElementId", str)
MAX_VALUE_CHARS = 255
"""Of one value: the length of a short text field in every CRM."""


class ElementKind(StrEnum):
    """What the value of an element is; decides what has to be proven of it."""

    TEXT = "text"
    PERSON = "person"
    """A name, a role, or both; every word of it was said."""
    AMOUNT = "amount"
    """Holds a number that was said."""
    DATE = "date"
    """Something with a day or a time of the year."""
    STEP = "step"
    """Something to be done, which the other side agreed to."""
    RIVAL = "rival"
    """What else could get the deal: a name, or doing nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing to know about a deal, such as ``meddic.economic_buyer``."""

    id: ElementId
    name: str
    asks: str
    """What it asks for, in a sentence; a model reads it."""
    kind: ElementKind
    side: Side | None
    """Whose words prove it; ``None``: either side's."""
    many: bool = False
    """Whether a deal may have several values of it."""
    same_as: ElementId | None = None
    """Another methodology's word for the same thing: its facts are those of that element."""
    reader: str | None = None
    """What of the built-in reader proves it; ``None`` where only a model can."""

    @property
    def methodology(self) -> str:
        """The part of the id before the dot, such as ``meddic``."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Rival:
    """A competitor to look for, and other ways in which people say its name."""

    name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Elements:
    """Everything that is asked of calls, in the order of the file."""

    listed: tuple[Element, ...] = ()
    rivals: tuple[Rival, ...] = ()

    @cached_property
    def asked(self) -> tuple[Element, ...]:
        """Those with facts of their own."""
        return tuple(e for e in self.listed if e.same_as is None)

    @cached_property
    def by_id(self) -> Mapping[ElementId, Element]:
        """All of them by id."""
        return {e.id: e for e in self.listed}


@dataclass(frozen=True, slots=True, kw_only=True)
class DealFact:
    """What one turn of one call proves for one element."""

    element_id: ElementId
    value: str
    """Plain text on one line, 1 to 255 characters."""
    quote: str
    """The transcript's own words."""
    turn_index: int
    side: Side
    said_on: date
    """Day of the call in UTC."""
    due: date | None = None
    """The one day that the words name, where they do."""
    amount: Money | None = None
    """The amount of money that the words name, where they name its currency too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    """All facts of one call, as one reader read them."""

    call_id: CallId
    call_version: int
    reader_name: str
    """``builtin`` or ``model``."""
    reader_version: str
    facts: tuple[DealFact, ...]
    created_at: datetime
    dropped: Mapping[str, int] = field(default_factory=dict)
    """How many claims were refused, by reason."""
    usage: Mapping[str, float] = field(default_factory=dict)
    """What the model took, as ``Usage.figures`` gives it."""


@dataclass(frozen=True, slots=True)
class UsedFact:
    """A fact that a deal's value rests on, and the call it is from."""

    call_id: CallId
    fact: DealFact


@dataclass(frozen=True, slots=True)
class MergedFact:
    """What is known of one element of a deal; ``used`` is never empty, newest first."""

    element_id: ElementId
    used: tuple[UsedFact, ...]

    @property
    def values(self) -> Sequence[str]:
        """One value for each fact."""
        return tuple(u.fact.value for u in self.used)

    @property
    def value(self) -> str:
        """The same as one text, separated by semicolons."""
        return "; ".join(self.values)

    @property
    def due(self) -> date | None:
        """The day of the newest fact."""
        return self.used[0].fact.due

    @property
    def amount(self) -> Money | None:
        """The money of the newest fact."""
        return self.used[0].fact.amount
