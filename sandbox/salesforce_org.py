"""The records of one Salesforce org, with what makes it peculiar: hidden fields and objects."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sandbox.crm_company import CrmCompany, CrmDeal
from sandbox.salesforce_schema import (
    COLUMNS,
    CUSTOM_OBJECT,
    PREFIXES,
    SHOWN_IN_HISTORY,
    Record,
    SalesforceFault,
    iso,
    missing_column,
    with_suffix,
)


class Org:
    """Tables of records. Custom objects and fields exist, and are seen only when granted."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.columns = {table: set(names.split()) for table, names in COLUMNS.items()}
        self.tables: dict[str, dict[str, Record]] = {name: {} for name in COLUMNS}
        self.custom: dict[str, dict[str, Record]] = {name: {} for name in COLUMNS}
        """Metadata of custom fields, by object and API name."""
        self.objects: dict[str, str] = {}
        """Sharing model of custom objects, by API name."""
        self.deleted: set[str] = set()
        self.locked: set[str] = set()
        """Ids of records that somebody else's transaction holds."""
        self.rules: list[Callable[[Record], str | None]] = []
        """Validation rules: what they say when a record breaks them."""
        self.multi_currency = False
        self.call_center = True
        """Whether tasks have the fields of calls."""
        self.may_deploy = True
        """Whether the app's user may change metadata through the Metadata API."""
        self.ignores_conditions = False
        """Whether conditional writes are applied without regard to their condition."""
        self._at: dict[str, tuple[str, Record]] = {}
        self.keys: dict[tuple[str, str], dict[str, str]] = {}
        """Of unique fields: value to id."""
        self._prefixes = dict(PREFIXES)
        self._serial = 0
        self.run_as = self._user("reploop@crm.example", "Reploop")

    # ── records ──────────────────────────────────────────────────────────────────────

    def new_id(self, table: str) -> str:
        """A case-safe id of 18 characters."""
        self._serial += 1
        return with_suffix(f"{self._prefixes[table]}Hs{self._serial:010d}")

    def insert(self, table: str, **values: Any) -> str:
        """Keep a record and give it an id."""
        record_id = self.new_id(table)
        record = {"Id": record_id, **values}
        self.tables[table][record_id] = record
        self._at[record_id[:15]] = (table, record)
        for name in self.custom[table]:
            self._index(table, record, name)
        if table == "Opportunity":
            self.note(record)
        return record_id

    def found(self, record_id: str) -> tuple[str, Record] | None:
        """Object and record by either form of the id, deleted ones too."""
        return self._at.get(record_id[:15])

    def live(self, table: str, record_id: str) -> Record:
        """A record that is there. Raises ``SalesforceFault``."""
        found = self.found(record_id)
        if found is None or found[0] != table:
            raise SalesforceFault(404, "NOT_FOUND", "The requested resource does not exist")
        if found[1]["Id"] in self.deleted:
            raise SalesforceFault(404, "ENTITY_IS_DELETED", "entity is deleted")
        return found[1]

    def opportunity(self, record_id: str) -> Record:
        """A live opportunity by either form of its id."""
        return self.live("Opportunity", record_id)

    def change(self, table: str, record: Record, values: Record, by: str) -> None:
        """Set values, with who and when; the history of an opportunity notes it."""
        moment = iso(self.now())
        moved = any(record.get(n) != values[n] for n in SHOWN_IN_HISTORY if n in values)
        if "StageName" in values and values["StageName"] != record.get("StageName"):
            record["LastStageChangeDate"] = moment
        record.update(values, LastModifiedDate=moment, SystemModstamp=moment, LastModifiedById=by)
        if table == "Opportunity" and moved:
            self.note(record)

    def discard(self, table: str, record: Record) -> None:
        """Move a record to the recycle bin, with what hangs on it."""
        moment = iso(self.now())
        record.update(IsDeleted=True, LastModifiedDate=moment, SystemModstamp=moment)
        self.deleted.add(record["Id"])
        for (of, name), keys in self.keys.items():
            if of == table and isinstance(record.get(name), str):
                keys.pop(self.key(table, name, record[name]), None)
        for kind in ("OpportunityContactRole", "OpportunityHistory"):
            for child in self.tables[kind].values() if table == "Opportunity" else ():
                if child["OpportunityId"] == record["Id"]:
                    child["IsDeleted"] = True
                    self.deleted.add(child["Id"])

    def note(self, record: Record) -> None:
        """A row of the opportunity's history: how it stands now."""
        shown = {name: record.get(name) for name in SHOWN_IN_HISTORY}
        by = record.get("LastModifiedById")
        self.insert(
            "OpportunityHistory", OpportunityId=record["Id"], Probability=None, IsDeleted=False,
            CreatedDate=record["LastModifiedDate"], CreatedById=by,
            SystemModstamp=record["LastModifiedDate"],
            CurrencyIsoCode=record.get("CurrencyIsoCode"), **shown,
        )  # fmt: skip

    # ── fields and objects ───────────────────────────────────────────────────────────

    def add_object(self, name: str, sharing: str) -> None:
        """Create a custom object, if it is not there."""
        if name not in self.objects:
            self._prefixes[name] = f"a{len(self.objects):02d}"
            self.columns[name] = set(CUSTOM_OBJECT.split())
            self.tables[name], self.custom[name] = {}, {}
        self.objects[name] = sharing

    def add_field(self, table: str, name: str, metadata: Record) -> None:
        """Create a custom field."""
        self.custom[table][name] = metadata
        if metadata.get("unique"):
            self.keys[table, name] = {}
        for record in self.tables[table].values():
            self._index(table, record, name)

    def key(self, table: str, name: str, value: str) -> str:
        """How a value of a unique field is compared: by default without regard to case."""
        return value if self.custom[table][name].get("caseSensitive") else value.lower()

    def _index(self, table: str, record: Record, name: str) -> None:
        value = record.get(name)
        if (table, name) in self.keys and isinstance(value, str):
            self.keys[table, name][self.key(table, name, value)] = record["Id"]

    # ── visibility ───────────────────────────────────────────────────────────────────

    def may_own(self, user: str, table: str) -> bool:
        """Whether a user can read an object at all; nobody else can be made an owner."""
        if table not in self.objects or user == self.run_as:
            return True
        return bool(self._granted("ObjectPermissions", "SobjectType", table, user))

    def grants(self, table: str, name: str) -> tuple[bool, bool]:
        """(readable, editable) of a custom field for the user the app runs as."""
        found = self._granted("FieldPermissions", "Field", f"{table}.{name}")
        edit = any(p["PermissionsEdit"] for p in found)
        return edit or any(p["PermissionsRead"] for p in found), edit

    def may(self, table: str, what: str) -> bool:
        """Whether the app may Read, Create, Edit or Delete; the profile grants standard ones."""
        if table not in self.objects:
            return True
        found = self._granted("ObjectPermissions", "SobjectType", table)
        return any(p.get(f"Permissions{what}") for p in found)

    def _granted(self, kind: str, column: str, wanted: str, user: str = "") -> list[Record]:
        mine = {
            a["PermissionSetId"]
            for a in self.tables["PermissionSetAssignment"].values()
            if a["AssigneeId"] == (user or self.run_as)
        }
        rows = self.tables[kind].values()
        return [p for p in rows if p[column] == wanted and p["ParentId"] in mine]

    def check_table(self, table: str) -> None:
        """Raise INVALID_TYPE for an object that is not there, or not there for us."""
        if table not in self.tables or not self.may(table, "Read"):
            raise SalesforceFault(400, "INVALID_TYPE", f"sObject type '{table}' is not supported.")

    def check_column(self, table: str, name: str) -> None:
        """Raise INVALID_FIELD for a column that is not there, or not there for us."""
        if name in self.columns[table]:
            return
        if name == "CurrencyIsoCode" and self.multi_currency:
            return
        if name in self.custom[table] and self.grants(table, name)[0]:
            return
        raise missing_column(table, name)

    # ── loading ──────────────────────────────────────────────────────────────────────

    def load(self, company: CrmCompany) -> dict[str, str]:
        """Take over a company's records; deal key to opportunity id."""
        users = {u.email: self._user(u.email, u.name) for u in company.users}
        names = [c.account for c in company.contacts] + [d.account for d in company.deals]
        accounts = {n: self.insert("Account", Name=n, Industry=None) for n in dict.fromkeys(names)}
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
        moment = iso(self.now())
        return self.insert(
            "User", Name=name, Email=email, Username=email, IsActive=True, UserType="Standard",
            CreatedDate=moment, LastModifiedDate=moment, SystemModstamp=moment,
        )  # fmt: skip

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
            IsDeleted=False,
            OwnerId=owner,
            AccountId=account,
            CreatedDate=modified,
            CreatedById=owner,
            LastStageChangeDate=None,
            LastModifiedDate=modified,
            LastModifiedById=owner,
            SystemModstamp=modified,
            CurrencyIsoCode=deal.currency,
        )
