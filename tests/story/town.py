"""A small company that lives for weeks: real clients, real jobs, a clock that is set by hand.

Zoom's events and Slack's requests go through the web app's own routes; jobs post to the
sandbox Slack with the real client. Each screen can be kept as a page to look at: set
``REPLOOP_STORY_OUT`` to a folder.
"""

import base64
import hashlib
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep
from typing import Any, cast
from zoneinfo import ZoneInfo

from starlette.testclient import TestClient

from app.clock import make_round
from app.services import migrate_database, open_services
from app.web import options
from bot.app import make_bolt_app
from bot.client import web_client
from bot.endpoint import SlackEndpoint
from bot.verify import SlackRequests
from config.catalogue import load_catalogues
from config.settings import Settings
from domain.effects import Queue
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.webhooks import Delivery
from jobs.services import Services
from jobs.work import work_off
from sandbox.company_file import timed
from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from sandbox.slack_events import SlackRequest
from sandbox.slack_home_page import home_page, modal_page
from sandbox.slack_page import slack_page
from sandbox.slack_person import SECRET
from sandbox.slack_wire import Posted
from sandbox.world import World
from sandbox.zoom import Guest, SandboxMeeting, signed, vtt_of
from store.database import SqlDatabase
from tests.jobs.fakes import Clock
from web.app import make_web_app

ZONE = ZoneInfo("Europe/Berlin")
EAST = TeamId("east")
MIA = Person(
    id=PersonId("mia"), name="Mia Sand", email="mia@acme.test", role=Role.MANAGER,
    team_id=EAST, slack_user_id="UMIA", time_zone="Europe/Berlin",
)  # fmt: skip
ANA = Person(
    id=PersonId("ana"), name="Ana Lee", email="ana@acme.test", role=Role.REP,
    team_id=EAST, slack_user_id="UANA", time_zone="Europe/Berlin",
)  # fmt: skip
BEN = Person(
    id=PersonId("ben"), name="Ben Hart", email="ben@acme.test", role=Role.REP,
    team_id=EAST, slack_user_id="UBEN", time_zone="Europe/Berlin", language="de",
)  # fmt: skip
RINA = Person(
    id=PersonId("rina"), name="Rina Okoro", email="rina@acme.test", role=Role.REVOPS,
    slack_user_id="URINA", time_zone="Europe/Berlin",
)  # fmt: skip
PEOPLE = (MIA, ANA, BEN, RINA)
BUYER = ("Sam Cole", "sam@buyer.test")


