"""When two written names are the same name: case, accents, pronouns and company aside."""

import re
import unicodedata

_BRACKETS = re.compile(r"[(\[{<][^()\[\]{}<>]{0,80}[)\]}>]")
_AFTER_NAME = re.compile(r"\s[-–—|/@•]\s")
_PRONOUNS = re.compile(r"\b(?:she|he|they|sie|er|elle|il)/(?:her|him|them|ihr|ihm|elle|lui)s?\b")
_PLAIN_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe"})
_NOT_A_NAME = re.compile(
    r"(?:unknown|unidentified|speaker|sprecher)(?: (?:speaker|user))?(?: \w+)?"
)


def folded(name: str) -> str:
    """The name reduced to what identifies it, such as ``jose garcia`` for "José García (he/him)".

    Drops case, accents, punctuation, bracketed parts, pronouns and what follows a
    spaced dash, bar, slash or at sign (a company or a room); "Lee, Ana" becomes "ana lee".
    Look-alike letters of other alphabets stay different. May be empty.
    """
    text = _BRACKETS.sub(" ", name[:200].casefold())
    text = _PRONOUNS.sub(" ", _AFTER_NAME.split(text, maxsplit=1)[0])
    last, comma, first = text.partition(",")
    if comma and first.strip() and "," not in first:
        text = f"{first} {last}"
    decomposed = unicodedata.normalize("NFKD", text).translate(_PLAIN_LETTERS)
    letters = (c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    # An apostrophe or dot inside a name separates nothing that we compare by.
    return " ".join("".join(letters).split())


def names_nobody(label: str) -> bool:
    """Whether a label only numbers a voice or says that it is unknown ("Speaker 2", "")."""
    name = folded(label)
    return not name or _NOT_A_NAME.fullmatch(name) is not None
