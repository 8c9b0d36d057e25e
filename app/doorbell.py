"""The queue port on RQ: a ring is one small job that names a queue.

The client has short time limits and no retries of its own, so that a Redis that is down or
frozen costs a request next to nothing; rows are the truth, and the sweeper rings again.
"""

import threading

import redis
import structlog
from redis.backoff import NoBackoff
from redis.retry import Retry
from rq import Queue as RqQueue
from rq.serializers import JSONSerializer

from domain.effects import Queue

log = structlog.get_logger()
TASK = "app.tasks.work_on"
JOB_TIMEOUT_S = 3600
NO_RETRY = Retry(NoBackoff(), 0)
RESULT_TTL_S = 0
FAILURE_TTL_S = 86_400


def connect(url: str) -> redis.Redis:
    """A client for ringing: one second, no retries."""
    return redis.Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1, retry=NO_RETRY)


class RqDoorbell:
    """Rings queues through RQ. Safe to use from several threads."""

    def __init__(self, url: str) -> None:
        self._redis = connect(url)
        self._queues = {
            queue: RqQueue(
                queue.value,
                connection=self._redis,
                serializer=JSONSerializer,
                default_timeout=JOB_TIMEOUT_S,
            )
            for queue in Queue
        }
        self._lock = threading.Lock()
        self._reachable = True

    def ring(self, *queues: Queue) -> bool:
        """See ``JobQueue.ring``. A ring that still waits will find this work too: one is enough."""
        try:
            for queue in dict.fromkeys(queues):
                if self._queues[queue].count == 0:
                    self._queues[queue].enqueue(
                        TASK, queue.value, result_ttl=RESULT_TTL_S, failure_ttl=FAILURE_TTL_S
                    )
        except redis.RedisError as error:
            self._note(reachable=False, error=type(error).__name__)
            return False
        self._note(reachable=True, error="")
        return True

    def answers(self) -> bool:
        """Whether Redis can be reached now."""
        try:
            return bool(self._redis.ping())
        except redis.RedisError:
            return False

    def _note(self, *, reachable: bool, error: str) -> None:
        with self._lock:
            changed, self._reachable = reachable is not self._reachable, reachable
        if changed:  # log once when gone, once when back
            log.warning("redis.reachable" if reachable else "redis.unreachable", error=error)
