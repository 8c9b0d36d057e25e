"""The records of one Zoho CRM organisation: modules, their records, timelines and bins."""

import itertools
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from sandbox.crm_company import CrmCompany, CrmDeal
from sandbox.zoho_fields import (
    CALL_TYPES,
    MANDATORY,
    PROFILE,
    Fields,
    Record,
    ZohoFault,
    check_value,
    invalid,
)

ZONE = timezone(timedelta(hours=5, minutes=30))
"""Zoho shows moments in the organisation's time zone."""
STAGES = {
    "Qualification": "Open", "Needs Analysis": "Open", "Proposal/Price Quote": "Open",
    "Negotiation/Review": "Open", "Closed Won": "Closed Won", "Closed Lost": "Closed Lost",
}  # fmt: skip
FORECASTS = {"open": "Open", "won": "Closed Won", "lost": "Closed Lost"}
US = "5725767000000411001"
"""Id of the user that holds the token."""


def iso(moment: datetime) -> str:
    """A moment as Zoho shows it: whole seconds, in the organisation's zone."""
    return moment.astimezone(ZONE).isoformat(timespec="seconds")


class Module:
    """Records of one kind by id, in order of creation."""

    def __init__(self, name: str, new_id: Callable[[], str]) -> None:
        self.name = name
        self.fields = Fields(name, new_id)
        self.records: dict[str, Record] = {}
        self.modified: dict[str, datetime] = {}
        self.timeline: dict[str, list[Record]] = {}
        self.bin: list[Record] = []
        self.locked: set[str] = set()
        self.by_unique: dict[tuple[str, str], str] = {}
        """(field, value in lower case) to the record that has it."""

    def find(self, record_id: object, index: int) -> Record:
        """A live record. Raises the fault of a row whose id is not one."""
        record = self.records.get(record_id) if isinstance(record_id, str) else None
        if record is None:
            raise invalid("id", index)
        return record


