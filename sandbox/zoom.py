"""A local Zoom: OAuth, recordings, participants, downloads, and signed webhook bodies."""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, unquote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from sandbox.base import Sandbox
from sandbox.zoom_bodies import (
    ACCOUNT_ID,
    WEBHOOK_SECRET,
    Guest,
    SandboxMeeting,
    file_id,
    meeting_object,
    recording_object,
    signed,
    transcript_file,
    url_validation,
    video,
    vtt_of,
)

__all__ = [
    "ACCOUNT_ID",
    "CLIENT_ID",
    "CLIENT_SECRET",
    "SCOPES",
    "WEBHOOK_SECRET",
    "Guest",
    "SandboxMeeting",
    "ZoomSandbox",
    "signed",
    "url_validation",
    "vtt_of",
]

CLIENT_ID = "sandbox-client"
CLIENT_SECRET = "sandbox-client-secret"
SCOPES = (
    "cloud_recording:read:list_recording_files:admin",
    "meeting:read:list_past_participants:admin",
)
SIGN_IN = (
    "<!doctype html>\n<html><head><title>Sign In | Zoom</title></head>"
    '<body><form action="/signin" method="post"></form></body></html>\n'
)


@dataclass(slots=True)
class _State:
    meetings: dict[str, SandboxMeeting] = field(default_factory=dict)
    access_tokens: set[str] = field(default_factory=set)
    download_tokens: set[str] = field(default_factory=set)
    files: dict[str, str] = field(default_factory=dict)


