"""A person's word on a change that waits for it; what was approved is written next."""

from domain.calls import CallId
from domain.changes import Approval, ApprovalState
from domain.crm import RecordKind
from domain.effects import Queue
from domain.errors import NotVisible
from jobs.corrections import OPERATOR
from jobs.crm_asks import call_update, deal_update
from jobs.services import Services


def decide_change(
    approval_id: str,
    state: ApprovalState,
    services: Services,
    *,
    by: str = OPERATOR,
    via: str = "cli",
) -> Approval:
    """Approve or decline one change, and have the record looked at again.

    What is written is what was approved: if the value is another by then, it is asked anew.

    Raises ``NotVisible`` where it does not wait any more.
    """
    with services.database.write() as tx:
        found = tx.changes.decide(approval_id, state, by=by, at=services.now())
        if found is None:
            raise NotVisible(f"no change {approval_id} waits for approval")
        record = found.record
        tx.audit.add(
            at=services.now(), actor=by, action=f"crm.{state.value}", subject=approval_id,
            allowed=True, via=via,
        )  # fmt: skip
        if record.kind is RecordKind.DEAL:
            tx.outbox.request(deal_update(record.crm, record.id))
        elif found.provenance is not None and found.provenance.call_id is not None:
            tx.outbox.request(call_update(record.crm, CallId(found.provenance.call_id)))
    services.queue.ring(Queue.SYNC)
    return found
