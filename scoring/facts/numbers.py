"""Numbers as people say and write them: ``27,000``, ``27k``, "twenty-seven thousand".

What cannot be told for sure is left out: "a quarter of a million" is no number here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

MAX_NUMBERS = 200
"""Of one text that are looked at."""
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL: Final = {word: n for n, word in enumerate(_ONES)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
_IRREGULAR = {1: "first", 2: "second", 3: "third", 5: "fifth", 8: "eighth", 9: "ninth",
              12: "twelfth"}  # fmt: skip
ORDINALS: Final = {
    _IRREGULAR.get(n, f"{word}th"): n for word, n in _SMALL.items() if 0 < n < 20
} | {f"{word[:-1]}ieth": n for word, n in _SMALL.items() if n >= 20}
"""Words for a place in a row: ``first``, ``twentieth``."""
_SCALES: Final = {
    "thousand": Decimal(1000), "k": Decimal(1000), "grand": Decimal(1000),
    "million": Decimal(10**6), "m": Decimal(10**6), "billion": Decimal(10**9),
}  # fmt: skip
_SPOKEN_SCALES = ("hundred", "thousand", "million", "billion", "grand")
_PIECE = re.compile(
    r"(?<!\d)(?<!\d[.,])(\d++(?:[.,]\d++)*+)(k|m|st|nd|rd|th)?(?![a-z0-9])|([a-z]++)", re.IGNORECASE
)
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")


@dataclass(frozen=True, slots=True)
class Number:
    """One number; ``text[start:end]`` says it."""

    value: Decimal
    start: int
    end: int
    ordinal: bool = False
    """A place in a row or a day of a month: "the twentieth", "22nd"."""


@dataclass(slots=True)
class _Run:
    """The words of one number as far as they were read."""

    start: int
    end: int
    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    decimals: str | None = None
    digits: bool = False
    ordinal: bool = False
    unsure: bool = False

    def takes(self, n: int) -> bool:
        """Whether a small number goes on this one: "sixty" and "five", not "five" and "sixty"."""
        if self.digits or self.ordinal or self.decimals is not None:
            return False
        rest = self.current % 100
        return rest == 0 or (n < 10 and n > 0 and rest % 10 == 0 and rest >= 20)

    def number(self) -> Number | None:
        """What was said."""
        value = self.total + self.current
        if self.decimals:
            value += Decimal(f"0.{self.decimals}")
        return None if self.unsure else Number(value, self.start, self.end, self.ordinal)


def numbers_in(text: str) -> tuple[Number, ...]:
    """Every number of a text in order. Linear in its length."""
    return tuple(n for run in _runs(text) if (n := run.number()) is not None)[:MAX_NUMBERS]


def _runs(text: str) -> Iterator[_Run]:
    run: _Run | None = None
    pieces = list(_PIECE.finditer(text))
    for at, piece in enumerate(pieces):
        if run is not None and not _goes_over(text[run.end : piece.start()]):
            yield run
            run = None
        grown = _grown(run, piece, pieces, at)
        if run is not None and grown is not run:
            yield run
        run = grown
    if run is not None:
        yield run


def _goes_over(gap: str) -> bool:
    """Whether only a space, a hyphen, or the "and" or "point" of a number lies between."""
    return gap.strip(" \t\n-").lower() in ("", "and", "point")


def _grown(
    run: _Run | None, piece: re.Match[str], pieces: list[re.Match[str]], at: int
) -> _Run | None:
    """The run with this piece, a new one that begins with it, or none."""
    if piece[1]:
        return _digits(piece)
    word = piece[3].lower()
    if word in _SMALL:
        return _small(run, piece, _SMALL[word])
    if word in ORDINALS:
        return _ordinal(run, piece, ORDINALS[word])
    return _joined(run, piece, pieces, at)


def _joined(
    run: _Run | None, piece: re.Match[str], pieces: list[re.Match[str]], at: int
) -> _Run | None:
    """The same for the words between numbers: "a", "hundred", "and", "point"."""
    word = piece[3].lower()
    if word in ("a", "an"):
        return _article(piece, pieces, at)
    if word in _SPOKEN_SCALES or word in _SCALES:
        return _scaled(run, piece, word)
    goes_on = run is not None and word in ("and", "point") and _goes_on(run, word, pieces, at)
    return run if goes_on else None


def _digits(piece: re.Match[str]) -> _Run | None:
    said, suffix = piece[1], (piece[2] or "").lower()
    run = _Run(piece.start(), piece.end(), digits=True)
    run.current = _written(said) * _SCALES.get(suffix, Decimal(1))
    run.ordinal = suffix in ("st", "nd", "rd", "th")
    return run


def _written(said: str) -> Decimal:
    """Groups of three are thousands, whichever mark is between them; one mark else is a point."""
    if _GROUPED.fullmatch(said):
        return Decimal(re.sub(r"[.,]", "", said))
    whole, mark, rest = said.replace(",", ".").rpartition(".")
    return Decimal(f"{whole.replace('.', '')}.{rest}" if mark else rest)


def _article(piece: re.Match[str], pieces: list[re.Match[str]], at: int) -> _Run | None:
    """What begins with "a hundred"; "half a million" and "of a million" are a part of one."""
    following = pieces[at + 1][0].lower() if at + 1 < len(pieces) else ""
    if following not in _SPOKEN_SCALES:
        return None
    before = pieces[at - 1][0].lower() if at else ""
    run = _Run(piece.start(), piece.end(), current=Decimal(1))
    run.unsure = before in ("of", "half")
    return run


def _small(run: _Run | None, piece: re.Match[str], n: int) -> _Run:
    if run is not None and run.decimals is not None and n < 10:
        run.decimals += str(n)
        run.end = piece.end()
        return run
    if run is not None and run.takes(n):
        run.current += n
        run.end = piece.end()
        return run
    return _Run(piece.start(), piece.end(), current=Decimal(n))


def _ordinal(run: _Run | None, piece: re.Match[str], n: int) -> _Run:
    if run is None or not run.takes(n):
        run = _Run(piece.start(), piece.end())
    run.current += n
    run.end = piece.end()
    run.ordinal = True
    return run


def _scaled(run: _Run | None, piece: re.Match[str], word: str) -> _Run | None:
    if run is None or run.ordinal:
        return None  # "hundreds of thousands" and "thousand" alone are no figure
    if word == "hundred":
        if run.digits or not 0 < run.current < 100:
            return None
        run.current *= 100
    else:
        decimals = Decimal(f"0.{run.decimals}") if run.decimals else Decimal(0)
        run.total += (run.current + decimals) * _SCALES[word]
        run.current, run.decimals, run.digits = Decimal(0), None, False
    run.end = piece.end()
    return run


def _goes_on(run: _Run, word: str, pieces: list[re.Match[str]], at: int) -> bool:
    """Whether the number goes on behind "and" or "point"; "and a half" is taken here."""
    rest = [p[0].lower() for p in pieces[at + 1 : at + 3]]
    following = rest[0] if rest else ""
    if word == "point":
        if _SMALL.get(following, 10) < 10 and run.decimals is None:
            run.decimals = ""
            return True
        return False
    if rest == ["a", "half"]:
        run.decimals, run.end = "5", pieces[at + 2].end()
        return False
    whole = run.current % 100 == 0 and (run.current or run.total) and not run.digits
    return bool(whole) and following in _SMALL
