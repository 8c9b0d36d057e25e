"""What the web tests share: a provider, a Slack endpoint and a database in memory."""

import hashlib
import hmac
import json
import shutil
import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

import pytest
import uvicorn
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from config.catalogue import load_catalogues
from domain.calls import Call, CallId, CallState, CallType, Side, Transcript, Turn
from domain.errors import StoreUnavailable, UnexpectedPayload
from domain.links import SignedLinks
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.ports import Check, Database, Stores
from domain.rubrics import Criterion, CriterionId, Rubric, RubricLibrary, SkillId, SkillLink
from domain.scores import CriterionScore, Evidence, NotScoredBecause, Scorecard
from domain.skills import ProfileRules, Skill, SkillObservation
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
    proven_by,
)
from jobs.fits import Fits
from jobs.profiles import observe
from jobs.services import Services, Thresholds
from store.database import SqlDatabase, upgrade
from web.app import WebOptions, make_web_app
from web.guard import Limits
from web.serving import UVICORN_OPTIONS
from web.sessions import Sessions
from web.slack import SlackEndpoint

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
SECRET = "meetings-secret"
SESSION_SECRET = "session-secret-session-secret"


def signed(body: bytes, at: datetime = NOW, secret: str = SECRET) -> dict[str, str]:
    """Headers that prove a body to ``V0Meetings``."""
    stamp = str(int(at.timestamp()))
    digest = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
    return {
        "content-type": "application/json",
        "x-timestamp": stamp,
        "x-signature": f"v0={digest.hexdigest()}",
    }


def proven(request: WebhookRequest, now: datetime, *, max_age_s: float) -> None:
    """Raises ``WebhookRejected``."""
    proven_by(
        [SECRET], request, timestamp="x-timestamp", signature="x-signature", now=now,
        max_age_s=max_age_s,
    )  # fmt: skip


class V0Meetings:
    """A meeting provider that signs like Zoom and says what it means in ``event``."""

    def __init__(self, slug: str = "meetings") -> None:
        self._slug = slug

    @property
    def slug(self) -> str:
        return self._slug

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        proven(request, now, max_age_s=7200)
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

    def moment_url(self, call: Call, start_s: float) -> str | None:
        return f"{call.recording_url}?t={start_s:.0f}" if call.recording_url else None

    def check(self) -> Sequence[Check]:
        return ()


class V0Slack:
    """A Slack endpoint that verifies, and repeats the length of what it was handed."""

    def verify(self, request: WebhookRequest, now: datetime) -> None:
        proven(request, now, max_age_s=300)

    async def handle(self, request: WebhookRequest) -> tuple[int, Mapping[str, str], bytes]:
        if request.body.isdigit():
            return int(request.body), {}, b"whatever the endpoint said"
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
        "crm_news": {},
        "links": SignedLinks("http://testserver", "links-secret-links-secret"),
        "speech": load_catalogues(),
        "thresholds": Thresholds(),
        "now": lambda: NOW,
        "monotonic": lambda: 0.0,
        "reach": lambda _: None,
        "new_id": lambda: uuid.uuid4().hex,
        "fits": Fits(),
    }
    return Services(**{**given, **more})


PEOPLE = (
    ("ana", Role.REP, "east"),
    ("ben", Role.REP, "east"),
    ("cy", Role.REP, "west"),
    ("dee", Role.REP, "east"),
    ("mia", Role.MANAGER, "east"),
    ("omar", Role.MANAGER, "west"),
    ("eli", Role.REP, "west"),
    ("rae", Role.REVOPS, None),
    ("ada", Role.ADMIN, None),
)
TEAMS = (
    Team(TeamId("east"), "East", PersonId("mia")),
    Team(TeamId("west"), "West", PersonId("omar")),
)
DISCOVERY, CLOSING = SkillId("discovery"), SkillId("closing")
ASKS, CLOSES = CriterionId("asks"), CriterionId("closes")
SKILLS = {
    DISCOVERY: Skill(DISCOVERY, "Discovery", "Asks."),
    CLOSING: Skill(CLOSING, "Closing", "Closes."),
}
TEXT_OF_BUYER = "We lose four hours a week on planning, and nobody owns it."
TEXT_OF_REP = "Four hours a week. What does that cost you? Shall we fix Friday at nine?"


