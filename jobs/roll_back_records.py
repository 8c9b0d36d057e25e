"""Which records are to be taken back, and where they are."""

from collections.abc import Iterable, Sequence

from domain.changes import ChangeSet, ChangeSetId, RecordRef
from domain.crm import CrmField, RecordKind
from domain.errors import NotVisible
from jobs.crm_batch import fields_of
from jobs.roll_back_fields import Back
from jobs.services import Services


def named(name: str, services: Services) -> Sequence[ChangeSet]:
    """The change set, or every one of the run, of this name, newest first.

    Raises ``NotVisible`` where there is none.
    """
    with services.database.read() as tx:
        one = tx.changes.get(ChangeSetId(name))
        found = [one] if one is not None else tx.changes.of_run(name)
    if not found:
        raise NotVisible(f"there is no change set and no push {name}")
    return found


def by_kind(backs: Iterable[Back]) -> dict[tuple[str, RecordKind], list[Back]]:
    """By CRM and kind of record, in the order of records."""
    found: dict[tuple[str, RecordKind], list[Back]] = {}
    for back in sorted(backs, key=lambda back: back.record):
        found.setdefault((back.record.crm, back.record.kind), []).append(back)
    return found


def connected(backs: Iterable[RecordRef], services: Services) -> None:
    """Raise ``NotVisible`` if one of their CRMs is not connected."""
    for slug in sorted({record.crm for record in backs}):
        if slug not in services.crms:
            raise NotVisible(f"{slug} is not connected")


def mapped(crm: str, kind: RecordKind, services: Services) -> dict[str, CrmField]:
    """The fields of one kind of record, by name."""
    return {field.name: field for field in fields_of(crm, kind, services)}
