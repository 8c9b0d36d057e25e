"""Our fields on a call: labelled lines in the note of the activity, readable and exact.

Activities have no custom fields. A field is a line ``Label: value``; a value of several
lines goes on in lines that begin with an arrow. What people write above, between or below
stays as it is. The last line holds our key of the call.
"""

import re
from collections.abc import Mapping, Sequence
from html import escape, unescape

from domain.crm import CrmField, FieldKind, FieldValue

KEY = "Reploop id"
MORE = "↳"
_BREAK = re.compile(r"((?:\s*<br\s*/?>|\s*</?(?:p|div|li|ul|ol)\b[^<>]*>)+)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def written(key: str, fields: Sequence[CrmField], values: Mapping[str, FieldValue]) -> str:
    """A new note, as HTML."""
    lines = [_line(field, values.get(field.name)) for field in fields]
    return "<br>".join([*filter(None, lines), f"{KEY}: {escape(key, quote=False)}"])


def key_of(note: str) -> str | None:
    """Our key of the call, if the note has one."""
    for text in _texts(note):
        if text.startswith(f"{KEY}:"):
            return text.removeprefix(f"{KEY}:").strip()
    return None


def values_in(note: str, fields: Sequence[CrmField]) -> dict[str, FieldValue]:
    """What stands behind our labels; ``None`` where there is no such line."""
    found: dict[str, str] = {}
    open_field: str | None = None
    for text in _texts(note):
        if open_field is not None and text.startswith(MORE):
            found[open_field] += "\n" + text.removeprefix(MORE).removeprefix(" ")
            continue
        field = _field_of(text, fields)
        open_field = None if field is None or field.name in found else field.name
        if field is not None and open_field is not None:
            found[open_field] = text.removeprefix(f"{field.label}:").removeprefix(" ")
    return {field.name: _read(field, found.get(field.name)) for field in fields}


def rewritten(note: str, fields: Sequence[CrmField], values: Mapping[str, FieldValue]) -> str:
    """The note with these values; everything else in it is left as it is."""
    parts = _BREAK.split(note)
    missing = [field for field in fields if field.name in values]
    changing = open_line = False
    for place in range(0, len(parts), 2):
        text = _plain(parts[place])
        if open_line and text.startswith(MORE):
            if changing:
                parts[place - 1] = parts[place] = ""
            continue
        field = _field_of(text, fields)
        open_line, changing = field is not None, field in missing
        if field is not None and changing:
            missing.remove(field)
            parts[place] = _line(field, values[field.name])
    added = "<br>".join(filter(None, (_line(field, values[field.name]) for field in missing)))
    return _with(added, parts) if added else "".join(parts)


def _with(added: str, parts: list[str]) -> str:
    """New lines go before the key, or to the end."""
    for place in range(0, len(parts), 2):
        if _plain(parts[place]).startswith(f"{KEY}:"):
            parts[place] = f"{added}<br>{parts[place]}"
            return "".join(parts)
    note = "".join(parts)
    return f"{note}<br>{added}" if note else added


def _line(field: CrmField, value: FieldValue) -> str:
    if value is None or value == "":
        return ""
    text = f"{value:.10g}" if isinstance(value, float | int) else value
    first, *rest = escape(text, quote=False).splitlines() or [""]
    return "<br>".join(
        [f"{escape(field.label, quote=False)}: {first}", *(f"{MORE} {r}" for r in rest)]
    )


def _field_of(text: str, fields: Sequence[CrmField]) -> CrmField | None:
    return next((f for f in fields if text.startswith(f"{f.label}:")), None)


def _texts(note: str) -> list[str]:
    return [_plain(part) for part in _BREAK.split(note)[::2]]


def _plain(html: str) -> str:
    return unescape(_TAG.sub("", html)).replace("\xa0", " ").strip()


def _read(field: CrmField, text: str | None) -> FieldValue:
    """What a person typed over a number stays text: it is theirs, and is no number."""
    if not text:
        return None
    if field.kind is FieldKind.NUMBER:
        try:
            return float(text)
        except ValueError:
            return text
    return text
