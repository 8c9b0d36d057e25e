"""`reploop norms --now` says what it did; what is due but not made is told with its reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli.norms_now import fit_now, outlook
from domain.effects import EffectKind, EffectState, Queue
from domain.ports import ClaimTerms
from jobs.refit import asked_fit, due_fit, next_fit, plan_fit
from store.database import SqlDatabase, upgrade
from store.leases import MAX_ATTEMPTS
from tests.jobs.fakes import NEXT_STEPS, Clock, House, talk
from tests.jobs.test_jobs_refit import REPS, fill, moves

pytestmark = pytest.mark.slow  # `make check` has to stay quick

FIT = (EffectKind.COMPANY_FIT,)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[House]:
    """Everything on a database of its own, and no observations."""
    url = f"sqlite:///{tmp_path / 'house.db'}"
    upgrade(url)
    clock = Clock()
    built = House(SqlDatabase(url, clock=clock.posix), clock)
    yield built
    built.database.dispose()


@pytest.fixture
def house(empty: House) -> House:
    """Enough observations for a first fit."""
    fill(empty)
    return empty


def told(house: House) -> str:
    """What is said of the fit that is due."""
    with house.database.read() as tx:
        due = due_fit(tx, house.clock)
        assert due is not None
        return outlook(due, asked_fit(tx, due))


def kill_workers(house: House, number: int) -> None:
    """So many workers take the fit and are never heard of again."""
    for _ in range(number):
        with house.database.write() as tx:
            tx.outbox.claim(FIT, ClaimTerms(1, 60.0, asked_at=house.services.monotonic()))
        house.go_on(seconds=60)


def test_a_fit_is_made_and_every_profile_follows(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fit_now(house.services)
    assert "fit 1 was made; figures of 6 reps rest on it now." in capsys.readouterr().err
    assert {moves(house, (rep, NEXT_STEPS))[-1].basis.split(",")[0] for rep in REPS} == {"fit 1"}


def test_a_fit_that_was_given_up_is_made_all_the_same(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    plan_fit(house.services)
    kill_workers(house, MAX_ATTEMPTS)
    house.work(Queue.SYNC)
    assert "Fit 1 is due, but making it failed (gave up after 8 attempts" in told(house)
    assert fit_now(house.services)
    assert "fit 1 was made" in capsys.readouterr().err


def test_that_another_worker_makes_it_is_said(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    plan_fit(house.services)
    house.claim_effect()
    assert not fit_now(house.services)
    assert "fit 1 was not made yet: a worker is at it." in capsys.readouterr().err
    assert told(house) == "Fit 1 is due: a worker makes it."


def test_too_few_observations_are_said_and_nothing_is_asked_for(
    empty: House, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(empty, calls=2)
    assert not fit_now(empty.services)
    assert "no fit was made: 12 of 30 observations." in capsys.readouterr().err
    assert empty.effects(*FIT) == []


def test_why_a_fit_failed_is_said(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    with house.database.write() as tx:
        tx.fits.add_if_new(next_fit(tx, house.clock), {"noise": "not a fit"})
    assert not fit_now(house.services)
    assert "fit 2 was not made yet: defect in Reploop: " in capsys.readouterr().err
    with house.database.read() as tx:
        asked = asked_fit(tx, next_fit(tx, house.clock))
    assert asked is not None
    assert asked.state is EffectState.PENDING


def test_a_fit_that_waits_for_calls_says_so(house: House) -> None:
    house.put_ready("m1", talk(2), days_ago=1.0)
    plan_fit(house.services)
    assert "It is made once the calls on their way are scored, after 48 hours" in told(house)
