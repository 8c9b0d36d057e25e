"""A small company, fakes for everything outside, and services around a real database."""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from config.catalogue import load_catalogues
from domain.actions import Action, Form
from domain.calls import Call, CallId, CallState, CallType, Participant, Side, Transcript, Turn
from domain.deals import Deal, DealRef, Outcome
from domain.effects import Claimed, Effect, EffectKind, EffectRecord, Queue
from domain.errors import IntegrationError
from domain.links import SignedLinks
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.phrases import Phrase
from domain.ports import CallFilter, Check, ClaimTerms, Notice
from domain.questions import Question
from domain.rubrics import Criterion, CriterionId, Rubric, RubricLibrary, SkillId, SkillLink
from domain.scores import Evidence, GraderAnswer, GraderReply, NotScoredBecause
from domain.skills import ProfileRules, Skill
from domain.usage import NOTHING, Usage
from domain.webhooks import (
    CallNews,
    Delivery,
    DeliveryState,
    FetchedTranscript,
    WebhookOutcome,
    WebhookRequest,
)
from jobs.services import Services, Thresholds
from jobs.work import work_off
from store.database import SqlDatabase
from tests.jobs.still_crm import StillCrm

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
EAST, WEST = TeamId("east"), TeamId("west")
NEXT_STEPS, QUESTIONING, OBJECTIONS = (
    SkillId("next_steps"), SkillId("questioning"), SkillId("objections"),
)  # fmt: skip
SKILLS = {
    NEXT_STEPS: Skill(NEXT_STEPS, "Next steps", "Agrees.", ("next steps", "closing")),
    QUESTIONING: Skill(QUESTIONING, "Questioning", "Asks.", ("questions",)),
    OBJECTIONS: Skill(OBJECTIONS, "Objections", "Answers.", ("objections",)),
}


def _person(name: str, role: Role, team_id: TeamId | None = None) -> Person:
    first = name.split(maxsplit=1)[0].lower()
    return Person(
        id=PersonId(first), name=name, email=f"{first}@seller.example", role=role,
        team_id=team_id, slack_user_id=f"U{first.upper()}",
    )  # fmt: skip


MIA, OTTO = _person("Mia Sand", Role.MANAGER, EAST), _person("Otto Brandt", Role.MANAGER, WEST)
ANA, BEN = _person("Ana Lee", Role.REP, EAST), _person("Ben Hart", Role.REP, EAST)
WIM = _person("Wim Ferris", Role.REP, WEST)
RINA = _person("Rina Okoro", Role.REVOPS)
PEOPLE = (MIA, OTTO, ANA, BEN, WIM, RINA)
TEAMS = (Team(EAST, "East", MIA.id), Team(WEST, "West", OTTO.id))


def _criterion(name: str, skill_id: SkillId, *, needs_occasion: bool = False) -> Criterion:
    return Criterion(
        id=CriterionId(name), title=name, behaviour="Does it.", anchors=("a", "b", "c", "d", "e"),
        skills=(SkillLink(skill_id),), needs_occasion=needs_occasion,
    )  # fmt: skip


RUBRIC = Rubric(
    name="discovery", version=1, title="Discovery", call_types=tuple(CallType), digest="d",
    criteria=(
        _criterion("dated_step", NEXT_STEPS),
        _criterion("open_questions", QUESTIONING),
        _criterion("objection_answered", OBJECTIONS, needs_occasion=True),
    ),
)  # fmt: skip
HOURS = ("eight", "nine", "ten", "eleven", "twelve")
"""A level is spoken as an hour: the fake grader hears it, no reader of hostile text does."""


