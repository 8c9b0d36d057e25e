"""Undoes what hides words from a screen: accents, look-alikes, spacing, digits for letters."""

import base64
import binascii
import re
import unicodedata
from functools import lru_cache
from typing import Final

from scoring.characters import Characters
from scoring.visible import is_unseen

# Look-alikes of Latin letters in Cyrillic and Greek that survive NFKC (Unicode TR 39).
_LOOK_ALIKES: Final = str.maketrans(
    "аеорсухіјѕһԁԛԝтмнкваοαρντικυχı", "aeopcyxijshdqwtmhkbaoapvtikuxi"
)
_DIGITS_FOR_LETTERS: Final = str.maketrans("013457@$", "oieastas")
_SPACES = re.compile(r"[ \t\r\f\v]+")
_SPACED = re.compile(r"\b(?:\w ){4,}\w\b|\b(?:\w[-.*]){4,}\w\b")
_SPELT_AI = re.compile(r"\ba[ .]i\b\.?")
_BETWEEN_LETTERS = re.compile(r"[ .*-]")
_WITH_DIGITS = re.compile(r"\b(?=\w{5})[a-z]*[0134570@$]+[a-z][a-z0-9@$]*\b")
_BLOB = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
# One selector after an emoji or a Han character is spelling; two in a row carry text, and so do
# the supplementary ones after anything that is no Han character.
_SELECTORS = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef]{2}"
    "|(?<![\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
)


def plain(text: str) -> str:
    """Lower case without accents, invisible characters, look-alikes or letter spacing.

    Line breaks stay, other white space becomes one space. Linear in the length of the text.
    """
    simple = text.isascii() and text.isprintable()
    lowered = text.lower().replace("_", " ") if simple else unmasked(text)
    joined = _SPACED.sub(lambda m: _BETWEEN_LETTERS.sub("", m[0]), lowered)
    if "a i" in joined or "a.i" in joined:
        joined = _SPELT_AI.sub("ai", joined)
    if any(digit in joined for digit in "013457"):
        joined = _WITH_DIGITS.sub(_with_letters, joined)
    if simple and "  " not in joined:
        return joined
    return _SPACES.sub(" ", joined)


def unmasked(text: str) -> str:
    """Lower case without accents, invisible characters and look-alike letters."""
    decomposed = unicodedata.normalize("NFKD", text)
    lowered = decomposed.translate(_SPOKEN).lower().replace("’", "'").replace("_", " ")
    return " ".join(_latin(word) for word in lowered.split(" "))


def hides_text(text: str) -> bool:
    """Whether the text carries words that no person sees or reads.

    Tag characters, runs of variation selectors, or a base64 word that decodes to a sentence.
    """
    if not text.isascii() and (_SELECTORS.search(text) or _has_tags(text)):
        return True
    return any(_reads_as_text(blob) for blob in _BLOB.findall(text))


def _spoken(character: str) -> str | None:
    """Not an accent, nor a character that nobody sees."""
    dropped = is_unseen(character) or unicodedata.category(character) in ("Mn", "Cc")
    return None if dropped and character != "\n" else character


_SPOKEN = Characters(_spoken)


@lru_cache(maxsize=4096)
def _latin(word: str) -> str:
    """A word that mixes scripts is written in Latin letters; an honest one stays as it is."""
    mixed = any(c.isascii() and c.isalpha() for c in word)
    return word.translate(_LOOK_ALIKES) if mixed else word


def _with_letters(word: re.Match[str]) -> str:
    """``prev1ous`` as ``previous``; what holds more digits than letters stays."""
    text = word[0]
    letters = sum(c.isalpha() for c in text)
    return text.translate(_DIGITS_FOR_LETTERS) if 2 * letters > len(text) else text


def _has_tags(text: str) -> bool:
    return any(0xE0000 <= ord(c) <= 0xE007F for c in text)


def _reads_as_text(blob: str) -> bool:
    """Whether a base64 word decodes to printable text with a space in it."""
    body = blob.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        decoded = base64.b64decode(body + "=" * (-len(body) % 4), validate=True).decode("ascii")
    except (binascii.Error, UnicodeDecodeError):
        return False
    return decoded.isprintable() and " " in decoded
