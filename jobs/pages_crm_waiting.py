"""Changes of CRM fields that wait for a person, and that person's word on them."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.visibility import may_approve
from domain.changes import Approval, ApprovalState
from domain.errors import NotVisible
from domain.people import Organisation, Person, Role
from domain.ports import Stores
from jobs.crm_approve import decide_change
from jobs.crm_deciders import deciders, may_read, rep_of
from jobs.crm_shown import approval_without_words
from jobs.pages_access import VIA, audit
from jobs.pages_crm_shown import Names, ShownApproval
from jobs.services import Services

SHOWN = 200
READ = "read_crm_waiting"
APPROVERS = (Role.MANAGER, Role.REVOPS, Role.ADMIN)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPage:
    """What waits for this viewer, oldest first."""

    viewer: Person
    waiting: tuple[ShownApproval, ...]
    sees_crm: bool
    """Whether the page of all changes is the viewer's too."""
    said: str = ""
    """What became of the decision that led here: approved, declined or gone."""


def waiting_page(viewer: Person, said: str, services: Services) -> WaitingPage:
    """Changes that the viewer may approve. The look is audited.

    Raises ``NotVisible`` for reps.
    """
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        waiting = waiting_for(viewer, organisation, tx, services)
    allowed = viewer.active and viewer.role in APPROVERS
    audit(viewer, READ, f"crm:{viewer.id}", services, allowed=allowed)
    _note_words(viewer, waiting, services)
    return WaitingPage(
        viewer=viewer, waiting=waiting, sees_crm=viewer.role is not Role.MANAGER, said=said
    )


def _note_words(viewer: Person, waiting: Sequence[ShownApproval], services: Services) -> None:
    """Each rep whose words are read can see who read them."""
    reps = {each.rep_id for each in waiting if each.rep_id and each.words and not each.hidden}
    subjects = sorted(f"rep:{rep_id}" for rep_id in reps)
    with services.database.write() as tx:
        tx.audit.add_all(
            at=services.now(), actor=viewer.id, action=READ, subjects=subjects, via=VIA
        )


def waiting_for(
    viewer: Person, organisation: Organisation, tx: Stores, services: Services
) -> tuple[ShownApproval, ...]:
    """What waits, and that the viewer may decide; words only where they may read them."""
    names = Names(tx, organisation, services)
    found = []
    for approval in tx.changes.waiting(limit=SHOWN):
        rep = rep_of(approval, organisation, tx)
        if may_approve(viewer, rep, organisation):
            found.append(_shown(approval, rep, viewer, organisation, names, services))
    return tuple(found)


def _shown(
    approval: Approval,
    rep: Person | None,
    viewer: Person,
    organisation: Organisation,
    names: Names,
    services: Services,
) -> ShownApproval:
    proof = approval.provenance
    bare = approval_without_words(approval, services.crm_fields)
    seen = approval if may_read(viewer, rep, organisation) else bare
    return ShownApproval(
        approval=seen,
        record=names.record(approval.record, proof.call_id if proof else None),
        label=names.label(approval.record, approval.field),
        rep=rep.name if rep else "",
        rep_id=rep.id if rep else None,
        asked=tuple(person.name for person in deciders(rep, organisation)),
        words=bare != approval,
        hidden=seen != approval,
    )


def decide_on_page(
    viewer: Person, approval_id: str, state: ApprovalState, services: Services
) -> bool:
    """Approve or decline; ``False`` if it does not wait any more. Audited.

    Raises ``NotVisible`` for a change that is not the viewer's to decide.
    """
    with services.database.read() as tx:
        organisation, found = tx.people.organisation(), tx.changes.approval(approval_id)
        rep = rep_of(found, organisation, tx) if found else None
        allowed = viewer.role in APPROVERS if found is None else may_approve(
            viewer, rep, organisation
        )  # fmt: skip
    if not allowed:
        audit(viewer, f"crm.{state.value}", approval_id, services, allowed=False)
    try:
        decide_change(approval_id, state, services, by=viewer.id, via=VIA)
    except NotVisible:
        return False
    return True
