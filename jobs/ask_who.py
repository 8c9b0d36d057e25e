"""Answers to who: is weak or strong, improved most or is slipping."""

from collections.abc import Sequence
from dataclasses import replace

from coaching.ask import say
from domain import said
from domain.phrases import Phrase, phrase
from domain.questions import Answer, Direction, Figure, Who
from domain.skills import Tier, Trend, TrendLabel
from domain.wording import MIN_CALLS
from jobs.ask_cited import Cited, cite
from jobs.ask_context import Asking
from jobs.ask_levels import answer_of, averages, over

RANKED = 8
"""Reps that a ranking names; the first ones are who is meant."""
USUAL_DAYS = 60
COMPUTED_ANEW = 30
"""Figures at most whose change over unusual days is computed for a question about a team."""
_NEEDS_HELP = (None, Tier.NEEDS_WORK, Tier.DEVELOPING)


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
        return answer_of(query, question, say.NOTHING, (), Cited(), asking, asking.active)
    cited = cite(ranked[:2], asking, period=query.period, strong=strong)
    headline = _ranking(ranked, query)
    answer = answer_of(query, question, headline, tuple(ranked), cited, asking, asking.active)
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
    answer = answer_of(query, question, headline, shown, cited, asking, asking.active)
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
    wanted = USUAL_DAYS if query.days is None else query.days
    if wanted in known:
        return wanted, figures
    if len(figures) <= COMPUTED_ANEW:
        return max(1, wanted), over(figures, max(1, wanted), asking)
    return next((days for days in known if days >= wanted), known[-1]), figures


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
