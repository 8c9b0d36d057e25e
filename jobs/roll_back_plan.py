"""What a rolling back would do now: asks the CRM what stands there, and writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.changes import FieldWrite, RecordRef
from domain.crm import RecordKind
from domain.ports import Crm
from jobs.crm_batch import MADE_BY_US
from jobs.crm_round import cut
from jobs.roll_back_fields import Back, backs_of, deleted, undone, untouched
from jobs.roll_back_later import AT_ONCE
from jobs.roll_back_records import by_kind, connected, mapped, named
from jobs.services import Services


@dataclass(frozen=True, slots=True, kw_only=True)
class RollbackPlan:
    """A change set or push that could be taken back."""

    name: str
    records: int
    fields: int
    writes: tuple[FieldWrite, ...] = ()
    """What would become of each field; of more than ``AT_ONCE`` records none is read."""
    goes: frozenset[RecordRef] = field(default_factory=frozenset)
    """Records that would be deleted: they were made with it, and nobody wrote on them."""

    @property
    def at_once(self) -> bool:
        """Whether it is short enough for one request."""
        return self.records <= AT_ONCE


def plan_rollback(services: Services, name: str) -> RollbackPlan:
    """What ``roll_back`` would do. Raises ``NotVisible`` and ``IntegrationError``."""
    backs = backs_of(named(name, services))
    connected(backs, services)
    fields = sum(len(back.ours) for back in backs.values())
    if len(backs) > AT_ONCE:
        return RollbackPlan(name=name, records=len(backs), fields=fields)
    writes: list[FieldWrite] = []
    goes: set[RecordRef] = set()
    for (slug, kind), those in by_kind(backs.values()).items():
        crm = services.crms[slug]
        for part in cut(those, crm.traits.read_batch):
            writes += _part(crm, kind, part, goes, services)
    return RollbackPlan(
        name=name, records=len(backs), fields=fields, writes=tuple(writes), goes=frozenset(goes)
    )


def _part(
    crm: Crm,
    kind: RecordKind,
    backs: Sequence[Back],
    goes: set[RecordRef],
    services: Services,
) -> list[FieldWrite]:
    fields = mapped(crm.slug, kind, services)
    present = crm.read(kind, [back.record.id for back in backs], list(fields.values()))
    found: list[FieldWrite] = []
    for back in backs:
        now = present.get(back.record.id)
        made = back.made and kind in MADE_BY_US
        if made and now is not None and untouched(back, now, fields):
            goes.add(back.record)
            found += deleted(back)
        else:
            found += [undone(name, back, now, fields) for name in back.ours]
    return found
