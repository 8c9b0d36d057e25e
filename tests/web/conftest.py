"""What the web tests share: a provider, a Slack endpoint and a database in memory."""

import hashlib
import hmac
import json
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import pytest
import uvicorn
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from domain.calls import Call
from domain.errors import StoreUnavailable, UnexpectedPayload
from domain.links import SignedLinks
from domain.ports import Check, Database, Stores
from domain.rubrics import RubricLibrary
from domain.skills import ProfileRules
from domain.webhooks import (
    Accepted,
    CallNews,
    Delivery,
    DeliveryRecord,
    FetchedTranscript,
    Handshake,
    Ignored,
    WebhookOutcome,
    WebhookRequest,
    verify_v0_signature,
)
from jobs.services import Services, Thresholds
from store.database import SqlDatabase, upgrade
from web.app import WebOptions, make_web_app
from web.serving import UVICORN_OPTIONS
from web.slack import SlackEndpoint

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SECRET = "meetings-secret"


def signed(body: bytes, at: datetime = NOW, secret: str = SECRET) -> dict[str, str]:
    """Headers that prove a body to ``V0Meetings``."""
    stamp = str(int(at.timestamp()))
    digest = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
    return {
        "content-type": "application/json",
        "x-timestamp": stamp,
        "x-signature": f"v0={digest.hexdigest()}",
    }


class V0Meetings:
    """A meeting provider that signs like Zoom and says what it means in ``event``."""

    def __init__(self, slug: str = "meetings") -> None:
        self._slug = slug

    @property
    def slug(self) -> str:
        return self._slug

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        verify_v0_signature(
            secret=SECRET,
            timestamp=request.headers.get("x-timestamp"),
            signature=request.headers.get("x-signature"),
            body=request.body,
            now=now,
            max_age_s=7200,
        )
        try:
            said = json.loads(request.body)
        except ValueError as error:
            raise UnexpectedPayload(self.slug, "no JSON") from error
        match said:
            case {"event": "ended", "key": str(key)}:
                return Accepted("ended", key)
            case {"event": "check", "token": str(token)}:
                return Handshake({"token": token})
            case {"event": "ignored"}:
                return Ignored("ignored")
            case {"event": "break"}:
                raise RuntimeError("a defect that knows " + request.body.decode())
        raise UnexpectedPayload(self.slug, "unknown event")

    def read_delivery(self, delivery: Delivery) -> CallNews:
        return CallNews(provider_ref=delivery.key)

    def fetch_transcript(self, news: CallNews) -> FetchedTranscript:
        raise AssertionError("the web room never downloads")

    def find_transcript(self, call: Call) -> FetchedTranscript | None:
        raise AssertionError("the web room never asks a vendor")

    def check(self) -> Sequence[Check]:
        return ()


class V0Slack:
    """A Slack endpoint that verifies, and repeats the length of what it was handed."""

    def verify(self, request: WebhookRequest, now: datetime) -> None:
        verify_v0_signature(
            secret=SECRET,
            timestamp=request.headers.get("x-timestamp"),
            signature=request.headers.get("x-signature"),
            body=request.body,
            now=now,
            max_age_s=300,
        )

    async def handle(self, request: WebhookRequest) -> tuple[int, Mapping[str, str], bytes]:
        return (
            200,
            {"Content-Type": "text/plain", "X-Slack": "yes"},
            str(len(request.body)).encode(),
        )


class Store(SqlDatabase):
    """The real database on a SQLite file; ``down`` makes it unable to keep or say anything."""

    down = False

    def keep_deliveries(self, new: Sequence[Delivery]) -> int:
        self.ping()
        return super().keep_deliveries(new)

    @contextmanager
    def write(self) -> Iterator[Stores]:
        self.ping()
        with super().write() as stores:
            yield stores

    def ping(self) -> None:
        if self.down:
            raise StoreUnavailable("down")
        super().ping()

    def rows(self) -> list[DeliveryRecord]:
        """Every delivery that was kept or set apart, newest first."""
        with self.read() as stores:
            return list(stores.deliveries.list(limit=1000))


