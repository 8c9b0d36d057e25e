"""Whether what was agreed on in a 1:1 happens on calls: chances seen, chances taken, verdict."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from math import comb

from coaching.clips import ScoredCall, criterion_clip
from domain.clips import Clip
from domain.commitments import Commitment, Proof, Verdict
from domain.scores import CriterionScore

TAKEN_LEVEL = 3
"""From this level on (0-4) a chance counts as taken."""
FEWEST_CHANCES = 3
MOSTLY = 0.85
"""How sure it must be that the behaviour now happens on more than half of its chances."""
CALLS_BEFORE = 10


def proof_of(commitment: Commitment, calls: Sequence[ScoredCall], *, as_of: datetime) -> Proof:
    """What the rep's calls since the 1:1 say, up to ``as_of``.

    A chance is a call on which the behaviour was scored: without an occasion it is none, so
    a rep whose buyers never raised the matter has not failed. Raises nothing.
    """
    since = [s for s in calls if commitment.agreed_at < s.call.started_at <= as_of]
    earlier = [s for s in calls if s.call.started_at <= commitment.agreed_at]
    now, before = list(_chances(commitment, since)), list(_chances(commitment, earlier))
    before = before[: min(CALLS_BEFORE, max(len(now), FEWEST_CHANCES))]
    taken = sum(_taken(score) for _, score in now)
    return Proof(
        commitment=commitment,
        seen=len(now),
        taken=taken,
        before_seen=len(before),
        before_taken=sum(_taken(score) for _, score in before),
        verdict=verdict_of(taken, len(now)),
        clips=_clips(now),
    )


def verdict_of(taken: int, seen: int) -> Verdict:
    """Sticking only where the chances can carry it.

    With ``k`` of ``n`` chances taken and nothing known before, the probability that the
    behaviour happens on more than half of its chances is
    ``P(Beta(k+1, n-k+1) > 1/2) = P(Binomial(n+1, 1/2) <= k)``; sticking from 0.85 on, and from
    three chances on.
    """
    if seen < FEWEST_CHANCES:
        return Verdict.TOO_FEW
    mostly = sum(comb(seen + 1, i) for i in range(taken + 1)) / 2 ** (seen + 1)
    return Verdict.STICKING if mostly >= MOSTLY else Verdict.NOT_YET


def _chances(
    commitment: Commitment, calls: Sequence[ScoredCall]
) -> Iterator[tuple[ScoredCall, CriterionScore]]:
    """Calls that scored the behaviour, newest first.

    Rubrics name the same behaviour alike; a namesake that feeds another skill is another one.
    """
    for scored in sorted(calls, key=lambda s: (s.call.started_at, s.call.id), reverse=True):
        for score in scored.scorecard.criteria:
            same = score.criterion_id == commitment.criterion_id
            if same and commitment.skill_id in score.skill_ids and score.level is not None:
                yield scored, score


def _taken(score: CriterionScore) -> bool:
    return score.level is not None and score.level >= TAKEN_LEVEL


def _clips(chances: Sequence[tuple[ScoredCall, CriterionScore]]) -> tuple[Clip, ...]:
    """The latest chance taken and the latest one missed, where the words still stand."""
    found: list[Clip] = []
    for wanted in (True, False):
        for scored, score in chances:
            clip = criterion_clip(scored, score) if _taken(score) is wanted else None
            if clip is not None:
                found.append(clip)
                break
    return tuple(found)
