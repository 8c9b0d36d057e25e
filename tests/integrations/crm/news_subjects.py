"""Every CRM that tells of changes, with a sender that proves itself as the CRM does."""

import copy
import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.errors import WebhookRejected
from domain.ports import CrmNewsSource
from domain.webhooks import Accepted, Delivery, WebhookOutcome, WebhookRequest
from integrations.freshsales.webhooks import FreshsalesNews
from integrations.hubspot.webhooks import HubspotNews
from integrations.monday.webhooks import MondayNews
from integrations.pipedrive.webhooks import PipedriveNews
from sandbox.crm_hook_bodies import (
    Change,
    FreshsalesHooks,
    HookSender,
    HubspotHooks,
    MondayHooks,
    PipedriveHooks,
    Sent,
)

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
BASE = "https://reploop.test"
SECRET = "a-secret-of-32-characters-or-so!"
BOARD = "4411"
CODE = "0123456789abcdef0123456789abcdef01234567"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One CRM's source of news, and somebody who has its secret."""

    source: CrmNewsSource
    sender: HookSender
    signed: Callable[[bytes], Sent]
    field: str
    """The API name of a field that can change."""
    can_say_deleted: bool = True
    says_ours: bool = True
    """Whether the payload tells whose a change is, where it is ours."""

    @property
    def path(self) -> str:
        """Of its webhooks."""
        return f"/webhooks/{self.source.slug}"

    def change(self, **more: Any) -> Change:
        """A person changed a score from 50 to 62."""
        made = Change(record_id="501", at=NOW, name=self.field, old=50.0, new=62.0, number=1)
        return replace(made, **more)

    def sent(self, **more: Any) -> Sent:
        """The request that tells of one change."""
        return self.sender.requests([self.change(**more)], 0)[0]


def hubspot() -> Subject:
    """Signs the request with its address."""
    url = f"{BASE}/webhooks/hubspot"
    sender = HubspotHooks(SECRET, url, lambda: NOW)
    return Subject(
        source=HubspotNews([SECRET, "the-secret-before"], url), sender=sender,
        signed=sender.signed, field="reploop_last_call_score",
    )  # fmt: skip


def pipedrive() -> Subject:
    """Has a password."""
    sender = PipedriveHooks("reploop", SECRET)
    return Subject(
        source=PipedriveNews("reploop", SECRET), sender=sender, signed=sender.signed, field=CODE,
        says_ours=False,
    )  # fmt: skip


def freshsales() -> Subject:
    """Has a token; an administrator wrote what it sends."""
    sender = FreshsalesHooks(SECRET)
    return Subject(
        source=FreshsalesNews(SECRET, "Reploop@seller.example"), sender=sender,
        signed=sender.signed, field="cf_last_call_score_reploop", can_say_deleted=False,
    )  # fmt: skip


def monday() -> Subject:
    """Signs a token."""
    url = f"{BASE}/webhooks/monday"
    sender = MondayHooks(SECRET, url, BOARD, lambda: NOW, {"numeric_1": "Last call score"})
    return Subject(
        source=MondayNews(SECRET, url, BOARD), sender=sender, signed=sender.signed,
        field="numeric_1", says_ours=False,
    )  # fmt: skip


SUBJECTS: Mapping[str, Callable[[], Subject]] = {
    "freshsales": freshsales, "hubspot": hubspot, "monday": monday, "pipedrive": pipedrive,
}  # fmt: skip


def as_request(sent: Sent, query: str = "") -> WebhookRequest:
    """As the web room hands it on: names in lower case, values decoded as Latin-1."""
    headers, body = sent
    return WebhookRequest(
        {name.lower(): value.encode().decode("latin-1") for name, value in headers.items()},
        body, query,
    )  # fmt: skip


def read(subject: Subject, sent: Sent, query: str = "") -> WebhookOutcome:
    """What the source says of a request."""
    return subject.source.read_webhook(as_request(sent, query), now=NOW)


def accepted(subject: Subject, sent: Sent) -> Accepted:
    """The same, of one that has to be accepted."""
    outcome = read(subject, sent)
    assert isinstance(outcome, Accepted)
    return outcome


def kept(subject: Subject, sent: Sent) -> Delivery:
    """A request as the inbox keeps it."""
    outcome = accepted(subject, sent)
    return Delivery(subject.source.slug, outcome.key, outcome.event, NOW, sent[1])


def is_rejected(subject: Subject, sent: Sent) -> bool:
    """Whether it is not believed, with the one text for all of them."""
    try:
        read(subject, sent)
    except WebhookRejected as error:
        return str(error) == "signature"
    return False


# ── what is not the vendor's ─────────────────────────────────────────────────────────


def forged(subject: Subject) -> Iterator[tuple[str, Sent]]:
    """Requests that prove nothing, each with what is wrong with it."""
    headers, body = subject.sent()
    proofs = [name for name in headers if name != "content-type"]
    yield "no proof at all", ({"content-type": "application/json"}, body)
    for name in proofs:
        right = headers[name]
        wrong = {
            "missing": None, "empty": "", "blank": "   ", "one character less": right[:-1],
            "one character more": right + "A", "another character": _other(right),
            "in capitals": right.upper(), "twice": f"{right},{right}", "not ASCII": "ü" * 32,
            "an emoji": "💥", "a NUL": right + "\x00", "very long": "A" * 9000,
            "minus one": "-1", "null": "null", "true": "true", "zero": "0",
            "an object": "{}", "a bearer": f"Bearer {SECRET}", "only a scheme": "Basic",
            "a scheme and blanks": "Basic    ", "not base64": "Basic %%%%",
            "another pair": "Basic " + b64encode(b"reploop:another").decode(),
            "no password": "Basic " + b64encode(b"reploop:").decode(),
            "no colon": "Basic " + b64encode(SECRET.encode()).decode(),
            "dots": "..", "a token of nothing": "e30.e30.", "letters": "abc.def.ghi",
        }  # fmt: skip
        for what, value in wrong.items():
            if value is None:
                yield f"{name}: {what}", ({n: v for n, v in headers.items() if n != name}, body)
            elif value.strip() != right:
                yield f"{name}: {what}", ({**headers, name: value}, body)


