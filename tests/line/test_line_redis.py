"""Redis carries rings and nothing else: flushed, killed or away, it costs only time."""

import os
import signal
from pathlib import Path

import pytest
import redis

from app.redis_server import EmbeddedRedis, embedded_url
from tests.line.harness import deployed, wait_until

pytestmark = pytest.mark.slow


def test_a_flushed_redis_loses_nothing(tmp_path: Path) -> None:
    with deployed(tmp_path) as line:
        line.start("web")
        meetings = [line.meeting() for _ in range(3)]
        for meeting in meetings:
            assert line.post("recording.transcript_completed", meeting) == 200
        redis.Redis.from_url(embedded_url(tmp_path)).flushall()
        line.start("worker", "--queues", "score,sync,deliver")  # no ring and no look at ingest
        line.start("clock")
        line.processes["ingest"] = line.processes["worker"]
        line.start("worker", "--queues", "ingest")
        redis.Redis.from_url(embedded_url(tmp_path)).flushall()
        wait_until(lambda: line.settled(*meetings), 60, "everything is settled")
        assert [line.messages_about(m) for m in meetings] == [1, 1, 1]


def test_webhooks_are_taken_and_worked_off_while_redis_is_down(tmp_path: Path) -> None:
    with deployed(tmp_path) as line:
        line.start("web")
        line.start("worker")
        with EmbeddedRedis(tmp_path):
            client = redis.Redis.from_url(embedded_url(tmp_path))
            pid = client.info("server")["process_id"]
        os.kill(pid, signal.SIGKILL)
        meetings = [line.meeting() for _ in range(3)]
        for meeting in meetings:
            assert line.post("recording.transcript_completed", meeting) == 200
        wait_until(lambda: line.settled(*meetings), 60, "rows are worked off without Redis")
        assert [line.messages_about(m) for m in meetings] == [1, 1, 1]
