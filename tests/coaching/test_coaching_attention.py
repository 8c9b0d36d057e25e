"""When a person may be spoken to: wall clocks, the week's budget, and what nobody acts on."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.attention import (
    BUDGETED,
    Budget,
    digest_due,
    is_quiet,
    quiet_end,
    snooze_end,
    unused,
    verdict,
    week_start,
)
from domain.attention import CAP, CHOSEN, QUIET, SNOOZED, UNUSED, Hold, IntoDigest, Preferences
from domain.effects import EffectKind

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
ZONES = (
    BERLIN,
    NEW_YORK,
    ZoneInfo("Asia/Kolkata"),
    ZoneInfo("Australia/Lord_Howe"),
    ZoneInfo("America/Havana"),
    ZoneInfo("Pacific/Apia"),
    ZoneInfo("UTC"),
)
CALL, AGENDA = EffectKind.SLACK_CALL_SCORED, EffectKind.SLACK_AGENDA
WEDNESDAY_NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
USUAL = Preferences()

moments = st.timedeltas(timedelta(0), timedelta(days=730)).map(
    lambda since: datetime(2026, 1, 1, tzinfo=UTC) + since
)
hours = st.integers(0, 23)
preferences = st.builds(
    Preferences, quiet_from=hours, quiet_until=hours, quiet_weekend=st.booleans()
)
zones = st.sampled_from(ZONES)


def at(text: str, zone: ZoneInfo = BERLIN, fold: int = 0) -> datetime:
    """A wall clock's moment, in UTC."""
    wall = datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)
    return wall.astimezone(UTC)


def asked(
    kind: EffectKind = CALL, now: datetime = WEDNESDAY_NOON, hour: int = 8, **known: object
) -> Hold | IntoDigest | None:
    given_budget = Budget(**{"preferences": USUAL, "zone": ZoneInfo("UTC"), **known})  # type: ignore[arg-type]
    return verdict(kind, given_budget, now=now, agenda_hour=hour)


# ── quiet hours ─────────────────────────────────────────────────────────────────────────


def test_at_noon_of_a_working_day_everything_is_sent() -> None:
    assert all(asked(kind) is None for kind in EffectKind)


def test_at_night_a_message_waits_for_the_morning_of_its_persons_own_zone() -> None:
    night = at("2026-11-25T23:30")
    assert asked(now=night, zone=BERLIN) == Hold(at("2026-11-26T08:00"), QUIET)
    assert asked(now=night, zone=NEW_YORK) is None


def test_the_weekend_is_quiet_until_monday_morning() -> None:
    saturday = at("2026-11-28T11:00")
    assert asked(now=saturday, zone=BERLIN) == Hold(at("2026-11-30T08:00"), QUIET)


def test_a_weekend_that_is_like_other_days_holds_nothing() -> None:
    open_weekend = replace(USUAL, quiet_weekend=False)
    assert asked(now=at("2026-11-28T11:00"), zone=BERLIN, preferences=open_weekend) is None


def test_who_has_no_quiet_hours_is_quiet_at_weekends_until_midnight() -> None:
    never = replace(USUAL, quiet_from=9, quiet_until=9)
    assert asked(now=at("2026-11-25T03:00"), zone=BERLIN, preferences=never) is None
    held = asked(now=at("2026-11-28T11:00"), zone=BERLIN, preferences=never)
    assert held == Hold(at("2026-11-30T00:00"), QUIET)


def test_an_hour_that_the_clock_skips_has_passed_when_it_jumps() -> None:
    until_two = replace(USUAL, quiet_from=22, quiet_until=2, quiet_weekend=False)
    jump = datetime(2026, 3, 29, 1, tzinfo=UTC)  # 2:00 becomes 3:00 in Berlin
    assert quiet_end(at("2026-03-29T00:30"), BERLIN, until_two) == jump


