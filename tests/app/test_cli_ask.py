"""``reploop ask``: the same answers, for people and for scripts, and what it ends with."""

from collections.abc import Iterator

import pytest

from app.cli.output import NOT_FOUND
from store.database import upgrade
from tests.app.cli_runs import Terminal
from tests.jobs.fakes import House
from tests.questions.company import settle

pytestmark = pytest.mark.slow  # starts a process


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    folder = tmp_path_factory.mktemp("asked")
    (folder / "data").mkdir()
    url = f"sqlite:///{folder / 'data' / 'reploop.db'}"
    upgrade(url)
    house = House.at(url)
    settle(house)
    house.database.dispose()
    with Terminal(folder) as opened:
        yield opened


def test_a_person_reads_the_figure_its_range_and_the_calls(terminal: Terminal) -> None:
    ran = terminal.run("ask", "How is Ana doing on discovery?", "--as", "mia@seller.example")
    assert ran.code == 0
    assert "Ana Lee · Questioning: " in ran.out
    assert " from 20 calls" in ran.out
    assert "“What happens when two of the drivers" in ran.out
    assert "Calls of Ana Lee" in ran.out


def test_a_script_reads_figures_as_numbers_and_the_calls_by_id(terminal: Terminal) -> None:
    ran = terminal.run(
        "ask", "Who needs help with next steps?", "--as", "mia@seller.example", "--json"
    )
    assert ran.json["kind"] == "who"
    assert ran.json["figures"][0]["rep_id"] == "ben"
    assert ran.json["figures"][0]["calls"] == 20
    assert {clip["call_id"][:3] for clip in ran.json["cited"]} == {"ben", "fin"}


def test_a_refusal_says_why_and_has_its_own_exit_code(terminal: Terminal) -> None:
    ran = terminal.run("ask", "Should I fire Ben?", "--as", "mia@seller.example", "--json")
    assert ran.code == NOT_FOUND
    assert (ran.json["refused"], ran.json["because"]) == (True, "purpose")
    assert ran.json["figures"] == []


def test_who_is_not_known_asks_nothing(terminal: Terminal) -> None:
    ran = terminal.run("ask", "help", "--as", "eve@elsewhere.example")
    assert ran.code == NOT_FOUND
