"""Redis carries rings and nothing else: flushed, killed or away, it costs only time."""

import os
import signal
import time
from pathlib import Path

import pytest
import redis

from app.redis_server import embedded_url
from domain.effects import Queue
from tests.line.harness import Deployment, deployed, wait_until

pytestmark = pytest.mark.slow


def test_a_lost_ring_is_rung_again_by_the_sweeper(tmp_path: Path) -> None:
    with deployed(tmp_path) as line:
        client = redis.Redis.from_url(embedded_url(tmp_path))
        meeting, before = line.meeting(), line.meeting()
        line.keep_without_ring("recording.transcript_completed", before)
        line.start("worker", REPLOOP_SWEEP_S="3600")
        wait_until(lambda: line.settled(before), 60, "what was due at its start is settled")
        wait_until(lambda: _nothing_rings(client), 20, "the worker has answered every ring")
        line.keep_without_ring("recording.transcript_completed", meeting)
        time.sleep(1.5)
        assert line.call_of(meeting) is None
        line.start("clock")
        wait_until(lambda: line.settled(meeting), 60, "the sweeper has rung")
        assert line.messages_about(meeting) == 1


def _nothing_rings(client: redis.Redis) -> bool:
    states = [client.hget(name, "state") for name in client.smembers("rq:workers")]
    queues = [client.llen(f"rq:queue:{queue.value}") for queue in Queue]
    return states == [b"idle"] and not any(queues)


def test_a_flushed_redis_loses_nothing(tmp_path: Path) -> None:
    with deployed(tmp_path) as line:
        client = redis.Redis.from_url(embedded_url(tmp_path))
        for role in ("web", "worker", "clock"):
            line.start(role)
        meetings = [line.meeting() for _ in range(6)]
        for meeting in meetings:
            assert line.post("recording.transcript_completed", meeting) == 200
            client.flushall()
        wait_until(lambda: line.settled(*meetings), 60, "everything is settled")
        assert [line.messages_about(m) for m in meetings] == [1] * 6


def test_webhooks_are_taken_and_worked_off_while_redis_is_down(tmp_path: Path) -> None:
    with deployed(tmp_path) as line:
        line.start("web")
        line.start("worker")
        _kill_redis(tmp_path)
        _all_settled(line)


def test_a_worker_that_starts_without_redis_works_and_listens_once_it_is_back(
    tmp_path: Path,
) -> None:
    with deployed(tmp_path) as line:
        line.start("web")
        _kill_redis(tmp_path)
        line.start("worker")
        _all_settled(line)
        assert not line.died("worker")


def test_up_starts_a_dead_redis_again_and_goes_on(tmp_path: Path) -> None:
    with deployed(tmp_path, start_redis=False) as line:
        line.start("up")
        wait_until(line.web_answers, 30, "the deployment is up")
        for _ in range(2):
            _kill_redis(tmp_path)
            _all_settled(line)
        assert not line.died("up")
        assert line.web_answers()
        line.end("up")
        assert not line.web_answers()
        assert line.processes["up"].returncode == 0


def _kill_redis(folder: Path) -> None:
    client = redis.Redis.from_url(embedded_url(folder))

    def answers() -> bool:
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False

    wait_until(answers, 20, "Redis answers")
    os.kill(int(client.info("server")["process_id"]), signal.SIGKILL)


def _all_settled(line: Deployment) -> None:
    meetings = [line.meeting() for _ in range(3)]
    for meeting in meetings:
        assert line.post("recording.transcript_completed", meeting) == 200
    wait_until(lambda: line.settled(*meetings), 90, "rows are worked off")
    assert [line.messages_about(m) for m in meetings] == [1, 1, 1]
