"""What a CRM's history says of a write of ours: did a person write between our read and it?

Pure. For CRMs that refuse no write that comes too late but keep every value a field had.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.changes import WriteBegun
from domain.crm import CrmField, FieldValue, FieldVersion
from jobs.crm_compare import normal
from jobs.crm_intents import digest


class Seen(StrEnum):
    """What the history shows of one write."""

    CLEAN = "clean"
    """It replaced what we had read, or it never came to be."""
    NOT_YET = "not_yet"
    """It was accepted, but the history does not show it yet: look again."""
    OVERTAKEN = "overtaken"
    """It covered a person's value."""


@dataclass(frozen=True, slots=True)
class LookBack:
    """The verdict, with the person's value that was covered."""

    seen: Seen
    value: FieldValue = None


CLEAN = LookBack(Seen.CLEAN)


def look_back(
    field: CrmField,
    versions: Sequence[FieldVersion],
    begun: Collection[WriteBegun],
    *,
    accepted: bool,
) -> LookBack:
    """Read the versions of one field, oldest first, against the writes that were begun on it.

    The version before the last of ours must be what we had read when we wrote it, or an
    earlier write of ours. If it is anything else, a person put it there after our read.
    What a person wrote after our write is newer than both, and is no concern of ours. A
    value equal to ours counts as ours: writing it again changed nothing. ``accepted``:
    whether the CRM said that the write was done, so that its history has to show it.
    """
    notes = [note for note in begun if field.name in note.over]
    keys = [digest(field.name, normal(field.kind, version.value)) for version in versions]
    new = frozenset().union(*(note.digests for note in notes))
    ours = [n for n, key in enumerate(keys) if key in new and versions[n].ours]
    if not ours:
        landed = not versions or any(key in new for key in keys)
        return LookBack(Seen.NOT_YET) if accepted and notes and not landed else CLEAN
    last = ours[-1]
    if last == 0 or last < len(versions) - 1:  # nothing before it, or a person was later
        return CLEAN
    read = {note.over[field.name] for note in notes if keys[last] in note.digests}
    before = versions[last - 1]
    if keys[last - 1] in read or (before.ours and keys[last - 1] in new):
        return CLEAN
    return LookBack(Seen.OVERTAKEN, before.value)
