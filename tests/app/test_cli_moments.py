"""Dates as people type them."""

from datetime import UTC, datetime

import pytest
import typer

from app.cli.moments import past_moment

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-20", datetime(2026, 11, 20, tzinfo=UTC)),
        (" 20261120 ", datetime(2026, 11, 20, tzinfo=UTC)),
        ("2026-11-20T14:00", datetime(2026, 11, 20, 14, tzinfo=UTC)),
        ("2026-11-20T14:00+02:00", datetime(2026, 11, 20, 12, tzinfo=UTC)),
    ],
)
def test_a_date_or_moment_is_read_as_utc_unless_it_says(text: str, moment: datetime) -> None:
    assert past_moment(text, "--date", NOW) == moment


def test_a_whole_day_ends_with_its_last_moment() -> None:
    moment = past_moment("2026-11-20", "--as-of", NOW, whole_day=True)
    assert moment == datetime(2026, 11, 20, 23, 59, 59, 999999, tzinfo=UTC)


def test_a_moment_stays_a_moment() -> None:
    moment = past_moment("2026-11-20T00:00", "--as-of", NOW, whole_day=True)
    assert moment == datetime(2026, 11, 20, tzinfo=UTC)


def test_today_ends_now() -> None:
    assert past_moment("2026-11-24", "--as-of", NOW, whole_day=True) == NOW


@pytest.mark.parametrize(
    "text", ["tomorrow", "", "24.11.2026", "2026-13-01", "9999-12-31", "0001-01-01T00:00+14:00"]
)
def test_what_is_no_day_that_has_come_is_refused(text: str) -> None:
    with pytest.raises(typer.BadParameter) as raised:
        past_moment(text, "--date", NOW)
    assert raised.value.param_hint == "--date"


@pytest.mark.parametrize(
    ("text", "said"),
    [("1900-01-01", "1900-01-01 is too long ago"), ("2027-01-01", "is not a day that has come")],
)
def test_what_is_wrong_with_a_day_is_said(text: str, said: str) -> None:
    with pytest.raises(typer.BadParameter, match=said):
        past_moment(text, "--date", NOW)
