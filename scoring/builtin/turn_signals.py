"""What each turn does, with a probability: asks, says back, doubts, asks for a commitment.

Five figures are learned: every piece of a turn gets a weighted sum of named features, the piece
with the highest sum speaks for its turn, and a logistic makes it a probability
(``scoring/builtin/learned``, written by ``python -m benchmarks.train_signals``; see
``docs/adr/0013``). Two are logistics of a few counts whose weights were set by judgement. No
figure is calibrated to how often anything happens in sales calls: 0.5 is the line that told
turns apart best in the conversations that were learned from.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.calls import Side, Transcript
from scoring.builtin.cues import Cue, shows
from scoring.builtin.learned import LEARNED, weights_by_feature
from scoring.builtin.next_step import proposes
from scoring.builtin.speech import Sentence
from scoring.builtin.turn_features import Features
from scoring.builtin.turn_notes import Note, notes_of


@dataclass(frozen=True, slots=True)
class TurnReading:
    """One turn and how likely it is that it does each thing; every figure lies within 0-1."""

    turn: int
    """``Turn.index``."""
    side: Side
    question: float
    """Asks something."""
    open_question: float
    """Asks for an explanation: what, how, why, tell me."""
    reflection: float
    """Says back what the other side said or feels."""
    objection: float
    """Voices a concern, a doubt or a refusal."""
    commitment: float
    """Asks the other side to commit to something."""
    next_step: float
    """Names something to do next, and who or when."""
    builds_on: float
    """Builds on what the other side just said."""


_JUDGED: Final[Mapping[str, Mapping[str, float]]] = MappingProxyType(
    {
        "next_step": {
            "bias": -3.5, "proposes": 3.0, "action": 0.7, "dated": 1.5, "vague": -1.0,
        },
        "builds_on": {
            "bias": -2.9, "taken": 0.6, "share": 1.2, "repeated": 1.5, "words": 0.5, "mark": 0.5,
            "echoes": 0.3, "reflects": 0.5, "you": 0.2, "points_back": 0.2, "explain": 0.3,
        },
    }
)  # fmt: skip
_SILENT: Final = dict.fromkeys((*LEARNED, *_JUDGED), 0.0)


def read_turns(transcript: Transcript) -> tuple[TurnReading, ...]:
    """One reading for each turn, in order. Pure; linear in the length of the transcript.

    What of a long transcript is read, and who answers whom, says ``notes_of``.
    """
    return tuple(
        TurnReading(turn=note.turn.index, side=note.turn.side, **_read(note))
        for note in notes_of(transcript)
    )


def _read(note: Note) -> dict[str, float]:
    if not note.said:
        return _SILENT
    features = note.features()
    judged = _counted(note, features)
    return {
        **learned(features),
        **{name: _likely(_sum(weights, judged)) for name, weights in _JUDGED.items()},
    }


def learned(pieces: Sequence[Features]) -> dict[str, float]:
    """The figures whose weights are learned, from the features of each piece of a turn."""
    totals = [_totals(features) for features in pieces]
    several = math.log(len(totals))
    return {
        name: _likely(line.bias + line.slope * max(column) + line.several * several)
        for (name, line), column in zip(LEARNED.items(), zip(*totals, strict=True), strict=True)
    }


def _totals(features: Features) -> list[float]:
    totals = [0.0] * len(LEARNED)
    known = weights_by_feature()
    for name, value in features.items():
        for at, weight in known.get(name, ()):
            totals[at] += weight * value
    return totals


def _likely(total: float) -> float:
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def _sum(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(weight * features.get(name, 0.0) for name, weight in weights.items())


def _counted(note: Note, pieces: Sequence[Features]) -> dict[str, float]:
    """The counts behind the figures whose weights were set by judgement."""
    plain = " " + " ".join(s.plain.strip() for s in note.said) + " "
    tokens = plain.split()
    words = frozenset(tokens)
    counts = {
        name: min(3.0, sum(f.get(f"p:{name}", 0.0) for f in pieces))
        for name in ("echoes", "reflects", "you", "points_back", "explain")
    }
    return {
        "bias": 1.0,
        "mark": float("?" in note.turn.text),
        "words": math.log1p(len(tokens)),
        "proposes": float(any(proposes(s) for s in note.said)),
        "action": float(shows(Cue.ACTION, plain, words)),
        "dated": float(shows(Cue.DATE, plain, words)),
        "vague": float(shows(Cue.VAGUE_STEP, plain, words)),
        "repeated": len(words & note.before.spoken) / max(1, len(note.before.spoken)),
        **counts,
        **_taken_over(note.said, note.before.stems),
    }


def _taken_over(said: Sequence[Sentence], theirs: frozenset[str]) -> dict[str, float]:
    """What of the heard is said again: how much of its content, and its share of all content."""
    own = frozenset[str]().union(*(s.stems | s.figures for s in said))
    both = len(own & theirs)
    return {
        "taken": float(min(both, 4)),
        "share": both / math.sqrt(len(own) * len(theirs)) if both else 0.0,
    }
