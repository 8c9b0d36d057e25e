"""One record of a round: what was decided, what came of it, and what is kept of that."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.changes import Approval, FieldWrite, RecordRef, ToldEdit, WriteState
from domain.crm import FieldValue, RecordNow, RowResult, RowState
from domain.errors import ReploopError, Transient, WriteRefused
from jobs.crm_compare import FOUND, is_to_send
from jobs.crm_guarded import Granted
from jobs.crm_patience import later
from jobs.crm_truth import Truth
from jobs.retries import NotYet
from jobs.services import Services

LOST = "the answer was lost: it has to be looked at again"


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


class Stale(Transient):
    """Somebody was faster; the record has to be read again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One record, as a round goes on."""

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
        return done if granted is None else ended_by(done, granted, self.slug)

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


def is_done(granted: Granted | None) -> bool:
    """Whether nothing stands in the way: it was done, or there was nothing to do."""
    return granted is None or granted.result.state is RowState.DONE


def ended_by(done: Done, granted: Granted, slug: str) -> Done:
    """The end of a record by what the CRM said of it."""
    result = granted.result
    match result.state:
        case RowState.DONE:
            return replace(done, ended=done.ended | granted.ended)
        case RowState.GONE:
            return Done(gone=True, ended=done.ended | granted.ended)
        case RowState.STALE:
            return Done(error=_again(slug, result), ended=granted.ended, asks=done.asks)
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
            return Done(error=later(slug, result, LOST), asks=done.asks)


def _was_sent(write: FieldWrite) -> bool:
    restored = write.state is WriteState.RESTORED and write.detail != FOUND
    return is_to_send(write) or restored


def _again(slug: str, result: RowResult) -> ReploopError:
    """To be read again: at once, or when what stands there can be told from what follows."""
    if not result.after_s:
        return Stale(slug, "changed meanwhile")
    return NotYet(f"{slug}: {result.detail}", after_s=result.after_s)
