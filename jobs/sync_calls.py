"""Scored calls as records on their deals: made once, kept up to date, taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.calls import CallId
from domain.changes import ChangeSet, ChangeSetId, FieldWrite, RecordRef, WriteState
from domain.crm import RecordKind, RowResult, RowState
from domain.effects import EffectState
from domain.errors import ReploopError
from domain.ports import Crm, Stores
from jobs.crm_batch import Batch, Claim, GiveBack, Tally, fields_of
from jobs.crm_call_truth import CallTruth, truth_of_call
from jobs.crm_made import have_made
from jobs.crm_patience import heed, later, patient
from jobs.crm_round import cut
from jobs.crm_truth import Truth
from jobs.deal_turn import take_turns
from jobs.forgotten_words import without_forgotten
from jobs.retries import NotYet
from jobs.services import Services

CALL = RecordKind.CALL
NO_ANSWER = RowResult(RowState.UNSURE, "no answer")


def sync_calls(
    slug: str,
    claims: Sequence[Claim],
    services: Services,
    give_back: GiveBack,
    *,
    run: str | None = None,
    tally: Tally | None = None,
) -> None:
    """Make or bring up to date the records of these calls, and end their effects.

    A call that has no score any more, or no deal in this CRM, loses its record. As with
    deals, a person's value stays, and nothing is made or written twice. A record that a
    person deleted is not made again.

    Raises:
        LeaseLost: another worker holds an effect now; nothing more was written.
    """
    crm = services.crms.get(slug)
    if crm is None or CALL not in crm.traits.kinds:
        state = EffectState.PARKED if crm is None else EffectState.SKIPPED
        why = "is not connected" if crm is None else "holds no calls of ours"
        _settle(claims, state, f"{slug} {why}", services)
        return
    of_call = {CallId(claim.item.effect.payload["call_id"]): claim for claim in claims}
    with services.database.read() as tx:
        truths, not_yet = _truths(tx, list(of_call), slug, services)
    for call_id, waits in not_yet.items():
        give_back(of_call[call_id], waits)
    _wait([(of_call[t.call_id], t.opens_at) for t in truths if t.opens_at], services)
    gone = [t.call_id for t in truths if t.head is None]
    _take_back(crm, {call_id: of_call[call_id] for call_id in gone}, services, give_back)
    shown = {t.call_id: t for t in truths if t.head is not None and t.opens_at is None}
    records = _made(crm, shown, of_call, services, give_back)
    claimed = {record: of_call[truth.call_id] for record, truth in records.items()}
    batch = Batch(crm=crm, kind=CALL, claims=claimed, services=services, run=run, tally=tally)
    known, busy = _known(records, batch)
    ends = batch.round().bring(known)
    for claim, error in busy + batch.settle(known, ends, _leave):
        give_back(claim, error)


def _known(
    records: Mapping[RecordRef, CallTruth], batch: Batch
) -> tuple[list[Truth], list[tuple[Claim, ReploopError]]]:
    """What each record should show; apart from those that are being rolled back just now."""
    with batch.services.database.write() as tx:
        busy = take_turns(tx, records, batch.services)
        free = sorted(record for record in records if record not in busy)
        known = [records[record].known(tx, record) for record in free]
    return known, [(batch.claims[record], why) for record, why in busy.items()]


def _truths(
    tx: Stores, call_ids: Sequence[CallId], slug: str, services: Services
) -> tuple[list[CallTruth], dict[CallId, NotYet]]:
    """What each call's record should show, and which calls have to be scored first."""
    found: list[CallTruth] = []
    not_yet: dict[CallId, NotYet] = {}
    for call_id in call_ids:
        try:
            found.append(truth_of_call(tx, call_id, slug, services))
        except NotYet as why:
            not_yet[call_id] = why
    return found, not_yet


def _leave(_tx: Stores, _record: RecordRef) -> None:
    """A record that a person deleted stays known, so that it is not made again."""


def _made(
    crm: Crm,
    shown: dict[CallId, CallTruth],
    of_call: dict[CallId, Claim],
    services: Services,
    give_back: GiveBack,
) -> dict[RecordRef, CallTruth]:
    fields = fields_of(crm.slug, CALL, services)
    wanted = [new for truth in shown.values() if (new := truth.new(fields)) is not None]
    found: dict[RecordRef, CallTruth] = {}
    for key, record in have_made(crm, CALL, wanted, fields, services).items():
        if isinstance(record, RecordRef):
            found[record] = shown[CallId(key)]
        else:
            give_back(of_call[CallId(key)], record)
    return found


def _take_back(
    crm: Crm, claims: dict[CallId, Claim], services: Services, give_back: GiveBack
) -> None:
    """Delete the records of calls that are to have none."""
    with services.database.read() as tx:
        ids = {call_id: tx.changes.remote_id(crm.slug, CALL, call_id) for call_id in claims}
    known = {remote_id: call_id for call_id, remote_id in ids.items() if remote_id is not None}
    _settle(
        [claims[call_id] for call_id, remote_id in ids.items() if remote_id is None],
        EffectState.SKIPPED, "the call has no record", services,
    )  # fmt: skip
    for part in cut(list(known), crm.traits.write_batch):
        try:
            with patient(services, crm.slug):
                results = crm.remove(CALL, part)
        except ReploopError as error:
            for remote_id in part:
                give_back(claims[known[remote_id]], error)
            continue
        heed(crm.slug, results.values(), services)
        for remote_id in part:
            call_id, result = known[remote_id], results.get(remote_id, NO_ANSWER)
            if result.state in (RowState.DONE, RowState.GONE):
                _removed(crm.slug, remote_id, call_id, claims[call_id], services)
            else:
                give_back(claims[call_id], later(crm.slug, result, "not deleted yet"))


def _removed(slug: str, remote_id: str, call_id: CallId, claim: Claim, services: Services) -> None:
    record = RecordRef(slug, CALL, remote_id)
    with services.database.write() as tx:
        if not tx.outbox.settle(claim, EffectState.SENT):
            return
        tx.changes.note_made(slug, CALL, call_id, None)
        tx.changes.end(record, [note.id for note in tx.changes.begun(record)])
        writes = tuple(
            FieldWrite(record=record, field=name, old=value, new=None, state=WriteState.WRITTEN,
                       detail="the record was deleted")
            for name, value in tx.changes.last_written(record).items()
        )  # fmt: skip
        if writes:
            change_set = ChangeSet(
                id=ChangeSetId(services.new_id()), at=services.now(), call_id=call_id,
                writes=writes,
            )  # fmt: skip
            tx.changes.add(without_forgotten(tx, change_set))


def _wait(claims: Sequence[tuple[Claim, datetime]], services: Services) -> None:
    with services.database.write() as tx:
        for claim, opens_at in claims:
            after_s = max(1.0, (opens_at - services.now()).total_seconds())
            why = "the call is the rep's alone until then"
            tx.outbox.wait(claim, after_s=after_s, error=why)


def _settle(claims: Sequence[Claim], state: EffectState, why: str, services: Services) -> None:
    with services.database.write() as tx:
        for claim in claims:
            tx.outbox.settle(claim, state, error=why)
