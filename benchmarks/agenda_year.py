"""A year of Mondays: one agenda a manager and ISO week, whatever the clocks and processes do.

``python -m benchmarks agenda_year``: managers in twelve time zones, every week of a year with
both changes of the clocks, three schedulers that run at the same minute, schedulers and
senders that are killed in the middle and start anew. Agendas are counted in the database,
messages in the sandbox Slack, to which the real client posts.
"""

import itertools
import random
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.figures import Effort, Section, Unsound
from bot.client import web_client
from bot.messenger import SlackMessenger
from config.catalogue import load_catalogues
from domain.effects import Claimed, EffectKind, EffectRecord, Queue
from domain.errors import IntegrationError, StoreConflict, StoreUnavailable
from domain.links import SignedLinks
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.ports import ClaimTerms
from domain.rubrics import RubricLibrary, SkillId
from domain.skills import ProfileRules, Skill
from jobs.deliver import deliver
from jobs.plan_agendas import plan_agendas
from jobs.retries import LeaseLost
from jobs.services import Services, Thresholds
from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from store.database import SqlDatabase, upgrade

ZONES = (
    "UTC", "Europe/London", "Europe/Berlin", "America/New_York", "America/Los_Angeles",
    "America/Sao_Paulo", "America/Santiago", "Asia/Kolkata", "Asia/Kathmandu",
    "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Chatham",
)  # fmt: skip
FIRST_MONDAY = date(2026, 1, 5)
HOUR = 8
SCHEDULERS = 3
KILLED = 0.08
"""How often a process that reaches a dangerous point is killed there."""
MINUTES = (-1, 0, 1, 16, 31)
"""When the schedulers wake, around the hour of each zone."""
SKILL = Skill(SkillId("next_steps"), "Next steps", "Agrees on one.", ("next steps",))


class Killed(BaseException):
    """A process that ends without a word; nothing catches it."""


@dataclass(slots=True)
class Year:
    """The company, its database and its Slack, under a clock that is set by hand."""

    folder: Path
    slack: SlackSandbox
    url: str
    seed: int
    first_monday: date = FIRST_MONDAY
    at: datetime = datetime(2026, 1, 4, tzinfo=UTC)
    kills: Counter[str] = field(default_factory=Counter)
    rounds: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    dice: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        upgrade(self._database_url)
        self.slack.clock = self.posix

    @property
    def _database_url(self) -> str:
        return f"sqlite:///{self.folder / 'year.db'}"

    def posix(self) -> float:
        """What the database's and Slack's clock say."""
        return self.at.timestamp()

    def process(self) -> Services:
        """A process that has just started."""
        links, numbers = SignedLinks("https://r.example", "s" * 32), itertools.count()
        return Services(
            database=SqlDatabase(self._database_url, clock=self.posix),
            queue=_NoBell(), providers={}, grader=None,  # type: ignore[arg-type] # nothing is graded
            rubrics=RubricLibrary(()), skills={SKILL.id: SKILL}, rules=ProfileRules(), crms={},
            crm_fields={},
            messenger=SlackMessenger(
                web_client(self.slack.token, f"{self.url}/api/", 5),
                links=links, skills={SKILL.id: SKILL}, speech=load_catalogues(),
            ),
            read_question=lambda *_: None, read_action=lambda _: None, links=links,
            speech=load_catalogues(), thresholds=Thresholds(agenda_hour=HOUR, parallel=1),
            now=lambda: self.at, monotonic=self.posix, reach=self._perhaps_killed,
            new_id=lambda: f"id{next(numbers)}",
        )  # fmt: skip

    def _perhaps_killed(self, point: str) -> None:
        with self.lock:
            unlucky = self.dice.random() < KILLED
            self.kills[point] += unlucky
        if unlucky:
            raise Killed

    def hire(self, managers_a_zone: int) -> None:
        """Managers in every zone, each with a team of one."""
        people: list[Person] = []
        teams: list[Team] = []
        for zone, n in itertools.product(ZONES, range(managers_a_zone)):
            name = f"{zone.rpartition('/')[2].lower().replace('_', '-')}-{n}"
            team = Team(TeamId(f"team-{name}"), name, PersonId(f"boss-{name}"))
            teams.append(team)
            people += _two(name, team.id, zone)
        self.slack.load(people)
        with self.process().database.write() as tx:
            tx.people.put(people, teams)


def _two(name: str, team_id: TeamId, zone: str) -> Iterator[Person]:
    for role, part in ((Role.MANAGER, "boss"), (Role.REP, "rep")):
        yield Person(
            id=PersonId(f"{part}-{name}"), name=f"{part} {name}",
            email=f"{part}-{name}@seller.example", role=role, team_id=team_id, time_zone=zone,
            slack_user_id=f"U{part}{name}".upper().replace("-", ""),
        )  # fmt: skip


class _NoBell:
    """Rows are asked for what is due; nobody is rung for."""

    def ring(self, *_: Queue) -> bool:
        return True


def moments(monday: date) -> list[datetime]:
    """When schedulers wake in the week of ``monday``, in order."""
    opens = {
        datetime(monday.year, monday.month, monday.day, HOUR, tzinfo=ZoneInfo(zone)).astimezone(UTC)
        for zone in ZONES
    }
    return sorted({at + timedelta(minutes=m) for at in opens for m in MINUTES})


