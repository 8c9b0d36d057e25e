"""Answers that compare: two reps, or a rep with the average of their team."""

import math
from collections.abc import Sequence
from dataclasses import replace

from coaching.ask import say
from domain import said
from domain.people import Person, PersonId, Role
from domain.phrases import Phrase, phrase
from domain.questions import (
    Answer,
    Because,
    Compare,
    Figure,
)
from domain.skills import Z_90
from domain.wording import MIN_CALLS
from jobs.ask_cited import cite
from jobs.ask_context import Asking
from jobs.ask_levels import averages

MIN_PEOPLE = 5
"""Below so many people an average would give somebody away."""
ROUNDED_TO = 5.0
"""An average of people whom the asker may not see is rounded to so many points, so that who
joins or leaves cannot be worked out from two of them."""


def compare(query: Compare, asking: Asking) -> Answer:
    """Two reps, or a rep with the average of the others of their team."""
    rep = asking.rep(query.rep_id)
    other = asking.rep(query.other_id) if query.other_id else None
    if rep is None or (query.other_id is not None and other is None) or rep is other:
        return asking.refused()
    own = _enough(_levels(rep, query, asking))
    if other is not None:
        theirs = _enough(_levels(other, query, asking))
        name, inside = say.name_of(other, asking.asker), say.inside(other, asking.asker)
    else:
        found = _of_others(rep, query, asking)
        if found is None:
            return asking.refused(Because.FEW_PEOPLE)
        theirs, name, inside = found, Phrase("answer-others"), Phrase("answer-others-inside")
    return _compared(query, rep, own, theirs, (name, inside), asking)


def _levels(rep: Person, query: Compare, asking: Asking) -> list[Figure]:
    """Today's levels; with a period, what the calls of it scored on average."""
    if query.period is None:
        return asking.stored([rep], query.skill_id)
    return averages([rep], query.skill_id, query.period, asking)


def _enough(figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.calls >= MIN_CALLS]


def _of_others(rep: Person, query: Compare, asking: Asking) -> list[Figure] | None:
    """The average of the others of the rep's team, by skill; ``None``: of too few people."""
    if rep.team_id is None:
        return None
    others = [
        p
        for p in asking.organisation.people
        if p.active and p.role is Role.REP and p.team_id == rep.team_id and p.id != rep.id
    ]
    hidden = asking.asker.role is Role.REP
    by_skill: dict[str, list[Figure]] = {}
    for found in asking.tx.profiles.of_reps([p.id for p in others]):
        wanted = query.skill_id in (None, found.skill_id) and found.calls >= MIN_CALLS
        if wanted and found.skill_id in asking.services.skills:
            by_skill.setdefault(found.skill_id, []).append(asking.figure(rep, found))
    averages = [
        _average(each, hidden=hidden) for each in by_skill.values() if len(each) >= MIN_PEOPLE
    ]
    return averages or None


def _average(figures: Sequence[Figure], *, hidden: bool) -> Figure:
    n = len(figures)
    level = sum(f.level for f in figures) / n
    variance = sum(f.standard_error**2 for f in figures) / n**2
    if hidden:
        level = ROUNDED_TO * round(level / ROUNDED_TO)
        variance += ROUNDED_TO**2 / 12.0
    return replace(
        figures[0],
        rep_id=None,
        rep_name="",
        level=level,
        standard_error=math.sqrt(variance),
        calls=sum(f.calls for f in figures),
        proficiency=None,
    )


def _compared(
    query: Compare,
    rep: Person,
    own: Sequence[Figure],
    theirs: Sequence[Figure],
    names: tuple[Phrase, Phrase],
    asking: Asking,
) -> Answer:
    by_skill = {figure.skill_id: figure for figure in theirs}
    pairs = [(mine, by_skill[mine.skill_id]) for mine in own if mine.skill_id in by_skill]
    who, (name, inside) = say.name_of(rep, asking.asker), names
    question = phrase("answer-asked-compare", who=who, other=inside)
    reps = [rep, *([o] if (o := asking.rep(query.other_id or PersonId(""))) else [])]
    when = say.as_of(asking.now, asking.zone)
    if query.period is not None:
        when = phrase("answer-average-of", when=say.when(query.period))
    scope = (say.whose(reps, asking.asker), when)
    if not pairs:
        return Answer(kind=query.kind, question=question, headline=say.NOTHING, scope=scope)
    figures = tuple(figure for pair in pairs for figure in pair)
    shown = cite([f for f in figures if f.rep_id is not None][:2], asking, period=query.period)
    return Answer(
        kind=query.kind,
        question=question,
        headline=_headline(pairs, who, inside),
        lines=tuple(_pair_line(mine, other, who, name) for mine, other in pairs),
        figures=figures,
        cited=shown.clips,
        calls=shown.calls,
        scope=(*scope, *_basis(theirs), *shown.note),
    )


def _basis(theirs: Sequence[Figure]) -> tuple[Phrase, ...]:
    return (Phrase("answer-average-basis"),) if theirs and theirs[0].rep_id is None else ()


def _headline(pairs: Sequence[tuple[Figure, Figure]], who: Phrase, name: Phrase) -> Phrase:
    if len(pairs) == 1:
        (mine, other) = pairs[0]
        if say.apart(mine, other) < say.CLOSE_CALL:
            return phrase("answer-compare-close", who=who, other=name, skill=mine.skill_name)
        gap = mine.level - other.level
        half = max(
            1, math.floor(Z_90 * math.hypot(mine.standard_error, other.standard_error) + 0.5)
        )
        key = "answer-compare-ahead" if gap > 0 else "answer-compare-behind"
        by = said.points(abs(gap))
        return phrase(key, who=who, other=name, skill=mine.skill_name, by=by, half=half)
    clear = [m.level > o.level for m, o in pairs if say.apart(m, o) >= say.CLOSE_CALL]
    return phrase(
        "answer-compare-many",
        who=who,
        other=name,
        ahead=sum(clear),
        behind=len(clear) - sum(clear),
        close=len(pairs) - len(clear),
    )


def _pair_line(mine: Figure, other: Figure, who: Phrase, name: Phrase) -> Phrase:
    theirs = say.level(other)
    if other.rep_id is None:
        theirs = said.sure(other.level, other.standard_error)
    return phrase(
        "answer-pair",
        skill=mine.skill_name,
        who=who,
        mine=say.level(mine),
        other=name,
        theirs=theirs,
    )
