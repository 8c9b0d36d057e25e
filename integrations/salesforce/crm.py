"""Salesforce as a ``Crm``."""

import time
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
from domain.errors import NotFoundAtVendor
from domain.ports import Check
from integrations.salesforce.changes import DealChanges
from integrations.salesforce.checks import run_checks
from integrations.salesforce.client import SalesforceClient
from integrations.salesforce.deals import DealFinder, DealReader, text
from integrations.salesforce.errors import SLUG
from integrations.salesforce.making import Maker
from integrations.salesforce.provision import Provisioner
from integrations.salesforce.records import RecordStore
from integrations.salesforce.settings import SalesforceSettings

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
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self._client = client
        self._settings = settings
        self._reader = DealReader(client, settings)
        self._finder = DealFinder(client, self._reader)
        self._changes = DealChanges(client, self._reader, multi_currency=settings.multi_currency)
        self._records = RecordStore(client)
        self._maker = Maker(client, settings)
        self._provisioner = Provisioner(client, settings.permission_set, pause)

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
        return run_checks(self._client, self._settings.permission_set)
