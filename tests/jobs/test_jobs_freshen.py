"""Figures of reps without new calls are those of today, not of the last call."""

import pytest

from domain.people import PersonId
from domain.ports import Stores
from domain.skills import Proficiency
from jobs import rep_rounds
from jobs.freshen import freshen_daily
from jobs.profiles import freshen
from jobs.services import Services
from tests.jobs.fakes import NEXT_STEPS, House
from tests.jobs.test_jobs_refit import REPS, fill, moves


def figure(house: House) -> Proficiency:
    with house.database.read() as tx:
        found = tx.profiles.get(REPS[0], NEXT_STEPS)
    assert found is not None
    return found


def test_a_level_without_calls_gets_less_certain_day_by_day(house: House) -> None:
    fill(house)
    then = figure(house)
    house.go_on(days=60)
    freshen_daily(house.services)
    now = figure(house)
    assert now.as_of == house.clock
    assert now.level == then.level
    assert now.standard_error > then.standard_error


def test_growing_old_is_no_move(house: House) -> None:
    fill(house)
    before = moves(house)
    house.go_on(days=60)
    freshen_daily(house.services)
    assert moves(house) == before


def test_a_rep_that_cannot_be_replayed_keeps_no_other_old(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(house)
    house.go_on(days=2)

    def fails_for_the_first(tx: Stores, rep: PersonId, services: Services) -> None:
        if rep == REPS[0]:
            raise ValueError
        freshen(tx, rep, services)

    monkeypatch.setattr("jobs.freshen.freshen", fails_for_the_first)
    assert freshen_daily(house.services) == len(REPS) - 1


def test_figures_of_today_are_left_alone(house: House) -> None:
    fill(house)
    house.go_on(days=2)
    assert len(REPS) < rep_rounds.REPS_A_ROUND
    assert freshen_daily(house.services) == len(REPS)
    assert freshen_daily(house.services) == 0
