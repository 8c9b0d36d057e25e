"""How a proficiency is shown on pages: never without how sure it is, and in one wording."""

from dataclasses import dataclass

from domain import wording
from domain.rubrics import SkillId
from domain.skills import Z_90, Proficiency, Tier, Trend

FADES = ((8.0, 0), (11.0, 1), (15.0, 2))
"""(half width of the 90 % interval in points up to which, step of fading)."""
PALEST = 3


@dataclass(frozen=True, slots=True)
class ShownTrend:
    """What may be said of the change over ``days``; ``known`` is false for "too early"."""

    days: int
    words: str
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFigure:
    """One skill of one rep in words, with what a cell or line needs to be drawn."""

    skill_id: SkillId
    skill_name: str
    proficiency: Proficiency
    number: str | None
    """``72 ± 8``; ``None`` while there are too few calls to say one."""
    calls: str
    tier: Tier | None
    tier_words: str
    trends: tuple[ShownTrend, ...]
    fade: int
    """0 (sure) to 3 (anybody's guess), by the width of the interval."""


def shown_figure(proficiency: Proficiency, skill_name: str) -> ShownFigure:
    """Put a proficiency into words."""
    enough = wording.enough(proficiency)
    said = wording.sure(proficiency.level, proficiency.standard_error)
    return ShownFigure(
        skill_id=proficiency.skill_id,
        skill_name=skill_name,
        proficiency=proficiency,
        number=said if enough else None,
        calls=wording.calls(proficiency.calls),
        tier=proficiency.tier,
        tier_words=wording.tier(proficiency),
        trends=tuple(_trend(t) for t in proficiency.trends) if enough else (),
        fade=_fade(proficiency) if enough else PALEST,
    )


def _trend(trend: Trend) -> ShownTrend:
    return ShownTrend(trend.days, wording.trend(trend), trend.known)


def _fade(proficiency: Proficiency) -> int:
    half = Z_90 * proficiency.standard_error
    return next((step for limit, step in FADES if half <= limit), PALEST)
