"""Buttons under changes of CRM fields: approve, decline."""

from collections.abc import Mapping
from functools import partial

from coaching.visibility import may_approve
from domain.changes import ApprovalState
from domain.effects import EffectKind
from domain.people import Role
from domain.phrases import Phrase
from domain.ports import Stores
from jobs.acting import Acting, Handler, denied
from jobs.approval_lines import as_it_stands
from jobs.crm_approve import decide_in
from jobs.crm_deciders import rep_of
from jobs.services import Services

GONE = Phrase("approval-gone")
_DONE = {
    ApprovalState.APPROVED: Phrase("approval-approved-said"),
    ApprovalState.DECLINED: Phrase("approval-declined-said"),
}


def _decide(
    acting: Acting, tx: Stores, services: Services, *, state: ApprovalState
) -> Phrase | None:
    """Decide on one change, once, by who may at this moment; the message says so at once."""
    person, approval_id = acting.person, acting.about("approval")
    if person.role is Role.REP:
        return denied(acting, approval_id, tx, services)
    approval = tx.changes.approval(approval_id)
    said = GONE
    if approval is not None:
        rep = rep_of(approval, acting.organisation, tx)
        if not may_approve(person, rep, acting.organisation):
            return denied(acting, approval_id, tx, services)
        decided = decide_in(tx, approval_id, state, services, by=person.id, via="slack")
        said = _DONE[state] if decided is not None else GONE
    _show(acting, tx)
    return said


def _show(acting: Acting, tx: Stores) -> None:
    """Bring the message up to date in which the button was pressed."""
    record = tx.outbox.get(acting.about("key"))
    if record is None or record.effect.kind is not EffectKind.SLACK_APPROVAL:
        return
    if record.effect.payload["person_id"] != acting.person.id:
        return
    news = as_it_stands(record.effect, acting.person, acting.organisation, tx)
    if news is not None:
        tx.outbox.request(news)


HANDLERS: Mapping[str, Handler] = {
    "crm.approve": partial(_decide, state=ApprovalState.APPROVED),
    "crm.decline": partial(_decide, state=ApprovalState.DECLINED),
}
