"""What is to be said, before it is said in anybody's language.

Whoever thinks makes phrases; whoever speaks to a person says them in that person's language,
from the catalogue in ``config/words``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

LANGUAGES = ("en", "de")
"""Languages with a complete catalogue; the first is the one to fall back on."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of the catalogue with what goes into it.

    A text among ``values`` is foreign (a name, a title, a quote) and is shown as it is; whole
    numbers are written the reader's way; a phrase in a phrase is said first; several are listed
    ("a, b and c").
    """

    key: str
    values: Mapping[str, str | float | Phrase | tuple[Phrase, ...]] = field(default_factory=dict)


PhraseValue = str | float | Phrase | tuple[Phrase, ...]


def phrase(key: str, **values: PhraseValue) -> Phrase:
    """A phrase with its values by name."""
    return Phrase(key, values)


class Ready(str):
    """A text that needs no more escaping: markup that the speaker made."""

    __slots__ = ()


class Words(Protocol):
    """One language's catalogue."""

    @property
    def language(self) -> str:
        """ISO 639-1 code."""
        ...

    def say(self, what: Phrase, foreign: Callable[[str], str] = str) -> str:
        """The phrase in this language; ``foreign`` escapes every text that is not ours.

        Raises ``LookupError`` for a key or value that the catalogue does not have.
        """
        ...


class Speech(Protocol):
    """All catalogues."""

    def words(self, language: str) -> Words:
        """The catalogue of a language; English where there is none."""
        ...
