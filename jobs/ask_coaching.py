"""Answers about coaching: tiers that moved, what was agreed, and what was practised."""

from collections.abc import Sequence
from datetime import UTC, datetime

from coaching.ask import say
from coaching.commitments import proof_of
from domain import said
from domain.calls import CallId
from domain.clips import Clip
from domain.commitments import Commitment, Verdict
from domain.people import Person
from domain.phrases import Phrase, phrase
from domain.practice import OPEN, Assignment, AssignmentState
from domain.questions import (
    Answer,
    CitedCall,
    Commitments,
    Figure,
    Practice,
    PracticeState,
    TierMoves,
)
from domain.skills import TierChange
from jobs.ask_cited import MAX_CALLS, cited
from jobs.ask_context import Asking
from jobs.scored_calls import scored_calls_for

EVER = datetime(2000, 1, 1, tzinfo=UTC)
SHOWN = 10
READ = 200
"""The latest tier moves that are looked at; of more it is said that there are more."""
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
    PracticeState.FAILED: (AssignmentState.NOT_PASSED,),
}
_NONE_SO = {
    PracticeState.OPEN: "answer-practice-none-open",
    PracticeState.OVERDUE: "answer-practice-none-overdue",
    PracticeState.PASSED: "answer-practice-none-passed",
    PracticeState.FAILED: "answer-practice-none-failed",
}


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
    key = "answer-tiers" if len(found) <= READ else "answer-tiers-many"
    tipped = _tipped(found[:READ], asking)
    found = [change for change in found[:READ] if change.because_of in tipped]
    by_id = {rep.id: rep for rep in reps}
    shown = dict.fromkeys(change.because_of for change in found[:SHOWN])
    return Answer(
        kind=query.kind,
        question=Phrase("answer-asked-tiers"),
        headline=phrase(key if found else "answer-no-tiers", n=len(found)),
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
    calls = (asking.tx.calls.get(call_id) for call_id in {c.because_of for c in changes})
    opened = asking.opened([call for call in calls if call is not None])
    return {call.id: cited(call) for call in opened}


# ── agreed and practised ─────────────────────────────────────────────────────────────


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
        about_reps=tuple(rep.id for rep, _ in found[:SHOWN]),
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
    """What was assigned to be practised, and how it went.

    Where nothing is as it was asked for, a named rep's assignments are listed as they are.
    """
    reps = asking.chosen(query.rep_id)
    if not reps:
        return asking.refused()
    by_id = {rep.id: rep for rep in reps}
    every = asking.tx.practice.assignments(rep_ids=list(by_id))
    found = [e for e in every if query.state is None or e.state in _MEANT[query.state]]
    told = every if query.rep_id and not found else found
    return Answer(
        kind=query.kind,
        question=Phrase("answer-asked-practice"),
        headline=_practice_headline(query, found, every),
        lines=tuple(_practice_line(each, by_id[each.rep_id], asking) for each in told[:SHOWN]),
        number=len(found),
        about_reps=tuple(each.rep_id for each in told[:SHOWN]),
        scope=(say.whose(reps, asking.asker), Phrase("answer-no-live-call")),
    )


def _practice_headline(
    query: Practice, found: Sequence[Assignment], every: Sequence[Assignment]
) -> Phrase:
    if found:
        return phrase("answer-practice", n=len(found))
    if query.state is None or not every:
        return Phrase("answer-no-practice")
    return Phrase(_NONE_SO[query.state])


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
