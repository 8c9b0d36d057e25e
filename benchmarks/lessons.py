"""Everything the turn reader may learn from, in one form: turns, stretches of them, labels.

Text written for this project (``taught``), our own labels on public conversations
(``training/labels.txt``, ids and letters without text), and labels that came with public
conversations whose licence allows learning. Conversations that are held out teach nothing.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from benchmarks import taught
from benchmarks.labelled import TASKS, Said, bare, folder
from benchmarks.taught import LETTERS, talks
from domain.calls import Side, Transcript, Turn
from scoring.builtin.learned import LEARNED
from scoring.builtin.speech import sentences_of
from scoring.builtin.turn_features import Features
from scoring.builtin.turn_notes import notes_of
from scoring.builtin.turn_pieces import respelt

FORMS: Final = ("written", "bare", "bald", "careless")
"""As it stands; lower case without marks; without apostrophes too; lower case, some marks."""
LABELS = Path(__file__).resolve().parent / "training" / "labels.txt"
OURS: Final = {"lend_an_ear": "supporter", "primock57": "doctor", "uptake": "teacher"}
"""Sources on which we put labels of our own, and whose turns have them."""
MARKS: Final = ("uptake", "primock57", "casino", "lend_an_ear")
"""Sources whose question marks teach what a question sounds like without one."""

DOUBTS: Final = 5
"""Objections a file of ours has at least if whoever wrote it looked for them."""

Known = Mapping[str, bool]
"""For each figure whose label is known: whether it is there."""
Turns = list[tuple[str, Sequence[tuple[str, Known]]]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One conversation. ``turns`` holds speakers and the stretches of what they say."""

    id: str
    source: str
    turns: Sequence[tuple[str, Sequence[tuple[str, Known]]]]
    whole: bool = False
    """Whether labels hold for whole turns, and may rest on any sentence of theirs."""
    forms: Sequence[str] = FORMS


@dataclass(frozen=True, slots=True)
class Studied:
    """One turn in one form: what is known of it, and of each of its pieces."""

    known: Known
    pieces: Sequence[tuple[Features, Known]]
    text: str

    @property
    def features(self) -> list[Features]:
        """Of each piece."""
        return [features for features, _ in self.pieces]


def held_out(conversation: str) -> bool:
    """Whether a conversation is kept for the last check: one in three, by its id."""
    return _drawn(f"held {conversation}") % 3 == 0


def fold_of(conversation: str, folds: int) -> int:
    """In which part a conversation lies when what is learned is checked on its own lessons."""
    return _drawn(f"fold {conversation}") % folds


def _drawn(text: str) -> int:
    return int(hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest(), 16)


@cache
def own() -> Sequence[Lesson]:
    """Text written for this project."""
    written = list(talks())
    doubts = Counter(
        talk.name.partition("/")[0]
        for talk in written for said in talk.turns for s in said.stretches if "objection" in s.does
    )  # fmt: skip
    return [
        Lesson(
            talk.name,
            f"own {kind.partition('_')[0]}",
            [
                (
                    "helper" if said.helper else "other",
                    [(s.text, _taught(said, s, doubts[kind] >= DOUBTS)) for s in said.stretches],
                )
                for said in talk.turns
            ],
        )
        for talk in written
        for kind in [talk.name.partition("/")[0]]
    ]


def _taught(said: taught.Said, stretch: taught.Stretch, doubts: bool) -> Known:
    """What is known of a stretch. Not every file says what the other side asks or doubts."""
    known = {name: name in stretch.does for name in LEARNED}
    if not doubts:
        del known["objection"]
    if not said.helper and not known["question"] and "?" in stretch.text:
        del known["question"], known["open_question"]
    return known


@cache
def ours() -> Sequence[Lesson]:
    """Public conversations with labels of our own, for whole turns."""
    letters = {}
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        name, *pairs = line.split()
        letters[name] = dict(pair.split(":") for pair in pairs)
    return [
        Lesson(talk["id"], f"our labels, {source}", _by_letters(talk, letters[talk["id"]]),
               whole=True, forms=("written", "bare"))
        for source in OURS for talk in conversations(source) if talk["id"] in letters
    ]  # fmt: skip


def _by_letters(talk: Said, letters: Mapping[str, str]) -> Turns:
    turns: Turns = []
    for at, said in enumerate(talk["turns"]):
        marks = letters.get(str(at))
        does = set().union(*(LETTERS[x] for x in marks if x != "-")) if marks else set()
        known = {n: n in does for n in ("question", "open_question", "reflection")}
        turns.append((said["speaker"], [(said["text"], known if marks else {})]))
    return turns


