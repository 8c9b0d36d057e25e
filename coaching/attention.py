"""When a person may be spoken to: quiet hours, the weekly budget, and what nobody acts on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from domain.attention import CAP, CHOSEN, QUIET, SNOOZED, UNUSED, Hold, IntoDigest, Preferences
from domain.effects import EffectKind

NEVER_HELD = (EffectKind.SLACK_ANSWER, EffectKind.SLACK_HOME)
"""What somebody waits for right now."""
IN_ANY_CASE = (
    EffectKind.SLACK_AGENDA,
    EffectKind.SLACK_DIGEST,
    EffectKind.SLACK_RULING,
    EffectKind.SLACK_SHARED_AGENDA,
    EffectKind.SLACK_APPEAL,
    EffectKind.SLACK_PRACTICE,
    EffectKind.SLACK_CLIP,
    EffectKind.SLACK_APPROVAL,
)
"""What comes by itself whatever the budget says: the week's appointment, the digest that holds
the rest, and what a colleague sends or asks through Reploop."""
BUDGETED = tuple(
    kind
    for kind in EffectKind
    if kind.value.startswith("slack.") and kind not in (*NEVER_HELD, *IN_ANY_CASE)
)
FEWEST_SENT = 5
USED_SHARE = 0.3
RATE_DAYS = 42
"""Acts on messages are looked at this far back."""
TIME_TO_ACT = timedelta(days=1)
"""A message that is younger than this has not been ignored yet."""
DIGEST_WEEKDAY, DIGEST_HOUR = 4, 15
"""Friday, 15:00 of the person's own time."""
_MORNING = 8
_DAYS_AHEAD = 9


@dataclass(frozen=True, slots=True)
class Budget:
    """What is known of one person when a message to them is due."""

    preferences: Preferences
    zone: tzinfo
    sent_this_week: int = 0
    rates: Mapping[EffectKind, tuple[int, int]] = field(default_factory=dict)
    """(sent, acted on) by kind over the last ``RATE_DAYS``, without the newest day's."""


def verdict(
    kind: EffectKind, budget: Budget, *, now: datetime, agenda_hour: int
) -> Hold | IntoDigest | None:
    """``None``: send it now. Raises nothing.

    What is held is asked about again later, so the budget that counts is that of the week in
    which it can be sent. The agenda keeps its hour: where that lies in the quiet hours, they
    end there for it.
    """
    if kind in NEVER_HELD:
        return None
    chosen = budget.preferences
    if kind in BUDGETED and (why := _not_by_itself(kind, budget)):
        return IntoDigest(why)
    if chosen.snoozed_until is not None and now < chosen.snoozed_until:
        return Hold(chosen.snoozed_until, SNOOZED)
    if kind is EffectKind.SLACK_AGENDA:
        chosen = for_agenda(chosen, agenda_hour)
    if (until := quiet_end(now, budget.zone, chosen)) is not None:
        return Hold(until, QUIET)
    if kind in BUDGETED and budget.sent_this_week >= chosen.weekly_cap:
        return IntoDigest(CAP)
    return None


def _not_by_itself(kind: EffectKind, budget: Budget) -> str:
    if kind in budget.preferences.in_digest:
        return CHOSEN
    return UNUSED if kind in unused(budget) else ""


def unused(budget: Budget) -> tuple[EffectKind, ...]:
    """Kinds that fell back to the digest by themselves.

    Of these at least five were sent in six weeks, and fewer than 30 % were acted on. As none is
    sent from then on, the count runs dry, and they are tried again some weeks later.
    """
    return tuple(
        kind
        for kind, (sent, acted) in budget.rates.items()
        if kind in BUDGETED and kind not in budget.preferences.by_itself
        if sent >= FEWEST_SENT and acted < USED_SHARE * sent
    )


def for_agenda(chosen: Preferences, agenda_hour: int) -> Preferences:
    """The same quiet hours, ending at the agenda's hour where that lies in them."""
    inside = _in_hours(agenda_hour, chosen)
    return replace(chosen, quiet_until=agenda_hour) if inside else chosen


def is_quiet(now: datetime, zone: tzinfo, chosen: Preferences) -> bool:
    """Whether the wall clock of ``zone`` stands in quiet hours or at a quiet weekend."""
    local = now.astimezone(zone)
    return (chosen.quiet_weekend and local.weekday() >= 5) or _in_hours(local.hour, chosen)


def _in_hours(hour: int, chosen: Preferences) -> bool:
    start, end = chosen.quiet_from, chosen.quiet_until
    return start <= hour < end if start <= end else hour >= start or hour < end


def quiet_end(now: datetime, zone: tzinfo, chosen: Preferences) -> datetime | None:
    """The first moment from ``now`` on that is not quiet; ``None`` if ``now`` is not.

    Hours are those of the wall: one that the clock skips has passed when it jumps, one that
    comes twice is quiet twice.
    """
    if not is_quiet(now, zone, chosen):
        return None
    today = now.astimezone(zone).date()
    return next(
        moment
        for moment in _openings(today, zone, chosen)
        if moment > now and not is_quiet(moment, zone, chosen)
    )


def _openings(day: date, zone: tzinfo, chosen: Preferences) -> Iterator[datetime]:
    """When quiet may end: at its hour, or at midnight after a weekend; oldest first."""
    hours = sorted({0, chosen.quiet_until})
    for ahead in range(_DAYS_AHEAD):
        for hour in hours:
            yield wall(day + timedelta(days=ahead), hour, zone)


def wall(day: date, hour: int, zone: tzinfo) -> datetime:
    """That hour of that day in ``zone``; the moment of the jump where the clock skips it.

    In UTC: moments of one zone are compared by their walls, which repeat.
    """
    return datetime.combine(day, time(hour), tzinfo=zone).astimezone(UTC)


def week_start(now: datetime, zone: tzinfo) -> datetime:
    """Monday 0:00 of the ISO week that holds ``now`` in ``zone``."""
    today = now.astimezone(zone).date()
    return wall(today - timedelta(days=today.weekday()), 0, zone)


def digest_due(now: datetime, zone: tzinfo) -> bool:
    """Whether the week's digest may be planned: from Friday 15:00 to the end of Sunday."""
    local = now.astimezone(zone)
    return (local.weekday(), local.hour) >= (DIGEST_WEEKDAY, DIGEST_HOUR)


def snooze_end(choice: str, now: datetime, zone: tzinfo, chosen: Preferences) -> datetime | None:
    """When a snooze ends: in the morning, at the hour at which quiet ends, or at 8:00.

    ``tomorrow``, ``monday`` (the next one) or ``two_weeks``; ``None`` for anything else.
    """
    today = now.astimezone(zone).date()
    days = {"tomorrow": 1, "monday": 7 - today.weekday(), "two_weeks": 14}.get(choice)
    if days is None:
        return None
    never = chosen.quiet_from == chosen.quiet_until
    return wall(today + timedelta(days=days), _MORNING if never else chosen.quiet_until, zone)
