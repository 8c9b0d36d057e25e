"""Exactly one agenda a manager and week; the whole year is ``python -m benchmarks agenda_year``."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from benchmarks import agenda_year


@pytest.mark.slow
@pytest.mark.parametrize("first", [date(2026, 3, 2), date(2026, 10, 19)])
def test_every_manager_gets_one_agenda_a_week_around_both_clock_changes(
    first: date,
) -> None:
    found, year = agenda_year.simulate(managers_a_zone=2, weeks=5, seed=7, first_monday=first)
    assert (found.agendas, found.messages) == (found.wanted, found.wanted) == (120, 120)
    assert (found.twice, found.missing) == (0, 0)
    assert year.kills["agenda.before_commit"]
    assert year.kills["deliver.sent"]


def test_schedulers_wake_around_eight_on_every_wall() -> None:
    woken = agenda_year.moments(date(2026, 3, 30))
    for zone in agenda_year.ZONES:
        local = [at.astimezone(ZoneInfo(zone)) for at in woken]
        assert any((at.hour, at.minute, at.weekday()) == (8, 0, 0) for at in local), zone
