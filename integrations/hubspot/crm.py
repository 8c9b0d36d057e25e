"""HubSpot as a ``Crm``."""

from collections.abc import Mapping, Sequence
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
from domain.ports import Check
from integrations.hubspot.changes import Changes
from integrations.hubspot.checks import checks
from integrations.hubspot.client import HubspotClient
from integrations.hubspot.contacts import BATCH, Contacts
from integrations.hubspot.deals import DealFinder, Reader
from integrations.hubspot.directory import Directory
from integrations.hubspot.errors import SLUG
from integrations.hubspot.history import History
from integrations.hubspot.objects import Objects
from integrations.hubspot.provision import Provisioner
from integrations.hubspot.records import Records
from integrations.hubspot.settings import HubspotSettings


class HubspotCrm:
    """Deals as deals, calls as calls, our fields as properties. See ``domain.ports.Crm``."""

    slug = SLUG

    def __init__(self, client: HubspotClient, settings: HubspotSettings) -> None:
        self._client = client
        self._directory = Directory(client)
        self._objects = Objects(client, settings)
        reader, contacts = (
            Reader(self._directory, settings),
            Contacts(client, settings.other_emails),
        )
        self._finder = DealFinder(client, contacts, reader)
        self._changes = Changes(client, reader)
        self._history = History(client, reader)
        self._records = Records(client, self._objects, contacts, self._directory)
        self._provisioner = Provisioner(client, self._objects)

    @classmethod
    def open(cls, settings: HubspotSettings) -> "HubspotCrm":
        """For one account; makes no request yet."""
        return cls(HubspotClient(settings), settings)

    @property
    def traits(self) -> CrmTraits:
        """See ``Crm.traits``: HubSpot keeps every value with who wrote it."""
        return CrmTraits(
            guard=Guard.HISTORY,
            kinds=self._objects.kinds,
            read_batch=BATCH,
            write_batch=BATCH,
            deal_history=True,
        )

    def people(self) -> Sequence[CrmPerson]:
        """See ``Crm.people``."""
        return self._directory.everybody()

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """See ``Crm.find_deals``."""
        return self._finder.find(emails)

    def read_deal(self, ref: DealRef) -> Deal:
        """See ``Crm.read_deal``."""
        return self._finder.one(ref)

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``."""
        return self._changes.page(since, cursor, segments)

    def deal_history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """See ``Crm.deal_history``."""
        return self._history.moves(refs)

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
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """See ``Crm.versions``."""
        return self._history.versions(self._objects.name(kind), ids, fields, since)

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.ensure``."""
        return self._records.ensure(kind, rows, fields)

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """See ``Crm.remove``."""
        return self._records.remove(kind, ids)

    def check(self) -> Sequence[Check]:
        """See ``Crm.check``."""
        return tuple(checks(self._client, self._objects))
