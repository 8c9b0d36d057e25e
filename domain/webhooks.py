"""Requests from vendors: as they came, and what they turned out to say."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.calls import Participant, Transcript
from domain.errors import WebhookRejected


@dataclass(frozen=True, slots=True)
class WebhookRequest:
    """A request as it came: header names in lower case, the raw bytes of the body."""

    headers: Mapping[str, str]
    body: bytes
    query: str = ""
    """What followed the question mark of the address, as it was sent."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A verified request, kept before anything else is done with it.

    ``(provider, key)`` is unique: the vendor's own id of the delivery, so that a
    repeat is recognised.
    """

    provider: str
    key: str
    event: str
    received_at: datetime
    body: bytes


class DeliveryState(StrEnum):
    """Where a kept delivery stands."""

    NEW = "new"
    DONE = "done"
    QUARANTINED = "quarantined"
    """Genuine, but not of the shape its contract states; can be replayed."""
    DEAD = "dead"
    """Working on it failed for good; can be replayed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRecord:
    """A kept delivery with its history, for operators."""

    delivery: Delivery
    state: DeliveryState
    error: str | None = None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Handshake:
    """The vendor checks that the endpoint is ours; answer with this JSON."""

    reply: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ignored:
    """A genuine event that we list as not ours to handle."""

    event: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A genuine event to keep and to work on later. ``key`` identifies the delivery."""

    event: str
    key: str


WebhookOutcome = Handshake | Ignored | Accepted


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNews:
    """What a kept delivery says about a call. Facts that it does not carry are ``None``."""

    provider_ref: str
    title: str | None = None
    host_email: str | None = None
    started_at: datetime | None = None
    duration_s: float | None = None
    ended: bool = False
    transcript_url: str | None = None
    """Where the transcript can be downloaded, if this delivery says so."""
    later_transcripts: tuple[tuple[float, str], ...] = ()
    """(seconds after the first, address) of further parts, when recording was interrupted."""
    download_token: str | None = field(default=None, repr=False)
    """Short-lived secret for that download; never logged."""
    recording_url: str | None = None
    meeting_number: str | None = None


@dataclass(frozen=True, slots=True)
class FetchedTranscript:
    """A downloaded transcript with who took part, sides not yet told apart."""

    transcript: Transcript
    participants: tuple[Participant, ...]


def verify_v0_signature(
    *,
    secret: str,
    timestamp: str | None,
    signature: str | None,
    body: bytes,
    now: datetime,
    max_age_s: float,
) -> None:
    """Check ``v0=hex(HMAC-SHA256(secret, "v0:" + timestamp + ":" + body))`` over raw bytes.

    Zoom and Slack share this scheme. Raises ``WebhookRejected`` for a missing, stale or
    malformed timestamp (plain ASCII digits only), a malformed signature or a wrong one;
    the text is the same for every cause.
    """
    if not secret:
        raise WebhookRejected("signature")
    if not timestamp or not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        raise WebhookRejected("signature")
    if abs(now.timestamp() - int(timestamp)) > max_age_s:
        raise WebhookRejected("signature")
    message = b"v0:" + timestamp.encode() + b":" + body
    expected = b"v0=" + hmac.new(secret.encode(), message, hashlib.sha256).hexdigest().encode()
    sent = (signature or "").encode("utf-8", "surrogateescape")
    if not hmac.compare_digest(expected, sent):
        raise WebhookRejected("signature")


def proven_by(
    secrets: Iterable[str],
    request: WebhookRequest,
    *,
    timestamp: str,
    signature: str,
    now: datetime,
    max_age_s: float,
) -> str:
    """Which of the secrets signed the request; several are active while one is replaced.

    ``timestamp`` and ``signature`` are names of headers. Raises ``WebhookRejected`` as
    ``verify_v0_signature`` does.
    """
    for secret in secrets:
        try:
            verify_v0_signature(
                secret=secret,
                timestamp=request.headers.get(timestamp),
                signature=request.headers.get(signature),
                body=request.body,
                now=now,
                max_age_s=max_age_s,
            )
        except WebhookRejected:
            continue
        return secret
    raise WebhookRejected("signature")
