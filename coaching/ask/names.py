"""Finding names of people and skills in the words of a question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from coaching.ask import vocabulary
from coaching.ask.periods import MONTHS
from coaching.ask.tokens import Token, alike, tokens
from domain.people import Person, PersonId
from domain.rubrics import SkillId
from domain.skills import Skill

T = TypeVar("T", bound=str)
SLIPS_FROM = 6


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """Words that mean one id."""

    words: tuple[Token, ...]
    id: T
    slips_from: int = 4
    """Letters of a word from which on a slip of it is taken for it."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Which ids were named, and the words that are left over."""

    ids: tuple[T, ...]
    """In the order in which they were first named."""
    rest: tuple[Token, ...]
    """The other words, with the mark where something was taken out."""


def names_of(reps: Iterable[Person]) -> tuple[Named[PersonId], ...]:
    """Full name, first name, last name, aliases and the part of the e-mail before ``@``.

    A single word that questions are made of (``may``, ``best``) is none: who is called so is
    asked about by full name. Slips count in long words alone: Anna is not Anne.
    """
    found: set[tuple[tuple[Token, ...], PersonId]] = set()
    for rep in reps:
        full = tokens(rep.name)
        spoken = [full, full[:1], full[-1:], tokens(rep.email.partition("@")[0])]
        spoken += [tokens(alias) for alias in rep.aliases]
        found.update((words, rep.id) for words in spoken if words and not _usual(words))
    return tuple(Named(words, rep_id, SLIPS_FROM) for words, rep_id in sorted(found))


def _usual(words: tuple[Token, ...]) -> bool:
    return len(words) == 1 and (words[0] in vocabulary.EVERY or words[0] in MONTHS)


def usual_names(reps: Iterable[Person]) -> frozenset[Token]:
    """Words of people's names that questions are made of too, other than months."""
    words = (word for rep in reps for word in tokens(rep.name))
    return frozenset(word for word in words if word in vocabulary.EVERY - MONTHS.keys())


def names_of_skills(skills: Iterable[Skill]) -> tuple[Named[SkillId], ...]:
    """Name, id and synonyms of each skill."""
    found: set[tuple[tuple[Token, ...], SkillId]] = set()
    for skill in skills:
        spoken = (skill.name, skill.id, *skill.synonyms)
        found.update((words, skill.id) for words in map(tokens, spoken) if words)
    return tuple(Named(words, skill_id) for words, skill_id in sorted(found))


def find(said: Sequence[Token], phrases: Sequence[Named[T]], mark: Token) -> Found[T]:
    """Take out every phrase: the longest first, exact before alike, left to right.

    A phrase that means two ids (two people of one first name) is not taken out: its words
    stay in ``rest``, where nobody understands them.
    """
    ids: dict[T, None] = {}
    rest: list[Token] = []
    longest = max((len(p.words) for p in phrases), default=0)
    at = 0
    while at < len(said):
        taken = 0
        for length in range(min(longest, len(said) - at), 0, -1):
            meant = _meant(tuple(said[at : at + length]), phrases)
            if len(meant) == 1:
                ids |= dict.fromkeys(meant)
                rest.append(mark)
                taken = length
                break
        if not taken:
            rest.append(said[at])
        at += max(1, taken)
    return Found(tuple(ids), tuple(rest))


def _meant(said: tuple[Token, ...], phrases: Sequence[Named[T]]) -> set[T]:
    exact = {p.id for p in phrases if p.words == said}
    return exact or {p.id for p in phrases if _alike(said, p)}


def _alike(said: tuple[Token, ...], meant: Named[T]) -> bool:
    """Word by word; a word that questions are made of is never a slip of another."""
    return len(said) == len(meant.words) and all(
        a == b or (a not in vocabulary.EVERY and len(b) >= meant.slips_from and alike(a, b))
        for a, b in zip(said, meant.words, strict=True)
    )
