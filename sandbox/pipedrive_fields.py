"""Deal fields of a Pipedrive account: names of its own making, types, and what fits them."""

import hashlib
from datetime import date
from typing import Any

Record = dict[str, Any]

NATIVE = {
    "title": "varchar", "value": "monetary", "currency": "varchar", "stage_id": "stage",
    "status": "status", "expected_close_date": "date", "user_id": "user", "channel": "enum",
}  # fmt: skip
CREATABLE = frozenset({
    "varchar", "text", "double", "phone", "date", "daterange", "time", "timerange", "set", "enum",
    "varchar_auto", "address", "monetary", "org", "people", "user",
})  # fmt: skip
LONGEST = {"varchar": 255, "text": 65_000}


class PipedriveFault(Exception):
    """Answered as one error object."""

    def __init__(self, status: int, error: str, code: str | None = None) -> None:
        super().__init__(error)
        self.status = status
        self.body: Record = {
            "success": False,
            "error": error,
            "error_info": "Please check developers.pipedrive.com",
            **({"code": code} if code else {"errorCode": status}),
        }


def invalid(problem: str) -> PipedriveFault:
    """A request whose shape is wrong."""
    return PipedriveFault(400, f"Validation failed: {problem}", "ERR_SCHEMA_VALIDATION_FAILED")


class DealFields:
    """Definitions by code."""

    def __init__(self) -> None:
        self.known: dict[str, Record] = {
            code: described(code, code.replace("_", " ").title(), kind, custom=False)
            for code, kind in NATIVE.items()
        }
        self.most_custom = 100
        """The plan's limit."""
        self._serial = 0

    def create(self, body: Record) -> Record:
        """A new custom field; two may have one label."""
        label, kind = body.get("field_name"), body.get("field_type")
        if not isinstance(label, str) or not label or kind not in CREATABLE:
            raise invalid("field_name and a known field_type are required")
        if kind in ("enum", "set") and not body.get("options"):
            raise invalid("options are required")
        if len(self.custom()) >= self.most_custom:
            text = "Couldn't add the field. Custom fields limit reached."
            raise PipedriveFault(403, text, "feature_capping_custom_fields_limit")
        self._serial += 1
        code = hashlib.sha1(f"{self._serial}:{label}".encode()).hexdigest()
        options = [
            {"id": number, "label": option["label"]}
            for number, option in enumerate(body.get("options") or (), start=1)
        ]
        self.known[code] = described(code, label, kind, custom=True)
        self.known[code]["description"] = body.get("description") or ""
        self.known[code]["options"] = options or None
        return self.known[code]

    def custom(self) -> list[str]:
        """Codes of custom fields."""
        return [code for code, known in self.known.items() if known["is_custom_field"]]

    def named(self, label: str) -> str | None:
        """The code of the first custom field of this label."""
        found = (c for c in self.custom() if self.known[c]["field_name"] == label)
        return next(found, None)

    def stored(self, code: str, value: Any) -> Any:
        """A value as it is kept; an empty text is no value. Raises ``PipedriveFault``."""
        known = self.known.get(code)
        if known is None or not known["is_custom_field"]:
            raise invalid(f"custom_fields.{code}: Parameter '{code}' is not allowed")
        if value is None or value == "":
            return None
        if not _fits(known["field_type"], value):
            raise invalid(f"custom_fields.{code}: must be a {known['field_type']}")
        return value


def described(code: str, label: str, kind: str, *, custom: bool) -> Record:
    """A field as the API describes it."""
    return {
        "field_name": label, "field_code": code, "description": "", "field_type": kind,
        "options": None, "subfields": None, "is_custom_field": custom,
        "is_optional_response_field": False,
    }  # fmt: skip


def _fits(kind: str, value: Any) -> bool:
    if kind == "double":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "date":
        return isinstance(value, str) and len(value) == 10 and _is_date(value)
    if kind in ("enum", "set"):
        return isinstance(value, int | list)
    return isinstance(value, str) and len(value) <= LONGEST.get(kind, 255)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
