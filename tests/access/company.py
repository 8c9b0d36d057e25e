"""The company of the access probes over the real paths: Slack, jobs, pages, exports, commands.

Signed requests go through the bot's endpoint, work through the jobs, answers through the real
client to the sandbox Slack, and pages through the web app. Nothing in between is a stand-in but
the grader, which hears the levels that a talk was made with.
"""

import asyncio
import itertools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from bot.acts import read_action
from bot.app import make_bolt_app
from bot.client import web_client
from bot.endpoint import SlackEndpoint
from bot.messenger import SlackMessenger
from bot.questions import read_question
from bot.verify import SlackRequests
from config.catalogue import load_catalogues
from domain.calls import Call, CallId, CallState, Side, Transcript
from domain.effects import Queue
from domain.links import SignedLinks
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.rubrics import RubricLibrary
from domain.skills import ProfileRules
from domain.webhooks import Delivery, WebhookRequest
from jobs.services import Services, Thresholds
from jobs.work import work_off
from sandbox.slack import SlackSandbox
from sandbox.slack_events import SlackRequest, app_mention, signed_event
from sandbox.slack_person import SECRET
from sandbox.slack_wire import Member, Posted
from store.database import SqlDatabase
from tests.jobs.fakes import RUBRIC, SKILLS, Clock, FakeGrader, FakeQueue, talk
from web.app import WebOptions, make_web_app
from web.sessions import Sessions

SESSION_SECRET = "session-secret-session-secret"
EAST, WEST = TeamId("east"), TeamId("west")
SECRETS = {"ana": "Marzipan", "ben": "Quagmire", "cy": "Zeppelin", "eli": "Obelisk"}
"""A word that only this rep's calls hold."""
OUTSIDERS = (
    Member("UGUS", "Gus", "gus@reploop.test", guest=True, single_channel_guest=True),
    Member("UXAN", "Xan", "xan@other.test", stranger=True, team_id="T2"),
)
"""In Slack, but none of ours: a guest, and somebody of another workspace."""
_ORDER = (Queue.INGEST, Queue.SCORE, Queue.SYNC, Queue.DELIVER)


def person(name: str, role: Role, team: TeamId | None = None, *, active: bool = True) -> Person:
    """Somebody of the company."""
    return Person(
        id=PersonId(name), name=name.capitalize(), email=f"{name}@reploop.test", role=role,
        team_id=team, slack_user_id=f"U{name.upper()}", active=active,
    )  # fmt: skip


PEOPLE: dict[str, Person] = {
    p.id: p
    for p in (
        person("ana", Role.REP, EAST),
        person("ben", Role.REP, EAST),
        person("cy", Role.REP, WEST),
        person("dee", Role.REP, EAST, active=False),
        person("mia", Role.MANAGER, EAST),
        person("omar", Role.MANAGER, WEST),
        person("eli", Role.REP, WEST),
        person("rae", Role.REVOPS),
        person("ada", Role.ADMIN),
    )
}
TEAMS = (Team(EAST, "East", PersonId("mia")), Team(WEST, "West", PersonId("omar")))


