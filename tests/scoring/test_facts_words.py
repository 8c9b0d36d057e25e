"""Numbers, amounts and days as people say them."""

from datetime import date
from decimal import Decimal

import pytest

from domain.deals import Money
from scoring.facts.amounts import amounts_in
from scoring.facts.days import days_said
from scoring.facts.numbers import numbers_in

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-seven thousand dollars", ["27000"]),
        ("one hundred and sixty-eight thousand", ["168000"]),
        ("two thousand two hundred and eighty euros a night", ["2280"]),
        ("eleven hundred lines, sixty, sixty-five", ["1100", "60", "65"]),
        ("ninety-eight and a half by ten", ["98.5", "10"]),
        ("one point two million", ["1200000"]),
        ("$27k, 27,000 and 1,250.50 or 12,5", ["27000", "27000", "1250.50", "12.5"]),
        ("the twenty-second and the 3rd", ["22", "3"]),
        ("a quarter of a million, half a million, hundreds of people", []),
        ("a hundred percent", ["100"]),
    ],
)
def test_numbers_are_read_in_digits_and_in_words(text: str, expected: list[str]) -> None:
    assert [n.value for n in numbers_in(text)] == [Decimal(e) for e in expected]


def test_a_number_stands_where_it_says() -> None:
    text = "I have one hundred and fifty thousand in it."
    (number,) = numbers_in(text)
    assert text[number.start : number.end] == "one hundred and fifty thousand"


@pytest.mark.parametrize("text", ["1" * 50_000 + "x", "1.1" * 20_000 + "x", "five " * 20_000])
def test_long_rows_of_digits_are_read_to_their_end(text: str) -> None:
    """A pattern that tries every way to split such a row would not come back."""
    found = numbers_in(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("eighty-five bucks an hour", Money(8500, "USD")),
        ("€ 50,000 or so", Money(5_000_000, "EUR")),
        ("thirty-one thousand pounds", Money(3_100_000, "GBP")),
        ("$1.2m", Money(120_000_000, "USD")),
        ("CHF 20k", Money(2_000_000, "CHF")),
    ],
)
def test_an_amount_has_the_currency_that_was_said(text: str, expected: Money) -> None:
    (amount,) = amounts_in(text)
    assert amount.money == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("sixty thousand left in systems", 1),
        ("ninety thousand a year", 1),
        ("two thousand units", 0),
        ("nine thousand order lines", 0),
        ("it was in 2026", 0),
        ("about fifteen has gone", 0),
    ],
)
def test_a_bare_number_is_money_only_if_it_is_large_and_counts_nothing(
    text: str, count: int
) -> None:
    assert len(amounts_in(text, bare=True)) == count
    assert amounts_in(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thursday", "2026-11-26"),
        ("next Thursday at ten", "2026-12-03"),
        ("Wednesday at noon", "2026-12-02"),
        ("Friday next week", "2026-12-04"),
        ("tomorrow at three", "2026-11-26"),
        ("the day after tomorrow", "2026-11-27"),
        ("the list by the twentieth, please", "2026-12-20"),
        ("the first Monday of next month", "2026-12-07"),
        ("Tuesday the eighth", "2026-12-08"),
        ("March second", "2027-03-02"),
        ("the 3rd of December", "2026-12-03"),
        ("end of the month", "2026-11-30"),
        ("end of June", "2027-06-30"),
        ("before the end of the year", "2026-12-31"),
        ("2026-12-24", "2026-12-24"),
    ],
)
def test_a_day_is_resolved_against_the_day_of_the_call(text: str, expected: str) -> None:
    assert [d.day.isoformat() for d in days_said(text, WEDNESDAY)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "in April", "on Saturdays", "last Tuesday", "every Friday", "the Monday after that",
        "the week after next", "on a Sunday", "31 February", "in two weeks", "the second shift",
        "within the first week", "Monday the ninth", "0000-00-00", "the ninety-ninth of May",
    ],
)  # fmt: skip
def test_what_names_no_single_day_to_come_is_no_day(text: str) -> None:
    assert days_said(text, WEDNESDAY) == ()
