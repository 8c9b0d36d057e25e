"""Effects on records of one CRM, worked off together: how they are held and how they end."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.changes import ChangeSet, ChangeSetId, FieldWrite, RecordRef, WriteState
from domain.crm import CrmField, RecordKind
from domain.effects import Claimed, EffectRecord, EffectState
from domain.errors import ReploopError
from domain.ports import Crm, Stores
from jobs.crm_brake import may_write
from jobs.crm_compare import FOUND
from jobs.crm_round import Round
from jobs.crm_sheet import Done
from jobs.crm_truth import Truth
from jobs.deal_turn import SYNC, end_turn
from jobs.forgotten_words import asked_without_forgotten, without_forgotten
from jobs.retries import LeaseLost, NotYet
from jobs.services import Services

WRITE_LIMIT_S = 60.0
"""How long a write may take at most, with a sign-in before and a renewal in between.

A lease that ends sooner is not used for a write; of short leases, half must be left.
"""
DEAL_GONE = "the deal is gone"
"""Why an effect on a deal ended; ``record_gone`` of a record that we made."""
MADE_WITH_IT = "the record was made with it"
MADE_BY_US = (RecordKind.CALL, RecordKind.SNAPSHOT)
Claim = Claimed[EffectRecord]
Tally = Counter[str]
GiveBack = Callable[[Claim, ReploopError], None]
"""Ends an effect that failed, by the one retry policy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The claims of a batch by record, and where they are worked on."""

    crm: Crm
    kind: RecordKind
    claims: Mapping[RecordRef, Claim]
    services: Services
    run: str | None = None
    """Of which push it is part."""
    tally: Tally | None = None
    """Counts fields by what became of them."""

    @property
    def fields(self) -> Sequence[CrmField]:
        """The fields of this kind of record."""
        return fields_of(self.crm.slug, self.kind, self.services)

    def round(self) -> Round:
        """A round on these records, that stops where the lease or the brake says so."""
        let_in = 0  # the brake counts what is kept, and that is only after the round

        def before_write(records: int) -> None:
            nonlocal let_in
            self._before_write(let_in + records)
            let_in += records

        return Round(
            crm=self.crm, kind=self.kind, fields=self.fields, services=self.services,
            hold=self.hold, before_write=before_write,
        )  # fmt: skip

    def hold(self, tx: Stores, record: RecordRef) -> None:
        """Keep others from claiming to the transaction's end. Raises ``LeaseLost``."""
        if not tx.outbox.holds(self.claims[record]):
            raise LeaseLost

    def _before_write(self, records: int) -> None:
        time_to_write(list(self.claims.values()), self.crm.slug, self.services)
        may_write(self.crm.slug, self.services, kind=self.kind, records=records)

    def settle(
        self, truths: Sequence[Truth], ends: Mapping[RecordRef, Done], gone: "Gone"
    ) -> list[tuple[Claim, ReploopError]]:
        """Keep what was done and end the effects together, and only for their holder.

        Each that is gone has a transaction of its own: calls are held before reps before the
        outbox, as everybody does. Returns the effects that failed, with why, still to be
        given back.
        """
        failed = []
        for truth in truths:
            if ends[truth.record].gone:
                with self.services.database.write() as tx:
                    gone(tx, truth.record)
                    failed += self._settle(tx, [truth], ends)
        there = [truth for truth in truths if not ends[truth.record].gone]
        with self.services.database.write() as tx:
            failed += self._settle(tx, there, ends)
            self.services.reach("crm.before_commit")
        return failed

    def _settle(
        self, tx: Stores, truths: Sequence[Truth], ends: Mapping[RecordRef, Done]
    ) -> list[tuple[Claim, ReploopError]]:
        failed = []
        for truth in truths:
            claim, done = self.claims[truth.record], ends[truth.record]
            if not tx.outbox.holds(claim):
                continue  # whoever holds it now finds what was written, by its notes
            keep(tx, truth, done, self.services, run=self.run)
            if self.tally is not None:
                self.tally.update(write.state.value for write in done.changed)
            if done.error is not None:
                failed.append((claim, done.error))
            else:
                self._end(tx, claim, truth, done)
        return failed

    def _end(self, tx: Stores, claim: Claim, truth: Truth, done: Done) -> None:
        now = self.services.now()
        if done.gone:
            made = truth.record.kind in MADE_BY_US
            why = record_gone(self.crm.slug) if made else DEAL_GONE
            tx.outbox.settle(claim, EffectState.SKIPPED, error=why)
        elif truth.opens_at is not None and truth.opens_at > now:
            after_s = (truth.opens_at - now).total_seconds()
            why = "its newest call is the rep's alone until then"
            tx.outbox.wait(claim, after_s=after_s, error=why)
        else:
            tx.outbox.settle(claim, EffectState.SENT)


