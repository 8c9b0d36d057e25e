"""Creating our deal fields."""

from collections.abc import Sequence

from domain.crm import CrmField, ProvisionReport, RecordKind
from domain.errors import WriteRefused
from integrations.pipedrive.client import V2, PipedriveClient
from integrations.pipedrive.errors import NotAllowed
from integrations.pipedrive.fields import TYPES, FieldBook, is_code

ELSEWHERE = "choose another label or field in config/crm_fields.yaml"


class Provisioner:
    """Brings the account to where every field exists; safe to repeat."""

    def __init__(self, client: PipedriveClient, book: FieldBook) -> None:
        self._client = client
        self._book = book

    def run(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create what is missing. A field that cannot be had is reported, not raised."""
        created: list[str] = []
        present: list[str] = []
        failed: dict[str, str] = {}
        self._book.forget()
        for field in fields:
            if field.on is RecordKind.CALL:  # lines in the activity's note: nothing to create
                present.append(field.name)
            elif field.on is not RecordKind.DEAL:
                failed[field.name] = f"Pipedrive has no place for fields on {field.on}: remove it"
            elif self._is_there(field, failed):
                present.append(field.name)
            elif field.name not in failed:
                self._create(field, created, failed)
        return ProvisionReport(created=tuple(created), present=tuple(present), failed=failed)

    def _is_there(self, field: CrmField, failed: dict[str, str]) -> bool:
        """Whether the field exists and fits; notes in ``failed`` why it does not."""
        found = self._book.find(field)
        wanted = TYPES[field.kind]
        if found is None and is_code(field.name):
            failed[field.name] = f"no custom field has this key: {ELSEWHERE}"
        elif found is not None and found.type != wanted:
            failed[field.name] = f"exists as {found.type}, not as {wanted}: {ELSEWHERE}"
        return found is not None and found.type == wanted

    def _create(self, field: CrmField, created: list[str], failed: dict[str, str]) -> None:
        body = {"field_name": field.label, "field_type": TYPES[field.kind]}
        if field.help:
            body["description"] = field.help
        try:
            made = self._client.change("POST", f"{V2}/dealFields", body)
        except NotAllowed as error:
            failed[field.name] = (
                f"{error.detail}. An administrator of Pipedrive has to add it: Company settings, "
                f"Data fields, Deal, a field of type {TYPES[field.kind]} named {field.label!r}"
            )
        except WriteRefused as error:
            failed[field.name] = error.detail
        else:
            created.append(field.name)
            self._book.add(made)
