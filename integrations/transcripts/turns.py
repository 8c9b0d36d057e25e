"""From pieces of speech to turns: in order of time, one speaker's pieces joined."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.calls import Transcript, Turn, numbered

MAX_TURN_CHARS = 600
MAX_TURN_S = 45.0
"""A turn is no longer than this where its pieces allow, so that a link to a quote's turn
leads close to the quote."""
WORDS_PER_SECOND = 2.5
"""Ordinary talking speed (150 words a minute), for sources without times."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A piece of speech; ``speaker`` is "" where the source does not say."""

    speaker: str
    start_s: float
    end_s: float
    text: str


def speaking_s(text: str) -> float:
    """Seconds it takes to say this, estimated from the number of words."""
    return len(text.split()) / WORDS_PER_SECOND


def transcript_of(
    pieces: Iterable[Spoken], *, timed: bool = True, language: str | None = None
) -> Transcript:
    """Order by start, join consecutive pieces of one speaker, number the turns.

    Times that run backwards are put in order and no turn ends before it starts.
    """
    turns: list[Turn] = []
    for piece in sorted((p for p in pieces if p.text), key=lambda p: p.start_s):
        last = turns[-1] if turns else None
        if last is not None and _goes_on(last, piece):
            text = f"{last.text} {piece.text}"
            end_s = max(last.end_s, piece.end_s)
            turns[-1] = Turn(last.index, last.speaker, last.start_s, end_s, text)
        else:
            turns.append(Turn(len(turns), piece.speaker, piece.start_s, piece.end_s, piece.text))
    return Transcript(numbered(turns), language=language, timed=timed)


def _goes_on(last: Turn, piece: Spoken) -> bool:
    return (
        last.speaker == piece.speaker
        and len(last.text) + len(piece.text) < MAX_TURN_CHARS
        and piece.end_s - last.start_s <= MAX_TURN_S
    )
