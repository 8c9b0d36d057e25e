"""Deals of one CRM brought up to the newest truth, many at once, where people allow it."""

from collections.abc import Mapping, Sequence

from domain.changes import RecordRef
from domain.crm import RecordKind
from domain.deals import DealRef
from domain.effects import EffectState
from domain.errors import (
    NotFoundAtVendor,
    ReploopError,
    SetupRejected,
    Transient,
)
from domain.ports import Crm, Stores
from jobs.crm_batch import Batch, Claim, GiveBack, Tally, fields_of
from jobs.crm_brake import may_write
from jobs.crm_patience import patient
from jobs.crm_sheet import Done
from jobs.crm_truth import Truth, truth_of_deal
from jobs.deal_turn import SYNC, end_turn, take_turn
from jobs.pull_missing import FEW, SHARE
from jobs.services import Services
from jobs.unlink_deal import relink_deal, unlink_deal

ACCESS = "deals no longer show up: was access to them taken away? None was taken for deleted"


def sync_deals(
    slug: str,
    claims: Sequence[Claim],
    services: Services,
    give_back: GiveBack,
    *,
    run: str | None = None,
    tally: Tally | None = None,
) -> None:
    """Write what rows say now to these deals of one CRM, and end their effects.

    Safe to run any number of times and to be interrupted anywhere: fields that already
    show the wanted value are left alone, and a write whose answer was lost is found in
    place and noted as ours. A value that a person changed is never overwritten. A deal
    that is gone is unlinked from its calls. What fails goes to ``give_back``, deal by deal.

    Raises:
        LeaseLost: another worker holds an effect now; nothing more was written.
        NotYetAllowed, Braked: nobody said that this CRM may be written to, or it is stopped.
    """
    crm = services.crms.get(slug)
    if crm is None:
        _all(claims, EffectState.PARKED, f"{slug} is not connected", services)
        return
    if not fields_of(slug, RecordKind.DEAL, services):
        _all(claims, EffectState.SKIPPED, f"no fields are mapped for {slug}", services)
        return
    may_write(slug, services)  # of a CRM that may not be written to nothing is asked either
    by_record = {RecordRef.of(deal_of(claim)): claim for claim in claims}
    batch = Batch(
        crm=crm, kind=RecordKind.DEAL, claims=by_record, services=services, run=run, tally=tally
    )
    truths, failed = _truths(batch)
    ends = batch.round().bring(truths)
    ends, into = _looked_for(crm, ends, services)
    failed += batch.settle(truths, ends, lambda tx, record: _gone(tx, record, into, services))
    for claim, error in failed:
        give_back(claim, error)


def deal_of(claim: Claim) -> DealRef:
    """The deal that an effect is about."""
    payload = claim.item.effect.payload
    return DealRef(payload["crm"], payload["deal_id"])


def _truths(batch: Batch) -> tuple[list[Truth], list[tuple[Claim, ReploopError]]]:
    """What each deal should show. Those with nothing to show end here, others have to wait."""
    found: list[Truth] = []
    failed: list[tuple[Claim, ReploopError]] = []
    with batch.services.database.write() as tx:
        for record, claim in sorted(batch.claims.items()):
            deal = record.deal
            if deal is None or not tx.outbox.holds(claim):
                continue
            try:
                take_turn(tx, record, SYNC, batch.services)
                truth = truth_of_deal(tx, deal, batch.services)
            except ReploopError as error:
                end_turn(tx, record, SYNC)
                failed.append((claim, error))
                continue
            if truth.nothing_known and truth.opens_at is None:
                end_turn(tx, record, SYNC)
                why = "no scored call is linked to this deal"
                tx.outbox.settle(claim, EffectState.SKIPPED, error=why)
            else:
                found.append(truth)
    return found, failed


def _looked_for(
    crm: Crm, ends: Mapping[RecordRef, Done], services: Services
) -> tuple[dict[RecordRef, Done], dict[RecordRef, DealRef | None]]:
    """Ends, and where deals that are gone were merged into; one is gone if the CRM says so.

    Where far too many did not show up none is taken for deleted, and a person is told.
    """
    looked, into = dict(ends), dict[RecordRef, DealRef | None]()
    gone = [record for record, end in ends.items() if end.gone]
    if len(gone) > max(FEW, SHARE * len(ends)):
        why = SetupRejected(crm.slug, f"{len(gone)} of {len(ends)} {ACCESS}")
        return looked | {record: Done(error=why) for record in gone}, into
    for record in gone:
        try:
            with patient(services, crm.slug):
                into[record] = _stands(crm, record)
        except ReploopError as error:
            looked[record] = Done(error=error)
    return looked, into


def _stands(crm: Crm, record: RecordRef) -> DealRef | None:
    """The deal into which one that is gone was merged, where the CRM says so.

    Raises ``IntegrationError`` where it is not known to be gone.
    """
    try:
        found = crm.read_deal(DealRef(record.crm, record.id)).ref
    except NotFoundAtVendor:
        return None
    if found.id == record.id:
        raise Transient(crm.slug, "the deal is there, but its fields could not be read")
    return found


def _gone(
    tx: Stores,
    record: RecordRef,
    into: Mapping[RecordRef, DealRef | None],
    services: Services,
) -> None:
    stands = into.get(record)
    if record.deal is None:
        return
    if stands is None:
        unlink_deal(tx, record.deal, services)
    else:
        relink_deal(tx, record.deal, stands, services)


def _all(claims: Sequence[Claim], state: EffectState, why: str, services: Services) -> None:
    with services.database.write() as tx:
        for claim in claims:
            tx.outbox.settle(claim, state, error=why)


def by_crm(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    """Claims on records of CRMs, by CRM."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.item.effect.payload["crm"], []).append(claim)
    return found
