"""Finds a quote in the turn it names, whatever happened to its case, spacing or punctuation."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

MIN_RATIO = 90.0
"""Likeness (0-100) from which a near match inside the named turn is taken as that passage."""
MIN_WORDS = 4
"""So many words prove something; "Okay." and "Right." are said on every call."""
MIN_SIGNS = 7
"""The same for scripts without spaces between words, in signs."""
MAX_CHARS = 400
# A word, with its combining accents. Chinese, Japanese, Thai, Lao, Burmese and Khmer, written
# without spaces, count by sign.
_SIGNS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_LETTERS = rf"(?:[^\W{_SIGNS}]|[\u0300-\u036f])+"
_SIGN = re.compile(rf"[{_SIGNS}]")
_WORD = re.compile(rf"[{_SIGNS}]|{_LETTERS}(?:['’]{_LETTERS})*")


def find_quote(quote: str, text: str) -> str | None:
    """The passage of ``text`` that ``quote`` means, letter by letter as it stands there.

    An exact run of the same words wins; otherwise the most similar run of words, if at least
    90 % alike (a model that drops a filler word still quotes). Figures are never repaired: a
    passage with other numbers in it is another passage. ``None`` if there is none, or if the
    quote says too little (``says_enough``) while the turn has more.
    """
    wanted = words_of(quote)
    spoken = _spans(text)
    if not wanted or (len(wanted) < len(spoken) and not _enough(wanted)):
        return None
    run = _exact_run(wanted, tuple(word for word, _, _ in spoken))
    if run is None:
        run = _similar_run(wanted, spoken)
    if run is None:
        return None
    return _cut(text, spoken, run)


def says_enough(passage: str) -> bool:
    """Whether a passage is long enough to prove something.

    Four words, or seven signs of a script without spaces; a mixture counts in proportion.
    """
    return _enough(words_of(passage))


def _enough(words: tuple[str, ...]) -> bool:
    signs = sum(_SIGN.match(word) is not None for word in words)
    return (len(words) - signs) * MIN_SIGNS + signs * MIN_WORDS >= MIN_WORDS * MIN_SIGNS


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without punctuation."""
    return tuple(word for word, _, _ in _spans(text))


@lru_cache(maxsize=1024)
def _spans(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((_same(m[0]), m.start(), m.end()) for m in _WORD.finditer(text))


def _same(word: str) -> str:
    folded = word.casefold()
    return folded if folded.isascii() else unicodedata.normalize("NFKC", folded).replace("’", "'")


def _exact_run(wanted: tuple[str, ...], spoken: tuple[str, ...]) -> tuple[int, int] | None:
    joined, needle = f" {' '.join(spoken)} ", f" {' '.join(wanted)} "
    at = joined.find(needle)
    if at < 0:
        return None
    first = joined.count(" ", 0, at + 1) - 1
    return first, first + len(wanted)


def _similar_run(
    wanted: tuple[str, ...], spoken: tuple[tuple[str, int, int], ...]
) -> tuple[int, int] | None:
    joined = " ".join(word for word, _, _ in spoken)
    needle = " ".join(wanted)
    if len(wanted) < MIN_WORDS or len(needle) > len(joined) * 1.1:
        return None
    found = fuzz.partial_ratio_alignment(needle, joined, score_cutoff=MIN_RATIO)
    if found is None:
        return None
    first = joined.count(" ", 0, found.dest_start)
    last = joined.count(" ", 0, max(found.dest_start, found.dest_end - 1)) + 1
    same_figures = _figures(wanted) == _figures(tuple(w for w, _, _ in spoken[first:last]))
    return (first, last) if same_figures and last - first >= MIN_WORDS else None


def _figures(words: tuple[str, ...]) -> list[str]:
    return [w for w in words if any(c.isdigit() for c in w)]


def _cut(text: str, spoken: tuple[tuple[str, int, int], ...], run: tuple[int, int]) -> str:
    start, end = spoken[run[0]][1], spoken[run[1] - 1][2]
    while end < len(text) and text[end] in ".?!%…":
        end += 1
    if end - start > MAX_CHARS:
        end = text.rfind(" ", start, start + MAX_CHARS)
        end = end if end > start else start + MAX_CHARS
    return text[start:end].rstrip()


def find_words(quote: str, text: str) -> str | None:
    """The same as ``find_quote`` for an exact run of words of any length: a name, a number."""
    wanted, spoken = words_of(quote), _spans(text)
    if not wanted:
        return None
    run = _exact_run(wanted, tuple(word for word, _, _ in spoken))
    return None if run is None else _cut(text, spoken, run)
