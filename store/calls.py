"""Calls and their transcripts as rows."""

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, update
from sqlmodel import col, select

from domain.calls import Call, CallId, CallState, NotScorable, Side, Transcript, Turn
from domain.deals import DealRef
from domain.effects import Claimed
from domain.ports import CallFilter, ClaimTerms
from domain.usage import NOTHING, Usage
from store.call_rows import call_of, values_of
from store.codec import to_json
from store.leases import DEAD, claim, due_now, give_back, release
from store.search import SqlSearch
from store.tables import CallRow, ScorecardRow, TranscriptRow
from store.transactions import Transaction, table_of

READY = col(CallRow.state) == CallState.READY
_TABLE = table_of(CallRow)
WORN_OUT = case(
    (exists().where(col(ScorecardRow.call_id) == _TABLE.c.id), CallState.SCORED.value), else_=DEAD
)
"""The state of a call that was tried too often."""
_UNMOVED = ("provider", "provider_ref", "lease_until", "fence", "attempts", "next_at")
_TO_BE_WORKED_ON = (CallState.WAITING, CallState.READY)


class SqlCalls:
    """See ``CallStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def get(self, call_id: CallId) -> Call | None:
        """See ``CallStore.get``."""
        row = self._tx.first(select(CallRow).where(col(CallRow.id) == call_id))
        return None if row is None else call_of(row)

    def by_ref(self, provider: str, provider_ref: str) -> Call | None:
        """See ``CallStore.by_ref``.

        A writer holds the identity to its end: two deliveries of a call nobody knew yet
        are worked on one after the other and make one call.
        """
        if self._tx.writing:
            self._tx.lock(f"call:{provider}:{provider_ref}")
        same = and_(_TABLE.c.provider == provider, _TABLE.c.provider_ref == provider_ref)
        row = self._tx.first(select(CallRow).where(same))
        return None if row is None else call_of(row)

    def put(self, call: Call) -> None:
        """See ``CallStore.put``."""
        if call.version > 1:  # another version has its own budget
            older = and_(_TABLE.c.id == call.id, _TABLE.c.version != call.version)
            self._tx.changed(update(_TABLE).where(older).values(spent=None))
        self._tx.put(CallRow, [values_of(call)], keep=_UNMOVED)

    def put_transcript(self, call_id: CallId, transcript: Transcript) -> None:
        """See ``CallStore.put_transcript``."""
        values = {"call_id": call_id, **to_json(transcript)}
        self._tx.put(TranscriptRow, [values])
        if not transcript.turns:  # taken away: the index keeps removed words until it is merged
            SqlSearch(self._tx).overwrite()

    def transcript(self, call_id: CallId) -> Transcript | None:
        """See ``CallStore.transcript``."""
        row = self._tx.first(select(TranscriptRow).where(col(TranscriptRow.call_id) == call_id))
        if row is None:
            return None
        return Transcript(tuple(map(_turn, row.turns)), row.language, row.timed)

    def list(self, which: CallFilter) -> Sequence[Call]:
        """See ``CallStore.list``."""
        newest = (col(CallRow.started_at).desc(), col(CallRow.id).desc())
        query = select(CallRow).where(*_conditions(which)).order_by(*newest).limit(which.limit)
        return [call_of(row) for row in self._tx.rows(query)]

    def on_deals(self, crm: str) -> Sequence[tuple[CallId, DealRef]]:
        """See ``CallStore.on_deals``."""
        of_crm = and_(col(CallRow.deal_crm) == crm, col(CallRow.state) == CallState.SCORED)
        query = select(CallRow.id, CallRow.deal_id).where(of_crm)
        ordered = query.order_by(col(CallRow.started_at), col(CallRow.id))
        found = self._tx.session.exec(ordered).all()
        return [(CallId(call_id), DealRef(crm, deal_id or "")) for call_id, deal_id in found]

    def count_linked(self, which: CallFilter) -> tuple[int, int]:
        """See ``CallStore.count_linked``."""
        counted = select(func.count(), func.count(col(CallRow.deal_id))).select_from(CallRow)
        calls, linked = self._tx.session.exec(counted.where(*_conditions(which))).one()
        return calls, linked

    def count_by_state(self, *, but_of: str = "") -> Mapping[str, int]:
        """See ``CallStore.count_by_state``."""
        kind = (col(CallRow.state), col(CallRow.not_scorable))
        query = select(*kind, func.count()).where(*_conditions(CallFilter(but_of=but_of)))
        counted = self._tx.session.exec(query.group_by(*kind)).all()
        totals: dict[str, int] = {}
        for state, reason, number in counted:
            name = f"{state}:{reason}" if state == CallState.SKIPPED and reason else state
            totals[name] = totals.get(name, 0) + number
        return totals

    def link(self, call_id: CallId, *, deal: DealRef | None, reason: str) -> None:
        """See ``CallStore.link``."""
        linked = {
            "deal_crm": deal.crm if deal else None,
            "deal_id": deal.id if deal else None,
            "deal_reason": reason,
        }
        self._tx.changed(update(_TABLE).where(_TABLE.c.id == call_id).values(linked))

    def claim_ready(self, terms: ClaimTerms) -> Sequence[Claimed[Call]]:
        """See ``CallStore.claim_ready``. A score that was there outlives vain tries at another."""
        return self._claim(READY, terms, WORN_OUT)

    def claim_waiting(
        self, terms: ClaimTerms, *, ended_before: datetime
    ) -> Sequence[Claimed[Call]]:
        """See ``CallStore.claim_waiting``."""
        waiting = col(CallRow.state) == CallState.WAITING
        return self._claim(and_(waiting, col(CallRow.ended_at) < ended_before), terms)

    def settle(
        self,
        claimed: Claimed[Call],
        state: CallState,
        *,
        not_scorable: NotScorable | None = None,
        error: str | None = None,
    ) -> bool:
        """See ``CallStore.settle``. A state that workers pick up again starts afresh."""
        values: dict[str, Any] = {"state": state, "not_scorable": not_scorable, "error": error}
        if state is CallState.SCORED:
            values["spent"] = None
        if state in _TO_BE_WORKED_ON:
            values |= {"attempts": 0, "next_at": 0.0}
        unmoved = _TABLE.c.version == claimed.item.version
        return release(self._tx, CallRow, claimed, values, only_if=unmoved)

    def retry(
        self, claimed: Claimed[Call], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """See ``CallStore.retry``."""
        return give_back(self._tx, CallRow, claimed, after_s=after_s, error=error, counts=counts)

    def spent(self, call_id: CallId) -> Usage:
        """See ``CallStore.spent``."""
        return _spent_on(self._tx.first(select(CallRow).where(col(CallRow.id) == call_id)))

    def spend(self, call_id: CallId, usage: Usage) -> None:
        """See ``CallStore.spend``."""
        mine = select(CallRow).where(col(CallRow.id) == call_id).with_for_update()
        figures = to_json((_spent_on(self._tx.first(mine)) + usage).figures())
        self._tx.changed(update(_TABLE).where(_TABLE.c.id == call_id).values(spent=figures))

    def make_due(self, call_id: CallId) -> None:
        """See ``CallStore.make_due``. Whoever works on it now can no longer settle it."""
        where = _TABLE.c.id == call_id
        self._tx.changed(update(_TABLE).where(where).values(due_now(CallRow)))

    def _claim(
        self,
        which: ColumnElement[bool],
        terms: ClaimTerms,
        worn_out: str | ColumnElement[str] = DEAD,
    ) -> Sequence[Claimed[Call]]:
        leases = claim(
            self._tx, CallRow, which, terms, oldest_first="started_at", worn_out=worn_out
        )
        return [lease.of(lease.row.id, call_of(lease.row)) for lease in leases]


def _conditions(which: CallFilter) -> Sequence[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if which.rep_ids is not None:
        conditions.append(col(CallRow.rep_id).in_(which.rep_ids))
    if which.states:
        conditions.append(col(CallRow.state).in_(which.states))
    if which.since is not None:
        conditions.append(col(CallRow.started_at) >= which.since)
    if which.until is not None:
        conditions.append(col(CallRow.started_at) < which.until)
    if which.but_of:
        conditions.append(col(CallRow.provider) != which.but_of)
    if which.deal is not None:
        conditions.append(col(CallRow.deal_crm) == which.deal.crm)
        conditions.append(col(CallRow.deal_id) == which.deal.id)
    return conditions


def _spent_on(row: CallRow | None) -> Usage:
    return NOTHING if row is None or row.spent is None else Usage.of(row.spent)


def _turn(kept: Mapping[str, Any]) -> Turn:
    """A turn as ``put_transcript`` wrote it.

    By hand: a long call has a thousand, and every grading reads them. The speaker's name is
    held once, not in every turn, since hundreds of calls wait for their model at a time.
    """
    return Turn(
        index=kept["index"],
        speaker=sys.intern(kept["speaker"]),
        start_s=kept["start_s"],
        end_s=kept["end_s"],
        text=kept["text"],
        side=Side(kept["side"]),
    )
