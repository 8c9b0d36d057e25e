"""Amounts from CRMs: text or number in major units, kept in minor ones."""

import pytest

from domain.deals import Money


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("144000.50", "USD", 14_400_050),
        (144000.5, "USD", 14_400_050),
        (0.1 + 0.2, "USD", 30),
        ("1500", "JPY", 1500),
        ("1.234", "KWD", 1234),
        ("-20", "EUR", -2000),
        ("1e3", "EUR", 100_000),
    ],
)
def test_an_amount_is_read_in_its_currencys_minor_units(
    amount: object, currency: str, minor: int
) -> None:
    assert Money.read(amount, currency) == Money(minor, currency)


@pytest.mark.parametrize("amount", ["", "a lot", None, "NaN", "Infinity", "1e300"])
def test_what_is_no_amount_is_none(amount: object) -> None:
    assert Money.read(amount, "USD") is None
