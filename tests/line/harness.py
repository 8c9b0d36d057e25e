"""A real deployment for tests: sandbox vendors here, Reploop's processes as children.

Nothing is patched. Processes are started, killed with SIGKILL and started again; what
counts is what the sandbox's vendors received and what stands in the database.
"""

import base64
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import httpx

from app.redis_server import EmbeddedRedis
from app.services import migrate_database, open_services
from config.settings import Settings
from domain.calls import Call
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.ports import CallFilter
from domain.webhooks import Accepted, Delivery, WebhookRequest
from jobs.provision import provision_all
from jobs.services import Services
from sandbox.company_file import timed
from sandbox.crm_company import CrmCompany, CrmContact, CrmDeal, CrmUser
from sandbox.running import RunningApp
from sandbox.slack_events import direct_message, signed_event
from sandbox.world import World
from sandbox.zoom import Guest, SandboxMeeting, signed, vtt_of
from store.database import SqlDatabase

MIA = Person(
    id=PersonId("mia"), name="Mia Sand", email="mia@acme.test", role=Role.MANAGER,
    team_id=TeamId("east"), slack_user_id="UMIA",
)  # fmt: skip
ANA = Person(
    id=PersonId("ana"), name="Ana Lee", email="ana@acme.test", role=Role.REP,
    team_id=TeamId("east"), slack_user_id="UANA",
)  # fmt: skip
PEOPLE = (MIA, ANA)
TEAMS = (Team(TeamId("east"), "East", MIA.id),)
BUYER = ("Sam Cole", "sam@buyer.test")

TALK = """\
Ana Lee: Hi Sam, thanks for the time. I'd like to understand how you plan shifts today, and \
then agree whether a second conversation makes sense. Does that work for you, with thirty minutes?
Sam Cole: Yes, that works for me, thirty minutes is good.
Ana Lee: Great. What made you look at shift planning right now?
Sam Cole: Overtime. We plan in spreadsheets and every Saturday we are short of people.
Ana Lee: So if I understand you right, the spreadsheet leaves you short on Saturdays and you pay \
overtime for it, is that right?
Sam Cole: Exactly. It has been getting worse since spring.
Ana Lee: How much does that overtime cost you in a usual month?
Sam Cole: About forty thousand dollars a month, and two people quit over it.
Ana Lee: What happens if nothing changes before the autumn peak?
Sam Cole: Then we miss deliveries, and our largest customer has a penalty clause of five percent.
Ana Lee: Who else besides you would have to agree before you could change the planning tool?
Sam Cole: Our finance director, Carla Mendes, signs anything above ten thousand.
Ana Lee: And what will Carla want to see before she signs?
Sam Cole: She wants a payback within a year. Honestly, your price looks high to me.
Ana Lee: I understand, nobody likes to pay more than needed. When you say high, what are you \
comparing it with?
Sam Cole: With the tool our sister site uses, it is about half.
Ana Lee: That's fair. At Marlow Foods the difference came back in four months, because overtime \
fell by thirty percent in the first quarter. Does that answer the concern, or is something left?
Sam Cole: That helps. If you can show me that, I am fine with it.
Ana Lee: Then let me send you the Marlow figures by tomorrow noon, and could we meet with Carla on \
Thursday at ten to go through the payback together?
Sam Cole: Thursday at ten works. I will invite Carla.
Ana Lee: Perfect. So I send the figures tomorrow, you invite Carla for Thursday at ten. Thanks, Sam.
"""


