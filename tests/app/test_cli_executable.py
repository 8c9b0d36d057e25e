"""The installed command as a shell runs it: streams, pipes, encodings and signals."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.app.cli_checks import check_document
from tests.app.cli_talk import GOOD, REP, as_vtt

pytestmark = pytest.mark.slow
COMMAND = str(Path(sys.executable).with_name("reploop"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One data folder for all: starting the processes is what takes long."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def call(tmp_path: Path) -> Path:
    file = tmp_path / "call.vtt"
    file.write_text(as_vtt(GOOD))
    return file


def environment(data: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    return {**kept, "REPLOOP_DATA_DIR": str(data), **more}


def run(data: Path, *args: str | Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [COMMAND, *args], cwd=data, env=environment(data, **env), capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip


@contextmanager
def running(data: Path, command: str, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process, killed if it outlives the block."""
    process = subprocess.Popen(
        [COMMAND, command], cwd=data, env=environment(data, **env),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def stopped(process: subprocess.Popen[bytes]) -> tuple[int, bytes, bytes]:
    """Press Ctrl-C: exit code, standard output and standard error."""
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    return process.returncode, out, err


def soon(data: Path, query: str, *expected: object) -> bool:
    """Whether the database gives this row within 30 seconds."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        # Before the first migration there is no such table.
        with suppress(sqlite3.Error), closing(sqlite3.connect(data / "reploop.db")) as database:
            if database.execute(query).fetchone() == expected:
                return True
        time.sleep(0.05)
    return False


def test_a_file_is_scored_as_one_json_document(call: Path, data: Path) -> None:
    done = run(data, "score", call, "--rubric", "discovery", "--rep", REP, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    check_document(json.loads(done.stdout), call.read_bytes(), call.name)


def test_a_mistake_ends_with_code_2_and_nothing_on_standard_output(data: Path) -> None:
    done = run(data, "score", "--json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert json.loads(done.stderr)["error"]["message"] == "Missing argument 'PATH...'."


def test_a_reader_who_has_seen_enough_gets_no_trace(call: Path, data: Path) -> None:
    command = f"{COMMAND} score {call} --rep '{REP}' --json | head -c 1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=data, env=environment(data), capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_a_terminal_without_such_letters_gets_their_codes(call: Path, data: Path) -> None:
    done = run(data, "score", call, "--rep", REP, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u201cAna Lee\\u201d" in done.stdout


def test_ctrl_c_stops_a_process_quietly(data: Path) -> None:
    with running(data, "clock") as clock:
        assert soon(data, "select 1 from locks where name = 'clock'", 1)
        assert stopped(clock) == (0, b"", b"")


def test_a_worker_without_redis_says_what_starts_one_and_works_on(data: Path) -> None:
    file = data / "waiting.vtt"
    file.write_text(as_vtt([*GOOD, (REP, "This call waits for a worker.")]))
    assert run(data, "import", file, "--rep", REP, "--no-score").returncode == 0
    state = "select state from calls where title = 'waiting'"
    assert soon(data, state, "ready")
    with running(data, "worker", REPLOOP_SWEEP_S="0.1") as worker:
        assert soon(data, state, "scored")
        code, out, err = stopped(worker)
    assert (code, out) == (0, b"")
    assert err.startswith(b"note: Redis cannot be reached, so work is looked for every 0.1 s until")
    assert b"Run `reploop up`, which starts one" in err
    assert b"Traceback" not in err
