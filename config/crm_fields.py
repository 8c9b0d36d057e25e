"""Loads ``crm_fields.yaml``: which fields Reploop owns on a deal in each CRM."""

import re
from collections.abc import Mapping
from pathlib import Path

from config.documents import Place, read_document
from domain.deals import CrmField, FieldKind

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,79}")
MAX_LABEL_CHARS = 40
"""Salesforce's limit for a label."""
FITS: Mapping[FieldKind, frozenset[FieldKind]] = {
    FieldKind.NUMBER: frozenset({FieldKind.NUMBER}),
    FieldKind.DATE: frozenset({FieldKind.DATE}),
    FieldKind.URL: frozenset({FieldKind.URL, FieldKind.TEXT, FieldKind.LONG_TEXT}),
    FieldKind.TEXT: frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT}),
    FieldKind.LONG_TEXT: frozenset({FieldKind.LONG_TEXT}),
}
"""Kinds of field that can hold what a source of each kind gives."""


def load_crm_fields(
    path: Path, sources: Mapping[str, FieldKind]
) -> Mapping[str, tuple[CrmField, ...]]:
    """Fields by CRM slug, in file order.

    ``sources`` are the values there are, with their kind (``jobs.crm_values.SOURCES``).

    Raises ``ConfigurationError`` with file and line for anything malformed or unknown, a
    source or name that a CRM lists twice, or a kind of field that cannot hold its source.
    """
    crms = read_document(path).entries()
    return {slug: _fields(listed, sources) for slug, (_, listed) in crms.items()}


def _fields(listed: Place, sources: Mapping[str, FieldKind]) -> tuple[CrmField, ...]:
    fields: list[CrmField] = []
    taken: set[str] = set()
    for place in listed.items():
        keys = place.mapping(["source", "name", "label", "kind"], ["help"])
        field = _field(keys, sources)
        for key, word in (("source", field.source), ("name", field.name.casefold())):
            if word in taken:
                raise keys[key].fail(f"{word!r} is listed twice", "Keep one of the two")
            taken.add(word)
        fields.append(field)
    return tuple(fields)


def _field(keys: Mapping[str, Place], sources: Mapping[str, FieldKind]) -> CrmField:
    source = keys["source"].one_of(sources)
    kind = FieldKind(keys["kind"].one_of(each.value for each in FieldKind))
    if kind not in FITS[sources[source]]:
        allowed = " or ".join(each.value for each in FieldKind if each in FITS[sources[source]])
        raise keys["kind"].fail(f"{kind.value} cannot hold {source}", f"Use {allowed}")
    name = keys["name"].text()
    if not NAME.fullmatch(name):
        raise keys["name"].fail(
            f"{name!r} is not a field name", "Use letters, digits and _, beginning with a letter"
        )
    label = keys["label"].text()
    if len(label) > MAX_LABEL_CHARS:
        raise keys["label"].fail(
            f"label of {len(label)} characters", f"Shorten it to {MAX_LABEL_CHARS} at most"
        )
    return CrmField(source, name, label, kind, keys["help"].text() if "help" in keys else "")
