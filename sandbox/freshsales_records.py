"""The records of one Freshsales account, and what it lets stand in a custom field."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from sandbox.crm_company import CrmCompany, CrmDeal, ShownDeal

Record = dict[str, Any]

ZONE = timezone(timedelta(hours=-5))
"""Moments are shown in the account's own zone, in whole seconds."""
STAGES = (
    ("New", "Open"), ("Qualification", "Open"), ("Demo", "Open"), ("Negotiation", "Open"),
    ("Won", "Closed Won"), ("Lost", "Closed Lost"),
)  # fmt: skip
FORECASTS = {"open": "Open", "won": "Closed Won", "lost": "Closed Lost"}
SIDE = {
    "owner": ("owner_id", "users"),
    "deal_stage": ("deal_stage_id", "deal_stages"),
    "deal_reason": ("deal_reason_id", "deal_reasons"),
}
"""What can be included: the id it adds to a deal, and the list it adds beside it."""
STANDARD = ("name", "amount", "deal_stage_id", "deal_pipeline_id", "deal_reason_id", "owner_id")
TYPES = ("text", "paragraph", "number", "decimal", "date", "checkbox", "dropdown")
PIPELINE = {"id": 402_000_100_001, "name": "Default Pipeline", "is_default": True}


class FreshsalesFault(Exception):
    """Answered as one error object."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body: Record = {"errors": {"code": status, "message": [message]}}


class Account:
    """Contacts, deals and users by id as text; ``fields`` are the custom ones of deals."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.contacts: dict[str, Record] = {}
        self.contact_of: dict[str, str] = {}
        """Address in lower case to contact id."""
        self.deals: dict[str, Record] = {}
        self.deals_of: dict[str, list[str]] = {}
        """Contact id to deal ids."""
        self.accounts: dict[str, str] = {}
        """Deal id to the account's name."""
        self.users: dict[str, Record] = {}
        self.stages: dict[str, Record] = {}
        self.reasons: dict[str, Record] = {}
        self.fields: dict[str, Record] = {}
        self.refusing: set[str] = set()
        self._serial = 402_000_500_000
        for name, forecast in STAGES:
            self.add_stage(name, forecast)

    def new_id(self) -> int:
        """A new id, of twelve digits as Freshsales' are."""
        self._serial += 7
        return self._serial

    def add_stage(self, name: str, forecast: str) -> Record:
        """A further stage of the one pipeline."""
        stage: Record = {
            "id": self.new_id(), "name": name, "position": len(self.stages) + 1,
            "forecast_type": forecast, "deal_pipeline_id": PIPELINE["id"],
        }  # fmt: skip
        self.stages[str(stage["id"])] = stage
        return stage

    def add_field(self, label: str, kind: str) -> str:
        """Make a custom field of deals as an administrator does; its internal name."""
        if kind not in TYPES:
            raise ValueError(f"there is no type {kind}")
        words = re.findall(r"[a-z0-9]+", label.lower())
        name = "cf_" + "_".join(words)
        if name in self.fields:
            raise ValueError(f"there is a field {name}")
        self.fields[name] = {
            "id": self.new_id(), "name": name, "label": label, "type": kind, "default": False,
            "required": False, "visible": True, "position": len(self.fields) + 1, "choices": [],
        }  # fmt: skip
        return name

    # ── loading ──────────────────────────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""
        owners = {}
        for user in company.users:
            owners[user.email] = owner = self.new_id()
            self.users[str(owner)] = {
                "id": owner, "display_name": user.name, "email": user.email, "is_active": True,
            }  # fmt: skip
        for contact in company.contacts:
            key = self.new_id()
            first, _, last = contact.name.partition(" ")
            emails = [{"id": key + 1, "value": contact.email, "is_primary": True}]
            self.contact_of[contact.email.lower()] = str(key)
            self.contacts[str(key)] = {
                "id": key, "first_name": first, "last_name": last, "display_name": contact.name,
                "email": contact.email, "emails": emails, "custom_field": {},
            }  # fmt: skip
        ids = {}
        for deal in company.deals:
            ids[deal.key] = made = self._deal(deal, owners[deal.owner_email])
            for email in deal.contacts:
                self.deals_of.setdefault(self.contact_of[email.lower()], []).append(made)
        return ids

    def _deal(self, deal: CrmDeal, owner: int) -> str:
        deal_id = self.new_id()
        modified = deal.modified_at or self.now()
        amount = None if deal.amount_minor is None else f"{deal.amount_minor / 100:.2f}"
        self.accounts[str(deal_id)] = deal.account
        self.deals[str(deal_id)] = {
            "id": deal_id,
            "name": deal.name,
            "amount": amount,
            "base_currency_amount": amount,
            "currency_id": 402_000_000_840,
            "expected_close": deal.close_date.isoformat() if deal.close_date else None,
            "closed_date": None if deal.outcome == "open" else modified,
            "deal_pipeline_id": PIPELINE["id"],
            "deal_stage_id": self.stage(deal.stage, deal.outcome)["id"],
            "deal_reason_id": None,
            "owner_id": owner,
            "stage_updated_time": modified,
            "created_at": modified,
            "updated_at": modified,
            "custom_field": {},
        }
        return str(deal_id)

    def stage(self, name: str, outcome: str) -> Record:
        """The stage of this name, made if it is not there."""
        for stage in self.stages.values():
            if stage["name"] == name:
                return stage
        return self.add_stage(name, FORECASTS[outcome])

    # ── reading ──────────────────────────────────────────────────────────────────────

    def deal(self, deal_id: str) -> Record:
        """A live deal."""
        if deal_id not in self.deals:
            raise FreshsalesFault(404, "Resource not found")
        return self.deals[deal_id]

    def shown(self, deal: Record, include: frozenset[str]) -> Record:
        """A deal as the API shows it: every custom field, and ids only of what is included."""
        hidden = {SIDE[part][0] for part in ("owner", "deal_reason") if part not in include}
        shown = {
            key: iso(value) if isinstance(value, datetime) else value
            for key, value in deal.items()
            if key not in hidden
        }
        shown["custom_field"] = {
            name: _given(field["type"], deal["custom_field"].get(name))
            for name, field in self.fields.items()
        }
        return shown

    def beside(self, deals: list[Record], include: frozenset[str]) -> Record:
        """The lists that ``include`` adds beside deals, each entry once."""
        tables = {"owner": self.users, "deal_stage": self.stages, "deal_reason": self.reasons}
        added: Record = {}
        for part in sorted(include & SIDE.keys()):
            key, listed = SIDE[part]
            ids = {str(deal[key]): None for deal in deals if deal[key] is not None}
            added[listed] = [tables[part][each] for each in ids if each in tables[part]]
        return added

    def in_view(self, forecasts: frozenset[str] | None) -> Iterator[Record]:
        """The deals of a view; all, if it has no condition."""
        for deal in self.deals.values():
            stage = self.stages[str(deal["deal_stage_id"])]
            if forecasts is None or stage["forecast_type"] in forecasts:
                yield deal

    # ── changing ─────────────────────────────────────────────────────────────────────

    def check(self, deal_id: str, custom: Record) -> None:
        """Whether these custom fields may be set: all or none."""
        self.deal(deal_id)
        if deal_id in self.refusing:
            raise FreshsalesFault(400, "The deal does not meet the criteria of its stage: secret")
        problems = [
            f"{name} {problem}"
            for name, value in custom.items()
            if name in self.fields and (problem := _problem(self.fields[name]["type"], value))
        ]
        if problems:
            raise FreshsalesFault(400, "; ".join(problems))

    def set(self, deal_id: str, custom: Record) -> Record:
        """Set custom fields; those that are not there are passed over without a word."""
        deal = self.deal(deal_id)
        known = {name: value for name, value in custom.items() if name in self.fields}
        deal["custom_field"].update(
            {name: None if value == "" else value for name, value in known.items()}
        )
        deal["updated_at"] = self.now()
        return deal


