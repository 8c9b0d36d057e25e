"""monday.com as a ``Crm``."""

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
from integrations.monday.boards import Boards
from integrations.monday.changes import Changes
from integrations.monday.checks import Checker
from integrations.monday.client import MondayClient
from integrations.monday.deals import DealReader
from integrations.monday.documents import ITEMS
from integrations.monday.errors import SLUG
from integrations.monday.history import DealHistory, Versions
from integrations.monday.own_records import OwnRecords
from integrations.monday.people import People
from integrations.monday.provision import Provisioner
from integrations.monday.records import Records
from integrations.monday.settings import MondaySettings

ROWS = 25
"""Writes in one request: monday applies them one after the other, within its 60 seconds."""


class MondayCrm:
    """Items of a board as deals; columns as our fields. See ``domain.ports.Crm``."""

    slug = SLUG
    traits = CrmTraits(
        guard=Guard.HISTORY,
        kinds=frozenset({RecordKind.DEAL, RecordKind.CALL, RecordKind.SNAPSHOT}),
        read_batch=ITEMS,
        write_batch=ROWS,
        deal_history=True,
    )

    def __init__(self, client: MondayClient, settings: MondaySettings) -> None:
        self._client = client
        self._boards = Boards(client, settings)
        self._people = People(client)
        self._deals = DealReader(client, settings, self._boards, self._people)
        self._changes = Changes(client, self._deals, settings.deals_board)
        self._history = DealHistory(client, settings, self._deals, self._people)
        self._versions = Versions(client, self._boards, self._people)
        self._records = Records(client, self._boards)
        self._own = OwnRecords(client, settings, self._boards)
        self._provisioner = Provisioner(client, settings, self._boards)
        self._checker = Checker(settings, self._boards, self._people)

    @classmethod
    def open(cls, settings: MondaySettings) -> "MondayCrm":
        """For one account; makes no request yet."""
        return cls(MondayClient(settings), settings)

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
        return self._deals.one(ref.id)

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``. A cursor is good for an hour."""
        return self._changes.page(since, cursor, segments)

    def deal_history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """See ``Crm.deal_history``; as far back as the account's plan keeps its log."""
        return self._history.read(refs)

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """See ``Crm.provision``."""
        return self._provisioner.run(fields)

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        """See ``Crm.read``."""
        return self._records.read(kind, ids, fields) if ids else {}

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.write``."""
        return self._records.write(kind, rows, fields) if rows else {}

    def versions(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """See ``Crm.versions``."""
        return self._versions.read(kind, ids, fields, since)

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.ensure``."""
        return self._own.ensure(kind, rows, fields) if rows else {}

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """See ``Crm.remove``."""
        return self._own.remove(kind, ids) if ids else {}

    def check(self) -> Sequence[Check]:
        """See ``Crm.check``."""
        return self._checker.run()
