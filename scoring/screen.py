"""Finds words that speak to a grader instead of to the other side of the call.

A match does not change a level: it only takes the turn out of what can prove anything.
So a false alarm costs one quote, and a miss costs no more than the evidence rule allows.
"""

import base64
import binascii
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Final

from domain.calls import Transcript
from scoring.characters import Characters
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
_SEPARATOR = "\0"
"""Between pieces: in no pattern's words, and folding leaves none in a piece."""
_SPACES = re.compile(r"[ \t\r\f\v]+")
_SPACED = re.compile(r"\b(?:\w ){4,}\w\b")


def speaks_to_a_grader(text: str) -> bool:
    """Whether the text addresses whoever scores the call, or forges evidence for it.

    Sees through case, accents, invisible characters, look-alike letters, letter spacing and
    base64. Ordinary talk that mentions scores, ratings or systems does not match. Linear in
    the length of the text.
    """
    return bool(_matching([text]))


def suspicious_turns(transcript: Transcript) -> frozenset[int]:
    """Indices of the turns that cannot be evidence.

    A turn counts if it matches by itself, or if it only matches when read on into the same
    speaker's next turn, as when an instruction is split in two; then both are out.
    """
    turns, pairs = transcript.turns, list(_read_on(transcript))
    hits = _matching([*(turn.text for turn in turns), *(text for _, text in pairs)])
    found = {index for index in hits if index < len(turns)}
    for number, (pair, _) in enumerate(pairs, len(turns)):
        if number in hits and not found.intersection(pair):
            found.update(pair)
    return frozenset(found)


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


def _matching(texts: Sequence[str]) -> set[int]:
    """Numbers of the texts that match."""
    pieces = [(number, piece) for number, text in enumerate(texts) for piece in _pieces(text)]
    found = {number for number, piece in pieces if _hides_tags(piece) or _hides_a_blob(piece)}
    past_the_buyer = _talking_past_the_buyer([_folded(piece) for _, piece in pieces])
    return found | {pieces[index][0] for index in past_the_buyer}


def _pieces(text: str) -> Iterator[str]:
    step = MAX_CHARS - OVERLAP_CHARS
    for start in range(0, max(1, len(text) - OVERLAP_CHARS), step):
        yield text[start : start + MAX_CHARS]


def _talking_past_the_buyer(folded: Sequence[str]) -> set[int]:
    """Where one of the patterns matches.

    A whole call is taken word by word instead of turn by turn: most words of most patterns
    are nowhere in it, which its vocabulary, a few kilobytes, tells at once.
    """
    vocabulary = " ".join({word for piece in folded for word in piece.split()})
    said, starts = _SEPARATOR.join(folded), _starts(folded)
    stands: dict[str, set[int]] = {}
    found: set[int] = set()
    for words, pattern in PATTERNS:
        candidates: set[int] = set()
        for word in words:
            if word not in stands:
                may_stand = all(part in vocabulary for part in word.split())
                stands[word] = _where(word, said, starts) if may_stand else set()
            candidates |= stands[word]
        found.update(i for i in candidates - found if pattern.search(folded[i]))
    return found


def _starts(folded: Sequence[str]) -> list[int]:
    """Where each piece begins in all of them joined."""
    lengths = (len(piece) + len(_SEPARATOR) for piece in folded)
    return [0, *accumulate(lengths)]


def _where(word: str, said: str, starts: Sequence[int]) -> set[int]:
    """The numbers of the pieces that hold ``word``."""
    found: set[int] = set()
    at = said.find(word)
    while at >= 0:
        number = bisect_right(starts, at) - 1
        found.add(number)
        at = said.find(word, starts[number + 1])  # once a piece is enough
    return found


def _hides_a_blob(text: str) -> bool:
    return any(_reads_as_text(blob) for blob in _BLOB.findall(text))


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
    lowered = decomposed.translate(_SPOKEN).lower().replace("’", "'").replace("_", " ")
    return " ".join(_latin(word) for word in lowered.split(" "))


def _spoken(character: str) -> str | None:
    """Not an accent, nor a character that nobody sees."""
    dropped = unicodedata.category(character) in ("Mn", "Cf", "Cc") and character != "\n"
    return None if dropped else character


_SPOKEN = Characters(_spoken)


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
