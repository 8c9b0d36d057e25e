"""Fields of a Zoho module: what they are, how they are made, and what goes into them."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

Record = dict[str, Any]

PROFILE = {"id": "5725767000000026011", "name": "Administrator"}
OTHER_PROFILE = {"id": "5725767000000026014", "name": "Standard"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
LENGTHS: Mapping[str, int] = {"text": 255, "double": 18, "website": 450, "date": 0}
AREAS: Mapping[str, int] = {"small": 2000, "large": 32_000, "rich_text": 50_000}
TOOLTIPS: Mapping[str, int] = {"static_text": 35, "info_icon": 255}
SYSTEM: Mapping[str, Mapping[str, str]] = {
    "Deals": {
        "Deal_Name": "text", "Stage": "picklist", "Pipeline": "picklist", "Amount": "currency",
        "Closing_Date": "date", "Contact_Name": "lookup", "Account_Name": "lookup",
        "Reason_For_Loss__s": "picklist",
    },
    "Contacts": {"Last_Name": "text", "Email": "email", "Account_Name": "lookup"},
    "Calls": {
        "Subject": "text", "Call_Type": "picklist", "Call_Start_Time": "datetime",
        "Call_Duration": "text", "What_Id": "lookup", "Who_Id": "lookup", "$se_module": "text",
    },
}  # fmt: skip
"""Zoho's own fields by module; every module has ``ALWAYS`` too."""
ALWAYS = {
    "Owner": "ownerlookup", "Created_Time": "datetime", "Modified_Time": "datetime",
}  # fmt: skip
MANDATORY = {
    "Calls": ("Subject", "Call_Type", "Call_Start_Time", "Call_Duration"),
    "Deals": ("Deal_Name", "Stage"),
}
CALL_TYPES = ("Inbound", "Outbound", "Missed")
TWO_UNIQUE = 2


class ZohoFault(Exception):
    """Answered as one error: of a request, or of one row of a batch."""

    def __init__(self, status: int, code: str, message: str, **details: Any) -> None:
        super().__init__(message)
        self.status = status
        self.body: Record = {
            "code": code, "details": details, "message": message, "status": "error",
        }  # fmt: skip


def invalid(name: str, index: int, **more: Any) -> ZohoFault:
    """A value that does not fit its field."""
    path = f"$.data[{index}].{name}"
    return ZohoFault(400, "INVALID_DATA", "invalid data", api_name=name, json_path=path, **more)


