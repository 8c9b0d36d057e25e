"""A company's history week by week: each row knows only what had arrived by its day."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from app.study.files import Event, Study
from domain.skills import ProfileRules
from scoring.fitted import Fitted, Refit
from scoring.judge_shift import judge_shifts, on_the_old_scale
from scoring.norms import Reading
from scoring.pace import pace_of
from scoring.pair import PairHistory
from scoring.priors import BLOCK_DAYS

WEEK = 7
FIRST_DAY = 6
RULES = replace(ProfileRules(), jump_evidence=math.inf)
"""Nobody in these companies jumps: see ``docs/adr/0012-norms-and-fitted-priors.md``."""

Pair = tuple[str, str]


@dataclass(slots=True)
class Company:
    """Everything known on one evening; ``weeks`` moves it forward."""

    study: Study
    pairs: dict[Pair, PairHistory]
    fitted: Fitted = field(default_factory=Fitted)
    predicted: dict[Pair, tuple[float, float]] = field(default_factory=dict)
    shifts: Mapping[str, float] = field(default_factory=dict)

    def known(self, pair: Pair, day: int) -> tuple[float, float]:
        """Level and published variance of a pair at the end of ``day``."""
        level, variance = self.pairs[pair].published(day)
        return level, variance * self.fitted.check.inflation


def new_company(study: Study) -> Company:
    """Before the first day."""
    pairs = {}
    for rep, one in study.reps.items():
        for skill in study.skills:
            new_from = one.start_day if one.start_day > 0 else None
            pace = pace_of(new_from=new_from, coached=study.coached.get((rep, skill), ()))
            pairs[rep, skill] = PairHistory(Fitted().view(skill, RULES, pace))
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
            company.predicted = {
                pair: company.known(pair, day) for pair, known in company.pairs.items() if known
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
        history = company.pairs[call.rep_id, skill]
        scores = by_skill.get(skill)
        if scores is None:
            history.remove(event.call_id)
            continue
        history.put(
            Reading(
                day=call.day,
                call=event.call_id,
                started_at=call.started_at,
                call_type=call.call_type,
                practice=call.practice,
                deal=call.deal_id,
                scores=tuple(scores),
            )
        )


def refit(company: Company, day: int) -> None:
    """Norms, noise and priors from all that has arrived; then every pair is seen anew."""
    fit = Refit()
    for skill in company.study.skills:
        fit.add(skill, {rep: list(company.pairs[rep, skill]) for rep in company.study.reps})
    company.fitted = fitted = fit.done(
        company.fitted, day, ended=day // BLOCK_DAYS, predicted=company.predicted
    )
    for pair, history in company.pairs.items():
        history.see_through(fitted.view(pair[1], RULES, history.view.pace))
