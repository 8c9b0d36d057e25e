"""Zoom's side of ``MeetingProvider``: prove, then translate."""

import hashlib
import hmac
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.calls import Call, Participant, Transcript, Turn, numbered
from domain.errors import (
    AddressRefused,
    NotFoundAtVendor,
    Permanent,
    UnexpectedPayload,
    UnreadableTranscript,
)
from domain.ports import Check
from domain.webhooks import (
    Accepted,
    CallNews,
    Delivery,
    FetchedTranscript,
    Handshake,
    Ignored,
    WebhookOutcome,
    WebhookRequest,
    proven_by,
)
from integrations.downloads import DownloadRules, checked, download, vendor_page
from integrations.transcripts import read_transcript
from integrations.zoom import events
from integrations.zoom.checks import checks
from integrations.zoom.client import MeetingFiles, ZoomClient
from integrations.zoom.settings import ZoomSettings

MAX_AGE_S = 2 * 3600.0
"""Zoom repeats a delivery up to 85 minutes later and does not say that it signs it anew;
within this time only the key of the delivery tells a repeat, which is enough."""

_PLAIN_TOKEN = re.compile(r"[A-Za-z0-9_-]{10,64}", re.ASCII)


class ZoomMeetings:
    """Reads Zoom's webhooks, and fetches transcripts and participants of cloud recordings."""

    def __init__(self, settings: ZoomSettings, rules: DownloadRules | None = None) -> None:
        self._settings = settings
        self._client = ZoomClient(settings)
        self._rules = rules or DownloadRules(
            vendor=self.slug,
            allowed_hosts=settings.download_hosts,
            extra_allowed=settings.extra_allowed,
        )

    @property
    def slug(self) -> str:
        """``zoom``."""
        return "zoom"

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        """See ``MeetingProvider.read_webhook``.

        The body is read only once its signature is proven. A handled event is read whole,
        so that a genuine but malformed one never becomes a call.
        """
        secret = self._proven_by(request, now)
        event, body = events.parse_event(request.body)
        if event == events.URL_VALIDATION:
            return _handshake(body.get("payload"), secret)
        if event in events.IGNORED:
            return Ignored(event)
        if event not in events.HANDLED:
            raise UnexpectedPayload(self.slug, "an event that is not in the manifest")
        news = events.read_news(event, body)
        return Accepted(event, events.delivery_key(event, news, request.body))

    def read_delivery(self, delivery: Delivery) -> CallNews:
        """See ``MeetingProvider.read_delivery``."""
        event, body = events.parse_event(delivery.body)
        return events.read_news(event, body)

    def fetch_transcript(self, news: CallNews) -> FetchedTranscript:
        """See ``MeetingProvider.fetch_transcript``.

        If the address or its token has run out (Zoom then answers 401, 403, 404, or a
        sign-in page), both are read anew through the API, once.
        """
        if news.transcript_url is None:
            raise NotFoundAtVendor(self.slug, "the delivery names no transcript")
        parts = ((0.0, news.transcript_url), *news.later_transcripts)
        for _, url in parts:
            checked(url, self._rules)
        files = MeetingFiles(parts, news.download_token)
        try:
            transcript = self._download(files)
        except AddressRefused:
            raise
        except (Permanent, UnreadableTranscript) as error:
            transcript = self._download(self._found_again(news.provider_ref, error))
        return FetchedTranscript(transcript, self._participants(news.provider_ref, news.host_email))

    def find_transcript(self, call: Call) -> FetchedTranscript | None:
        """See ``MeetingProvider.find_transcript``."""
        if not self._settings.has_api:
            return None
        try:
            files = self._client.transcript_files(call.provider_ref)
        except NotFoundAtVendor:
            return None
        if not files.parts:
            return None
        transcript = self._download(files)
        return FetchedTranscript(transcript, self._participants(call.provider_ref, call.host_email))

    def moment_url(self, call: Call, start_s: float) -> str | None:
        """See ``MeetingProvider.moment_url``. Zoom's player starts at the beginning.

        Its links have a ``startTime``, but that says which recording of the meeting is
        meant, by the millisecond it was begun at; no second within it can be told.
        """
        del start_s
        return vendor_page(call.recording_url, self._settings.download_hosts)

    def check(self) -> Sequence[Check]:
        """See ``MeetingProvider.check``."""
        return checks(self._settings, self._client)

    def _proven_by(self, request: WebhookRequest, now: datetime) -> str:
        """The secret that signed the request. Raises ``WebhookRejected``."""
        return proven_by(
            self._settings.webhook_secrets,
            request,
            timestamp="x-zm-request-timestamp",
            signature="x-zm-signature",
            now=now,
            max_age_s=MAX_AGE_S,
        )

    def _found_again(self, uuid: str, failure: Exception) -> MeetingFiles:
        if not self._settings.has_api:
            raise failure
        files = self._client.transcript_files(uuid)
        if not files.parts:
            raise failure
        return files

    def _download(self, files: MeetingFiles) -> Transcript:
        token = files.download_token
        if token is None and self._settings.has_api:
            token = self._client.token().value
        read = [(after_s, self._read(url, token)) for after_s, url in files.parts]
        return read[0][1] if len(read) == 1 else _joined(read)

    def _read(self, url: str, token: str | None) -> Transcript:
        answer = download(url, bearer=token, rules=self._rules)
        return read_transcript(answer.body, "zoom-transcript.vtt")

    def _participants(self, uuid: str, host_email: str | None) -> tuple[Participant, ...]:
        """Who joined; nobody where the app may not ask, since that is no failure of the call.

        Raises ``Transient``: then they can be had later, and sides depend on them.
        """
        if not self._settings.has_api:
            return ()
        try:
            found = self._client.participants(uuid)
        except Permanent:
            return ()
        host = (host_email or "").casefold()
        return tuple(
            replace(p, is_host=bool(host) and (p.email or "").casefold() == host) for p in found
        )


def _handshake(payload: object, secret: str) -> Handshake:
    """Answer the endpoint check, for tokens that could never be a signed message."""
    token = payload.get("plainToken") if isinstance(payload, dict) else None
    if not isinstance(token, str) or not _PLAIN_TOKEN.fullmatch(token):
        raise UnexpectedPayload("zoom", "plainToken is not a plain token")
    encrypted = hmac.new(secret.encode(), token.encode(), hashlib.sha256).hexdigest()
    return Handshake({"plainToken": token, "encryptedToken": encrypted})


def _joined(parts: Sequence[tuple[float, Transcript]]) -> Transcript:
    """One transcript of several stretches, each moved to where it began."""
    turns = [
        Turn(turn.index, turn.speaker, turn.start_s + after_s, turn.end_s + after_s, turn.text)
        for after_s, transcript in parts
        for turn in transcript.turns
    ]
    return Transcript(numbered(turns), language=parts[0][1].language)
