"""Answers about levels: one rep, who stands where, and what changed."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

from coaching.ask import say
from domain import said
from domain.people import Person
from domain.phrases import Phrase, PhraseValue, phrase
from domain.ports.search import Average
from domain.questions import AboutRep, Answer, Direction, Figure, Period, TrendOf, Who
from domain.rubrics import SkillId
from domain.skills import Tier, Trend, TrendLabel
from domain.wording import MIN_CALLS
from jobs.ask_cited import Cited, cite
from jobs.ask_context import Asking
from jobs.profiles import profile_as_of

RANKED = 8
"""Reps that a ranking names; the first ones are who is meant."""
USUAL_DAYS = 60
COMPUTED_ANEW = 30
"""Figures at most whose change over unusual days is computed for a question about a team."""
_NEEDS_HELP = (None, Tier.NEEDS_WORK, Tier.DEVELOPING)


# ── one rep ──────────────────────────────────────────────────────────────────────────


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
    return _answer(query, question, headline, shown, cited, asking, [rep])


def _every_skill(rep: Person, query: AboutRep, figures: Sequence[Figure], asking: Asking) -> Answer:
    who = say.name_of(rep, asking.asker)
    question = phrase("answer-asked-rep", who=who)
    if not figures:
        headline = phrase("answer-rep-few", who=who, least=MIN_CALLS)
        return _answer(query, question, headline, (), Cited(), asking, [rep])
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
    answer = _answer(query, question, headline, tuple(figures), cited, asking, [rep])
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
    calls are in general.
    """
    by_id = {rep.id: rep for rep in reps}
    found = asking.tx.search.averages(asking.within(reps, period), skill_id)
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


# ── who ──────────────────────────────────────────────────────────────────────────────


def who(query: Who, asking: Asking) -> Answer:
    """Who is weak or strong, or whose level moved; one line a rep, those who are meant first."""
    if not asking.active:
        return asking.refused()
    if query.direction in (Direction.IMPROVED, Direction.SLIPPING):
        return _who_moved(query, asking)
    if query.period is None:
        figures = asking.stored(asking.active, query.skill_id)
    else:
        figures = averages(asking.active, query.skill_id, query.period, asking)
    strong = query.direction is Direction.STRONG
    ranked = _one_each([f for f in figures if f.calls >= MIN_CALLS], strong=strong)
    question = _question_who(query, asking)
    if not ranked:
        return _answer(query, question, say.NOTHING, (), Cited(), asking, asking.active)
    cited = cite(ranked[:2], asking, period=query.period, strong=strong)
    headline = _ranking(ranked, query)
    answer = _answer(query, question, headline, tuple(ranked), cited, asking, asking.active)
    lines = [_line(f, named=query.skill_id is None) for f in ranked[:RANKED]]
    if len(ranked) > RANKED:
        lines.append(phrase("answer-more", n=len(ranked) - RANKED))
    return replace(answer, lines=(*lines, *_without(ranked, asking)))


def _one_each(figures: Sequence[Figure], *, strong: bool) -> list[Figure]:
    """Each rep's figure, their lowest or highest one; the reps who are meant first."""
    sign = -1.0 if strong else 1.0
    ordered = sorted(figures, key=lambda f: (sign * f.level, f.rep_name, f.skill_id))
    first: dict[object, Figure] = {}
    for figure in ordered:
        first.setdefault(figure.rep_id, figure)
    return list(first.values())


def _ranking(ranked: Sequence[Figure], query: Who) -> Phrase:
    named = query.skill_id is None
    first = ranked[0]
    strong = query.direction is Direction.STRONG
    key = "answer-strongest" if strong else "answer-weakest"
    tier = first.proficiency.tier if first.proficiency else None
    if not strong and first.proficiency is not None and tier not in _NEEDS_HELP:
        key = "answer-nobody-weak"
    if len(ranked) > 1 and say.apart(first, ranked[1]) < say.CLOSE_CALL:
        second = _line(ranked[1], named=named)
        return phrase(
            "answer-close", first=phrase(key, line=_line(first, named=named)), second=second
        )
    return phrase(key, line=_line(first, named=named))


