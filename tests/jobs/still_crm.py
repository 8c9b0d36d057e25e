"""A CRM that holds nothing and takes everything: a base for fakes that need little of one."""

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
from domain.errors import NotFoundAtVendor
from domain.ports import Check


class StillCrm:
    """See ``Crm``."""

    slug: str = "salesforce"
    traits = CrmTraits(
        guard=Guard.CONDITION, kinds=frozenset({RecordKind.DEAL}), read_batch=100, write_batch=25,
        deal_history=False,
    )  # fmt: skip

    def people(self) -> Sequence[CrmPerson]:
        return ()

    def find_deals(self, emails: Sequence[str]) -> Sequence[Deal]:
        return ()

    def read_deal(self, ref: DealRef) -> Deal:
        raise NotFoundAtVendor(self.slug, ref.id)

    def deals_changed(
        self, since: datetime | None, cursor: str | None, segments: Mapping[str, str]
    ) -> DealPage:
        return DealPage(())

    def deal_history(self, refs: Sequence[DealRef]) -> Mapping[str, Sequence[DealMove]]:
        return {}

    def provision(self, fields: Sequence[CrmField]) -> ProvisionReport:
        return ProvisionReport((), (), {})

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        return {each: RecordNow(dict.fromkeys((f.name for f in fields), None)) for each in ids}

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        return {row.id: RowResult(RowState.DONE) for row in rows}

    def versions(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField], since: datetime
    ) -> Mapping[str, Mapping[str, Sequence[FieldVersion]]]:
        return {}

    def ensure(
        self, kind: RecordKind, rows: Sequence[NewRecord], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        return {row.head.key: RowResult(RowState.DONE, id=f"r-{row.head.key}") for row in rows}

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        return {each: RowResult(RowState.DONE) for each in ids}

    def check(self) -> Sequence[Check]:
        return ()
