"""What is shown of a change set: that words in the CRM changed, never the words.

RevOps and operators see what Reploop writes; what was said on a call is for those who
may read the call. The rows keep the true values, which undoing needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.changes import Approval, ChangeSet, FieldWrite
from domain.crm import CrmField, FieldValue, RecordKind
from jobs.crm_sources import repeats_words

HIDDEN = "words of a call, not shown here"


def without_words(
    change_set: ChangeSet, crm_fields: Mapping[str, tuple[CrmField, ...]]
) -> ChangeSet:
    """The change set with every text hidden that may repeat a call."""
    return replace(change_set, writes=without_words_of(change_set.writes, crm_fields))


def without_words_of(
    writes: Sequence[FieldWrite], crm_fields: Mapping[str, tuple[CrmField, ...]]
) -> tuple[FieldWrite, ...]:
    """Writes with every text hidden that may repeat a call.

    An empty value stays empty, so that it is seen whether a field was set, changed or
    cleared. A field that is not mapped any more may hold anything: its text is hidden too.
    """
    plain = _plain(crm_fields)

    def shown(write: FieldWrite) -> FieldWrite:
        if (write.record.crm, write.record.kind, write.field) in plain:
            return write
        return replace(write, old=_hidden(write.old), new=_hidden(write.new))

    return tuple(map(shown, writes))


def approval_without_words(
    approval: Approval, crm_fields: Mapping[str, tuple[CrmField, ...]]
) -> Approval:
    """The same for a change that waits."""
    if (approval.record.crm, approval.record.kind, approval.field) in _plain(crm_fields):
        return approval
    return replace(approval, old=_hidden(approval.old), new=_hidden(approval.new))


def _plain(
    crm_fields: Mapping[str, tuple[CrmField, ...]],
) -> frozenset[tuple[str, RecordKind, str]]:
    """Fields that hold no words of calls."""
    return frozenset(
        (crm, field.on, field.name)
        for crm, fields in crm_fields.items()
        for field in fields
        if not repeats_words(field.source)
    )


def _hidden(value: FieldValue) -> FieldValue:
    return HIDDEN if isinstance(value, str) and value else value