class Org:
    """Everything the organisation holds."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self._serial = itertools.count(5_725_767_000_001_000_001, 1001)
        self.modules = {name: Module(name, self.new_id) for name in ("Deals", "Contacts", "Calls")}
        self.users: dict[str, Record] = {}
        self.stages = dict(STAGES)
        self.roles: dict[str, list[str]] = {}
        """Contact id to ids of deals: as the deal's contact, or by a contact role."""
        self.multi_currency = False
        self.users[US] = _user(US, "Reploop Integration", "integration@seller.example")

    def new_id(self) -> str:
        """A new id of 19 digits, as Zoho's are."""
        return str(next(self._serial))

    def module(self, name: str) -> Module:
        """A module by its API name."""
        if name not in self.modules:
            raise ZohoFault(
                400, "INVALID_MODULE", "the module name given seems to be invalid",
                resource_path_index=0,
            )  # fmt: skip
        return self.modules[name]

    def add_module(self, name: str) -> None:
        """A custom module, as an administrator makes one."""
        self.modules[name] = Module(name, self.new_id)

    # ── loading ──────────────────────────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""
        owners = {}
        for user in company.users:
            owners[user.email] = key = self.new_id()
            self.users[key] = _user(key, user.name, user.email)
        contacts = {}
        for contact in company.contacts:
            record = {"Last_Name": contact.name, "Email": contact.email, "Owner": {"id": US}}
            contacts[contact.email] = self._add("Contacts", record, self.now())
        ids = {}
        for deal in company.deals:
            ids[deal.key] = self._deal(deal, owners[deal.owner_email])
            for email in deal.contacts:
                self.roles.setdefault(contacts[email], []).append(ids[deal.key])
        return ids

    def _deal(self, deal: CrmDeal, owner: str) -> str:
        self.stages.setdefault(deal.stage, FORECASTS[deal.outcome])
        record = {
            "Deal_Name": deal.name,
            "Stage": deal.stage,
            "Pipeline": "Standard (Standard)",
            "Amount": None if deal.amount_minor is None else deal.amount_minor / 100,
            "Closing_Date": deal.close_date.isoformat() if deal.close_date else None,
            "Owner": {"id": owner},
            "Account_Name": {"id": self.new_id(), "name": deal.account},
            "Reason_For_Loss__s": None,
            "Currency": deal.currency,
        }
        return self._add("Deals", record, deal.modified_at or self.now())

    def _add(self, name: str, record: Record, at: datetime) -> str:
        module, key = self.modules[name], self.new_id()
        module.records[key] = {**record, "id": key, "Created_Time": iso(at)}
        module.modified[key] = at
        return key

    # ── reading ──────────────────────────────────────────────────────────────────────

    def shown(self, module: Module, key: str, names: Iterable[str]) -> Record:
        """A record as the API shows it: what is unknown or hidden is left out silently."""
        record, entries = module.records[key], module.fields.known
        row: Record = {"id": key}
        for name in names:
            entry = entries.get(name)
            if name == "Currency" and self.multi_currency and module.name == "Deals":
                row[name] = record.get(name)
            elif entry is None or not entry["visible"]:
                continue
            elif name == "Modified_Time":
                row[name] = iso(module.modified[key])
            elif name == "Owner":
                owner = self.users[record["Owner"]["id"]]
                row[name] = {"name": owner["full_name"], "id": owner["id"], "email": owner["email"]}
            else:
                row[name] = record.get(name)
        return row

    def stage_options(self) -> list[Record]:
        """The options of the field Stage."""
        return [
            {
                "display_value": stage, "actual_value": stage, "sequence_number": number,
                "id": str(5_725_767_000_000_000_900 + number), "type": "used",
                "colour_code": None, "forecast_type": forecast, "reference_value": stage,
            }
            for number, (stage, forecast) in enumerate(self.stages.items(), 1)
        ]  # fmt: skip

    # ── writing ──────────────────────────────────────────────────────────────────────

    def update(self, module: Module, key: str, values: Record, by: str, index: int = 0) -> None:
        """Change a record, whole or not at all. Unknown fields are ignored, as Zoho does."""
        record = module.find(key, index)
        if key in module.locked and by == US:
            raise ZohoFault(
                400, "RECORD_LOCKED", "record locked", api_name="Owner",
                action="record_locking", json_path=f"$.data[{index}]",
            )  # fmt: skip
        known = self._checked(module, values, index, key)
        changes = [
            {"api_name": n, "id": module.fields.known[n]["id"],
             "_value": {"old": _text(record.get(n)), "new": _text(v)}}
            for n, v in known.items() if record.get(n) != v
        ]  # fmt: skip
        self._index(module, key, record, known)
        record.update(known)
        at = self.now()
        module.modified[key] = at
        if changes:
            module.timeline.setdefault(key, []).append(self._entry(by, at, changes))

    def insert(self, module: Module, values: Record, index: int) -> str:
        """Make a record; its id."""
        for name in MANDATORY.get(module.name, ("Name",)):
            if values.get(name) in (None, ""):
                path = f"$.data[{index}].{name}"
                raise ZohoFault(
                    400, "MANDATORY_NOT_FOUND", "required field not found",
                    api_name=name, json_path=path,
                )  # fmt: skip
        known = self._checked(module, values, index, None)
        key = self._add(module.name, {"Owner": {"id": US}, **known}, self.now())
        self._index(module, key, {}, known)
        return key

    def delete(self, module: Module, key: str, by: str) -> None:
        """Move a record to the recycle bin."""
        record = module.records.pop(key)
        del module.modified[key]
        for name, entry in module.fields.known.items():
            if entry["unique"]:
                module.by_unique.pop((name, str(record.get(name)).lower()), None)
        who = {"id": by, "name": self.users[by]["full_name"]}
        module.bin.append({
            "id": key, "display_name": record.get("Deal_Name"), "type": "recycle",
            "deleted_time": iso(self.now()), "deleted_by": who, "created_by": who,
        })  # fmt: skip

    def _checked(self, module: Module, values: Record, index: int, key: str | None) -> Record:
        known = {}
        for name, value in values.items():
            entry = module.fields.known.get(name)
            if entry is None or not entry["visible"] or name in ("Created_Time", "Modified_Time"):
                continue
            check_value(entry, value, index)
            self._check_links(module, name, value, index)
            other = module.by_unique.get((name, str(value).lower())) if entry["unique"] else None
            if other not in (None, key):
                raise ZohoFault(
                    400, "DUPLICATE_DATA", "duplicate data", api_name=name,
                    json_path=f"$.data[{index}].{name}", more_records=False,
                    duplicate_record={"id": other, "module": {"api_name": module.name}},
                )  # fmt: skip
            known[name] = None if value == "" else value
        return known

    def _check_links(self, module: Module, name: str, value: Any, index: int) -> None:
        if module.name != "Calls" and name != "Owner":
            return
        allowed: dict[str, Iterable[str]] = {
            "Owner": self.users,
            "What_Id": self.modules["Deals"].records,
            "Who_Id": self.modules["Contacts"].records,
        }
        if name in allowed and value is not None and value["id"] not in allowed[name]:
            raise invalid(name, index)
        if name == "Call_Type" and value not in CALL_TYPES:
            raise invalid(name, index)

    def _index(self, module: Module, key: str, old: Record, new: Record) -> None:
        for name in new:
            if module.fields.known[name]["unique"]:
                module.by_unique.pop((name, str(old.get(name)).lower()), None)
                if new[name] is not None:
                    module.by_unique[(name, str(new[name]).lower())] = key

    def _entry(self, by: str, at: datetime, changes: list[Record]) -> Record:
        who = {"id": by, "name": self.users[by]["full_name"]}
        source = "crm_api" if by == US else "crm_ui"
        return {
            "id": self.new_id(), "audited_time": iso(at), "action": "updated", "source": source,
            "type": "timeline", "done_by": who, "extension": None, "related_record": None,
            "automation_details": None, "field_history": changes,
        }  # fmt: skip


def _user(key: str, name: str, email: str) -> Record:
    return {
        "id": key, "full_name": name, "email": email, "status": "active",
        "profile": dict(PROFILE), "role": {"name": "CEO", "id": "5725767000000026005"},
    }  # fmt: skip


def _text(value: Any) -> Any:
    """Timelines show plain values as text."""
    if value is None or isinstance(value, dict):
        return value
    return f"{value:.10g}" if isinstance(value, float | int) else str(value)


def read_moment(written: str) -> datetime:
    """A moment in a header. Raises ``ZohoFault`` for one without an offset."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        moment = datetime.min  # noqa: DTZ901 - refused in the next line
    if moment.tzinfo is None:
        raise ZohoFault(400, "INVALID_DATA", "the header is not a moment", param_name="header")
    return moment.astimezone(UTC)
