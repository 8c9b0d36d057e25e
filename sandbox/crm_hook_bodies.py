"""Webhooks as the CRMs send them: what they say, and how each of them proves itself."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any, Protocol

Sent = tuple[dict[str, str], bytes]
"""Headers and body of one request."""
OWN_APP = 54321
PORTAL = 62515


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What happened to one deal: ``change``, ``create``, ``delete`` or ``merge``."""

    record_id: str
    at: datetime
    what: str = "change"
    name: str = ""
    """API name of the field that changed."""
    old: Any = None
    new: Any = None
    into: str = ""
    """After a merge, the deal that stands."""
    ours: bool = False
    """Whether Reploop's own user did it."""
    number: int = 0
    """Counts what happened; the same when it is told again."""


class HookSender(Protocol):
    """How one CRM tells of changes."""

    def requests(self, changes: Sequence[Change], attempt: int) -> list[Sent]:
        """The requests that tell of these changes, proven as of now."""
        ...


@dataclass(slots=True)
class HubspotHooks:
    """Up to ``group`` events in one request, signed anew at each attempt."""

    secret: str
    url: str
    now: Callable[[], datetime]
    group: int = 100

    def requests(self, changes: Sequence[Change], attempt: int) -> list[Sent]:
        """See ``HookSender.requests``."""
        told = [self._event(change, attempt) for change in changes]
        parts = [told[n : n + self.group] for n in range(0, len(told), self.group)]
        return [self.signed(json.dumps(part).encode()) for part in parts]

    def signed(self, body: bytes, *, uri: str = "", at: datetime | None = None) -> Sent:
        """A body with HubSpot's proof, for this or another address and moment."""
        sent_at = str(round((at or self.now()).timestamp() * 1000))
        message = b"POST" + (uri or self.url).encode() + body + sent_at.encode()
        digest = hmac.new(self.secret.encode(), message, hashlib.sha256).digest()
        return {
            "content-type": "application/json",
            "x-hubspot-request-timestamp": sent_at,
            "x-hubspot-signature-v3": base64.b64encode(digest).decode(),
        }, body

    def _event(self, change: Change, attempt: int) -> dict[str, Any]:
        kind = {"change": "propertyChange", "create": "creation", "delete": "deletion"}
        event: dict[str, Any] = {
            "eventId": 1000 + change.number, "subscriptionId": 7, "portalId": PORTAL,
            "appId": OWN_APP, "occurredAt": round(change.at.timestamp() * 1000),
            "subscriptionType": f"deal.{kind.get(change.what, change.what)}",
            "attemptNumber": attempt, "objectId": int(change.record_id),
            "changeSource": "INTEGRATION" if change.ours else "CRM_UI",
            "sourceId": str(OWN_APP) if change.ours else "userId:9",
        }  # fmt: skip
        if change.what == "change":
            event |= {"propertyName": change.name, "propertyValue": _text(change.new)}
        if change.what == "merge":
            event |= {
                "primaryObjectId": int(change.into), "mergedObjectIds": [int(change.record_id)],
                "newObjectId": None, "numberOfPropertiesMoved": 0,
            }  # fmt: skip
        return event


@dataclass(slots=True)
class PipedriveHooks:
    """One event a request, with HTTP Basic; version 2."""

    user: str
    password: str

    def requests(self, changes: Sequence[Change], attempt: int) -> list[Sent]:
        """See ``HookSender.requests``."""
        return [self.signed(json.dumps(self._body(c, attempt + 1)).encode()) for c in changes]

    def signed(self, body: bytes) -> Sent:
        """A body with the password."""
        pair = base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return {"content-type": "application/json", "authorization": f"Basic {pair}"}, body

    def _body(self, change: Change, attempt: int) -> dict[str, Any]:
        action = {"merge": "delete"}.get(change.what, change.what)
        meta = {
            "action": action, "entity": "deal", "company_id": "1", "correlation_id": "c",
            "entity_id": change.record_id, "id": f"event-{change.number}", "is_bulk_edit": False,
            "timestamp": _iso(change.at), "type": "general", "user_id": "5", "version": "2.0",
            "webhook_id": "3", "webhook_owner_id": "5", "attempt": attempt,
            "change_source": "api" if change.ours else "app", "host": "acme.pipedrive.com",
            "permitted_user_ids": ["5"],
        }  # fmt: skip
        if change.into:
            meta["merged_to_id"] = change.into
        if action == "delete":
            return {"meta": meta, "data": None, "previous": {"id": int(change.record_id)}}
        custom = len(change.name) == 40
        data = {"id": int(change.record_id), "update_time": _iso(change.at)}
        new, old = _cell(change.new), _cell(change.old)
        if action == "create":
            return {"meta": meta, "data": {**data, "custom_fields": {}}, "previous": None}
        if custom:
            return {
                "meta": meta, "data": {**data, "custom_fields": {change.name: new}},
                "previous": {"custom_fields": {change.name: old}, "update_time": "earlier"},
            }  # fmt: skip
        return {
            "meta": meta, "data": {**data, change.name: change.new, "custom_fields": {}},
            "previous": {change.name: change.old},
        }  # fmt: skip


