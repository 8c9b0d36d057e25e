"""Answers about coaching: comparisons, tiers that moved, what was agreed, practised, and next."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from coaching.ask import say
from coaching.commitments import proof_of
from coaching.focus import choose_focus, why
from domain import said
from domain.calls import CallId
from domain.clips import Clip
from domain.commitments import Commitment, Verdict
from domain.people import Person, PersonId, Role
from domain.phrases import Phrase, phrase
from domain.practice import OPEN, Assignment, AssignmentState
from domain.questions import (
    Answer,
    Because,
    CitedCall,
    Commitments,
    Compare,
    Figure,
    Focus,
    Practice,
    PracticeState,
    TierMoves,
)
from domain.skills import Z_90, TierChange
from domain.wording import MIN_CALLS
from jobs.ask_cited import MAX_CALLS, cite, cited
from jobs.ask_context import Asking
from jobs.ask_levels import averages
from jobs.scored_calls import scored_calls_for

EVER = datetime(2000, 1, 1, tzinfo=UTC)
MIN_PEOPLE = 5
"""Below so many people an average would give somebody away."""
ROUNDED_TO = 5.0
"""An average of people whom the asker may not see is rounded to so many points, so that who
joins or leaves cannot be worked out from two of them."""
SHOWN = 10
READ = 200
"""Tier moves at most that are told of."""
PROVED = 5
"""Commitments whose chances are counted: each takes reading a rep's calls."""
_VERDICTS = {
    Verdict.STICKING: "answer-sticking",
    Verdict.NOT_YET: "answer-not-yet",
    Verdict.TOO_FEW: "answer-too-few-chances",
}
_STATES = {
    AssignmentState.ASSIGNED: "answer-practice-assigned",
    AssignmentState.STARTED: "answer-practice-started",
    AssignmentState.PASSED: "answer-practice-passed",
    AssignmentState.NOT_PASSED: "answer-practice-not-passed",
    AssignmentState.OVERDUE: "answer-practice-overdue",
}


_MEANT = {
    PracticeState.OPEN: OPEN,
    PracticeState.OVERDUE: (AssignmentState.OVERDUE,),
    PracticeState.PASSED: (AssignmentState.PASSED,),
}


# ── comparisons ──────────────────────────────────────────────────────────────────────


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


# ── tiers ────────────────────────────────────────────────────────────────────────────


def tier_moves(query: TierMoves, asking: Asking) -> Answer:
    """Which announced tiers moved, newest first, each with the call that tipped it."""
    reps = asking.chosen(query.rep_id)
    if not reps:
        return asking.refused()
    within = asking.within(reps, query.period)
    changes = asking.tx.profiles.tier_changes(within.rep_ids, since=within.since or EVER)
    found = [
        change
        for change in changes
        if not change.is_first
        and change.skill_id in asking.services.skills
        and query.skill_id in (None, change.skill_id)
        and query.rose in (None, change.rose)
        and (within.until is None or change.at < within.until)
    ]
    tipped = _tipped(found, asking)
    found = [change for change in found if change.because_of in tipped]
    by_id = {rep.id: rep for rep in reps}
    shown = dict.fromkeys(change.because_of for change in found[:SHOWN])
    return Answer(
        kind=query.kind,
        question=Phrase("answer-asked-tiers"),
        headline=phrase("answer-tiers" if found else "answer-no-tiers", n=len(found)),
        lines=tuple(_tier_line(c, by_id[c.rep_id], asking) for c in found[:SHOWN]),
        figures=tuple(_tier_figure(c, by_id[c.rep_id], asking) for c in found),
        number=len(found),
        calls=tuple(tipped[call_id] for call_id in shown)[:MAX_CALLS],
        scope=asking.scope(reps, query.period),
    )


def _tier_line(change: TierChange, rep: Person, asking: Asking) -> Phrase:
    return phrase(
        "answer-tier-line",
        rep=say.name_of(rep, asking.asker),
        skill=asking.skill_name(change.skill_id),
        before=said.tier(change.before),
        after=said.tier(change.after),
        figure=said.from_calls(change.level, change.standard_error, change.calls),
        day=said.day(change.at.astimezone(asking.zone)),
    )


def _tier_figure(change: TierChange, rep: Person, asking: Asking) -> Figure:
    return Figure(
        rep_id=rep.id,
        rep_name=rep.name,
        skill_id=change.skill_id,
        skill_name=asking.skill_name(change.skill_id),
        level=change.level,
        standard_error=change.standard_error,
        calls=change.calls,
    )


def _tipped(changes: Sequence[TierChange], asking: Asking) -> dict[CallId, CitedCall]:
    """The calls that tipped them; a move is told once its call is open to the asker."""
    calls = (asking.tx.calls.get(call_id) for call_id in {c.because_of for c in changes[:READ]})
    opened = asking.opened([call for call in calls if call is not None])
    return {call.id: cited(call) for call in opened}