def iso(moment: datetime) -> str:
    """As Freshsales writes moments."""
    return moment.astimezone(ZONE).isoformat(timespec="seconds")


def _given(kind: str, value: Any) -> Any:
    """A value as it is answered: decimals are text, dates have a time."""
    if value is None:
        return None
    if kind == "decimal":
        return f"{value:.2f}"
    if kind == "date":
        return datetime.combine(date.fromisoformat(value), datetime.min.time(), UTC).strftime(
            "%Y-%m-%dT%H:%M:%SZ"
        )
    return value


def _problem(kind: str, value: Any) -> str:
    """What is wrong with a value for a type; empty if nothing is."""
    if value is None or value == "":
        return ""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    fits = {
        "number": number and isinstance(value, int),
        "decimal": number,
        "text": isinstance(value, str) and len(value) <= 255,
        "paragraph": isinstance(value, str) and len(value) <= 65_535,
        "date": isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None,
        "checkbox": isinstance(value, bool),
    }
    return "" if fits.get(kind, False) else f"is not valid: {value}"


def shown_deal(account: Account, deal_id: str) -> ShownDeal:
    """A deal as a person would see it."""
    deal = account.deals[deal_id]
    amount = deal["amount"]
    return ShownDeal(
        crm="Freshsales",
        id=deal_id,
        name=deal["name"],
        stage=account.stages[str(deal["deal_stage_id"])]["name"],
        facts={
            "Account": account.accounts[deal_id],
            "Sales owner": account.users[str(deal["owner_id"])]["display_name"],
            "Deal value": f"{float(amount):,.0f}" if amount else "",
            "Expected close date": deal["expected_close"] or "",
        },
        fields={
            str(field["label"]): deal["custom_field"].get(name)
            for name, field in account.fields.items()
        },
    )
