"""What Reploop needs of a CRM: people, deals and their history, and fields on records."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.crm import (
    CrmField,
    CrmPerson,
    CrmTraits,
    FieldVersion,
    NewRecord,
    ProvisionReport,
    RecordKind,
    RecordNow,
    RecordWrite,
    RowResult,
)
from domain.deals import Deal, DealMove, DealPage, DealRef
from domain.ports.vendors import Check


class Crm(Protocol):
    """Salesforce, HubSpot, Zoho, Pipedrive, Freshsales, monday.

    No method retries. Each raises ``IntegrationError`` for a request that failed as a
    whole: ``RateLimited`` with the wait, ``CredentialsRejected``, ``VendorUnavailable``,
    ``UnexpectedPayload``. What a vendor says of single records comes back record by record.
    """

    @property
    def slug(self) -> str:
        """The name in rows and settings, such as ``salesforce``."""
        ...

    @property
    def traits(self) -> CrmTraits:
        """What it can do, and in which portions. No network call."""
        ...

    # people and deals

    def people(self) -> Sequence[CrmPerson]:
        """Everybody who can own deals, also those who have left where the CRM shows them."""
        ...

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        """Deals on which somebody with one of these e-mail addresses takes part."""
        ...

    def read_deal(self, ref: DealRef) -> Deal:
        """Read one deal. Raises ``NotFoundAtVendor`` when it is gone.

        Of a deal that was merged away, the one that stands is read: its ``ref`` differs.
        """
        ...

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        """One page of deals that changed at or after ``since`` (all, if ``None``).

        Any order; a deal may come twice. ``segments``: our word to the vendor's name of a
        field whose value is wanted with each deal. ``cursor``: of the page before.
        """
        ...

    def deal_history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        """Moves of these deals by deal id, oldest first. Empty where the CRM keeps none.

        ``traits.read_batch`` deals at most.
        """
        ...

    # records and fields

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        """Create the objects and fields that are missing, readable and writable by us.

        Safe to repeat. What cannot be created (or has another type) is in ``failed`` with
        the steps for a person.
        """
        ...

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        """Present values of ``traits.read_batch`` records at most, by id; gone ones are left out.

        Raises ``WriteRefused`` naming a field that is not there or hidden, with the remedy.
        """
        ...

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """Set fields of ``traits.write_batch`` records at most; a result for every row, by id.

        Each row is written whole or not at all, and never creates a record. Only ``fields``
        are ever sent. The same call twice leaves the same records. Raises only if no row
        can have been written; of a request whose answer was lost, the rows are ``UNSURE``.
        """
        ...

    def versions(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        """The values that fields had since a moment: by record id, by field name, oldest first.

        For ``Guard.HISTORY`` only; others return nothing. The value that stood at
        ``since`` comes first where the CRM shows it.
        """
        ...

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See that these records exist, by their key; a result with the id for every row, by key.

        Made once whatever happens: a record whose key is there already is found, and its
        fields are left as they stand. ``traits.write_batch`` rows at most.
        """
        ...

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """Delete calls or snapshots that we made, by id; never deals or owners.

        One that is gone already is ``DONE``. ``traits.write_batch`` ids at most.
        """
        ...

    def check(self) -> Sequence[Check]:
        """Try the credentials and permissions; raises nothing."""
        ...
