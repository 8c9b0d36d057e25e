"""Commands that run a process: up, web, worker, clock, migrate."""

import signal
import threading
from typing import Annotated

import typer

from app.cli.output import console, speaks_plainly
from app.logs import set_up
from app.services import migrate_database, open_services, redis_url
from config.settings import load_settings, secret
from domain.effects import Queue
from domain.errors import ConfigurationError


@speaks_plainly
def up() -> None:
    """Run everything on this machine: web, worker and clock, with embedded defaults."""
    from app.up import Deployment

    settings = load_settings()
    set_up(settings.log_level)
    migrate_database(settings)
    open_services(settings).database.ping()  # configuration errors end here, in one place
    console.print(f"Reploop is up at [bold]{settings.public_url}[/bold]. Ctrl-C stops it.")
    raise typer.Exit(Deployment(settings).run())


@speaks_plainly
def web(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
) -> None:
    """Run the web process: webhooks, Slack events and the pages."""
    from app.web import serve

    settings = load_settings()
    set_up(settings.log_level)
    migrate_database(settings)
    serve(settings, host or settings.host, settings.port if port is None else port)


@speaks_plainly
def worker(
    queues: Annotated[
        str, typer.Option(help="Which queues to work on, comma-separated.")
    ] = ",".join(q.value for q in Queue),
    burst: Annotated[bool, typer.Option(help="Work off what is due, then end.")] = False,
) -> None:
    """Run a worker process: fetch, score, sync and deliver."""
    from app.worker import run_worker

    settings = load_settings()
    set_up(settings.log_level)
    migrate_database(settings)
    names = [Queue(name.strip()) for name in queues.split(",")]
    run_worker(settings, redis_url(settings), names, burst=burst)


@speaks_plainly
def clock() -> None:
    """Run the clock: sweeps for lost work, and the weekly agendas."""
    from app.clock import run_clock

    settings = load_settings()
    set_up(settings.log_level)
    migrate_database(settings)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    run_clock(settings, open_services(settings), stop)


@speaks_plainly
def migrate() -> None:
    """Bring the database's schema up to date; safe to repeat and to run side by side."""
    settings = load_settings()
    migrate_database(settings)
    console.print("The database is up to date.")


@speaks_plainly
def slack_socket() -> None:
    """Receive Slack's events over Socket Mode."""
    from app.web import bolt_app
    from bot.socket_mode import run_socket_mode

    settings = load_settings()
    set_up(settings.log_level)
    token = secret(settings.slack_app_token)
    app = bolt_app(settings, open_services(settings))
    if token is None or app is None:
        raise ConfigurationError(
            "REPLOOP_SLACK_APP_TOKEN",
            "Socket Mode needs an app token and a bot token",
            "See docs/integrations/slack.md",
        )
    migrate_database(settings)
    run_socket_mode(app, token)
