"""What figures about people are not for: pay, dismissal, health, feelings, character."""

from collections.abc import Sequence

from coaching.ask.heard import NAME, QUOTED
from coaching.ask.names import find, names_of
from coaching.ask.tokens import MAX_CHARS, Token, tokens
from coaching.ask.vocabulary import BUYERS
from domain.people import Person

READ_CHARS = 3000
LOCKED = frozenset(
    """
    pay paid payrise salary salaries wage wages bonus bonuses commission commissions raise raises
    compensation remuneration fire fired firing sack sacked sacking dismiss dismissed dismissal
    terminate terminated termination layoff layoffs redundant redundancy redundancies pip
    demote hire hiring hired promotion warning disciplinary
    sick sickness ill illness health healthy pregnant pregnancy depressed depression burnout
    burned disability disabled mental medical diagnosis
    happy unhappy happiness angry anger sad mood moods emotion emotions emotional stressed stress
    motivated motivation feel feels feeling feelings frustrated anxious tired bored sentiment
    personality character attitude lazy smart clever stupid honest dishonest trustworthy
    loyal loyalty resign resigning quit quitting
    """.split()  # noqa: SIM905
)
"""What figures about a person are not for."""
PHRASES = (
    ("let", "go"),
    ("lay", "off"),
    ("laid", "off"),
    ("get", "rid"),
    ("cut", "from"),
    ("performance", "plan"),
    ("performance", "review"),
    ("good", "person"),
    ("bad", "person"),
    ("nice", "person"),
)


def is_locked(text: str, reps: Sequence[Person], looked_for: str = "") -> bool:
    """Whether it asks for what figures are not for: pay, dismissal, health, feelings.

    Quoted words, the names of visible people and the words looked for in calls do not count:
    buyers may speak of their health insurance, and raise objections.
    """
    rest = tokens(QUOTED.sub(" ", text), READ_CHARS)
    if len(text) <= MAX_CHARS:
        rest = find(rest, names_of(reps), NAME).rest
    rest = _without(rest, tokens(looked_for))
    if BUYERS & {*rest}:
        rest = tuple(word for word in rest if word not in {"raise", "raises"})
    named = any(_holds(rest, phrase) for phrase in PHRASES)
    return named or bool(LOCKED & {*rest})


def _without(said: tuple[Token, ...], words: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words without these, where they first stand together."""
    for at in range(len(said) if words else 0):
        if said[at : at + len(words)] == words:
            return (*said[:at], *said[at + len(words) :])
    return said


def _holds(said: Sequence[Token], phrase: tuple[Token, ...]) -> bool:
    return any(tuple(said[at : at + len(phrase)]) == phrase for at in range(len(said)))
