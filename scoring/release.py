"""Whether a rubric, as a grader applies it, may be used: the bars, and why one is missed.

The bars are those usual for ratings of people at work and for essay scoring. A grader is
held against what two people reach on the same calls, not against perfection; where people
do not agree with each other either, the reason says that the wording has to change.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scoring.jackknife import Estimate
from scoring.reliability import Agreement

FEWEST_CALLS = 20
"""Labelled and scored calls below which nothing is said of a criterion."""
ENOUGH_CALLS = 80
"""Calls from which a wide interval is the grader's doing and not that of few labels."""
FEWEST_OFF_MODE = 5
"""Calls whose tier is not the most common one: on fewer all agreement may hang."""
ICC_USE, ICC_REVIEW = 0.60, 0.40
TIERS_USE, TIERS_REVIEW, TIERS_BELOW_PEOPLE = 0.60, 0.40, 0.10
BIAS_USE, BIAS_REVIEW = 3.0, 6.0
REPEAT_SD_USE, REPEAT_SD_REVIEW = 7.0, 10.0
WITHIN_TEN_USE = 0.90
OCCASION_USE, OCCASION_REVIEW = 0.70, 0.50


class Outcome(StrEnum):
    """What a bar says, from the best to the worst."""

    PASS = "pass"  # noqa: S105 — a word of this gate, no secret
    NOT_GRADED = "not graded"
    """The grader never scores this criterion: it cannot mislead, nor be measured."""
    CAUTION = "caution"
    TOO_FEW = "too few labels to say"
    FAIL = "fail"


