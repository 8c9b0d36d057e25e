"""Freshsales as a ``Crm``."""

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
    RowState,
)
from domain.deals import Deal, DealMove, DealPage, DealRef
from domain.errors import IntegrationError
from domain.ports import Check
from integrations.freshsales.changed import ChangedDeals
from integrations.freshsales.client import FreshsalesClient
from integrations.freshsales.deals import DealReader
from integrations.freshsales.errors import SLUG
from integrations.freshsales.fields import FieldCatalogue
from integrations.freshsales.provision import provision
from integrations.freshsales.settings import FreshsalesSettings
from integrations.freshsales.writing import FieldWriter

TRAITS = CrmTraits(
    guard=Guard.TOLD,
    kinds=frozenset({RecordKind.DEAL}),
    # Each record is a request of its own. A few at a time, so that what is read is written
    # before it has to be read again.
    read_batch=10,
    write_batch=10,
    deal_history=False,
)
CREDENTIALS = (
    "Give the API key of a user in REPLOOP_FRESHSALES_API_KEY, and "
    "https://<account>.myfreshworks.com/crm/sales/api in REPLOOP_FRESHSALES_BASE_URL"
)
NOT_HELD = RowResult(RowState.REFUSED, "Freshsales' API finds no record by our key, only deals")


class FreshsalesCrm:
    """Deals as deals; custom fields as our fields. See ``domain.ports.Crm``.

    Calls and snapshots are not kept: a call log can be made but neither found again nor
    deleted, so a repeated try would make a second one; custom modules are made by hand.
    """

    slug = SLUG
    traits = TRAITS

    def __init__(
        self, client: FreshsalesClient, settings: FreshsalesSettings, now: Callable[[], datetime]
    ) -> None:
        self._client = client
        self._reader = DealReader(client, settings)
        self._changed = ChangedDeals(client, self._reader, settings.deals_views)
        self._catalogue = FieldCatalogue(client)
        self._writer = FieldWriter(client, self._catalogue, now, settings.reread_after_s)

    @classmethod
    def open(cls, settings: FreshsalesSettings, now: Callable[[], datetime]) -> "FreshsalesCrm":
        """For one account; makes no request yet."""
        return cls(FreshsalesClient(settings), settings, now)

    def people(self) -> Sequence[CrmPerson]:
        """See ``Crm.people``."""
        return tuple(
            CrmPerson(
                str(user.get("id")),
                str(user["email"]).lower(),
                str(user.get("display_name") or user["email"]),
                active=user.get("is_active") is not False,
            )
            for user in self._client.selector("owners", "users")
            if user.get("email")
        )

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """See ``Crm.find_deals``."""
        return self._reader.find(emails)

    def read_deal(self, ref: DealRef) -> Deal:
        """See ``Crm.read_deal``. A merged deal is gone: Freshsales does not say into which."""
        return self._reader.one(ref.id)

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """See ``Crm.deals_changed``."""
        return self._changed.page(since, cursor, segments)

    def deal_history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """See ``Crm.deal_history``: none is documented."""
        del refs
        return {}

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """See ``Crm.provision``: nothing is created, what is missing comes with the steps."""
        return provision(self._catalogue, fields)

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        """See ``Crm.read``."""
        return self._writer.read(ids, fields) if kind is RecordKind.DEAL else {}

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.write``."""
        if kind is not RecordKind.DEAL:
            return {row.id: NOT_HELD for row in rows}
        return self._writer.write(rows, fields)

    def versions(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """See ``Crm.versions``: Freshsales shows none."""
        del kind, ids, fields, since
        return {}

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.ensure``: no kind of record can be found again by our key."""
        del kind, fields
        return {row.head.key: NOT_HELD for row in rows}

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """See ``Crm.remove``: nothing of ours is there to be deleted."""
        del kind
        return dict.fromkeys(ids, NOT_HELD)

    def check(self) -> Sequence[Check]:
        """See ``Crm.check``."""
        steps: tuple[tuple[str, Callable[[], object], str], ...] = (
            ("Freshsales owners", self.people, CREDENTIALS),
            (
                "Freshsales deals",
                lambda: self._changed.page(None, None, {}),
                "Let the key's user see all deals, and a view that shows them all",
            ),
            (
                "Freshsales fields",
                self._client.deal_fields,
                "Let the key's user see the settings of deals",
            ),
        )
        return [_tried(*step) for step in steps]


def _tried(what: str, step: Callable[[], object], remedy: str) -> Check:
    try:
        step()
    except IntegrationError as error:
        return Check(what, ok=False, detail=error.detail, remedy=remedy)
    return Check(what, ok=True, detail="readable")
