"""The web app: which door leads where, and what starts and stops with the process."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from starlette.types import ASGIApp, Receive, Scope, Send

from domain.effects import Queue
from jobs.pages import active_person
from jobs.services import Services
from web.counts import CountsRoute
from web.crm import FORMS
from web.doorbell import Doorbell
from web.doors import FORM, JSON, Door, Doors, form_door, webhook_door
from web.errors import ErrorWriter
from web.group_commit import GroupCommit
from web.guard import Guard, Limits
from web.health import HealthRoute, Part, ReadyRoute, database_part
from web.metrics import Meters, MetricsRoute, TableFigures
from web.pages import NAME, Pages
from web.sessions import Sessions
from web.slack import SlackEndpoint, SlackRoute
from web.static_files import StaticFiles
from web.templating import make_templates
from web.visitors import Visitors
from web.webhooks import Inbox, WebhookRoute, WebhookSource


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """What the web app needs to be told besides the services."""

    base_url: str
    """The public address, without a trailing slash; https makes cookies secure."""
    session_secret: str = field(repr=False)
    """Signs session cookies; at least 16 characters."""
    metrics_token: str = field(default="", repr=False)
    """Bearer token for ``/metrics``; empty: only this machine may read them."""
    test_counts: bool = False
    """Open ``/_test/counts``; for tests only."""
    gather_s: float = 0.002
    """How long the first webhook of a batch waits at most for others to share its commit."""
    parts: tuple[Part, ...] = ()
    """What ``/readyz`` asks besides the database: the schema, the broker."""
    freeze_at_start: bool = True
    """Take what was loaded by then out of garbage collection: a full collection over every
    imported library stops the loop for some 100 ms."""
    limits: Limits = field(default_factory=Limits)
    """What a request may take."""


def _metrics(meters: Meters, options: WebOptions) -> MetricsRoute:
    return MetricsRoute(meters.registry, options.metrics_token, base_url=options.base_url)


class Lifespan:
    """On shutdown waits until what was taken in is kept and rung for."""

    def __init__(self, group: GroupCommit, bell: Doorbell, *, freeze: bool) -> None:
        self._group = group
        self._bell = bell
        self._freeze = freeze

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Speak the lifespan protocol."""
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                if self._freeze:
                    gc.collect()
                    gc.freeze()
                await send({"type": "lifespan.startup.complete"})
            elif message["type"] == "lifespan.shutdown":
                await self._group.close()
                await self._bell.close()
                await send({"type": "lifespan.shutdown.complete"})
                return


def make_web_app(
    services: Services, options: WebOptions, slack: SlackEndpoint | None = None
) -> ASGIApp:
    """The whole web app behind its guard.

    Serve it with ``web.serving.UVICORN_OPTIONS``. Raises ``ValueError`` for a session
    secret that is too short to sign with.
    """
    static = StaticFiles()
    templates = make_templates(static.address)
    visitors = Visitors(
        sessions=Sessions(options.session_secret, secure=options.base_url.startswith("https://")),
        links=services.links,
        find=partial(active_person, services=services),
        now=services.now,
    )
    router = Pages(services, visitors, templates).router()
    pages = Door(app=router, page=True)
    meters = Meters()
    meters.registry.register(TableFigures(services.database))
    bell = Doorbell(partial(services.queue.ring, Queue.INGEST))
    group = GroupCommit(
        services.database.keep_deliveries, kept=bell.press, gather_s=options.gather_s
    )
    exact = {
        **_webhook_doors(services, group, meters),
        **_machine_doors(services, options, meters),
        **_slack_doors(slack, services.now, meters),
        **static.doors,
        "/": pages,
        "/ask": pages,
        "/clips": pages,
        "/crm": pages,
        "/crm/waiting": pages,
        **dict.fromkeys(FORMS, form_door(router)),
        "/export/scores.csv": pages,
    }
    families = [
        (f"/(calls|reps|teams)/{NAME}", pages),
        (f"/crm/(rollback|rolled-back)/{NAME}", pages),
        ("/api/.*", pages),
    ]
    return Guard(
        Doors(exact, families),
        new_id=services.new_id,
        write_error=ErrorWriter(templates),
        lifespan=Lifespan(group, bell, freeze=options.freeze_at_start),
        limits=options.limits,
    )


def _webhook_doors(services: Services, group: GroupCommit, meters: Meters) -> Mapping[str, Door]:
    inbox = Inbox(group, services.database, services.now)
    senders: dict[str, WebhookSource] = {**services.providers, **services.crm_news}
    return {
        f"/webhooks/{slug}": webhook_door(WebhookRoute(sender, inbox, meters))
        for slug, sender in senders.items()
    }


def _slack_doors(
    slack: SlackEndpoint | None, now: Callable[[], datetime], meters: Meters
) -> Mapping[str, Door]:
    if slack is None:
        return {}
    return {"/slack/events": webhook_door(SlackRoute(slack, now, meters), JSON, FORM)}


def _machine_doors(services: Services, options: WebOptions, meters: Meters) -> Mapping[str, Door]:
    parts = (database_part(services.database), *options.parts)
    doors = {
        "/healthz": Door(app=HealthRoute()),
        "/readyz": Door(app=ReadyRoute(parts)),
        "/metrics": Door(app=_metrics(meters, options)),
    }
    if options.test_counts:
        doors["/_test/counts"] = Door(app=CountsRoute(services.database))
    return doors
