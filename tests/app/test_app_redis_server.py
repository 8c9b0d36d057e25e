"""The embedded Redis and the doorbell on it."""

import os
import signal
from pathlib import Path

import pytest

from app.doorbell import RqDoorbell, connect
from app.redis_server import MAX_SOCKET_PATH, EmbeddedRedis, embedded_url, socket_path
from domain.effects import Queue

pytestmark = pytest.mark.slow


def test_it_starts_answers_rings_and_stops(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path) as server:
        bell = RqDoorbell(embedded_url(tmp_path))
        assert bell.ring(Queue.INGEST, Queue.SCORE)
        assert bell.answers()
        assert server.pid is not None
    assert not bell.ring(Queue.INGEST)
    assert not bell.answers()


def test_one_waiting_ring_is_enough(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path):
        bell = RqDoorbell(embedded_url(tmp_path))
        for _ in range(5):
            bell.ring(Queue.SCORE)
        assert connect(embedded_url(tmp_path)).llen("rq:queue:score") == 1


def test_rings_survive_a_killed_server(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path) as server:
        RqDoorbell(embedded_url(tmp_path)).ring(Queue.SYNC)
        assert server.pid is not None
        os.kill(server.pid, signal.SIGKILL)
        os.waitpid(server.pid, 0)
        with EmbeddedRedis(tmp_path):
            assert connect(embedded_url(tmp_path)).llen("rq:queue:sync") == 1


def test_a_second_process_shares_the_server_and_leaves_it_running(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path):
        with EmbeddedRedis(tmp_path) as second:
            assert second.pid is None
        assert RqDoorbell(embedded_url(tmp_path)).answers()


def test_only_this_user_can_open_the_socket(tmp_path: Path) -> None:
    with EmbeddedRedis(tmp_path):
        assert socket_path(tmp_path).stat().st_mode & 0o077 == 0


def test_a_deep_data_folder_gets_a_short_socket(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 120)
    assert len(str(socket_path(deep))) <= MAX_SOCKET_PATH
    with EmbeddedRedis(deep):
        assert RqDoorbell(embedded_url(deep)).answers()
