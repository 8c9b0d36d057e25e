"""``reploop crm pull``: asked for, seen through, and told."""

import json
from pathlib import Path

import pytest
import typer

from app.cli.crm_pull import pulled, report
from app.cli.output import FAILED, NOT_FOUND
from domain.deals import Outcome
from domain.effects import EffectState
from domain.errors import CredentialsRejected, VendorUnavailable
from jobs.pull_now import ask_for_pulls
from store.database import SqlDatabase, upgrade
from tests.app.cli_runs import Terminal
from tests.jobs.fakes import Clock, House
from tests.jobs.outcome_world import SLUG, Pulling, a_deal


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Pulling:
    url = f"sqlite:///{tmp_path_factory.mktemp('pull') / 'reploop.db'}"
    upgrade(url)
    time = Clock()
    return Pulling.of(House(SqlDatabase(url, clock=time.posix), time))


def no_wait(_seconds: float) -> None:
    """Nobody else is at work."""


def test_everything_is_pulled_and_told_with_the_next(
    world: Pulling, capsys: pytest.CaptureFixture[str]
) -> None:
    world.crm.put(*(a_deal(f"d{i:02}") for i in range(50)), a_deal("won", outcome=Outcome.WON))
    found = pulled([SLUG], world.services, full=False, sleep=no_wait)
    report(found, as_json=False)
    (row,) = [line for line in capsys.readouterr().out.splitlines() if SLUG in line]
    assert row.split() == [
        SLUG,
        *["51", "0", "0", "1", "0", "0", "0", "0"],
        "2026-11-26",
        "02:00",
        "UTC",
    ]


def test_as_json_it_is_one_document(world: Pulling, capsys: pytest.CaptureFixture[str]) -> None:
    world.crm.put(a_deal())
    report(pulled([SLUG], world.services, full=True, sleep=no_wait), as_json=True)
    (one,) = json.loads(capsys.readouterr().out)
    assert (one["crm"], one["state"], one["look"]["counts"]["new"]) == (SLUG, "sent", 1)


def test_a_second_pull_on_the_same_day_looks_again(world: Pulling) -> None:
    world.crm.put(a_deal())
    pulled([SLUG], world.services, full=False, sleep=no_wait)
    world.house.go_on(minutes=5)
    world.crm.move("d1", stage="Demo")
    (one,) = pulled([SLUG], world.services, full=False, sleep=no_wait)
    assert one.look is not None
    assert (one.look.full, one.look.counts.moved) == (False, 1)
    world.house.go_on(minutes=5)
    (one,) = pulled([SLUG], world.services, full=True, sleep=no_wait)
    assert one.look is not None
    assert one.look.full


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (CredentialsRejected(SLUG, "expired"), EffectState.PARKED),
        (VendorUnavailable(SLUG, "502"), EffectState.PENDING),
    ],
)
def test_a_pull_that_fails_says_why_and_does_not_wait(
    world: Pulling,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    state: EffectState,
) -> None:
    world.crm.raises.append(error)
    found = pulled([SLUG], world.services, full=False, sleep=no_wait)
    assert found[0].state is state
    with pytest.raises(typer.Exit) as ended:
        report(found, as_json=False)
    assert ended.value.exit_code == FAILED
    assert str(error) in capsys.readouterr().err


def test_a_worker_that_is_at_it_is_waited_for(world: Pulling) -> None:
    world.crm.put(a_deal())

    def others_turn(_seconds: float) -> None:
        world.house.go_on(seconds=180)  # the other's lease ends

    ask_for_pulls([SLUG], world.services, full=False)
    assert world.claim()
    (one,) = pulled([SLUG], world.services, full=False, sleep=others_turn)
    assert one.state is EffectState.SENT


def test_without_a_crm_it_says_so(world: Pulling, capsys: pytest.CaptureFixture[str]) -> None:
    report(pulled([], world.services, full=False), as_json=False)
    assert "No CRM is configured" in capsys.readouterr().out


@pytest.mark.slow
def test_the_command_knows_which_crms_are_connected(tmp_path: Path) -> None:
    with Terminal(tmp_path) as terminal:
        none, unknown = terminal.run("crm", "pull"), terminal.run("crm", "pull", "--crm", "hubspot")
    assert (none.code, unknown.code) == (0, NOT_FOUND)
    assert "No CRM is configured" in none.out
    assert "hubspot is not connected; connected: none" in unknown.err
