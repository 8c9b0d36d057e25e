"""Every tier announcement of one pair, each decided with what was known after its call.

What was announced under an earlier fit of the company's figures was told to people. A later
fit leaves it as it was, and decides only on the calls that came after it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import accumulate

from domain.skills import PracticeIs, ProfileRules, SkillObservation, TierChange
from scoring.tiers import Announced, Evidence, next_announcement

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS_PER_DAY = 86_400.0


def announcements(
    used: Sequence[SkillObservation],
    levels: Sequence[float],
    errors: Sequence[float],
    rules: ProfileRules,
    told: Sequence[TierChange],
    *,
    fit: int,
) -> tuple[tuple[TierChange, ...], Announced]:
    """All of them in time order, and what is shown now.

    Args:
        used: the pair's observations in time order.
        levels: known after each, 0-100 or somewhat beyond.
        errors: the standard error of each.
        rules: the tier rule.
        told: what stands from earlier fits, oldest first; see ``still_told``.
        fit: version of the fit that ``levels`` rest on.
    """
    counted = live_calls(used, rules)
    changes, shown = list(told), _shown_after(told)
    for calls, one, level, error in zip(counted, used, levels, errors, strict=True):
        if told and one.observed_at <= told[-1].at:
            continue
        after = next_announcement(
            shown, Evidence(day_of(one.observed_at), level, error, calls), rules
        )
        if after is not shown and after.tier is not None:
            changes.append(
                TierChange(
                    rep_id=one.rep_id,
                    skill_id=one.skill_id,
                    before=shown.tier,
                    after=after.tier,
                    at=one.observed_at,
                    because_of=one.call_id,
                    level=within_scale(level),
                    standard_error=error,
                    calls=calls,
                    fit=fit,
                )
            )
        shown = after
    return tuple(changes), shown


def still_told(
    announced: Sequence[TierChange],
    used: Sequence[SkillObservation],
    rules: ProfileRules,
    fit: int,
) -> Sequence[TierChange]:
    """Those of fits before ``fit``, oldest first, whose call still counts.

    Where calls before them are gone, they follow on each other and count as the rest stands; one
    that no longer changes anything is left out.
    """
    counted = live_calls(used, rules)
    calls = {one.call_id: n for n, one in zip(counted, used, strict=True)}
    told = (c for c in announced if c.fit < fit and c.because_of in calls)
    standing: list[TierChange] = []
    for change in sorted(told, key=lambda c: c.at):
        before = standing[-1].after if standing else None
        if change.after is not before:
            standing.append(replace(change, before=before, calls=calls[change.because_of]))
    return standing


def live_calls(used: Sequence[SkillObservation], rules: ProfileRules) -> Sequence[int]:
    """How many calls there are up to and with each; role-plays only if they count like calls."""
    all_alike = rules.practice is PracticeIs.LIKE_A_CALL
    return list(accumulate(int(all_alike or not one.practice) for one in used))


def day_of(moment: datetime) -> float:
    """Days since 1970 of an aware moment."""
    return (moment - _EPOCH).total_seconds() / _SECONDS_PER_DAY


def within_scale(level: float) -> float:
    """The level as it is published: 0-100."""
    return min(100.0, max(0.0, level))


def _shown_after(told: Sequence[TierChange]) -> Announced:
    if not told:
        return Announced()
    last = told[-1]
    return Announced(last.after, last.before, day_of(last.at), last.calls)
