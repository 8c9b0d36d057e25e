"""One HubSpot account: its types of object, people, pipeline, and who is linked with what."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sandbox.crm_company import CrmCompany, CrmDeal, ShownDeal
from sandbox.hubspot_columns import (
    CALL_COLUMNS,
    CONTACT_COLUMNS,
    CUSTOM_COLUMNS,
    DEAL_COLUMNS,
    READ_ONLY,
)
from sandbox.hubspot_table import CRM_UI, Row, Source, Table
from sandbox.hubspot_values import HubspotFault, Record, iso

ASSOCIATIONS = {("calls", 206): "deals", ("calls", 194): "contacts"}
"""Which type of object an association of HubSpot's own leads to."""
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


class Portal:
    """Everything that one account holds."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.tables = {
            "deals": Table("deals", "0-3", DEAL_COLUMNS),
            "contacts": Table("contacts", "0-1", CONTACT_COLUMNS),
            "calls": Table("calls", "0-48", CALL_COLUMNS),
        }
        for table in self.tables.values():
            table.read_only = READ_ONLY
        self.tables["contacts"].modified_column = "lastmodifieddate"
        self.tables["calls"].required = ("hs_timestamp",)
        self.owners: dict[str, Record] = {}
        self.former_owners: dict[str, Record] = {}
        self.links: dict[str, list[str]] = {}
        """Contact id to deal ids."""
        self.accounts: dict[str, str] = {}
        """Deal id to the account's name."""
        self.stages = dict(STAGES)
        self.merged: dict[str, str] = {}
        """Id of a deal that was merged away to the one that stands."""
        self.schemas: dict[str, Record] = {}
        self._emails: dict[str, str] = {}
        self._serial = 9_000_000_000

    @property
    def deals(self) -> dict[str, Row]:
        """The live deals by id."""
        return self.tables["deals"].live

    @property
    def contacts(self) -> dict[str, Row]:
        """The live contacts by id."""
        return self.tables["contacts"].live

    @property
    def properties(self) -> dict[str, Record]:
        """The company's own properties of deals."""
        return self.tables["deals"].properties

    def new_id(self) -> str:
        """A new id, of digits as HubSpot's are."""
        self._serial += 17
        return str(self._serial)

    def table(self, name: str) -> Table:
        """A type of object by its name or its number."""
        for key, table in self.tables.items():
            if name in (key, table.type_id):
                return table
        message = f"Unable to infer object type from: {name}"
        raise HubspotFault(400, "VALIDATION_ERROR", message)

    def row(self, record_id: str) -> tuple[Table, Row]:
        """A live record of whatever type."""
        for table in self.tables.values():
            if record_id in table.live:
                return table, table.live[record_id]
        raise KeyError(record_id)

    # ── loading ──────────────────────────────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to deal id."""
        owners = {user.email: self.add_owner(user.email, user.name) for user in company.users}
        contacts = {c.email: self.add_contact(c.email, c.name) for c in company.contacts}
        ids = {}
        for deal in company.deals:
            ids[deal.key] = self._deal(deal, owners[deal.owner_email])
            for email in deal.contacts:
                self.links.setdefault(contacts[email], []).append(ids[deal.key])
        return ids

    def add_owner(self, email: str, name: str) -> str:
        """A user who can own records."""
        owner = self.new_id()
        first, _, last = name.partition(" ")
        self.owners[owner] = {
            "id": owner, "email": email, "type": "PERSON", "firstName": first, "lastName": last,
            "userId": int(self.new_id()), "createdAt": iso(self.now()),
            "updatedAt": iso(self.now()), "archived": False, "teams": [],
        }  # fmt: skip
        return owner

    def add_contact(self, email: str, name: str, *more: str) -> str:
        """A contact with its primary address, and ``more`` addresses."""
        values = {"email": email, "firstname": name, "hs_additional_emails": ";".join(more) or None}
        row = Row(self.new_id(), self.now(), values)
        self.tables["contacts"].add(row, CRM_UI, indexed=True)
        self._emails[email.lower()] = row.id
        return row.id

    def contact_by_email(self, email: str) -> Row | None:
        """By the primary address alone."""
        return self.contacts.get(self._emails.get(email.lower(), ""))

    def _deal(self, deal: CrmDeal, owner: str) -> str:
        deal_id = self.new_id()
        closed = deal.outcome != "open"
        modified = deal.modified_at or self.now()
        self.accounts[deal_id] = deal.account
        values: dict[str, str | None] = {
            "dealname": deal.name,
            "dealstage": self._stage_id(deal.stage, deal.outcome),
            "pipeline": PIPELINE,
            "amount": None if deal.amount_minor is None else f"{deal.amount_minor / 100:.2f}",
            "deal_currency_code": deal.currency,
            "closedate": f"{deal.close_date.isoformat()}T00:00:00Z" if deal.close_date else None,
            "hubspot_owner_id": owner,
            "hs_is_closed": str(closed).lower(),
            "hs_is_closed_won": str(deal.outcome == "won").lower(),
            "hs_lastmodifieddate": iso(modified),
            "createdate": iso(modified),
            "hs_object_id": deal_id,
        }
        self.tables["deals"].add(Row(deal_id, modified, values), CRM_UI, indexed=True)
        return deal_id

    def _stage_id(self, label: str, outcome: str) -> str:
        for key, (known, _) in self.stages.items():
            if known == label:
                return key
        key = re.sub(r"[^a-z0-9]", "", label.lower())
        self.stages[key] = (label, {"won": "1.0", "lost": "0.0"}.get(outcome, "0.5"))
        return key

    # ── what people do ───────────────────────────────────────────────────────────────────

    def change(self, record_id: str, values: Mapping[str, str], source: Source) -> None:
        """Set properties of any record, whatever they are."""
        table, row = self.row(record_id)
        table.change(row, values, self.now(), source)

    def move(self, deal_id: str, label: str, outcome: str) -> None:
        """To another stage; HubSpot sets its flags, and the close date of what is closed."""
        values = {
            "dealstage": self._stage_id(label, outcome),
            "hs_is_closed": str(outcome != "open").lower(),
            "hs_is_closed_won": str(outcome == "won").lower(),
        }
        if outcome != "open":
            values["closedate"] = iso(self.now())
        self.change(deal_id, values, CRM_UI)

    def merge(self, loser: str, winner: str) -> str:
        """Two deals become a third with an id of its own, to which both old ids lead."""
        deals = self.tables["deals"]
        first, second = deals.live[winner], deals.live[loser]
        ids = [first.id, second.id]
        for row in (first, second):
            ids += [i for i in (row.get("hs_merged_object_ids") or "").split(";") if i]
        new = Row(self.new_id(), self.now(), {**second, **{k: v for k, v in first.items() if v}})
        new.update({"hs_object_id": new.id, "hs_merged_object_ids": ";".join(ids),
                    "hs_lastmodifieddate": iso(self.now())})  # fmt: skip
        new.history = {name: list(kept) for name, kept in first.history.items()}
        for row in (first, second):
            del deals.live[row.id]
        deals.add(new, CRM_UI)
        self.merged |= dict.fromkeys(ids, new.id)
        self.accounts[new.id] = self.accounts.get(winner, "")
        for contact, linked in self.links.items():
            kept = [deal for deal in linked if deal not in (winner, loser)]
            if len(kept) < len(linked):
                self.links[contact] = [*kept, new.id]
        return new.id

    def live_id(self, record_id: str) -> str:
        """The id that a merged deal's leads to, or the same."""
        return self.merged.get(record_id, record_id)

    # ── what the API shows ───────────────────────────────────────────────────────────────

    def pipelines(self) -> Record:
        """The one pipeline with its stages."""
        moment = iso(self.now())
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
                "createdAt": moment,
                "updatedAt": moment,
                "writePermissions": "CRM_PERMISSIONS_ENFORCEMENT",
            }
            for order, (key, (label, probability)) in enumerate(self.stages.items())
        ]
        pipeline = {
            "id": PIPELINE, "label": "Sales Pipeline", "displayOrder": 0, "stages": stages,
            "archived": False, "createdAt": moment, "updatedAt": moment,
        }  # fmt: skip
        return {"results": [pipeline]}

    def create_schema(self, body: Record) -> Record:
        """Define a type of object of the company's own."""
        name = body["name"]
        if name in self.schemas:
            raise HubspotFault(409, "OBJECT_ALREADY_EXISTS", f"{name} already exists")
        named = {each["name"] for each in body["properties"]}
        if not {body["primaryDisplayProperty"], *body["requiredProperties"]} <= named:
            raise HubspotFault(400, "VALIDATION_ERROR", "a property of the schema is unknown")
        table = Table(name, f"2-{self.new_id()[-7:]}", CUSTOM_COLUMNS)
        table.groups.add(f"{name}_information")
        table.read_only, table.required = READ_ONLY, tuple(body["requiredProperties"])
        for each in body["properties"]:
            table.define({"groupName": f"{name}_information", **each}, self.now())
        self.tables[name] = table
        self.schemas[name] = {
            **body, "id": table.type_id[2:], "objectTypeId": table.type_id,
            "fullyQualifiedName": f"p4411_{name}", "archived": False, "associations": [],
        }  # fmt: skip
        return self.schemas[name]

    def link(self, table: Table, row: Row, associations: list[Record]) -> None:
        """Note what a new record is associated with. Raises before anything is noted."""
        found = []
        for each in associations:
            for kind in each["types"]:
                target = ASSOCIATIONS.get((table.name, kind["associationTypeId"]))
                to = self.live_id(str(each["to"]["id"]))
                if target is None or to not in self.tables[target].live:
                    message = "One or more associations are not valid"
                    raise HubspotFault(400, "VALIDATION_ERROR", message)
                found.append((int(kind["associationTypeId"]), to))
        row.links = found

    def seen(self, deal_id: str) -> ShownDeal:
        """A deal as a person would see it."""
        deal = self.deals[deal_id]
        owner = self.owners.get(deal["hubspot_owner_id"] or "", {})
        amount = deal["amount"]
        return ShownDeal(
            crm="HubSpot",
            id=deal_id,
            name=deal["dealname"] or "",
            stage=self.stages[deal["dealstage"] or ""][0],
            facts={
                "Company": self.accounts[deal_id],
                "Deal owner": f"{owner.get('firstName', '')} {owner.get('lastName', '')}".strip(),
                "Amount": f"{deal['deal_currency_code']} {float(amount):,.0f}" if amount else "",
                "Close date": (deal["closedate"] or "")[:10],
            },
            fields={
                str(definition["label"]): _plain(definition, deal.get(name))
                for name, definition in self.properties.items()
            },
        )

    def value(self, record_id: str, name: str) -> Any:
        """What stands in a property of any live record: text, float or ``None``."""
        table, row = self.row(record_id)
        return _plain(table.definition(name) or {}, row.get(name))


def _plain(definition: Mapping[str, Any], value: str | None) -> str | float | None:
    if value in (None, ""):
        return None
    return float(value) if definition.get("type") == "number" else value
