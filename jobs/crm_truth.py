"""What rows say about a record of a CRM, as of one moment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from domain.calls import CallState
from domain.changes import (
    Approval,
    FieldWrite,
    Provenance,
    RecordRef,
    ToldEdit,
    WriteBegun,
    WriteState,
)
from domain.crm import CrmField, FieldValue, RecordNow
from domain.deals import DealRef
from domain.people import PersonId
from domain.ports import CallFilter, Stores
from jobs.crm_compare import normal
from jobs.crm_guarded import RESTORING
from jobs.crm_intents import OF_DELETED, digest
from jobs.crm_moot import moot
from jobs.crm_shown_values import deal_sources, shown_on_deal
from jobs.crm_values import no_values
from jobs.retries import NotYet
from jobs.scored_calls import held_back
from jobs.services import Services

NEWEST = 20
"""Calls of a deal that are looked through for one that may be shown."""
NOBODY = PersonId("")
"""A record of a CRM is seen by everybody: no rep's own rights hold there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a record should show, and what is known of what was written there."""

    record: RecordRef
    call_id: str | None
    """The call that the values come from, if it is one."""
    wanted: Mapping[str, FieldValue]
    """By source."""
    proofs: Mapping[str, Provenance]
    """By source."""
    last_written: Mapping[str, FieldValue]
    begun: Sequence[WriteBegun]
    """Writes that may stand in the CRM without our knowing."""
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    told: Mapping[str, ToldEdit] = field(default_factory=dict)
    moot: frozenset[str] = frozenset()
    """Fields whose told edit no write of ours can have covered."""
    put_back: Mapping[str, FieldValue] = field(default_factory=dict)
    """People's values that our last write of a field put back."""
    opens_at: datetime | None = None
    """When a call that is still its rep's alone is shown."""

    @property
    def maybe_ours(self) -> frozenset[str]:
        """Digests of values of ours that may stand there."""
        ours = [note.digests for note in self.begun if not note.id.startswith(RESTORING)]
        return frozenset().union(*ours)

    @property
    def forgotten(self) -> frozenset[str]:
        """Digests of words of deleted calls that may stand there."""
        gone = [note.digests for note in self.begun if note.id.startswith(OF_DELETED)]
        return frozenset().union(*gone)

    @property
    def maybe_put_back(self) -> frozenset[str]:
        """Digests of people's values that we may have put back."""
        theirs = [note.digests for note in self.begun if note.id.startswith(RESTORING)]
        return frozenset().union(*theirs)

    @property
    def nothing_known(self) -> bool:
        """Whether there is nothing to show and nothing of ours to take away."""
        return self.call_id is None and not self.last_written and not self.begun


def leaning_on(
    truth: Truth, now: RecordNow, writes: Sequence[FieldWrite], fields: Sequence[CrmField]
) -> frozenset[str]:
    """Digests of values that stay as they stand, and are ours by the notes of lost writes alone.

    Those notes must outlive the round: without them the values would look like a person's.
    """
    stays = {w.field for w in writes if w.state in (WriteState.UNCHANGED, WriteState.WAITING)}
    found = set()
    for field_ in fields:
        stands = normal(field_.kind, now.values.get(field_.name))
        last = normal(field_.kind, truth.last_written.get(field_.name))
        if field_.name in stays and stands != last:
            found.add(digest(field_.name, stands))
    return frozenset(found) & truth.maybe_ours


def known_of(
    tx: Stores,
    record: RecordRef,
    wanted: Mapping[str, FieldValue],
    proofs: Mapping[str, Provenance],
    call_id: str | None,
) -> Truth:
    """The truth of a record, with everything that rows know of earlier writes on it."""
    begun, told = tx.changes.begun(record), tx.changes.told(record)
    return Truth(
        record=record,
        call_id=call_id,
        wanted=wanted,
        proofs=proofs,
        last_written=tx.changes.last_written(record),
        begun=begun,
        approvals=tx.changes.approvals(record),
        told=told,
        moot=moot(tx, record, told, begun),
        put_back=tx.changes.put_back(record),
    )


def truth_of_deal(tx: Stores, ref: DealRef, services: Services) -> Truth:
    """What a deal should show: its newest scored call, by start, and the skills behind it.

    A call that is its rep's alone for a while is shown to nobody in the CRM either: the one
    before it is, and ``opens_at`` says when to look again.

    Raises ``NotYet`` while the newest call is being scored.
    """
    # A call that is scored again still says what it said, unless its words were replaced.
    counted = (CallState.SCORED, CallState.READY)
    newest = tx.calls.list(CallFilter(states=counted, deal=ref, limit=NEWEST))
    waits = held_back(NOBODY, newest, tx, services)
    call = next((call for call in newest if call.id not in waits), None)
    card = tx.scorecards.latest(call.id) if call else None
    if call is not None and card is None:
        raise NotYet("the newest call of this deal is being scored")
    wanted, proofs = no_values(deal_sources(services)), dict[str, Provenance]()
    if call is not None and card is not None:
        shown = shown_on_deal(tx, ref, call, card, services, but=waits.keys())
        wanted |= shown.values
        proofs |= shown.proofs
    truth = known_of(tx, RecordRef.of(ref), wanted, proofs, call.id if call else None)
    return replace(truth, opens_at=min(waits.values(), default=None))