def time_to_write(claims: Sequence[Claim], crm: str, services: Services) -> None:
    """Refuse to begin a write that could outlive a lease: two workers could write.

    Raises ``NotYet``: it was not tried, so no attempt is counted.
    """
    left = min(claim.held_until for claim in claims) - services.monotonic()
    if left < min(WRITE_LIMIT_S, services.thresholds.lease_s / 2):
        raise NotYet(
            f"{crm}: {max(0.0, left):.0f} s of the lease are left: not written", after_s=0.0
        )


Gone = Callable[[Stores, RecordRef], None]
"""What follows when a record is not there any more, in the transaction that ends its effect."""


def keep(
    tx: Stores, truth: Truth, done: Done, services: Services, *, run: str | None = None
) -> ChangeSet | None:
    """Keep the end of a round for one record; the change set, where something happened."""
    change_set = change_set_of(truth, done, services, run=run)
    if change_set is not None:
        tx.changes.add(without_forgotten(tx, change_set))
    asks = [asked for each in done.asks if (asked := asked_without_forgotten(tx, each)) is not None]
    tx.changes.end(truth.record, done.ended)
    tx.changes.untell(done.told)
    for field in done.decided:
        tx.changes.drop_approval(truth.record, field)
    for approval in asks:
        tx.changes.ask(approval)
    end_turn(tx, truth.record, SYNC)
    return change_set


def change_set_of(
    truth: Truth, done: Done, services: Services, *, run: str | None = None
) -> ChangeSet | None:
    """What happened, if anything did. Refusals too, so that RevOps can see which field and why."""
    changed = done.changed
    if done.error is not None:
        changed = tuple(w for w in changed if w.state is not WriteState.WRITTEN)
    if not changed:
        return None
    at_rest = (WriteState.KEPT_HUMAN, WriteState.WAITING)
    still = all(write.state in at_rest for write in changed)
    made = _made_with_it(truth) and not still
    made_id = _same_every_time(changed) if still else services.new_id()
    return ChangeSet(
        id=ChangeSetId(made_id),
        at=services.now(),
        call_id=truth.call_id,
        writes=tuple(map(_as_made, changed)) if made else changed,
        run=None if still else run,
        made=(truth.record,) if made else (),
    )


def _made_with_it(truth: Truth) -> bool:
    """Whether the record was made for what is written now: nothing was written on it before."""
    return truth.record.kind in MADE_BY_US and not truth.last_written


def _as_made(write: FieldWrite) -> FieldWrite:
    """What stands in a record that we made is there because it was made with it."""
    found = write.state is WriteState.WRITTEN and write.detail == FOUND
    return replace(write, detail=MADE_WITH_IT) if found else write


def _same_every_time(writes: Sequence[FieldWrite]) -> str:
    """An id by content: looking again at what a person keeps adds no second change set."""
    content = [[*_key(w.record), w.field, w.old, w.new, w.state] for w in writes]
    return "kept-" + hashlib.sha256(json.dumps(content).encode()).hexdigest()[:24]


def _key(record: RecordRef) -> list[str]:
    return [record.crm, record.kind, record.id]


def record_gone(crm: str) -> str:
    """Why an effect on a record that a person deleted ended."""
    return f"deleted at {crm}: not made again"


def fields_of(crm: str, kind: RecordKind, services: Services) -> Sequence[CrmField]:
    """The mapped fields of one kind of record of one CRM."""
    return tuple(f for f in services.crm_fields.get(crm, ()) if f.on is kind)
