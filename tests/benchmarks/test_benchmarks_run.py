"""Every section runs on a minimal input, and refuses to give a number that means nothing."""

import asyncio
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks import acknowledgements, memory, pipeline, processes, start_up, thinking
from benchmarks.bare_server import proven
from benchmarks.figures import QUICK, Section, Unsound
from benchmarks.load import requests, run
from benchmarks.processes import ROOT, Program
from sandbox.running import RunningApp

pytestmark = pytest.mark.slow  # `make check` has to stay quick

NOW = datetime(2026, 11, 25, tzinfo=UTC)


def split(request: bytes) -> tuple[dict[str, str], bytes]:
    head, _, body = request.partition(b"\r\n\r\n")
    lines = [line.decode().partition(": ") for line in head.split(b"\r\n")[1:]]
    return {name: value for name, _, value in lines}, body


def test_every_request_of_the_load_has_a_body_of_its_own_and_a_true_signature() -> None:
    sent = [split(request) for request in requests(50, NOW)]
    assert len({body for _, body in sent}) == 50
    assert all(proven(headers, body, NOW) for headers, body in sent)
    assert all(int(headers["content-length"]) == len(body) for headers, body in sent)


def test_a_body_that_was_changed_is_not_proven() -> None:
    headers, body = split(requests(1, NOW)[0])
    assert not proven(headers, body + b" ", NOW)


def test_the_load_reports_what_was_answered() -> None:
    from starlette.applications import Starlette

    with RunningApp(Starlette()) as nothing_there:
        figures = asyncio.run(run(nothing_there.port, requests(20, NOW), 4))
    assert figures["statuses"] == {"404": 20}


def test_a_program_that_ends_badly_gives_no_number(tmp_path: Path) -> None:
    with (
        Program("benchmarks.load", "not-a-port", folder=tmp_path) as program,
        pytest.raises(Unsound, match="ended with 2"),
    ):
        program.whole_output()


def test_a_program_that_says_nothing_is_not_waited_for(tmp_path: Path) -> None:
    with (
        Program("http.server", "0", folder=tmp_path) as program,
        pytest.raises(Unsound, match="did not get ready"),
    ):
        program.line(timeout_s=0.01)


def rows_of(section: Section) -> int:
    assert all(len(row) == len(section.columns) for row in section.rows)
    json.dumps(section.data)
    return len(section.rows)


@pytest.mark.slow
def test_acknowledgements_run_on_both_databases() -> None:
    section = acknowledgements.measure(QUICK)
    assert rows_of(section) == 2 * len(acknowledgements.NAMES)


@pytest.mark.slow
def test_the_pipeline_runs_with_both_graders() -> None:
    section = pipeline.measure(QUICK)
    assert rows_of(section) == 4
    assert {one["scored"] > 30 for passes in section.data.values() for one in passes} == {True}  # type: ignore[attr-defined]


@pytest.mark.slow
def test_start_up_is_measured_for_every_process() -> None:
    assert rows_of(start_up.measure(QUICK)) == 4


@pytest.mark.slow
def test_memory_is_read_idle_and_after_calls() -> None:
    section = memory.measure(QUICK)
    assert rows_of(section) == 4
    assert sum(section.data["calls"].values()) == QUICK.calls  # type: ignore[attr-defined]


@pytest.mark.slow
def test_the_large_computations_run() -> None:
    assert rows_of(thinking.measure(QUICK)) == 6


@pytest.mark.slow
def test_the_command_writes_what_it_measured(tmp_path: Path) -> None:
    out = tmp_path / "figures.json"
    command = [sys.executable, "-m", "benchmarks", "thinking", "--quick", "--json", str(out)]
    subprocess.run(command, cwd=ROOT, env=processes.environment({}), check=True)
    assert set(json.loads(out.read_text())) == {"machine", "thinking"}