def talk(step: int = 2, questions: int | None = None, *, rep: str = "Ana Lee") -> Transcript:
    """A talk of five minutes whose two criteria are of these levels; sides not told yet."""
    questions = step if questions is None else questions
    said = (
        (rep, f"Shall we meet again on Thursday at {HOURS[step]} with your whole team to go on?"),
        ("Sam Cole", "Yes, that suits me and the colleagues from finance very well indeed."),
        (rep, f"And what happened after the warehouse closed at {HOURS[questions]} last week?"),
        ("Sam Cole", "We lost two shifts and nobody told the drivers about it in time."),
    )
    turns = [Turn(i, who, 75.0 * i, 75.0 * (i + 1), text) for i, (who, text) in enumerate(said)]
    return Transcript(tuple(turns), language="en")


def fetched(transcript: Transcript | None = None, *, rep: Person = ANA) -> FetchedTranscript:
    """A download of a talk between this rep and Sam Cole of the buyer."""
    people = (Participant(rep.name, rep.email), Participant("Sam Cole", "sam@buyer.example"))
    return FetchedTranscript(transcript or talk(rep=rep.name), people)


def news(ref: str = "m1", *, transcript: bool = False, **changes: object) -> CallNews:
    """A delivery about a meeting; ``transcript`` says whether it names one."""
    told = CallNews(
        provider_ref=ref, title="Discovery with Buyer", host_email=ANA.email,
        started_at=NOW - timedelta(hours=2), duration_s=300.0, ended=True,
        transcript_url=f"https://vendor.example/{ref}" if transcript else None,
    )  # fmt: skip
    return replace(told, **changes)  # type: ignore[arg-type]


@dataclass
class FakeProvider:
    """Knows what each delivery says; gives, or raises, what stands behind an address."""

    slug: str = "zoom"
    says: dict[str, CallNews] = field(default_factory=dict)
    """By delivery key."""
    behind: dict[str, FetchedTranscript | Exception] = field(default_factory=dict)
    """By meeting, for downloads that a delivery names."""
    known: dict[str, FetchedTranscript | Exception] = field(default_factory=dict)
    """By meeting, for those that are asked for."""
    asked: list[str] = field(default_factory=list)

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        raise NotImplementedError

    def read_delivery(self, delivery: Delivery) -> CallNews:
        return self.says[delivery.key]

    def fetch_transcript(self, told: CallNews) -> FetchedTranscript:
        return _or_raise(self.behind[told.provider_ref])

    def find_transcript(self, call: Call) -> FetchedTranscript | None:
        self.asked.append(call.provider_ref)
        found = self.known.get(call.provider_ref)
        return None if found is None else _or_raise(found)

    def moment_url(self, call: Call, start_s: float) -> str | None:
        return f"{call.recording_url}?t={start_s:.0f}" if call.recording_url else None

    def check(self) -> Sequence[Check]:
        return ()


def _or_raise(found: FetchedTranscript | Exception) -> FetchedTranscript:
    if isinstance(found, Exception):
        raise found
    return found


@dataclass
class FakeGrader:
    """Hears the levels that ``talk`` was made with; first raises what it is told to."""

    name: str = "fake"
    version: str = "1"
    raises: list[Exception] = field(default_factory=list)
    raises_for: dict[str, Exception] = field(default_factory=dict)
    """By a word of the talk."""
    unsure: bool = False
    """Whether it gives no criterion a level."""
    before_answer: Callable[[], None] = lambda: None
    gradings: int = 0
    usage: Usage = NOTHING
    spent_before: list[Usage] = field(default_factory=list)

    def grade(
        self, rubric: Rubric, call_type: CallType, transcript: Transcript, *, spent: Usage = NOTHING
    ) -> GraderReply:
        self.gradings += 1
        self.spent_before.append(spent)
        self.before_answer()
        if self.raises:
            raise self.raises.pop(0)
        own = transcript.of_side(Side.REP)
        for word, error in self.raises_for.items():
            if any(word in turn.text for turn in own):
                raise error
        proof = tuple(Evidence(turn.text, turn.index) for turn in own)
        answers = {
            criterion.id: GraderAnswer(criterion_id=criterion.id, level=_heard(turn.text),
                                       evidence=proof)
            for criterion, turn in zip(rubric.criteria, own, strict=False)
        }  # fmt: skip
        silent = rubric.criteria if self.unsure else rubric.criteria[2:]
        for criterion in silent:
            answers[criterion.id] = GraderAnswer(
                criterion_id=criterion.id, level=None, not_scored=NotScoredBecause.NO_OCCASION
            )
        return GraderReply(answers=answers, usage=self.usage)


