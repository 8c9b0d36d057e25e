"""The web process: uvicorn with the guard in front, Slack behind it where configured."""

import socket

import uvicorn
from slack_bolt import App

from app.doorbell import RqDoorbell
from app.secret_key import signing_secret
from app.services import clock_now, open_services, redis_url
from bot.app import make_bolt_app
from bot.client import web_client
from bot.endpoint import SlackEndpoint
from bot.verify import SlackRequests
from config.catalogue import load_catalogues
from config.settings import Settings, secret
from domain.effects import Queue
from domain.errors import ConfigurationError
from domain.phrases import LANGUAGES
from domain.webhooks import Delivery
from jobs.services import Services
from store.database import schema_is_current
from web.app import WebOptions, make_web_app
from web.health import Part
from web.serving import UVICORN_OPTIONS


def serve(settings: Settings, host: str, port: int) -> None:
    """Serve until told to stop. ``port`` 0 picks one and prints it."""
    if settings.base_url is None and host not in ("127.0.0.1", "localhost", "::1"):
        raise ConfigurationError(
            "REPLOOP_BASE_URL",
            f"the web process is to listen on {host}, but links lead to {settings.public_url}",
            "Set it to the address people open, such as https://reploop.example.com",
        )
    services = open_services(settings)
    app = make_web_app(services, options(settings), slack_endpoint(settings, services))
    listening = _listen(host, port)
    if port == 0:
        print(f"listening on {listening.getsockname()[1]}", flush=True)
    config = uvicorn.Config(app, log_level="warning", **UVICORN_OPTIONS)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise ConfigurationError(
            "REPLOOP_PORT",
            f"cannot listen on {host} port {port} ({error.strerror})",
            "Close what listens there, or set REPLOOP_HOST and REPLOOP_PORT",
        ) from error


def options(settings: Settings) -> WebOptions:
    """What the web app is told."""
    doorbell = RqDoorbell(redis_url(settings))
    return WebOptions(
        base_url=settings.public_url,
        session_secret=signing_secret(settings),
        metrics_token=secret(settings.metrics_token) or "",
        test_counts=settings.test_counters,
        parts=(
            Part("schema", lambda: schema_is_current(settings.database_address), needed=True),
            Part("redis", doorbell.answers, needed=False),
        ),
    )


def slack_endpoint(settings: Settings, services: Services) -> SlackEndpoint | None:
    """The Slack endpoint, if Slack is configured."""
    signing, app = secret(settings.slack_signing_secret), bolt_app(settings, services)
    if signing is None or app is None:
        return None
    return SlackEndpoint(app, SlackRequests((signing,)))


def bolt_app(settings: Settings, services: Services) -> App | None:
    """Bolt with listeners that only keep, if a bot token is configured."""
    token = secret(settings.slack_bot_token)
    if token is None:
        return None

    def keep(delivery: Delivery) -> None:
        services.database.keep_deliveries([delivery])
        services.queue.ring(Queue.INGEST)

    return make_bolt_app(
        keep,
        client=web_client(token, settings.slack_base_url),
        now=clock_now,
        words=load_catalogues().words(LANGUAGES[0]),
        team_id=settings.slack_team_id,
    )
