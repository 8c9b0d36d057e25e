"""One CRM with the real adapter on its sandbox, a database, and a scored call on a deal."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from domain.changes import ChangeSet, ChangeSetId, RecordRef, WriteState
from domain.crm import CrmField, FieldValue
from domain.effects import EffectRecord
from jobs.crm_compare import normal
from sandbox.base import Fault, FaultKind
from sandbox.freshsales import FreshsalesSandbox
from tests.integrations.crm.kit import Kit
from tests.integrations.crm.kit_freshsales import TYPES
from tests.integrations.crm.kits import KITS
from tests.jobs.crm_world import (
    NEXT_STEPS,
    NOW,
    QUESTIONING,
    World,
    a_call,
    a_card,
    a_proficiency,
    world,
)

VENDORS = sorted(KITS)


class Killed(BaseException):
    """The worker dies here."""


@dataclass
class Line:
    """A world and the vendor behind it."""

    world: World
    kit: Kit
    written: list[str] = field(default_factory=list)
    """Ids of records, once for each write on them that the CRM let in."""

    def field_of(self, source: str) -> CrmField:
        """The mapped field of a deal."""
        return next(f for f in self.world.fields if f.source == source)

    def there(self, source: str) -> str:
        """The vendor's own name of a field."""
        of = self.field_of(source)
        return self.kit.sandbox.field_named(of.label) or of.name

    def stands(self, source: str) -> FieldValue:
        """What stands in a field of the deal, as values are compared."""
        value = self.kit.sandbox.value(self.world.ref.id, self.there(source))
        return normal(self.field_of(source).kind, value)

    def writes(self) -> int:
        """How often the CRM let a write of ours in."""
        return len(self.written)

    def tick(self, seconds: float = 5.0) -> None:
        """Time passes, for the CRM and for us."""
        self.kit.clock.tick(seconds)
        self.world.clock += timedelta(seconds=seconds)

    def edit(self, source: str, value: object) -> None:
        """A person changes a field; nothing else happens within the same moment."""
        self.tick()
        self.kit.sandbox.edit_as_person(self.world.ref.id, self.there(source), value)
        self.tick()

    def lose(self, kind: FaultKind = "accept_then_drop", delay_s: float = 0.0) -> None:
        """The next write is done, and its answer is lost."""
        fault = Fault(kind, delay_s=delay_s)
        self.world.on_reach["crm.before_write"] = lambda: self.kit.sandbox.fail(fault)

    def sync(self) -> EffectRecord:
        """One sync, some time after whatever happened before."""
        self.tick()
        try:
            return self.world.sync()
        finally:
            self.tick()

    def synced(self) -> ChangeSetId:
        """A sync that writes: its change set."""
        self.sync()
        return self.change_sets()[0].id

    def change_sets(self) -> list[ChangeSet]:
        """Everything kept, newest first."""
        with self.world.database.read() as tx:
            return list(tx.changes.list())

    def states(self) -> dict[str, WriteState]:
        """By field, what became of it in the newest change set that has it."""
        found: dict[str, WriteState] = {}
        for change_set in self.change_sets():
            for write in change_set.writes:
                found.setdefault(write.field, write.state)
        return found

    def last_written(self, source: str) -> FieldValue:
        """What rows say that we wrote last."""
        with self.world.database.read() as tx:
            known = tx.changes.last_written(RecordRef.of(self.world.ref))
        return known.get(self.world.name(source))

    def another_call(self, overall: float = 88.0, call_id: str = "c2") -> None:
        """A newer call on the same deal; of several, the one with the higher number is newer."""
        started_at = NOW - timedelta(hours=10 - int(call_id[1:]))
        self.world.put(
            a_call(call_id, deal=self.world.ref, started_at=started_at), a_card(call_id, overall)
        )

    def die_at(self, point: str) -> None:
        """The worker dies when it next comes to this point."""

        def die() -> None:
            raise Killed

        self.world.on_reach[point] = die


@contextmanager
def crm_line(vendor: str, file: Path, *, scored: bool = True) -> Iterator[Line]:
    """A line on a migrated database file; the vendor has the fields of the mapping file."""
    with KITS[vendor]() as kit, world(f"sqlite:///{file}", kit.crm, kit.ids["rollout"]) as made:
        have_fields(kit, made.fields)
        skills = [a_proficiency(QUESTIONING), a_proficiency(NEXT_STEPS, level=54.0, calls=8)]
        if scored:
            made.put(a_call(deal=made.ref), a_card(), *skills)
        line = Line(made, kit)
        kit.sandbox.meanwhile = line.written.append
        line.tick()
        yield line


def have_fields(kit: Kit, fields: tuple[CrmField, ...]) -> None:
    """The fields exist: made by us, or by an administrator where only one can."""
    if isinstance(kit.sandbox, FreshsalesSandbox):
        for each in fields:
            kit.sandbox.add_field(each.label, TYPES[each.kind])
    report = kit.crm.provision(fields)
    assert not report.failed, report.failed