# ── agreed, practised, next ──────────────────────────────────────────────────────────


def commitments(query: Commitments, asking: Asking) -> Answer:
    """What was agreed in 1:1s and has not ended, and whether it happens on calls."""
    reps = asking.chosen(query.rep_id)
    if not reps:
        return asking.refused()
    found = [
        (rep, each)
        for rep in reps
        for each in asking.tx.commitments.of_rep(rep.id)[:1]
        if each.ended_at is None
    ]
    found.sort(key=lambda pair: (pair[1].agreed_at, pair[1].id), reverse=True)
    told = [_agreed(rep, each, asking) for rep, each in found[:PROVED]]
    rest = [_agreed_line(rep, each, asking) for rep, each in found[PROVED:SHOWN]]
    note = (Phrase("answer-numbers-only"),) if asking.sees_no_words and found else ()
    return Answer(
        kind=query.kind,
        question=Phrase("answer-asked-agreed"),
        headline=phrase("answer-agreed" if found else "answer-none-agreed", n=len(found)),
        lines=(*(line for line, _ in told), *rest),
        number=len(found),
        cited=tuple(clip for _, clips in told for clip in clips)[:4],
        scope=(say.whose(reps, asking.asker), *note),
    )


def _agreed(rep: Person, agreed: Commitment, asking: Asking) -> tuple[Phrase, tuple[Clip, ...]]:
    line = _agreed_line(rep, agreed, asking)
    if not asking.may_read(rep):
        return line, ()
    calls = scored_calls_for(asking.asker, rep, asking.tx, asking.services)
    proof = proof_of(agreed, calls, as_of=asking.now)
    verdict = phrase(_VERDICTS[proof.verdict], taken=proof.taken, seen=proof.seen)
    return phrase("answer-agreed-proof", line=line, verdict=verdict), proof.clips


def _agreed_line(rep: Person, agreed: Commitment, asking: Asking) -> Phrase:
    return phrase(
        "answer-agreed-line",
        rep=say.name_of(rep, asking.asker),
        behaviour=agreed.title,
        day=said.day(agreed.agreed_at.astimezone(asking.zone)),
    )


def practice(query: Practice, asking: Asking) -> Answer:
    """What was assigned to be practised, and how it went."""
    reps = asking.chosen(query.rep_id)
    if not reps:
        return asking.refused()
    by_id = {rep.id: rep for rep in reps}
    states = () if query.state is None else _MEANT[query.state]
    found = asking.tx.practice.assignments(rep_ids=list(by_id), states=states)
    return Answer(
        kind=query.kind,
        question=Phrase("answer-asked-practice"),
        headline=phrase("answer-practice" if found else "answer-no-practice", n=len(found)),
        lines=tuple(_practice_line(each, by_id[each.rep_id], asking) for each in found[:SHOWN]),
        number=len(found),
        scope=(say.whose(reps, asking.asker), Phrase("answer-no-live-call")),
    )


def _practice_line(each: Assignment, rep: Person, asking: Asking) -> Phrase:
    skill = asking.services.skills.get(each.skill_id)
    best = Phrase("answer-practice-no-score")
    if each.best_score is not None:
        best = phrase("answer-practice-best", score=said.points(each.best_score))
    return phrase(
        "answer-practice-line",
        rep=say.name_of(rep, asking.asker),
        skill=skill.name if skill else each.skill_id,
        state=Phrase(_STATES[each.state]),
        best=best,
        used=each.attempts_used,
        allowed=each.attempts_allowed,
        day=said.day(each.due_at.astimezone(asking.zone)),
    )


def focus(query: Focus, asking: Asking) -> Answer:
    """The one or two skills where the most is to be won, and why."""
    rep = asking.rep(query.rep_id)
    if rep is None:
        return asking.refused()
    figures = {figure.skill_id: figure for figure in asking.stored([rep])}
    stored = [f.proficiency for f in figures.values() if f.proficiency is not None]
    monday = asking.today - timedelta(days=asking.today.weekday())
    chosen = choose_focus(stored, (), monday=monday)
    who = say.name_of(rep, asking.asker)
    meant = [figures[choice.skill_id] for choice in chosen.choices]
    names = tuple(phrase("plain", text=figure.skill_name) for figure in meant)
    headline = chosen.nothing_because or phrase("answer-focus", who=who, skills=names)
    shown = cite(meant, asking)
    return Answer(
        kind=query.kind,
        question=phrase("answer-asked-focus", who=who),
        headline=headline,
        lines=tuple(why(choice, asking.skill_name(choice.skill_id)) for choice in chosen.choices),
        figures=tuple(meant),
        cited=shown.clips,
        calls=shown.calls,
        scope=(say.whose([rep], asking.asker), say.as_of(asking.now, asking.zone), *shown.note),
    )
