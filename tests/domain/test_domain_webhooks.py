"""Which secret signed a request, over the raw bytes, within its age."""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import WebhookRejected
from domain.webhooks import WebhookRequest, proven_by

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
BODY = b'{"a": "\xff"}'
STAMP = str(int(NOW.timestamp()))


def signed(secret: str = "new", *, stamp: str = STAMP, body: bytes = BODY) -> WebhookRequest:
    message = b"v0:" + stamp.encode("utf-8", "surrogateescape") + b":" + body
    signature = "v0=" + hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()
    return WebhookRequest({"at": stamp, "by": signature}, body)


def proof(
    request: WebhookRequest, *secrets: str, now: datetime = NOW, max_age_s: float = 300.0
) -> str:
    return proven_by(secrets, request, timestamp="at", signature="by", now=now, max_age_s=max_age_s)


@pytest.mark.parametrize("secret", ["new", "old"])
def test_either_of_two_secrets_proves_and_is_named(secret: str) -> None:
    assert proof(signed(secret), "new", "old") == secret


@pytest.mark.parametrize("late_s", [-300, 300])
def test_up_to_its_age_a_request_counts(late_s: int) -> None:
    assert proof(signed(), "new", now=NOW + timedelta(seconds=late_s)) == "new"


@pytest.mark.parametrize("late_s", [-301, 301])
def test_beyond_it_no_secret_helps(late_s: int) -> None:
    with pytest.raises(WebhookRejected):
        proof(signed(), "new", now=NOW + timedelta(seconds=late_s))


@pytest.mark.parametrize("secrets", [(), ("",), ("other", "another")])
def test_without_the_right_secret_nothing_is_proven(secrets: tuple[str, ...]) -> None:
    with pytest.raises(WebhookRejected):
        proof(signed("" if "" in secrets else "new"), *secrets)


@pytest.mark.parametrize(
    "stamp", ["", f"{STAMP} ", f"+{STAMP}", "１７９５", f"{STAMP}.0", "9" * 13]
)
def test_a_time_that_is_not_plain_digits_is_refused(stamp: str) -> None:
    with pytest.raises(WebhookRejected):
        proof(signed(stamp=stamp), "new", max_age_s=1e15)


@pytest.mark.parametrize("missing", ["at", "by"])
def test_without_one_of_its_headers_nothing_is_proven(missing: str) -> None:
    request = signed()
    headers = {name: value for name, value in request.headers.items() if name != missing}
    with pytest.raises(WebhookRejected):
        proof(WebhookRequest(headers, BODY), "new")


@pytest.mark.parametrize("change", [b" ", b"\x00"])
def test_one_more_byte_breaks_the_proof(change: bytes) -> None:
    with pytest.raises(WebhookRejected):
        proof(WebhookRequest(signed().headers, BODY + change), "new")


@pytest.mark.parametrize("signature", ["v0=é", "v0=\udcff", "v1=00", ""])
def test_a_signature_of_another_form_is_refused(signature: str) -> None:
    with pytest.raises(WebhookRejected):
        proof(WebhookRequest({"at": STAMP, "by": signature}, BODY), "new")