_ORDER = tuple(Outcome)
RELEASED = frozenset({Outcome.PASS, Outcome.NOT_GRADED, Outcome.CAUTION})
"""With these a version may be published."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome, and a sentence for every bar that was not simply passed."""

    outcome: Outcome
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same calls graded again by the same grader."""

    sd: float
    """Within-call standard deviation, points."""
    within_ten: float
    """Share of pairs of runs at most ten points apart."""
    calls: int


def verdict_of(agreement: Agreement, repeat: Repeat | None = None) -> Verdict:
    """The worst that any bar says of one criterion, with the reason of each that is not passed.

    ICC(2,1) with the mean of the people by the lower end of its 95 % interval (0.60 use,
    0.40 review); kappa on tiers (0.60 and at most 0.10 below two people's, 0.40); absolute
    bias (3 and 6 points); kappa of n/a (0.70, 0.50, which fails only if its interval stays below
    0.70), where n/a is common enough to be compared; over repeated runs the standard deviation
    (7 and 10 points) and the share within ten points (0.90). Agreement on calls that are nearly
    all of one tier is no pass.
    """
    if agreement.labelled and agreement.abstained == agreement.labelled:
        return Verdict(Outcome.NOT_GRADED, ("this grader never scores it",))
    calls = agreement.judge.calls
    if calls < FEWEST_CALLS:
        return Verdict(
            Outcome.TOO_FEW, (f"{calls} calls with both scores; {FEWEST_CALLS} are needed",)
        )
    said = [
        _icc(agreement.judge.icc, calls),
        _tiers(agreement),
        _variety(agreement),
        _bias(agreement),
        _occasions(agreement.judge.not_applicable),
        *([_repeat(repeat)] if repeat else []),
    ]
    return Verdict(worst(v.outcome for v in said), tuple(r for v in said for r in v.reasons))


def worst(outcomes: Iterable[Outcome]) -> Outcome:
    """The worst of all; of nothing, that there are too few labels."""
    return max(outcomes, key=_ORDER.index, default=Outcome.TOO_FEW)


def verdict_of_rubric(criteria: Sequence[Verdict], overall: Verdict) -> Outcome:
    """The worst of all criteria and of the whole call.

    The whole call has a say only where the grader gives one; a rubric of which nothing is
    graded cannot be told.
    """
    graded = [v.outcome for v in criteria if v.outcome is not Outcome.NOT_GRADED]
    if graded and overall.outcome is not Outcome.NOT_GRADED:
        graded.append(overall.outcome)
    return worst(graded)


def _icc(icc: Estimate | None, calls: int) -> Verdict:
    if icc is None:
        return Verdict(Outcome.TOO_FEW, ("every score is the same: agreement cannot be told",))
    if icc.low >= ICC_USE:
        return Verdict(Outcome.PASS)
    found = f"ICC {icc.value:z.2f}, at least {icc.low:z.2f}"
    if icc.low >= ICC_REVIEW:
        return Verdict(Outcome.CAUTION, (f"{found}: {ICC_USE:.2f} is the bar",))
    if icc.high >= ICC_USE and calls < ENOUGH_CALLS:
        return _too_wide("ICC", icc)
    return Verdict(Outcome.FAIL, (f"{found}: {ICC_REVIEW:.2f} is the least",))


def _too_wide(name: str, found: Estimate) -> Verdict:
    wide = f"{name} {found.value:z.2f}, between {found.low:z.2f} and {found.high:z.2f}"
    return Verdict(Outcome.TOO_FEW, (f"{wide}: label up to {ENOUGH_CALLS} calls",))


def _tiers(agreement: Agreement) -> Verdict:
    tiers = agreement.judge.tiers
    if tiers is None:
        return Verdict(Outcome.TOO_FEW, ("every score is of one tier: agreement cannot be told",))
    people = agreement.people.tiers if agreement.people else None
    beside = f" ({people.value:z.2f} between people)" if people else ""
    found = f"kappa on tiers {tiers.value:z.2f}{beside}"
    if tiers.value < TIERS_REVIEW and tiers.high >= TIERS_USE and tiers.calls < ENOUGH_CALLS:
        return _too_wide("kappa on tiers", tiers)
    if tiers.value < TIERS_REVIEW:
        alike = people is not None and people.value < TIERS_REVIEW
        mend = ": people do not agree either, so mend the wording" if alike else ""
        return Verdict(Outcome.FAIL, (f"{found}{mend or f': {TIERS_REVIEW:.2f} is the least'}",))
    below = people is not None and tiers.value < people.value - TIERS_BELOW_PEOPLE
    if tiers.value < TIERS_USE:
        return Verdict(Outcome.CAUTION, (f"{found}: {TIERS_USE:.2f} is the bar",))
    if below:
        return Verdict(Outcome.CAUTION, (f"{found}: more than {TIERS_BELOW_PEOPLE:.2f} below",))
    return Verdict(Outcome.PASS)


def _variety(agreement: Agreement) -> Verdict:
    """Leaving one call out sees no spread where nearly all calls are alike."""
    off = agreement.off_mode
    if off >= FEWEST_OFF_MODE or agreement.judge.tiers is None:
        return Verdict(Outcome.PASS)
    few = f"{off} calls are of another tier than the rest; {FEWEST_OFF_MODE} are needed"
    return Verdict(Outcome.TOO_FEW, (few,))


def _bias(agreement: Agreement) -> Verdict:
    bias, shrunk = agreement.bias, agreement.bias_shrunk
    if bias is None or shrunk is None:
        return Verdict(Outcome.PASS)
    way = "milder" if bias.value > 0 else "stricter"
    found = f"{abs(bias.value):.1f} points {way} than people ({bias.low:+.1f} to {bias.high:+.1f})"
    surely = max(bias.low, -bias.high)
    if surely > BIAS_REVIEW or abs(shrunk) > BIAS_REVIEW:
        return Verdict(Outcome.FAIL, (f"{found}: {BIAS_REVIEW:g} is the most",))
    if abs(shrunk) > BIAS_USE:
        return Verdict(Outcome.CAUTION, (f"{found}: correct it, or mend the wording",))
    return Verdict(Outcome.PASS)


def _occasions(kappa: Estimate | None) -> Verdict:
    if kappa is None or kappa.value >= OCCASION_USE:
        return Verdict(Outcome.PASS)
    between = f"between {kappa.low:z.2f} and {kappa.high:z.2f}"
    found = f"n/a: kappa {kappa.value:z.2f} with people, {between}"
    if kappa.value >= OCCASION_REVIEW or kappa.high >= OCCASION_USE:
        return Verdict(Outcome.CAUTION, (f"{found}: {OCCASION_USE:.2f} is the bar",))
    return Verdict(Outcome.FAIL, (f"{found}: {OCCASION_REVIEW:.2f} is the least",))


def _repeat(repeat: Repeat) -> Verdict:
    found = tuple(_unsteady(repeat))
    if not found:
        return Verdict(Outcome.PASS)
    failed = repeat.sd > REPEAT_SD_REVIEW
    return Verdict(Outcome.FAIL if failed else Outcome.CAUTION, found)


def _unsteady(repeat: Repeat) -> Iterator[str]:
    if repeat.sd > REPEAT_SD_USE:
        yield f"run to run it differs by {repeat.sd:.1f} points: {REPEAT_SD_USE:g} is the bar"
    if repeat.within_ten < WITHIN_TEN_USE:
        share = f"{100 * repeat.within_ten:.0f} % of repeated runs are within ten points"
        yield f"{share}: {100 * WITHIN_TEN_USE:.0f} % is the bar"
