"""What a scored call's own record at a CRM should show."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.calls import Call, CallId, CallState, Side
from domain.changes import Provenance, RecordRef
from domain.crm import CallRecord, CrmField, FieldKind, FieldValue, NewRecord
from domain.ports import Stores
from domain.scores import Scorecard
from jobs.crm_made import first_values
from jobs.crm_truth import NOBODY, Truth, known_of
from jobs.crm_values import safe_text, values_for_deal
from jobs.retries import NotYet
from jobs.scored_calls import held_back
from jobs.services import Services

OF_A_CALL = {
    "call_score": "last_call_score",
    "call_medal": "last_call_medal",
    "call_summary": "last_call_summary",
    "call_link": "last_call_link",
}
"""A call's own record shows what its deal shows of its latest call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTruth:
    """One call; without a ``head`` it has to have no record."""

    call_id: CallId
    head: CallRecord | None = None
    values: dict[str, FieldValue] = field(default_factory=dict)
    """By source."""
    proof: Provenance | None = None
    opens_at: datetime | None = None
    """Until when it is its rep's alone."""

    def new(self, fields: Sequence[CrmField]) -> NewRecord | None:
        """The record to have, with what our fields begin with."""
        if self.head is None or self.opens_at is not None:
            return None
        return NewRecord(self.head, first_values(fields, self.values))

    def known(self, tx: Stores, record: RecordRef) -> Truth:
        """With what rows know of the record."""
        proofs = {} if self.proof is None else dict.fromkeys(self.values, self.proof)
        return known_of(tx, record, self.values, proofs, self.call_id)


def truth_of_call(tx: Stores, call_id: CallId, crm: str, services: Services) -> CallTruth:
    """What the record of a call should show, if it should be there at all.

    Raises ``NotYet`` while the call is being scored: what it says then is what counts.
    """
    call, card = tx.calls.get(call_id), tx.scorecards.latest(call_id)
    if call is not None and card is None and call.state in (CallState.WAITING, CallState.READY):
        raise NotYet("the call is being scored")
    linked = call is not None and call.deal is not None and call.deal.crm == crm
    if call is None or card is None or not linked or call.state is CallState.DELETED:
        return CallTruth(call_id=call_id)
    waits = held_back(NOBODY, [call], tx, services)
    return CallTruth(
        call_id=call_id,
        head=_head(tx, call),
        values=_values(call, card, services),
        proof=Provenance(
            call_id=call_id,
            reader=f"{card.grader_name} {card.grader_version}",
            rubric=f"{card.rubric_name} v{card.rubric_version}",
        ),
        opens_at=waits.get(call_id),
    )


def _values(call: Call, card: Scorecard, services: Services) -> dict[str, FieldValue]:
    link = f"{services.links.base_url}/calls/{call.id}"
    shown = values_for_deal(call, card, (), services.skills, link)
    return {source: shown[of_deal] for source, of_deal in OF_A_CALL.items()}


def _head(tx: Stores, call: Call) -> CallRecord:
    people = tx.people.organisation().people
    rep = next((person for person in people if person.id == call.rep_id), None)
    buyers = [p.email for p in call.participants if p.email and p.side is Side.BUYER]
    return CallRecord(
        key=call.id,
        title=safe_text(call.title, FieldKind.TEXT) or "Sales call",
        started_at=call.started_at,
        duration_s=call.duration_s,
        deal_id=call.deal.id if call.deal else "",
        owner_email=rep.email if rep else None,
        contact_emails=tuple(dict.fromkeys(email.casefold() for email in buyers)),
    )
