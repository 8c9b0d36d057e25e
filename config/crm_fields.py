"""Loads ``crm_fields.yaml``: what Reploop fills on the records of each CRM, and by which rule."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from config.crm_names import NAMINGS, api_name
from config.documents import Place, read_document
from domain.crm import CrmField, FieldKind, FieldRule, RecordKind

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,79}|[0-9a-f]{40}")
SEGMENT_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)?|[0-9a-f]{40}")
WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
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
Sources = Mapping[RecordKind, Mapping[str, FieldKind]]
"""What there is to fill a field with, and of which kind, by kind of record."""


@dataclass(frozen=True, slots=True)
class CrmMapping:
    """The mapping file as read."""

    fields: Mapping[str, tuple[CrmField, ...]]
    """By CRM slug, in file order."""
    segments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """By CRM slug: our word for a segment to the CRM's name of the field."""


def load_crm_mapping(path: Path, sources: Sources) -> CrmMapping:
    """Fields and segments of every CRM.

    Raises ``ConfigurationError`` with file and line for anything malformed or unknown, a
    source or name that stands twice on one kind of record, a kind of field that cannot
    hold its source, or the format of before, where each CRM had a list of its own.
    """
    document = read_document(path)
    entries = document.entries()
    for slug in NAMINGS:
        if slug in entries:
            raise entries[slug][0].fail(
                "a list of fields for one CRM is the format of before",
                "Make one list `fields:` for all CRMs; `crms: [...]` and `names: {...}` differ",
            )
    keys = document.mapping(["fields"], ["segments"])
    fields: dict[str, list[CrmField]] = {slug: [] for slug in NAMINGS}
    taken: set[tuple[str, RecordKind, str]] = set()
    for place in keys["fields"].items():
        for slug, name_place, made in _fields(place, sources):
            for word in (f"source {made.source}", f"name {made.name.casefold()}"):
                if (slug, made.on, word) in taken:
                    raise name_place.fail(
                        f"{slug}: {word!r} stands on a {made.on} twice", "Keep one of the two"
                    )
                taken.add((slug, made.on, word))
            fields[slug].append(made)
    segments = _segments(keys["segments"]) if "segments" in keys else {}
    return CrmMapping({slug: tuple(made) for slug, made in fields.items()}, segments)


def _fields(place: Place, sources: Sources) -> Iterator[tuple[str, Place, CrmField]]:
    """One entry, for every CRM that it is for."""
    keys = place.mapping(
        ["source", "label", "kind"], ["help", "on", "rule", "approve", "crms", "names"]
    )
    on = RecordKind(keys["on"].one_of(RecordKind)) if "on" in keys else RecordKind.DEAL
    source = keys["source"].one_of(sources[on])
    kind = _kind(keys["kind"], source, sources[on][source])
    label = _label(keys["label"])
    names = _names(keys.get("names"))
    rule = FieldRule(keys["rule"].one_of(FieldRule)) if "rule" in keys else FieldRule.OURS
    for slug in _crms(keys.get("crms"), names):
        found = names.get(slug)
        yield (
            slug,
            found or place,
            CrmField(
                source=source,
                name=_name(found) if found else api_name(slug, source, label),
                label=label,
                kind=kind,
                help=keys["help"].text() if "help" in keys else "",
                on=on,
                rule=rule,
                approve=_approve(keys.get("approve"), on),
            ),
        )


def _approve(place: Place | None, on: RecordKind) -> bool:
    """Of levels week by week nobody is asked: what is approved later is another week's."""
    approve = place.boolean() if place is not None else False
    if approve and place is not None and on not in (RecordKind.DEAL, RecordKind.CALL):
        raise place.fail(
            f"nobody is asked about a {on.value}", "Leave approve out, or use rule: theirs"
        )
    return approve


def _kind(place: Place, source: str, of_source: FieldKind) -> FieldKind:
    kind = FieldKind(place.one_of(each.value for each in FieldKind))
    if kind not in FITS[of_source]:
        allowed = " or ".join(each.value for each in FieldKind if each in FITS[of_source])
        raise place.fail(f"{kind.value} cannot hold {source}", f"Use {allowed}")
    return kind


def _label(place: Place) -> str:
    label = place.text()
    if len(label) > MAX_LABEL_CHARS:
        raise place.fail(
            f"label of {len(label)} characters", f"Shorten it to {MAX_LABEL_CHARS} at most"
        )
    return label


def _names(place: Place | None) -> Mapping[str, Place]:
    return {} if place is None else place.mapping([], tuple(NAMINGS))


def _name(place: Place) -> str:
    name = place.text()
    if not NAME.fullmatch(name):
        raise place.fail(
            f"{name!r} is not a field name", "Use letters, digits and _, beginning with a letter"
        )
    return name


def _crms(place: Place | None, names: Mapping[str, Place]) -> Sequence[str]:
    if place is None:
        return tuple(NAMINGS)
    chosen = [each.one_of(NAMINGS) for each in place.items()]
    for slug, named in names.items():
        if slug not in chosen:
            raise named.fail(f"{slug} is not among its crms", "Add it there, or drop the name")
    return chosen


def _segments(place: Place) -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for word, (key, value) in place.entries().items():
        if not WORD.fullmatch(word):
            raise key.fail(f"{word!r} is no plain word", "Use small letters, digits and _")
        for slug, name in value.mapping([], tuple(NAMINGS)).items():
            text = name.text()
            if not SEGMENT_NAME.fullmatch(text):
                raise name.fail(f"{text!r} is not a field name", "Give the CRM's API name")
            found.setdefault(slug, {})[word] = text
    return found