def _heard(text: str) -> int:
    return next(level for level, hour in enumerate(HOURS) if f" {hour} " in text)


@dataclass
class FakeMessenger:
    """Posts into a list; ``loses`` posts and then raises, as a dropped connection does."""

    sent: list[tuple[str, Person, Notice]] = field(default_factory=list)
    """(key, to, notice)"""
    raises: list[Exception] = field(default_factory=list)
    loses: list[Exception] = field(default_factory=list)
    find_raises: list[Exception] = field(default_factory=list)
    searched: list[tuple[str, datetime]] = field(default_factory=list)
    pointed: list[tuple[str, str, PersonId]] = field(default_factory=list)
    emails: dict[str, str] = field(default_factory=dict)

    edited: list[tuple[str, Person, Notice]] = field(default_factory=list)
    """(remote id, to, notice)"""
    homes: list[tuple[Person, Notice]] = field(default_factory=list)
    forms: list[tuple[str, Person, Form]] = field(default_factory=list)
    whispered: list[tuple[str, Person, Phrase]] = field(default_factory=list)
    suggested: list[tuple[str, Person, tuple[Phrase, ...]]] = field(default_factory=list)
    statuses: list[tuple[str, str, Person, Phrase]] = field(default_factory=list)

    def prepare(self, notice: Notice, to: Person, *, now: datetime) -> None:
        pass

    def edit(self, notice: Notice, to: Person, *, remote_id: str, key: str, now: datetime) -> None:
        if self.raises:
            raise self.raises.pop(0)
        self.edited.append((remote_id, to, notice))

    def publish_home(self, notice: Notice, to: Person, *, now: datetime) -> None:
        self.homes.append((to, notice))

    def show_form(self, form: Form, to: Person, *, form_id: str, now: datetime) -> None:
        if self.raises:
            raise self.raises.pop(0)
        self.forms.append((form_id, to, form))

    def whisper(self, what: Phrase, to: Person, *, channel: str, now: datetime) -> None:
        self.whispered.append((channel, to, what))

    def suggest(
        self, to: Person, channel: str, prompts: Sequence[Phrase], *, now: datetime
    ) -> None:
        if self.raises:
            raise self.raises.pop(0)
        self.suggested.append((channel, to, tuple(prompts)))

    def status(self, to: Person, channel: str, thread: str, text: Phrase, *, now: datetime) -> None:
        if self.raises:
            raise self.raises.pop(0)
        self.statuses.append((channel, thread, to, text))

    def send(
        self, notice: Notice, to: Person, *, key: str, now: datetime, thread: str | None = None
    ) -> str:
        if self.raises:
            raise self.raises.pop(0)
        self.sent.append((key, to, notice))
        if self.loses:
            raise self.loses.pop(0)
        return f"post-{len(self.sent)}"

    def point_to_answer(self, channel: str, thread_ts: str, to: Person, *, key: str) -> str:
        self.pointed.append((channel, thread_ts, to.id))
        return "pointer"

    def email_of(self, user_id: str) -> str | None:
        return self.emails.get(user_id)

    def find(
        self, to: Person, *, key: str, since: datetime, thread: str | None = None
    ) -> str | None:
        self.searched.append((key, since))
        if self.find_raises:
            raise self.find_raises.pop(0)
        posts = (f"post-{n}" for n, (sent, _, _) in enumerate(self.sent, 1) if sent == key)
        return next(posts, None)

    def check(self) -> Sequence[Check]:
        return ()


def _deal() -> Deal:
    return Deal(
        ref=DealRef("salesforce", "d1"), name="Buyer rollout", stage="Discovery",
        outcome=Outcome.OPEN, participant_emails=("sam@buyer.example",),
    )  # fmt: skip


