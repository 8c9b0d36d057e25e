"""Holds "the buyer gave no occasion" against what the buyer said.

A model that overlooks an objection takes the criterion out of the score without a trace. Where
a built-in reader finds the occasion itself, the model's word does not stand: the criterion is
not scored since the grader is unsure, and the turn is named. Where none is found, the reason
says which turns were searched.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from domain.calls import CallType, Side, Transcript
from domain.rubrics import Criterion, CriterionId
from domain.scores import GraderAnswer, NotScoredBecause
from scoring.builtin.conversation import Conversation
from scoring.builtin.objections import concerns_of
from scoring.builtin.signals import read_signals
from scoring.screen import suspicious_turns

Answers = Mapping[CriterionId, GraderAnswer]


def with_occasions_checked(
    criteria: tuple[Criterion, ...], call_type: CallType, transcript: Transcript, answers: Answers
) -> Answers:
    """The same answers; each ``no_occasion`` contradicted, or with the span that was searched.

    Pure. The built-in readers know English only: in another language nothing is contradicted.
    """
    doubted = [c for c in criteria if _says_none(answers[c.id])]
    if not doubted:
        return answers
    signals = read_signals(transcript, suspicious_turns(transcript))
    talk = Conversation(signals, transcript, call_type)
    return {**answers, **{c.id: _checked(c, talk, answers[c.id]) for c in doubted}}


def _says_none(answer: GraderAnswer) -> bool:
    return answer.level is None and answer.not_scored is NotScoredBecause.NO_OCCASION


def _checked(criterion: Criterion, talk: Conversation, answer: GraderAnswer) -> GraderAnswer:
    find = _FINDS.get(criterion.reader or "")
    occasion = find(talk) if find else None
    if occasion is None:
        return replace(answer, reason=f"{_searched(talk)} {answer.reason}".strip())
    return replace(
        answer,
        not_scored=NotScoredBecause.GRADER_UNSURE,
        reason=f"The grader saw no occasion, yet {occasion}.",
    )


def _searched(talk: Conversation) -> str:
    """The buyer's first and last turn in words, numbered from 1 as people see them."""
    said = [t.index + 1 for t in talk.transcript.turns if t.side is Side.BUYER]
    if not said:
        return "The buyer said nothing that could be searched."
    return f"Searched the buyer's turns from {said[0]} to {said[-1]}."


def _concern(talk: Conversation) -> str | None:
    concerns = concerns_of(talk)
    if not concerns:
        return None
    first = concerns[0]
    return f"the buyer's turn {first.said.index + 1} sounds like a concern ({first.kind})"


_FINDS: Mapping[str, Callable[[Conversation], str | None]] = {"objections": _concern}
"""By reader: the occasion in words, or ``None`` if it finds none."""
