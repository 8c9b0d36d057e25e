"""The pure parts: sessions, CSV, charts, times, headers."""

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls import CallId, CallState, CallType, NotScorable, Side
from domain.changes import WriteState
from domain.links import SignedLinks
from domain.people import Person, PersonId, Role
from domain.scores import Medal, NotScoredBecause
from domain.wording import clock, points
from web import formats, words
from web.charts import HEIGHT, PAD, WIDTH, chart, height_of
from web.csv_text import FORMULA_STARTS, csv_bytes
from web.plain import SentHeaders
from web.sessions import HOURS, Sessions

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SPREADSHEET_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
SESSIONS = Sessions("a-secret-of-sixteen-or-more", secure=False)


@given(st.text(min_size=1, max_size=40).filter(lambda t: t.isprintable()))
def test_a_session_names_whom_it_was_made_for(name: str) -> None:
    token = SESSIONS.token(PersonId(name), now=NOW)
    assert SESSIONS.read(token, now=NOW) == name


def test_a_session_ends_after_twelve_hours() -> None:
    token = SESSIONS.token(PersonId("ana"), now=NOW)
    assert SESSIONS.read(token, now=NOW + timedelta(hours=HOURS)) == "ana"
    assert SESSIONS.read(token, now=NOW + timedelta(hours=HOURS, seconds=1)) is None


@given(st.text(max_size=80))
def test_no_text_that_was_not_signed_is_a_session(text: str) -> None:
    assert SESSIONS.read(text, now=NOW) is None


@given(st.integers(0, 200), st.characters(codec="ascii"))
def test_a_changed_session_is_none(place: int, character: str) -> None:
    token = SESSIONS.token(PersonId("ana"), now=NOW)
    at = place % len(token)
    changed = token[:at] + character + token[at + 1 :]
    assert changed == token or SESSIONS.read(changed, now=NOW) is None


def test_a_link_token_is_no_session_even_with_the_same_secret() -> None:
    links = SignedLinks("http://x", SESSIONS.secret)
    assert SESSIONS.read(links.token(PersonId("ana"), now=NOW), now=NOW) is None


@pytest.mark.parametrize("cell", ["=1+1", "+49 1234", "-2", "@x", "\tx", "\rx"])
def test_a_cell_that_a_spreadsheet_would_run_is_marked_as_text(cell: str) -> None:
    [[read]] = csv.reader(io.StringIO(csv_bytes([[cell]]).decode(), newline=""))
    assert read == f"'{cell}"


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=3))
)
def test_csv_is_read_back_cell_by_cell_and_never_as_a_formula(rows: list[list[str]]) -> None:
    text = csv_bytes(rows).decode()
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [[c.removeprefix("'") for c in r] for r in read] == [
        [c.removeprefix("'") for c in r] for r in rows
    ]
    assert not any(cell.startswith(FORMULA_STARTS) for row in read for cell in row)


def test_numbers_in_csv_stay_numbers() -> None:
    assert csv_bytes([[-1.5, 3, None]]) == b"-1.5,3,\r\n"


@given(
    st.lists(
        st.tuples(st.integers(0, 10**6), st.floats(0, 100), st.floats(0, 60)),
        min_size=2,
        max_size=30,
    )
)
def test_a_chart_stays_in_its_box_and_the_band_holds_the_line(
    points: list[tuple[int, float, float]],
) -> None:
    history = [(NOW + timedelta(seconds=s), level, error) for s, level, error in sorted(points)]
    drawn = chart(history, [(at, level) for at, level, _ in history])
    assert drawn is not None
    coordinates = [tuple(map(float, p.split(","))) for p in drawn.line.split()]
    assert all(PAD <= x <= WIDTH - PAD and PAD <= y <= HEIGHT - PAD for x, y in coordinates)
    band = [tuple(map(float, p.split(","))) for p in drawn.band.split()]
    upper, lower = band[: len(history)], band[len(history) :][::-1]
    for (_, high), (_, y), (_, low) in zip(upper, coordinates, lower, strict=True):
        assert high <= y <= low
    assert len(drawn.dots) == len(history)


def test_a_chart_needs_two_calls() -> None:
    assert chart([]) is None
    assert chart([(NOW, 50.0, 5.0)]) is None


def test_the_vertical_scale_is_always_0_to_100() -> None:
    assert (height_of(100), height_of(0), height_of(50)) == (PAD, HEIGHT - PAD, HEIGHT / 2)


def viewer(zone: str) -> Person:
    return Person(id=PersonId("a"), name="A", email="a@x.test", role=Role.REP, time_zone=zone)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Berlin", "Wed 25 Nov 2026, 10:00 CET"),
        ("America/New_York", "Wed 25 Nov 2026, 04:00 EST"),
        ("Pacific/Auckland", "Wed 25 Nov 2026, 22:00 NZDT"),
        ("No/Where", "Wed 25 Nov 2026, 09:00 UTC"),
        ("../etc/passwd", "Wed 25 Nov 2026, 09:00 UTC"),
    ],
)
def test_a_moment_is_told_in_the_reader_s_time_zone(zone: str, expected: str) -> None:
    assert formats.moment(NOW, viewer(zone)) == expected


def test_a_day_may_differ_from_the_day_in_utc() -> None:
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)
    assert formats.short_day(late, viewer("Europe/Berlin")) == "26 Nov"
    assert formats.short_day(late.date(), viewer("Europe/Berlin")) == "25 Nov"


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, "0:00"), (65.9, "1:05"), (3600, "1:00:00"), (-3, "0:00")]
)
def test_a_clock_counts_from_the_start_of_the_call(seconds: float, expected: str) -> None:
    assert clock(seconds) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [(None, "–"), ("", "–"), (64.0, "64"), (64.5, "64.5"), ("x", "x")]
)
def test_a_crm_value_is_shown_without_needless_zeros(
    value: str | float | None, expected: str
) -> None:
    assert formats.value(value) == expected


def test_minutes_and_level_points_are_whole() -> None:
    assert (formats.minutes(1860), formats.minutes(5)) == ("31 min", "1 min")
    assert (formats.level_points(3), points(74.6)) == ("75", "75")


def test_half_a_point_is_rounded_up_as_everywhere() -> None:
    assert (points(22.5), points(23.5), points(22.46)) == ("23", "24", "22")


def test_every_state_and_reason_has_words() -> None:
    assert set(words.NOT_SCORABLE) == set(NotScorable)
    assert set(words.NOT_SCORED) == set(NotScoredBecause)
    assert set(words.CALL_STATES) == set(CallState)
    assert set(words.CALL_TYPES) == set(CallType)
    assert set(words.WRITE_STATES) == set(WriteState)
    assert set(words.MEDALS) == set(Medal)
    assert set(words.SIDES) == set(Side)


def test_sent_headers_are_a_mapping_by_lower_case_name() -> None:
    headers = SentHeaders([(b"x-a", b"1"), (b"x-b", b"\xe9")])
    assert dict(headers) == {"x-a": "1", "x-b": "é"}
    assert (headers.get("x-c"), headers.get("日本"), len(headers)) == (None, None, 2)


@pytest.mark.parametrize(
    ("start_s", "second"), [(0.0, "0"), (60.0, "60"), (35.1234, "35.123"), (1834.5, "1834.5")]
)
def test_a_link_names_the_very_millisecond_its_turn_starts_at(start_s: float, second: str) -> None:
    link = SignedLinks("https://a.test", "s").call(
        CallId("c"), PersonId("p"), now=NOW, start_s=start_s
    )
    assert link.rpartition("&t=")[2] == second
