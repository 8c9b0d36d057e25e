"""A call as a row and back."""

from datetime import timedelta
from typing import Any

from domain.calls import (
    Call,
    CallId,
    CallState,
    CallType,
    NotScorable,
    Participant,
    RepReason,
)
from domain.deals import DealRef
from domain.people import PersonId
from store.codec import from_json, to_json
from store.tables import CallRow


def values_of(call: Call) -> dict[str, Any]:
    """Every column, as for a call that nobody has claimed yet."""
    return {
        "id": call.id,
        "provider": call.provider,
        "provider_ref": call.provider_ref,
        "title": call.title,
        "started_at": call.started_at,
        "ended_at": call.started_at + timedelta(seconds=call.duration_s),
        "duration_s": call.duration_s,
        "state": call.state,
        "call_type": call.call_type,
        "host_email": call.host_email,
        "rep_id": call.rep_id,
        "rep_reason": call.rep_reason,
        "participants": to_json(call.participants),
        "not_scorable": call.not_scorable,
        "error": call.error,
        "deal_crm": call.deal.crm if call.deal else None,
        "deal_id": call.deal.id if call.deal else None,
        "deal_reason": call.deal_reason,
        "recording_url": call.recording_url,
        "version": call.version,
        "lease_until": None,
        "fence": 0,
        "attempts": 0,
        "next_at": 0.0,
    }


def call_of(row: CallRow) -> Call:
    """The call in a row. Raises ``ValueError`` for words this version does not know."""
    linked = row.deal_crm is not None and row.deal_id is not None
    return Call(
        id=CallId(row.id),
        provider=row.provider,
        provider_ref=row.provider_ref,
        title=row.title,
        started_at=row.started_at,
        duration_s=row.duration_s,
        state=CallState(row.state),
        call_type=CallType(row.call_type),
        host_email=row.host_email,
        rep_id=PersonId(row.rep_id) if row.rep_id is not None else None,
        rep_reason=RepReason(row.rep_reason) if row.rep_reason is not None else None,
        participants=from_json(tuple[Participant, ...], row.participants),
        not_scorable=NotScorable(row.not_scorable) if row.not_scorable is not None else None,
        error=row.error,
        deal=DealRef(row.deal_crm or "", row.deal_id or "") if linked else None,
        deal_reason=row.deal_reason,
        recording_url=row.recording_url,
        version=row.version,
    )
