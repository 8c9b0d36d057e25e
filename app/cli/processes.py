"""Commands that run a process: up, web, worker, clock, slack-socket; and migrate."""

import signal
import threading
from typing import Annotated

import typer

from app.cli.opening import doorbell_of, prepared_settings
from app.cli.output import Json, note, print_json, say
from config.settings import Settings, load_settings, secret
from domain.effects import Queue
from domain.errors import ConfigurationError

QUEUES = ",".join(q.value for q in Queue)


def up(as_json: Json = False) -> None:
    """Run everything on this machine: web, worker and clock, with embedded defaults.

    SQLite and Redis are started in the data folder unless REPLOOP_DATABASE_URL and
    REPLOOP_REDIS_URL name your own.
    """
    from app.up import Deployment

    settings = prepared_settings()
    _port_is_free(settings.host, settings.port)
    if as_json:
        print_json({"url": settings.public_url})
    else:
        say(f"Reploop is up at {settings.public_url}. Ctrl-C stops it.")
    raise typer.Exit(Deployment(settings).run())


def _port_is_free(host: str, port: int) -> None:
    """Say it here: a web process that cannot listen would only be started again and again."""
    import socket

    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise ConfigurationError(
            f"{host}, port {port}",
            f"cannot be listened on ({error.strerror or 'no such address'})",
            "Close what listens there, or choose another with REPLOOP_HOST and REPLOOP_PORT",
        ) from error


def web(
    host: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Address to listen on. Default: REPLOOP_HOST."),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="PORT", min=0, max=65535,
            help="Port to listen on; 0 takes a free one and prints it. Default: REPLOOP_PORT.",
        ),
    ] = None,
) -> None:  # fmt: skip
    """Run the web process: webhooks, Slack events and the pages."""
    from app.web import serve

    settings = prepared_settings()
    address = host or settings.host, settings.port if port is None else port
    _port_is_free(*address)
    serve(settings, *address)


def worker(
    queues: Annotated[
        str, typer.Option(metavar="NAMES", help="Which queues to work on, comma-separated.")
    ] = QUEUES,
    burst: Annotated[bool, typer.Option("--burst", help="Work off what is due, then end.")] = False,
) -> None:
    """Run a worker process: fetch, score, sync and deliver.

    Redis tells it at once what is due. Without Redis it looks for work by itself, and it
    outlives a Redis that goes away; --burst needs none at all.
    """
    names = [_queue(name) for name in queues.split(",")]
    settings = prepared_settings()
    from app.services import redis_url
    from app.worker import run_worker

    if not burst and not doorbell_of(settings).answers():
        note(
            f"Redis cannot be reached, so work is looked for every {settings.sweep_s:g} s "
            f"until it can. {_redis_remedy(settings)}."
        )
    run_worker(settings, redis_url(settings), names, burst=burst)


def _redis_remedy(settings: Settings) -> str:
    if settings.redis_url:
        return "Check REPLOOP_REDIS_URL and that the server runs"
    return "Run `reploop up`, which starts one, or set REPLOOP_REDIS_URL"


def _queue(name: str) -> Queue:
    try:
        return Queue(name.strip())
    except ValueError:
        problem = f"there is no queue {name.strip()!r}. Use some of {QUEUES}"
        raise typer.BadParameter(problem, param_hint="--queues") from None


def clock() -> None:
    """Run the clock: sweeps for lost work, and the weekly agendas. Any number may run."""
    from app.clock import run_clock
    from app.services import open_services

    settings = prepared_settings()
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    run_clock(settings, open_services(settings), stop)


def migrate(as_json: Json = False) -> None:
    """Bring the database's schema up to date; safe to repeat and to run side by side."""
    from app.services import migrate_database

    settings = load_settings()
    migrate_database(settings)
    if as_json:
        print_json({"schema": "up to date"})
    else:
        say("The database is up to date.")


def slack_socket() -> None:
    """Receive Slack's events over Socket Mode, for hosts that Slack cannot reach."""
    from app.services import open_services
    from app.web import bolt_app
    from bot.socket_mode import run_socket_mode

    settings = prepared_settings()
    token = secret(settings.slack_app_token)
    app = bolt_app(settings, open_services(settings))
    if token is None or app is None:
        raise ConfigurationError(
            "REPLOOP_SLACK_APP_TOKEN",
            "Socket Mode needs an app token and a bot token",
            "See docs/integrations/slack.md",
        )
    run_socket_mode(app, token)