def test_an_hour_that_comes_twice_is_quiet_twice() -> None:
    until_three = replace(USUAL, quiet_from=22, quiet_until=3, quiet_weekend=False)
    first, second = at("2026-10-25T02:30"), at("2026-10-25T02:30", fold=1)
    assert second - first == timedelta(hours=1)
    for moment in (first, second):
        assert quiet_end(moment, BERLIN, until_three) == datetime(2026, 10, 25, 2, tzinfo=UTC)


@given(moments, zones, preferences)
def test_quiet_ends_at_a_moment_that_is_not_quiet(
    now: datetime, zone: ZoneInfo, chosen: Preferences
) -> None:
    end = quiet_end(now, zone, chosen)
    assert (end is not None) == is_quiet(now, zone, chosen)
    if end is not None:
        assert end > now
        assert not is_quiet(end, zone, chosen)


@given(moments, zones, preferences)
def test_quiet_ends_no_later_than_it_must(
    now: datetime, zone: ZoneInfo, chosen: Preferences
) -> None:
    end = quiet_end(now, zone, chosen)
    moment = now
    while end is not None and moment < end:
        assert is_quiet(moment, zone, chosen)
        moment += timedelta(minutes=30)


# ── the agenda ──────────────────────────────────────────────────────────────────────────


def test_an_agenda_that_is_late_waits_for_the_morning_like_all_else() -> None:
    evening = at("2026-11-23T20:00")
    assert asked(AGENDA, evening, zone=BERLIN) == Hold(at("2026-11-24T08:00"), QUIET)


def test_an_agenda_whose_hour_lies_in_the_quiet_hours_comes_at_its_hour() -> None:
    assert asked(AGENDA, at("2026-11-23T06:00"), hour=6, zone=BERLIN) is None
    assert asked(CALL, at("2026-11-23T06:00"), hour=6, zone=BERLIN) is not None


def test_before_its_hour_an_agenda_is_quiet_too() -> None:
    held = asked(AGENDA, at("2026-11-24T03:00"), hour=6, zone=BERLIN)
    assert held == Hold(at("2026-11-24T06:00"), QUIET)


# ── the budget ──────────────────────────────────────────────────────────────────────────


def test_what_is_above_the_weeks_budget_goes_into_the_digest() -> None:
    assert asked(sent_this_week=11) is None
    assert asked(sent_this_week=12) == IntoDigest(CAP)


@pytest.mark.parametrize(
    "kind", [AGENDA, EffectKind.SLACK_DIGEST, EffectKind.SLACK_RULING, EffectKind.SLACK_ANSWER]
)
def test_some_kinds_come_whatever_the_budget_says(kind: EffectKind) -> None:
    assert asked(kind, sent_this_week=99) is None


def test_what_waits_for_the_morning_is_not_yet_counted_against_the_budget() -> None:
    held = asked(now=at("2026-11-25T23:30"), zone=BERLIN, sent_this_week=12)
    assert isinstance(held, Hold)


def test_a_kind_that_the_person_chose_goes_into_the_digest_at_any_hour() -> None:
    chosen = replace(USUAL, in_digest=(CALL,))
    night = at("2026-11-25T23:30")
    assert asked(now=night, zone=BERLIN, preferences=chosen) == IntoDigest(CHOSEN)


@given(moments, zones, preferences, st.integers(0, 40))
def test_what_somebody_waits_for_is_never_held(
    now: datetime, zone: ZoneInfo, chosen: Preferences, sent: int
) -> None:
    chosen = replace(chosen, snoozed_until=now + timedelta(days=3), in_digest=tuple(EffectKind))
    for kind in (EffectKind.SLACK_ANSWER, EffectKind.SLACK_HOME):
        assert asked(kind, now, zone=zone, preferences=chosen, sent_this_week=sent) is None


@given(moments, zones, preferences, st.integers(0, 40), st.sampled_from(BUDGETED))
def test_nothing_unasked_is_sent_in_quiet_hours_or_above_the_budget(
    now: datetime, zone: ZoneInfo, chosen: Preferences, sent: int, kind: EffectKind
) -> None:
    if asked(kind, now, zone=zone, preferences=chosen, sent_this_week=sent) is None:
        assert not is_quiet(now, zone, chosen)
        assert sent < chosen.weekly_cap