def _other(text: str) -> str:
    middle = len(text) // 2
    return text[:middle] + ("B" if text[middle] != "B" else "C") + text[middle + 1 :]


def stale() -> Iterator[tuple[str, Subject, Sent]]:
    """Proofs of another time, address or algorithm."""
    one = hubspot()
    sender = one.sender
    assert isinstance(sender, HubspotHooks)
    body = one.sent()[1]
    for seconds in (-301, -360, -86400, 301, 86400):
        at = NOW + timedelta(seconds=seconds)
        yield f"hubspot, {seconds} s", one, sender.signed(body, at=at)
    hook = f"{BASE}/webhooks/hubspot"
    for uri in (
        f"{BASE}/webhooks/other", hook.replace("https", "http"), f"{hook}/", f"{hook}?x=1",
        "https://evil.test/webhooks/hubspot", "/webhooks/hubspot",
    ):  # fmt: skip
        yield f"hubspot, signed for {uri}", one, sender.signed(body, uri=uri)
    other = monday()
    hooks = other.sender
    assert isinstance(hooks, MondayHooks)
    body, begun = other.sent()[1], NOW.timestamp()
    claims: list[dict[str, Any]] = [
        {"exp": begun - 61}, {"exp": None}, {"exp": "never"}, {"exp": True}, {"exp": [begun + 9]},
        {"exp": 1e300}, {"aud": None}, {"aud": "https://evil.test/webhooks/monday"}, {"aud": []},
        {"aud": {}}, {"aud": f"{BASE}/webhooks/hubspot"}, {"iat": begun + 3600},
        {"nbf": begun + 3600}, {"iat": "x"}, {"aud": [["https://reploop.test/webhooks/monday"]]},
    ]  # fmt: skip
    for each in claims:
        yield f"monday, {each}", other, hooks.signed(body, each)
    for alg in ("none", "None", "RS256", "HS384", "HS512", "hs256", ""):
        yield f"monday, {alg}", other, hooks.signed(body, alg=alg)


# ── what is the vendor's, and odd ────────────────────────────────────────────────────

ODD: tuple[bytes, ...] = (
    b"", b" ", b"null", b"true", b"0", b"-1", b'"text"', b"[]", b"{}", b"[null]", b"[[]]", b"[{}]",
    b"[1]", b"{", b"}", b"[", b'{"event"', b'{"meta":', b"\x00", b'{"a":"\x00"}', b"\xff\xfe",
    b'"\xc3"', b"\xef\xbb\xbf{}", b"NaN", b'{"a":NaN}', b'{"a":Infinity}', b'{"a":1e999}',
    b'{"a":' + b"9" * 5000 + b"}", b"[" * 5000, b"[" * 100 + b"]" * 100,
    b'{"a":' * 100 + b"1" + b"}" * 100, b'{"a":"\\ud800"}', b'{"meta":null}', b'{"meta":[]}',
    b'{"event":null}', b'{"event":[]}', b'{"event":{}}', b'{"deal_id":null}', b"deal_id=5",
    b"<xml/>", b'{"challenge":{}}', b'{"challenge":"' + b"a" * 400 + b'"}', b"'single'",
    b"[" + b"{}," * 101 + b"{}]", b'{"a":1}{"b":2}', b'{"__proto__":{"x":1}}',
)  # fmt: skip
"""Bodies that are not as agreed."""
ODD_VALUES: tuple[Any, ...] = (
    None, True, [], {}, "", -1, 0, 1.5, 10**30, 1e300, "x" * 70_000, "\x00", "../../etc", "💥",
    "-1", "1e5", "9" * 40, ["1"], {"id": 1}, "<!channel>", "NaN", "0x10", "٣",
)  # fmt: skip
"""What stands where something else should."""


def odd_bodies(subject: Subject) -> Iterator[tuple[str, bytes]]:
    """Bodies of genuine requests: no JSON, or with one thing in it replaced or left out."""
    for number, body in enumerate(ODD):
        yield f"body {number}", body
    genuine = json.loads(subject.sent()[1])
    for path in _paths(genuine):
        for value in ODD_VALUES:
            changed = copy.deepcopy(genuine)
            _put(changed, path, value)
            yield f"{path} is {value!r:.20}", json.dumps(changed).encode()
        left_out = copy.deepcopy(genuine)
        _leave_out(left_out, path)
        yield f"{path} left out", json.dumps(left_out).encode()


def _paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if not isinstance(value, dict | list):
        return
    for key in value if isinstance(value, dict) else range(len(value)):
        yield (*before, key)
        yield from _paths(value[key], (*before, key))


def _put(value: Any, path: tuple[Any, ...], new: Any) -> None:
    for key in path[:-1]:
        value = value[key]
    value[path[-1]] = new


def _leave_out(value: Any, path: tuple[Any, ...]) -> None:
    for key in path[:-1]:
        value = value[key]
    del value[path[-1]]
