"""Messages about CRM changes that wait for a person: the newest truth, under the rights of now."""

from collections.abc import Mapping
from functools import partial

from domain.calls import CallId
from domain.changes import Approval
from domain.crm_notices import ApprovalNotice, AskedChange, AskState
from domain.effects import EffectKind
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from jobs.approval_lines import Line, Standing, lines_of, messages_to, standing
from jobs.crm_deciders import deciders, may_read, rep_of
from jobs.crm_shown import approval_without_words
from jobs.letter import Composed, Composer, Letter, NotSent, reachable
from jobs.look import Look
from jobs.pages_crm_shown import Names
from jobs.services import Services

WAITING_READ = 2000


def _approvals(
    payload: Mapping[str, str], organisation: Organisation, tx: Stores, services: Services
) -> Composed:
    person = organisation.person(PersonId(payload["person_id"]))
    if refusal := reachable(person):
        return refusal
    assert person is not None  # noqa: S101 - reachable refused None
    names = Names(tx, organisation, services)
    shown = partial(_change, reader=person, names=names, tx=tx, services=services)
    stands = [
        (line, standing(line, person, organisation, tx)) for line in lines_of(payload)
    ]  # fmt: skip
    changes = tuple(shown(line, now, organisation) for line, now in stands)
    sent = tx.outbox.get(payload["key"])
    waits = any(change.state is AskState.WAITING for change in changes)
    if not waits and (sent is None or sent.remote_id is None):
        return NotSent("nothing in it waits any more")
    reps = _whose_words(stands, person, organisation, tx, services)
    look = Look(
        actor=person.id, subject=f"crm:{person.id}", allowed=True, action="read_crm_waiting",
        reps=reps,
    )  # fmt: skip
    more = _in_no_message(person, organisation, tx, services)
    notice = ApprovalNotice(key=payload["key"], changes=changes, more=more)
    return Letter(person, notice, look if reps else None)


def _change(
    line: Line,
    now: Standing,
    organisation: Organisation,
    *,
    reader: Person,
    names: Names,
    tx: Stores,
    services: Services,
) -> AskedChange:
    approval, proof = now.approval, now.approval.provenance if now.approval else None
    call_id = CallId(proof.call_id) if proof and proof.call_id else None
    bare = AskedChange(
        id=line.id, state=now.state, field=names.label(line.record, line.field),
        record=names.record(line.record, call_id).name, crm=line.record.crm,
        decided_by=_colleague(now.by, organisation),
    )  # fmt: skip
    if approval is None or now.state is not AskState.WAITING:
        return bare
    rep = rep_of(approval, organisation, tx)
    safe = approval_without_words(approval, services.crm_fields)
    seen = approval if may_read(reader, rep, organisation) else safe
    call = tx.calls.get(call_id) if call_id else None
    return AskedChange(
        id=bare.id, state=bare.state, field=bare.field, record=bare.record, crm=bare.crm,
        old=seen.old, new=seen.new, hidden=seen != approval, rep_name=rep.name if rep else "",
        call_id=call_id if call else None, call_title=call.title if call else "",
        start_s=_start_s(approval, tx),
    )  # fmt: skip


def _colleague(actor: str | None, organisation: Organisation) -> str:
    """The name of who decided; nothing where it was done on the command line."""
    person = organisation.person(PersonId(actor)) if actor else None
    return person.name if person else ""


def _start_s(approval: Approval, tx: Stores) -> float | None:
    proof = approval.provenance
    if proof is None or proof.call_id is None or not proof.turns:
        return None
    transcript = tx.calls.transcript(CallId(proof.call_id))
    turns = transcript.turns if transcript else ()
    return next((turn.start_s for turn in turns if turn.index == proof.turns[0]), None)


def _whose_words(
    stands: list[tuple[Line, Standing]],
    reader: Person,
    organisation: Organisation,
    tx: Stores,
    services: Services,
) -> tuple[PersonId, ...]:
    """The reps whose words this message lets its reader read."""
    found = set()
    for _, now in stands:
        if now.approval is None or now.state is not AskState.WAITING:
            continue
        rep = rep_of(now.approval, organisation, tx)
        words = approval_without_words(now.approval, services.crm_fields) != now.approval
        if rep is not None and words and may_read(reader, rep, organisation):
            found.add(rep.id)
    return tuple(sorted(found))


def _in_no_message(
    person: Person, organisation: Organisation, tx: Stores, services: Services
) -> int:
    messages = messages_to(person.id, tx, services)
    known = {line.id for record in messages for line in lines_of(record.effect.payload)}
    return sum(
        person in deciders(rep_of(approval, organisation, tx), organisation)
        for approval in tx.changes.waiting(limit=WAITING_READ)
        if approval.id not in known
    )


COMPOSERS: Mapping[EffectKind, Composer] = {EffectKind.SLACK_APPROVAL: _approvals}