@dataclass
class Company:
    """The company at one moment; who acts is told by name."""

    database: SqlDatabase
    time: Clock
    sandbox: SlackSandbox
    messenger: SlackMessenger
    file: Path
    """Of the database."""
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        self.services = self._services()
        self.rebuild()
        self.hire(*PEOPLE.values(), teams=TEAMS)
        for member in OUTSIDERS:
            self.sandbox.members[member.id] = member
        for channel, shared in (("C1", False), ("C2", False), ("C3", True)):
            self.sandbox.add_channel(channel, ext_shared=shared)

    def rebuild(self) -> None:
        """The web process on the services as they are now."""
        words = load_catalogues().words("en")
        bolt = make_bolt_app(
            self._keep, client=self.messenger._client, now=self._now, words=words, team_id="T1"
        )
        self.endpoint = SlackEndpoint(bolt, SlackRequests([SECRET]))
        options = WebOptions(
            base_url="http://testserver", session_secret=SESSION_SECRET, gather_s=0.0,
            freeze_at_start=False,
        )  # fmt: skip
        app = make_web_app(self.services, options, self.endpoint)
        self.client = TestClient(app, headers={"accept": "text/html"})

    # ── what happens ────────────────────────────────────────────────────────────────────

    def hire(self, *people: Person, teams: tuple[Team, ...] = ()) -> None:
        """People and teams come, change or go; in Slack too."""
        with self.database.write() as tx:
            tx.people.put(people, teams)
        self.sandbox.load(people)

    def manages_east(self, name: str) -> None:
        """The team East gets another manager."""
        self.hire(teams=(Team(EAST, "East", PersonId(name)),))

    def call(self, ref: str, rep: str, *, level: int = 2, days_ago: float = 3) -> Call:
        """A call of this rep, scored, in which their secret word was said."""
        name = PEOPLE[rep].name
        turns = tuple(
            replace(
                turn,
                text=turn.text.replace("warehouse", f"warehouse of {SECRETS[rep]}"),
                side=Side.REP if turn.speaker == name else Side.BUYER,
            )
            for turn in talk(level, rep=name).turns
        )
        call = Call(
            id=CallId(ref), provider="zoom", provider_ref=ref, title=f"Talk {ref}",
            started_at=self.time.now - timedelta(days=days_ago), duration_s=300.0,
            state=CallState.READY, rep_id=PersonId(rep),
        )  # fmt: skip
        with self.database.write() as tx:
            tx.calls.put(call)
            tx.calls.put_transcript(call.id, Transcript(turns, language="en"))
        return call

    def works(self) -> None:
        """Everything that is due is done, and what follows from it."""
        for _ in range(4):
            for queue in _ORDER:
                work_off(queue, self.services)

    def posts(self, request: SlackRequest) -> int:
        """A signed request reaches the endpoint, and is worked off; returns the HTTP status."""
        sent = WebhookRequest(request.headers, request.body)
        self.endpoint.verify(sent, self.time.now)
        status, _, _ = asyncio.run(self.endpoint.handle(sent))
        self.works()
        return status

    def asks(self, name: str, text: str) -> str:
        """Somebody writes to the bot; returns all that it says to them."""
        return self._told(name, self.sandbox.people.say(f"U{name.upper()}", text))

    def mentions(self, name: str, text: str, channel: str, **more: Any) -> str:
        """Somebody names the bot in a channel; returns all that it says to them directly."""
        number = next(self._numbers)
        body = app_mention(
            user=f"U{name.upper()}", text=text, event_id=f"EvC{number}", channel=channel,
            ts=f"{int(self.time.posix())}.{number:06d}", **more,
        )  # fmt: skip
        return self._told(name, signed_event(body, SECRET, self.time.now))

    # ── what is seen ────────────────────────────────────────────────────────────────────

    def said_to(self, name: str) -> list[Posted]:
        """What the bot wrote to somebody directly."""
        return self.sandbox.messages_to(f"U{name.upper()}")

    def said_in(self, channel: str) -> str:
        """What the bot wrote in a channel."""
        return "\n".join(text_of(m) for m in self.sandbox.messages if m.channel == channel)

    def get(self, name: str | None, path: str, **more: Any) -> Any:
        """Ask for a page with the cookie of somebody, or with none."""
        self.client.cookies.clear()
        if name is not None:
            sessions = Sessions(SESSION_SECRET, secure=False)
            token = sessions.token(PersonId(name), now=self.time.now)
            self.client.cookies.set(sessions.cookie_name, token)
        return self.client.get(path, **{"follow_redirects": False, **more})

    def audit(self, *subjects: str) -> list[tuple[str, str, bool]]:
        """(actor, action, allowed) about these subjects."""
        with self.database.read() as tx:
            rows = [row for subject in subjects for row in tx.audit.about(subject)]
        return [(who, what, ok) for _, who, what, ok in rows]

    # ── parts ───────────────────────────────────────────────────────────────────────────

    def _told(self, name: str, request: SlackRequest) -> str:
        before = len(self.said_to(name))
        assert self.posts(request) == 200
        return "\n".join(text_of(message) for message in self.said_to(name)[before:])

    def _keep(self, delivery: Delivery) -> None:
        self.database.keep_deliveries([delivery])

    def _now(self) -> datetime:
        return self.time.now

    def _services(self) -> Services:
        return Services(
            database=self.database, queue=FakeQueue(), providers={}, grader=FakeGrader(),
            rubrics=RubricLibrary((RUBRIC,)), skills=SKILLS, rules=ProfileRules(), crms={},
            crm_fields={}, messenger=self.messenger, read_question=read_question,
            read_action=read_action, links=LINKS, speech=load_catalogues(),
            thresholds=Thresholds(min_rep_words=10, parallel=1), now=self._now,
            monotonic=lambda: self.time.now.timestamp(),  # noqa: PLW0108 - it moves
            reach=lambda _: None,
            new_id=lambda: f"id{next(self._numbers):04d}",
        )  # fmt: skip


LINKS = SignedLinks("http://testserver", "links-secret-links-secret")


def text_of(message: Posted) -> str:
    """Everything a message holds, without the token of its links."""
    blocks: list[Mapping[str, Any]] = list(message.blocks or ())
    return re.sub(r"k=[^\s|>\"]+", "k=…", f"{message.text}\n{json.dumps(blocks)}")


def messenger_at(url: str) -> SlackMessenger:
    """The real client."""
    return SlackMessenger(
        web_client("xoxb-sandbox", url, 5), links=LINKS, skills=SKILLS, speech=load_catalogues(),
        team_id="T1",
    )  # fmt: skip
