"""Who approves a change of a CRM field: the manager of the rep it is about, or else RevOps."""

from coaching.visibility import may_approve, may_see_text
from domain.calls import CallId
from domain.changes import Approval
from domain.people import Organisation, Person, Role
from domain.ports import Stores


def rep_of(approval: Approval, organisation: Organisation, tx: Stores) -> Person | None:
    """The rep of the call that the value comes from; without a call, who owns the deal."""
    proof, deal_ref = approval.provenance, approval.record.deal
    call = tx.calls.get(CallId(proof.call_id)) if proof and proof.call_id else None
    if call is not None:
        return organisation.person(call.rep_id) if call.rep_id else None
    deal = tx.deals.get(deal_ref) if deal_ref else None
    return organisation.by_email(deal.owner_email) if deal and deal.owner_email else None


def deciders(rep: Person | None, organisation: Organisation) -> tuple[Person, ...]:
    """Who is asked at this moment; never the rep. RevOps where no manager is there to ask."""
    manager = organisation.manager_of(rep) if rep is not None else None
    if manager is not None and rep is not None and may_approve(manager, rep, organisation):
        return (manager,)
    active = [person for person in organisation.people if person.active]
    revops = tuple(person for person in active if person.role is Role.REVOPS)
    return revops or tuple(person for person in active if person.role is Role.ADMIN)


def may_read(viewer: Person, rep: Person | None, organisation: Organisation) -> bool:
    """Whether the viewer may read words of this rep's calls."""
    return rep is not None and may_see_text(viewer, rep, organisation)
