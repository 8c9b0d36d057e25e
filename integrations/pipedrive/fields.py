"""Pipedrive's names of our fields: 40 hexadecimal digits of its own making, found by label."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.crm import CrmField, FieldKind
from domain.errors import WriteRefused
from integrations.pipedrive.client import V2, Body, PipedriveClient
from integrations.pipedrive.errors import FIELD_CODE, PROVISION, SLUG

TYPES: Mapping[FieldKind, str] = {
    FieldKind.NUMBER: "double",
    FieldKind.TEXT: "varchar",
    FieldKind.LONG_TEXT: "text",
    FieldKind.DATE: "date",
    FieldKind.URL: "varchar",
}
"""Pipedrive's type for each kind: ``varchar`` holds 255 characters, ``text`` 65,000."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One field of deals as Pipedrive describes it."""

    code: str
    label: str
    type: str
    custom: bool
    options: Mapping[str, str]
    """Labels by id, where the field is a choice."""


class FieldBook:
    """All deal fields: looked up once, and once more when a field is not among them."""

    def __init__(self, client: PipedriveClient) -> None:
        self._client = client
        self._known: tuple[Definition, ...] | None = None

    def all(self, *, fresh: bool = False) -> tuple[Definition, ...]:
        """Every field; ``fresh`` asks again."""
        known = None if fresh else self._known
        if known is None:
            known = tuple(map(definition, self._client.every(f"{V2}/dealFields", {})))
            self._known = known
        return known

    def forget(self) -> None:
        """Ask again at the next occasion."""
        self._known = None

    def add(self, made: Body) -> None:
        """A field that was just created."""
        self._known = (*(self._known or ()), definition(made))

    def find(self, field: CrmField) -> Definition | None:
        """The field by the code in the mapping file, else by its label.

        Pipedrive allows two fields of one label: the one that fits is taken, else the first.
        """
        coded = is_code(field.name)
        wanted = field.name if coded else field.label
        fitting = [d for d in self.all() if d.custom and wanted == (d.code if coded else d.label)]
        fitting.sort(key=lambda d: d.type != TYPES[field.kind])
        return fitting[0] if fitting else None

    def codes(self, fields: Sequence[CrmField]) -> Mapping[str, str]:
        """Our names to Pipedrive's. Raises ``WriteRefused`` naming what is not there."""
        found = {field.name: self.find(field) for field in fields}
        if None in found.values():
            self.all(fresh=True)
            found = {field.name: self.find(field) for field in fields}
        missing = [name for name, known in found.items() if known is None]
        if missing:
            raise absent(missing)
        return {name: known.code for name, known in found.items() if known is not None}

    def named(self, name: str) -> Definition | None:
        """Any field by its code or label, for a segment of the mapping file."""
        for asked_again in (False, True):
            for known in self.all(fresh=asked_again):
                if name in (known.code, known.label):
                    return known
        return None


def absent(names: Sequence[str]) -> WriteRefused:
    """These fields are not at Pipedrive, or not for us."""
    return WriteRefused(SLUG, f"{', '.join(names)}: no such deal field. {PROVISION}")


def is_code(name: str) -> bool:
    """Whether a name is one of Pipedrive's making."""
    return FIELD_CODE.fullmatch(name) is not None


def definition(body: Body) -> Definition:
    """A description as Pipedrive gives it."""
    listed = body.get("options")
    options = [o for o in listed if isinstance(o, dict)] if isinstance(listed, list) else []
    return Definition(
        code=str(body.get("field_code")),
        label=str(body.get("field_name")),
        type=str(body.get("field_type")),
        custom=body.get("is_custom_field") is True,
        options={str(o.get("id")): str(o.get("label")) for o in options},
    )
