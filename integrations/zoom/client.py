"""The REST calls Zoom needs, through zoomus: the only file that knows it.

zoomus builds the calls; it is not let near the network, because its own requests have no
keep-alive, no size limit, no total time limit, and its token request no time limit at all.
Its components are given ``HttpClient`` instead, and errors are read from Zoom's codes.
"""

import threading
import time
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from domain.calls import Participant
from domain.errors import (
    CredentialsRejected,
    NotFoundAtVendor,
    Permanent,
    UnexpectedPayload,
)
from integrations.http import Answer, HttpClient
from integrations.transcripts.text import tidy
from integrations.zoom.events import transcript_parts
from integrations.zoom.settings import ZoomSettings

with warnings.catch_warnings():
    # A docstring of zoomus has an invalid escape; Python warns of it at the first import.
    warnings.simplefilter("ignore", DeprecationWarning)
    warnings.simplefilter("ignore", SyntaxWarning)
    from zoomus.components.past_meeting import PastMeetingComponentV2
    from zoomus.components.recording import RecordingComponentV2

_RENEW_BEFORE_S = 120.0
_MAX_PAGES = 20
_ERRORS = {
    124: CredentialsRejected,  # the access token is no longer good
    3001: NotFoundAtVendor,  # no such meeting
    3301: NotFoundAtVendor,  # no recording of it
}
_MISSING_SCOPE = 4711


class ScopeMissing(Permanent):
    """The app was not given a scope that this call needs."""


@dataclass(frozen=True, slots=True)
class Token:
    """An access token with the scopes it was granted."""

    value: str
    scopes: frozenset[str]
    renew_at: float
    """On the monotonic clock."""


@dataclass(frozen=True, slots=True)
class MeetingFiles:
    """Where the transcripts of a meeting are: (seconds after the first, address)."""

    parts: tuple[tuple[float, str], ...]
    download_token: str | None


class _Guarded:
    """Stands before a zoomus component and sends what it builds through ``HttpClient``."""

    http: HttpClient
    config: Mapping[str, str]

    def get_request(
        self,
        endpoint: str,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Zoomus' own method, with our limits; the path parameter is not repeated as a query."""
        query = {k: str(v) for k, v in (params or {}).items() if k != "meeting_id"}
        bearer = {"authorization": f"Bearer {self.config['token']}", **(headers or {})}
        return self.http.send("GET", endpoint, params=query, headers=bearer)


class _Recordings(_Guarded, RecordingComponentV2):
    pass


class _PastMeetings(_Guarded, PastMeetingComponentV2):
    pass


class ZoomClient:
    """One Zoom account. Every call raises ``IntegrationError`` and is made once.

    An expired token is renewed once and the call repeated, since the first was not done.
    """

    def __init__(self, settings: ZoomSettings) -> None:
        self._settings = settings
        self._api = HttpClient("zoom", settings.base_url)
        self._oauth = HttpClient("zoom", settings.oauth_base_url)
        self._token: Token | None = None
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close all connections."""
        self._api.close()
        self._oauth.close()

    def token(self) -> Token:
        """The access token, asked for again two minutes before it ends.

        Raises ``CredentialsRejected`` when Zoom does not know the account or the app.
        """
        with self._lock:
            if self._token is None or time.monotonic() >= self._token.renew_at:
                self._token = self._new_token()
            return self._token

    def transcript_files(self, uuid: str) -> MeetingFiles:
        """The finished transcripts of one meeting instance, with a token to download them.

        Raises ``NotFoundAtVendor`` when the meeting has no recording.
        """
        found = self._call(
            _Recordings,
            lambda api: api.get(
                meeting_id=encoded_uuid(uuid), include_fields="download_access_token"
            ),
        )
        files = found.get("recording_files")
        if not isinstance(files, list) or not all(isinstance(f, dict) for f in files):
            raise UnexpectedPayload("zoom", "recording_files is not a list of files")
        token = found.get("download_access_token")
        return MeetingFiles(transcript_parts(files), token if isinstance(token, str) else None)

    def participants(self, uuid: str) -> tuple[Participant, ...]:
        """Everybody who joined, one entry a join; guests usually without an address."""
        return tuple(
            Participant(name=tidy(name)[:200], email=_email(entry.get("user_email")))
            for entry in self._participant_entries(uuid)
            if isinstance(name := entry.get("name"), str) and tidy(name)
        )

    def _participant_entries(self, uuid: str) -> Iterator[Mapping[str, Any]]:
        page: dict[str, str] = {}
        for _ in range(_MAX_PAGES):
            found = self._call(
                _PastMeetings,
                lambda api, page=page: api.get_participants(
                    meeting_id=encoded_uuid(uuid), page_size=300, **page
                ),
            )
            entries = found.get("participants")
            if not isinstance(entries, list):
                raise UnexpectedPayload("zoom", "participants is not a list")
            yield from (entry for entry in entries if isinstance(entry, dict))
            following = found.get("next_page_token")
            if not isinstance(following, str) or not following:
                return
            page = {"next_page_token": following}

    def _call(self, component: type[Any], make: Any) -> Mapping[str, Any]:
        try:
            return self._once(component, make)
        except CredentialsRejected:
            with self._lock:
                self._token = None
            return self._once(component, make)

    def _once(self, component: type[Any], make: Any) -> Mapping[str, Any]:
        config = {"token": self.token().value, "version": 2}
        answer: Answer = make(component(base_uri="", config=config, http=self._api))
        _raise_for(answer)
        found = answer.json()
        if not isinstance(found, dict):
            raise UnexpectedPayload("zoom", "the answer is not an object")
        return found

    def _new_token(self) -> Token:
        basic = (self._settings.client_id, self._settings.client_secret)
        answer = self._oauth.send(
            "POST",
            "/oauth/token",
            data={"grant_type": "account_credentials", "account_id": self._settings.account_id},
            auth=basic,
        )
        if answer.status in (400, 401, 403):
            raise CredentialsRejected("zoom", "the account id, client id or secret is not accepted")
        _raise_for(answer)
        found = answer.json()
        value = found.get("access_token") if isinstance(found, dict) else None
        if not isinstance(value, str) or not value:
            raise UnexpectedPayload("zoom", "the token answer has no access_token")
        lasts_s = found.get("expires_in")
        lasts_s = float(lasts_s) if isinstance(lasts_s, int | float) else 3600.0
        scopes = frozenset(str(found.get("scope") or "").split())
        return Token(value, scopes, time.monotonic() + max(0.0, lasts_s - _RENEW_BEFORE_S))


def encoded_uuid(uuid: str) -> str:
    """A meeting UUID for a path: encoded once, or twice where Zoom asks for it.

    Zoom decodes the path once before it looks at it, so a UUID that starts with a slash or
    holds two in a row is only found when encoded twice.
    """
    once = quote(uuid, safe="")
    return quote(once, safe="") if uuid.startswith("/") or "//" in uuid else once


def _email(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) and "@" in value else None


def _raise_for(answer: Answer) -> None:
    """Raise what Zoom's own error code says, else what the status says."""
    error = answer.error()
    if error is None:
        return
    code = _code(answer)
    if code == _MISSING_SCOPE:
        raise ScopeMissing("zoom", "a scope is missing (code 4711)") from error
    if code in _ERRORS:
        raise _ERRORS[code]("zoom", f"answered with status {answer.status}, code {code}") from error
    raise error


def _code(answer: Answer) -> int | None:
    try:
        found = answer.json()
    except UnexpectedPayload:
        return None
    code = found.get("code") if isinstance(found, dict) else None
    return code if isinstance(code, int) else None
