"""One round on records of one CRM: read, decide, write what may be written, tell what happened.

The same for deals, calls and snapshots, for one record and for a hundred. What stands
there is read first; what a person wrote stays; what needs a person's word waits; and a
brake stops a run that changes more than it may.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from domain.changes import Approval, FieldWrite, RecordRef, ToldEdit, WriteState
from domain.crm import CrmField, FieldValue, Guard, RecordKind, RecordNow, RowResult, RowState
from domain.errors import RateLimited, ReploopError, Transient, WriteRefused
from domain.ports import Crm, Stores
from jobs.crm_compare import FOUND, Standing, decide, is_to_send
from jobs.crm_guarded import Granted, GuardedWriter, Wish
from jobs.crm_told import covered_by_us, found_put_back
from jobs.crm_truth import Truth, leaning_on
from jobs.services import Services

READS_AGAIN = 3
"""How often a record is read anew within a round because somebody was faster."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """How a round ended for one record; to be kept in one transaction with the row's end."""

    writes: tuple[FieldWrite, ...] = ()
    ended: frozenset[str] = frozenset()
    """Writes begun whose result is known now."""
    gone: bool = False
    """Whether the record is not there any more."""
    asks: tuple[Approval, ...] = ()
    """Changes that wait for a person from now on."""
    decided: frozenset[str] = frozenset()
    """Fields whose approval was used up."""
    told: tuple[ToldEdit, ...] = ()
    """Told edits that were dealt with."""
    error: ReploopError | None = None
    """Why it has to be tried again, or cannot be done; what is above is kept all the same."""

    @property
    def changed(self) -> tuple[FieldWrite, ...]:
        """What is worth keeping: everything but fields that were left as they are."""
        silent = (WriteState.UNCHANGED, WriteState.THEIRS)
        return tuple(write for write in self.writes if write.state not in silent)


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
            stale = {r for r, done in tried.items() if isinstance(done.error, _Stale)}
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
        earlier = writer.settle_earlier(
            {t.record: t.begun for t in truths if any(note.over for note in t.begun)}
        )
        ready = [t for t in truths if _is_done(earlier.get(t.record))]
        found = {
            t.record: _ended(Done(), granted, self.crm.slug)
            for t in truths
            if (granted := earlier.get(t.record)) is not None and not _is_done(granted)
        }
        present = self._read(ready)
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

    def _sheet(self, truth: Truth, now: RecordNow, earlier: Granted | None) -> "_Sheet":
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
        return _Sheet(truth=truth, now=now, writes=writes, back=told, earlier=earlier,
                      leaning=leaning_on(truth, now, writes, self.fields),
                      slug=self.crm.slug, services=self.services)  # fmt: skip

    def _write(self, writer: GuardedWriter, sheets: Sequence["_Sheet"]) -> dict[RecordRef, Done]:
        try:
            self.before_write(len(sheets))
            wishes = [Wish(s.record, s.now, s.values, frozenset(s.back)) for s in sheets]
            granted = writer.write(wishes)
        except ReploopError as error:
            return {sheet.record: replace(sheet.kept(), error=error) for sheet in sheets}
        return {sheet.record: sheet.done(granted[sheet.record]) for sheet in sheets}


class _Stale(Transient):
    """Somebody was faster; the record has to be read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """One record of a round: what was decided, and what came of it."""

    truth: Truth
    now: RecordNow
    writes: tuple[FieldWrite, ...]
    slug: str
    services: Services
    back: Mapping[str, FieldValue] = field(default_factory=dict)
    earlier: Granted | None = None
    leaning: frozenset[str] = frozenset()
    """Digests of values that stand there, and are known as ours by their notes alone."""

    @property
    def record(self) -> RecordRef:
        """Which record it is."""
        return self.truth.record

    @property
    def values(self) -> dict[str, FieldValue]:
        """What is to be sent."""
        ours = {write.field: write.new for write in self.writes if is_to_send(write)}
        return {**ours, **self.back}

    def kept(self) -> Done:
        """What holds whether or not anything was sent."""
        waiting = [write for write in self.writes if write.state is WriteState.WAITING]
        return Done(asks=tuple(map(self._ask, waiting)))

    def done(self, granted: Granted | None = None) -> Done:
        """How it ended, with ``None`` where nothing had to be sent."""
        writes = tuple(self._after(write, granted) for write in self.writes)
        done = replace(
            self.kept(),
            writes=writes,
            ended=frozenset(n.id for n in self.truth.begun if not n.digests & self.leaning),
            told=tuple(self.truth.told.values()),
            decided=frozenset(
                w.field for w in writes if is_to_send(w) and w.field in self.truth.approvals
            ),
        )
        return done if granted is None else _ended(done, granted, self.slug)

    def _after(self, write: FieldWrite, granted: Granted | None) -> FieldWrite:
        """A field that was written, unless a person's value had to be put back in its place.

        ``old`` is what we had written there, so that the person's value never counts as ours.
        """
        now = {} if granted is None else granted.restored
        earlier = {} if self.earlier is None else self.earlier.restored
        if write.field in now:
            covered, theirs = write.new, now[write.field]
        elif write.field in earlier:
            covered, theirs = self.truth.last_written.get(write.field), earlier[write.field]
        else:
            return write
        return replace(
            write, state=WriteState.RESTORED, old=covered, new=theirs,
            detail="a person wrote while we did", provenance=None,
        )  # fmt: skip

    def _ask(self, write: FieldWrite) -> Approval:
        return Approval(
            id=self.services.new_id(), record=write.record, field=write.field, old=write.old,
            new=write.new, asked_at=self.services.now(), provenance=write.provenance,
        )  # fmt: skip


def _is_done(granted: Granted | None) -> bool:
    return granted is None or granted.result.state is RowState.DONE


def _ended(done: Done, granted: Granted, slug: str) -> Done:
    """The end of a record by what the CRM said of it."""
    result = granted.result
    match result.state:
        case RowState.DONE:
            return replace(done, ended=done.ended | granted.ended)
        case RowState.GONE:
            return Done(gone=True, ended=done.ended | granted.ended)
        case RowState.STALE:
            again = _later(slug, result) if result.after_s else _Stale(slug, "changed meanwhile")
            return Done(error=again, ended=granted.ended, asks=done.asks)
        case RowState.REFUSED:
            refused = tuple(
                replace(w, state=WriteState.REFUSED, detail=result.detail) if _was_sent(w) else w
                for w in done.writes
            )
            # What earlier writes left stands there still: it must stay known as ours.
            error = WriteRefused(slug, result.detail)
            return replace(done, writes=refused, ended=granted.ended, error=error,
                           decided=frozenset(), told=())  # fmt: skip
        case RowState.UNSURE:
            return Done(error=_later(slug, result), asks=done.asks)


def _was_sent(write: FieldWrite) -> bool:
    restored = write.state is WriteState.RESTORED and write.detail != FOUND
    return is_to_send(write) or restored


def _later(slug: str, result: RowResult) -> Transient:
    if result.after_s:
        return RateLimited(slug, result.after_s)
    return Transient(slug, result.detail or "the answer was lost: it has to be looked at again")


def cut(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Runs of at most ``size`` values."""
    for start in range(0, len(values), size):
        yield values[start : start + size]
