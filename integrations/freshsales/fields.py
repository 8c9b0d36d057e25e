"""Our fields as Freshsales has them: custom fields, found by internal name or by label."""

import re
import threading
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.crm import CrmField, FieldKind, FieldValue
from domain.errors import UnexpectedPayload, WriteRefused
from integrations.freshsales.client import Body, FreshsalesClient
from integrations.freshsales.errors import MISSING, SLUG

PREFIX = "cf_"


def internal_name(label: str) -> str:
    """The name that Freshsales derives from the label of a new custom field.

    ``cf_`` and the label in lower case, with one underscore for each run of anything but
    letters and digits. Where an account derives another, fields are found by label.
    """
    return PREFIX + re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")


class FieldCatalogue:
    """The custom fields of deals; asked for once, and again when a field is not found."""

    def __init__(self, client: FreshsalesClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._custom: tuple[Body, ...] | None = None

    def forget(self) -> None:
        """Ask again at the next need."""
        with self._lock:
            self._custom = None

    def found(self, field: CrmField) -> Body | None:
        """The definition of a field as last asked for, by name or else by label."""
        with self._lock:
            if self._custom is None:
                self._custom = tuple(filter(_is_custom, self._client.deal_fields()))
            custom = self._custom
        for key, wanted in (("name", field.name), ("label", field.label)):
            same = [each for each in custom if each.get(key) == wanted]
            if len(same) == 1:
                return same[0]
        return None

    def names(self, fields: Sequence[CrmField]) -> dict[str, str]:
        """Our name to Freshsales' internal name.

        Raises ``WriteRefused`` naming those that are not there, with the remedy.
        """
        found = {field.name: self.found(field) for field in fields}
        if None in found.values():
            self.forget()
            found = {field.name: self.found(field) for field in fields}
        missing = [name for name, definition in found.items() if definition is None]
        if missing:
            raise WriteRefused(SLUG, f"{', '.join(missing)}: {MISSING}")
        return {name: str(each["name"]) for name, each in found.items() if each}


def custom_values(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The custom fields of a deal's record. Raises ``UnexpectedPayload``."""
    values = record.get("custom_field")
    if not isinstance(values, dict):
        raise UnexpectedPayload(SLUG, "a deal without custom_field")
    return values


def written(value: FieldValue) -> object:
    """A value as it is sent: a field of type Number takes whole numbers only as integers."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value == "" else value


def read(field: CrmField, value: object) -> FieldValue:
    """A present value as ours. Numbers come as numbers or text, dates with or without a time."""
    if value is None or value == "":
        return None
    text = str(value)
    try:
        if field.kind is FieldKind.NUMBER:
            return float(text)
        if field.kind is FieldKind.DATE:
            return date.fromisoformat(text[:10]).isoformat()
    except ValueError as error:
        raise UnexpectedPayload(SLUG, f"{field.name} is not a {field.kind}") from error
    return text


def _is_custom(definition: Body) -> bool:
    return str(definition.get("name", "")).startswith(PREFIX)
