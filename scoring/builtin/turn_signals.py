"""What each turn does, with a probability: asks, says back, doubts, asks for a commitment.

Every probability is a logistic of a short weighted sum of counts, so that each can be
followed by hand. The weights are round numbers set by judgement, with an eye on people's labels
of several kinds of conversation (``python -m benchmarks signals``); no solver fitted them, and
the figures are not calibrated to how often anything happens in sales calls.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from domain.calls import Side, Transcript, Turn
from scoring.builtin.cues import Cue, shows
from scoring.builtin.next_step import proposes
from scoring.builtin.objections import concern_in
from scoring.builtin.questions import Question, question_kind
from scoring.builtin.signals import MAX_TURN_CHARS, MAX_WORDS, writes_marks
from scoring.builtin.speech import Sentence, sentences_of
from scoring.builtin.turn_cues import counts_of

HEARD_TURNS = 4
"""Turns of the others, at most, that one turn can build on: their last stretch of talk."""


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


_WEIGHTS: Final[Mapping[str, Mapping[str, float]]] = MappingProxyType(
    {
        "question": {
            "bias": -3.0, "mark": 6.0, "worded": 2.0, "inverted": 1.0, "opens_inverted": 1.5,
            "asks_word": 1.0, "asks_you": 1.5, "clause": -1.0, "unmarked": 1.0,
        },
        "open_question": {
            "bias": -2.9, "asking": 1.5, "worded": 0.5, "open": 2.0, "explain": 2.0, "fact": -1.5,
            "clause": -1.0,
        },
        "reflection": {
            "bias": -1.8, "reflects": 1.5, "reflects_inside": 0.8, "taken": 0.5, "share": 1.0,
            "you": 0.3, "own": -0.3, "asking": -0.8, "played": 0.3, "short": -1.0,
        },
        "objection": {
            "bias": -1.5, "concern": 1.5, "refuses": 1.5, "worry": 0.9, "but": 0.7, "no": 0.8,
            "disagrees": 0.4, "asking": -1.0, "after_ask": 0.7, "answers": -0.8, "short": -0.5,
        },
        "commitment": {
            "bias": -3.6, "commits": 2.5, "amount": 0.5, "asking": 1.2, "you": 0.3, "informs": -2.0,
            "explain": -0.8,
        },
        "next_step": {
            "bias": -3.5, "proposes": 3.0, "action": 0.7, "dated": 1.5, "vague": -1.0,
        },
        "builds_on": {
            "bias": -2.9, "taken": 0.6, "share": 1.2, "repeated": 1.5, "words": 0.5, "mark": 0.5,
            "echoes": 0.3, "reflects": 0.5, "you": 0.2, "points_back": 0.2, "explain": 0.3,
        },
    }
)  # fmt: skip


def read_turns(transcript: Transcript) -> tuple[TurnReading, ...]:
    """One reading for each turn, in order. Pure; linear in the length of the transcript.

    Who the other side is tells ``side``; between turns of an unknown side, the speaker. Of a
    turn the first ``MAX_TURN_CHARS`` characters are read; what lies beyond ``MAX_WORDS`` of
    the transcript reads as silence.
    """
    marked = any("?" in t.text for t in transcript.turns)
    return tuple(
        _reading(turn, sentences, heard, marked) for turn, sentences, heard in _heard(transcript)
    )


_Said = tuple[Sentence, ...]


def _heard(transcript: Transcript) -> Iterator[tuple[Turn, _Said, _Said]]:
    """Each turn with its sentences and those of the others' last stretch of talk before it."""
    last: dict[str, list[_Said]] = {}
    speaking, words = None, 0
    for turn in transcript.turns:
        said = sentences_of(turn.text[:MAX_TURN_CHARS]) if words <= MAX_WORDS else ()
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


def _reading(turn: Turn, said: _Said, heard: _Said, marked: bool) -> TurnReading:
    if not said:
        return TurnReading(turn.index, turn.side, *(0.0,) * len(_WEIGHTS))
    features = _features(turn, said, heard, marked)
    return TurnReading(
        turn=turn.index,
        side=turn.side,
        **{name: _likely(weights, features) for name, weights in _WEIGHTS.items()},
    )


def _likely(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    total = sum(weight * features[name] for name, weight in weights.items())
    return round(1.0 / (1.0 + math.exp(-total)), 3)


def _features(turn: Turn, said: _Said, heard: _Said, marked: bool) -> dict[str, float]:
    plain = " " + " ".join(s.plain.strip() for s in said) + " "
    tokens = plain.split()
    words = frozenset(tokens)
    own_marks = writes_marks(turn.text, len(tokens), marked=marked)
    kinds = {k for s in said if (k := question_kind(s, marked=False)) is not None}
    counts = counts_of(plain)
    asking = "?" in turn.text or bool(not own_marks and (kinds or counts["inverted"]))
    return {
        "bias": 1.0,
        "asking": float(asking),
        "mark": float("?" in turn.text),
        "unmarked": float(not own_marks),
        "worded": float(bool(kinds)),
        "open": float(Question.OPEN in kinds),
        "words": math.log1p(len(tokens)),
        "short": float(len(tokens) < 4),
        "concern": float(any(concern_in(s) is not None for s in said)),
        "disagrees": float(shows(Cue.DISAGREEMENT, plain, words)),
        "played": float(shows(Cue.PLAYBACK, plain, words)),
        "proposes": float(any(proposes(s) for s in said)),
        "action": float(shows(Cue.ACTION, plain, words)),
        "dated": float(shows(Cue.DATE, plain, words)),
        "vague": float(shows(Cue.VAGUE_STEP, plain, words)),
        **counts,
        **_taken_over(said, heard),
        **_after(heard),
    }


def _taken_over(said: _Said, heard: _Said) -> dict[str, float]:
    """What of the heard is said again: how much content, its share, and the share of all words."""
    own = frozenset().union(*(s.stems | s.figures for s in said))
    theirs = frozenset().union(*(s.stems | s.figures for s in heard))
    both = len(own & theirs)
    spoken, listened = _words(said), _words(heard)
    return {
        "taken": float(min(both, 4)),
        "share": both / math.sqrt(len(own) * len(theirs)) if both else 0.0,
        "repeated": len(spoken & listened) / len(listened) if listened else 0.0,
    }


def _words(said: _Said) -> frozenset[str]:
    return frozenset(word for s in said for word in s.plain.split())


def _after(heard: _Said) -> dict[str, float]:
    """Whether the others' last words asked for a commitment, or for something else.

    A "no" to the first is a refusal; to the second it is an answer.
    """
    last = heard[-2:]
    asked_to = any(counts_of(s.plain)["commits"] for s in last)
    asked = any(s.asks or question_kind(s, marked=False) is not None for s in last)
    return {"after_ask": float(asked_to), "answers": float(asked and not asked_to)}
