"""One CRM effect: bring the fields on a deal up to the newest truth, where people allow it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from domain.calls import Call, CallState
from domain.deals import (
    ChangeSet,
    ChangeSetId,
    CrmField,
    DealRef,
    FieldValue,
    FieldWrite,
    WriteBegun,
    WriteState,
)
from domain.effects import Claimed, EffectRecord, EffectState
from domain.errors import NotFoundAtVendor, Transient, WriteRefused
from domain.ports import CallFilter, Crm, Stores
from domain.skills import MoveCause
from jobs import crm_intents
from jobs.crm_compare import Standing, decide, is_to_send, normal
from jobs.crm_values import no_values, values_for_deal
from jobs.deal_turn import SYNC, end_turn, take_turn
from jobs.forgotten_words import without_forgotten
from jobs.held_calls import held
from jobs.profiles import catch_up, follow
from jobs.retries import LeaseLost, NotYet
from jobs.services import Services

MOST_CALLS = 1000
"""Of one deal, that are held at once."""
WRITE_LIMIT_S = 60.0
"""How long a write may take at most, with a sign-in before and a renewal in between.

A lease that ends sooner is not used for a write; of short leases, half must be left.
"""


@dataclass(frozen=True, slots=True)
class Settled:
    """How the effect ended, with what has to be kept in the same transaction."""

    state: EffectState
    error: str | None = None
    change_set: ChangeSet | None = None
    """Where something changed."""
    ended: frozenset[str] = frozenset()
    """Writes begun whose result is known now."""
    gone: bool = False
    """Whether the deal is not there any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Truth:
    """What rows say about a deal, as of one moment."""

    call: Call | None
    wanted: Mapping[str, FieldValue]
    """By source."""
    last_written: Mapping[str, FieldValue]
    begun: Sequence[WriteBegun]
    """Writes that may stand in the CRM without our knowing."""


def sync_deal(claimed: Claimed[EffectRecord], services: Services) -> Settled:
    """Write what rows say now to the deal; ``settle`` keeps the result.

    Safe to run any number of times and to be interrupted anywhere: fields that already
    show the wanted value are left alone, and a write whose answer was lost is found in
    place and noted as ours. A value that a person changed is never overwritten. A deal
    that is gone is unlinked from its calls.

    Raises:
        NotYet: the newest call of the deal is being scored; nothing was written.
        LeaseLost: another worker holds the effect now; nothing was written by this one.
        Transient: try again later; nothing is lost. So too while the deal is being undone.
        CredentialsRejected: a person must reconnect the CRM.
        WriteRefused: the CRM refuses a field; kept in a change set, names the remedy.
    """
    payload = claimed.item.effect.payload
    ref = DealRef(payload["crm"], payload["deal_id"])
    crm, fields = services.crms.get(ref.crm), services.crm_fields.get(ref.crm, ())
    if crm is None:
        return Settled(EffectState.PARKED, error=f"{ref.crm} is not connected")
    if not fields:
        return Settled(EffectState.SKIPPED, error=f"no fields are mapped for {ref.crm}")
    lease = _Lease(claimed, services)
    with services.database.write() as tx:
        lease.hold(tx)
        take_turn(tx, ref, SYNC, services)
        truth = _truth(tx, ref, services)
    if truth.call is None and not truth.last_written and not truth.begun:
        return Settled(EffectState.SKIPPED, error="no scored call is linked to this deal")
    try:
        return _bring_up_to_date(crm, ref, fields, truth, lease)
    except NotFoundAtVendor:
        return Settled(EffectState.SKIPPED, error=f"the deal is gone from {ref.crm}", gone=True)


def settle(claimed: Claimed[EffectRecord], settled: Settled, services: Services) -> None:
    """End the effect and keep what was done, in one transaction and only for its holder.

    Raises:
        LeaseLost: another worker holds the effect now; nothing was kept.
    """
    payload = claimed.item.effect.payload
    remote_id = settled.change_set.id if settled.change_set else None
    ref = DealRef(payload["crm"], payload["deal_id"])
    with services.database.write() as tx:
        if settled.gone:  # calls before reps before the outbox, as everybody does
            _unlink(tx, ref, services)
        if not tx.outbox.settle(claimed, settled.state, remote_id=remote_id, error=settled.error):
            raise LeaseLost
        _keep(tx, ref, settled)
        services.reach("crm.before_commit")


@dataclass(frozen=True, slots=True)
class _Lease:
    """The claim, with the services that know the time."""

    claimed: Claimed[EffectRecord]
    services: Services

    def check(self, slug: str) -> None:
        """Refuse to begin a write that could outlive the lease: two workers could write."""
        left = self.claimed.held_until - self.services.monotonic()
        if left < min(WRITE_LIMIT_S, self.services.thresholds.lease_s / 2):
            raise Transient(slug, f"{max(0.0, left):.0f} s of the lease are left: not written")

    def hold(self, tx: Stores) -> None:
        """Keep others from claiming to the transaction's end. Raises ``LeaseLost``."""
        if not tx.outbox.holds(self.claimed):
            raise LeaseLost


