"""Zoho CRM as a ``Crm``."""

from collections.abc import Callable, Mapping, Sequence
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
from domain.errors import IntegrationError
from domain.ports.vendors import Check
from integrations.zoho.client import ZohoClient
from integrations.zoho.deals import Deals
from integrations.zoho.errors import SLUG
from integrations.zoho.history import History
from integrations.zoho.making import Maker
from integrations.zoho.people import People
from integrations.zoho.provision import Provisioner
from integrations.zoho.records import BATCH, Records
from integrations.zoho.settings import ZohoSettings
from integrations.zoho.stages import Stages


class ZohoCrm:
    """Deals, calls and, if a module is named for them, snapshots. See ``domain.ports.Crm``."""

    slug = SLUG

    def __init__(self, client: ZohoClient, settings: ZohoSettings) -> None:
        self._client = client
        self._people = People(client)
        stages = Stages(client)
        self._deals = Deals(client, settings, self._people, stages)
        self._history = History(client, settings, self._people, stages)
        self._records = Records(client, settings)
        self._maker = Maker(client, self._records, self._deals, self._people)
        self._provisioner = Provisioner(client, self._records, self._people)
        self.traits = CrmTraits(
            guard=Guard.CONDITION,
            kinds=frozenset(self._records.modules),
            read_batch=BATCH,
            write_batch=BATCH,
            deal_history=True,
        )

    @classmethod
    def open(cls, settings: ZohoSettings) -> "ZohoCrm":
        """For one organisation; makes no request yet."""
        return cls(ZohoClient(settings), settings)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def people(self) -> Sequence[CrmPerson]:
        """See ``Crm.people``."""
        return self._people.everybody()

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """See ``Crm.find_deals``."""
        return self._deals.find(emails)

    def read_deal(self, ref: DealRef) -> Deal:
        """See ``Crm.read_deal``."""
        return self._deals.read(ref.id)

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``."""
        return self._deals.changed(since, cursor, segments)

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
        """Nothing: Zoho refuses a write that comes too late, so none has to be looked for."""
        del kind, ids, fields, since
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
        fields = {"module": "Deals"}
        deals = {"fields": "Deal_Name", "per_page": "1"}
        contact = "select id from Contacts where Email in ('nobody@reploop.example')"
        return [
            _check("users", "ZohoCRM.users.READ", self._people.our_profile),
            _check(
                "deal fields",
                "ZohoCRM.settings.fields.ALL",
                lambda: self._client.page("/settings/fields", "fields", fields),
            ),
            _check(
                "deals",
                "ZohoCRM.modules.deals.READ",
                lambda: self._client.page("/Deals", "data", deals),
            ),
            _check(
                "contacts",
                "ZohoCRM.coql.READ and ZohoCRM.modules.contacts.READ",
                lambda: list(self._client.coql(contact)),
            ),
        ]


def _check(what: str, scope: str, step: Callable[[], object]) -> Check:
    try:
        step()
    except IntegrationError as error:
        remedy = f"Check the refresh token, its data centre and its scope {scope}"
        return Check(f"Zoho CRM {what}", ok=False, detail=error.detail, remedy=remedy)
    return Check(f"Zoho CRM {what}", ok=True, detail="readable")