def _line(figure: Figure, *, named: bool) -> Phrase:
    name = phrase("plain", text=figure.rep_name)
    if named:
        name = phrase("answer-rep-in-skill", rep=figure.rep_name, skill=figure.skill_name)
    return phrase("answer-line", who=name, figure=say.level(figure))


def _without(ranked: Sequence[Figure], asking: Asking) -> tuple[Phrase, ...]:
    shown = {figure.rep_id for figure in ranked}
    few = tuple(phrase("plain", text=rep.name) for rep in asking.active if rep.id not in shown)
    return (phrase("answer-too-few-for", reps=few[:RANKED]),) if few else ()


def _who_moved(query: Who, asking: Asking) -> Answer:
    """Whose level moved by more than chance over the window that was asked for."""
    days, figures = _moved_over(query, asking)
    up = query.direction is Direction.IMPROVED
    label = TrendLabel.IMPROVING if up else TrendLabel.DECLINING
    moved = []
    for figure in figures:
        trend = figure.proficiency.trend(days) if figure.proficiency else None
        if trend is not None and trend.known and trend.label is label and figure.calls >= MIN_CALLS:
            moved.append((figure, trend))
    moved.sort(key=lambda each: (-abs(each[1].change or 0.0), each[0].rep_name, each[0].skill_id))
    question = _question_who(query, asking)
    none = "answer-nobody-improved" if up else "answer-nobody-slipping"
    lines = tuple(_moved_line(figure, trend) for figure, trend in moved[:RANKED])
    headline = lines[0] if lines else phrase(none, days=days)
    shown = tuple(figure for figure, _ in moved)
    cited = cite(shown[:2], asking, strong=up)
    answer = _answer(query, question, headline, shown, cited, asking, asking.active)
    window = phrase("answer-window", days=days)
    return replace(
        answer,
        lines=lines[1:],
        number=len(moved),
        scope=(answer.scope[0], window, *answer.scope[2:]),
    )


def _moved_line(figure: Figure, trend: Trend) -> Phrase:
    return phrase(
        "answer-moved",
        rep=figure.rep_name,
        skill=figure.skill_name,
        trend=said.trend(trend),
        figure=say.level(figure),
    )


def _moved_over(query: Who, asking: Asking) -> tuple[int, list[Figure]]:
    """Over how many days, and the figures with their change over them.

    The days asked for where they are stored or few figures have to be computed anew; else the
    shortest stored window that holds them, which the answer says.
    """
    figures = asking.stored(asking.active, query.skill_id)
    known = sorted(asking.services.rules.trend_days)
    first = query.period.first if query.period else None
    wanted = USUAL_DAYS if first is None else (asking.today - first).days
    if wanted in known:
        return wanted, figures
    if len(figures) <= COMPUTED_ANEW:
        return max(1, wanted), _over(figures, max(1, wanted), asking)
    return next((days for days in known if days >= wanted), known[-1]), figures


def _over(figures: Sequence[Figure], days: int, asking: Asking) -> list[Figure]:
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


def _question_who(query: Who, asking: Asking) -> Phrase:
    about = asking.skill_name(query.skill_id) if query.skill_id else None
    skill = Phrase("answer-any-skill") if about is None else phrase("plain", text=about)
    match query.direction:
        case Direction.WEAK:
            return phrase("answer-asked-weak", skill=skill)
        case Direction.STRONG:
            return phrase("answer-asked-strong", skill=skill)
        case Direction.IMPROVED:
            return phrase("answer-asked-improved", skill=skill)
        case _:
            return phrase("answer-asked-slipping", skill=skill)


# ── what changed ─────────────────────────────────────────────────────────────────────


