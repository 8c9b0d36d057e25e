"""Creating our deal properties, in a group of their own."""

from collections.abc import Mapping, Sequence

from domain.deals import CrmField, FieldKind, ProvisionReport
from domain.errors import NotFoundAtVendor, WriteRefused
from integrations.hubspot.client import HubspotClient
from integrations.hubspot.errors import CONFLICT

GROUP = "reploop"
TYPES: Mapping[FieldKind, tuple[str, str]] = {
    FieldKind.NUMBER: ("number", "number"),
    FieldKind.TEXT: ("string", "text"),
    FieldKind.LONG_TEXT: ("string", "textarea"),
    FieldKind.DATE: ("date", "date"),
    FieldKind.URL: ("string", "text"),
}
"""HubSpot's (type, fieldType) for each kind."""


class Provisioner:
    """Brings the account to where every property exists; safe to repeat."""

    def __init__(self, client: HubspotClient) -> None:
        self._client = client

    def run(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create what is missing. A property that cannot be had is reported, not raised."""
        created: list[str] = []
        present: list[str] = []
        failed: dict[str, str] = {}
        group_ready = False
        for field in fields:
            if self._is_there(field, failed):
                present.append(field.name)
            elif field.name not in failed:
                if not group_ready:
                    self._ensure_group()
                    group_ready = True
                self._create(field, created, present, failed)
        return ProvisionReport(created=tuple(created), present=tuple(present), failed=failed)

    def _is_there(self, field: CrmField, failed: dict[str, str]) -> bool:
        """Whether the property exists and fits; notes in ``failed`` why it does not fit."""
        try:
            found = self._client.property_named(field.name)
        except NotFoundAtVendor:
            return False
        wanted = TYPES[field.kind][0]
        if found.get("type") != wanted:
            failed[field.name] = (
                f"exists as {found.get('type')}, not as {wanted}: "
                "choose another name in config/crm_fields.yaml"
            )
            return False
        return True

    def _ensure_group(self) -> None:
        try:
            self._client.create_group(GROUP, "Reploop")
        except WriteRefused as error:
            if not _is_conflict(error):
                raise

    def _create(
        self, field: CrmField, created: list[str], present: list[str], failed: dict[str, str]
    ) -> None:
        try:
            self._client.create_property(_definition(field))
        except WriteRefused as error:
            if not _is_conflict(error):
                failed[field.name] = error.detail
            elif self._is_there(field, failed):  # somebody else was faster: compare theirs
                present.append(field.name)
            elif field.name not in failed:
                failed[field.name] = "archived under this name: restore it in HubSpot"
        else:
            created.append(field.name)


def _definition(field: CrmField) -> dict[str, object]:
    kind, field_type = TYPES[field.kind]
    return {
        "name": field.name,
        "label": field.label,
        "description": field.help,
        "groupName": GROUP,
        "type": kind,
        "fieldType": field_type,
        "formField": False,
    }


def _is_conflict(error: WriteRefused) -> bool:
    return error.detail.startswith(CONFLICT)
