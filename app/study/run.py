"""A company's history week by week: each row knows only what had arrived by its day."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.study.files import Event, Study
from domain.skills import ProfileRules
from scoring.judge_shift import judge_shifts, on_the_old_scale
from scoring.norms import Noise, Norms, Reading, fit_noise, fit_norms
from scoring.priors import BLOCK_DAYS, Adjusted, Priors, SelfCheck, blocks_of, fit_priors
from scoring.proficiency import Filtered, Series, run_filter

WEEK = 7
FIRST_DAY = 6
COACHED_DAYS, COACHED_PACE = 28, 4.0
NEW_DAYS, NEW_PACE = 120, 3.0
"""A rep drifts faster while coached on a skill, and when new."""

NOTHING_SEEN = run_filter(Series((), (), ()), ProfileRules())

Pair = tuple[str, str]


@dataclass(slots=True)
class PairState:
    """One rep and skill: the readings that stand, and what is known of them today."""

    readings: dict[str, Reading] = field(default_factory=dict)
    ordered: list[Reading] = field(default_factory=list)
    filtered: Filtered = NOTHING_SEEN
    rules: ProfileRules = field(default_factory=ProfileRules)
    clock: Callable[[float], float] = float
    """From a day to the drift that had room by then, in days of the usual pace."""
    changed: bool = True
    adjusted: dict[str, float] = field(default_factory=dict)
    """``z`` by call under today's norms; emptied when those are fitted again."""
    norm_variance: float = 0.0


@dataclass(slots=True)
class Company:
    """Everything known on one evening; ``weeks`` moves it forward."""

    study: Study
    pairs: dict[Pair, PairState]
    norms: dict[str, Norms] = field(default_factory=dict)
    noise: Noise = field(default_factory=Noise)
    priors: Priors = field(default_factory=Priors)
    check: SelfCheck = field(default_factory=SelfCheck)
    predicted: dict[Pair, tuple[float, float]] = field(default_factory=dict)
    shifts: Mapping[str, float] = field(default_factory=dict)

    def known(self, pair: Pair, day: int) -> tuple[float, float]:
        """Level and published variance of a pair at the end of ``day``."""
        state = self.pairs[pair]
        level, variance = state.filtered.at(state.clock(day), state.rules)
        return level, (variance + state.norm_variance) * self.check.inflation


def new_company(study: Study) -> Company:
    """Before the first day."""
    pairs = {
        (rep, skill): PairState(clock=_clock(study, rep, skill))
        for rep in study.reps
        for skill in study.skills
    }
    return Company(study, pairs, shifts=judge_shifts(study.bridge))


def weeks(study: Study) -> Iterator[tuple[int, Company]]:
    """The company on every seventh day, from the first week's end to the last."""
    company = new_company(study)
    at = 0
    for day in range(FIRST_DAY, study.days, WEEK):
        while at < len(study.events) and study.events[at].arrived_day <= day:
            take(company, study.events[at])
            at += 1
        if (day + 1) % BLOCK_DAYS == 0:
            refit(company, day)
        for pair in company.pairs:
            _update(company, pair)
        if (day + 1) % BLOCK_DAYS == 0:
            company.predicted = {
                pair: company.known(pair, day) for pair, s in company.pairs.items() if s.ordered
            }
        yield day, company


def take(company: Company, event: Event) -> None:
    """One event: the call's readings become what it says, whatever they were."""
    study = company.study
    call = study.calls[event.call_id]
    by_skill: dict[str, list[tuple[str, float]]] = {}
    for criterion, score, judge in event.scores:
        shift = company.shifts.get(criterion, 0.0) if judge != study.anchor else 0.0
        by_skill.setdefault(study.skill_of[criterion], []).append(
            (criterion, on_the_old_scale(score, shift))
        )
    for skill in study.skills:
        state = company.pairs[call.rep_id, skill]
        scores = by_skill.get(skill)
        if scores is None and event.call_id not in state.readings:
            continue
        state.changed = True
        state.adjusted.pop(event.call_id, None)
        if scores is None:
            del state.readings[event.call_id]
            continue
        state.readings[event.call_id] = Reading(
            day=call.day,
            call=event.call_id,
            started_at=call.started_at,
            call_type=call.call_type,
            practice=call.practice,
            deal=call.deal_id,
            scores=tuple(scores),
        )


