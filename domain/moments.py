"""Which of a score's quotes tells its story, and when none of them is a moment at all."""

from collections.abc import Sequence

from domain.calls import Side, Transcript
from domain.scores import CriterionScore, Evidence

HIGHEST_GAP_LEVEL = 2
"""Up to here a score shows something to work on."""
OCCASION_TURNS = 2
"""How shortly before the rep's words the buyer's must stand to be their occasion."""


def telling(score: CriterionScore, transcript: Transcript) -> Evidence | None:
    """The quote to show for a score, or ``None`` if no evidence is left.

    It is the first one, except for something to work on: the rep's words then only make
    sense with what the buyer said just before, where the evidence holds that.
    """
    if not score.evidence:
        return None
    told = score.evidence[0]
    if score.level is None or score.level > HIGHEST_GAP_LEVEL:
        return told
    return next((e for e in score.evidence if _is_occasion(e, told, transcript)), told)


def lacks_a_moment(score: CriterionScore, transcript: Transcript) -> bool:
    """Whether a low level rests on the whole call: what was looked for is nowhere in it.

    Its evidence is then the two ends of what was searched, the rep's first and last turn.
    """
    if score.level is None or score.level >= HIGHEST_GAP_LEVEL:
        return False
    own = [turn.index for turn in transcript.turns if turn.side is Side.REP]
    return len(own) > 1 and _turns(score.evidence) == [own[0], own[-1]]


def _is_occasion(evidence: Evidence, told: Evidence, transcript: Transcript) -> bool:
    before = told.turn_index - evidence.turn_index
    inside = 0 <= evidence.turn_index < len(transcript.turns)
    return (
        inside
        and 0 < before <= OCCASION_TURNS
        and transcript.turns[evidence.turn_index].side is Side.BUYER
    )


def _turns(evidence: Sequence[Evidence]) -> list[int]:
    return [e.turn_index for e in evidence]
