"""Several deals in a CRM in memory, a scored call on each, and everything that jobs need."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from domain.calls import CallId
from domain.changes import ChangeSet, RecordRef, WriteState
from domain.crm import CrmField, FieldValue, Guard, RecordKind
from domain.deals import DealRef
from domain.effects import Effect, EffectKind, EffectRecord, EffectState
from domain.ports import ClaimTerms
from domain.scores import Scorecard
from domain.skills import Proficiency, SkillProfile
from jobs.crm_asks import call_update, deal_update
from jobs.crm_batch import Claim
from jobs.crm_line import CrmLine
from jobs.crm_push import Pushed, push
from jobs.crm_truth import Truth, truth_of_deal
from jobs.roll_back import roll_back
from jobs.services import Services
from jobs.sync_crm import deal_of
from tests.jobs.crm_world import CRM_FIELDS, NOW, World, a_call, a_card, a_proficiency, world
from tests.jobs.fake_crm import FakeCrm, a_deal

DEAL, CALL, SNAPSHOT = RecordKind.DEAL, RecordKind.CALL, RecordKind.SNAPSHOT
SHOWN = ("last_call_score", "last_call_medal", "last_call_summary", "next_step")
"""Sources that the tests map on deals: a number, a short text, a long one, and words."""


class Killed(BaseException):
    """The worker dies here."""


@dataclass
class Office:
    """A world around ``FakeCrm``; deals are d1, d2, …, their first calls c1, c2, …."""

    world: World
    crm: FakeCrm

    @property
    def services(self) -> Services:
        """What jobs are handed."""
        return self.world.services

    def having(self, **changes: Any) -> None:
        """Change what jobs are handed."""
        self.world.services = replace(self.services, **changes)

    def limits(self, **changes: Any) -> None:
        """Change thresholds."""
        self.having(thresholds=replace(self.services.thresholds, **changes))

    def fields(self, *kinds: RecordKind, **rules: Any) -> None:
        """Map the shown fields of deals, and all of other kinds; ``rules`` change those of deals.

        ``next_step={"approve": True}`` changes one field.
        """
        mapped = [f for f in self.world.fields if f.source in SHOWN]
        changed = [replace(f, **rules.get(f.source, {})) for f in mapped]
        others = [f for f in self.every_field() if f.on in kinds]
        self.having(crm_fields={self.crm.slug: (*changed, *others)})

    def every_field(self) -> tuple[CrmField, ...]:
        """Of the mapping file that is shipped."""
        return CRM_FIELDS[self.crm.slug]

    def tick(self, seconds: float = 5.0) -> None:
        """Time passes."""
        self.world.clock += timedelta(seconds=seconds)

    def add_call(self, call_id: str, deal_id: str, overall: float, **changes: Any) -> None:
        """A scored call on a deal; later ones are put later."""
        self.tick()
        started_at = self.world.clock - timedelta(days=1)
        call = a_call(call_id, deal=self.deal(deal_id).deal, started_at=started_at)
        self.world.put(replace(call, **changes), a_card(call_id, overall), a_proficiency())

    def news(self, overall: float, *deal_ids: str) -> None:
        """A newer call on each of these deals (none given: all)."""
        for deal_id in deal_ids or tuple(self.crm.deals):
            with self.world.database.read() as tx:
                number = len(tx.calls.on_deals(self.crm.slug))
            self.add_call(f"n{number}", deal_id, overall)

    def score_again(self, call_id: str, overall: float) -> None:
        """Another score for a call."""
        with self.world.database.write() as tx:
            tx.scorecards.put(a_card(call_id, overall))

    def card(self, call_id: str, overall: float) -> Scorecard:
        """A score of this moment."""
        return a_card(call_id, overall, created_at=self.world.clock)

    def clock_of_scoring(self) -> None:
        """Go back to the moment at which the first calls were scored."""
        self.world.clock = NOW

    def level(self, proficiency: Proficiency) -> None:
        """A rep's level in one skill."""
        with self.world.database.write() as tx:
            tx.profiles.put(SkillProfile(proficiency=proficiency, tier_changes=(), history=()))

    def rule_of_calls(self, source: str, **changes: Any) -> None:
        """Change the field of calls that shows ``source``."""
        fields = self.services.crm_fields[self.crm.slug]
        changed = tuple(replace(f, **changes) if f.source == source else f for f in fields)
        self.having(crm_fields={self.crm.slug: changed})

    def state_of(self, kind: EffectKind) -> EffectState:
        """How the one effect of this kind stands."""
        with self.world.database.read() as tx:
            (found,) = [e for e in tx.outbox.list(limit=1000) if e.effect.kind is kind]
        return found.state

    def update(self, deal_id: str) -> Effect:
        """An effect that brings a deal up to date."""
        return deal_update(self.crm.slug, deal_id)

    def fields_of(self, slug: str) -> tuple[CrmField, ...]:
        """The shown fields of deals, as another CRM has them."""
        return tuple(f for f in CRM_FIELDS[slug] if f.on is DEAL and f.source in SHOWN)

    def update_at(self, slug: str, deal_id: str) -> Effect:
        """The same of a deal in another CRM."""
        return deal_update(slug, deal_id)

    def add_call_at(self, slug: str, call_id: str, deal_id: str) -> None:
        """A scored call on a deal of another CRM."""
        self.world.put(a_call(call_id, deal=DealRef(slug, deal_id)), a_card(call_id))

    def deal(self, deal_id: str = "d1") -> RecordRef:
        """A deal as a record."""
        return RecordRef(self.crm.slug, DEAL, deal_id)

    def name(self, source: str) -> str:
        """The field's name at the CRM."""
        return next(f.name for f in self.every_field() if f.source == source)

    def stands(self, source: str, record_id: str = "d1", kind: RecordKind = DEAL) -> FieldValue:
        """What stands in a field of a record."""
        return self.crm.stands(self.name(source), record_id, kind)

    def everything(self) -> Mapping[tuple[RecordKind, str], Mapping[str, FieldValue]]:
        """Every value of every record."""
        return {
            key: {name: kept.value(name) for name in kept.history if kept.value(name) is not None}
            for key, kept in self.crm.records.items()
        }

    def edit(
        self, source: str, value: FieldValue, record_id: str = "d1", kind: RecordKind = DEAL
    ) -> None:
        """A person changes a field."""
        self.tick()
        self.crm.edit_as_person(self.name(source), value, record_id, kind)
        self.tick()

    def sync(self, *deal_ids: str) -> None:
        """Bring these deals (none given: all) up to date, as a worker does."""
        self.ask(*(deal_update(self.crm.slug, each) for each in deal_ids or self.crm.deals))

    def sync_calls(self, *call_ids: str) -> None:
        """Bring the records of these calls up to date, as a worker does."""
        self.ask(*(call_update(self.crm.slug, CallId(each)) for each in call_ids))

    def ask(self, *effects: Effect) -> None:
        """Ask for these, and work off whatever is due."""
        self.tick()
        with self.world.database.write() as tx:
            for effect in effects:
                tx.outbox.request(effect)
        CrmLine().drain(self.services)
        self.tick()

    def push(self, **options: Any) -> Pushed:
        """A push, some time after whatever happened before."""
        self.tick()
        done = push(self.services, **options)
        self.tick()
        return done

    def roll_back(self, name: str) -> Sequence[ChangeSet]:
        """The same of a rolling back."""
        self.tick()
        done = roll_back(self.services, name)
        self.tick()
        return done

    def row(self, of: str) -> EffectRecord:
        """How the effect about a deal or a call stands."""
        with self.world.database.read() as tx:
            found = [e for e in tx.outbox.list(limit=1000) if of in e.effect.payload.values()]
        return found[0]

    def claimed(self, *deal_ids: str) -> dict[RecordRef, Claim]:
        """Claims on the effects of these deals, as a worker has them."""
        self.tick()
        with self.world.database.write() as tx:
            for each in deal_ids:
                tx.outbox.request(deal_update(self.crm.slug, each))
            lease_s = self.services.thresholds.lease_s
            terms = ClaimTerms(len(deal_ids), lease_s, asked_at=self.services.monotonic())
            claims = tx.outbox.claim([EffectKind.CRM_DEAL], terms)
        return {RecordRef.of(deal_of(claim)): claim for claim in claims}

    def truths(self, *deal_ids: str) -> list[Truth]:
        """What rows say of these deals."""
        with self.world.database.read() as tx:
            refs = [DealRef(self.crm.slug, each) for each in deal_ids]
            return [truth_of_deal(tx, ref, self.services) for ref in refs]

    def change_sets(self, record: RecordRef | None = None) -> list[ChangeSet]:
        """What is kept, newest first."""
        with self.world.database.read() as tx:
            found = tx.changes.list(limit=1000)
        return [s for s in found if record is None or any(w.record == record for w in s.writes)]

    def by_field(self, record: RecordRef) -> Mapping[str, WriteState]:
        """By a field's name, what became of it in the newest change set that has it."""
        found: dict[str, WriteState] = {}
        for change_set in self.change_sets(record):
            for write in change_set.writes:
                found.setdefault(write.field, write.state)
        return found

    def states(self, record: RecordRef | None = None) -> Mapping[str, WriteState]:
        """The same by source."""
        known = self.by_field(record or self.deal())
        return {source: known[name] for source in SHOWN if (name := self.name(source)) in known}

    def last_written(self, source: str, record: RecordRef | None = None) -> FieldValue:
        """What rows say that we wrote last."""
        with self.world.database.read() as tx:
            known = tx.changes.last_written(record or self.deal())
        return known.get(self.name(source))

    def open_notes(self) -> int:
        """How many writes are begun on any deal without an end."""
        with self.world.database.read() as tx:
            return sum(len(tx.changes.begun(self.deal(each))) for each in self.crm.deals)

    def die_at(self, point: str) -> None:
        """The worker dies when it next comes to this point."""

        def die() -> None:
            raise Killed

        self.world.on_reach[point] = die


Open = Callable[..., Office]
"""Opens an office; see ``office`` for what it can hold."""


@contextmanager
def office(
    migrated: Path,
    folder: Path,
    *,
    guard: Guard = Guard.CONDITION,
    deals: int = 1,
    batch: int = 100,
) -> Iterator[Office]:
    """An office on a copy of a migrated database; every deal has one scored call."""
    crm = FakeCrm(guard=guard, batch=batch, deals={})
    for number in range(2, deals + 1):
        crm.add(a_deal(f"d{number}"))
    url = f"sqlite:///{shutil.copy(migrated, folder / 'office.db')}"
    with world(url, crm, "d1") as made:
        crm.now = lambda: made.clock
        held = Office(made, crm)
        held.fields()
        for number in range(1, deals + 1):
            held.add_call(f"c{number}", f"d{number}", 60.0 + number % 7)
        yield held
