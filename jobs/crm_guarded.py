"""Writes on records that can lose no person's value, whatever the CRM offers to that end.

Every write is noted before it is sent. Where the CRM refuses what comes too late, that is
all. Where it keeps a history, the history is read after the write: a person's value that
stood between our read and our write is put back, by the same way, until nothing is covered.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from domain.changes import RecordRef, WriteBegun
from domain.crm import (
    CrmField,
    FieldValue,
    FieldVersion,
    Guard,
    RecordKind,
    RecordNow,
    RecordWrite,
    RowResult,
    RowState,
)
from domain.ports import Crm, Stores
from jobs import crm_intents
from jobs.crm_compare import normal
from jobs.crm_overtaken import Seen, look_back
from jobs.services import Services

CLOCKS_DIFFER = timedelta(minutes=10)
"""How far a CRM's clock may be from ours."""
RESTORE_TRIES = 5
RESTORING = "restore-"
"""Begins the id of a note of a value put back: the value is a person's, never ours."""
REFUSED_S = 600.0
"""When to try again to put a person's value back that the CRM would not have."""
SEEN_LATE_S = 30.0
"""When to look again for a write that a history does not show yet."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Fields to set on one record that was just read."""

    record: RecordRef
    now: RecordNow
    values: Mapping[str, FieldValue]
    theirs: frozenset[str] = frozenset()
    """Fields whose value is a person's, to be put back."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What became of one wish, by record; ``restored`` are people's values put back."""

    result: RowResult
    restored: Mapping[str, FieldValue] = field(default_factory=dict)
    ended: frozenset[str] = frozenset()
    """Notes of writes whose result is known with this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardedWriter:
    """Writes on one kind of record of one CRM."""

    crm: Crm
    kind: RecordKind
    fields: Sequence[CrmField]
    services: Services
    hold: Callable[[Stores, RecordRef], None]
    """Keeps others from the record to the transaction's end. Raises ``LeaseLost``."""

    def write(self, wishes: Sequence[Wish]) -> Mapping[RecordRef, Granted]:
        """Write, and put back what a person wrote meanwhile; a result for every record.

        ``traits.write_batch`` wishes at most. Raises what ``Crm.write`` raises, and
        ``LeaseLost`` before anything is sent.
        """
        write_id = self.services.new_id()
        self._begin(wishes, write_id)
        self.services.reach("crm.before_write")
        results = self.crm.write(self.kind, [_row(wish) for wish in wishes], self.fields)
        self.services.reach("crm.after_write")
        granted = {
            wish.record: Granted(
                results.get(wish.record.id, RowResult(RowState.UNSURE)),
                ended=_known(results.get(wish.record.id), write_id),
            )
            for wish in wishes
        }
        if self.crm.traits.guard is Guard.HISTORY:
            done = [w.record for w in wishes if granted[w.record].result.state is RowState.DONE]
            granted.update(self._put_back(done, granted, accepted=True))
        return granted

    def settle_earlier(
        self, begun: Mapping[RecordRef, Sequence[WriteBegun]]
    ) -> Mapping[RecordRef, Granted]:
        """Look back at writes of an earlier run whose result nobody noted.

        What is ``DONE`` here covers no person's value, or not any more.
        """
        if self.crm.traits.guard is not Guard.HISTORY or not begun:
            return {}
        unknown = {record: Granted(RowResult(RowState.DONE)) for record in begun}
        return self._put_back(list(begun), unknown, accepted=False)

    def _begin(self, wishes: Sequence[Wish], write_id: str) -> None:
        kinds = {f.name: f.kind for f in self.fields}

        def compared(values: Mapping[str, FieldValue]) -> dict[str, FieldValue]:
            return {name: normal(kinds[name], value) for name, value in values.items()}

        with self.services.database.write() as tx:
            for wish in sorted(wishes, key=lambda wish: wish.record):
                self.hold(tx, wish.record)
                for theirs in (False, True):
                    values = {n: v for n, v in wish.values.items() if (n in wish.theirs) is theirs}
                    if values:
                        over = {name: wish.now.values.get(name) for name in values}
                        crm_intents.begin(
                            tx, wish.record, f"{RESTORING if theirs else ''}{write_id}",
                            compared(values), compared(over), now=self.services.now(),
                        )  # fmt: skip

    def _put_back(
        self,
        records: Sequence[RecordRef],
        granted: Mapping[RecordRef, Granted],
        *,
        accepted: bool,
    ) -> dict[RecordRef, Granted]:
        """Restore until the history shows that nothing of a person's is covered."""
        found = {record: granted[record] for record in records}
        open_ones = list(records)
        for _ in range(RESTORE_TRIES):
            wishes = self._covered(open_ones, found, accepted=accepted)
            accepted = True
            if not wishes:
                return found
            write_id = self.services.new_id()
            self._begin(wishes, write_id)
            self.services.reach("crm.before_restore")
            results = self.crm.write(self.kind, [_row(wish) for wish in wishes], self.fields)
            for wish in wishes:
                result = results.get(wish.record.id, RowResult(RowState.UNSURE))
                found[wish.record] = _restored(found[wish.record], wish, result, write_id)
            open_ones = [
                wish.record for wish in wishes
                if found[wish.record].result.state is RowState.DONE
            ]  # fmt: skip
        for record in open_ones:
            found[record] = _unsure(found[record], "people edit it at this moment")
        return found

    def _covered(
        self, records: Sequence[RecordRef], found: dict[RecordRef, Granted], *, accepted: bool
    ) -> list[Wish]:
        """What has to be put back; where the history lags, the result becomes unsure."""
        if not records:
            return []
        with self.services.database.read() as tx:
            begun = {record: tx.changes.begun(record) for record in records}
        since = min(note.at for notes in begun.values() for note in notes) - CLOCKS_DIFFER
        ids = [record.id for record in records]
        history = self._versions(ids, since)
        wishes = []
        for record in records:
            covered: dict[str, FieldValue] = {}
            standing: dict[str, FieldValue] = {}
            for each in self.fields:
                versions = history.get(record.id, {}).get(each.name, ())
                back = look_back(each, versions, begun[record], accepted=accepted)
                if back.seen is Seen.NOT_YET:
                    found[record] = _unsure(found[record], "its history lags")
                elif back.seen is Seen.OVERTAKEN:
                    covered[each.name] = back.value
                    standing[each.name] = versions[-1].value
            if covered:
                wishes.append(Wish(record, RecordNow(standing), covered, frozenset(covered)))
        return wishes

    def _versions(
        self, ids: Sequence[str], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        size = self.crm.traits.read_batch
        found: dict[str, Mapping[str, Sequence[FieldVersion]]] = {}
        for start in range(0, len(ids), size):
            part = ids[start : start + size]
            found.update(self.crm.versions(self.kind, part, self.fields, since))
        return found


def _row(wish: Wish) -> RecordWrite:
    return RecordWrite(wish.record.id, wish.values, wish.now.version)


def _known(result: RowResult | None, write_id: str) -> frozenset[str]:
    unsure = result is None or result.state is RowState.UNSURE
    return frozenset() if unsure else _notes(write_id)


def _notes(write_id: str) -> frozenset[str]:
    return frozenset({write_id, f"{RESTORING}{write_id}"})


def _restored(granted: Granted, wish: Wish, result: RowResult, write_id: str) -> Granted:
    match result.state:
        case RowState.DONE:
            values = {**granted.restored, **wish.values}
            return replace(granted, restored=values, ended=granted.ended | _notes(write_id))
        case RowState.GONE:
            return replace(granted, result=result, ended=granted.ended | _notes(write_id))
        case _:
            why = f"a person's value is still to be put back: {result.detail}"
            late = _unsure(granted, why)
            if result.state is RowState.REFUSED:
                return replace(late, result=replace(late.result, after_s=REFUSED_S))
            return replace(late, result=replace(result, detail=why)) if result.limited else late


def _unsure(granted: Granted, why: str) -> Granted:
    """Nothing is ended then: the next look begins from the notes."""
    late = RowResult(RowState.UNSURE, why, after_s=SEEN_LATE_S, counts=False)
    return replace(granted, result=late, ended=frozenset())
