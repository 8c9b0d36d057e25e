"""The built-in grader: no key, no network, the same answer every time."""

from collections.abc import Mapping
from dataclasses import replace

from domain.calls import CallType, Transcript
from domain.rubrics import Criterion, CriterionId, Rubric
from domain.scores import GraderAnswer, GraderReply, NotScoredBecause
from domain.usage import NOTHING, Usage
from scoring.builtin.conversation import Conversation
from scoring.builtin.language import is_english
from scoring.builtin.levels import READ
from scoring.builtin.signals import read_signals
from scoring.screen import suspicious_turns

VERSION = "4"
"""Raised with every change that could give the same call another level."""
MIN_REP_WORDS = 40
MIN_BUYER_WORDS = 25
MIN_REP_TURNS = 3


class BuiltinGrader:
    """Reads what can be proven from wording alone; see ``domain.ports.Grader``.

    Pure and deterministic. What it cannot prove it does not score: criteria without a reader,
    calls in another language than English, calls with too little speech, and criteria that
    a turn which speaks to a grader would have raised get a reason instead of a level. What it
    cannot do stands in docs/adr/0006-built-in-grader.md.
    """

    @property
    def name(self) -> str:
        """``builtin``."""
        return "builtin"

    @property
    def version(self) -> str:
        """Changes whenever the same call could get another level."""
        return VERSION

    def grade(
        self,
        rubric: Rubric,
        call_type: CallType,
        transcript: Transcript,
        *,
        spent: Usage = NOTHING,
    ) -> GraderReply:
        """Answer every applicable criterion of ``rubric``; costs and raises nothing."""
        del spent
        criteria = rubric.applicable(call_type)
        if not is_english(transcript):
            return _all(criteria, NotScoredBecause.UNSUPPORTED_LANGUAGE, _NOT_ENGLISH)
        suspicious = suspicious_turns(transcript)
        talk = Conversation(read_signals(transcript, suspicious), transcript, call_type)
        if _too_little(talk):
            return _all(criteria, NotScoredBecause.TOO_LITTLE_SPEECH, _TOO_LITTLE)
        answers = {c.id: _answer(c, talk) for c in criteria}
        if suspicious:
            whole = Conversation(read_signals(transcript), transcript, call_type)
            for c in criteria:
                without, within = answers[c.id], _answer(c, whole)
                if c.reader in _COUNTS_ALL_WORDS:
                    without = _lower(without, within, suspicious)
                answers[c.id] = _unless_raised(without, within)
        return GraderReply(answers=answers)


_NOT_ENGLISH = "The built-in grader reads English only."
_TOO_LITTLE = "Too little was said by the rep or the buyer to prove anything."
_RAISED = "A turn that seems to speak to a grader would have made this a higher level."
_NO_READER = "The built-in grader cannot prove this from wording; a model can."


_COUNTS_ALL_WORDS = frozenset({"balance"})
"""Readers of how much was said: words to a grader take the buyer's time like any others."""


def _too_little(talk: Conversation) -> bool:
    return (
        len(talk.rep) < MIN_REP_TURNS
        or sum(t.words for t in talk.rep) < MIN_REP_WORDS
        or sum(t.words for t in talk.buyer) < MIN_BUYER_WORDS
    )


def _all(criteria: tuple[Criterion, ...], because: NotScoredBecause, reason: str) -> GraderReply:
    answers: Mapping[CriterionId, GraderAnswer] = {
        c.id: GraderAnswer(criterion_id=c.id, level=None, not_scored=because, reason=reason)
        for c in criteria
    }
    return GraderReply(answers=answers)


def _lower(answer: GraderAnswer, whole: GraderAnswer, suspicious: frozenset[int]) -> GraderAnswer:
    """The answer of the whole call where its level is lower: talk cannot be hidden by flagging it.

    Its quotes from suspicious turns are left out; where none remain, the first answer's stand.
    """
    if answer.level is None or whole.level is None or whole.level >= answer.level:
        return answer
    quotes = tuple(e for e in whole.evidence if e.turn_index not in suspicious)
    return replace(whole, evidence=quotes or answer.evidence)


def _unless_raised(answer: GraderAnswer, whole: GraderAnswer) -> GraderAnswer:
    """The answer without the suspicious turns, unless they would have made it a higher level.

    They prove nothing; but where what was done may have been done in them, a lower level would
    be no proof that it was not.
    """
    if answer.level is None or whole.level is None or whole.level <= answer.level:
        return answer
    return GraderAnswer(
        criterion_id=answer.criterion_id,
        level=None,
        not_scored=NotScoredBecause.SUSPECT_EVIDENCE,
        reason=_RAISED,
    )


def _answer(criterion: Criterion, talk: Conversation) -> GraderAnswer:
    read = READ.get(criterion.reader or "")
    if read is None:
        return GraderAnswer(
            criterion_id=criterion.id,
            level=None,
            not_scored=NotScoredBecause.NO_READER,
            reason=_NO_READER,
        )
    finding = read(talk)
    return GraderAnswer(
        criterion_id=criterion.id,
        level=finding.level,
        not_scored=finding.not_scored,
        reason=finding.reason,
        tip=criterion.tip if finding.level is not None else "",
        better=finding.better,
        evidence=finding.evidence,
    )
