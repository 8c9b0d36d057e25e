"""The records of one HubSpot account: everything is a string, and properties have types."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sandbox.crm_company import CrmCompany, CrmDeal

Record = dict[str, Any]

DEAL_COLUMNS = (
    "dealname", "dealstage", "pipeline", "amount", "deal_currency_code", "closedate",
    "hubspot_owner_id", "hs_is_closed", "hs_is_closed_won", "hs_lastmodifieddate", "createdate",
    "hs_object_id",
)  # fmt: skip
PIPELINE = "default"
STAGES = {
    "appointmentscheduled": ("Appointment Scheduled", "0.2"),
    "qualifiedtobuy": ("Qualified To Buy", "0.4"),
    "presentationscheduled": ("Presentation Scheduled", "0.6"),
    "decisionmakerboughtin": ("Decision Maker Bought-In", "0.8"),
    "contractsent": ("Contract Sent", "0.9"),
    "closedwon": ("Closed Won", "1.0"),
    "closedlost": ("Closed Lost", "0.0"),
}
"""Stage id to (label, probability)."""
LONGEST = 65_536


class HubspotFault(Exception):
    """Answered as one error object."""

    def __init__(self, status: int, category: str, message: str, **extra: Any) -> None:
        super().__init__(message)
        self.status = status
        self.body: Record = {
            "status": "error",
            "message": message,
            "correlationId": "aeb5f871-7f07-4993-9211-075dc63e7cbf",
            "category": category,
            **extra,
        }


class Portal:
    """Contacts, deals and owners by id; ``properties`` are ours on deals, by name."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.contacts: dict[str, Record] = {}
        self.deals: dict[str, Record] = {}
        self.owners: dict[str, Record] = {}
        self.links: dict[str, list[str]] = {}
        """Contact id to deal ids."""
        self.accounts: dict[str, str] = {}
        """Deal id to the account's name."""
        self.stages = dict(STAGES)
        self.properties: dict[str, Record] = {}
        self.groups: set[str] = {"dealinformation"}
        self._serial = 9_000_000_000

    def new_id(self) -> str:
        """A new id, of digits as HubSpot's are."""
        self._serial += 17
        return str(self._serial)

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""
        owners = {}
        for user in company.users:
            owners[user.email] = owner = self.new_id()
            first, _, last = user.name.partition(" ")
            self.owners[owner] = {
                "id": owner, "email": user.email, "type": "PERSON", "firstName": first,
                "lastName": last, "userId": int(self.new_id()), "createdAt": iso(self.now()),
                "updatedAt": iso(self.now()), "archived": False, "teams": [],
            }  # fmt: skip
        contacts = {}
        for contact in company.contacts:
            contacts[contact.email] = key = self.new_id()
            self.contacts[key] = {"email": contact.email, "firstname": contact.name}
        ids = {}
        for deal in company.deals:
            ids[deal.key] = self._deal(deal, owners[deal.owner_email])
            for email in deal.contacts:
                self.links.setdefault(contacts[email], []).append(ids[deal.key])
        return ids

    def _deal(self, deal: CrmDeal, owner: str) -> str:
        deal_id = self.new_id()
        closed = deal.outcome != "open"
        modified = iso(deal.modified_at or self.now())
        self.accounts[deal_id] = deal.account
        self.deals[deal_id] = {
            "dealname": deal.name,
            "dealstage": self._stage_id(deal.stage, deal.outcome),
            "pipeline": PIPELINE,
            "amount": None if deal.amount_minor is None else f"{deal.amount_minor / 100:.2f}",
            "deal_currency_code": deal.currency,
            "closedate": f"{deal.close_date.isoformat()}T00:00:00Z" if deal.close_date else None,
            "hubspot_owner_id": owner,
            "hs_is_closed": str(closed).lower(),
            "hs_is_closed_won": str(deal.outcome == "won").lower(),
            "hs_lastmodifieddate": modified,
            "createdate": modified,
            "hs_object_id": deal_id,
        }
        return deal_id

    def _stage_id(self, label: str, outcome: str) -> str:
        for key, (known, _) in self.stages.items():
            if known == label:
                return key
        key = re.sub(r"[^a-z0-9]", "", label.lower())
        self.stages[key] = (label, {"won": "1.0", "lost": "0.0"}.get(outcome, "0.5"))
        return key

    def pipelines(self) -> Record:
        """The one pipeline with its stages, as the API shows it."""
        stages = [
            {
                "id": key,
                "label": label,
                "displayOrder": order,
                "metadata": {
                    "isClosed": str(probability in ("1.0", "0.0")).lower(),
                    "probability": probability,
                },
                "archived": False,
                "createdAt": iso(self.now()),
                "updatedAt": iso(self.now()),
                "writePermissions": "CRM_PERMISSIONS_ENFORCEMENT",
            }
            for order, (key, (label, probability)) in enumerate(self.stages.items())
        ]
        pipeline = {
            "id": PIPELINE, "label": "Sales Pipeline", "displayOrder": 0, "stages": stages,
            "archived": False, "createdAt": iso(self.now()), "updatedAt": iso(self.now()),
        }  # fmt: skip
        return {"results": [pipeline]}

    def deal(self, deal_id: str) -> Record:
        """A live deal's properties."""
        if deal_id not in self.deals:
            raise HubspotFault(
                404, "OBJECT_NOT_FOUND", "resource not found", context={"id": [deal_id]}
            )
        return self.deals[deal_id]

    def shown(self, deal_id: str, names: list[str]) -> Record:
        """A deal as the API shows it: unknown properties are left out without a word."""
        properties = self.deal(deal_id)
        known = [n for n in names if n in DEAL_COLUMNS or n in self.properties]
        always = ["hs_object_id", "createdate", "hs_lastmodifieddate"]
        return {
            "id": deal_id,
            "properties": {name: properties.get(name) for name in (*known, *always)},
            "createdAt": properties["createdate"],
            "updatedAt": properties["hs_lastmodifieddate"],
            "archived": False,
        }

    def update(self, deal_id: str, values: Record) -> None:
        """Change a deal: all properties or none."""
        properties = self.deal(deal_id)
        problems = [p for n, v in values.items() if (p := self._problem(n, v)) is not None]
        if problems:
            message = f"Property values were not valid: {json.dumps(problems)}"
            errors = [
                {
                    "message": p["message"],
                    "code": p["error"],
                    "context": {"propertyName": [p["name"]]},
                }
                for p in problems
            ]
            raise HubspotFault(400, "VALIDATION_ERROR", message, errors=errors)
        properties.update({name: None if value == "" else value for name, value in values.items()})
        properties["hs_lastmodifieddate"] = iso(self.now())

    def _problem(self, name: str, value: Any) -> Record | None:
        definition = self.properties.get(name)
        code = None
        if definition is None:
            code = None if name in DEAL_COLUMNS else "PROPERTY_DOESNT_EXIST"
            message = f'Property "{name}" does not exist'
        elif not isinstance(value, str):
            code, message = "INVALID_TYPE", f"{name} must be a string"
        else:
            code, message = _value_problem(definition, value)
        if code is None:
            return None
        return {"isValid": False, "message": message, "error": code, "name": name}

    def create_property(self, body: Record) -> Record:
        """Define a deal property."""
        name = body["name"]
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            raise HubspotFault(400, "VALIDATION_ERROR", f"{name} is not a valid property name")
        if body["groupName"] not in self.groups:
            raise HubspotFault(400, "VALIDATION_ERROR", f"group {body['groupName']} is unknown")
        if name in self.properties or name in DEAL_COLUMNS:
            raise HubspotFault(
                409, "OBJECT_ALREADY_EXISTS", f"A property named '{name}' already exists."
            )
        moment = iso(self.now())
        self.properties[name] = {
            **body, "options": [], "displayOrder": -1, "calculated": False,
            "externalOptions": False, "hasUniqueValue": False, "hidden": False,
            "archived": False, "createdAt": moment, "updatedAt": moment,
            "modificationMetadata": {
                "archivable": True, "readOnlyDefinition": False, "readOnlyValue": False,
            },
        }  # fmt: skip
        return self.properties[name]


def _value_problem(definition: Record, value: str) -> tuple[str | None, str]:
    if value == "":
        return None, ""
    if definition["type"] == "number" and not re.fullmatch(r"-?\d+(\.\d+)?", value):
        return "INVALID_LONG", f"{value} was not a valid number."
    if definition["type"] == "date" and not _is_date(value):
        return "INVALID_DATE", f"{value} was not a valid date."
    if len(value) > LONGEST:
        return "VALUE_OVER_MAX_LENGTH", "the value is too long"
    return None, ""


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return bool(re.fullmatch(r"\d{10,13}", value))
    return True


def iso(moment: datetime) -> str:
    """As HubSpot writes moments."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
