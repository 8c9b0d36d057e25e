"""What RQ calls. A task's argument is the name of a queue: what is due, rows say."""

from functools import lru_cache

from app.services import open_services
from app.shift import Shift
from config.settings import load_settings
from domain.effects import Queue
from jobs import work
from jobs.services import Services


@lru_cache(maxsize=1)
def services() -> Services:
    """This process's services, built at first use."""
    return open_services(load_settings())


shift = Shift()
"""This process's; the worker says which queues it serves."""


def work_on(queue: str) -> int:
    """See ``jobs.work.work_on``."""
    due = Queue(queue)
    return work.work_on(due, services(), shift.at(due, services().database))
