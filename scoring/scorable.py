"""Whether a call can say anything about its rep; if not, the reason, never a zero."""

from domain.calls import NotScorable, Side, Transcript
from scoring.sides import Sided


def why_not_scorable(
    transcript: Transcript,
    sided: Sided,
    *,
    duration_s: float,
    min_call_s: float,
    min_rep_words: int,
) -> NotScorable | None:
    """The first reason why the call is kept and not scored, or ``None`` if it can be.

    Args:
        transcript: as read; without turns the call is ``EMPTY_TRANSCRIPT``.
        sided: what ``assign_sides`` made of it; its reason comes before length.
        duration_s: of the call as the provider says, in seconds; 0 if it does not. A
            provider that counts whole minutes is corrected upwards by the transcript.
        min_call_s: shorter calls are ``TOO_SHORT``.
        min_rep_words: with fewer words of the rep it is ``TOO_LITTLE_REP_SPEECH``.
    """
    if not transcript.turns:
        return NotScorable.EMPTY_TRANSCRIPT
    if sided.not_scorable is not None:
        return sided.not_scorable
    if max(duration_s, transcript.duration_s) < min_call_s:
        return NotScorable.TOO_SHORT
    if sum(turn.words for turn in sided.transcript.of_side(Side.REP)) < min_rep_words:
        return NotScorable.TOO_LITTLE_REP_SPEECH
    return None