@dataclass(slots=True)
class FreshsalesHooks:
    """What the workflow of ``docs/integrations/freshsales.md`` POSTs: custom fields alone."""

    token: str
    person: str = "person@crm.example"
    own_user: str = "reploop@seller.example"

    def requests(self, changes: Sequence[Change], attempt: int) -> list[Sent]:
        """See ``HookSender.requests``."""
        del attempt
        told = [c for c in changes if c.what == "change" and c.name.startswith("cf_")]
        return [self.signed(json.dumps(self._body(change)).encode()) for change in told]

    def signed(self, body: bytes) -> Sent:
        """A body with the secret of the workflow."""
        return {"content-type": "application/json", "X-Reploop-Token": self.token}, body

    def _body(self, change: Change) -> dict[str, str]:
        zone = timezone(timedelta(hours=-5))
        return {
            "deal_id": change.record_id,
            "field": change.name,
            "value": _text(change.new),
            "updated_at": change.at.astimezone(zone).isoformat(timespec="seconds"),
            "updated_by": self.own_user if change.ours else self.person,
        }


@dataclass(slots=True)
class MondayHooks:
    """One event a request, with a JWT of the app; ``titles`` of columns by their ids."""

    secret: str
    url: str
    board: str
    now: Callable[[], datetime]
    titles: Mapping[str, str] = field(default_factory=dict)

    def requests(self, changes: Sequence[Change], attempt: int) -> list[Sent]:
        """See ``HookSender.requests``."""
        told = [json.dumps({"event": self._event(c, attempt)}).encode() for c in changes]
        return [self.signed(body) for body in told]

    def signed(
        self, body: bytes, claims: Mapping[str, Any] | None = None, alg: str = "HS256"
    ) -> Sent:
        """A body with a token; ``claims`` replace the usual ones."""
        begun = int(self.now().timestamp())
        usual = {
            "accountId": 1, "userId": 4, "aud": self.url, "exp": begun + 300, "iat": begun,
        }  # fmt: skip
        head = _part({"alg": alg, "typ": "JWT"})
        signed = f"{head}.{_part({**usual, **(claims or {})})}"
        digest = hmac.new(self.secret.encode(), signed.encode(), hashlib.sha256).digest()
        token = f"{signed}.{_base64(digest)}"
        return {"content-type": "application/json", "authorization": token}, body

    def _event(self, change: Change, attempt: int) -> dict[str, Any]:
        types = {
            "change": "update_column_value", "create": "create_pulse", "delete": "delete_pulse",
            "merge": "delete_pulse",
        }  # fmt: skip
        event: dict[str, Any] = {
            "app": "monday", "type": types[change.what], "triggerTime": _iso(change.at),
            "subscriptionId": 11, "isRetry": attempt > 0, "userId": 4 if change.ours else 9,
            "originalTriggerUuid": None, "boardId": int(self.board),
            "pulseId": int(change.record_id), "triggerUuid": f"trigger{change.number}",
        }  # fmt: skip
        if change.what == "change":
            numeric = isinstance(change.new if change.new is not None else change.old, float)
            event |= {
                "columnId": change.name, "columnType": "numeric" if numeric else "text",
                "columnTitle": self.titles.get(change.name, change.name),
                "value": None if change.new is None else {"value": change.new},
                "previousValue": None if change.old is None else {"value": change.old},
                "changedAt": change.at.timestamp(),
            }  # fmt: skip
        return event


def shuffled(random: Random, changes: Sequence[Change], most: int) -> list[list[Change]]:
    """The changes in any order, in groups of up to ``most``."""
    mixed = random.sample(list(changes), len(changes))
    groups: list[list[Change]] = []
    while mixed:
        size = random.randint(1, most)
        groups.append(mixed[:size])
        mixed = mixed[size:]
    return groups


def _text(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _cell(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    return {"type": "double" if isinstance(value, float) else "varchar", "value": value}


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _part(claims: Mapping[str, Any]) -> str:
    return _base64(json.dumps(claims).encode())


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
