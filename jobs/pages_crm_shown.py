"""How records, fields and their changes are shown on pages: by name, with links, without words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.calls import CallId
from domain.changes import Approval, FieldWrite, Provenance, RecordRef, WriteState
from domain.crm import FieldValue, RecordKind
from domain.people import Organisation, PersonId
from domain.ports import Stores
from jobs.corrections import OPERATOR
from jobs.crm_shown import without_words_of
from jobs.services import Services

KINDS = {
    RecordKind.DEAL: "deal",
    RecordKind.CALL: "call",
    RecordKind.SNAPSHOT: "skill snapshot",
    RecordKind.OWNER: "user",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRecord:
    """A record of a CRM as people know it; ``url`` only where it is https."""

    record: RecordRef
    name: str
    url: str | None = None

    @property
    def kind(self) -> str:
        """What it is, as people say it."""
        return KINDS[self.record.kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWrite:
    """One field of a change set. Words of calls are hidden."""

    record: ShownRecord
    label: str
    field: str
    old: FieldValue
    new: FieldValue
    state: WriteState
    detail: str | None
    proof: Provenance | None


class Names:
    """Finds names of records, fields and people, each once."""

    def __init__(self, tx: Stores, organisation: Organisation, services: Services) -> None:
        self._tx = tx
        self._organisation = organisation
        self._services = services
        self._records: dict[RecordRef, ShownRecord] = {}
        self._labels = {
            (crm, field.on, field.name): field.label
            for crm, fields in services.crm_fields.items()
            for field in fields
        }

    def label(self, record: RecordRef, field: str) -> str:
        """What people see of a field; its API name where it is not mapped any more."""
        return self._labels.get((record.crm, record.kind, field), field)

    def record(self, ref: RecordRef, call_id: str | None = None) -> ShownRecord:
        """A record by the deal's name, or the title of the call it is a record of."""
        if ref not in self._records:
            self._records[ref] = self._found(ref, call_id)
        return self._records[ref]

    def _found(self, ref: RecordRef, call_id: str | None) -> ShownRecord:
        deal = self._tx.deals.get(ref.deal) if ref.deal is not None else None
        if deal is not None:
            url = deal.url if deal.url and deal.url.startswith("https://") else None
            return ShownRecord(record=ref, name=deal.name or ref.id, url=url)
        call = (
            self._tx.calls.get(CallId(call_id))
            if ref.kind is RecordKind.CALL and call_id is not None
            else None
        )
        return ShownRecord(record=ref, name=(call.title if call else "") or ref.id)

    def person(self, actor: str | None) -> str:
        """Who did something: a colleague's name, or that it was done on the command line."""
        if actor is None:
            return ""
        if actor.partition(":")[0] == OPERATOR:
            return "the command line"
        person = self._organisation.person(PersonId(actor))
        return person.name if person else actor

    def writes(self, writes: Sequence[FieldWrite]) -> tuple[ShownWrite, ...]:
        """Fields of a change set, without words of calls."""
        hidden = without_words_of(writes, self._services.crm_fields)
        return tuple(
            ShownWrite(
                record=self.record(write.record, _call_of(write)),
                label=self.label(write.record, write.field),
                field=write.field, old=write.old, new=write.new, state=write.state,
                detail=write.detail, proof=write.provenance,
            )
            for write in hidden
        )  # fmt: skip


def _call_of(write: FieldWrite) -> str | None:
    return write.provenance.call_id if write.provenance else None


def counted(writes: Iterable[FieldWrite]) -> Mapping[WriteState, int]:
    """How many fields ended in each state, in the order of the states."""
    found = dict.fromkeys(WriteState, 0)
    for write in writes:
        found[write.state] += 1
    return {state: number for state, number in found.items() if number}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownApproval:
    """A change that waits for a person, as one viewer may see it."""

    approval: Approval
    """Values as the viewer may read them."""
    record: ShownRecord
    label: str
    rep: str
    rep_id: PersonId | None
    asked: tuple[str, ...]
    """Names of those who are asked."""
    words: bool
    """Whether its values repeat what was said on a call…"""
    hidden: bool
    """…and are hidden from the viewer."""
