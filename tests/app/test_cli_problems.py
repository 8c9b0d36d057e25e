"""One sentence, one remedy and one exit code for everything that can go wrong."""

import re
import sqlite3
from pathlib import Path

import pytest
import typer

from app.cli.output import as_json
from app.cli.problems import Problem, explained
from domain.errors import (
    ConfigurationError,
    NotVisible,
    RateLimited,
    StoreUnavailable,
    UnreadableTranscript,
)
from tests.app.cli_runs import run_here

pytestmark = pytest.mark.slow  # `make check` has to stay quick


def broken(code: int) -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("file is not a database")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("error", "code", "exit_code", "said"),
    [
        (ConfigurationError("X", "is wrong", "Mend it"), "configuration", 1, "X: is wrong"),
        (NotVisible("there is no call 7"), "not_found", 3, "there is no call 7"),
        (UnreadableTranscript("a.vtt", "binary"), "unreadable", 1, "a.vtt: binary"),
        (StoreUnavailable("SQLite code 5"), "unavailable", 1, "SQLite code 5"),
        (RateLimited("slack", 30), "vendor", 1, "slack: rate limited, retry after 30 s"),
        (typer.BadParameter("no", param_hint="--x"), "usage", 2, "Invalid value for --x: no"),
        (typer.Abort(), "stopped", 1, "nothing was done"),
        (FileNotFoundError(2, "No such file", "/x"), "system", 1, "/x: No such file"),
        (broken(sqlite3.SQLITE_NOTADB), "database", 1, "damaged, or is no SQLite database"),
        (broken(sqlite3.SQLITE_READONLY), "database", 1, "cannot be opened for writing"),
    ],
)
def test_each_error_has_its_code(error: Exception, code: str, exit_code: int, said: str) -> None:
    problem = explained(error)
    assert (problem.code, problem.exit_code) == (code, exit_code)
    assert said in problem.message


def test_only_what_is_kept_in_the_data_folder_points_to_its_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPLOOP_DATA_DIR", str(tmp_path / "data"))
    inside = explained(OSError(28, "No space left on device", str(tmp_path / "data" / "x.db")))
    elsewhere = explained(IsADirectoryError(21, "Is a directory", str(tmp_path / "sheet.csv")))
    assert "REPLOOP_DATA_DIR" in inside.remedy
    assert elsewhere.remedy == "Check the path, or give another"


def test_a_defect_says_where_and_not_what_was_said() -> None:
    said: dict[str, int] = {}
    with pytest.raises(KeyError) as raised:
        said["we lose two customers a month"] += 1
    problem = explained(raised.value)
    assert problem.code == "defect"
    assert "KeyError at test_cli_problems.py, line " in problem.message
    assert "customers" not in problem.message


def test_an_error_is_a_json_document_of_four_fields() -> None:
    assert as_json({"error": Problem("usage", "no", "yes", 2)}) == (
        '{\n  "error": {\n    "code": "usage",\n    "message": "no",\n    "remedy": "yes",\n'
        '    "exit_code": 2\n  }\n}'
    )


def test_a_document_cannot_steer_the_terminal_and_means_the_same() -> None:
    assert as_json("a\x9b31m\u202e\ud800") == '"a\\u009b31m\\u202e\\ud800"'


COMMANDS = (
    "up", "web", "worker", "clock", "slack-socket", "migrate", "demo", "score", "import",
    "people import", "people list", "profile", "agenda", "ask", "calls list", "calls delete",
    "calls rescore", "dead list", "dead replay", "crm provision", "crm changes",
    "crm rollback", "crm plan", "crm push", "crm pull", "crm status", "crm waiting",
    "doctor", "stability", "fairness",
)  # fmt: skip
SILENT = ("web", "worker", "clock", "slack-socket")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example_and_speaks_json_if_it_answers(
    command: str, tmp_path: Path
) -> None:
    ran = run_here(tmp_path, *command.split(), "--help")
    assert ran.code == 0
    said = re.sub(r"\x1b\[[0-9;]*m", "", ran.out)  # help is coloured where CI asks for it
    assert f"reploop {command}" in said.split("Example")[-1]
    assert ("--json" in said) is (command not in SILENT)


def test_every_command_and_option_is_explained() -> None:
    from typer.main import get_command

    from app.cli.main import app

    root = get_command(app)
    assert sorted(unexplained(root, "reploop")) == []


def unexplained(command: object, path: str) -> list[str]:
    found = [] if getattr(command, "help", None) else [path]
    parameters = getattr(command, "params", [])
    found += [f"{path} {p.name}" for p in parameters if not getattr(p, "help", None)]
    for name, inner in getattr(command, "commands", {}).items():
        found += unexplained(inner, f"{path} {name}")
    return found


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["scoer"], "No such command 'scoer'"),
        (["calls", "list", "--limit", "0"], "greater than or equal to 1"),
        (["calls", "list", "--state", "lost"], "'lost' is not one of 'waiting'"),
        (["web", "--port", "99999"], "less than or equal to 65535"),
        (["worker", "--queues", "score,post"], "there is no queue 'post'"),
        (["dead", "replay", "seven"], "Input should be a valid integer"),
        (["ask", "how is Ana doing?"], "Missing option '--as'"),
        (["import"], "Missing argument"),
        (["import", "/nowhere/at/all"], "there is no file or folder /nowhere/at/all"),
        (["demo", "--json"], "needs --once"),
        (["calls", "delete", "7", "--json"], "needs --yes"),
    ],
)
def test_a_command_not_understood_is_code_2(args: list[str], said: str, tmp_path: Path) -> None:
    ran = run_here(tmp_path, *args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"REPLOOP_PORT": "many"}, "REPLOOP_PORT: Input should be a valid integer"),
        ({"REPLOOP_GRADER": "oracle"}, "REPLOOP_GRADER: Input should be 'auto'"),
        ({"REPLOOP_CONFIG_DIR": "/nowhere"}, "/nowhere/skills.yaml: cannot be read"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_its_remedy(
    env: dict[str, str], said: str, tmp_path: Path
) -> None:
    ran = run_here(tmp_path, "score", "x.vtt", env=env)
    assert ran.code == 1
    assert said in ran.err


def test_the_version_is_said(tmp_path: Path) -> None:
    ran = run_here(tmp_path, "--version")
    assert ran.code == 0
    assert ran.out.startswith("reploop ")


@pytest.mark.parametrize(
    "command",
    [
        ("score", ""),
        ("signals", ""),
        ("import", ""),
        ("people", "import", ""),
        ("study", "", "--out", "x"),
        ("study", "x", "--out", ""),
        ("rubric", "sheet", "discovery", "", "--out", "x.csv"),
        ("rubric", "test", "discovery", "--labels", "", "--calls", "x"),
        ("rubric", "drift", "discovery", "--calls", "", "--baseline", "x.json"),
    ],
)
def test_an_empty_path_is_never_the_working_folder(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run_here(tmp_path, *command)
    assert (ran.code, ran.out) == (2, "")
    assert "the path is empty" in ran.err
