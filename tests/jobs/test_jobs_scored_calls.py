"""What clips are chosen from: scored calls whose rubric can still explain them."""

from datetime import timedelta

import pytest

from domain.calls import CallId
from domain.effects import Queue
from domain.rubrics import RubricLibrary
from jobs.corrections import delete_call, rescore_call
from jobs.scored_calls import MAX_CALLS, scored_calls
from tests.jobs.fakes import ANA, BEN, House, talk

pytestmark = pytest.mark.slow  # `make check` has to stay quick


def refs(house: House, days: float | None = None) -> list[str]:
    since = None if days is None else house.clock - timedelta(days=days)
    with house.database.read() as tx:
        return [s.call.provider_ref for s in scored_calls(ANA.id, tx, house.services, since=since)]


def scored(house: House, *days_ago: float) -> None:
    for days in days_ago:
        house.put_ready(f"d{days:g}", talk(), days_ago=days)
    house.work(Queue.SCORE)


def test_a_reps_scored_calls_come_newest_first(house: House) -> None:
    house.put_ready("ben", talk(rep=BEN.name), days_ago=1, rep=BEN)
    scored(house, 5, 1, 3)
    assert refs(house) == ["d1", "d3", "d5"]


def test_only_those_since_a_moment_if_one_is_given(house: House) -> None:
    scored(house, 5, 1, 3)
    assert refs(house, days=3) == ["d1", "d3"]


def test_a_call_that_waits_to_be_scored_or_was_deleted_is_left_out(house: House) -> None:
    scored(house, 5, 1, 3)
    rescore_call(CallId("d1"), house.services)
    delete_call(CallId("d5"), house.services)
    assert refs(house) == ["d3"]


def test_a_call_whose_rubric_is_gone_is_left_out(house: House) -> None:
    scored(house, 1)
    house.services = house.services_with(rubrics=RubricLibrary(()))
    assert refs(house) == []


def test_no_more_than_the_latest_are_read(house: House) -> None:
    scored(house, *range(1, MAX_CALLS + 3))
    assert refs(house) == [f"d{n}" for n in range(1, MAX_CALLS + 1)]
