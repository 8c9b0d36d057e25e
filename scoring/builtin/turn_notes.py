"""Each turn cut into pieces, beside what the others said just before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.calls import Side, Transcript, Turn
from scoring.builtin.questions import question_kind
from scoring.builtin.signals import MAX_TURN_CHARS, MAX_WORDS, writes_marks
from scoring.builtin.speech import Sentence, sentences_of
from scoring.builtin.turn_cues import COMMITS
from scoring.builtin.turn_features import Features, Heard, features_of
from scoring.builtin.turn_pieces import Piece, pieces_of

HEARD_TURNS = 4
"""Turns of the others, at most, that one turn can build on: their last stretch of talk."""
MAX_PIECES = 60
"""Pieces of one turn that are weighed; a longer turn is a speech, and its end tells no more."""
_REMARK = re.compile(
    r"<[^<>\n]{0,40}>|\[(?:inaudible|crosstalk|laugh|pause)[^\]\n]{0,30}\]", re.IGNORECASE
)
"""What transcribers add to what is said."""

Said = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One turn as the turn reader sees it."""

    turn: Turn
    said: Said
    heard: Said
    """The others' last stretch of talk before it."""
    before: Heard
    """The same, summed up."""
    pieces: Sequence[Piece]
    """Empty where nothing is said."""
    marked: bool
    """Whether the turn writes punctuation."""

    def features(self) -> list[Features]:
        """The features of each piece, in order."""
        last = len(self.pieces) - 1
        return [
            features_of(piece, self.before, at=at, last=at == last)
            for at, piece in enumerate(self.pieces)
        ]


def notes_of(transcript: Transcript) -> Iterator[Note]:
    """A note on each turn, in order. Linear in the length of the transcript.

    Who the other side is tells ``side``; between turns of an unknown side, the speaker. Of a
    turn the first ``MAX_TURN_CHARS`` characters are read; what lies beyond ``MAX_WORDS`` of
    the transcript reads as silence.
    """
    marked = any("?" in t.text for t in transcript.turns)
    for turn, said, heard in _heard(transcript):
        words = sum(s.words for s in said)
        own = writes_marks(turn.text, words, marked=marked)
        pieces = pieces_of(said, marked=own)[:MAX_PIECES]
        yield Note(turn, said, heard, _summed(heard), pieces, own)


def _heard(transcript: Transcript) -> Iterator[tuple[Turn, Said, Said]]:
    """Each turn with its sentences and those of the others' last stretch of talk before it."""
    last: dict[str, list[Said]] = {}
    speaking, words = None, 0
    for turn in transcript.turns:
        text = _REMARK.sub(" ", turn.text[:MAX_TURN_CHARS])
        said = sentences_of(text) if words <= MAX_WORDS else ()
        words += sum(s.words for s in said)
        who = turn.side.value if turn.side is not Side.UNKNOWN else f"speaker {turn.speaker}"
        if said and who != speaking:
            last.pop(who, None)
            last[who] = []  # the last key is whoever spoke last
            speaking = who
        others = next((run for key, run in reversed(last.items()) if key != who), [])
        yield turn, said, tuple(s for run in others for s in run)
        if said:
            last[who] = [*last[who], said][-HEARD_TURNS:]


def _summed(heard: Said) -> Heard:
    """What was heard, and whether its last words asked for a commitment or something else.

    A "no" to the first is a refusal; to the second it is an answer.
    """
    last = heard[-2:]
    asked_to = any(COMMITS.search(s.plain) for s in last)
    asked = any(s.asks or question_kind(s, marked=False) is not None for s in last)
    spoken = frozenset(word for s in heard for word in s.plain.split())
    return Heard(
        stems=frozenset().union(*(s.stems | s.figures for s in heard)),
        spoken=spoken,
        words=sum(s.words for s in heard),
        of_self=not spoken.isdisjoint(("i", "my", "we", "me")),
        asked=asked and not asked_to,
        asked_to=asked_to,
    )
