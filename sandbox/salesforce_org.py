"""The records of one Salesforce org, with what makes it peculiar: relations and hidden fields."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sandbox.crm_company import CrmCompany, CrmDeal
from sandbox.soql import Condition, Query

Record = dict[str, Any]

PREFIXES = {
    "User": "005", "Account": "001", "Contact": "003", "Lead": "00Q", "Opportunity": "006",
    "OpportunityContactRole": "00K", "PermissionSet": "0PS", "PermissionSetAssignment": "0Pa",
    "FieldPermissions": "01k", "CustomField": "00N", "Organization": "00D",
}  # fmt: skip
RELATIONS = {
    ("Opportunity", "Owner"): ("OwnerId", "User"),
    ("Opportunity", "Account"): ("AccountId", "Account"),
    ("OpportunityContactRole", "Contact"): ("ContactId", "Contact"),
    ("OpportunityContactRole", "Opportunity"): ("OpportunityId", "Opportunity"),
    ("Contact", "Account"): ("AccountId", "Account"),
}
COLUMNS = {
    "User": "Id Name Email Username IsActive UserType",
    "Account": "Id Name",
    "Contact": "Id Name Email AccountId",
    "Lead": "Id Email IsConverted ConvertedOpportunityId",
    "Opportunity": "Id Name StageName Amount CloseDate IsClosed IsWon OwnerId AccountId"
    " LastModifiedDate LastModifiedById SystemModstamp CurrencyIsoCode",
    "OpportunityContactRole": "Id OpportunityId ContactId Role IsPrimary",
    "PermissionSet": "Id Name Label",
    "PermissionSetAssignment": "Id PermissionSetId AssigneeId",
    "FieldPermissions": "Id ParentId SobjectType Field PermissionsRead PermissionsEdit",
}


class SalesforceFault(Exception):
    """Answered as an array with one error."""

    def __init__(self, status: int, code: str, message: str, fields: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.entry: Record = {"message": message, "errorCode": code}
        if fields:
            self.entry["fields"] = list(fields)


class Org:
    """Tables of records. Custom fields exist in ``custom`` and are seen only when granted."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.tables: dict[str, dict[str, Record]] = {name: {} for name in COLUMNS}
        self.custom: dict[str, Record] = {}
        """Metadata of the custom fields on Opportunity, by API name."""
        self.deleted: set[str] = set()
        self.rules: list[Callable[[Record], str | None]] = []
        """Validation rules: what they say when a record breaks them."""
        self._serial = 0
        self.run_as = self.insert("User", Name="Reploop", Email="reploop@crm.example",
                                  Username="reploop@crm.example", IsActive=True,
                                  UserType="Standard")  # fmt: skip

    def new_id(self, table: str) -> str:
        """A case-safe id of 18 characters."""
        self._serial += 1
        return with_suffix(f"{PREFIXES[table]}Hs{self._serial:010d}")

    def insert(self, table: str, **values: Any) -> str:
        """Keep a record and give it an id."""
        record_id = self.new_id(table)
        self.tables[table][record_id] = {"Id": record_id, **values}
        return record_id

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to opportunity id."""
        users = {u.email: self._user(u.email, u.name) for u in company.users}
        names = [c.account for c in company.contacts] + [d.account for d in company.deals]
        accounts = {name: self.insert("Account", Name=name) for name in dict.fromkeys(names)}
        contacts = {
            c.email: self.insert(
                "Contact", Name=c.name, Email=c.email, AccountId=accounts[c.account]
            )
            for c in company.contacts
        }
        ids = {}
        for deal in company.deals:
            ids[deal.key] = self._deal(deal, users[deal.owner_email], accounts[deal.account])
            for index, email in enumerate(deal.contacts):
                self.insert("OpportunityContactRole", OpportunityId=ids[deal.key],
                            ContactId=contacts[email], Role=None,
                            IsPrimary=index == 0)  # fmt: skip
        for lead in company.leads:
            converted = ids[lead.deal] if lead.deal else None
            self.insert("Lead", Email=lead.email, IsConverted=converted is not None,
                        ConvertedOpportunityId=converted)  # fmt: skip
        return ids

    def _user(self, email: str, name: str) -> str:
        return self.insert(
            "User", Name=name, Email=email, Username=email, IsActive=True, UserType="Standard"
        )

    def _deal(self, deal: CrmDeal, owner: str, account: str) -> str:
        modified = iso(deal.modified_at or self.now())
        return self.insert(
            "Opportunity",
            Name=deal.name,
            StageName=deal.stage,
            Amount=None if deal.amount_minor is None else deal.amount_minor / 100,
            CloseDate=deal.close_date.isoformat() if deal.close_date else None,
            IsClosed=deal.outcome != "open",
            IsWon=deal.outcome == "won",
            OwnerId=owner,
            AccountId=account,
            LastModifiedDate=modified,
            LastModifiedById=owner,
            SystemModstamp=modified,
            CurrencyIsoCode=deal.currency,
        )

    # ── visibility ───────────────────────────────────────────────────────────────────

    def grants(self, name: str) -> tuple[bool, bool]:
        """(readable, editable) of a custom field for the user the app runs as."""
        mine = {
            a["PermissionSetId"]
            for a in self.tables["PermissionSetAssignment"].values()
            if a["AssigneeId"] == self.run_as
        }
        found = [
            p
            for p in self.tables["FieldPermissions"].values()
            if p["ParentId"] in mine and p["Field"] == f"Opportunity.{name}"
        ]
        edit = any(p["PermissionsEdit"] for p in found)
        return edit or any(p["PermissionsRead"] for p in found), edit

    def check_column(self, table: str, name: str) -> None:
        """Raise INVALID_FIELD for a column that is not there, or not there for us."""
        if name in COLUMNS[table].split():
            return
        if table == "Opportunity" and name in self.custom and self.grants(name)[0]:
            return
        message = (
            f"\nERROR at Row:1:Column:1\nNo such column '{name}' on entity '{table}'. If you are "
            "attempting to use a custom field, be sure to append the '__c' after the custom field "
            "name. Please reference your WSDL or the describe call for the appropriate names."
        )
        raise SalesforceFault(400, "INVALID_FIELD", message)

    # ── queries ──────────────────────────────────────────────────────────────────────

    def select(self, query: Query) -> list[Record]:
        """Run a query over the REST API's objects."""
        if query.table not in self.tables:
            raise SalesforceFault(
                400, "INVALID_TYPE", f"sObject type '{query.table}' is not supported."
            )
        for path in (*query.fields, *(c.path for c in query.conditions)):
            self._check_path(query.table, path.split("."))
        rows = [
            record
            for record in self.tables[query.table].values()
            if record["Id"] not in self.deleted
            and all(self._holds(query.table, record, c) for c in query.conditions)
        ]
        return [self._project(query.table, row, query.fields) for row in rows[: query.limit]]

    def _check_path(self, table: str, parts: list[str]) -> None:
        for relation in parts[:-1]:
            if (table, relation) not in RELATIONS:
                message = f"Didn't understand relationship '{relation}' in field path."
                raise SalesforceFault(400, "INVALID_FIELD", message)
            table = RELATIONS[table, relation][1]
        self.check_column(table, parts[-1])

    def _value(self, table: str, record: Record, parts: list[str]) -> Any:
        for relation in parts[:-1]:
            column, target = RELATIONS[table, relation]
            linked = self.tables[target].get(record.get(column, ""))
            if linked is None or linked["Id"] in self.deleted:
                return None
            table, record = target, linked
        return record.get(parts[-1])

    def _holds(self, table: str, record: Record, condition: Condition) -> bool:
        parts = condition.path.split(".")
        if parts[-1] == "Id" or parts[-1].endswith("Id"):
            return any(same_id(self._value(table, record, parts), v) for v in condition.values)
        value = self._value(table, record, parts)
        if isinstance(value, str):  # comparing text ignores case
            return any(isinstance(v, str) and v.lower() == value.lower() for v in condition.values)
        return any(value == v for v in condition.values)

    def _project(self, table: str, record: Record, fields: tuple[str, ...]) -> Record:
        shown: Record = {"attributes": attributes(table, record["Id"])}
        for path in fields:
            parts = path.split(".")
            place, at, holder = shown, table, record
            for relation in parts[:-1]:
                column, target = RELATIONS[at, relation]
                linked = self.tables[target].get(holder.get(column, ""))
                if linked is None or linked["Id"] in self.deleted:
                    place[relation] = None
                    break
                if not isinstance(place.get(relation), dict):
                    place[relation] = {"attributes": attributes(target, linked["Id"])}
                place, at, holder = place[relation], target, linked
            else:
                place[parts[-1]] = holder.get(parts[-1])
        return shown

    # ── one opportunity ──────────────────────────────────────────────────────────────

    def opportunity(self, record_id: str) -> Record:
        """A live opportunity by either form of its id."""
        for record in self.tables["Opportunity"].values():
            if same_id(record["Id"], record_id):
                if record["Id"] in self.deleted:
                    raise SalesforceFault(404, "ENTITY_IS_DELETED", "entity is deleted")
                return record
        raise SalesforceFault(404, "NOT_FOUND", "The requested resource does not exist")

    def update(self, record_id: str, values: Record, by: str) -> None:
        """Change an opportunity as a user does; all values or none."""
        record = self.opportunity(record_id)
        checked = {name: self._checked(name, value) for name, value in values.items()}
        changed = {**record, **checked}
        for rule in self.rules:
            message = rule(changed)
            if message is not None:
                raise SalesforceFault(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", message)
        moment = iso(self.now())
        record.update(checked, LastModifiedDate=moment, SystemModstamp=moment, LastModifiedById=by)

    def _checked(self, name: str, value: Any) -> Any:
        metadata = self.custom.get(name)
        if metadata is None:
            return value
        if value is None or value == "":
            return None
        match metadata["type"]:
            case "Number":
                return self._number(name, value, metadata)
            case "Date":
                if not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)):
                    raise SalesforceFault(
                        400, "JSON_PARSER_ERROR", f"Cannot deserialize instance of date: {name}"
                    )
                return value
            case _:
                longest = metadata.get("length", 255)
                if len(str(value).replace("\n", "\r\n")) > longest:
                    message = f"{metadata['label']}: data value too large: (max length={longest})"
                    raise SalesforceFault(400, "STRING_TOO_LONG", message, (name,))
                return str(value)

    def _number(self, name: str, value: Any, metadata: Record) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise SalesforceFault(
                400, "JSON_PARSER_ERROR", f"Cannot deserialize instance of double: {name}"
            )
        digits = metadata.get("precision", 18) - metadata.get("scale", 0)
        if abs(value) >= 10**digits:
            message = f"{metadata['label']}: value outside of valid range on numeric field"
            raise SalesforceFault(400, "NUMBER_OUTSIDE_VALID_RANGE", message, (name,))
        return round(float(value), metadata.get("scale", 0))


def attributes(table: str, record_id: str) -> Record:
    """What stands first in every record."""
    return {"type": table, "url": f"/services/data/v62.0/sobjects/{table}/{record_id}"}


def iso(moment: datetime) -> str:
    """As Salesforce writes moments."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000+0000")


def same_id(one: Any, other: Any) -> bool:
    """Ids are equal in their first 15 characters."""
    return isinstance(one, str) and isinstance(other, str) and one[:15] == other[:15]


def with_suffix(short: str) -> str:
    """The 18-character form of a 15-character id: three characters encode its capitals."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
    parts = (short[0:5], short[5:10], short[10:15])
    return short + "".join(
        letters[sum(1 << i for i, c in enumerate(part) if c.isupper())] for part in parts
    )