def person(name: str, role: Role, team: str | None) -> Person:
    """Somebody of the office; ``dee`` has left."""
    return Person(
        id=PersonId(name),
        name=name.capitalize(),
        email=f"{name}@reploop.test",
        role=role,
        team_id=TeamId(team) if team else None,
        time_zone="Europe/Berlin",
        active=name != "dee",
    )


def rubric() -> Rubric:
    """Two criteria, one a skill."""
    asks, closes = (
        Criterion(
            id=criterion_id,
            title=title,
            behaviour=title,
            anchors=("0", "1", "2", "3", "4"),
            skills=(SkillLink(skill_id),),
        )
        for criterion_id, title, skill_id in (
            (ASKS, "Asks what it costs", DISCOVERY),
            (CLOSES, "Agrees a next step", CLOSING),
        )
    )
    return Rubric(
        name="small", version=1, title="Small", call_types=(), criteria=(asks, closes), digest="d"
    )


def transcript() -> Transcript:
    """Three turns: buyer, rep, buyer."""
    said = (
        ("Bo Buyer", TEXT_OF_BUYER, Side.BUYER),
        ("Ana", TEXT_OF_REP, Side.REP),
        ("Bo Buyer", "Friday is fine.", Side.BUYER),
    )
    return Transcript(
        tuple(
            Turn(i, who, 60.0 * i, 60.0 * i + 50, text, side)
            for i, (who, text, side) in enumerate(said)
        )
    )


def scorecard(call_id: CallId) -> Scorecard:
    """One criterion with proof, one without an occasion."""
    asks = CriterionScore(
        criterion_id=ASKS,
        skill_ids=(DISCOVERY,),
        level=3,
        not_scored=None,
        reason="Asked for the cost.",
        tip="Ask who pays.",
        better="Whose budget is that?",
        evidence=(Evidence("What does that cost you?", 1),),
    )
    closes = CriterionScore(
        criterion_id=CLOSES,
        skill_ids=(CLOSING,),
        level=None,
        not_scored=NotScoredBecause.NO_OCCASION,
    )
    return Scorecard(
        call_id=call_id,
        call_version=1,
        rubric_name="small",
        rubric_version=1,
        grader_name="builtin",
        grader_version="1",
        criteria=(asks, closes),
        overall=75.0,
        summary="Good questions about the planning hours.",
        created_at=NOW,
    )


@dataclass
class Office:
    """Nine people, two teams, and the web app; who asks is told by name."""

    store: Store
    services: Services
    client: TestClient

    def call(self, call_id: str, rep: str | None, **more: Any) -> Call:
        """A scored call of a rep with its transcript; ``more`` replaces fields."""
        given: dict[str, Any] = {
            "id": CallId(call_id),
            "provider": "meetings",
            "provider_ref": call_id,
            "title": f"Call {call_id}",
            "started_at": NOW - timedelta(hours=2),
            "duration_s": 1860.0,
            "state": CallState.SCORED,
            "call_type": CallType.DISCOVERY,
            "rep_id": PersonId(rep) if rep else None,
        }
        call = Call(**{**given, **more})
        with self.store.write() as stores:
            stores.calls.put(call)
            stores.calls.put_transcript(call.id, transcript())
            if call.state is CallState.SCORED:
                stores.scorecards.add_if_new(scorecard(call.id))
        return call

    def hire(self, name: str) -> None:
        """One more rep in the east."""
        with self.store.write() as stores:
            stores.people.put([person(name, Role.REP, "east")], TEAMS)

    def scores(self, rep: str, *scores: float, skill: SkillId = DISCOVERY) -> None:
        """Observations a week apart, the last one yesterday, replayed and stored."""
        rep_id = PersonId(rep)
        count = len(scores)
        observations = [
            SkillObservation(
                rep_id=rep_id,
                skill_id=skill,
                call_id=CallId(f"{rep}-{skill}-{i}"),
                observed_at=NOW - timedelta(days=1 + 7 * (count - 1 - i)),
                score=score,
                criteria=3,
            )
            for i, score in enumerate(scores)
        ]
        for each in observations:
            self.call(each.call_id, rep, started_at=each.observed_at)
        with self.store.write() as stores:
            for each in observations:
                observe(stores, each.call_id, [each], self.services)

    def get(self, name: str | None, path: str, **more: Any) -> Any:
        """Ask for a page with the cookie of somebody, or with none."""
        self.client.cookies.clear()
        if name is not None:
            sessions = Sessions(SESSION_SECRET, secure=False)
            cookie = sessions.token(PersonId(name), now=NOW)
            self.client.cookies.set(sessions.cookie_name, cookie)
        return self.client.get(path, **{"follow_redirects": False, **more})

    def audit(self, subject: str) -> list[tuple[str, str, bool]]:
        """(actor, action, allowed) about a subject, newest first."""
        with self.store.read() as stores:
            return [(who, what, ok) for _, who, what, ok in stores.audit.about(subject)]