@cache
def persuasion() -> Sequence[Lesson]:
    """Persuasion for Good, whose labels stand on single sentences."""
    tasks = [t for t in TASKS if t.source == "p4g"]
    lessons = []
    for talk in conversations("p4g"):
        turns = []
        for said in talk["turns"]:
            labels = {t.figure: t.label(said, talk) for t in tasks}
            known = {name: bool(x) for name, x in labels.items() if x is not None}
            turns.append((said["speaker"], [(said["text"], known)]))
        lessons.append(Lesson(talk["id"], "p4g", turns, forms=("written", "bare")))
    return lessons


@cache
def marks() -> Sequence[Lesson]:
    """Sentences with and without a question mark, to be read without it."""
    lessons = []
    for source in MARKS:
        for talk in conversations(source):
            turns = [(said["speaker"], _by_marks(said["text"])) for said in talk["turns"]]
            lessons.append(Lesson(talk["id"], f"marks {source}", turns, forms=("bare",)))
    return lessons


def _by_marks(text: str) -> list[tuple[str, Known]]:
    said = sentences_of(re.sub(r"<[^>]*>", " ", text))
    return [(s.text, {"question": s.asks}) for s in said]


@cache
def conversations(source: str) -> Sequence[dict[str, Any]]:
    """Every conversation of a public source."""
    lines = (folder() / f"{source}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def as_form(text: str, form: str) -> str:
    """The text as it is written, or as other hands and machines would have written it."""
    if form == "written":
        return text
    if form == "careless":
        return text.lower().rstrip("?.! ") if _drawn(text) % 2 else text.lower()
    return bare(text) if form == "bare" else re.sub("['’]", "", bare(text))


_SOURCES: Final = {"own": own, "ours": ours, "p4g": persuasion, "marks": marks}


@cache
def studied(source: str) -> Sequence[tuple[Lesson, str, Sequence[Studied]]]:
    """Every lesson of ``own``, ``ours``, ``p4g`` or ``marks``, in each of its forms."""
    return [
        (lesson, form, _study(lesson, form))
        for lesson in _SOURCES[source]() for form in lesson.forms
    ]  # fmt: skip


def _study(lesson: Lesson, form: str) -> Sequence[Studied]:
    spoken = [[as_form(text, form) for text, _ in said] for _, said in lesson.turns]
    first = lesson.turns[0][0]
    turns = tuple(
        Turn(at, who, float(at), at + 1.0, " ".join(filter(None, texts)),
             Side.REP if who == first else Side.BUYER)
        for at, ((who, _), texts) in enumerate(zip(lesson.turns, spoken, strict=True))
    )  # fmt: skip
    found = []
    for note, (_, said), texts in zip(
        notes_of(Transcript(turns)), lesson.turns, spoken, strict=True
    ):
        spans = _spans(texts, [known for _, known in said])
        lengths = [len(piece.plain.split()) for piece in note.pieces]
        pieces = list(zip(note.features(), _cut(spans, lengths), strict=True))
        known = _either(known for _, known in said)
        found.append(Studied(known, pieces, note.turn.text))
    return found


def _spans(texts: Sequence[str], known: Sequence[Known]) -> list[tuple[int, int, Known]]:
    """Each stretch by the places of its first word and of the word behind its last."""
    spans, begin = [], 0
    for text, labels in zip(texts, known, strict=True):
        plain = "".join(s.plain for s in sentences_of(re.sub(r"<[^<>]*>", " ", text)))
        end = begin + len(respelt(plain).split())
        spans.append((begin, end, labels))
        begin = end
    return spans


def _cut(spans: Sequence[tuple[int, int, Known]], lengths: Iterable[int]) -> Iterator[Known]:
    """The labels of each piece: those of the stretches that make up half of it, or lie half in."""
    begin = 0
    for length in lengths:
        end = begin + length
        found = []
        for first, behind, known in spans:
            both = min(end, behind) - max(begin, first)
            if both > 0:
                much = 2 * both >= min(length, behind - first)
                found.append({name: there and much for name, there in known.items()})
        yield _either(found)
        begin = end


def _either(several: Iterable[Known]) -> Known:
    found: dict[str, bool] = {}
    for known in several:
        for name, there in known.items():
            found[name] = found.get(name, False) or there
    return found
