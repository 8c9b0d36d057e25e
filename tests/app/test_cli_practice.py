"""Practice from the command line: buyers, a talk, assignments under rights, the gap."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.cli_runs import Terminal

pytestmark = pytest.mark.slow
PEOPLE = """name,email,role,team,time_zone
Mia Sand,mia@acme.test,manager,East,Europe/Berlin
Ana Lee,ana@acme.test,rep,East,Europe/Berlin
Otto Brandt,otto@acme.test,manager,West,UTC
"""


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    base = tmp_path_factory.mktemp("practice")
    (base / "people.csv").write_text(PEOPLE)
    with Terminal(base) as running:
        assert running.run("people", "import", "people.csv").code == 0
        yield running


def test_the_buyers_are_listed(terminal: Terminal) -> None:
    listed = terminal.run("practice", "personas", "--json").json
    assert {"cfo_price", "warehouse_ops"} <= {buyer["id"] for buyer in listed}
    assert "Martin Keller" in terminal.run("practice", "personas").out


def test_a_buyer_that_cannot_be_read_is_named_with_its_line(
    terminal: Terminal, tmp_path: Path
) -> None:
    config = tmp_path / "config"
    shipped = Path(__file__).parents[2] / "config"
    for name in ("skills.yaml", "tiers.yaml", "crm_fields.yaml", "rubrics"):
        config.mkdir(exist_ok=True)
        (config / name).symlink_to(shipped / name)
    (config / "personas").mkdir()
    (config / "personas" / "dana.yaml").write_text("name: Dana\nmoods: many\n")
    ran = terminal.run("practice", "personas", REPLOOP_CONFIG_DIR=str(config))
    assert ran.code == 1
    assert "config/personas/dana.yaml:2" in ran.err


def test_a_talk_in_the_terminal_is_answered_and_ends(terminal: Terminal) -> None:
    ran = terminal.run(
        "practice", "try", "warehouse_ops", answer="What goes wrong?\nGoodbye.\nStill there?\n"
    )
    assert ran.code == 0
    assert "picking errors" in " ".join(ran.out.split())
    assert ran.out.count("Dana Whitfield:") == 3


def test_an_unknown_buyer_is_no_such_thing(terminal: Terminal) -> None:
    ran = terminal.run("practice", "try", "nobody")
    assert ran.code == 3
    assert "cfo_price" in ran.err


def test_only_the_reps_manager_assigns(terminal: Terminal) -> None:
    args = ("practice", "assign", "ana@acme.test", "--skill", "next_steps", "--as")
    for who in ("otto@acme.test", "ana@acme.test"):
        assert terminal.run(*args, who).code == 3
    assert terminal.run("practice", "list", "--json").json == []
    done = terminal.run(*args, "mia@acme.test", "--attempts", "5", "--json")
    assert (done.code, done.json["attempts_allowed"], done.json["state"]) == (0, 5, "assigned")
    assert terminal.run(*args, "mia@acme.test").code == 3
    said = terminal.run("practice", "list").out
    assert said.startswith("Ana Lee: Practice Next steps: not started")


@pytest.mark.parametrize(
    "more", [("--attempts", "11"), ("--days", "0"), ("--pass", "101")], ids=lambda m: m[0]
)
def test_what_cannot_be_is_not_understood(terminal: Terminal, more: tuple[str, ...]) -> None:
    args = ("practice", "assign", "ana@acme.test", "--as", "mia@acme.test", *more)
    assert terminal.run(*args).code == 2


def test_without_role_plays_there_is_nothing_to_compare(terminal: Terminal) -> None:
    assert terminal.run("practice", "transfer", "--json").json == {}
    assert "nothing to compare" in terminal.run("practice", "transfer").out
