"""What of a text a person sees: one line, without characters that show nothing.

A model reads code points, a person reads marks on a screen. What only the model would read is
left out: format characters, private and unassigned ones, the code points that Unicode calls
default ignorable (variation selectors, fillers, tags), and letters that are drawn blank.
"""

import re
import unicodedata
from typing import Final

from scoring.characters import Characters

_IGNORABLE: Final = (
    "\u00ad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""``Default_Ignorable_Code_Point`` of Unicode's DerivedCoreProperties."""
_BLANK: Final = "\u2800"
"""Braille without dots: a symbol to Unicode, nothing to the eye."""
_UNSEEN = re.compile(f"[{_IGNORABLE}{_BLANK}]")


def is_unseen(character: str) -> bool:
    """Whether one character shows nothing and separates nothing."""
    if unicodedata.category(character) in ("Cf", "Cs", "Co", "Cn"):
        return True
    return _UNSEEN.match(character) is not None


def folded(text: str) -> str:
    """One line without control and invisible characters."""
    if text.isascii() and text.isprintable():  # nearly every turn
        return " ".join(text.split())
    return " ".join(text.translate(_VISIBLE).split())


def _visible(character: str) -> str | None:
    if is_unseen(character):
        return None
    return " " if unicodedata.category(character) in ("Cc", "Zl", "Zp") else character


_VISIBLE = Characters(_visible)