@given(moments, zones)
def test_the_week_begins_on_monday_at_midnight_at_most_seven_days_ago(
    now: datetime, zone: ZoneInfo
) -> None:
    start = week_start(now, zone)
    local = start.astimezone(zone)
    assert local.weekday() == 0
    assert timedelta(0) <= now - start <= timedelta(days=7, hours=1)
    assert now.astimezone(zone).isocalendar()[:2] == local.isocalendar()[:2]


# ── what nobody acts on ─────────────────────────────────────────────────────────────────


def used(sent: int, acted: int) -> dict[EffectKind, tuple[int, int]]:
    return {CALL: (sent, acted)}


def test_a_kind_that_is_hardly_acted_on_falls_back_to_the_digest() -> None:
    assert asked(rates=used(7, 2)) == IntoDigest(UNUSED)


def test_three_of_ten_acted_on_are_enough() -> None:
    assert asked(rates=used(10, 3)) is None


def test_four_messages_are_too_few_to_judge() -> None:
    assert asked(rates=used(4, 0)) is None


def test_who_wants_a_kind_by_itself_keeps_it() -> None:
    keeps = replace(USUAL, by_itself=(CALL,))
    assert asked(rates=used(20, 0), preferences=keeps) is None


@pytest.mark.parametrize("kind", [AGENDA, EffectKind.SLACK_RULING, EffectKind.SLACK_DIGEST])
def test_what_has_no_budget_falls_back_to_nothing(kind: EffectKind) -> None:
    known = Budget(preferences=USUAL, zone=BERLIN, rates={kind: (20, 0)})
    assert unused(known) == ()


# ── snooze and digest ───────────────────────────────────────────────────────────────────


def test_a_snooze_holds_everything_unasked_until_it_ends() -> None:
    until = WEDNESDAY_NOON + timedelta(days=2)
    snoozed = replace(USUAL, snoozed_until=until)
    for kind in (CALL, AGENDA, EffectKind.SLACK_DIGEST, EffectKind.SLACK_RULING):
        assert asked(kind, preferences=snoozed) == Hold(until, SNOOZED)


def test_a_snooze_that_is_over_holds_nothing() -> None:
    assert asked(preferences=replace(USUAL, snoozed_until=WEDNESDAY_NOON)) is None


@pytest.mark.parametrize(
    ("choice", "end"),
    [
        ("tomorrow", "2026-11-26T08:00"),
        ("monday", "2026-11-30T08:00"),
        ("two_weeks", "2026-12-09T08:00"),
    ],
)
def test_a_snooze_ends_in_the_morning(choice: str, end: str) -> None:
    assert snooze_end(choice, at("2026-11-25T23:00"), BERLIN, USUAL) == at(end)


def test_on_a_monday_the_next_monday_is_a_week_away() -> None:
    assert snooze_end("monday", at("2026-11-23T10:00"), BERLIN, USUAL) == at("2026-11-30T08:00")


def test_without_quiet_hours_the_morning_is_eight_o_clock() -> None:
    never = replace(USUAL, quiet_from=0, quiet_until=0)
    assert snooze_end("tomorrow", at("2026-11-25T23:00"), BERLIN, never) == at("2026-11-26T08:00")


def test_any_other_choice_ends_a_snooze() -> None:
    assert snooze_end("off", WEDNESDAY_NOON, BERLIN, USUAL) is None


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("2026-11-27T14:59", False),
        ("2026-11-27T15:00", True),
        ("2026-11-29T23:59", True),
        ("2026-11-30T00:00", False),
    ],
)
def test_the_digest_is_due_from_friday_afternoon_to_the_end_of_sunday(when: str, due: bool) -> None:
    assert digest_due(at(when), BERLIN) is due
