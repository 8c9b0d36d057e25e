"""Creating our fields and module, and making hidden fields visible to the user we act as.

Zoho makes a field's API name from its label; what it made is read back and compared.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from domain.crm import CrmField, FieldKind, ProvisionReport, RecordKind
from domain.errors import CredentialsRejected, SetupRejected, WriteRefused
from integrations.zoho.client import Body, ZohoClient
from integrations.zoho.errors import api_name, row_result, text_id
from integrations.zoho.making import KEYS
from integrations.zoho.people import People
from integrations.zoho.records import Records
from integrations.zoho.values import portions

AT_ONCE = 5
"""Fields that one request can create."""
TYPES: Mapping[FieldKind, Mapping[str, Any]] = {
    FieldKind.NUMBER: {"data_type": "double", "length": 16, "decimal_place": 2},
    FieldKind.TEXT: {"data_type": "text", "length": 255},
    FieldKind.LONG_TEXT: {
        "data_type": "textarea", "length": 32_000, "textarea": {"type": "large"},
    },
    FieldKind.DATE: {"data_type": "date"},
    FieldKind.URL: {"data_type": "website", "length": 450},
}  # fmt: skip
MAPPING = "config/crm_fields.yaml"
STEPS = (
    "A person creates a module under Setup > Modules and Fields > Create New Module, then "
    "sets REPLOOP_ZOHO_SNAPSHOTS to its API name"
)
NO_PROFILE = "Zoho does not say which profile our user has"
LABELS = {"plural_label": "Reploop Skill Snapshots", "singular_label": "Reploop Skill Snapshot"}


class Provisioner:
    """Brings the organisation to where every field exists; safe to repeat."""

    def __init__(self, client: ZohoClient, records: Records, people: People) -> None:
        self._client = client
        self._records = records
        self._people = people

    def run(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create what is missing. A field that cannot be had is reported, not raised."""
        created: list[str] = []
        present: list[str] = []
        failed: dict[str, str] = {}
        for kind in dict.fromkeys(field.on for field in fields):
            wanted = [*_keys(kind), *(field for field in fields if field.on is kind)]
            reason = self._missing_module(kind, created)
            if reason:
                failed |= dict.fromkeys((field.name for field in wanted), reason)
                continue
            run = _Module(self._client, self._people, self._records.modules[kind])
            run.bring(wanted)
            created += run.created
            present += run.present
            failed |= run.failed
        return ProvisionReport(created=tuple(created), present=tuple(present), failed=failed)

    def _missing_module(self, kind: RecordKind, created: list[str]) -> str | None:
        """Why there is no module for this kind, with the steps for a person."""
        if kind is RecordKind.OWNER:
            return "Reploop cannot write on users of Zoho CRM: take the field out of " + MAPPING
        module = self._records.modules.get(kind)
        if module is None:
            return f"skill snapshots are off: set REPLOOP_ZOHO_SNAPSHOTS. {STEPS}"
        if kind is not RecordKind.SNAPSHOT:
            return None
        rows = self._client.page("/settings/modules", "modules", {}).rows
        if any(row.get("api_name") == module for row in rows):
            return None
        problem = self._create_module(module)
        if problem is None:
            created.append(module)
            return None
        return f"the module {module} is missing and cannot be created: {problem}. {STEPS}"

    def _create_module(self, module: str) -> str | None:
        """Create it for our user's profile alone; what is wrong, or ``None``."""
        profile = self._people.our_profile()
        if not profile:
            return NO_PROFILE
        definition = {
            **LABELS,
            "api_name": module,
            "profiles": [{"id": profile["id"]}],
            "display_field": {"field_label": "Title", "data_type": "text"},
        }
        try:
            said = self._client.create_module(definition)
        except CredentialsRejected:
            raise
        except (SetupRejected, WriteRefused) as error:
            return error.detail
        return row_result(said[0] if said else None).detail or None


