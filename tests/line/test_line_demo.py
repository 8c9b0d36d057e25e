"""The demo as a person runs it: everything happens, on either set of parts."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.postgres import PostgresServer

pytestmark = pytest.mark.slow


def run_demo(folder: Path, **environment: str) -> dict[str, Any]:
    """Run ``reploop demo --once`` and return its summary; it must end well."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("REPLOOP_")}
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", "demo", "--once"],
        env={
            **kept,
            "REPLOOP_DATA_DIR": str(folder),
            "REPLOOP_PORT": "0",  # any that is free: other demos may run at the same time
            "COLUMNS": "200",
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    last = done.stdout.strip().splitlines()[-1]
    assert last == str(folder / "demo-summary.json")
    summary: dict[str, Any] = json.loads(Path(last).read_text())
    return summary


def test_the_demo_runs_on_embedded_defaults(tmp_path: Path) -> None:
    summary = run_demo(tmp_path)
    assert (summary["database"], summary["grader"].split()[0]) == ("sqlite", "builtin")
    assert summary["calls"] == 47
    assert summary["scorecards"] == 43
    assert summary["not_scored_calls"] == {
        "internal_only": 1,
        "no_rep": 1,
        "no_transcript": 1,
        "too_short": 1,
    }
    assert summary["tier_changes"] >= 3
    assert summary["slack_messages"] == sum(summary["slack_messages_by_kind"].values())


def test_the_same_line_runs_on_postgresql_a_redis_of_ones_own_and_a_model(
    tmp_path: Path, postgres_server: PostgresServer
) -> None:
    name = postgres_server.create_database()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    redis = subprocess.Popen(
        [str(_redis_server()), "--port", str(port), "--requirepass", "own", "--save", ""],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    try:
        summary = run_demo(
            tmp_path,
            REPLOOP_DATABASE_URL=postgres_server.url(name),
            REPLOOP_REDIS_URL=f"redis://:own@127.0.0.1:{port}/0",
            REPLOOP_GRADER="model",
        )
    finally:
        redis.terminate()
        redis.wait(10)
    assert summary["database"] == "postgresql"
    assert summary["grader"].startswith("model sandbox-1/prompt-")
    assert summary["scorecards"] == 43
    assert summary["observations"] > 0


def _redis_server() -> Path:
    from app.redis_server import binary

    return binary()
