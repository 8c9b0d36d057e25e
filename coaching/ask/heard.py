"""A question taken apart: who and what it names, when, which words it quotes, and the rest."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from coaching.ask import vocabulary as v
from coaching.ask.names import find, names_of, names_of_skills, usual_names
from coaching.ask.periods import TIME, Timed, take_time
from coaching.ask.tokens import Token, tokens
from domain.people import Person, PersonId
from domain.questions import Period
from domain.rubrics import SkillId
from domain.skills import Skill

NAME, SKILL, WORDS, TEAM = "\x01name", "\x01skill", "\x01words", "\x01team"
MARKS = frozenset({NAME, SKILL, WORDS, TEAM, TIME})
_BETWEEN = re.compile(r"[,;&+]")
_NAME_LIKE = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+)\b(?!['’]s)|\b(\w+)['’]s\b")
QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{1,80})[\"“”„«»]")
_SAID = v.MOMENT & frozenset(
    ["said", "say", "saying", "mention", "mentioned", "mentions", "mentioning", "heard"]
)
_BEFORE_WORDS = _SAID | frozenset({"about", "regarding", "containing"})
_LEADING = frozenset(
    {"the", "a", "an", "our", "their", "about", "that", "like", "of", "on", "word"}
)
_ENDS = frozenset(
    [
        "from",
        "by",
        "in",
        "of",
        "for",
        "since",
        "last",
        "this",
        "these",
        "and",
        "on",
        "during",
        "to",
        "how",
        "was",
        "were",
        "did",
        "when",
        "where",
        "is",
        "are",
        "came",
        "come",
        "i",
        "my",
        "we",
        "our",
        "with",
        "past",
        "went",
        "go",
        "get",
        "got",
        "has",
        "have",
        "had",
        "that",
        "which",
    ]
)
MAX_WORDS = 4
_ORDERS = v.ORDER_BEST | v.ORDER_WORST | {"most", "least"}
"""Say which come first, never what was spoken of."""
_BRING = frozenset({"bring", "brings", "bringing", "brought"})
_BEFORE_VERBS = frozenset({"to", "you", "we", "they", "i", "he", "she", NAME})
_BEFORE_SPOKEN_OF = frozenset({"was", "were", "is", "are", "did", "where"})
_SPOKEN_OF = frozenset({"mentioned", "discussed", "raised", "brought"})
_BUYERS = frozenset(
    [
        "buyer",
        "buyers",
        "customer",
        "customers",
        "prospect",
        "prospects",
        "i",
        "we",
        "they",
        "he",
        "she",
    ]
)
CALL = frozenset({"call", "calls"})
_SHOW_WHOLE = frozenset({"who", "whom", "whose", "how", "help"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The parts of a question; ``rest`` are its other words, with marks where parts stood."""

    people: tuple[PersonId, ...]
    skills: tuple[SkillId, ...]
    words: str
    period: Period | None
    days: int | None
    """From the day its time begins until today."""
    present: bool
    over: bool
    """Whether its time ended before today."""
    team: bool
    rest: tuple[Token, ...]

    @property
    def said(self) -> frozenset[Token]:
        """The other words, in no order."""
        return frozenset(self.rest) - MARKS

    @property
    def own(self) -> bool:
        """Whether it is about the asker."""
        return bool(self.said & v.OWN)

    @property
    def group(self) -> bool:
        """Whether it is about a team, or asks who."""
        return self.team or bool(self.said & v.GROUP)


def is_help(text: str) -> bool:
    """Whether it asks what can be asked."""
    return " ".join(tokens(text)) in v.HELP_QUESTIONS


def _unclear(text: str, reps: Sequence[Person]) -> bool:
    """Whether two names run together, or one is written that is a word of questions too.

    "Ben Lee" is not Ben and Lee; of "Will's calls" it is not known that Will is meant.
    """
    plain = QUOTED.sub(" ", text)
    rest = find(tokens(_BETWEEN.sub(" and ", plain)), names_of(reps), NAME).rest
    if any(word == after == NAME for word, after in pairwise(rest)):
        return True
    written = {word.lower() for pair in _NAME_LIKE.findall(plain) for word in pair}
    return bool(written & usual_names(reps) & {*rest})


