"""Our fields on records: read, written under Zoho's condition, made once, taken away.

Zoho refuses an update whose record was modified after ``If-Unmodified-Since``. That is one
moment for a request of a hundred records, so a version holds two: when the record was last
modified, and the latest such moment of all records that were read with it. A record that
was read together with others stood unchanged until then, so one header guards them all.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from domain.crm import CrmField, RecordKind, RecordNow, RecordWrite, RowResult, RowState, unsure
from domain.errors import (
    IntegrationError,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)
from integrations.zoho.client import Body, ZohoClient
from integrations.zoho.errors import LOST_S, SLUG, Stale, row_result, text_id
from integrations.zoho.settings import ZohoSettings
from integrations.zoho.values import moment, portions, read_value, stamp, written

BATCH = 100
UNSETTLED = "unsettled"
"""The version of a record that was modified too shortly before it was read to be guarded."""
SETTLED_AFTER_S = 3.0
FIELDS_AT_ONCE = 49
"""Besides the time of the last change; Zoho shows fifty."""


class Records:
    """Records of the modules that hold fields of ours."""

    def __init__(self, client: ZohoClient, settings: ZohoSettings) -> None:
        self._client = client
        self.modules = {RecordKind.DEAL: "Deals", RecordKind.CALL: "Calls"}
        if settings.snapshots_module:
            self.modules[RecordKind.SNAPSHOT] = settings.snapshots_module

    def module(self, kind: RecordKind) -> str:
        """The API name of the module. Raises ``WriteRefused`` for a kind that is not kept."""
        if kind not in self.modules:
            raise WriteRefused(SLUG, f"{kind}: Zoho CRM holds none here")
        return self.modules[kind]

    def read(
        self, kind: RecordKind, ids: Sequence[str], fields: Sequence[CrmField]
    ) -> Mapping[str, RecordNow]:
        """See ``Crm.read``."""
        found: dict[str, Body] = {}
        asked: list[datetime | None] = []
        for portion in portions(fields, FIELDS_AT_ONCE) if ids else ():
            names = ",".join(["Modified_Time", *(field.name for field in portion)])
            params = {"ids": ",".join(ids), "fields": names}
            page = self._client.page(f"/{self.module(kind)}", "data", params)
            asked.append(page.asked_at)
            for row in page.rows:
                earlier = found.get(str(row.get("id")), {})
                # of two looks at one record the first one's time counts
                found[str(row.get("id"))] = {**row, **earlier}
        _refuse_missing(found, fields)
        settled = {key: _settled(row, asked) for key, row in found.items()}
        latest = max((at for at in settled.values() if at), default="")
        return {
            key: RecordNow(
                {field.name: read_value(field, row[field.name]) for field in fields},
                f"{at}/{latest}" if (at := settled[key]) else UNSETTLED,
            )
            for key, row in found.items()
            if key in ids
        }

    def write(
        self, kind: RecordKind, rows: Sequence[RecordWrite], fields: Sequence[CrmField]
    ) -> Mapping[str, RowResult]:
        """See ``Crm.write``."""
        fresh = RowResult(RowState.STALE, "changed just now", after_s=SETTLED_AFTER_S)
        results = {row.id: fresh for row in rows if row.version == UNSETTLED}
        module = self.module(kind)
        for headers, group in guarded([row for row in rows if row.id not in results]):
            ids = [row.id for row in group]
            body = [{"id": row.id, **written(row.values.items(), fields)} for row in group]

            send = partial(self._client.change, "PUT", module, body, headers)
            results |= self.attempt(send, ids, begun=bool(results))
        return results

    def remove(self, kind: RecordKind, ids: Sequence[str]) -> Mapping[str, RowResult]:
        """See ``Crm.remove``."""
        if kind not in (RecordKind.CALL, RecordKind.SNAPSHOT):
            raise WriteRefused(SLUG, f"{kind}: only what Reploop made is deleted")
        if not ids:
            return {}
        module = self.module(kind)
        found = self.attempt(lambda: self._client.delete(module, ids), ids, begun=False)
        return {
            key: replace(result, state=RowState.DONE, detail="")
            if result.state is RowState.GONE
            else result
            for key, result in found.items()
        }

    def attempt(
        self, send: Callable[[], Sequence[object]], keys: Sequence[str], *, begun: bool
    ) -> dict[str, RowResult]:
        """Make one request that changes records; a result for each.

        Raises if none can have changed, unless something was ``begun`` before this request.
        """
        try:
            self._client.ready()
        except IntegrationError as error:
            if not begun:
                raise
            return dict.fromkeys(keys, unsure(error, LOST_S))
        try:
            return _matched(keys, send())
        except Stale:
            return dict.fromkeys(keys, RowResult(RowState.STALE, "changed since it was read"))
        except (VendorUnavailable, UnexpectedPayload) as error:
            return dict.fromkeys(keys, unsure(error, LOST_S))
        except IntegrationError as error:
            if not begun:
                raise
            refused = RowResult(RowState.REFUSED, error.detail)
            result = refused if isinstance(error, WriteRefused) else unsure(error, LOST_S)
            return dict.fromkeys(keys, result)


def guarded(
    rows: Sequence[RecordWrite],
) -> Iterator[tuple[Mapping[str, str], Sequence[RecordWrite]]]:
    """Rows that one header can guard, with it; all rows of one read are."""
    free = [row for row in rows if not row.version]
    if free:
        yield {}, free
    group: list[RecordWrite] = []
    for row in sorted((row for row in rows if row.version), key=_seen):
        if group and _own(row) > _seen(group[0]):
            yield _header(group), group
            group = []
        group.append(row)
    if group:
        yield _header(group), group


def _header(group: Sequence[RecordWrite]) -> Mapping[str, str]:
    return {"if-unmodified-since": max(map(_own, group))}


def _own(row: RecordWrite) -> str:
    """When the record was last modified."""
    return row.version.partition("/")[0]


def _seen(row: RecordWrite) -> str:
    """Until when it is known to have stood unchanged."""
    own, _, seen = row.version.partition("/")
    return seen or own


def _settled(row: Body, asked: Sequence[datetime | None]) -> str:
    """When the record was last modified, if that can guard it; empty if it was just now.

    Zoho tells whole seconds: of a record that was modified in the second of our reading, or
    later by a clock that differs, a later change could carry the same time.
    """
    changed = moment(row.get("Modified_Time"))
    if changed is None:
        raise UnexpectedPayload(SLUG, "a record without Modified_Time")
    after = [None if at is None else (at - changed).total_seconds() for at in asked]
    sure = all(seconds is not None and seconds >= SETTLED_AFTER_S for seconds in after)
    return stamp(changed) if sure else ""


def _refuse_missing(found: Mapping[str, Body], fields: Sequence[CrmField]) -> None:
    """Zoho leaves out fields that are not there or hidden, without a word."""
    lacking = sorted({f.name for f in fields for row in found.values() if f.name not in row})
    if lacking:
        remedy = "missing or hidden. Run `reploop crm provision`"
        raise WriteRefused(SLUG, f"{', '.join(lacking)}: {remedy}")


def _matched(keys: Sequence[str], said: Sequence[object]) -> dict[str, RowResult]:
    """Results in the order of the rows; by id where Zoho speaks of some alone."""
    results = [row_result(item) for item in said]
    if len(results) == len(keys):
        return dict(zip(keys, results, strict=True))
    by_id = {_id(item): result for item, result in zip(said, results, strict=True)}
    unsaid = RowResult(RowState.UNSURE, "Zoho did not say", after_s=LOST_S)
    return {key: by_id.get(key, unsaid) for key in keys}


def _id(item: object) -> str:
    details = item.get("details") if isinstance(item, dict) else None
    return text_id(details.get("id")) if isinstance(details, dict) else ""