@dataclass(slots=True)
class Town:
    """Everything that lives, at one moment."""

    world: World
    services: Services
    client: TestClient
    time: Clock
    out: Path | None
    screens: int = 0
    meetings: int = 0
    passed: list[str] = field(default_factory=list)
    """What has happened, in order, for whoever reads a failure."""

    # ── time ────────────────────────────────────────────────────────────────────────────

    def now(self) -> datetime:
        """The present moment."""
        return self.time.now

    def go_to(self, day: str, at: str) -> None:
        """Let time pass until then, on Berlin's walls; what is due meanwhile is done."""
        wanted = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=ZONE).astimezone(UTC)
        assert wanted >= self.now(), f"{day} {at} has passed"
        while self.now() < wanted:
            self.time.now = min(wanted, self.now() + timedelta(hours=3))
            self.clock_round()

    def clock_round(self) -> None:
        """What the clock process does in a round, and then whatever is due."""
        make_round(self.services, "story", lease_s=1.0)
        self.work()

    def work(self) -> None:
        """Work every queue off until nothing is due now."""
        for _ in range(20):
            if not any(work_off(queue, self.services) for queue in Queue):
                return
        raise AssertionError("the queues do not come to rest")

    # ── calls ───────────────────────────────────────────────────────────────────────────

    def call(self, rep: Person, text: str, *, title: str = "Discovery with Buyer Inc") -> str:
        """The rep has just held a call: Zoom tells, and it is scored. Returns the call's id."""
        self.meetings += 1
        lines = list(timed(text))
        uuid = base64.b64encode(hashlib.sha256(f"story{self.meetings}".encode()).digest()[:16])
        minutes = max(3, round(lines[-1].end_s / 60))
        meeting = SandboxMeeting(
            uuid=uuid.decode(),
            number=90_000_000_000 + self.meetings,
            topic=title,
            host_email=rep.email,
            started_at=(self.now() - timedelta(minutes=minutes)).replace(microsecond=0),
            minutes=minutes,
            vtts=(vtt_of((t.start_s, t.end_s, t.speaker, t.text) for t in lines),),
            guests=(Guest(rep.name, rep.email), Guest(*BUYER)),
        )
        self.world.zoom.publish(meeting)
        for event in ("meeting.ended", "recording.transcript_completed"):
            body = self.world.zoom.event(event, meeting)
            answer = self.client.post(
                "/webhooks/zoom", content=body, headers=dict(signed(body, self.now()))
            )
            assert answer.status_code == 200, answer.text
        self.work()
        with self.services.database.read() as tx:
            found = tx.calls.by_ref("zoom", meeting.uuid)
        assert found is not None
        assert found.state.value == "scored", (found.state, found.not_scorable, found.error)
        return found.id

    # ── Slack ───────────────────────────────────────────────────────────────────────────

    def post(self, request: SlackRequest) -> bytes:
        """Deliver what a person did to Reploop, and let it be worked on."""
        answer = self.client.post(
            "/slack/events", content=request.body, headers=dict(request.headers)
        )
        assert answer.status_code == 200, answer.text
        return answer.content

    def click(self, who: Person, place: Posted | str, action: str, **more: Any) -> None:
        """Press a button; a form it opens is filled before this returns."""
        self.post(self.people.click(_slack(who), place, action, **more))
        self._let_forms_open()
        self.work()

    def choose(self, who: Person, place: Posted | str, action: str, option: Any) -> None:
        """Pick from a menu."""
        self.post(self.people.choose(_slack(who), place, action, option))
        self._let_forms_open()
        self.work()

    def submit(self, who: Person, answers: Mapping[str, Any]) -> None:
        """Fill in the open form and send it."""
        body = self.post(self.people.fill_and_submit(_slack(who), answers))
        self.people.answered(_slack(who), 200, body)
        self.work()

    def follow(self, message: Posted, page: str) -> str:
        """Open the first link of a message to such a page, as its reader; returns the page."""
        found = re.search(rf"https?://[^|>\s]*?(/{page}[^|>\s]*)", json.dumps(message.blocks))
        assert found, f"no link to {page}"
        self.client.cookies.clear()
        address = found[1].replace("&amp;", "&").rstrip('"')
        answer = self.client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return answer.text

    def visit(self, who: Person, page: str) -> str:
        """Open a page as somebody; returns it."""
        self.client.cookies.clear()
        token = self.services.links.token(who.id, now=self.now())
        return self.client.get(f"{page}?k={token}").text

    def level(self, rep: Person, skill: str) -> float:
        """A rep's level in a skill now."""
        with self.services.database.read() as tx:
            return next(p.level for p in tx.profiles.of_reps([rep.id]) if p.skill_id == skill)

    def say(self, who: Person, text: str, *, thread_ts: str | None = None) -> None:
        """Write to the bot."""
        self.post(self.people.say(_slack(who), text, thread_ts=thread_ts))
        self.work()

    def open_home(self, who: Person) -> None:
        """Open the app's home."""
        self.post(self.people.open_home(_slack(who)))
        self.work()

    def _let_forms_open(self) -> None:
        """Forms are opened by a thread of the web process."""
        sleep(0.15)

    @property
    def people(self) -> Any:
        """The hands of the sandbox's people."""
        return self.world.slack.people

    def seen_by(self, who: Person) -> list[Posted]:
        """What the bot wrote to somebody, oldest first."""
        return list(self.people.messages_to(_slack(who)))

    def latest(self, who: Person, beginning: str) -> Posted:
        """The newest message to somebody whose key begins so."""
        for message in reversed(self.seen_by(who)):
            if key_of(message).startswith(beginning):
                return message
        raise AssertionError(f"{who.name} has no {beginning}: {[*map(key_of, self.seen_by(who))]}")

    def keys(self, who: Person) -> list[str]:
        """The keys of everything the bot wrote to somebody."""
        return [key_of(message) for message in self.seen_by(who)]

    # ── what it looks like ──────────────────────────────────────────────────────────────

    def screen(self, name: str, who: Person, *, what: str = "messages") -> None:
        """Keep what somebody sees now as a page, if pages are wanted."""
        self.passed.append(name)
        if self.out is None:
            return
        self.screens += 1
        pages: dict[str, Callable[[SlackSandbox, str], str]] = {
            "messages": slack_page, "home": home_page, "modal": modal_page,
        }  # fmt: skip
        html = pages[what](self.world.slack, _slack(who))
        (self.out / f"{self.screens:02d}-{name}.html").write_text(html, encoding="utf-8")


