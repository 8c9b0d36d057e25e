"""Which Salesforce object stands for which kind of record, and how it is keyed."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.crm import RecordKind

ID = re.compile(r"[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?")
SNAPSHOT_OBJECT = "Reploop_Skill_Snapshot__c"
FIELD_PATH = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,79}(\.[A-Za-z][A-Za-z0-9_]{0,79}){0,4}")
"""The name of a field, across relations with dots: the only text that enters a query as it is."""
COMMENTS = "Description"
"""The comments of a task: an activity can have no long text field of its own making."""


@dataclass(frozen=True, slots=True)
class Sobject:
    """An object. ``key`` is our external id field on it, where we create records."""

    name: str
    entity: str
    """Where its custom fields are defined; those of tasks stand on Activity."""
    key: str = ""
    key_label: str = ""


OBJECTS: Mapping[RecordKind, Sobject] = {
    RecordKind.DEAL: Sobject("Opportunity", "Opportunity"),
    RecordKind.CALL: Sobject("Task", "Activity", "Reploop_Call_Id__c", "Call id (Reploop)"),
    RecordKind.SNAPSHOT: Sobject(
        SNAPSHOT_OBJECT, SNAPSHOT_OBJECT, "Reploop_Key__c", "Key (Reploop)"
    ),
    RecordKind.OWNER: Sobject("User", "User"),
}


def short(record_id: str) -> str:
    """What two forms of one id share; their last three characters only guard its case."""
    return record_id[:15]


def usable(ids: Iterable[str]) -> list[str]:
    """The ids that can be ids at all: one that cannot would fail a whole query."""
    return [each for each in dict.fromkeys(ids) if ID.fullmatch(each)]
