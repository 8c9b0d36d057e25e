"""Keeps only what the rubric offers and the transcript proves.

What a grader says is a claim. A level stands if the words that prove it stand in the turn
they are said to stand in, spoken by the right side; otherwise the criterion is *not scored*
with the reason: a grader's slip says nothing about the rep, so it never becomes a low score.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.calls import CallType, Side, Transcript
from domain.errors import GradingError
from domain.rubrics import MAX_LEVEL, MIN_LEVEL, Criterion, CriterionId, Rubric
from domain.scores import CriterionScore, Evidence, GraderAnswer, NotScoredBecause
from scoring.prose import Prose
from scoring.quotes import find_quote, says_enough

LOW_LEVEL = 1
"""Up to here a missed moment or the two ends of the searched span are proof enough."""
MIDPOINT = 2
"""Above it, two quotes from different turns are needed."""
MAX_EVIDENCE = 6
REPLY_TURNS = 2
"""How near a quote of the other side must be to count as the reply in the same exchange."""


def check_answers(
    rubric: Rubric,
    call_type: CallType,
    transcript: Transcript,
    answers: Mapping[CriterionId, GraderAnswer],
    *,
    suspicious: frozenset[int] = frozenset(),
) -> tuple[CriterionScore, ...]:
    """One ``CriterionScore`` per criterion of the rubric, in its order.

    A level needs evidence: at least one quote found in the turn it names, ignoring case,
    spacing and punctuation, of the criterion's side, at least four words long, and not from a
    ``suspicious`` turn. Levels 3 and 4 need two such quotes from different turns. Levels 0 and
    1 may instead rest on such a quote of either side: the buyer's moment that was missed, or
    the ends of the span that was searched. A quote of the other side, and a whole turn of fewer
    words, may stand beside a proof, never alone. What is kept is the transcript's own text.

    Raises:
        GradingError: an applicable criterion has no answer.
    """
    applicable = {c.id for c in rubric.applicable(call_type)}
    missing = [c.id for c in rubric.criteria if c.id in applicable and c.id not in answers]
    if missing:
        raise GradingError(f"no answer for {', '.join(missing)}")
    prose = Prose(transcript, suspicious)
    return tuple(
        _Check(c, transcript, suspicious, prose).of(answers[c.id])
        if c.id in applicable
        else _without(c, NotScoredBecause.NOT_APPLICABLE, "")
        for c in rubric.criteria
    )


def _without(criterion: Criterion, because: NotScoredBecause, reason: str) -> CriterionScore:
    return CriterionScore(
        criterion_id=criterion.id,
        skill_ids=tuple(link.skill_id for link in criterion.skills),
        level=None,
        not_scored=because,
        reason=reason,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """One claimed quote: the evidence if it holds, else what is wrong with it."""

    evidence: Evidence | None = None
    side: Side = Side.UNKNOWN
    wrong: NotScoredBecause | None = None

    def proof_of(self, side: Side | None) -> Evidence | None:
        """The quote, if it says enough and is of this side (``None``: of either)."""
        if self.evidence is None or side not in (None, self.side):
            return None
        return self.evidence if says_enough(self.evidence.quote) else None


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks the answer for one criterion."""

    criterion: Criterion
    transcript: Transcript
    suspicious: frozenset[int]
    prose: Prose

    def of(self, answer: GraderAnswer) -> CriterionScore:
        """The checked score."""
        if answer.level is None or answer.not_scored is not None:
            return self._unscored(answer)
        if isinstance(answer.level, bool) or not MIN_LEVEL <= answer.level <= MAX_LEVEL:
            return self._refused(NotScoredBecause.LEVEL_OFF_SCALE)
        found = [self._find(e) for e in answer.evidence[: 2 * MAX_EVIDENCE]]
        kept = self._proof(answer.level, found)
        if not kept:
            return self._refused(_why_not(found, self.criterion.evidence_side))
        level = answer.level
        reason = self.prose.safe(answer.reason) or f"Level {level}: {self.criterion.anchors[level]}"
        return CriterionScore(
            criterion_id=self.criterion.id,
            skill_ids=tuple(link.skill_id for link in self.criterion.skills),
            level=level,
            not_scored=None,
            reason=reason,
            tip=self.prose.safe(answer.tip) or self.criterion.tip,
            better=self.prose.safe(answer.better),
            evidence=kept,
        )

    def _unscored(self, answer: GraderAnswer) -> CriterionScore:
        """A reason without a level. Both, neither or an impossible reason: unsure."""
        because = answer.not_scored
        contradicts = because is None or answer.level is not None
        unearned = because is NotScoredBecause.NO_OCCASION and not self.criterion.needs_occasion
        if because is None or contradicts or unearned:
            because = NotScoredBecause.GRADER_UNSURE
        return _without(self.criterion, because, self.prose.safe(answer.reason))

    def _refused(self, because: NotScoredBecause) -> CriterionScore:
        return _without(self.criterion, because, _REFUSALS[because])

    def _find(self, claim: Evidence) -> _Found:
        if not 0 <= claim.turn_index < len(self.transcript.turns):
            return _Found(wrong=NotScoredBecause.NO_VALID_EVIDENCE)
        turn = self.transcript.turns[claim.turn_index]
        passage = find_quote(claim.quote, turn.text)
        if passage is None:
            return _Found(wrong=NotScoredBecause.NO_VALID_EVIDENCE)
        if turn.index in self.suspicious:
            return _Found(wrong=NotScoredBecause.SUSPECT_EVIDENCE)
        if turn.side is Side.UNKNOWN:
            return _Found(wrong=NotScoredBecause.WRONG_SIDE)
        return _Found(Evidence(passage, turn.index), turn.side)

    def _proof(self, level: int, found: list[_Found]) -> tuple[Evidence, ...]:
        """The evidence to keep, what proves the level first; nothing if it does not carry it."""
        valid = {(f.evidence.quote, f.evidence.turn_index): f for f in found if f.evidence}
        side = None if level <= LOW_LEVEL else self.criterion.evidence_side
        proof = [e for f in valid.values() if (e := f.proof_of(side)) is not None]
        turns = {e.turn_index for e in proof}
        if len(turns) < (2 if level > MIDPOINT else 1):
            return ()
        beside = [f.evidence for f in valid.values() if f.evidence and f.evidence not in proof]
        if level > LOW_LEVEL:
            beside = [e for e in beside if _near(e, turns)]
        return (*proof, *beside)[:MAX_EVIDENCE]


def _near(evidence: Evidence, turns: set[int]) -> bool:
    return any(abs(evidence.turn_index - turn) <= REPLY_TURNS for turn in turns)


_REFUSALS: Mapping[NotScoredBecause, str] = {
    NotScoredBecause.LEVEL_OFF_SCALE: "The grader answered with a level that does not exist.",
    NotScoredBecause.SUSPECT_EVIDENCE: "The quoted words speak to a grader, so they prove nothing.",
    NotScoredBecause.WRONG_SIDE: "The quoted words were not spoken by the side they should prove.",
    NotScoredBecause.NO_VALID_EVIDENCE: (
        "Not enough quotes could be found in the turns they were said to stand in."
    ),
}


def _why_not(found: list[_Found], side: Side) -> NotScoredBecause:
    if any(f.wrong is NotScoredBecause.SUSPECT_EVIDENCE for f in found):
        return NotScoredBecause.SUSPECT_EVIDENCE
    if any(f.side is side for f in found):
        return NotScoredBecause.NO_VALID_EVIDENCE
    if any(f.evidence or f.wrong is NotScoredBecause.WRONG_SIDE for f in found):
        return NotScoredBecause.WRONG_SIDE
    return NotScoredBecause.NO_VALID_EVIDENCE