class Bell:
    """Counts rings."""

    def __init__(self) -> None:
        self.rings: list[tuple[Any, ...]] = []

    def ring(self, *queues: Any) -> bool:
        self.rings.append(queues)
        return True


def services_with(database: Database, bell: Bell, **more: Any) -> Services:
    """Services in which everything but the given parts is absent or at its default."""
    given: dict[str, Any] = dict.fromkeys(each.name for each in fields(Services))
    given |= {
        "database": database,
        "queue": bell,
        "providers": {"meetings": V0Meetings()},
        "rubrics": RubricLibrary(()),
        "skills": {},
        "rules": ProfileRules(),
        "crms": {},
        "crm_fields": {},
        "links": SignedLinks("http://testserver", "links-secret-links-secret"),
        "thresholds": Thresholds(),
        "now": lambda: NOW,
        "reach": lambda _: None,
        "new_id": lambda: uuid.uuid4().hex,
    }
    return Services(**{**given, **more})


@dataclass
class Machine:
    """The web app over a database, and a client that speaks to it."""

    database: Store
    bell: Bell
    app: ASGIApp
    client: TestClient

    def signed(self, body: bytes) -> dict[str, str]:
        """Headers that prove ``body``."""
        return signed(body)

    def post(
        self, body: bytes | Mapping[str, Any], path: str = "/webhooks/meetings", **headers: str
    ) -> Any:
        """Send a signed webhook; headers given by name replace the signed ones."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(path, content=raw, headers={**signed(raw), **named})


class Served:
    """Serves an app with uvicorn as a deployment does, in a thread, on a loopback port."""

    def __init__(self, app: ASGIApp) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=2048)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(app, log_level="critical", **UVICORN_OPTIONS)
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],))

    @property
    def url(self) -> str:
        """Base address without a trailing slash."""
        return f"http://127.0.0.1:{self.port}"

    def say(self, raw: bytes) -> bytes:
        """Send bytes as they are on a connection of their own; returns all that came back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(raw)
            parts = []
            while part := connection.recv(65536):
                parts.append(part)
            return b"".join(parts)

    def __enter__(self) -> Self:
        self._thread.start()
        deadline = time.monotonic() + 20
        while not self._server.started and time.monotonic() < deadline:
            time.sleep(0.005)
        return self

    def __exit__(self, *_: object) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=30)
        self._socket.close()


@pytest.fixture
def serve() -> Iterator[Callable[[ASGIApp], Served]]:
    """Serve apps until the test ends."""
    with ExitStack() as stack:
        yield lambda app: stack.enter_context(Served(app))


@pytest.fixture
def make_app(options: WebOptions) -> Callable[..., ASGIApp]:
    """The web app over a given database, with some services replaced."""

    def make(database: Database, *, slack: SlackEndpoint | None = None, **more: Any) -> ASGIApp:
        return make_web_app(services_with(database, Bell(), **more), options, slack)

    return make


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A migrated database in a file of its own."""
    url = f"sqlite:///{tmp_path}/reploop.db"
    upgrade(url)
    database = Store(url, clock=time.time)
    yield database
    database.dispose()


@pytest.fixture
def options() -> WebOptions:
    """Options as a deployment has them, with the test counts open."""
    return WebOptions(
        base_url="http://testserver",
        session_secret="session-secret-session-secret",
        test_counts=True,
        gather_s=0.0,
    )


@pytest.fixture
def machine(options: WebOptions, store: Store) -> Iterator[Machine]:
    """The running web app, as vendors and operators see it."""
    bell = Bell()
    app = make_web_app(services_with(store, bell), options, V0Slack())
    with TestClient(app) as client:
        yield Machine(store, bell, app, client)