def live(year: Year, weeks: int) -> None:
    """Let the weeks pass."""
    schedulers = [year.process() for _ in range(SCHEDULERS)]
    with ThreadPoolExecutor(SCHEDULERS) as pool:
        for week in range(weeks):
            for at in moments(year.first_monday + timedelta(weeks=week)):
                year.at = at
                year.rounds += SCHEDULERS
                alive = list(pool.map(_planned, schedulers))
                schedulers = [
                    kept if lives else year.process()
                    for kept, lives in zip(schedulers, alive, strict=True)
                ]
            _deliver_all(year)


def _planned(services: Services) -> bool:
    """One round of one scheduler; whether it is still alive after it."""
    try:
        plan_agendas(services)
    except Killed:
        return False
    except (StoreConflict, StoreUnavailable):
        return True
    return True


def _deliver_all(year: Year) -> None:
    """Send what is due, however often the sender is killed; time goes on between tries.

    Raises ``Unsound`` if something still waits after that.
    """
    services = year.process()
    for _ in range(60):
        if not _pending(services):
            return
        for claimed in _claimed(services):
            try:
                deliver(claimed, services)
            except Killed:
                services = year.process()
            except (LeaseLost, IntegrationError):
                pass
        year.at += timedelta(minutes=4)  # longer than a lease
    raise Unsound("messages were still waiting after 60 tries")


def _claimed(services: Services) -> Sequence[Claimed[EffectRecord]]:
    with services.database.write() as tx:
        limits = services.thresholds
        terms = ClaimTerms(1000, limits.lease_s, asked_at=services.monotonic())
        return tx.outbox.claim([EffectKind.SLACK_AGENDA], terms)


def _pending(services: Services) -> int:
    with services.database.read() as tx:
        counts = tx.outbox.count_by_state()
    return sum(n for state, n in counts.items() if state.endswith(":pending"))


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in the end, counted by manager and week."""

    wanted: int
    agendas: int
    messages: int
    twice: int
    missing: int


def count(year: Year, managers_a_zone: int, weeks: int) -> Found:
    """Agendas in the database and messages in Slack, against one a manager and week."""
    keys = Counter(
        str((m.metadata or {}).get("event_payload", {}).get("key")) for m in year.slack.messages
    )
    mondays = [year.first_monday + timedelta(weeks=week) for week in range(weeks)]
    labels = [f"{y}-W{w:02d}" for y, w, _ in (m.isocalendar() for m in mondays)]
    wanted = len(ZONES) * managers_a_zone * weeks
    with year.process().database.read() as tx:
        bosses = [p.id for p in tx.people.organisation().people if p.role is Role.MANAGER]
        kept = sum(tx.agendas.get(b, label) is not None for b in bosses for label in labels)
    expected = {f"slack:agenda:{boss}:{label}" for boss in bosses for label in labels}
    return Found(
        wanted=wanted,
        agendas=kept,
        messages=sum(keys.values()),
        twice=sum(n - 1 for n in keys.values() if n > 1),
        missing=len(expected - keys.keys()),
    )


def simulate(
    managers_a_zone: int, weeks: int, *, seed: int = 1, first_monday: date = FIRST_MONDAY
) -> tuple[Found, Year]:
    """The whole year in a folder of its own."""
    slack = SlackSandbox()
    with tempfile.TemporaryDirectory() as folder, RunningApp(slack.app) as running:
        year = Year(Path(folder), slack, running.url, seed, first_monday)
        year.hire(managers_a_zone)
        live(year, weeks)
        return count(year, managers_a_zone, weeks), year


def _note(weeks: int, seconds: float) -> str:
    return (
        f"{len(ZONES)} time zones, {weeks} weeks, {SCHEDULERS} schedulers at one minute, "
        f"{KILLED:.0%} killed at each dangerous point; {seconds:.0f} s"
    )


def measure(effort: Effort) -> Section:
    """10,608 manager-weeks, or a few with ``--quick``. Raises ``Unsound`` for one too many."""
    began = time.monotonic()
    managers, weeks = (1, 3) if effort.scale < 1 else (17, 52)
    found, year = simulate(managers, weeks)
    if (found.twice, found.missing) != (0, 0) or found.agendas != found.wanted:
        raise Unsound(f"not exactly one: {found}")
    killed = sum(year.kills.values())
    rows = [
        ("manager-weeks", f"{found.wanted:,}"),
        ("agendas kept", f"{found.agendas:,}"),
        ("messages in Slack", f"{found.messages:,}"),
        ("twice", str(found.twice)),
        ("missing", str(found.missing)),
        ("rounds of schedulers", f"{year.rounds:,}"),
        ("processes killed", f"{killed:,}"),
    ]
    seconds = time.monotonic() - began
    return Section(
        title="One agenda a manager and ISO week",
        columns=("", "number"),
        rows=rows,
        notes=(_note(weeks, seconds),),
        data={"found": asdict(found), "rounds": year.rounds, "kills": dict(year.kills)},
    )