class _Module:
    """One module while its fields are brought into being."""

    def __init__(self, client: ZohoClient, people: People, module: str) -> None:
        self._client = client
        self._people = people
        self._module = module
        self.created: list[str] = []
        self.present: list[str] = []
        self.failed: dict[str, str] = {}

    def bring(self, wanted: Sequence[CrmField]) -> None:
        there = self._read()
        missing = []
        for field in wanted:
            found = there.get(field.name)
            other = next((n for n, f in there.items() if f.get("field_label") == field.label), None)
            if found is not None:
                self._compare(field, found)
            elif other is not None:
                self.failed[field.name] = _named(other)
            else:
                missing.append(field)
        self._mend([there[name] for name in self.present])
        self._create(missing)

    def _read(self) -> dict[str, Body]:
        params = {"module": self._module, "type": "all"}
        rows = self._client.page("/settings/fields", "fields", params).rows
        return {name: row for row in rows if (name := api_name(row.get("api_name")))}

    def _compare(self, field: CrmField, found: Body) -> None:
        type_there, type_wanted = found.get("data_type"), TYPES[field.kind]["data_type"]
        if type_there != type_wanted:
            self.failed[field.name] = (
                f"exists as {api_name(type_there)}, not as {type_wanted}: "
                f"choose another name and label in {MAPPING}"
            )
        elif _is_key(field) and not found.get("unique"):
            self.failed[field.name] = "has to be unique: tick 'Do not allow duplicate values'"
        else:
            self.present.append(field.name)

    def _mend(self, definitions: Sequence[Body]) -> None:
        """Make fields that the profile of our user may not edit editable for it alone."""
        suspect = [d for d in definitions if d.get("visible") is False or _barred_profiles(d)]
        profile = self._people.our_profile() if suspect else {}
        ours = profile.get("id", "")
        barred = [d for d in suspect if d.get("visible") is False or ours in _barred_profiles(d)]
        allowed = [{**profile, "permission_type": "read_write"}]
        for part in portions(barred, AT_ONCE):
            bodies = [{"id": text_id(d.get("id")), "profiles": allowed} for d in part]
            problems = self._define("PATCH", bodies) if ours else [NO_PROFILE] * len(part)
            for definition, problem in zip(part, problems, strict=False):
                name = str(definition["api_name"])
                if problem is not None:
                    self.present.remove(name)
                    self.failed[name] = f"hidden from the profile of our user. {problem}"

    def _create(self, fields: Sequence[CrmField]) -> None:
        made: list[CrmField] = []
        for part in portions(fields, AT_ONCE):
            problems = self._define("POST", [_definition(field) for field in part])
            for field, problem in zip(part, problems, strict=False):
                if problem is None:
                    made.append(field)
                else:
                    self.failed[field.name] = problem
        there = self._read() if made else {}
        for field in made:
            names = [n for n, f in there.items() if f.get("field_label") == field.label]
            if field.name in there:
                self.created.append(field.name)
            else:
                self.failed[field.name] = _named(names[0] if names else "another name")

    def _define(self, method: str, bodies: Sequence[Mapping[str, Any]]) -> Sequence[str | None]:
        """For each definition what is wrong, or ``None``."""
        try:
            said = self._client.define(method, self._module, bodies)
        except WriteRefused as error:
            return [error.detail] * len(bodies)
        problems: list[str | None] = [row_result(item).detail or None for item in said]
        return [*problems, *["Zoho did not say what became of it"] * (len(bodies) - len(said))]


def _keys(kind: RecordKind) -> Iterator[CrmField]:
    """The field that holds our key, on records that we make."""
    if kind in KEYS:
        name, label = KEYS[kind]
        help_text = "Reploop's own number of the record. Do not change it."
        yield CrmField("key", name, label, FieldKind.TEXT, help_text, on=kind)


def _is_key(field: CrmField) -> bool:
    return (field.name, field.label) == KEYS.get(field.on)


def _definition(field: CrmField) -> dict[str, Any]:
    body: dict[str, Any] = {"field_label": field.label, **TYPES[field.kind]}
    if field.help:
        body["tooltip"] = {"name": "info_icon", "value": field.help[:255]}
    if _is_key(field):
        body["unique"] = {"case_sensitive": False}  # the only value that Zoho takes
    return body


def _barred_profiles(definition: Body) -> set[str]:
    """Ids of the profiles that may not edit the field."""
    profiles = definition.get("profiles")
    return {
        text_id(profile.get("id"))
        for profile in (profiles if isinstance(profiles, list) else ())
        if isinstance(profile, dict) and profile.get("permission_type") != "read_write"
    }


def _named(name: str) -> str:
    return f"Zoho calls the field with this label {name}: put that name into {MAPPING}"
