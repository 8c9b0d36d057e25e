"""``reploop backfill`` against the sandbox's Batch API."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.base import Fault
from sandbox.openai import OpenAiSandbox
from sandbox.running import RunningApp, mounted
from tests.app.cli_runs import Terminal
from tests.app.cli_talk import GOOD

pytestmark = pytest.mark.slow


@pytest.fixture
def sandbox() -> Iterator[tuple[OpenAiSandbox, str]]:
    made = OpenAiSandbox()
    with RunningApp(mounted({"openai": made})) as app:
        yield made, f"{app.url}/openai/v1"


@pytest.fixture
def terminal(tmp_path: Path, sandbox: tuple[OpenAiSandbox, str]) -> Iterator[Terminal]:
    env = {
        "REPLOOP_OPENAI_BASE_URL": sandbox[1],
        "REPLOOP_OPENAI_API_KEY": "sk-sandbox",
        "REPLOOP_OPENAI_MODEL": "sandbox-1",
        "REPLOOP_SECOND_READING_SHARE": "0",
    }
    calls = tmp_path / "calls"
    calls.mkdir()
    for number in range(3):
        said = "\n".join(f"{who}: {text}" for who, text in GOOD[: len(GOOD) - number])
        (calls / f"discovery_{number}.txt").write_text(said)
    with Terminal(tmp_path, env) as opened:
        done = opened.run("import", str(calls), "--rep", "Ana Lee", "--no-score", "--json")
        assert done.json["counts"] == {"ready": 3}
        yield opened


def test_what_is_due_is_sent_waited_for_and_scored(
    terminal: Terminal, sandbox: tuple[OpenAiSandbox, str]
) -> None:
    done = terminal.run("backfill", "--every", "0.1", "--json")
    assert (done.code, done.json) == (0, {"sent": 3, "waiting": 0, "counts": {"scored": 3}})
    assert sandbox[0].requests_to("completions") == []
    again = terminal.run("backfill")
    assert (again.code, again.out) == (0, "0 sent, 0 waiting.\n")


def test_without_waiting_the_next_run_goes_on(
    terminal: Terminal, sandbox: tuple[OpenAiSandbox, str]
) -> None:
    sandbox[0].batches.looks_until_done = 1
    first = terminal.run("backfill", "--no-wait")
    assert first.out.splitlines() == [
        "3 sent, 3 waiting.",
        "Their answers come within a day: `reploop backfill` again scores them.",
    ]
    second = terminal.run("backfill", "--no-wait", "--json")
    assert second.json == {"sent": 0, "waiting": 0, "counts": {"scored": 3}}


def test_trouble_that_passes_is_sat_out(
    terminal: Terminal, sandbox: tuple[OpenAiSandbox, str]
) -> None:
    sandbox[0].fail(Fault("answer", path="/batches/", status=503, body={}))
    done = terminal.run("backfill", "--every", "0.1", "--json")
    assert (done.code, done.json["counts"]) == (0, {"scored": 3})
    assert "status 503. Looking again later." in done.err


def test_a_server_without_batches_is_told_and_loses_nothing(
    terminal: Terminal, sandbox: tuple[OpenAiSandbox, str]
) -> None:
    sandbox[0].fail(Fault("answer", path="/files", status=404, body={}))
    done = terminal.run("backfill", "--json")
    assert done.code == 1
    assert "status 404" in done.error["message"]
    assert terminal.run("worker", "--burst").code == 0
    assert len(sandbox[0].requests_to("completions")) == 3


def test_batches_need_the_model_grader(terminal: Terminal) -> None:
    done = terminal.run("backfill", REPLOOP_GRADER="builtin")
    assert done.code == 1
    assert "batches need the model grader" in done.err
