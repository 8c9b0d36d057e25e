"""A CRM in memory: keeps records, versions and history, and people edit it at any moment."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from domain.crm import (
    CrmField,
    CrmPerson,
    CrmTraits,
    FieldValue,
    FieldVersion,
    Guard,
    NewRecord,
    ProvisionReport,
    RecordKind,
    RecordNow,
    RecordWrite,
    RowResult,
    RowState,
)
from domain.deals import Deal, DealMove, DealPage, DealRef, Outcome
from domain.errors import IntegrationError, NotFoundAtVendor
from domain.ports import Check

EVERY_KIND = frozenset(RecordKind)
STANDS = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
DEAL = RecordKind.DEAL


def a_deal(deal_id: str = "d1", crm: str = "salesforce", **changes: object) -> Deal:
    """An open deal of Sam Cole's company."""
    deal = Deal(
        ref=DealRef(crm, deal_id), name="Buyer rollout", stage="Discovery", outcome=Outcome.OPEN,
        participant_emails=("sam@buyer.example",), url=f"https://crm.example/deals/{deal_id}",
    )  # fmt: skip
    return replace(deal, **changes)  # type: ignore[arg-type]


@dataclass
class Kept:
    """One record: what each field was, oldest first, and how often it changed."""

    history: dict[str, list[FieldVersion]] = field(default_factory=dict)
    version: int = 1

    def value(self, name: str) -> FieldValue:
        """What stands in a field."""
        versions = self.history.get(name)
        return versions[-1].value if versions else None

    def set(self, name: str, value: FieldValue, at: datetime, *, ours: bool) -> None:
        """Put a value there; the same again is no version."""
        if self.value(name) != value:
            self.history.setdefault(name, []).append(FieldVersion(at, value, ours))
            self.version += 1