def refit(company: Company, day: int) -> None:
    """Norms, noise and priors from all that has arrived; then every pair starts anew."""
    cells: list[tuple[str, list[Reading]]] = []
    for (_, skill), state in company.pairs.items():
        by_block: dict[int, list[Reading]] = {}
        for reading in state.readings.values():
            by_block.setdefault(int(reading.day // BLOCK_DAYS), []).append(reading)
        cells.extend((skill, cell) for cell in by_block.values())
    for skill in company.study.skills:
        company.norms[skill] = fit_norms([cell for s, cell in cells if s == skill])
    company.noise = fit_noise((company.norms[skill], cell) for skill, cell in cells)
    observed = {pair: _adjusted(company, pair) for pair in company.pairs}
    _check_predictions(company, observed, day)
    company.priors = fit_priors(observed, day)
    for (_, skill), state in company.pairs.items():
        state.changed = True
        live = (r for r in state.readings.values() if not r.practice)
        state.norm_variance = company.norms[skill].variance(live)


def _check_predictions(
    company: Company, observed: Mapping[Pair, Sequence[Adjusted]], day: int
) -> None:
    """Compare the block that just ended with what was expected of it before it began."""
    block = day // BLOCK_DAYS
    for pair, (level, variance) in company.predicted.items():
        if seen := blocks_of(observed[pair]).get(block):
            grown = company.priors.drift * BLOCK_DAYS / 3.0
            plain = variance / company.check.inflation + grown
            company.check = company.check.seen(level, plain, seen)


def _adjusted(company: Company, pair: Pair) -> list[Adjusted]:
    norms, noise, state = company.norms[pair[1]], company.noise, company.pairs[pair]
    state.adjusted = z = {call: norms.adjusted(r) for call, r in state.readings.items()}
    return [
        Adjusted(r.day, z[call], noise.call + noise.criterion / len(r.scores), r.practice)
        for call, r in state.readings.items()
    ]


def _update(company: Company, pair: Pair) -> None:
    """Filter the pair again if a reading or the norms have changed."""
    state = company.pairs[pair]
    if not state.changed:
        return
    norms = company.norms.get(pair[1], Norms())
    state.rules = _rules(company, pair[1])
    state.ordered = sorted(state.readings.values(), key=lambda r: (r.day, r.started_at, r.call))
    for call, reading in state.readings.items():
        if call not in state.adjusted:
            state.adjusted[call] = norms.adjusted(reading)
    state.filtered = run_filter(_series(state), state.rules)
    state.changed = False


def _series(state: PairState) -> Series:
    deals: dict[str, int] = {}
    for r in state.ordered:
        if r.deal and not r.practice:
            deals[r.deal] = deals.get(r.deal, 0) + 1
    return Series(
        days=[state.clock(r.day) for r in state.ordered],
        scores=[state.adjusted[r.call] for r in state.ordered],
        criteria=[len(r.scores) for r in state.ordered],
        practice=[r.practice for r in state.ordered],
        same_deal=[deals.get(r.deal or "", 1) if not r.practice else 1 for r in state.ordered],
    )


def _rules(company: Company, skill: str) -> ProfileRules:
    priors, noise = company.priors, company.noise
    return replace(
        ProfileRules(),
        prior_mean=priors.means.get(skill, ProfileRules().prior_mean),
        prior_variance=priors.spread,
        call_variance=noise.call,
        criterion_variance=noise.criterion,
        deal_variance=noise.deal,
        practice_gap_variance=priors.gap,
        drift_per_day=priors.drift,
        jump_evidence=math.inf,
    )


def _clock(study: Study, rep: str, skill: str) -> Callable[[float], float]:
    """Days of usual drift up to a day: faster days count for more."""
    start = study.reps[rep].start_day
    blocks = study.coached.get((rep, skill), ())
    passed = [0.0]
    for day in range(study.days + 1):
        coached = any(b <= day < b + COACHED_DAYS for b in blocks)
        new = start > 0 and day < start + NEW_DAYS
        pace = COACHED_PACE if coached else NEW_PACE if new else 1.0
        passed.append(passed[-1] + pace)
    return lambda day: passed[min(max(int(day), 0), len(passed) - 1)]


def calls_by(state: PairState, day: float) -> int:
    """Readings, practice included, up to ``day``."""
    return bisect_right(state.ordered, day, key=lambda r: r.day)
