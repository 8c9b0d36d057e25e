"""What is shown of a change set: that words in the CRM changed, never the words.

RevOps and operators see what Reploop writes; what was said on a call is for those who
may read the call. The rows keep the true values, which undoing needs.
"""

from collections.abc import Mapping
from dataclasses import replace

from domain.deals import ChangeSet, CrmField, FieldValue, FieldWrite
from jobs.crm_values import WORDS_OF_CALLS

HIDDEN = "words of a call, not shown here"


def without_words(
    change_set: ChangeSet, crm_fields: Mapping[str, tuple[CrmField, ...]]
) -> ChangeSet:
    """The change set with every text hidden that may repeat a call.

    An empty value stays empty, so that it is seen whether a field was set, changed or
    cleared. A field that is not mapped any more may hold anything: its text is hidden too.
    """
    plain = {
        (crm, field.name)
        for crm, fields in crm_fields.items()
        for field in fields
        if field.source not in WORDS_OF_CALLS
    }

    def shown(write: FieldWrite) -> FieldWrite:
        if (write.deal.crm, write.field) in plain:
            return write
        return replace(write, old=_hidden(write.old), new=_hidden(write.new))

    return replace(change_set, writes=tuple(map(shown, change_set.writes)))


def _hidden(value: FieldValue) -> FieldValue:
    return HIDDEN if isinstance(value, str) and value else value