@dataclass
class FakeCrm:
    """See ``Crm``. By itself it holds one open deal, and takes every field that is named."""

    slug: str = "salesforce"
    rejects: IntegrationError | None = None
    """What every question about deals ends with."""
    raises: list[IntegrationError] = field(default_factory=list)
    """What the next requests about records end with, before anything is done."""
    loses: int = 0
    """How many of the next writes are done, and their answer lost."""
    fails_to_remove: set[str] = field(default_factory=set)
    """Ids of records that are not deleted for now."""
    refuses: dict[str, str] = field(default_factory=dict)
    """By field name, why a value there is not taken."""
    before_write: Callable[[RecordWrite], None] = lambda _row: None
    """Called for each row that was let in and is not applied yet: a person may be faster."""
    guard: Guard = Guard.HISTORY
    kinds: frozenset[RecordKind] = EVERY_KIND
    batch: int = 100
    now: Callable[[], datetime] = lambda: STANDS
    deals: dict[str, Deal] = field(default_factory=dict)
    records: dict[tuple[RecordKind, str], Kept] = field(default_factory=dict)
    keys: dict[tuple[RecordKind, str], str] = field(default_factory=dict)
    """By kind and our key, the id of a record that we made."""
    heads: dict[str, NewRecord] = field(default_factory=dict)
    """By id, what a record was made with."""
    moves: dict[str, Sequence[DealMove]] = field(default_factory=dict)
    owners: tuple[CrmPerson, ...] = ()
    fields_there: set[str] = field(default_factory=set)
    """Fields that were provisioned; nothing depends on it."""
    asked: Counter[str] = field(default_factory=Counter)
    """How often each method was called."""

    def __post_init__(self) -> None:
        self._numbers = itertools.count(1)
        if not self.deals:
            self.add(a_deal(crm=self.slug))

    # what tests do and look at

    def add(self, deal: Deal) -> Deal:
        """A deal that was made in the CRM."""
        self.deals[deal.ref.id] = deal
        self.records[DEAL, deal.ref.id] = Kept()
        return deal

    @property
    def deal(self) -> Deal:
        """The first deal."""
        return next(iter(self.deals.values()))

    def stands(self, name: str, record_id: str = "d1", kind: RecordKind = DEAL) -> FieldValue:
        """What stands in a field."""
        return self.records[kind, record_id].value(name)

    def edit_as_person(
        self, name: str, value: FieldValue, record_id: str = "d1", kind: RecordKind = DEAL
    ) -> None:
        """Put a value there as somebody in the CRM does."""
        self.records[kind, record_id].set(name, value, self.now(), ours=False)

    def delete(self, record_id: str = "d1", kind: RecordKind = DEAL) -> None:
        """Delete a record as somebody in the CRM does."""
        del self.records[kind, record_id]
        if kind is DEAL:
            del self.deals[record_id]

    # people and deals

    @property
    def traits(self) -> CrmTraits:
        """See ``Crm.traits``."""
        return CrmTraits(
            guard=self.guard, kinds=self.kinds, read_batch=self.batch, write_batch=self.batch,
            deal_history=True,
        )  # fmt: skip

    def people(self) -> Sequence[CrmPerson]:
        """See ``Crm.people``."""
        return self.owners

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """See ``Crm.find_deals``."""
        if self.rejects is not None:
            raise self.rejects
        return [d for d in self.deals.values() if set(emails) & set(d.participant_emails)]

    def read_deal(self, ref: DealRef) -> Deal:
        """See ``Crm.read_deal``."""
        if ref.id not in self.deals:
            raise NotFoundAtVendor(self.slug, "there is no such deal")
        return self.deals[ref.id]

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``. Everything, on one page."""
        return DealPage(tuple(self.deals.values()))

    def deal_history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """See ``Crm.deal_history``."""
        return {ref.id: self.moves[ref.id] for ref in refs if ref.id in self.moves}

    # records and fields

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """See ``Crm.provision``."""
        if self.raises:
            raise self.raises.pop(0)
        names = tuple(field.name for field in fields)
        present = tuple(name for name in names if name in self.fields_there)
        self.fields_there.update(names)
        return ProvisionReport(tuple(n for n in names if n not in present), present, {})

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        """See ``Crm.read``."""
        self._take("read", ids)
        return {
            each: RecordNow({f.name: kept.value(f.name) for f in fields}, str(kept.version))
            for each in ids
            if (kept := self.records.get((kind, each))) is not None
        }

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.write``."""
        self._take("write", rows)
        assert len({row.id for row in rows}) == len(rows), "a record comes once in a write"
        results = {row.id: self._write(kind, row, fields) for row in rows}
        if not self.loses:
            return results
        self.loses -= 1
        return {each: RowResult(RowState.UNSURE, "the answer was lost") for each in results}

    def _write(self, kind: RecordKind, row: RecordWrite, fields: Sequence[CrmField]) -> RowResult:
        assert set(row.values) <= {field.name for field in fields}, "only mapped fields are sent"
        why = next((self.refuses[name] for name in row.values if name in self.refuses), None)
        if why is not None:
            return RowResult(RowState.REFUSED, why)
        self.before_write(row)
        kept = self.records.get((kind, row.id))
        if kept is None:
            return RowResult(RowState.GONE)
        if self.guard is Guard.CONDITION and row.version not in ("", str(kept.version)):
            return RowResult(RowState.STALE)
        for name, value in row.values.items():
            kept.set(name, value, self.now(), ours=True)
        return RowResult(RowState.DONE)

    def versions(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """See ``Crm.versions``."""
        self._take("versions", ids)
        if self.guard is not Guard.HISTORY:
            return {}
        found = {each: self.records.get((kind, each), Kept()).history for each in ids}
        return {
            each: {f.name: _since(since, history.get(f.name, ())) for f in fields}
            for each, history in found.items()
        }

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.ensure``."""
        self._take("ensure", rows)
        for row in rows:
            if (kind, row.head.key) not in self.keys:
                record_id = f"{kind}-{next(self._numbers)}"
                kept = self.records[kind, record_id] = Kept()
                for name, value in row.values.items():
                    kept.set(name, value, self.now(), ours=True)
                self.keys[kind, row.head.key] = record_id
                self.heads[record_id] = row
        return {
            row.head.key: RowResult(RowState.DONE, id=self.keys[kind, row.head.key])
            for row in rows
        }  # fmt: skip

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """See ``Crm.remove``."""
        self._take("remove", ids)
        assert kind in (RecordKind.CALL, RecordKind.SNAPSHOT), "deals and owners are people's"
        done = [each for each in ids if each not in self.fails_to_remove]
        for each in done:
            self.records.pop((kind, each), None)
        self.keys = {key: each for key, each in self.keys.items() if each not in done}
        return {
            each: RowResult(RowState.DONE if each in done else RowState.UNSURE) for each in ids
        }  # fmt: skip

    def check(self) -> Sequence[Check]:
        """See ``Crm.check``."""
        return ()

    def _take(self, method: str, rows: Sequence[object]) -> None:
        self.asked[method] += 1
        assert len(rows) <= self.batch, "more than one portion"
        if self.raises:
            raise self.raises.pop(0)


def _since(since: datetime, versions: Iterable[FieldVersion]) -> list[FieldVersion]:
    """Those from a moment on, after the one that stood then."""
    known = list(versions)
    before = [version for version in known if version.at < since]
    return before[-1:] + known[len(before) :]
