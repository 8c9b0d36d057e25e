"""Salesforce as a ``Crm``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from domain.crm import (
    CrmField,
    CrmPerson,
    CrmTraits,
    FieldVersion,
    Guard,
    NewRecord,
    ProvisionReport,
    RecordKind,
    RecordNow,
    RecordWrite,
    RowResult,
)
from domain.deals import Deal, DealMove, DealPage, DealRef
from domain.errors import IntegrationError, NotFoundAtVendor, UnexpectedPayload
from domain.ports import Check
from integrations.salesforce.changes import DealChanges
from integrations.salesforce.client import SalesforceClient, soql
from integrations.salesforce.deals import DealFinder, DealReader, text
from integrations.salesforce.errors import SLUG
from integrations.salesforce.making import Maker
from integrations.salesforce.provision import Provisioner
from integrations.salesforce.records import RecordStore
from integrations.salesforce.settings import SalesforceSettings

LOW_BUDGET = 0.1
"""Share of the daily API requests below which the check warns."""
TRAITS = CrmTraits(
    guard=Guard.CONDITION,
    kinds=frozenset(RecordKind),
    read_batch=200,
    write_batch=200,
    deal_history=True,
)


class SalesforceCrm:
    """Opportunities as deals; custom fields as ours. See ``domain.ports.Crm``."""

    slug = SLUG
    traits = TRAITS

    def __init__(
        self,
        client: SalesforceClient,
        settings: SalesforceSettings,
    ) -> None:
        self._client = client
        self._settings = settings
        self._reader = DealReader(client, settings)
        self._finder = DealFinder(client, self._reader)
        self._changes = DealChanges(client, self._reader, multi_currency=settings.multi_currency)
        self._records = RecordStore(client)
        self._maker = Maker(client)
        self._provisioner = Provisioner(client, settings.permission_set)

    @classmethod
    def open(cls, settings: SalesforceSettings, now: Callable[[], datetime]) -> "SalesforceCrm":
        """For one org; signs in at the first request. ``now`` dates a signed JWT."""
        return cls(SalesforceClient(settings, now), settings)

    # people and deals

    def people(self) -> Sequence[CrmPerson]:
        """See ``Crm.people``: all full users, also those who have left."""
        query = "SELECT Id, Name, Email, IsActive FROM User WHERE UserType = 'Standard' ORDER BY Id"
        return tuple(
            CrmPerson(
                text(record, "Id"), text(record, "Email").lower(), text(record, "Name"),
                active=record.get("IsActive") is True,
            )
            for record in self._client.query(query)
        )  # fmt: skip

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """See ``Crm.find_deals``."""
        return self._finder.find(emails)

    def read_deal(self, ref: DealRef) -> Deal:
        """See ``Crm.read_deal``. Opportunities cannot be merged."""
        for record in self._finder.by_ids([ref.id]).values():
            return replace(self._reader.deal(record), ref=ref)  # ids have a short form too
        raise NotFoundAtVendor(SLUG, f"opportunity {ref.id}")

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``: 2000 a page."""
        return self._changes.page(since, cursor, segments)

    def deal_history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """See ``Crm.deal_history``."""
        return self._changes.history(refs)

    # records and fields

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """See ``Crm.provision``."""
        return self._provisioner.run(fields)

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        """See ``Crm.read``."""
        return self._records.read(kind, ids, fields)

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.write``."""
        return self._records.write(kind, rows, fields)

    def versions(
        self,
        kind: RecordKind,  # noqa: ARG002 - the port's
        ids: Sequence[str],  # noqa: ARG002
        fields: Sequence[CrmField],  # noqa: ARG002
        since: datetime,  # noqa: ARG002
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """Nothing: writes are guarded by their condition."""
        return {}

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.ensure``."""
        return self._maker.ensure(kind, rows, fields)

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """See ``Crm.remove``."""
        return self._records.remove(kind, ids)

    def check(self) -> Sequence[Check]:
        """See ``Crm.check``."""
        checks: list[Check] = []
        steps = (
            ("Salesforce sign-in", self._check_sign_in, "Check client id, secret and run-as user"),
            ("Salesforce opportunities", self._check_read, "Give Reploop's user read access"),
            ("Salesforce permission set", self._check_permissions, "Run `reploop crm provision`"),
            ("Salesforce API budget", self._check_budget, "Wait, or raise the daily limit"),
        )
        for what, step, remedy in steps:
            try:
                ok, detail = step()
            except IntegrationError as error:
                checks.append(Check(what, ok=False, detail=error.detail, remedy=remedy))
                break  # what follows would fail for the same reason
            checks.append(Check(what, ok=ok, detail=detail, remedy="" if ok else remedy))
        return checks

    def _check_sign_in(self) -> tuple[bool, str]:
        return True, f"signed in at {self._client.token.instance_url}"

    def _check_read(self) -> tuple[bool, str]:
        found = self._client.query("SELECT Id FROM Opportunity LIMIT 1")
        return True, "readable" if found else "readable; there is none yet"

    def _check_permissions(self) -> tuple[bool, str]:
        name = self._settings.permission_set
        found = self._client.query(soql("SELECT Id FROM PermissionSet WHERE Name = {}", name))
        return bool(found), f"{name} {'exists' if found else 'does not exist yet'}"

    def _check_budget(self) -> tuple[bool, str]:
        daily = self._client.get("limits").get("DailyApiRequests")
        if not isinstance(daily, dict):
            raise UnexpectedPayload(SLUG, "limits without DailyApiRequests")
        left, most = daily.get("Remaining"), daily.get("Max")
        if not isinstance(left, int) or not isinstance(most, int):
            raise UnexpectedPayload(SLUG, "DailyApiRequests without Max or Remaining")
        return left > LOW_BUDGET * most, f"{left} of {most} requests left today"