class ZoomSandbox(Sandbox):
    """Speaks what Reploop uses of Zoom. Set ``base_url`` to where it is served.

    ``scopes`` are what the app was granted; a call that needs another answers with code
    4711. ``page_size`` limits the participants of one page.
    """

    slug = "zoom"

    def __init__(self, base_url: str = "") -> None:
        super().__init__()
        self.base_url = base_url
        self.scopes: tuple[str, ...] = SCOPES
        self.page_size = 300
        self.token_lasts_s = 3600
        self._state = _State()
        self.app = Starlette(
            routes=[
                Route("/oauth/token", self._oauth, methods=["POST"]),
                Route("/v2/meetings/{uuid:path}/recordings", self._recordings),
                Route("/v2/past_meetings/{uuid:path}/participants", self._participants),
                Route("/rec/webhook_download/{file_id}", self._download),
            ]
        )

    # ── what a test or the demo does ────────────────────────────────────────────────

    def publish(self, meeting: SandboxMeeting) -> None:
        """Make a meeting's transcript and participants available."""
        with self.lock:
            self._state.meetings[meeting.uuid] = meeting
            for number, vtt in enumerate(meeting.vtts):
                self._state.files[file_id(meeting, number)] = vtt

    def revoke(self) -> None:
        """End every access and download token given so far."""
        with self.lock:
            self._state.access_tokens.clear()
            self._state.download_tokens.clear()

    def event(self, name: str, meeting: SandboxMeeting) -> bytes:
        """The body Zoom sends for this event of this meeting."""
        ended_at = meeting.started_at + timedelta(minutes=meeting.minutes)
        body: dict[str, Any] = {"event": name, "event_ts": int(ended_at.timestamp() * 1000)}
        if name == "meeting.ended":
            described = meeting_object(meeting, ended_at)
        else:
            body["download_token"] = self._download_token()
            files = self._transcript_files(meeting)
            if name == "recording.completed":
                files = [video(meeting, self.base_url)]
            described = recording_object(meeting, files, self.base_url)
            if name == "recording.completed":
                described["password"] = ""
        body["payload"] = {"account_id": ACCOUNT_ID, "object": described}
        return json.dumps(body).encode()

    # ── what Zoom does ──────────────────────────────────────────────────────────────

    async def _oauth(self, request: Request) -> Response:
        wanted = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        form = parse_qs((await request.body()).decode())
        if request.headers.get("authorization") != f"Basic {wanted}":
            return JSONResponse({"reason": "Invalid client", "error": "invalid_client"}, 401)
        if form.get("grant_type") != ["account_credentials"]:
            return JSONResponse({"reason": "Bad grant", "error": "unsupported_grant_type"}, 400)
        if form.get("account_id") != [ACCOUNT_ID]:
            return JSONResponse({"reason": "Bad account", "error": "invalid_request"}, 400)
        with self.lock:
            token = secrets.token_urlsafe(24)
            self._state.access_tokens.add(token)
        return JSONResponse(
            {
                "access_token": token,
                "token_type": "bearer",
                "expires_in": self.token_lasts_s,
                "scope": " ".join(self.scopes),
                "api_url": self.base_url,
            }
        )

    async def _recordings(self, request: Request) -> Response:
        refused = self._refused(request, SCOPES[0])
        if refused is not None:
            return refused
        meeting = self._meeting(request)
        if meeting is None or not meeting.vtts:
            return _error(404, 3301, "This recording does not exist.")
        files = [video(meeting, self.base_url), *self._transcript_files(meeting)]
        found = recording_object(meeting, files, self.base_url)
        if request.query_params.get("include_fields") == "download_access_token":
            found["download_access_token"] = self._download_token()
        return _api(found)

    async def _participants(self, request: Request) -> Response:
        refused = self._refused(request, SCOPES[1])
        if refused is not None:
            return refused
        meeting = self._meeting(request)
        if meeting is None:
            return _error(404, 3001, "Meeting does not exist.")
        start = int(request.query_params.get("next_page_token") or 0)
        end = start + self.page_size
        page = [
            {"id": "", "name": g.name, "user_email": g.email} for g in meeting.guests[start:end]
        ]
        more = str(end) if end < len(meeting.guests) else ""
        return _api(
            {
                "page_count": -(-len(meeting.guests) // self.page_size),
                "page_size": self.page_size,
                "total_records": len(meeting.guests),
                "next_page_token": more,
                "participants": page,
            }
        )

    async def _download(self, request: Request) -> Response:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        with self.lock:
            known = token in self._state.download_tokens | self._state.access_tokens
            vtt = self._state.files.get(request.path_params["file_id"])
        if scheme != "Bearer" or not known:
            return HTMLResponse(SIGN_IN)  # so does Zoom, with status 200
        if vtt is None:
            return HTMLResponse(SIGN_IN, status_code=404)
        return Response(vtt, media_type="text/vtt")

    def _refused(self, request: Request, scope: str) -> Response | None:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        with self.lock:
            if token not in self._state.access_tokens:
                return _error(401, 124, "Invalid access token.")
        if scope not in self.scopes:
            message = f"Invalid access token, does not contain scopes:[{scope}]."
            return _error(400, 4711, message)
        return None

    def _meeting(self, request: Request) -> SandboxMeeting | None:
        """By UUID, decoded as Zoom decodes it: once, and again if what is left is encoded.

        A UUID with a leading or double slash that was encoded only once is not found.
        """
        raw = request.scope["raw_path"].decode("ascii").partition("?")[0]
        encoded = raw.rsplit("/", 1)[0].rpartition("meetings/")[2]
        once = unquote(encoded)
        if once.startswith("/") or "//" in once:
            return None
        with self.lock:
            return self._state.meetings.get(once) or self._state.meetings.get(unquote(once))

    def _download_token(self) -> str:
        with self.lock:
            token = secrets.token_urlsafe(24)
            self._state.download_tokens.add(token)
            return token

    def _transcript_files(self, meeting: SandboxMeeting) -> list[dict[str, Any]]:
        return [
            transcript_file(meeting, number, self.base_url) for number, _ in enumerate(meeting.vtts)
        ]


_LIMITS = {"x-ratelimit-category": "Light", "x-ratelimit-type": "QPS", "x-ratelimit-limit": "80"}


def _api(content: Mapping[str, Any]) -> Response:
    return JSONResponse(content, headers={**_LIMITS, "x-ratelimit-remaining": "79"})


def _error(status: int, code: int, message: str) -> Response:
    return JSONResponse({"code": code, "message": message}, status, headers=_LIMITS)