def hear(
    text: str, reps: Sequence[Person], skills: Mapping[SkillId, Skill], today: date
) -> Heard | None:
    """Take a question apart; ``None`` where that cannot be done, such as with two times in it.

    Names are looked up among ``reps`` alone.
    """
    quoted = QUOTED.findall(text)
    if len(quoted) > 1 or _unclear(text, reps):
        return None
    people = find(tokens(QUOTED.sub(" ", text)), names_of(reps), NAME)
    timed = take_time(_plural(people.rest), today)
    if timed is None:
        return None
    plain = _replaced(_replaced(timed.rest, v.NOW, ()), v.NEWEST, ("latest",))
    rest, words = _take_words(plain, skills)
    if v.NO_TOPIC & {*words.split()}:
        return None
    topics = find(rest, names_of_skills(skills.values()), SKILL)
    rest = _replaced(topics.rest, v.REQUESTS, ())
    rest = _replaced(rest, v.TEAM_OF_MINE, (TEAM,))
    return Heard(
        people=people.ids,
        skills=topics.ids,
        words=" ".join(tokens(quoted[0])) if quoted else words,
        period=timed.period,
        days=_days(timed, today),
        present=timed.present,
        over=_over(timed, today),
        team=TEAM in rest,
        rest=rest,
    )


def _days(timed: Timed, today: date) -> int | None:
    if timed.days is not None or timed.period is None or timed.period.first is None:
        return timed.days
    return (today - timed.period.first).days


def _over(timed: Timed, today: date) -> bool:
    last = timed.period.last if timed.period else None
    return last is not None and last < today


def _plural(said: tuple[Token, ...]) -> tuple[Token, ...]:
    """With what somebody agreed to told from the skill, and to deal with from a deal.

    "Her commitment" is not "good at commitment".
    """
    return tuple(_told(last, word) for last, word in zip(("", *said), said, strict=False))


def _told(last: Token, word: Token) -> Token:
    if word == "commitment" and last not in {"on", "in", "at", "with"}:
        return "commitments"
    return "handle" if word == "deal" and last in _BEFORE_VERBS else word


def _take_words(
    said: tuple[Token, ...], skills: Mapping[SkillId, Skill]
) -> tuple[tuple[Token, ...], str]:
    """Take out what somebody spoke about, in a question about moments, calls or deals."""
    heard = frozenset(said)
    passive = _spoken_of(said)
    if passive is not None:
        start, end = passive
        return (*said[:start], WORDS, *said[end:]), " ".join(said[start:end])
    if not _may_hold_words(heard):
        return said, ""
    names = {tokens(skill.name) for skill in skills.values()}
    begins = {*_BEFORE_WORDS, *({"with"} if heard & (CALL | v.DEAL) else ())}
    for at, word in enumerate(said):
        start = at + 1
        while start < len(said) and said[start] in _LEADING:
            start += 1
        end = start
        while end < len(said) and said[end] not in _ENDS and not said[end].startswith("\x01"):
            end += 1
        block = said[start:end]
        # "calls with Northwind", but not "help with closing"
        begun = word in begins or (word == "up" and at > 0 and said[at - 1] in _BRING)
        if begun and block and len(block) <= MAX_WORDS and block not in names:
            if block[-1] in v.DEAL | CALL or {*block} & _ORDERS:
                continue
            return (*said[: at + 1], WORDS, *said[end:]), " ".join(block)
    return said, ""


def _spoken_of(said: tuple[Token, ...]) -> tuple[int, int] | None:
    """From where to where the words stand in "where was the price mentioned"."""
    for end, word in enumerate(said):
        comes_up = word in {"come", "came"} and said[end + 1 : end + 2] == ("up",)
        if word not in _SPOKEN_OF and not comes_up:
            continue
        starts = [at for at in range(end) if said[at] in _BEFORE_SPOKEN_OF]
        if not starts:
            continue
        start = starts[-1] + 1
        while start < end and said[start] in _LEADING:
            start += 1
        block = said[start:end]
        plain = not any(each.startswith("\x01") or each in v.GROUP for each in block)
        if 0 < len(block) <= MAX_WORDS and plain and not {*block} & _BUYERS:
            return start, end
    return None


def _may_hold_words(heard: frozenset[Token]) -> bool:
    if heard & (_SAID | v.DEAL | {"moment", "moments", "example", "examples", "clip", "clips"}):
        return True
    if heard & _BRING or heard & {"talk", "talked", "spoke", "discussed"}:
        return True
    if heard & {"quote", "quotes", "instances"}:
        return True
    return bool(heard & CALL) and not heard & _SHOW_WHOLE


def _replaced(
    said: Sequence[Token], phrases: Sequence[tuple[Token, ...]], by: tuple[Token, ...]
) -> tuple[Token, ...]:
    """The words with these phrases, longest first, replaced."""
    kept: list[Token] = []
    at = 0
    while at < len(said):
        here = (p for p in phrases if tuple(said[at : at + len(p)]) == p)
        length = max((len(p) for p in here), default=0)
        kept += by if length else [said[at]]
        at += max(1, length)
    return tuple(kept)
