"""The installed command as a shell runs it: streams, pipes, encodings and signals."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.app.cli_checks import check_document
from tests.app.cli_talk import GOOD, REP, as_vtt

pytestmark = pytest.mark.slow
COMMAND = str(Path(sys.executable).with_name("reploop"))


def environment(folder: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    return {**kept, "REPLOOP_DATA_DIR": str(folder / "data"), **more}


@pytest.fixture
def call(tmp_path: Path) -> Path:
    file = tmp_path / "call.vtt"
    file.write_text(as_vtt(GOOD))
    return file


def run(folder: Path, *args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [COMMAND, *args], cwd=folder, env=environment(folder, **env), capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip


def test_a_file_is_scored_as_one_json_document(call: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "score", call.name, "--rubric", "discovery", "--rep", REP, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    check_document(json.loads(done.stdout), call.read_bytes(), call.name)


def test_a_mistake_ends_with_code_2_and_nothing_on_standard_output(tmp_path: Path) -> None:
    done = run(tmp_path, "score", "--json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert json.loads(done.stderr)["error"]["message"] == "Missing argument 'FILE'."


def test_a_reader_who_has_seen_enough_gets_no_trace(call: Path, tmp_path: Path) -> None:
    command = f"{COMMAND} score {call.name} --rep '{REP}' --json | head -c 1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=environment(tmp_path), capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_a_terminal_without_such_letters_gets_their_codes(call: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "score", call.name, "--rep", REP, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u201cAna Lee\\u201d" in done.stdout


def test_a_row_is_one_line_where_nobody_reads_along(call: Path, tmp_path: Path) -> None:
    done = run(tmp_path, "import", call.name, "--rep", REP)
    assert done.returncode == 0
    (row,) = [line for line in done.stdout.decode().splitlines() if call.name in line]
    assert "scored" in row


def test_ctrl_c_stops_a_process_quietly(tmp_path: Path) -> None:
    clock = subprocess.Popen(
        [COMMAND, "clock"], cwd=tmp_path, env=environment(tmp_path),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while not (tmp_path / "data" / "reploop.db-wal").exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    time.sleep(1.0)  # past the migration, into its first pause
    clock.send_signal(signal.SIGINT)
    out, err = clock.communicate(timeout=20)
    assert b"Traceback" not in err
    assert (clock.returncode, out) == (0, b"")


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(tmp_path, "web", "--port", port)
    assert done.returncode == 1
    assert f"127.0.0.1, port {port}: cannot be listened on".encode() in done.stderr


def test_a_worker_without_redis_says_what_starts_one(tmp_path: Path) -> None:
    done = run(tmp_path, "worker", "--burst")
    assert done.returncode == 1
    assert b"redis: cannot be reached" in done.stderr
    assert b"Run `reploop up`" in done.stderr