def trend_of(query: TrendOf, asking: Asking) -> Answer:
    """How one rep's level moved over 30, 60 and 90 days, or over the days asked for."""
    rep = asking.rep(query.rep_id)
    if rep is None:
        return asking.refused()
    who = say.name_of(rep, asking.asker)
    figures = _with_trends(rep, query, asking)
    figures = sorted((f for f in figures if f.calls >= MIN_CALLS), key=_by_skill(asking))
    question = phrase("answer-asked-trend", who=who)
    if not figures:
        headline = phrase("answer-rep-few", who=who, least=MIN_CALLS)
        return _answer(query, question, headline, (), Cited(), asking, [rep])
    lines = [line for figure in figures for line in _trend_lines(figure, query)]
    headline = _trend_headline(rep, figures, query, asking)
    cited = cite(figures if query.skill_id else _most_moved(figures, query), asking)
    answer = _answer(query, question, headline, tuple(figures), cited, asking, [rep])
    return replace(answer, lines=tuple(lines))


def _with_trends(rep: Person, query: TrendOf, asking: Asking) -> list[Figure]:
    """Stored figures; computed anew only for a window that is not among the stored ones."""
    stored = asking.stored([rep], query.skill_id)
    if query.days is None or query.days in asking.services.rules.trend_days:
        return stored
    return _over(stored, max(1, query.days), asking)


def _trend_lines(figure: Figure, query: TrendOf) -> list[Phrase]:
    """One skill: a line a window; several: one line a skill."""
    assert figure.proficiency is not None  # noqa: S101 - made from one
    trends = _asked_for(figure, query)
    if query.skill_id is None:
        known = next((t for t in trends if t.known), None)
        name = phrase("plain", text=figure.skill_name)
        return [
            phrase("answer-trend-line", who=name, trend=said.trend(known), figure=say.level(figure))
        ]
    return [said.trend(t) if t.known else phrase("answer-trend-early", days=t.days) for t in trends]


def _asked_for(figure: Figure, query: TrendOf) -> list[Trend]:
    assert figure.proficiency is not None  # noqa: S101 - made from one
    trends = figure.proficiency.trends
    if query.days is not None:
        return [t for t in trends if t.days == query.days]
    return sorted(trends, key=lambda t: (t.days != USUAL_DAYS, t.days))


def _trend_headline(
    rep: Person, figures: Sequence[Figure], query: TrendOf, asking: Asking
) -> Phrase:
    who = say.name_of(rep, asking.asker)
    if query.skill_id is not None:
        known = next((t for t in _asked_for(figures[0], query) if t.known), None)
        return phrase(
            "answer-trend",
            who=who,
            skill=figures[0].skill_name,
            trend=said.trend(known),
            figure=say.level(figures[0]),
        )
    labels = [next((t.label for t in _asked_for(f, query) if t.known), None) for f in figures]
    return phrase(
        "answer-trends",
        who=who,
        up=labels.count(TrendLabel.IMPROVING),
        down=labels.count(TrendLabel.DECLINING),
        n=len(figures),
    )


def _most_moved(figures: Sequence[Figure], query: TrendOf) -> list[Figure]:
    def moved(figure: Figure) -> float:
        return max((abs(t.change or 0.0) for t in _asked_for(figure, query) if t.known), default=0)

    return sorted(figures, key=lambda f: (-moved(f), f.skill_id))[:2]


# ── what every answer ends with ──────────────────────────────────────────────────────


def _answer(
    query: AboutRep | Who | TrendOf,
    question: Phrase,
    headline: Phrase,
    figures: tuple[Figure, ...],
    cited: Cited,
    asking: Asking,
    reps: Sequence[Person],
) -> Answer:
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


def _by_skill(asking: Asking) -> Callable[[Figure], int]:
    order = {skill_id: n for n, skill_id in enumerate(asking.services.skills)}
    return lambda figure: order[figure.skill_id]