@dataclass
class Deployment:
    """Sandbox, Redis and Reploop's processes, with one database."""

    world: World
    url: str
    folder: Path
    environment: Mapping[str, str]
    services: Services
    processes: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    meetings: int = 0

    def start(self, role: str, *arguments: str, **environment: str) -> None:
        """Start ``reploop <role>``."""
        self._start(role, ["-m", "app.cli", role, *arguments], environment)
        if role == "web":
            wait_until(self.web_answers, 30, "the web process answers")

    def start_script(self, name: str, script: str, **environment: str) -> None:
        """Start a Python script with the deployment's settings."""
        self._start(name, ["-c", script], environment)

    def _start(self, name: str, command: list[str], environment: Mapping[str, str]) -> None:
        if name in self.processes:  # left by a test that failed, or ended by itself
            self.kill(name)
        log = (self.folder / f"{name}.log").open("ab")
        self.processes[name] = subprocess.Popen(
            [sys.executable, *command],
            env={**os.environ, **self.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        log.close()

    def kill(self, role: str) -> None:
        """SIGKILL, as when the machine loses power; waits, so that no process is left over."""
        process = self.processes.pop(role)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait(20)

    def end(self, role: str) -> None:
        """SIGTERM, and wait."""
        process = self.processes[role]
        process.send_signal(signal.SIGTERM)
        process.wait(40)

    def died(self, role: str) -> bool:
        """Whether the process has ended."""
        return self.processes[role].poll() is not None

    def stop(self) -> None:
        """Kill everything that runs, whatever becomes of each."""
        with ExitStack() as all_of_them:
            for role in self.processes:
                all_of_them.callback(self.kill, role)

    def meeting(
        self, text: str = TALK, *, days_ago: float = 0.5, guest: bool = True
    ) -> SandboxMeeting:
        """A new meeting at the sandbox's Zoom, hosted by Ana."""
        self.meetings += 1
        lines = list(timed(text))
        digest = hashlib.sha256(f"{self.folder}{self.meetings}".encode()).digest()[:16]
        minutes = max(3, round(lines[-1].end_s / 60)) if lines else 30
        meeting = SandboxMeeting(
            uuid=base64.b64encode(digest).decode(),
            number=90_000_000_000 + self.meetings,
            topic="Discovery with Buyer Inc",
            host_email=ANA.email,
            started_at=(datetime.now(UTC) - timedelta(days=days_ago)).replace(microsecond=0),
            minutes=minutes,
            vtts=(vtt_of((t.start_s, t.end_s, t.speaker, t.text) for t in lines),),
            guests=(Guest(ANA.name, ANA.email), *([Guest(*BUYER)] if guest else [])),
        )
        self.world.zoom.publish(meeting)
        return meeting

    def post(self, event: str, meeting: SandboxMeeting) -> int:
        """Deliver one signed event; returns the status."""
        return self.post_body(self.world.zoom.event(event, meeting))

    def post_body(self, body: bytes) -> int:
        """Deliver these signed bytes; returns the status, 0 without an answer."""
        try:
            answer = httpx.post(
                f"{self.url}/webhooks/zoom",
                content=body,
                headers=signed(body, datetime.now(UTC)),
                timeout=5,
            )
        except httpx.HTTPError:
            return 0
        return answer.status_code

    def call_of(self, meeting: SandboxMeeting) -> Call | None:
        """The call that a meeting became."""
        with self.services.database.read() as tx:
            return tx.calls.by_ref("zoom", meeting.uuid)

    def settled(self, *meetings: SandboxMeeting) -> bool:
        """Whether these meetings are scored or skipped and nothing is left to do."""
        with self.services.database.read() as tx:
            calls = [tx.calls.by_ref("zoom", m.uuid) for m in meetings]
            if any(c is None or c.state.value in ("waiting", "ready") for c in calls):
                return False
        return self.at_rest()

    def at_rest(self) -> bool:
        """Whether no delivery and no effect is left to do."""
        with self.services.database.read() as tx:
            left = tx.deliveries.count_by_state().get("new", 0)
            effects = tx.outbox.count_by_state()
        return left == 0 and not any(state.endswith(":pending") for state in effects)

    def messages_about(self, meeting: SandboxMeeting) -> int:
        """How many posts about this call Ana sees."""
        call = self.call_of(meeting)
        assert call is not None
        return self.posts_with_key(f"slack:call:{call.id}")

    def posts_with_key(self, key: str) -> int:
        """How many posts carry this mark."""
        return sum(_key(m.metadata) == key for m in self.world.slack.messages)

    def keep_without_ring(self, event: str, meeting: SandboxMeeting) -> None:
        """What a web process that dies before its ring leaves behind: a kept delivery."""
        body, now = self.world.zoom.event(event, meeting), datetime.now(UTC)
        request = WebhookRequest(signed(body, now), body)
        outcome = self.services.providers["zoom"].read_webhook(request, now=now)
        assert isinstance(outcome, Accepted)
        self.services.database.keep_deliveries(
            [Delivery("zoom", outcome.key, outcome.event, now, body)]
        )

    def ask(self, question: str) -> str:
        """Ana asks in a direct message, which Slack delivers twice; returns the message's ts."""
        assert ANA.slack_user_id is not None
        now = datetime.now(UTC)
        ts = f"{now.timestamp():.6f}"
        event = direct_message(
            user=ANA.slack_user_id, text=question, event_id=f"Ev{ts}", ts=ts, team_id="T1"
        )
        for _ in range(2):
            request = signed_event(event, self.environment["REPLOOP_SLACK_SIGNING_SECRET"], now)
            answer = httpx.post(
                f"{self.url}/slack/events", content=request.body, headers=dict(request.headers)
            )
            assert answer.status_code == 200
        return ts

    def answers(self, ts: str) -> int:
        """How many answers to the message of this ts Ana sees."""
        keys = [_key(m.metadata) or "" for m in self.world.slack.messages]
        return sum(k.startswith("slack:answer:") and k.endswith(f":{ts}") for k in keys)

    def calls(self) -> list[Call]:
        """Every call."""
        with self.services.database.read() as tx:
            return list(tx.calls.list(CallFilter(limit=1000)))

    def web_answers(self) -> bool:
        """Whether the web process answers."""
        try:
            return httpx.get(f"{self.url}/healthz", timeout=1).status_code == 200
        except httpx.HTTPError:
            return False


def _key(metadata: Mapping[str, Any] | None) -> str | None:
    return ((metadata or {}).get("event_payload") or {}).get("key")


def wait_until(holds: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait for it, or fail saying what did not happen."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"not within {seconds:.0f} s: {what}"
        time.sleep(0.05)


@contextmanager
def deployed(
    folder: Path,
    *,
    database_url: str | None = None,
    start_redis: bool = True,
    **environment: str,
) -> Iterator[Deployment]:
    """A deployment with everything but its processes started."""
    world = World()
    redis = EmbeddedRedis(folder) if start_redis else nullcontext()
    with RunningApp(world.app) as sandbox, redis:
        world.zoom.base_url = f"{sandbox.url}/zoom"
        world.slack.load(PEOPLE)
        port = _free_port()
        settings = {
            **world.settings(sandbox.url),
            "REPLOOP_DATA_DIR": str(folder),
            "REPLOOP_PORT": str(port),
            "REPLOOP_SLACK_SIGNING_SECRET": "line-slack-secret",
            "REPLOOP_LEASE_S": "6",
            "REPLOOP_SEND_LIMIT_S": "3",
            "REPLOOP_RECONCILE_QUIET_S": "0.5",
            "REPLOOP_SWEEP_S": "0.5",
            "REPLOOP_QUIET_FROM": "0",
            "REPLOOP_QUIET_UNTIL": "0",
            "REPLOOP_QUIET_WEEKEND": "false",
            "REPLOOP_WEEKLY_CAP": "500",
            "REPLOOP_TRANSCRIPT_GRACE_S": "3600",
            "REPLOOP_CRM_WRITES_AT_ONCE": "true",
            "REPLOOP_GRACE_HOURS": "0",
            "REPLOOP_LOG_LEVEL": "warning",
            **environment,
        }
        if database_url:
            settings["REPLOOP_DATABASE_URL"] = database_url
        services = _services(settings)
        with services.database.write() as tx:
            tx.people.put(PEOPLE, TEAMS)
        world.deal_ids |= world.salesforce.load(_company())
        provision_all(services)
        line = Deployment(world, f"http://127.0.0.1:{port}", folder, settings, services)
        try:
            yield line
        finally:
            line.stop()
            cast(SqlDatabase, services.database).dispose()


def _services(environment: Mapping[str, str]) -> Services:
    given = {name.removeprefix("REPLOOP_").lower(): v for name, v in environment.items()}
    settings = Settings(_env_file=None, **given)  # type: ignore[arg-type, call-arg]
    migrate_database(settings)
    return open_services(settings)


def _company() -> CrmCompany:
    return CrmCompany(
        users=tuple(CrmUser(p.email, p.name) for p in PEOPLE),
        contacts=(CrmContact(BUYER[1], BUYER[0], "Buyer Inc"),),
        deals=(
            CrmDeal(
                key="buyer",
                name="Buyer Inc rollout",
                account="Buyer Inc",
                owner_email=ANA.email,
                stage="Qualification",
                amount_minor=5_000_000,
                contacts=(BUYER[1],),
            ),
        ),
    )


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
