"""The worker process: waits for rings, and looks at the rows itself while Redis is away."""

import threading

import redis
import structlog
from rq import Queue as RqQueue
from rq import SimpleWorker
from rq.serializers import JSONSerializer

from app import tasks
from app.doorbell import RqDoorbell
from config.settings import Settings
from domain.effects import Queue
from domain.errors import ReploopError
from jobs.services import Services
from jobs.work import work_off

log = structlog.get_logger()


class Poller(threading.Thread):
    """Works rows off directly while Redis cannot be reached: slower, but nothing stands still."""

    def __init__(
        self, services: Services, doorbell: RqDoorbell, queues: list[Queue], every_s: float
    ):
        super().__init__(daemon=True, name="poller")
        self._services, self._doorbell = services, doorbell
        self._queues, self._every_s = queues, every_s
        self.stopped = threading.Event()

    def run(self) -> None:
        """Look every ``every_s`` seconds until stopped."""
        while not self.stopped.wait(self._every_s):
            if self._doorbell.answers():
                continue
            for queue in self._queues:
                try:
                    work_off(queue, self._services)
                except ReploopError as error:
                    log.warning("poll.failed", queue=queue.value, error=type(error).__name__)


def run_worker(
    settings: Settings, redis_url: str, queues: list[Queue], *, burst: bool = False
) -> None:
    """Work until told to stop (SIGTERM finishes the row at hand, then ends)."""
    services = tasks.services()
    doorbell = RqDoorbell(redis_url)
    poller = Poller(services, doorbell, queues, settings.sweep_s)
    poller.start()
    connection = redis.Redis.from_url(redis_url)
    rq_queues = [
        RqQueue(queue.value, connection=connection, serializer=JSONSerializer) for queue in queues
    ]
    for queue in queues:  # what a crashed predecessor left is due now, ring or no ring
        work_off(queue, services)
    worker = SimpleWorker(rq_queues, connection=connection, serializer=JSONSerializer)
    worker.work(burst=burst, logging_level="WARNING", with_scheduler=False)
    poller.stopped.set()
