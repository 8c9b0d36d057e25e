"""The answers for the windows of one call become one answer for each criterion.

The rule, in this order:

1. An answer whose level is proven in the transcript beats every one without a proven level:
   a window without the occasion says nothing of a window that had it.
2. A level of 2 or more beats 1, and 1 beats 0 ("never did"): a window in which it was not done
   says nothing of one in which it was.
3. From 2 on, the level proven by quotes from more different turns stands.
4. Of levels proven equally well the lower stands: a call must not score higher only because
   it was asked about more often. Then the earlier window.

Where no level is proven, an unproven one goes on to the evidence check, which refuses it with
its reason; else "cannot tell" if any window says so; "no occasion" only if all of them do.
"""

from collections.abc import Mapping, Sequence

from domain.calls import CallType, Transcript
from domain.rubrics import CriterionId, Rubric
from domain.scores import CriterionScore, GraderAnswer, NotScoredBecause
from scoring.evidence import MIDPOINT, check_answers
from scoring.quotes import says_enough
from scoring.screen import suspicious_turns

Answers = Mapping[CriterionId, GraderAnswer]


def merged_answers(
    rubric: Rubric, call_type: CallType, transcript: Transcript, windows: Sequence[Answers]
) -> Answers:
    """One unchecked answer for each criterion of the windows' answers; at least one window.

    Pure and deterministic: the same answers in the same order give the same result.
    """
    if len(windows) == 1:
        return windows[0]
    suspicious = suspicious_turns(transcript)
    checked = [
        {
            score.criterion_id: score
            for score in check_answers(
                rubric, call_type, transcript, answers, suspicious=suspicious
            )
        }
        for answers in windows
    ]
    return {
        name: max(
            (
                (answers[name], scores[name])
                for answers, scores in zip(windows, checked, strict=True)
            ),
            key=_rank,
        )[0]
        for name in windows[0]
    }


def _rank(candidate: tuple[GraderAnswer, CriterionScore]) -> tuple[int, int, int, int]:
    """Larger is better; ``max`` keeps the first of equals."""
    answer, score = candidate
    if score.level is None:
        return (0, _worth_of_none(answer), 0, 0)
    turns = len({e.turn_index for e in score.evidence if says_enough(e.quote)})
    return (1, min(score.level, MIDPOINT), turns, -score.level)


def _worth_of_none(answer: GraderAnswer) -> int:
    if answer.not_scored is None:
        return 2
    return 0 if answer.not_scored is NotScoredBecause.NO_OCCASION else 1
