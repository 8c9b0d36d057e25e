"""How much Reploop may ask of a person's attention, and what became of it."""

from dataclasses import dataclass, fields, replace
from datetime import datetime

from domain.effects import EffectKind
from domain.people import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """One person's own. Hours are wall-clock hours of the person's time zone."""

    quiet_from: int = 18
    """From this hour on nothing is sent (0-23)…"""
    quiet_until: int = 8
    """…until this one. The same as ``quiet_from``: never quiet."""
    quiet_weekend: bool = True
    weekly_cap: int = 12
    """Messages a week that nobody asked for; what is above goes into the digest."""
    in_digest: tuple[EffectKind, ...] = ()
    """Kinds of message the person wants in the digest instead."""
    by_itself: tuple[EffectKind, ...] = ()
    """Kinds the person wants as messages of their own, whether they act on them or not."""
    snoozed_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person chose for themself; see ``Preferences``. ``None``: as the company has it."""

    quiet_from: int | None = None
    quiet_until: int | None = None
    quiet_weekend: bool | None = None
    weekly_cap: int | None = None
    in_digest: tuple[EffectKind, ...] | None = None
    by_itself: tuple[EffectKind, ...] | None = None
    snoozed_until: datetime | None = None

    def over(self, company: Preferences) -> Preferences:
        """What holds for the person: their own wishes, and the company's where there is none."""
        named = {each.name: getattr(self, each.name) for each in fields(self)}
        return replace(company, **{name: own for name, own in named.items() if own is not None})


def wishes(chosen: Preferences, company: Preferences) -> Wishes:
    """What of ``chosen`` is the person's own; what the company has too follows the company."""
    named = {each.name: getattr(chosen, each.name) for each in fields(chosen)}
    own = {name: one for name, one in named.items() if one != getattr(company, name)}
    return Wishes(**own)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMessage:
    """One message that a person was sent, and the first thing they did with it."""

    key: str
    kind: EffectKind
    to: PersonId
    sent_at: datetime
    remote_id: str
    """Empty: it may be sent, its place in the week's budget is taken, and it is on its way."""
    acted_at: datetime | None = None
    act: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestItem:
    """A message that waits for the digest instead of being sent by itself."""

    key: str
    kind: EffectKind
    to: PersonId
    at: datetime
    because: str
    """``CHOSEN``, ``UNUSED`` or ``CAP``."""
    digest: str | None = None
    """Key of the digest that told it."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Not before then."""

    until: datetime
    because: str


@dataclass(frozen=True, slots=True)
class IntoDigest:
    """Not by itself at all."""

    because: str


CHOSEN, UNUSED, CAP = "chosen", "unused", "cap"
"""Why something goes into the digest: the person wants it so, does nothing with messages of
this kind, or has had enough messages this week."""
QUIET, SNOOZED = "quiet hours", "snoozed"
"""Why something waits."""
