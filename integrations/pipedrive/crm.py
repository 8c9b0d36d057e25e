"""Pipedrive as a ``Crm``."""

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
    RowState,
)
from domain.deals import Deal, DealMove, DealPage, DealRef
from domain.ports import Check
from integrations.pipedrive.calls import Calls
from integrations.pipedrive.changes import Changes
from integrations.pipedrive.checks import checks
from integrations.pipedrive.client import PipedriveClient
from integrations.pipedrive.deals import Deals
from integrations.pipedrive.errors import SLUG
from integrations.pipedrive.fields import FieldBook
from integrations.pipedrive.find import DealFinder
from integrations.pipedrive.history import History
from integrations.pipedrive.people import People
from integrations.pipedrive.provision import Provisioner
from integrations.pipedrive.records import READ_BATCH, DealFields, one_deal
from integrations.pipedrive.settings import PipedriveSettings

TRAITS = CrmTraits(
    guard=Guard.HISTORY,
    kinds=frozenset({RecordKind.DEAL, RecordKind.CALL}),
    read_batch=READ_BATCH,
    write_batch=20,
    deal_history=True,
)
NOT_HELD = RowResult(RowState.REFUSED, "Pipedrive holds no such records")


class PipedriveCrm:
    """Deals as deals, custom fields as our fields, calls as activities. See ``Crm``."""

    slug = SLUG
    traits = TRAITS

    def __init__(self, client: PipedriveClient, settings: PipedriveSettings) -> None:
        self._client = client
        book = FieldBook(client)
        self._people = People(client)
        self._deals = Deals(client, self._people, settings.currency)
        self._finder = DealFinder(client, self._people, self._deals, settings.participant_lookups)
        self._changes = Changes(client, book, self._deals)
        self._history = History(client, book, self._people, self._deals, settings.own_sources)
        self._fields = DealFields(client, book)
        self._calls = Calls(client, self._people, settings.call_type)
        self._provisioner = Provisioner(client, book)

    @classmethod
    def open(cls, settings: PipedriveSettings) -> "PipedriveCrm":
        """For one account; makes no request yet."""
        return cls(PipedriveClient(settings), settings)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def people(self) -> Sequence[CrmPerson]:
        """See ``Crm.people``."""
        return self._people.users()

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """See ``Crm.find_deals``."""
        return self._finder.find(emails)

    def read_deal(self, ref: DealRef) -> Deal:
        """See ``Crm.read_deal``. Pipedrive does not say into which deal one was merged."""
        return self._deals.deal(one_deal(self._client, ref.id))

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
        match kind:
            case RecordKind.DEAL:
                return self._fields.read(ids, fields)
            case RecordKind.CALL:
                return self._calls.read(ids, fields)
            case _:
                return {}

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.write``."""
        match kind:
            case RecordKind.DEAL:
                return self._fields.write(rows, fields)
            case RecordKind.CALL:
                return self._calls.write(rows, fields)
            case _:
                return {row.id: NOT_HELD for row in rows}

    def versions(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """See ``Crm.versions``. Activities have no change log."""
        return self._history.versions(ids, fields, since) if kind is RecordKind.DEAL else {}

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.ensure``."""
        if kind is not RecordKind.CALL:
            return {row.head.key: NOT_HELD for row in rows}
        return self._calls.ensure(rows, fields)

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """See ``Crm.remove``."""
        if kind is not RecordKind.CALL:
            return dict.fromkeys(ids, NOT_HELD)
        return self._calls.remove(ids)

    def check(self) -> Sequence[Check]:
        """See ``Crm.check``."""
        return checks(self._client)
