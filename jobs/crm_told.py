"""People's edits as a CRM told them, and which of them we wrote over unknowingly.

For CRMs that neither refuse a write that comes too late nor keep a history: an automation
that an administrator set up tells us of each edit of a field of ours. An edit that we
never read, because our write came right after it, is put back.
"""

from collections.abc import Mapping, Sequence

from domain.crm import CrmField, FieldValue, RecordNow
from jobs.crm_compare import normal
from jobs.crm_intents import digest
from jobs.crm_truth import Truth


def covered_by_us(
    truth: Truth, now: RecordNow, fields: Sequence[CrmField]
) -> Mapping[str, FieldValue]:
    """By field name, the values of people that stand no more because we wrote over them.

    The newest edit that was told of a field is the person's word. If what stands there is
    what we wrote last, or may have written, and it is another value, ours covered theirs;
    unless the edit is moot (see ``jobs.crm_moot``).
    """
    found: dict[str, FieldValue] = {}
    for field in fields:
        edit = truth.told.get(field.name)
        if edit is None or field.name in truth.moot:
            continue
        stands = normal(field.kind, now.values.get(field.name))
        theirs = normal(field.kind, edit.value)
        ours = normal(field.kind, truth.last_written.get(field.name))
        key = digest(field.name, stands)
        is_ours = stands == ours or key in truth.maybe_ours or key in truth.maybe_put_back
        if field.name in truth.put_back:  # an older value of theirs that we put back ourselves
            is_ours = is_ours or stands == normal(field.kind, truth.put_back[field.name])
        if is_ours and stands != theirs:
            found[field.name] = edit.value
    return found


def found_put_back(truth: Truth, now: RecordNow, fields: Sequence[CrmField]) -> frozenset[str]:
    """The fields in which a person's value stands that we put back without noting it done.

    Unless it is known that we did, an edit that is told only then would not be known to be
    covered by it.
    """
    found = set()
    for field in fields:
        stands = normal(field.kind, now.values.get(field.name))
        is_last = stands == normal(field.kind, truth.last_written.get(field.name))
        if not is_last and digest(field.name, stands) in truth.maybe_put_back:
            found.add(field.name)
    return frozenset(found)