@dataclass
class Machine:
    """The web app over a database, and a client that speaks to it."""

    database: Store
    bell: Bell
    services: Services
    client: TestClient

    def signed(self, body: bytes) -> dict[str, str]:
        """Headers that prove ``body``."""
        return signed(body)

    def post(
        self,
        body: bytes | Mapping[str, Any],
        path: str = "/webhooks/meetings",
        *,
        client: TestClient | None = None,
        **headers: str,
    ) -> Any:
        """Send a signed webhook; headers given by name replace the signed ones."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return (client or self.client).post(path, content=raw, headers={**signed(raw), **named})


class Served:
    """Serves an app with uvicorn as a deployment does, in a thread, on a loopback port."""

    def __init__(self, app: ASGIApp, **more: Any) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0), backlog=2048)
        self.port: int = self._socket.getsockname()[1]
        config = uvicorn.Config(app, log_level="critical", **{**UVICORN_OPTIONS, **more})
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],))

    @property
    def url(self) -> str:
        """Base address without a trailing slash."""
        return f"http://127.0.0.1:{self.port}"

    def say(self, raw: bytes) -> bytes:
        """Send bytes as they are on a connection of their own; returns all that came back.

        A connection that is reset has simply ended: what came before counts.
        """
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as connection:
            connection.sendall(raw)
            parts = []
            with suppress(ConnectionResetError):
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
def serve() -> Iterator[Callable[..., Served]]:
    """Serve apps until the test ends."""
    with ExitStack() as stack:
        yield lambda app, **more: stack.enter_context(Served(app, **more))


@pytest.fixture
def make_app(options: WebOptions) -> Callable[..., ASGIApp]:
    """The web app over a given database, with some services replaced."""

    def make(
        database: Database,
        *,
        slack: SlackEndpoint | None = None,
        limits: Limits | None = None,
        **more: Any,
    ) -> ASGIApp:
        chosen = replace(options, limits=limits or options.limits)
        return make_web_app(services_with(database, Bell(), **more), chosen, slack)

    return make


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file to copy."""
    file = tmp_path_factory.mktemp("migrated") / "reploop.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def store(tmp_path: Path, migrated: Path) -> Iterator[Store]:
    """A migrated database in a file of its own."""
    file = shutil.copy(migrated, tmp_path / "reploop.db")
    database = Store(f"sqlite:///{file}", clock=time.time)
    yield database
    database.dispose()


@pytest.fixture
def options() -> WebOptions:
    """Options as a deployment has them, with the test counts open."""
    return WebOptions(
        base_url="http://127.0.0.1:8000",
        session_secret=SESSION_SECRET,
        test_counts=True,
        gather_s=0.0,
        freeze_at_start=False,
    )


@pytest.fixture
def office(options: WebOptions, store: Store) -> Iterator[Office]:
    """The office with nobody scored yet."""
    with store.write() as stores:
        stores.people.put([person(*each) for each in PEOPLE], TEAMS)
    library = RubricLibrary((rubric(),), default="small")
    services = services_with(store, Bell(), skills=SKILLS, rubrics=library)
    with TestClient(make_web_app(services, options), headers={"accept": "text/html"}) as client:
        yield Office(store, services, client)


@pytest.fixture
def machine(options: WebOptions, store: Store) -> Iterator[Machine]:
    """The running web app, as vendors and operators see it."""
    bell = Bell()
    services = services_with(store, bell)
    with TestClient(make_web_app(services, options, V0Slack())) as client:
        yield Machine(store, bell, services, client)
