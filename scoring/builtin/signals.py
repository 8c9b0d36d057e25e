"""What each turn shows by its words: read once, in one pass, for all readers."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from domain.calls import Side, Transcript, Turn
from scoring.builtin.cues import Cue, shows
from scoring.builtin.questions import Question, question_kind
from scoring.builtin.speech import FILLERS, Sentence, sentences_of
from scoring.builtin.words import BACKCHANNELS

MAX_TURN_CHARS = 20_000
"""Of one turn that is read; no spoken turn comes near it."""
MAX_WORDS = 120_000
"""Of one transcript that is read, about ten hours of talk."""
LONG_TURN = 25
"""Words from which a turn without a single mark was written down without marks."""
MARKED_SHARE = 1 / 8
"""Of the turns; below it the marks of a transcript are strays. Real ones have a sixth or more."""
_MARK = re.compile(r"[.,;:!?][\"')\]]*(?:\s|$)")
_BACKCHANNEL_WORDS = 3
_REP_CUES = tuple(c for c in Cue if c not in (Cue.PAIN, Cue.DISAGREEMENT))
_BUYER_CUES = (
    *(Cue.AGREEMENT, Cue.DISAGREEMENT, Cue.PAIN, Cue.PEOPLE, Cue.ROLES, Cue.PROCESS, Cue.PAPER),
    *(Cue.MONEY, Cue.TIMING, Cue.CRITERIA, Cue.ALTERNATIVES, Cue.DATE, Cue.ACTION),
)


@dataclass(frozen=True, slots=True, eq=False)
class TurnSignals:
    """One turn as the readers see it."""

    index: int
    side: Side
    turn: Turn
    sentences: tuple[Sentence, ...]
    questions: tuple[tuple[Question, Sentence], ...]
    words: int
    fillers: int
    stems: frozenset[str]
    figures: frozenset[str]
    plain: str
    cues: frozenset[Cue]
    backchannel: bool
    """A word or two that only shows that somebody listens."""

    def asks(self, *kinds: Question) -> bool:
        """Whether the turn holds a question of one of these kinds (of any, if none is named)."""
        return any(not kinds or kind in kinds for kind, _ in self.questions)

    def has(self, *cues: Cue) -> bool:
        """Whether the turn shows at least one of these cues."""
        return not self.cues.isdisjoint(cues)


def read_signals(transcript: Transcript, ignored: Iterable[int] = ()) -> tuple[TurnSignals, ...]:
    """The signals of every turn that counts, in order.

    Left out are the turns in ``ignored``, turns of an unknown side, turns without words, and
    whatever lies beyond ``MAX_WORDS``. Pure; linear in the length of the transcript.
    """
    left_out = frozenset(ignored)
    marked = is_marked(t.text for t in transcript.turns if t.index not in left_out)
    signals: list[TurnSignals] = []
    words = 0
    for turn in transcript.turns:
        if turn.index in left_out or turn.side is Side.UNKNOWN:
            continue
        read = _read(turn, marked)
        words += read.words
        if words > MAX_WORDS:
            break
        if read.words:
            signals.append(read)
    return tuple(signals)


def is_marked(texts: Iterable[str]) -> bool:
    """Whether turns come from somebody, or a recogniser, that writes question marks.

    A single stray "?" proves nothing: marks of some kind must stand in ``MARKED_SHARE`` of them.
    """
    said = [text[:MAX_TURN_CHARS] for text in texts if text.strip()]
    punctuated = sum(_MARK.search(text) is not None for text in said)
    return any("?" in text for text in said) and punctuated >= MARKED_SHARE * len(said)


def writes_marks(text: str, words: int, *, marked: bool) -> bool:
    """Whether a turn of a transcript that is ``marked`` writes punctuation itself.

    Half of a transcript may carry marks and half not (two recognisers): long turns are judged
    alone, short ones like the rest.
    """
    return marked and (words < LONG_TURN or any(c in text for c in ".?!"))


def _read(turn: Turn, marked: bool) -> TurnSignals:
    sentences = sentences_of(turn.text[:MAX_TURN_CHARS])
    plain = " " + " ".join(s.plain.strip() for s in sentences) + " "
    tokens = plain.split()
    vocabulary = frozenset(tokens)
    own_marks = writes_marks(turn.text, len(tokens), marked=marked)
    asked = tuple(
        (kind, s) for s in sentences if (kind := question_kind(s, marked=own_marks)) is not None
    )
    wanted = _REP_CUES if turn.side is Side.REP else _BUYER_CUES
    return TurnSignals(
        index=turn.index,
        side=turn.side,
        turn=turn,
        sentences=sentences,
        questions=asked,
        words=len(tokens),
        fillers=sum(t in FILLERS for t in tokens),
        stems=frozenset().union(*(s.stems for s in sentences)),
        figures=frozenset().union(*(s.figures for s in sentences)),
        plain=plain,
        cues=frozenset(c for c in wanted if shows(c, plain, vocabulary)),
        backchannel=len(tokens) <= _BACKCHANNEL_WORDS and vocabulary <= BACKCHANNELS,
    )
