"""The clock process: sweeps due rows and plans agendas. Any number may run; one acts."""

import os
import socket
import threading

import structlog

from app.worker import place_of
from config.settings import Settings
from domain.errors import ReploopError
from jobs.appeal_news import move_appeals
from jobs.approval_round import ask_about_changes
from jobs.crm_report import plan_crm_reports
from jobs.digest import plan_digests
from jobs.freshen import freshen_daily
from jobs.home import refresh_homes
from jobs.plan_agendas import plan_agendas
from jobs.plan_pulls import plan_pulls
from jobs.practice_rounds import practice_round
from jobs.recount import recount_daily
from jobs.refit import plan_fit
from jobs.services import Services
from jobs.sweep import sweep
from jobs.sync_owners import plan_owners
from jobs.sync_snapshots import plan_snapshots

log = structlog.get_logger()


def run_clock(settings: Settings, services: Services, stop: threading.Event) -> None:
    """Make a round every ``sweep_s`` seconds until ``stop`` is set."""
    holder = f"{socket.gethostname()}:{os.getpid()}"
    while True:
        make_round(services, holder, lease_s=3 * settings.sweep_s)
        if stop.wait(settings.sweep_s):
            return


def make_round(services: Services, holder: str, *, lease_s: float) -> None:
    """One round, if no other clock holds the lease.

    The sweep comes first, since everything that waits depends on it. No part can end
    the clock or keep another from its turn.
    """
    try:
        with services.database.write() as tx:
            if not tx.locks.take("clock", holder, lease_s=lease_s):
                return
    except ReploopError as error:
        log.warning("clock.no_lease", error=type(error).__name__)
        return
    parts = (
        ("sweep", sweep), ("fit", plan_fit), ("freshen", freshen_daily),
        ("agendas", plan_agendas), ("recount", recount_daily), ("pulls", plan_pulls),
        ("snapshots", plan_snapshots), ("owners", plan_owners),
        ("appeals", move_appeals), ("digests", plan_digests), ("homes", refresh_homes),
        ("practice", practice_round), ("approvals", ask_about_changes),
        ("crm_reports", plan_crm_reports),
    )  # fmt: skip
    for name, part in parts:
        try:
            part(services)
        except Exception as error:
            log.warning("clock.failed", part=name, place=place_of(error))
