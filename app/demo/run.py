"""Runs the demo from an empty folder to its summary."""

import signal
import time
from contextlib import ExitStack

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from app.cli.output import FAILED, errors
from app.demo import line, loop, report
from app.demo.stage import Stage, prepare
from app.logs import set_up
from app.services import clock_now, migrate_database, open_services
from app.up import Deployment
from config.settings import load_settings
from domain.errors import ConfigurationError
from domain.people import Role
from domain.ports import CallFilter
from jobs.provision import provision_all
from jobs.services import Services
from sandbox.running import RunningApp
from sandbox.world import World

SUMMARY_FILE = "demo-summary.json"


def run_demo(out: Console, *, once: bool) -> int:
    """The whole line on the sandbox company, told on ``out``; returns an exit code.

    SIGTERM ends it like Ctrl-C, so that no process stays behind.

    Raises:
        DemoStuck: the line did not come to rest in time; says what was left.
        ConfigurationError: a setting cannot be used; names it and the remedy.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    began = time.monotonic()
    world = World()
    with ExitStack() as stack:
        sandbox = stack.enter_context(RunningApp(world.app))
        stage = prepare(load_settings(), world, sandbox.url, clock_now())
        settings = load_settings()
        set_up(settings.log_level)
        migrate_database(settings)
        services = open_services(settings)
        _load_people(stage, services)
        _provision(services, out)
        deployment = Deployment(settings)
        deployment.start()
        stack.callback(deployment.stop)
        summary = _play(stage, services, began, out)
        missing = summary.missing()
        report.show(stage, services, summary, out)
        report.show_addresses(stage, services, sandbox.url, out, stays=not once and not missing)
        path = stage.root / SUMMARY_FILE
        summary.write(path)
        for what in missing:
            errors.print(f"[red]did not happen:[/red] {what}")
        out.print(str(path), soft_wrap=True)
        if not once and not missing:
            out.print("Everything stays up until Ctrl-C.")
            _stay(deployment, out)
    return FAILED if missing else 0


def _stay(deployment: Deployment, out: Console) -> None:
    try:
        deployment.watch()
    except KeyboardInterrupt:
        out.print("Stopping.")


def _load_people(stage: Stage, services: Services) -> None:
    with services.database.write() as tx:
        if tx.calls.list(CallFilter(limit=1)) or tx.people.organisation().people:
            raise ConfigurationError(
                "REPLOOP_DATABASE_URL",
                "the demo needs an empty database, and this one holds data",
                "Give it a database of its own, or unset the variable",
            )
        tx.people.put(stage.company.people, stage.company.teams)


def _provision(services: Services, out: Console) -> None:
    for slug, made in provision_all(services).items():
        out.print(f"{slug}: {len(made.created)} fields created on the deal")


def _play(stage: Stage, services: Services, began: float, out: Console) -> report.Summary:
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total}"),
        TimeElapsedColumn(),
        console=out,
    ) as progress:
        line.wait_for_web(stage)
        sent = line.deliver_webhooks(stage, progress)
        line.rest(services, progress)
        line.fit_figures(services, progress)
        line.send_agendas(services)
        manager = next(p for p in stage.company.people if p.role is Role.MANAGER)
        line.rest(services, progress)
        did = loop.use_slack(stage, services, manager)
        line.rest(services, progress)
        answer_key = line.ask_in_slack(stage, manager)
        _wait_for(services, answer_key)
        line.rest(services, progress)
    seconds = time.monotonic() - began
    return report.summarise(stage, services, (sent, did), answer_key=answer_key, seconds=seconds)


def _wait_for(services: Services, key: str) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with services.database.read() as tx:
            if tx.outbox.get(key) is not None:
                return
        time.sleep(0.1)
    raise line.DemoStuck("the question was not taken up within a minute")
