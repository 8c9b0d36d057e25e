"""Conversations that people labelled, as pairs of a label and the figures that should find it."""

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from domain.calls import Side, Transcript, Turn
from scoring.builtin.turn_notes import Note, notes_of
from scoring.builtin.turn_signals import read_turns

ROOT = Path(__file__).resolve().parents[1]
_ASKS = re.compile(r"(?:\w+-)*inquiry|ask-(?:org-info|donation-procedure|donation-amount"
                   r"|persuader-donation-intention|not-donate-reason)")  # fmt: skip
_ANSWERS = re.compile(r"(?:positive|negative|neutral)-to-inquiry")
_UNCLEAR = {"proposition-of-donation", "ask-donate-more", "foot-in-the-door", "greeting"}
_COMMITS = {"proposition-of-donation", "ask-donation-amount", "ask-donate-more"}
_OBJECTS = {"disagree-donation", "disagree-donation-more", "negative-reaction-to-donation"}
AGREED = 4
"""From this score (1-5) a crowd worker says the behaviour was there, and quotes where."""


@dataclass(frozen=True, slots=True)
class Item:
    """One turn: its conversation, what people said, and what reader and floor say."""

    talk: str
    """The conversation's id in its source."""
    turn: int
    text: str
    truth: float
    ours: float
    floor: float

    def instead(self, figure: float) -> "Item":
        """The same turn as somebody else reads it."""
        return replace(self, ours=figure)


Said = dict[str, Any]
Label = Callable[[Said, Said], float | None]
"""From a turn and its conversation to the label, or ``None`` where the label does not tell."""
Floor = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Task:
    """One label of one source, the figure that should find it, and the simple rule beside it."""

    name: str
    source: str
    figure: str
    label: Label
    floor: Floor
    ranked: bool = False
    """Whether the label is a mean of raters rather than yes or no."""

    @property
    def by_mark(self) -> bool:
        """Whether the simple rule looks for question marks."""
        return self.floor is _mark


def folder() -> Path:
    """Where the labelled conversations are, if anywhere: named by ``REPLOOP_DATA_SAMPLES``."""
    named = os.environ.get("REPLOOP_DATA_SAMPLES")
    found = Path(named) if named else ROOT.parent / "shared" / "data"
    return found / "conversations"


def items_of(task: Task, *, punctuated: bool, scale: float = 1.0) -> list[Item]:
    """Every labelled turn of the task's source, or of the first ``scale`` of it."""
    kept = _talks(task.source)
    return [
        item
        for talk in kept[: max(8, round(scale * len(kept)))]
        for item in _items(task, talk, punctuated=punctuated)
    ]


def notes_in(source: str, *, punctuated: bool) -> Iterator[tuple[str, int, Note]]:
    """The reader's notes on every turn of a source: conversation, place, note."""
    for talk in _talks(source):
        for at, note in enumerate(notes_of(_transcript(talk, punctuated=punctuated))):
            yield talk["id"], at, note


@cache
def _talks(source: str) -> Sequence[Said]:
    lines = (folder() / f"{source}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _items(task: Task, talk: Said, *, punctuated: bool) -> Iterator[Item]:
    heard = _transcript(talk, punctuated=punctuated)
    for turn, said, seen in zip(heard.turns, talk["turns"], read_turns(heard), strict=True):
        truth = task.label(said, talk)
        if truth is not None:
            ours, floor = getattr(seen, task.figure), task.floor(turn.text)
            yield Item(talk["id"], turn.index, turn.text, truth, ours, floor)


def _transcript(talk: Said, *, punctuated: bool) -> Transcript:
    first = talk["turns"][0]["speaker"]
    return Transcript(
        tuple(
            Turn(i, said["speaker"], float(i), i + 1.0,
                 said["text"] if punctuated else bare(said["text"]),
                 Side.REP if said["speaker"] == first else Side.BUYER)
            for i, said in enumerate(talk["turns"])
        )
    )  # fmt: skip


def bare(text: str) -> str:
    """The text as raw speech recognition writes it: lower case, no punctuation."""
    kept = re.sub(r"[^\w\s'’$€£%]|_", " ", text.lower())
    return " ".join(kept.split())


def _mark(text: str) -> float:
    """A question mark first, then length."""
    return float("?" in text) + min(499.0, _length(text)) / 1000.0


def _length(text: str) -> float:
    return float(len(text.split()))


def _asks(said: Said, _: Said) -> float | None:
    labels = set(said["labels"])
    if any(_ASKS.fullmatch(x) and not _ANSWERS.fullmatch(x) for x in labels):
        return 1.0
    return None if labels & _UNCLEAR else 0.0


def _among(wanted: set[str], speaker: str | None = None) -> Label:
    def label(said: Said, _: Said) -> float | None:
        if speaker not in (None, said["speaker"]):
            return None
        return float(bool(wanted & set(said["labels"])))

    return label


def _quoted(behaviour: str) -> Label:
    def label(said: Said, talk: Said) -> float | None:
        if said["speaker"] != "supporter":
            return None
        marks = [r[behaviour] for r in talk["crowd_scores_with_quotes"] if behaviour in r]
        quotes = [m["quote"] for m in marks if m["quote"] and (m["score"] or 0) >= AGREED]
        return float(any(holds(said["text"], quote) for quote in quotes))

    return label


def holds(text: str, quote: str) -> bool:
    """Whether a worker's quote stands in the text, or is most of it."""
    spoken, quoted = bare(text), bare(quote)
    return len(quoted) > 2 and (quoted in spoken or (len(spoken) > 12 and spoken in quoted))


def _uptake(said: Said, talk: Said) -> float | None:
    mean = talk["uptake_mean_0_2"] if said is talk["turns"][-1] else None
    return None if mean is None else float(mean)


TASKS: Sequence[Task] = (
    Task("asks something, P4G", "p4g", "question", _asks, _mark),
    Task("asks for a preference, CaSiNo", "casino", "question", _among({"elicit-pref"}), _mark),
    Task("open question, Lend an Ear", "lend_an_ear", "open_question",
         _quoted("encouraging_elaboration"), _mark),
    Task("reflection, Lend an Ear", "lend_an_ear", "reflection",
         _quoted("demonstrating_understanding"), _length),
    Task("asks for a commitment, P4G", "p4g", "commitment", _among(_COMMITS, "persuader"), _mark),
    Task("objects, P4G", "p4g", "objection", _among(_OBJECTS, "persuadee"), _length),
    Task("builds on, uptake", "uptake", "builds_on", _uptake, _length, ranked=True),
)  # fmt: skip
