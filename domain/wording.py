"""How a figure about a person is said, everywhere alike: never without how sure it is.

Messages, pages, CRM fields and the command line all take their numbers from here.
"""

import math

from domain.skills import (
    Z_90,
    EarlySign,
    Lift,
    MoveCause,
    PracticeFigure,
    Proficiency,
    Tier,
    Trend,
    TrendLabel,
)

MIN_CALLS = 3
"""Scored calls below which no number is said."""
TIER_NAMES = {
    Tier.NEEDS_WORK: "Needs Work",
    Tier.DEVELOPING: "Developing",
    Tier.PROFICIENT: "Proficient",
    Tier.EXCELLENT: "Excellent",
}
"""Lowest first."""
CRM_NAMES = {
    "salesforce": "Salesforce",
    "hubspot": "HubSpot",
    "zoho": "Zoho CRM",
    "pipedrive": "Pipedrive",
    "freshsales": "Freshsales",
    "monday": "monday CRM",
}


def crm_name(slug: str) -> str:
    """What people call a CRM; one that is not known here by its slug."""
    return CRM_NAMES.get(slug, slug)


def count(number: int, noun: str) -> str:
    """``1 call``, ``3 calls``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def calls(number: int) -> str:
    """``1 call``, ``9 calls``."""
    return count(number, "call")


def points(level: float) -> str:
    """Whole points, halves rounded up."""
    return str(math.floor(level + 0.5))


def sure(level: float, standard_error: float) -> str:
    """``72 ± 8``: whole points and half the width of the 90 % interval, at least 1."""
    return f"{points(level)} ± {_half(standard_error)}"


def _half(standard_error: float) -> int:
    return max(1, math.floor(Z_90 * standard_error + 0.5))


def bounds(proficiency: Proficiency) -> tuple[int, int]:
    """Both ends of the 90 % range, in whole points from 0 to 100, as ``sure`` says them."""
    half, middle = _half(proficiency.standard_error), int(points(proficiency.level))
    return max(0, middle - half), min(100, middle + half)


def clock(seconds: float) -> str:
    """``12:34``, or ``1:02:03`` from an hour on."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def enough(proficiency: Proficiency) -> bool:
    """Whether a number may be said at all."""
    return proficiency.calls >= MIN_CALLS


def from_calls(level: float, standard_error: float, number: int) -> str:
    """``72 ± 8 from 9 calls``."""
    return f"{sure(level, standard_error)} from {calls(number)}"


def figure(proficiency: Proficiency) -> str:
    """``72 ± 8 from 9 calls``, or that there are too few calls and how many there are."""
    if not enough(proficiency):
        return f"too few calls to say ({proficiency.calls} of at least {MIN_CALLS})"
    return from_calls(proficiency.level, proficiency.standard_error, proficiency.calls)


def tier(proficiency: Proficiency) -> str:
    """The announced tier in words; without one, that it is too early for one."""
    return "no tier yet" if proficiency.tier is None else TIER_NAMES[proficiency.tier]


def trend(found: Trend | None) -> str:
    """What may be said of a trend; most often that nothing can be."""
    if found is None or found.change is None or not found.known:
        return "too early for a trend"
    if found.label is TrendLabel.STEADY:
        return f"no clear change over {found.days} days"
    direction = "up" if found.label is TrendLabel.IMPROVING else "down"
    by, error = abs(found.change), found.standard_error or 0.0
    spans_zero = _half(error) >= int(points(by))
    probably = "probably " if spans_zero else ""
    return f"{probably}{direction} {sure(by, error)} points over {found.days} days"


QUARTERS = ("lowest", "second", "third", "highest")
FEW_PEERS = 10
"""Below so many, a place is said in quarters: a number would be finer than the data."""


def standing(percentile: float | None, peers: int) -> str | None:
    """Where a rep stands among peers (0-100), rounded to 5; ``None`` where it may not be said."""
    if percentile is None:
        return None
    if peers < FEW_PEERS:
        quarter = QUARTERS[min(3, int(percentile // 25))]
        return f"in the {quarter} quarter among {peers} peers"
    return f"likely ahead of about {5 * round(percentile / 5)} % of {peers} peers"


def early_sign(sign: EarlySign) -> str:
    """Early news in words: never a verdict.

    Without the difference of the two means: a level has not followed it yet, and beside the
    level it would read as one.
    """
    direction, where = ("improving", "above") if sign.change > 0 else ("slipping", "below")
    return (
        f"early sign of {direction}: the last five weeks ({calls(sign.calls)}) are {where} the"
        " three months before; if that lasts, the tier may follow"
    )


def practice(found: PracticeFigure) -> str:
    """What role-plays show, beside the figure of live calls."""
    plays = count(found.plays, "role-play")
    if found.plays < MIN_CALLS:
        return f"in practice: too few to say ({plays})"
    return f"in practice {sure(found.level, found.standard_error)} from {plays}"


def lift(found: Lift) -> str:
    """What changed since the first figure, and whether it could be chance."""
    by = f"{signed(found.change)} ± {_half(found.standard_error)}"
    said = f"{by} points since {found.since:%d %b %Y}"
    return f"{said}, which could be chance" if could_be_chance(found) else said


def beside(found: Proficiency) -> tuple[str, ...]:
    """What else may be said of a figure, a sentence each: early sign, lift, role-plays.

    An early sign is news only as long as no trend says the same, and a lift that could be
    chance says nothing beside an early sign.
    """
    if not enough(found):
        return ()
    said = []
    if found.early is not None and not moves_clearly(found):
        said.append(early_sign(found.early))
    if found.lift is not None and not (said and could_be_chance(found.lift)):
        said.append(lift(found.lift))
    if found.practice is not None:
        said.append(practice(found.practice))
    return tuple(said)


def moves_clearly(found: Proficiency) -> bool:
    """Whether some trend is up or down by more than chance."""
    return any(t.label in (TrendLabel.IMPROVING, TrendLabel.DECLINING) for t in found.trends)


def could_be_chance(found: Lift) -> bool:
    """Whether the 90 % interval of a lift holds zero."""
    return abs(found.change) < Z_90 * found.standard_error


def signed(points_moved: float) -> str:
    """``+3``, ``−2`` or ``0``: whole points."""
    whole = math.floor(abs(points_moved) + 0.5)
    return "0" if not whole else f"{'+' if points_moved > 0 else '−'}{whole}"


def signed_tenths(tenths: int) -> str:
    """``+3.4``, ``−0.2`` or ``0.0`` points."""
    sign = "+" if tenths > 0 else "−" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"


def move_cause(cause: MoveCause, number: int) -> str:
    """What moved a level, and how many calls stand behind it."""
    some = count(number, "new call") if cause is MoveCause.CALL else calls(number)
    return _CAUSES[cause].format(some)


_CAUSES = {
    MoveCause.CALL: "{}",
    MoveCause.CALL_AGAIN: "{} scored again",
    MoveCause.RULING: "{} corrected by the manager after an appeal",
    MoveCause.CALL_GONE: "{} taken out",
    MoveCause.DEAL: "{} found to share a deal with others",
    MoveCause.CRITERION: "a criterion that is not graded steadily left out or taken back in",
    MoveCause.BASIS: "the company's figures fitted again, or other rules",
}


def without_class(error: str) -> str:
    """A kept error as people read it: without the name of its class."""
    name, colon, rest = error.partition(": ")
    return rest if colon and name.isidentifier() and name[:1].isupper() else error
