"""Amounts of money as they are said, with the currency where it is said too."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.deals import Money
from scoring.facts.numbers import Number, numbers_in


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEAST_BARE = 1000
"""From here on a number without a currency and without a thing it counts can be money."""
_SIGNS: Final = {"$": "USD", "€": "EUR", "£": "GBP"}
_WORDS: Final = {
    "dollar": "USD", "dollars": "USD", "bucks": "USD", "usd": "USD", "euro": "EUR", "euros": "EUR",
    "eur": "EUR", "pound": "GBP", "pounds": "GBP", "quid": "GBP", "gbp": "GBP", "chf": "CHF",
}  # fmt: skip
_BEFORE = re.compile(r"([$€£]|\b(?:USD|EUR|GBP|CHF)) ?$", re.IGNORECASE)
_AFTER = re.compile(r"[ -]?([$€£]|[a-z]+)", re.IGNORECASE)
_BEHIND_MONEY: Final = _listed("""
    a an per in into on for from of to at with and or but so if which that this next left set
    available allocated approved budgeted earmarked reserved spare total max maximum tops now
    already annually yearly monthly weekly altogether all plus until by because as it is was
    we i you he she they there then today more over
""")
"""Words after a bare amount that do not say what it counts."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is money; ``text[start:end]`` says it."""

    number: Number
    start: int
    end: int
    currency: str | None
    """ISO 4217, as far as a word tells: dollars are taken to be those of the United States."""

    @property
    def money(self) -> Money | None:
        """The amount, where its currency was said."""
        return None if self.currency is None else Money.read(self.number.value, self.currency)


def amounts_in(text: str, *, bare: bool = False) -> tuple[Amount, ...]:
    """Every amount of money of a text in order.

    With ``bare`` also numbers from 1,000 on that have no currency and count no thing: for
    speech that is known to be about money.
    """
    found = (_amount(text, number) for number in numbers_in(text) if not number.ordinal)
    return tuple(a for a in found if a is not None and (bare or a.currency is not None))


def _amount(text: str, number: Number) -> Amount | None:
    before = _BEFORE.search(text[max(0, number.start - 4) : number.start])
    if before is not None:
        sign = before[1]
        currency = _SIGNS.get(sign) or sign.upper()
        return Amount(number, number.start - len(before[0]), number.end, currency)
    after = _AFTER.match(text, number.end)
    word = after[1].lower() if after else ""
    if after is not None and (said := _SIGNS.get(word) or _WORDS.get(word)):
        return Amount(number, number.start, after.end(), said)
    counts = word and word not in _BEHIND_MONEY
    if number.value < LEAST_BARE or counts or _is_year(text, number):
        return None
    return Amount(number, number.start, number.end, None)


def _is_year(text: str, number: Number) -> bool:
    said = text[number.start : number.end]
    return said.isdigit() and 1900 <= number.value <= 2100


def largest(amounts: Iterable[Amount]) -> Amount | None:
    """The largest of them."""
    return max(amounts, key=lambda a: a.number.value, default=None)


def values(numbers: Iterable[Number]) -> frozenset[Decimal]:
    """The values alone, so that ``60,000`` and "sixty thousand" are the same."""
    return frozenset(n.value.normalize() for n in numbers)
