"""One round on records of one CRM: read, decide, write what may be written, tell what happened.

The same for deals, calls and snapshots, for one record and for a hundred. What stands
there is read first; what a person wrote stays; what needs a person's word waits; and a
brake stops a run that changes more than it may.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from domain.changes import FieldWrite, RecordRef, WriteState
from domain.crm import CrmField, Guard, RecordKind, RecordNow
from domain.errors import ReploopError
from domain.ports import Crm, Stores
from jobs.crm_compare import FOUND, Standing, decide
from jobs.crm_guarded import Granted, GuardedWriter, Wish
from jobs.crm_patience import heed, patient
from jobs.crm_sheet import Done, Sheet, Stale, ended_by, is_done
from jobs.crm_told import covered_by_us, found_put_back
from jobs.crm_truth import Truth, leaning_on
from jobs.services import Services

READS_AGAIN = 3
"""How often a record is read anew within a round because somebody was faster."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a round needs; ``fields`` are those of this kind of record."""

    crm: Crm
    kind: RecordKind
    fields: Sequence[CrmField]
    services: Services
    hold: Callable[[Stores, RecordRef], None]
    """Keeps others from a record to the transaction's end. Raises ``LeaseLost``."""
    before_write: Callable[[int], None]
    """Asked before that many records are written. Raises to stop the round."""

    def plan(self, truths: Sequence[Truth]) -> Mapping[RecordRef, Done]:
        """What a round would do now; writes nothing anywhere."""
        found: dict[RecordRef, Done] = {}
        for part in cut(truths, self.crm.traits.read_batch):
            present = self._read(part)
            for truth in part:
                now = present.get(truth.record.id)
                done = Done(gone=True) if now is None else Done(writes=self._decide(truth, now))
                found[truth.record] = done
        return found

    def bring(self, truths: Sequence[Truth]) -> Mapping[RecordRef, Done]:
        """Bring records up to date; an end for every one of them.

        Raises nothing of a vendor's: its errors are in ``Done.error``. Lets ``LeaseLost``
        rise before anything was sent.
        """
        found: dict[RecordRef, Done] = {}
        for part in cut(truths, self.crm.traits.read_batch):
            found.update(self._bring_part(part))
        return found

    def _bring_part(self, truths: Sequence[Truth]) -> dict[RecordRef, Done]:
        found: dict[RecordRef, Done] = {}
        open_ones = list(truths)
        for _ in range(READS_AGAIN):
            if not open_ones:
                return found
            try:
                tried = self._once(open_ones)
            except ReploopError as error:
                tried = {truth.record: Done(error=error) for truth in open_ones}
            stale = {r for r, done in tried.items() if isinstance(done.error, Stale)}
            for record, done in tried.items():  # what an earlier try ended stays ended
                known = found.get(record, done)
                found[record] = replace(done, ended=done.ended | known.ended)
            open_ones = [truth for truth in open_ones if truth.record in stale]
        return found

    def _once(self, truths: Sequence[Truth]) -> dict[RecordRef, Done]:
        """One reading and one writing; a refused write is not repeated."""
        writer = GuardedWriter(
            crm=self.crm, kind=self.kind, fields=self.fields, services=self.services,
            hold=self.hold,
        )  # fmt: skip
        begun = {t.record: t.begun for t in truths if any(note.over for note in t.begun)}
        with patient(self.services, self.crm.slug):
            earlier = writer.settle_earlier(begun)
        ready = [t for t in truths if is_done(earlier.get(t.record))]
        found = {
            t.record: ended_by(Done(), granted, self.crm.slug)
            for t in truths
            if (granted := earlier.get(t.record)) is not None and not is_done(granted)
        }
        with patient(self.services, self.crm.slug):
            present = self._read(ready)
        heed(self.crm.slug, (each.result for each in earlier.values()), self.services)
        sheets = []
        for truth in ready:
            now = present.get(truth.record.id)
            if now is None:
                found[truth.record] = Done(gone=True)
            else:
                sheets.append(self._sheet(truth, now, earlier.get(truth.record)))
        to_write = [sheet for sheet in sheets if sheet.values]
        found.update({sheet.record: sheet.done() for sheet in sheets if not sheet.values})
        for part in cut(to_write, self.crm.traits.write_batch):
            found.update(self._write(writer, part))
        return found

    def _read(self, truths: Sequence[Truth]) -> Mapping[str, RecordNow]:
        ids = [truth.record.id for truth in truths]
        return self.crm.read(self.kind, ids, self.fields) if ids else {}

    def _decide(self, truth: Truth, now: RecordNow) -> tuple[FieldWrite, ...]:
        standing = Standing(
            present=now.values, last_written=truth.last_written, begun=truth.maybe_ours,
            approvals=truth.approvals, forgotten=truth.forgotten,
        )  # fmt: skip
        return tuple(
            decide(
                truth.record, each, truth.wanted.get(each.source), standing,
                truth.proofs.get(each.source),
            )
            for each in self.fields
        )  # fmt: skip

    def _sheet(self, truth: Truth, now: RecordNow, earlier: Granted | None) -> Sheet:
        """What is to be done with one record: our values, and people's to be put back."""
        writes = self._decide(truth, now)
        told = covered_by_us(truth, now, self.fields) if truth.told else {}
        if told:
            writes = tuple(
                replace(w, state=WriteState.RESTORED, old=now.values.get(w.field),
                        new=told[w.field], provenance=None)
                if w.field in told else w
                for w in writes
            )  # fmt: skip
        if self.crm.traits.guard is Guard.TOLD and truth.begun:
            there = found_put_back(truth, now, self.fields) - set(told)
            writes = tuple(
                replace(w, state=WriteState.RESTORED, old=truth.last_written.get(w.field),
                        new=now.values.get(w.field), detail=FOUND, provenance=None)
                if w.field in there else w
                for w in writes
            )  # fmt: skip
        return Sheet(truth=truth, now=now, writes=writes, back=told, earlier=earlier,
                      leaning=leaning_on(truth, now, writes, self.fields),
                      slug=self.crm.slug, services=self.services)  # fmt: skip

    def _write(self, writer: GuardedWriter, sheets: Sequence[Sheet]) -> dict[RecordRef, Done]:
        try:
            self.before_write(len(sheets))
            wishes = [Wish(s.record, s.now, s.values, frozenset(s.back)) for s in sheets]
            with patient(self.services, self.crm.slug):
                granted = writer.write(wishes)
            heed(self.crm.slug, (each.result for each in granted.values()), self.services)
        except ReploopError as error:
            return {sheet.record: replace(sheet.kept(), error=error) for sheet in sheets}
        return {sheet.record: sheet.done(granted[sheet.record]) for sheet in sheets}


def cut(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Runs of at most ``size`` values."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
