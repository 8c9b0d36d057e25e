"""People and Reploop on the same records at the same time, in every order that chance brings.

The real adapter against its sandbox, the real rounds and a real database. People edit
before a round, between our read and our write, after it; workers die at every point;
answers are lost. Then everybody stops, and nothing that a person wrote last may be gone.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from domain.changes import ChangeSet, RecordRef, ToldEdit, WriteState
from domain.crm import CrmField, FieldKind, FieldValue, Guard, RecordKind
from domain.ports import Stores
from jobs.crm_batch import keep
from jobs.crm_compare import normal
from jobs.crm_round import Round
from jobs.crm_truth import Truth, known_of
from jobs.roll_back import roll_back
from jobs.services import Services
from sandbox.base import Fault
from sandbox.crm_company import CrmCompany, CrmDeal, CrmUser
from tests.integrations.crm.kit import Kit

SOURCES = ("score", "medal", "summary")
POINTS = ("crm.before_write", "crm.after_write", "crm.before_restore", "test.before_keep")
TICKS = (0.0, 0.0, 0.2, 1.0, 7.0)
"""Seconds between two steps: many fall into the same second, which is all some CRMs tell."""


class Killed(BaseException):
    """The worker dies here."""


@dataclass
class Tally:
    """What happened, and what must not have."""

    interleavings: int = 0
    edits: int = 0
    edits_meanwhile: int = 0
    kills: int = 0
    lost_answers: int = 0
    written: int = 0
    kept: int = 0
    restored: int = 0
    rolled_back: int = 0
    lost: list[str] = field(default_factory=list)
    """Values of people that are gone."""
    wrong: list[str] = field(default_factory=list)
    """Fields of ours that show neither what they should nor what a person wrote."""
    not_restored: list[str] = field(default_factory=list)
    """Fields that a rolling back left other than they were."""


@dataclass
class Interleaver:
    """One CRM with many deals under people and workers."""

    kit: Kit
    services: Services
    seed: int
    deals: int = 40
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        crowd = tuple(
            CrmDeal(key=f"d{n}", name=f"Deal {n}", account="Crowd", stage="Negotiation",
                    owner_email="crowd@seller.example")
            for n in range(self.deals)
        )  # fmt: skip
        users = (CrmUser("crowd@seller.example", "Crowd Owner"),)
        ids = self.kit.sandbox.load(CrmCompany(users=users, contacts=(), deals=crowd))
        slug = self.kit.crm.slug
        self.fields = [f for f in self.kit.fields if f.source in SOURCES]
        self.kit.crm.provision(self.fields)
        self.records = [RecordRef(slug, RecordKind.DEAL, ids[deal.key]) for deal in crowd]
        self.there = {f.source: self.kit.there(f.source) for f in self.fields}
        self.wanted: dict[RecordRef, dict[str, FieldValue]] = {r: {} for r in self.records}
        self.word: dict[tuple[RecordRef, str], FieldValue] = {}
        """What a person wrote last, by record and source."""
        self.either: set[tuple[RecordRef, str]] = set()
        self.last_edit: dict[tuple[RecordRef, str], FieldValue] = {}
        self.serial = 0
        self.quiet = False
        self.on_the_way: list[Mapping[str, object]] = []
        """Edits that are told later."""
        self.services = replace(
            self.services, crms={slug: self.kit.crm}, crm_fields={slug: tuple(self.fields)},
            reach=self._reach, now=self.kit.clock,
        )  # fmt: skip
        self.kit.sandbox.meanwhile = self._meanwhile
        if self.kit.crm.traits.guard is Guard.TOLD:
            self.kit.sandbox.automations.append(self._told)  # type: ignore[attr-defined]

    # what people do

    def edit(self, record: RecordRef) -> None:
        """A person changes or empties a field in the browser."""
        each = self.random.choice(self.fields)
        self.serial += 1
        stands = self.kit.sandbox.value(record.id, self.there[each.source])
        empties = stands not in (None, "") and self.random.random() < 0.15
        value: FieldValue = None if empties else self._theirs(each)
        self._tick()
        self.kit.sandbox.edit_as_person(record.id, self.there[each.source], value)
        if value is None and not self._known_as_ours(record, each):
            # Did our write land before it was emptied, or never? Nobody knows: either may be.
            self.word.pop((record, each.source), None)
            self.either.add((record, each.source))
        else:
            self.word[record, each.source] = value
            self.either.discard((record, each.source))
        self.last_edit[record, each.source] = value
        self.tally.edits += 1
        self._tick()

    def _known_as_ours(self, record: RecordRef, of: CrmField) -> bool:
        with self.services.database.read() as tx:
            return tx.changes.last_written(record).get(of.name) is not None

    def _theirs(self, of: CrmField) -> FieldValue:
        if of.kind is FieldKind.NUMBER:
            return 100.0 + self.serial % 800
        return f"a person's {self.serial}"

    def _meanwhile(self, record_id: str) -> None:
        if self.quiet or self.random.random() > 0.35:
            return
        known = {record.id: record for record in self.records}
        for _ in range(self.random.choice((1, 1, 2))):
            self.edit(known[record_id])
            self.tally.edits_meanwhile += 1

    def _told(self, payload: Mapping[str, object]) -> None:
        """What the automation of an administrator tells: at once, or late and in any order.

        Of two edits of a field in one second, which is all Freshsales tells, the last one
        comes last.
        """
        same = ("deal_id", "field", "updated_at")
        key = [payload[name] for name in same]
        self.on_the_way = [p for p in self.on_the_way if [p[n] for n in same] != key]
        if self.random.random() < 0.5:
            self._take(payload)
        else:
            self.on_the_way.append(payload)

    def _arrive(self, share: float) -> None:
        """Some of what is on the way arrives."""
        self.random.shuffle(self.on_the_way)
        arrived = [p for p in self.on_the_way if self.random.random() < share]
        self.on_the_way = [p for p in self.on_the_way if p not in arrived]
        for payload in arrived:
            self._take(payload)

    def _take(self, payload: Mapping[str, object]) -> None:
        """As the webhook would keep it."""
        named = {name: f for f in self.fields for name in (self.there[f.source],)}
        each = named[str(payload["field"])]
        text = str(payload["value"] or "")
        told: FieldValue = text or None
        if text and each.kind is FieldKind.NUMBER:
            told = float(text)
        edit = ToldEdit(
            record=RecordRef(self.kit.crm.slug, RecordKind.DEAL, str(payload["deal_id"])),
            field=each.name, value=told, at=datetime.fromisoformat(str(payload["updated_at"])),
        )  # fmt: skip
        with self.services.database.write() as tx:
            tx.changes.tell(edit)

    # what Reploop does

    def round(self, run: str | None = None) -> None:
        """One round on all deals, that may die anywhere."""
        with self.services.database.read() as tx:
            truths = [self._truth(tx, record) for record in self.records]
        going = Round(
            crm=self.kit.crm, kind=RecordKind.DEAL, fields=self.fields, services=self.services,
            hold=lambda _tx, _record: None, before_write=lambda _n: None,
        )  # fmt: skip
        try:
            ends = going.bring(truths)
            self._reach("test.before_keep")
        except Killed:
            self.tally.kills += 1
            return
        with self.services.database.write() as tx:
            for truth in truths:
                kept = keep(tx, truth, ends[truth.record], self.services, run=run)
                self._count(kept)

    def _truth(self, tx: Stores, record: RecordRef) -> Truth:
        return known_of(tx, record, self.wanted[record], {}, None)

    def _count(self, change_set: ChangeSet | None) -> None:
        for write in change_set.writes if change_set else ():
            self.tally.written += write.state is WriteState.WRITTEN
            self.tally.kept += write.state is WriteState.KEPT_HUMAN
            self.tally.restored += write.state is WriteState.RESTORED

    def _reach(self, point: str) -> None:
        if not self.quiet and point in POINTS and self.random.random() < 0.03:
            raise Killed
        if not self.quiet and point == "crm.before_write" and self.random.random() < 0.05:
            self.kit.sandbox.fail(Fault(self.random.choice(("accept_then_drop", "drop"))))
            self.tally.lost_answers += 1

    def news(self, record: RecordRef) -> None:
        """A new call: other values are wanted."""
        self.serial += 1
        self.wanted[record] = {
            "score": float(self.serial % 100),
            "medal": f"ours {self.serial}",
            "summary": f"ours {self.serial}\nwith a second line",
        }

    def mingle(self, rounds: int) -> None:
        """People and workers at once, for so many rounds; then everybody stops."""
        for _ in range(rounds):
            for record in self.records:
                if self.random.random() < 0.5:
                    self.news(record)
                if self.random.random() < 0.15:
                    self.edit(record)
            self._tick()
            self._arrive(0.3)
            self.round()
            self._arrive(0.3)
            self.tally.interleavings += len(self.records)
        self.settle()

    def settle(self) -> None:
        """No more edits, kills or faults: a few rounds until nothing moves."""
        self.quiet = True
        self.kit.sandbox.faults.clear()
        self._arrive(1.0)
        for _ in range(4):
            self.kit.clock.tick(700)
            self.round()
        self.quiet = False

    def check(self) -> Tally:
        """Look at every field of every record."""
        for record in self.records:
            for each in self.fields:
                stands = self._stands(record, each)
                if (record, each.source) in self.word:
                    theirs = normal(each.kind, self.word[record, each.source])
                    if stands != theirs:
                        self.tally.lost.append(f"{record.id} {each.source}: {theirs!r}, {stands!r}")
                elif stands is None and (record, each.source) in self.either:
                    continue
                elif stands != normal(each.kind, self.wanted[record].get(each.source)):
                    self.tally.wrong.append(f"{record.id} {each.source}: {stands!r}")
        return self.tally

    def push_and_roll_back(self, run: str) -> None:
        """A push, edits of people, and the push taken back: all as it was but for the edits."""
        before = {(r, f.source): self._stands(r, f) for r in self.records for f in self.fields}
        for record in self.records:
            self.news(record)
        self.quiet = True
        for _ in range(3):
            self.kit.clock.tick(700)
            self.round(run)
        self.last_edit.clear()
        edited = self.random.sample(self.records, len(self.records) // 3)
        for record in edited:
            self.edit(record)
        self.kit.clock.tick(700)
        done = roll_back(self.services, run)
        self.tally.rolled_back += sum(len(each.writes) for each in done)
        for record in self.records:
            for each in self.fields:
                key = (record, each.source)
                theirs = self.last_edit.get(key, before[key])
                stands = self._stands(record, each)
                if stands != normal(each.kind, theirs):
                    self.tally.not_restored.append(f"{record.id} {each.source}: {stands!r}")
        self.quiet = False

    def _stands(self, record: RecordRef, of: CrmField) -> FieldValue:
        value = self.kit.sandbox.value(record.id, self.there[of.source])
        return normal(of.kind, None if value == "" else value)

    def _tick(self) -> None:
        self.kit.clock.at += timedelta(seconds=self.random.choice(TICKS))


def interleave(kit: Kit, services: Services, *, seed: int, deals: int, rounds: int) -> Tally:
    """Deals times rounds interleavings, then a push that is rolled back."""
    going = Interleaver(kit, services, seed, deals)
    going.mingle(rounds)
    going.check()
    going.push_and_roll_back(f"run-{seed}")
    return going.tally


Unlimited = Callable[[Kit], None]


def all_of(tallies: Sequence[Tally]) -> Tally:
    """Several runs as one."""
    whole = Tally()
    for tally in tallies:
        for name, value in vars(tally).items():
            setattr(whole, name, getattr(whole, name) + value)
    return whole