@dataclass
class FakeCrm(StillCrm):
    """One open deal of Sam Cole's company."""

    deal: Deal = field(default_factory=_deal)
    rejects: IntegrationError | None = None
    """What every question about deals ends with."""

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        if self.rejects is not None:
            raise self.rejects
        return [self.deal] if "sam@buyer.example" in emails else []

    def read_deal(self, ref: DealRef) -> Deal:
        return self.deal


@dataclass
class FakeQueue:
    """A doorbell that notes who rang."""

    rung: list[Queue] = field(default_factory=list)

    def ring(self, *queues: Queue) -> bool:
        self.rung.extend(queues)
        return True


@dataclass
class Clock:
    """A clock that stands until it is told to go on."""

    now: datetime = NOW

    def moment(self) -> datetime:
        """As jobs read it."""
        return self.now

    def posix(self) -> float:
        """As the database reads it."""
        return self.now.timestamp()


@dataclass
class House:
    """Everything a job needs: a real database and fakes, under a clock that stands."""

    database: SqlDatabase
    time: Clock
    """The clock that the database reads too."""
    provider: FakeProvider = field(default_factory=FakeProvider)
    grader: FakeGrader = field(default_factory=FakeGrader)
    messenger: FakeMessenger = field(default_factory=FakeMessenger)
    queue: FakeQueue = field(default_factory=FakeQueue)
    crm: FakeCrm = field(default_factory=FakeCrm)
    questions: dict[str, Question] = field(default_factory=dict)
    actions: dict[str, Action] = field(default_factory=dict)
    """By delivery key."""
    acts: dict[str, Callable[[], None]] = field(default_factory=dict)
    """What happens at a named point of the line, once."""

    def __post_init__(self) -> None:
        self.services = self.services_with()
        with self.database.write() as tx:
            tx.people.put(PEOPLE, TEAMS)

    @classmethod
    def at(cls, url: str) -> "House":
        """A house on a database of its own."""
        time = Clock()
        return cls(SqlDatabase(url, clock=time.posix), time)

    @property
    def clock(self) -> datetime:
        """The present moment."""
        return self.time.now

    @clock.setter
    def clock(self, moment: datetime) -> None:
        self.time.now = moment

    def services_with(self, **changes: object) -> Services:
        """Services around this house, some of them other than usual."""
        numbers = itertools.count(1)
        services = Services(
            database=self.database, queue=self.queue, providers={"zoom": self.provider},
            grader=self.grader, rubrics=RubricLibrary((RUBRIC,)), skills=SKILLS,
            rules=ProfileRules(), crms={}, crm_fields={}, messenger=self.messenger,
            read_question=lambda delivery, _names: self.questions.get(delivery.key),
            read_action=lambda delivery: self.actions.get(delivery.key),
            links=SignedLinks("https://r.example", "s"), speech=load_catalogues(),
            thresholds=Thresholds(min_rep_words=10),
            now=lambda: self.clock, monotonic=self._seconds, reach=self._reach,
            new_id=lambda: f"call{next(numbers)}",
        )  # fmt: skip
        return replace(services, **changes)  # type: ignore[arg-type]

    def _seconds(self) -> float:
        return self.clock.timestamp()

    def _reach(self, point: str) -> None:
        act = self.acts.pop(point, None)
        if act is not None:
            act()

    def go_on(self, **time: float) -> None:
        """Let time pass: ``hours=1``."""
        self.clock += timedelta(**time)

    def hand_in(self, key: str, told: CallNews | Question) -> bool:
        """Keep a delivery as the web process does; says whether it was new."""
        if isinstance(told, Question):
            self.questions[key] = told
        else:
            self.provider.says[key] = told
        provider = "slack" if isinstance(told, Question) else "zoom"
        return self.database.keep_deliveries([Delivery(provider, key, "e", self.clock, b"{}")]) == 1

    def act(self, by: Person, name: str, *, form: bool = False, **more: Any) -> None:
        """Somebody presses a button, or with ``form`` one that opens a form; worked off."""
        key = f"act{len(self.actions)}"
        self.actions[key] = Action(
            id=key, by=by.slack_user_id or "", name=name, form_id=f"form-{key}" if form else None,
            **{"channel": "D1", **more},
        )  # fmt: skip
        self.database.keep_deliveries([Delivery("slack", key, "act", self.clock, b"{}")])
        self.work(Queue.INGEST, Queue.DELIVER)

    def ingest(self, ref: str = "m1", content: FetchedTranscript | Exception | None = None) -> Call:
        """A meeting whose transcript is there, worked off; returns its call."""
        self.provider.behind[ref] = content if content is not None else fetched()
        self.hand_in(f"transcript:{ref}", news(ref, transcript=True))
        self.work(Queue.INGEST)
        return self.call(ref)

    def work(self, *queues: Queue) -> None:
        """One ring of each."""
        for queue in queues:
            work_off(queue, self.services)

    def scored(self, ref: str = "m1", content: FetchedTranscript | None = None) -> Call:
        """The same, and scored."""
        self.ingest(ref, content)
        self.work(Queue.SCORE)
        return self.call(ref)

    def put_ready(
        self, ref: str, transcript: Transcript, *, days_ago: float, rep: Person = ANA
    ) -> Call:
        """A call that is ready to be scored, without any delivery."""
        sided = tuple(
            replace(t, side=Side.REP if t.speaker == rep.name else Side.BUYER)
            for t in transcript.turns
        )
        call = Call(
            id=CallId(ref), provider="zoom", provider_ref=ref, title=f"Call {ref}",
            started_at=NOW - timedelta(days=days_ago), duration_s=300.0, state=CallState.READY,
            rep_id=rep.id,
        )  # fmt: skip
        with self.database.write() as tx:
            tx.calls.put(call)
            tx.calls.put_transcript(call.id, replace(transcript, turns=sided))
        return call

    def call(self, ref: str = "m1") -> Call:
        """The call of a meeting."""
        with self.database.read() as tx:
            found = tx.calls.by_ref("zoom", ref)
        assert found is not None
        return found

    def calls(self) -> Sequence[Call]:
        """Every call."""
        with self.database.read() as tx:
            return tx.calls.list(CallFilter())

    def deliveries(self) -> Mapping[str, DeliveryState]:
        """The state of each delivery by key."""
        with self.database.read() as tx:
            return {r.delivery.key: r.state for r in tx.deliveries.list()}

    def profile(self) -> Mapping[tuple[PersonId, SkillId], tuple[float, int]]:
        """(level, calls) of every stored pair."""
        with self.database.read() as tx:
            stored = tx.profiles.of_reps([p.id for p in PEOPLE])
        return {(p.rep_id, p.skill_id): (p.level, p.calls) for p in stored}

    def effects(self, *kinds: EffectKind) -> list[EffectRecord]:
        """Outbox rows of these kinds (none given: all), oldest first."""
        with self.database.read() as tx:
            records = tx.outbox.list(limit=1000)
        return [r for r in reversed(records) if not kinds or r.effect.kind in kinds]

    def ask_for(self, effect: Effect) -> None:
        """An outbox row."""
        with self.database.write() as tx:
            tx.outbox.add_if_new(effect)

    def claim_effect(self, lease_s: float = 120.0) -> Claimed[EffectRecord]:
        """Claim the one effect that is due."""
        terms = ClaimTerms(limit=1, lease_s=lease_s, asked_at=self.services.monotonic())
        with self.database.write() as tx:
            (claimed,) = tx.outbox.claim(list(EffectKind), terms)
        return claimed

    def change(self, *people: Person, teams: Sequence[Team] = ()) -> None:
        """Somebody's role, team or state changes."""
        with self.database.write() as tx:
            tx.people.put(people, teams)
