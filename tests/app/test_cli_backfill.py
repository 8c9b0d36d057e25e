"""``reploop backfill`` against the sandbox's Batch API."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.base import Fault, Recorded
from sandbox.openai import OpenAiSandbox
from sandbox.running import RunningApp, mounted
from store.database import SqlDatabase
from tests.app.cli_runs import Terminal
from tests.app.cli_talk import GOOD

pytestmark = pytest.mark.slow


GRADING = "scorecard"


def completions(sandbox: OpenAiSandbox) -> list[Recorded]:
    return sandbox.requests_to("completions")


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
    asked = [r.json()["response_format"]["json_schema"]["name"] for r in completions(sandbox[0])]
    assert sorted(asked) == ["facts"] * 3 + [GRADING] * 3


def test_batches_need_the_model_grader(terminal: Terminal) -> None:
    done = terminal.run("backfill", REPLOOP_GRADER="builtin")
    assert done.code == 1
    assert "batches need the model grader" in done.err


def test_a_batch_that_is_gone_is_let_go_and_holds_up_no_other(
    terminal: Terminal, sandbox: tuple[OpenAiSandbox, str], tmp_path: Path
) -> None:
    terminal.run("backfill", "--no-wait")
    (gone,) = sandbox[0].batches.batches
    later = tmp_path / "discovery_later.txt"
    later.write_text("\n".join(f"{who}: {text}" for who, text in GOOD[:-3]))
    terminal.run("import", str(later), "--rep", "Ana Lee", "--no-score")
    assert terminal.run("backfill", "--no-wait", "--json").json["waiting"] == 4
    del sandbox[0].batches.batches[gone]
    done = terminal.run("backfill", "--every", "0.1", "--json")
    assert (done.code, done.json) == (0, {"sent": 3, "waiting": 0, "counts": {"scored": 4}})
    assert f"but not about batch {gone} (it is gone, or another key's)" in done.err
    assert "Its 3 calls are due again." in done.err
    assert sandbox[0].requests_to("completions") == []


@pytest.mark.parametrize(("status", "requests"), [(401, 1), (404, 2)])
def test_what_refuses_every_batch_is_told_before_anything_is_sent(
    terminal: Terminal, sandbox: tuple[OpenAiSandbox, str], status: int, requests: int
) -> None:
    terminal.run("backfill", "--no-wait")
    refused = Fault("answer", path="/batches", method="GET", status=status, times=requests)
    sandbox[0].fail(refused)
    done = terminal.run("backfill", "--json")
    assert done.code == 1
    assert f"status {status}" in done.error["message"]
    assert terminal.run("backfill", "--no-wait", "--json").json["waiting"] == 3
    assert len(sandbox[0].batches.batches) == 1


def test_an_answer_that_cannot_be_read_is_asked_for_again(
    terminal: Terminal, sandbox: tuple[OpenAiSandbox, str]
) -> None:
    page = Fault("answer", path="/batches/", status=200, body="<html>Sign in</html>")
    sandbox[0].fail(page)
    done = terminal.run("backfill", "--every", "0.1", "--json")
    assert (done.code, done.json["counts"]) == (0, {"scored": 3})
    assert "Looking again later." in done.err


def test_a_second_run_is_refused_in_a_document(terminal: Terminal) -> None:
    database = SqlDatabase(f"sqlite:///{terminal.data / 'reploop.db'}", clock=time.time)
    with database.write() as tx:
        assert tx.locks.take("reploop backfill", "another", lease_s=60.0)
    database.dispose()
    done = terminal.run("backfill", "--json")
    assert (done.code, done.out) == (1, "")
    assert done.error["message"].startswith("another `reploop backfill` is at it: wait for it")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_stopped_keeps_nobody_out(
    terminal: Terminal, sandbox: tuple[OpenAiSandbox, str], number: signal.Signals
) -> None:
    sandbox[0].batches.looks_until_done = 3
    process = terminal.start("backfill", "--every", "300")
    deadline = time.monotonic() + 60
    while not any(sandbox[0].batches.looks.values()) and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130, err
    done = terminal.run("backfill", "--every", "0.1", "--json")
    assert (done.code, done.json) == (0, {"sent": 0, "waiting": 0, "counts": {"scored": 3}})
    assert sandbox[0].requests_to("completions") == []
