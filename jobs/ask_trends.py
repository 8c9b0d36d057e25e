"""Answers about change: how one rep's level moved."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from coaching.ask import say
from domain import said
from domain.people import Person
from domain.phrases import Phrase, phrase
from domain.questions import Answer, Figure, TrendOf
from domain.skills import Trend, TrendLabel
from domain.wording import MIN_CALLS
from jobs.ask_cited import Cited, cite
from jobs.ask_context import Asking
from jobs.ask_levels import answer_of, over

USUAL_DAYS = 60


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
        return answer_of(query, question, headline, (), Cited(), asking, [rep])
    lines = [line for figure in figures for line in _trend_lines(figure, query)]
    headline = _trend_headline(rep, figures, query, asking)
    cited = cite(figures if query.skill_id else _most_moved(figures, query), asking)
    answer = answer_of(query, question, headline, tuple(figures), cited, asking, [rep])
    return replace(answer, lines=tuple(lines))


def _with_trends(rep: Person, query: TrendOf, asking: Asking) -> list[Figure]:
    """Stored figures; computed anew only for a window that is not among the stored ones."""
    stored = asking.stored([rep], query.skill_id)
    if query.days is None or query.days in asking.services.rules.trend_days:
        return stored
    return over(stored, max(1, query.days), asking)


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


def _by_skill(asking: Asking) -> Callable[[Figure], int]:
    order = {skill_id: n for n, skill_id in enumerate(asking.services.skills)}
    return lambda figure: order[figure.skill_id]
