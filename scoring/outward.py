"""What in a sentence would lead its reader out of Reploop: links, mentions, addresses, numbers.

A chat turns "evil.com/login" into a link without any markup, and a phone number is dialled as
easily. Text is read after NFKC, so that full-width letters and dots do not hide either. All
patterns are bounded: linear in the length of the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_MARKUP = re.compile(
    r"(?:https?|ftp|tel|mailto|sms|javascript|slack):(?=\S)|https?:|www\.|[\w.+-]{1,64}@[\w-]{1,63}\.\w"
    r"|@(?:channel|here|everyone)\b|<[!@#|]|[<\[]/?\w{1,40}[>\]]|\]\(",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"(?<![\w.-])(?P<labels>(?:[\w-]{1,63}\.){1,8})(?P<top>[^\W\d_]{2,24})(?![\w-])"
    r"(?P<path>[/?#][^\s\"'“”„«»<>()]+)?"
)
_COMMON_TOPS: Final = frozenset({"com", "net", "org", "info", "biz", "xyz", "io", "ai", "app"})
_ABBREVIATION = re.compile(r"(?:\w\.){2,}")
_NUMBER = re.compile(
    r"(?<![\w.,])(?:"
    r"(?:\+|00(?=[1-9]))\d[\d ().\-/]{5,20}\d"  # international
    r"|\(\d{2,5}\) ?\d[\d \-]{4,20}\d"  # area code in brackets
    r"|0[1-9]\d{1,3}[ \-/]\d{3,9}(?:[ \-]\d{1,9}){0,4}"  # area code with a leading zero
    r"|0\d(?:[ .]\d\d){4}"  # France and others, in pairs
    r"|(?:1[ .\-])?\d{3}[ .\-]\d{3}[ .\-]\d{4}"  # North America
    r"|0\d{8,14}|\d{10,15}"  # without any break
    r"|\d{1,3}(?:\.\d{1,3}){3}"  # an IPv4 address
    r")(?![\w]|[.,]\d)"
)


def has_link(text: str) -> bool:
    """Whether the text holds a link, an e-mail address, a mention or a tag."""
    return _MARKUP.search(unicodedata.normalize("NFKC", text)) is not None


def addresses(text: str) -> frozenset[str]:
    """The bare domains, phone numbers and IP addresses of a text, in lower case.

    "e.g.", "3.5" and a full stop without a space ("Q3.Then") are none of them.
    """
    shown = unicodedata.normalize("NFKC", text)
    numbers = (m[0] for m in _NUMBER.finditer(shown))
    return frozenset(found.lower() for found in (*_domains(shown), *numbers))


def _domains(text: str) -> Iterator[str]:
    for match in _DOMAIN.finditer(text):
        labels, top = match["labels"], match["top"]
        common = top.lower() in _COMMON_TOPS
        sentence_end = not (top.islower() or (top.isupper() and labels.isupper()))
        if _ABBREVIATION.fullmatch(labels):
            continue
        if match["path"] or common or not (sentence_end or labels[:-1].isdecimal()):
            yield match[0].rstrip(".,;:!?)")
