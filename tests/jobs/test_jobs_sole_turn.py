"""Only one process at a time, and no long wait after one that was killed."""

import pytest

from jobs.sole_turn import LEASE_S, SoleTurn, TurnLost, TurnTaken
from tests.jobs.fakes import House


def turn_of(house: House, holder: str) -> SoleTurn:
    return SoleTurn(house.database, "reploop backfill", holder)


def test_a_second_one_is_refused_while_the_first_is_at_it(house: House) -> None:
    with (
        turn_of(house, "one"),
        pytest.raises(TurnTaken, match="another `reploop backfill` is at it"),
        turn_of(house, "other"),
    ):
        pass


def test_the_next_one_begins_at_once_when_the_first_has_ended(house: House) -> None:
    with pytest.raises(KeyboardInterrupt), turn_of(house, "one"):
        raise KeyboardInterrupt
    with turn_of(house, "other"):
        pass


def test_a_killed_one_keeps_others_out_for_a_minute(house: House) -> None:
    with house.database.write() as tx:
        tx.locks.take("reploop backfill", "killed", lease_s=LEASE_S)
    house.go_on(seconds=LEASE_S - 1)
    with pytest.raises(TurnTaken), turn_of(house, "other"):
        pass
    house.go_on(seconds=1)
    with turn_of(house, "other"):
        pass


def test_each_step_begins_the_minute_again(house: House) -> None:
    with turn_of(house, "one") as first:
        house.go_on(seconds=LEASE_S - 1)
        first.keep()
        house.go_on(seconds=LEASE_S - 1)
        with pytest.raises(TurnTaken), turn_of(house, "other"):
            pass


def test_one_that_lost_its_turn_has_to_stop_and_takes_nothing_from_the_other(
    house: House,
) -> None:
    with turn_of(house, "one") as first:
        house.go_on(seconds=LEASE_S)
        with turn_of(house, "other") as other:
            with pytest.raises(TurnLost, match="this one stops"):
                first.keep()
            other.keep()


def test_the_lease_is_renewed_in_the_background(house: House) -> None:
    with turn_of(house, "one") as first:
        renewing = first._renewing
        assert renewing is not None
        assert renewing.is_alive()
    assert not renewing.is_alive()