def _truth(tx: Stores, ref: DealRef, services: Services) -> _Truth:
    # A call that is scored again still says what it said, unless its words were replaced.
    counted = (CallState.SCORED, CallState.READY)
    newest = tx.calls.list(CallFilter(states=counted, deal=ref, limit=1))
    call = newest[0] if newest else None
    card = tx.scorecards.latest(call.id) if call else None
    if call is not None and card is None:
        raise NotYet("the newest call of this deal is being scored")
    wanted = no_values()
    if call is not None and card is not None:
        reps = [call.rep_id] if call.rep_id else []
        link = f"{services.links.base_url}/calls/{call.id}"
        proficiencies = tx.profiles.of_reps(reps)
        wanted = values_for_deal(call, card, proficiencies, services.skills, link)
    return _Truth(
        call=call,
        wanted=wanted,
        last_written=tx.deals.last_written(ref),
        begun=tx.deals.writes_begun(ref),
    )


def _bring_up_to_date(
    crm: Crm, ref: DealRef, fields: Sequence[CrmField], truth: _Truth, lease: _Lease
) -> Settled:
    services = lease.services
    standing = Standing(
        present=crm.read_fields(ref, fields),
        last_written=truth.last_written,
        begun=frozenset().union(*(write.digests for write in truth.begun)),
    )
    writes = [decide(ref, field, truth.wanted[field.source], standing) for field in fields]
    to_send = {write.field: write.new for write in writes if is_to_send(write)}
    write_id = services.new_id()
    if not to_send:
        return _settled(write_id, writes, truth, services)
    lease.check(crm.slug)
    _begin(ref, fields, write_id, to_send, lease)
    services.reach("crm.before_write")
    try:
        crm.write_fields(ref, to_send, fields)
    except WriteRefused as error:
        refused = [_refused(write, error) if is_to_send(write) else write for write in writes]
        _keep_refusal(ref, _settled(write_id, refused, truth, services), lease)
        raise
    services.reach("crm.after_write")
    return _settled(write_id, writes, truth, services)


def _refused(write: FieldWrite, error: WriteRefused) -> FieldWrite:
    return replace(write, state=WriteState.REFUSED, detail=error.detail)


def _begin(
    ref: DealRef,
    fields: Sequence[CrmField],
    write_id: str,
    to_send: Mapping[str, FieldValue],
    lease: _Lease,
) -> None:
    kinds = {field.name: field.kind for field in fields}
    compared = {name: normal(kinds[name], value) for name, value in to_send.items()}
    with lease.services.database.write() as tx:
        lease.hold(tx)
        crm_intents.begin(tx, ref, write_id, compared, now=lease.services.now())


def _settled(
    write_id: str, writes: Sequence[FieldWrite], truth: _Truth, services: Services
) -> Settled:
    """What happened. A refusal is kept as well, so that RevOps can see which field and why."""
    changed = tuple(w for w in writes if w.state is not WriteState.UNCHANGED)
    tried = any(w.state is WriteState.REFUSED or is_to_send(w) for w in changed)
    refused = any(w.state is WriteState.REFUSED for w in changed)
    # What earlier writes left stands there still after a refusal: it must stay known as ours.
    earlier = () if refused else truth.begun
    ended = frozenset(write.id for write in earlier) | ({write_id} if tried else set())
    if not changed:
        return Settled(EffectState.SENT, ended=ended)
    only_kept = all(w.state is WriteState.KEPT_HUMAN for w in changed)
    change_set = ChangeSet(
        id=ChangeSetId(_same_every_time(changed) if only_kept else write_id),
        at=services.now(),
        call_id=truth.call.id if truth.call else None,
        writes=changed,
    )
    return Settled(EffectState.SENT, change_set=change_set, ended=ended)


def _keep_refusal(ref: DealRef, settled: Settled, lease: _Lease) -> None:
    """Keep it now: the refusal itself goes on to the retry policy."""
    with lease.services.database.write() as tx:
        lease.hold(tx)
        _keep(tx, ref, settled)


def _keep(tx: Stores, ref: DealRef, settled: Settled) -> None:
    if settled.change_set is not None:
        tx.deals.add_change_set(without_forgotten(tx, settled.change_set))
    tx.deals.end_writes(ref, settled.ended)
    end_turn(tx, ref, SYNC)


def _same_every_time(writes: Sequence[FieldWrite]) -> str:
    """An id by content: looking again at what a person keeps adds no second change set."""
    content = [[w.deal.crm, w.deal.id, w.field, w.old, w.new] for w in writes]
    return "kept-" + hashlib.sha256(json.dumps(content).encode()).hexdigest()[:24]


def _unlink(tx: Stores, ref: DealRef, services: Services) -> None:
    """Take a deal that is gone off its calls; a later re-score may find another."""
    linked = tx.calls.list(CallFilter(deal=ref, limit=MOST_CALLS))
    calls = [held(tx, call) for call in sorted(linked, key=lambda call: call.id)]
    pairs = {pair for call in calls for pair in tx.profiles.of_call(call.id)}
    catch_up(tx, {rep for rep, _ in pairs}, services)
    for call in calls:
        tx.calls.link(call.id, deal=None, reason=f"the deal is gone from {ref.crm}")
    follow(tx, pairs, services, MoveCause.DEAL)
