"""A rep, a buyer to practise on, and a Slack whose posts have threads."""

import itertools
from dataclasses import dataclass, field
from datetime import datetime

from domain.actions import Action
from domain.calls import CallType
from domain.effects import EffectKind, EffectRecord, Queue
from domain.people import Person
from domain.phrases import Phrase
from domain.ports import Notice
from domain.practice import Assignment, Mood, Persona, Session
from domain.questions import Question
from domain.webhooks import Delivery
from tests.jobs.fakes import ANA, HOURS, MIA, NEXT_STEPS, FakeMessenger, House

BUYER = Persona(
    id="dana",
    name="Dana Whitfield",
    industry="logistics",
    role="Head of Operations",
    mood=Mood.FRIENDLY,
    opening="Hello, Dana here. What did you want to talk about?",
    goal="Agree on a dated step.",
    call_type=CallType.DISCOVERY,
    skills=(NEXT_STEPS,),
    facts=(
        ("problem, wrong", "Our picking errors, sixty orders a week."),
        ("cost, costs", "About forty euros each."),
        ("team, who", "The shift leads feel it most."),
    ),
    objections=("People are tired of new systems.",),
)


@dataclass
class ThreadMessenger(FakeMessenger):
    """Posts have ids like Slack's, and it is noted below which post each stands."""

    threads: list[str | None] = field(default_factory=list)

    def send(
        self, notice: Notice, to: Person, *, key: str, now: datetime, thread: str | None = None
    ) -> str:
        super().send(notice, to, key=key, now=now, thread=thread)
        self.threads.append(thread)
        return f"D{to.id}:{len(self.sent)}.0"

    def find(
        self, to: Person, *, key: str, since: datetime, thread: str | None = None
    ) -> str | None:
        found = super().find(to, key=key, since=since, thread=thread)
        return found and f"D{to.id}:{found.removeprefix('post-')}.0"


class Stage:
    """A house in which practice is played."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.slack = ThreadMessenger()
        self._numbers = itertools.count(1)
        self.wire()

    def wire(self, **changes: object) -> None:
        """Services with the buyer and this Slack."""
        numbers = self._numbers
        self.house.messenger = self.slack
        self.house.services = self.house.services_with(
            messenger=self.slack,
            personas={BUYER.id: BUYER},
            new_id=lambda: f"id{next(numbers)}",
            **changes,
        )

    def act(
        self, name: str, by: Person, fields: dict[str, str] | None = None, **value: str
    ) -> None:
        """Press a button or send a form."""
        key = f"act{next(self._numbers)}"
        action = Action(
            id=key, by=by.slack_user_id or "", name=name, value=value, channel="C1",
            fields={name: (each,) for name, each in (fields or {}).items()},
        )  # fmt: skip
        self.house.actions[key] = action
        self.house.database.keep_deliveries(
            [Delivery("slack", key, "act", self.house.clock, b"{}")]
        )
        self.work()

    def assign(self, by: Person = MIA, rep: Person = ANA, **fields: str) -> None:
        """A manager sends the form."""
        chosen = {"skill": NEXT_STEPS, "persona": "fitting", **fields}
        self.act("practice.assign", by, chosen, rep=rep.id)

    def message(
        self, text: str, ts: str, *, thread: str | None = None, by: Person = ANA
    ) -> Question:
        """A direct message of somebody."""
        return Question(
            id=f"Ev{ts}", asked_by=by.slack_user_id or "", channel=f"D{by.id}", ts=ts, text=text,
            private=True, thread_ts=thread,
        )  # fmt: skip

    def write(self, text: str, ts: str, *, thread: str | None = None, by: Person = ANA) -> None:
        """Send it, and let everything be worked off."""
        question = self.message(text, ts, thread=thread, by=by)
        self.house.hand_in(f"d{next(self._numbers)}", question)
        self.work()

    def work(self) -> None:
        """Everything that is due."""
        for _ in range(3):
            self.house.work(Queue.INGEST, Queue.SCORE, Queue.SYNC, Queue.DELIVER)
            self.house.go_on(seconds=2)

    @property
    def thread(self) -> str:
        """Where the newest role-play is played."""
        found = [
            n for n, (key, _, _) in enumerate(self.slack.sent, 1)
            if key.startswith("slack:practice:") and key.endswith(":0")
        ]  # fmt: skip
        return f"{found[-1]}.0"

    def play(self, level: int = 4, *, first_ts: int = 100) -> None:
        """A whole role-play in the open thread that the fake grader hears this level in."""
        thread = self.thread
        said = (
            f"Thanks for the time, shall we look at it at {HOURS[level]} on what goes wrong?",
            f"What does one of them cost you, say by {HOURS[level]} in the morning?",
            "stop",
        )
        for n, text in enumerate(said):
            self.write(text, f"{first_ts + n}.5", thread=thread)

    def assignment(self) -> Assignment:
        """The newest one of Ana."""
        with self.house.database.read() as tx:
            return tx.practice.assignments(rep_ids=[ANA.id])[0]

    def session(self) -> Session:
        """Ana's newest role-play."""
        with self.house.database.read() as tx:
            return tx.practice.sessions(ANA.id)[0]

    def posts(self) -> list[EffectRecord]:
        """Every practice message, oldest first."""
        return self.house.effects(EffectKind.SLACK_PRACTICE)

    def whispered(self) -> list[Phrase]:
        """What people were told about their acts."""
        return [what for _, _, what in self.slack.whispered]
