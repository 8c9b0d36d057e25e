"""The clock process: sweeps due rows and plans agendas. Any number may run; one acts."""

import os
import socket
import threading

import structlog

from config.settings import Settings
from domain.errors import ReploopError
from jobs.plan_agendas import plan_agendas
from jobs.services import Services
from jobs.sweep import sweep

log = structlog.get_logger()


def run_clock(settings: Settings, services: Services, stop: threading.Event) -> None:
    """Make a round every ``sweep_s`` seconds until ``stop`` is set."""
    holder = f"{socket.gethostname()}:{os.getpid()}"
    while True:
        make_round(services, holder, lease_s=3 * settings.sweep_s)
        if stop.wait(settings.sweep_s):
            return


def make_round(services: Services, holder: str, *, lease_s: float) -> None:
    """One round, if no other clock holds the lease. A failing round does not end the clock."""
    try:
        with services.database.write() as tx:
            if not tx.locks.take("clock", holder, lease_s=lease_s):
                return
        plan_agendas(services)
        due = sweep(services)
    except ReploopError as error:
        log.warning("clock.round_failed", error=type(error).__name__)
        return
    log.debug("clock.round", due={queue.value: n for queue, n in due.items()})