class Fields:
    """Definitions of one module's fields, by API name."""

    def __init__(self, module: str, new_id: Callable[[], str]) -> None:
        self.module = module
        self.new_id = new_id
        self.known: dict[str, Record] = {}
        own = SYSTEM.get(module, {"Name": "text"})
        for name, data_type in {**own, **ALWAYS}.items():
            self.known[name] = self._entry(name, name.replace("_", " "), data_type, custom=False)

    def create(self, definition: Record, index: int) -> str:
        """Define a custom field; its id."""
        label, data_type = definition.get("field_label"), definition.get("data_type")
        for key, value in (("field_label", label), ("data_type", data_type)):
            if not isinstance(value, str) or not value:
                path = f"$.fields[{index}].{key}"
                raise ZohoFault(
                    400, "MANDATORY_NOT_FOUND", "required field not found",
                    api_name=key, json_path=path,
                )  # fmt: skip
        if any(each["field_label"] == label for each in self.known.values()):
            raise ZohoFault(
                400, "DUPLICATE_DATA", "duplicate data", api_name="field_label",
                json_path=f"$.fields[{index}].field_label",
            )  # fmt: skip
        self._check(definition, str(data_type), index)
        name = self._name(str(label))
        entry = self._entry(name, str(label), str(data_type), custom=True)
        entry |= {"length": definition.get("length", LENGTHS.get(str(data_type), 0))}
        if "unique" in definition:
            entry["unique"] = {"casesensitive": "false"}
        self.known[name] = entry
        return str(entry["id"])

    def change(self, definition: Record, index: int) -> str:
        """Change who may use a field; its id."""
        for entry in self.known.values():
            if entry["id"] == definition.get("id"):
                for allowed in definition.get("profiles", ()):
                    for profile in entry["profiles"]:
                        if profile["id"] == allowed["id"]:
                            profile["permission_type"] = allowed["permission_type"]
                _see(entry)
                return str(entry["id"])
        path = f"$.fields[{index}].id"
        raise ZohoFault(400, "INVALID_DATA", "invalid data", api_name="id", json_path=path)

    def hide(self, name: str) -> None:
        """Hide a field from the profile of the user that holds the token."""
        self.known[name]["profiles"][0]["permission_type"] = "hidden"
        _see(self.known[name])

    def shown(self) -> list[str]:
        """Names of the fields that our user may see."""
        return [name for name, entry in self.known.items() if entry["visible"]]

    def custom(self) -> Iterator[tuple[str, Record]]:
        """Fields that somebody added."""
        return ((name, entry) for name, entry in self.known.items() if entry["custom_field"])

    def _name(self, label: str) -> str:
        """Zoho makes the API name from the label."""
        plain = re.sub(r"[^A-Za-z0-9]+", "_", label).strip("_")
        name, number = plain, 0
        while name in self.known:
            number += 1
            name = f"{plain}{number}"
        return name

    def _check(self, definition: Record, data_type: str, index: int) -> None:
        tooltip = definition.get("tooltip", {"name": "info_icon", "value": ""})
        area = definition.get("textarea", {}).get("type")
        longest = AREAS.get(area, 0) if data_type == "textarea" else LENGTHS.get(data_type)
        unique = sum(1 for _, entry in self.custom() if entry["unique"])
        problems = {
            "data_type": longest is None,
            "textarea": data_type == "textarea" and longest == 0,
            "length": int(definition.get("length", 0)) > (longest or 0),
            "tooltip": len(tooltip["value"]) > TOOLTIPS.get(tooltip["name"], -1)
            or (data_type == "date" and tooltip["name"] != "info_icon"),
            "unique": definition.get("unique", {"case_sensitive": False})
            != {"case_sensitive": False}
            or ("unique" in definition and unique >= TWO_UNIQUE),
        }
        for key in (key for key, wrong in problems.items() if wrong):
            path = f"$.fields[{index}].{key}"
            raise ZohoFault(400, "INVALID_DATA", "invalid data", api_name=key, json_path=path)

    def _entry(self, name: str, label: str, data_type: str, *, custom: bool) -> Record:
        profiles = [{**p, "permission_type": "read_write"} for p in (PROFILE, OTHER_PROFILE)]
        return {
            "id": self.new_id(), "api_name": name, "field_label": label, "display_label": label,
            "data_type": data_type, "custom_field": custom, "visible": True, "type": "used",
            "profiles": profiles, "unique": {}, "pick_list_values": [], "read_only": False,
            "length": LENGTHS.get(data_type, 120),
            "system_mandatory": name in MANDATORY.get(self.module, ()),
        }  # fmt: skip


def _see(entry: Record) -> None:
    entry["visible"] = entry["profiles"][0]["permission_type"] != "hidden"


EXPECTED: Mapping[str, str] = {
    "double": "double", "currency": "double", "date": "date", "datetime": "datetime",
    "lookup": "jsonobject", "ownerlookup": "jsonobject",
}  # fmt: skip
"""How Zoho says what a field of a data type takes; text for the others."""


def check_value(entry: Record, value: Any, index: int) -> None:
    """Refuse a value that does not fit. ``None`` fits wherever nothing is mandatory."""
    name, data_type = entry["api_name"], entry["data_type"]
    if value is None:
        if entry["system_mandatory"]:
            raise invalid(name, index)
        return
    expected = EXPECTED.get(data_type, "string")
    if not FITS[expected](value):
        raise invalid(name, index, expected_data_type=expected)
    if expected == "string" and len(value) > entry["length"] > 0:
        raise invalid(name, index, maximum_length=entry["length"])
    if data_type == "website" and not re.match(r"https?://\S+$", value):
        raise invalid(name, index, expected_data_type="website")


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_moment(value: Any) -> bool:
    try:
        known = isinstance(value, str) and MOMENT.fullmatch(value) is not None
        return known and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


FITS: Mapping[str, Callable[[Any], bool]] = {
    "double": lambda v: isinstance(v, int | float) and not isinstance(v, bool) and abs(v) < 1e16,
    "date": _is_day,
    "datetime": _is_moment,
    "jsonobject": lambda v: isinstance(v, dict) and isinstance(v.get("id"), str),
    "string": lambda v: isinstance(v, str),
}
