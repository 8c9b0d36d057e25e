"""Says which custom fields are missing and how a person makes them: the API cannot."""

from collections.abc import Mapping, Sequence

from domain.crm import CrmField, FieldKind, ProvisionReport, RecordKind
from integrations.freshsales.fields import FieldCatalogue, internal_name

TEXTS = frozenset({"paragraph", "textarea"})
TYPES: Mapping[FieldKind, frozenset[str]] = {
    FieldKind.NUMBER: frozenset({"number", "decimal"}),
    FieldKind.TEXT: TEXTS | {"text"},
    FieldKind.LONG_TEXT: TEXTS,
    FieldKind.DATE: frozenset({"date", "date_picker"}),
    FieldKind.URL: TEXTS | {"text", "url"},
}
"""Freshsales' types that can hold each kind; it spells some of them in two ways."""
CHOICES: Mapping[FieldKind, str] = {
    FieldKind.NUMBER: "Number",
    FieldKind.TEXT: "Text field",
    FieldKind.LONG_TEXT: "Text area",
    FieldKind.DATE: "Date picker",
    FieldKind.URL: "Text field",
}
"""What a person chooses as the field's type."""


def provision(catalogue: FieldCatalogue, fields: Sequence[CrmField]) -> ProvisionReport:
    """Look what is there. Nothing is created; what is missing is in ``failed`` with steps."""
    catalogue.forget()
    problems = {field.name: _problem(catalogue, field) for field in fields}
    return ProvisionReport(
        created=(),
        present=tuple(name for name, problem in problems.items() if not problem),
        failed={name: problem for name, problem in problems.items() if problem},
    )


def _problem(catalogue: FieldCatalogue, field: CrmField) -> str:
    if field.on is not RecordKind.DEAL:
        return "Freshsales' API keeps fields of ours on deals only: take it out of the mapping"
    found = catalogue.found(field)
    if found is None:
        return steps(field)
    if str(found.get("type")) not in TYPES[field.kind]:
        return (
            f"exists with the type {found.get('type')!s:.40}, which holds no {field.kind}: "
            "map another field in config/crm_fields.yaml"
        )
    return ""


def steps(field: CrmField) -> str:
    """What an administrator does to make a field."""
    named = "" if internal_name(field.label) == field.name else (
        f" (Freshsales will name it {internal_name(field.label)}; Reploop finds it by its label)"
    )  # fmt: skip
    return (
        "make it by hand, Freshsales' API cannot: Admin Settings > Deals > Add field; type "
        f"{CHOICES[field.kind]}; label exactly '{field.label}'; internal name {field.name}"
        f"{named}; neither required nor read-only; save, then `reploop crm provision` again"
    )
