"""`reploop fairness`: a table for people, a document for scripts, and its limits said."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.calls import CallId, CallState
from domain.people import PersonId
from store.database import SqlDatabase, upgrade
from tests.app.cli_runs import Terminal
from tests.jobs.fakes import talk
from tests.store.samples import a_call, a_card

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    with Terminal(tmp_path_factory.mktemp("fairness")) as opened:
        yield opened


@pytest.fixture
def stored(terminal: Terminal, tmp_path: Path) -> Terminal:
    """One rep with 20 calls in English around 70 and 12 in German around 60."""
    url = f"sqlite:///{tmp_path / 'reploop.db'}"
    upgrade(url)
    database = SqlDatabase(url, clock=time.time)
    with database.write() as tx:
        for number in range(32):
            name, german = f"c{number}", number >= 20
            call = a_call(name)
            then = call.started_at - timedelta(days=number)
            scored = replace(call, rep_id=PersonId("ana"), started_at=then, state=CallState.SCORED)
            tx.calls.put(scored)
            tx.calls.put_transcript(
                CallId(name), replace(talk(2), language="de" if german else "en")
            )
            tx.scorecards.add_if_new(a_card(name, overall=(60.0 if german else 70.0) + number % 4))
    database.dispose()
    return terminal.with_data(tmp_path)


def test_people_read_the_difference_with_its_interval(stored: Terminal) -> None:
    ran = stored.run("fairness")
    assert ran.code == 0
    rows = {line.split()[0]: line for line in ran.out.splitlines() if line[:3] in ("en ", "de ")}
    assert rows["en"].rstrip().endswith("compared with")
    assert "-10.0 (-10.7 to -9.3)" in rows["de"]
    assert rows["de"].rstrip().endswith("differs")
    assert "By transcript quality" in ran.out


def test_scripts_read_the_same_figures(stored: Terminal) -> None:
    document = stored.run("fairness", "--json").json
    assert set(document) == {"language", "transcript_quality"}
    language = document["language"]
    assert language["reference"] == "en"
    german = language["groups"][1]
    assert (german["group"], german["calls"], german["mean"]) == ("de", 12, 61.5)
    assert german["not_scored"]["calls"] == 0
    found = german["difference"]
    assert (found["points"], found["within_reps"], found["says"]) == (-10.0, True, "differs")
    assert found["low"] < -10 < found["high"]


def test_only_later_calls_can_be_asked_for(stored: Terminal) -> None:
    document = stored.run("fairness", "--since", "2999-01-01", "--json")
    assert document.code == 2  # a moment that is still to come
    first = stored.run("fairness", "--since", "2020-01-01", "--json").json
    assert sum(g["calls"] for g in first["language"]["groups"]) == 32


def test_the_help_says_what_it_cannot_show(stored: Terminal) -> None:
    said = " ".join(stored.run("fairness", "--help").out.split())
    assert "It cannot show why" in said
    assert "no proof of fairness" in said


def test_without_any_call_it_says_so(terminal: Terminal, tmp_path: Path) -> None:
    ran = terminal.with_data(tmp_path / "none").run("fairness")
    assert (ran.code, ran.out.count("no scored calls of known reps yet")) == (0, 2)
