"""A look at all deals of a CRM: how far it is, and what it has found."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class LookPhase(StrEnum):
    """What of a look is under way."""

    PAGES = "pages"
    """Reading the deals that changed, page by page."""
    HISTORY = "history"
    """Asking for the history of those that calls belong to."""
    MISSING = "missing"
    """Asking for those that calls belong to and that no longer show up."""
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookCounts:
    """What a look has found, in deals; each as often as that became known."""

    read: int = 0
    """Deals on its pages; one can come twice."""
    new: int = 0
    changed: int = 0
    moved: int = 0
    """Of those that changed: into another stage."""
    won: int = 0
    lost: int = 0
    reopened: int = 0
    gone: int = 0
    merged: int = 0

    def __add__(self, other: "LookCounts") -> "LookCounts":
        return LookCounts(
            read=self.read + other.read,
            new=self.new + other.new,
            changed=self.changed + other.changed,
            moved=self.moved + other.moved,
            won=self.won + other.won,
            lost=self.lost + other.lost,
            reopened=self.reopened + other.reopened,
            gone=self.gone + other.gone,
            merged=self.merged + other.merged,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DealLook:
    """The latest look at a CRM's deals, and what the ones before it have covered."""

    crm: str
    began_at: datetime
    since: datetime | None = None
    """Deals that changed from then on are read; all, if ``None``."""
    phase: LookPhase = LookPhase.PAGES
    cursor: str | None = None
    """Of the page that is next."""
    pages: int = 0
    counts: LookCounts = field(default_factory=LookCounts)
    error: str | None = None
    """What kept it from going on, or what a person should look at."""
    kept_at: datetime | None = None
    """When it last went on."""
    ended_at: datetime | None = None
    covered_until: datetime | None = None
    """Whatever changed before then is known: when the last look that ended began."""
    full_at: datetime | None = None
    """When the last look at all deals that ended began."""

    @property
    def full(self) -> bool:
        """Whether it looks at all deals."""
        return self.since is None

    @property
    def under_way(self) -> bool:
        """Whether there is something left to do."""
        return self.phase is not LookPhase.ENDED
