"""Answers about levels: one rep, in a skill or in all."""

import math
from collections.abc import Sequence
from dataclasses import replace

from coaching.ask import say
from domain import said
from domain.people import Person
from domain.phrases import Phrase, PhraseValue, phrase
from domain.ports.search import Average
from domain.questions import AboutRep, Answer, Figure, Period, TrendOf, Who
from domain.rubrics import SkillId
from domain.wording import MIN_CALLS
from jobs.ask_cited import Cited, cite
from jobs.ask_context import Asking
from jobs.profiles import profile_as_of


def about_rep(query: AboutRep, asking: Asking) -> Answer:
    """One rep's level in a skill or in all; with a period, what its calls scored on average."""
    rep = asking.rep(query.rep_id)
    if rep is None:
        return asking.refused()
    if query.period is None:
        figures = asking.stored([rep], query.skill_id)
    else:
        figures = averages([rep], query.skill_id, query.period, asking)
    enough = sorted((f for f in figures if f.calls >= MIN_CALLS), key=_by_level)
    if query.skill_id is not None:
        return _one_skill(rep, query, figures, asking)
    return _every_skill(rep, query, enough, asking)


def _one_skill(rep: Person, query: AboutRep, figures: Sequence[Figure], asking: Asking) -> Answer:
    assert query.skill_id is not None  # noqa: S101 - the caller looked
    skill = asking.skill_name(query.skill_id)
    values: dict[str, PhraseValue] = {"who": say.name_of(rep, asking.asker), "skill": skill}
    found = figures[0] if figures else None
    if found is None or found.calls < MIN_CALLS:
        few = phrase("figure-few", n=found.calls if found else 0, least=MIN_CALLS)
        shown: tuple[Figure, ...] = ()
        headline = phrase("answer-skill", figure=few, **values)
    elif found.proficiency is None:
        shown = (found,)
        headline = phrase("answer-skill-period", figure=say.level(found), **values)
    else:
        shown = (found,)
        headline = phrase(
            "answer-skill-level",
            figure=say.level(found),
            tier=said.tier(found.proficiency.tier),
            trend=say.latest_trend(found.proficiency),
            **values,
        )
    cited = cite(shown, asking, period=query.period)
    question = phrase("answer-asked-skill", **values)
    return answer_of(query, question, headline, shown, cited, asking, [rep])


def _every_skill(rep: Person, query: AboutRep, figures: Sequence[Figure], asking: Asking) -> Answer:
    who = say.name_of(rep, asking.asker)
    question = phrase("answer-asked-rep", who=who)
    if not figures:
        headline = phrase("answer-rep-few", who=who, least=MIN_CALLS)
        return answer_of(query, question, headline, (), Cited(), asking, [rep])
    low, high = figures[0], figures[-1]
    if low is high:
        headline = phrase("answer-rep-one", who=who, skill=low.skill_name, figure=say.level(low))
    else:
        headline = phrase(
            "answer-rep",
            who=who,
            high=high.skill_name,
            most=say.level(high),
            low=low.skill_name,
            least=say.level(low),
        )
    cited = cite([low, high] if low is not high else [low], asking, period=query.period)
    lines = tuple(_skill_line(f) for f in reversed(figures))
    answer = answer_of(query, question, headline, tuple(figures), cited, asking, [rep])
    return replace(answer, lines=lines)


def _skill_line(figure: Figure) -> Phrase:
    skill = phrase("plain", text=figure.skill_name)
    if figure.proficiency is None:
        return phrase("answer-line", who=skill, figure=say.level(figure))
    tier = said.tier(figure.proficiency.tier)
    return phrase("answer-line-tier", who=skill, figure=say.level(figure), tier=tier)


def averages(
    reps: Sequence[Person], skill_id: SkillId | None, period: Period | None, asking: Asking
) -> list[Figure]:
    """What the calls of a period scored on average, with the standard error of the mean.

    ``sqrt(max(s^2, call variance) / n)``: few calls that happen to agree are not more sure than
    calls are in general. A call that is still its rep's alone does not count for others, or
    its score could be worked out from two averages.
    """
    by_id = {rep.id: rep for rep in reps}
    within = asking.within(reps, period)
    within = replace(within, without=asking.held(within))
    found = asking.tx.search.averages(within, skill_id)
    return [
        _average(by_id[each.rep_id], each, asking)
        for each in found
        if each.skill_id in asking.services.skills
    ]


def _average(rep: Person, found: Average, asking: Asking) -> Figure:
    variance = max(found.variance, asking.services.rules.call_variance)
    return Figure(
        rep_id=rep.id,
        rep_name=rep.name,
        skill_id=found.skill_id,
        skill_name=asking.skill_name(found.skill_id),
        level=found.mean,
        standard_error=math.sqrt(variance / found.calls),
        calls=found.calls,
    )


def over(figures: Sequence[Figure], days: int, asking: Asking) -> list[Figure]:
    """The same figures with their change over so many days, computed anew."""
    rules = replace(asking.services.rules, trend_days=(days,))
    services = replace(asking.services, rules=rules)
    found = []
    for figure in figures:
        rep = asking.rep(figure.rep_id) if figure.rep_id else None
        if rep is not None:
            pair = rep.id, figure.skill_id
            profile = profile_as_of(asking.tx, pair, asking.now, services)
            found.append(asking.figure(rep, profile.proficiency))
    return found


def answer_of(
    query: AboutRep | Who | TrendOf,
    question: Phrase,
    headline: Phrase,
    figures: tuple[Figure, ...],
    cited: Cited,
    asking: Asking,
    reps: Sequence[Person],
) -> Answer:
    """An answer with its figures, the calls behind them, and over what it was computed."""
    period = query.period if not isinstance(query, TrendOf) else None
    whose, when = asking.scope(reps, period)
    stored = [f.proficiency for f in figures if f.proficiency is not None]
    if stored:
        when = say.as_of(min(p.as_of for p in stored), asking.zone)
    elif figures:
        when = phrase("answer-average-of", when=when)
    return Answer(
        kind=query.kind,
        question=question,
        headline=headline,
        figures=figures,
        cited=cited.clips,
        calls=cited.calls,
        scope=(whose, when, *cited.note),
    )


def _by_level(figure: Figure) -> tuple[float, str]:
    return figure.level, figure.skill_id
