"""Writing custom fields, and reading them such that a write in between is noticed.

Freshsales has neither history nor conditional writes. What it has is ``updated_at``, in
whole seconds: a deal that was read a while ago is read again right before it is written,
and if that differs, nothing is written. What slips through, an automation tells us.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from domain.crm import CrmField, RecordNow, RecordWrite, RowResult, RowState, unsure
from domain.errors import (
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    Transient,
    UnexpectedPayload,
    WriteRefused,
)
from integrations.freshsales.client import FreshsalesClient
from integrations.freshsales.deals import record_of
from integrations.freshsales.errors import MISSING
from integrations.freshsales.fields import FieldCatalogue, custom_values, read, written

MAYBE_WRITTEN = frozenset({RowState.DONE, RowState.UNSURE})
AGAIN_S = 5.0


class FieldWriter:
    """Reads and writes our fields of deals, one request each: there is no batch."""

    def __init__(
        self,
        client: FreshsalesClient,
        catalogue: FieldCatalogue,
        now: Callable[[], datetime],
        reread_after_s: float,
    ) -> None:
        self._client = client
        self._catalogue = catalogue
        self._now = now
        self._reread_after_s = reread_after_s

    def read(self, ids: Sequence[str], fields: Sequence[CrmField]) -> dict[str, RecordNow]:
        """See ``Crm.read``."""
        names = self._catalogue.names(fields)
        sure = False
        found = {}
        for deal_id in ids:
            read_at = self._now()
            try:
                record = record_of(self._client.deal(deal_id))
            except NotFoundAtVendor:
                continue
            values = custom_values(record)
            if not sure and not set(names.values()) <= set(values):
                self._catalogue.forget()  # deleted since we asked for the fields, or just empty
                names = self._catalogue.names(fields)
                sure = True
            found[deal_id] = RecordNow(
                {f.name: read(f, values.get(names[f.name])) for f in fields},
                f"{record.get('updated_at') or ''}@{read_at.timestamp():.3f}",
            )
        return found

    def write(
        self, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> dict[str, RowResult]:
        """See ``Crm.write``. After a failure of the line or a limit no further row is sent."""
        results: dict[str, RowResult] = {}
        for row in rows:
            try:
                results[row.id] = self._row(row, fields)
            except RateLimited as limited:
                return _ended(results, rows, limited)
            except (Transient, UnexpectedPayload) as error:
                results[row.id] = unsure(error)
                return _left(results, rows, error)
            except IntegrationError as error:
                return _ended(results, rows, error)
        return results

    def _row(self, row: RecordWrite, fields: Sequence[CrmField]) -> RowResult:
        ours = [field for field in fields if field.name in row.values]
        if not ours:
            return RowResult(RowState.DONE)
        try:
            names = self._catalogue.names(ours)
            if self._changed_since_read(row):
                return RowResult(RowState.STALE)
            values = {names[field.name]: written(row.values[field.name]) for field in ours}
            answer = self._client.update_deal(row.id, values)
        except NotFoundAtVendor:
            return RowResult(RowState.GONE)
        except WriteRefused as refused:
            return RowResult(RowState.REFUSED, refused.detail)
        stand = custom_values(record_of(answer))
        return self._outcome(
            [
                ours
                for ours, theirs in names.items()
                if theirs not in stand and values[theirs] is not None
            ]
        )

    def _outcome(self, missing: Sequence[str]) -> RowResult:
        """A field that was deleted meanwhile is passed over without a word: then it is absent."""
        if not missing:
            return RowResult(RowState.DONE)
        self._catalogue.forget()
        return RowResult(RowState.REFUSED, f"{', '.join(missing)}: {MISSING}")

    def _changed_since_read(self, row: RecordWrite) -> bool:
        """Read again what was read too long ago, and compare when it was last changed."""
        updated_at, _, read_at = row.version.rpartition("@")
        if not updated_at or self._now().timestamp() - float(read_at) <= self._reread_after_s:
            return False
        return str(record_of(self._client.deal(row.id)).get("updated_at")) != updated_at


def _ended(
    results: Mapping[str, RowResult],
    rows: Sequence[RecordWrite],
    error: IntegrationError,
) -> dict[str, RowResult]:
    """What is known of all rows; raises the error if nothing can have been written."""
    if not any(result.state in MAYBE_WRITTEN for result in results.values()):
        raise error
    return _left(results, rows, error)


def _left(
    results: Mapping[str, RowResult], rows: Sequence[RecordWrite], error: IntegrationError
) -> dict[str, RowResult]:
    """What is known, and that the other rows were not tried."""
    left = unsure(error, AGAIN_S, counts=False)
    return {row.id: results.get(row.id, left) for row in rows}
