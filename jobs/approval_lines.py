"""Who was asked about which change, and where each stands: what messages about them rest on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from coaching.visibility import may_approve
from domain.changes import Approval, ApprovalState, RecordRef
from domain.crm import RecordKind
from domain.crm_notices import AskState
from domain.effects import Effect, EffectKind, EffectRecord
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from jobs.crm_deciders import rep_of
from jobs.services import Services

MOST_LINES = 30
"""Changes in one message; those above it stand on the page."""
KEPT_UP = timedelta(days=30)
"""Messages that nothing was done with for so long are brought up to date no more."""
MESSAGES_READ = 1000
_SAID = {
    ApprovalState.WAITING: AskState.WAITING,
    ApprovalState.APPROVED: AskState.APPROVED,
    ApprovalState.DECLINED: AskState.DECLINED,
}
_AUDITED = {"crm.approved": AskState.APPROVED, "crm.declined": AskState.DECLINED}


@dataclass(frozen=True, slots=True)
class Line:
    """One change in a message: which it is, and how it stood when the message was made."""

    id: str
    record: RecordRef
    field: str
    told: AskState = AskState.WAITING

    @classmethod
    def of(cls, approval: Approval) -> "Line":
        """A change that is asked about for the first time."""
        return cls(approval.id, approval.record, approval.field)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a change stands now; the approval itself while its row is there."""

    state: AskState
    approval: Approval | None = None
    by: str | None = None


def standing(line: Line, reader: Person, organisation: Organisation, tx: Stores) -> Standing:
    """What became of it. What was decided and written leaves its trace in the audit alone."""
    approval = tx.changes.approval(line.id)
    if approval is None:
        for _, actor, action, allowed in tx.audit.about(line.id):
            if allowed and action in _AUDITED:
                return Standing(_AUDITED[action], by=actor)
        return Standing(AskState.WITHDRAWN)
    state = _SAID[approval.state]
    if state is AskState.WAITING:
        rep = rep_of(approval, organisation, tx)
        if not may_approve(reader, rep, organisation):
            return Standing(AskState.ELSEWHERE)
    return Standing(state, approval, approval.by)


def lines_of(payload: Mapping[str, str]) -> tuple[Line, ...]:
    """The changes in a message."""
    return tuple(
        Line(id_, RecordRef(crm, RecordKind(kind), record_id), field, AskState(told))
        for id_, crm, kind, record_id, field, told in json.loads(payload["lines"])
    )


def message_about(key: str, person_id: PersonId, lines: Sequence[Line]) -> Effect:
    """The message; ids and field names only, no value."""
    kept = [
        [line.id, line.record.crm, line.record.kind, line.record.id, line.field, line.told]
        for line in lines
    ]
    payload = {"person_id": person_id, "key": key, "lines": json.dumps(kept)}
    return Effect(kind=EffectKind.SLACK_APPROVAL, key=key, payload=payload)


def messages_to(person_id: PersonId, tx: Stores, services: Services) -> Sequence[EffectRecord]:
    """The messages that a person was sent lately, newest first."""
    since = services.now() - KEPT_UP
    kinds = [EffectKind.SLACK_APPROVAL]
    found = tx.outbox.list(kinds=kinds, since=since, limit=MESSAGES_READ)
    return [record for record in found if record.effect.payload["person_id"] == person_id]


def as_it_stands(
    effect: Effect, reader: Person, organisation: Organisation, tx: Stores
) -> Effect | None:
    """The message with what became of its changes; ``None`` if it says so already."""
    lines = lines_of(effect.payload)
    now = [
        Line(each.id, each.record, each.field, standing(each, reader, organisation, tx).state)
        for each in lines
    ]
    return None if now == list(lines) else message_about(effect.key, reader.id, now)