def key_of(message: Posted) -> str:
    """The key in a message's metadata."""
    return str(((message.metadata or {}).get("event_payload") or {}).get("key", ""))


def _slack(who: Person) -> str:
    assert who.slack_user_id is not None
    return who.slack_user_id


@contextmanager
def town(folder: Path, start: datetime, **settings: str) -> Iterator[Town]:
    """A town at ``start``; ``settings`` are REPLOOP_* names in lower case, without the prefix."""
    world, time = World(), Clock(start)
    out = os.environ.get("REPLOOP_STORY_OUT")
    with RunningApp(world.app) as running:
        world.zoom.base_url = f"{running.url}/zoom"
        world.slack.clock = time.posix
        world.slack.load(PEOPLE)
        services, given = _services(world, running.url, folder, time, settings)
        with services.database.write() as tx:
            tx.people.put(PEOPLE, (Team(EAST, "East", MIA.id),))
        app = make_web_app(services, options(given), _endpoint(given, services))
        with TestClient(app) as client:
            town = Town(world, services, client, time, Path(out) if out else None)
            if town.out is not None:
                town.out.mkdir(parents=True, exist_ok=True)
            yield town
        cast(SqlDatabase, services.database).dispose()


def _services(
    world: World, url: str, folder: Path, time: Clock, more: Mapping[str, str]
) -> tuple[Services, Settings]:
    vendors = {k: v for k, v in world.settings(url).items() if "ZOOM" in k or "SLACK" in k}
    named = {k.removeprefix("REPLOOP_").lower(): v for k, v in vendors.items()}
    given: dict[str, Any] = {
        **named, "slack_signing_secret": SECRET, "data_dir": str(folder),
        "redis_url": "redis://127.0.0.1:1/0", "grader": "builtin", "log_level": "error", **more,
    }  # fmt: skip
    settings = Settings(_env_file=None, **given)  # type: ignore[call-arg]
    migrate_database(settings)
    made = open_services(settings)
    cast(SqlDatabase, made.database).dispose()
    clock = SqlDatabase(settings.database_address, clock=time.posix)
    return replace(made, database=clock, now=time.moment, monotonic=time.posix), settings


def _endpoint(settings: Settings, services: Services) -> SlackEndpoint:
    def keep(delivery: Delivery) -> None:
        services.database.keep_deliveries([delivery])

    token = settings.slack_bot_token
    assert token is not None
    app = make_bolt_app(
        keep,
        client=web_client(token.get_secret_value(), settings.slack_base_url),
        now=services.now,
        words=load_catalogues().words("en"),
        team_id=settings.slack_team_id,
    )
    return SlackEndpoint(app, SlackRequests((SECRET,)))
