"""A buyer made from a rep's own weak moment: what was said then is said again, without names."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from domain.calls import Side, Transcript
from domain.clips import Clip
from domain.practice import Persona

AROUND = 3
"""Turns before the moment in which the buyer's words are looked for; then as many after it."""
MIN_WORDS, MAX_WORDS = 5, 40
_SENTENCE = re.compile(r"[^.!?…\n]+[.!?…]?")
_NAMING = re.compile(
    r"@|https?:|www\.|\d{5,}|[+(]\d{2,}|\.(?:com|net|org|io|de|eu)\b", re.IGNORECASE
)
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s.,\-–—/()]+(?=\d)")
_NUMBER = re.compile(r"\d{7,}")
"""A telephone number, an account, a date of birth with more: once what stands between is gone."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIRST_WORDS = (
    "a about after all also although and any anyway are as at because before besides but by can"
    " could currently did do does everybody everyone everything for from had has have he her here"
    " his honestly how however i if in is it its just last let like look many maybe might more most"
    " my no nobody not nothing now of often oh okay on one only or other our people perhaps really"
    " right she should since so some sometimes still sure that the their then there these they this"
    " those though to today two until usually was we well were what when where which while who why"
    " will with without would yeah yes yesterday you your"
)
_CAPITAL_WORDS = (
    "i monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september october november december europe excel english german it crm"
    " ceo cfo cto hr roi"
)
_FIRST, _CAPITAL = frozenset(_FIRST_WORDS.split()), frozenset(_CAPITAL_WORDS.split())


def from_moment(
    base: Persona, clip: Clip, transcript: Transcript, names: Collection[str]
) -> Persona:
    """``base`` with the buyer's words of just before the moment; ``base`` itself if none will do.

    ``names``: everything that may name a real person or company: whoever was on the call, its
    title, everybody of the company. A question or a doubt becomes the first objection. What
    is kept has no capital letter that could begin a name; a sentence with one is left out.
    """
    at = clip.turn_index
    before = transcript.turns[max(0, at - AROUND) : at + 1]
    near = (*reversed(before), *transcript.turns[at + 1 : at + 1 + AROUND])
    said = [turn.text for turn in near if turn.side is Side.BUYER]
    forbidden = {word.casefold() for name in names for word in _WORD.findall(name)}
    sentences = [s.strip() for text in said for s in _SENTENCE.findall(text)]
    usable = [s for s in sentences if _usable(s, forbidden)]
    if not usable or not _with_capitals(transcript):
        return base
    words = usable[0] if usable[0][-1] in ".!?…" else f"{usable[0]}."
    words = words[0].upper() + words[1:]
    first = tuple(each for each in base.objections[:1] if each in base.opening)
    rest = tuple(each for each in base.objections[len(first) :] if each != words)
    objections = (*first, words, *rest)
    return replace(base, id=f"{base.id}+moment", objections=objections, from_call=clip.call_id)


def _with_capitals(transcript: Transcript) -> bool:
    """Whether names can be told by their capital: half of the turns begin with one."""
    begun = [word[0] for turn in transcript.turns if (word := turn.text.strip())]
    return 2 * sum(letter.isupper() for letter in begun) >= len(begun)


def without_moment(persona: Persona) -> Persona:
    """The buyer without what comes from a call: that call was deleted."""
    if persona.from_call is None:
        return persona
    place = int(persona.objections[0] in persona.opening)
    left = (*persona.objections[:place], *persona.objections[place + 1 :])
    return replace(persona, objections=left, from_call=None)


def _usable(sentence: str, forbidden: Collection[str]) -> bool:
    """``forbidden``: every word of a name, in small letters.

    A common word that is also somebody's name ("will") is refused with a capital alone.
    """
    words: Sequence[str] = _WORD.findall(sentence)
    if not MIN_WORDS <= len(words) <= MAX_WORDS or _NAMING.search(sentence):
        return False
    if _NUMBER.search(_BETWEEN_DIGITS.sub("", sentence)):
        return False
    if any(_names(word, forbidden) for word in words):
        return False
    first, *rest = words
    return _stem(first) in _FIRST and all(_plain(word) for word in rest)


def _names(word: str, forbidden: Collection[str]) -> bool:
    common = word.islower() and _stem(word) in _FIRST
    return _stem(word) in forbidden and not common


def _stem(word: str) -> str:
    return word.casefold().split("'")[0].split("’")[0]


def _plain(word: str) -> bool:
    """Whether a word inside a sentence cannot be a name: small letters, or one of the few."""
    return word.islower() or _stem(word) in _CAPITAL
