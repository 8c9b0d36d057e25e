"""The worker process: waits for rings, and looks at the rows itself while Redis is away."""

import signal
import threading
import traceback
from types import FrameType
from typing import Any

import redis
import structlog
from rq import Queue as RqQueue
from rq import SimpleWorker
from rq.exceptions import StopRequested
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.worker.base import DequeueStrategy

from app import tasks
from app.doorbell import RqDoorbell
from config.settings import Settings
from domain.effects import Queue
from jobs.services import Services
from jobs.work import work_off

log = structlog.get_logger()
LONGEST_PAUSE_S = 15.0


class RingWorker(SimpleWorker):
    """RQ's worker without a fork and with stopping that does not need Redis.

    A job claims no more rows once stopping is asked for (see ``app.shift``), so finishing
    it is quick.
    """

    busy = False

    def _install_signal_handlers(self) -> None:
        """``run_worker`` has installed its own."""

    def execute_job(self, job: Job, queue: RqQueue) -> None:
        """Work on one ring, noting that we do."""
        self.busy = True
        try:
            super().execute_job(job, queue)
        finally:
            self.busy = False

    def stop_after_this(self) -> None:
        """End the loop once the ring at hand is done."""
        self._stop_requested = True


class Poller(threading.Thread):
    """Works rows off directly while Redis cannot be reached: slower, but nothing stands still."""

    def __init__(
        self, services: Services, doorbell: RqDoorbell, queues: list[Queue], every_s: float
    ) -> None:
        super().__init__(daemon=True, name="poller")
        self._services, self._doorbell = services, doorbell
        self._queues, self._every_s = queues, every_s
        self.stopped = threading.Event()

    def run(self) -> None:
        """Look every ``every_s`` seconds until stopped; whatever goes wrong, look again."""
        while not self.stopped.wait(self._every_s):
            if self._doorbell.answers():
                continue
            for queue in self._queues:
                try:
                    work_off(queue, self._services)
                except Exception as error:
                    log.warning("poll.failed", queue=queue.value, place=place_of(error))


def place_of(error: Exception) -> str:
    """Kind and place of an error; its text may hold what somebody said."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {last.filename.rsplit('/', 1)[-1]}:{last.lineno}"


class WorkerProcess:
    """Rings as long as there is a Redis, rows without it, until told to stop."""

    def __init__(self, settings: Settings, redis_url: str, queues: list[Queue]) -> None:
        self._redis_url, self._queues = redis_url, queues
        self._doorbell = RqDoorbell(redis_url)
        self._poller = Poller(tasks.services(), self._doorbell, queues, settings.sweep_s)
        tasks.shift.queues = frozenset(queues)
        self._stopping = tasks.shift.stopping
        self._worker: RingWorker | None = None

    def run(self) -> None:
        """Work until SIGTERM or Ctrl-C; the rows at hand are finished first."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask_to_stop)
        self._poller.start()
        self._doorbell.ring(*self._queues)  # what a predecessor left is due now
        pause_s = 1.0
        try:
            while not self._stopping.is_set():
                if self._listen():
                    pause_s = 1.0
                if not self._stopping.wait(pause_s):
                    pause_s = min(2 * pause_s, LONGEST_PAUSE_S)
        except StopRequested:
            pass
        finally:
            self._poller.stopped.set()

    def _listen(self) -> bool:
        """Wait for rings until stopped or Redis is gone; says whether Redis was there."""
        try:
            connection = redis.Redis.from_url(self._redis_url)
            connection.ping()
            queues = [
                RqQueue(queue.value, connection=connection, serializer=JSONSerializer)
                for queue in self._queues
            ]
            self._worker = RingWorker(queues, connection=connection, serializer=JSONSerializer)
            self._worker.work(
                logging_level="CRITICAL", dequeue_strategy=DequeueStrategy.ROUND_ROBIN
            )
        except redis.RedisError as error:
            log.warning("worker.redis_away", error=type(error).__name__)
            return False
        return True

    def _ask_to_stop(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._stopping.set()
        if self._worker is not None:
            self._worker.stop_after_this()
        if self._worker is None or not self._worker.busy:
            raise StopRequested


def run_worker(
    settings: Settings, redis_url: str, queues: list[Queue], *, burst: bool = False
) -> None:
    """Run a worker; ``burst`` works off what is due and ends, without Redis."""
    if burst:
        services: Any = tasks.services()
        while any(work_off(queue, services) for queue in queues):
            pass
        return
    WorkerProcess(settings, redis_url, queues).run()
