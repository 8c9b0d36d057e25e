"""Finds words that speak to a grader instead of to the other side of the call.

A match does not change a level: it only takes the turn out of what can prove anything.
So a false alarm costs one quote, and a miss costs no more than the evidence rule allows.
"""

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Self

from domain.calls import Transcript
from scoring.screen_patterns import PATTERNS

MAX_CHARS = 20_000
"""Of one turn; what lies beyond is screened in steps of this size."""
OVERLAP_CHARS = 400
_WINDOW_WORDS = 12
"""A short turn is also read together with the same speaker's next one: split instructions."""

# Look-alikes of Latin letters in Cyrillic and Greek that survive NFKC (Unicode TR 39).
_LOOK_ALIKES: Final = str.maketrans(
    "аеорсухіјѕһԁԛԝтмнкваοαρντικυχı", "aeopcyxijshdqwtmhkbaoapvtikuxi"
)

_BLOB = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_SPACED = re.compile(r"\b(?:\w ){4,}\w\b")


Patterns = Sequence[tuple[Sequence[str], re.Pattern[str]]]


def speaks_to_a_grader(text: str) -> bool:
    """Whether the text addresses whoever scores the call, or forges evidence for it.

    Sees through case, accents, invisible characters, look-alike letters, letter spacing and
    base64. Ordinary talk that mentions scores, ratings or systems does not match. Linear in
    the length of the text.
    """
    return _Read.of(text).matches(PATTERNS)


def suspicious_turns(transcript: Transcript) -> frozenset[int]:
    """Indices of the turns that cannot be evidence.

    A turn counts if it matches by itself, or if it only matches when read on into the same
    speaker's next turn, as when an instruction is split in two; then both are out.
    """
    single = [_Read.of(turn.text) for turn in transcript.turns]
    double = {pair: _Read.of(text) for pair, text in _read_on(transcript)}
    patterns = _in_play([*single, *double.values()])
    found = {index for index, read in enumerate(single) if read.matches(patterns)}
    for pair, read in double.items():
        if not found.intersection(pair) and read.matches(patterns):
            found.update(pair)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class _Read:
    """A text in steps of ``MAX_CHARS``, each as it stands and folded."""

    steps: Sequence[tuple[str, str]]

    @classmethod
    def of(cls, text: str) -> Self:
        step = MAX_CHARS - OVERLAP_CHARS
        starts = range(0, max(1, len(text) - OVERLAP_CHARS), step)
        pieces = [text[start : start + MAX_CHARS] for start in starts]
        return cls([(piece, _folded(piece)) for piece in pieces])

    def matches(self, patterns: Patterns) -> bool:
        return any(_matches(raw, folded, patterns) for raw, folded in self.steps)


def _read_on(transcript: Transcript) -> Iterator[tuple[tuple[int, int], str]]:
    """Each short turn behind the end of the same speaker's turn before, with both indices."""
    last: dict[str, int] = {}
    for turn in transcript.turns:
        before = last.get(turn.speaker)
        last[turn.speaker] = turn.index
        if before is not None and turn.words <= _WINDOW_WORDS:
            yield (before, turn.index), f"{_tail(transcript.turns[before].text)} {turn.text}"


def _tail(text: str) -> str:
    return " ".join(text[-OVERLAP_CHARS:].split()[-_WINDOW_WORDS:])


def _in_play(reads: Sequence[_Read]) -> Patterns:
    """The patterns that can match at all: most words of most patterns are never said."""
    vocabulary = {word for read in reads for _, folded in read.steps for word in folded.split()}
    said = " ".join(vocabulary)  # a few kilobytes instead of the whole call

    def may_stand(words: str) -> bool:
        return all(word in said for word in words.split())

    narrowed = [(tuple(filter(may_stand, words)), pattern) for words, pattern in PATTERNS]
    return [(words, pattern) for words, pattern in narrowed if words]


def _matches(raw: str, folded: str, patterns: Patterns) -> bool:
    if _hides_tags(raw) or _talks_past_the_buyer(folded, patterns):
        return True
    return any(_reads_as_text(blob) for blob in _BLOB.findall(raw))


def _talks_past_the_buyer(folded: str, patterns: Patterns) -> bool:
    """Plain loops: a generator for each turn and pattern would take most of the time."""
    for words, pattern in patterns:
        for word in words:
            if word in folded:
                if pattern.search(folded):
                    return True
                break
    return False


def _folded(text: str) -> str:
    """Lower case without accents, invisible characters, look-alikes or letter spacing."""
    plain = text.isascii() and text.isprintable()
    lowered = text.lower().replace("_", " ") if plain else _unmasked(text)
    joined = _SPACED.sub(lambda m: m[0].replace(" ", ""), lowered)
    if plain and "  " not in joined:
        return joined
    return _SPACES.sub(" ", joined)


def _unmasked(text: str) -> str:
    """Without accents, invisible characters and look-alike letters."""
    decomposed = unicodedata.normalize("NFKD", text)
    kept = "".join(
        c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf", "Cc") or c == "\n"
    )
    lowered = kept.lower().replace("’", "'").replace("_", " ")
    return " ".join(_latin(word) for word in lowered.split(" "))


@lru_cache(maxsize=4096)
def _latin(word: str) -> str:
    """A word that mixes scripts is written in Latin letters; an honest one stays as it is."""
    mixed = any(c.isascii() and c.isalpha() for c in word)
    return word.translate(_LOOK_ALIKES) if mixed else word


def _hides_tags(text: str) -> bool:
    """Unicode tag characters carry text that no person sees."""
    return not text.isascii() and any(0xE0000 <= ord(c) <= 0xE007F for c in text)


def _reads_as_text(blob: str) -> bool:
    """Whether a base64 word decodes to printable text with a space in it."""
    body = blob.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        decoded = base64.b64decode(body + "=" * (-len(body) % 4), validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return False
    return decoded.isprintable() and " " in decoded
