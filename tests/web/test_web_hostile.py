"""The hostile requests of the shared set, and mutations of them, against a real server.

They speak raw HTTP to uvicorn on a loopback port, so that framing, limits and closing of
connections are tested with the bytes an attacker would send.
"""

import hashlib
import json
import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from starlette.types import ASGIApp

from domain.errors import UnexpectedPayload
from domain.webhooks import (
    Accepted,
    Delivery,
    Handshake,
    Ignored,
    WebhookOutcome,
    WebhookRequest,
    verify_v0_signature,
)

if TYPE_CHECKING:
    from tests.web.conftest import Served, Store

FOLDER = Path(os.environ.get("REPLOOP_BADINPUTS_DIR", "../shared/badinputs"))
SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
ZOOM_SECRET = "zoom-test-secret-token-01"
FUZZ = os.environ.get("REPLOOP_FUZZ", "300")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (FOLDER / "run.py").is_file(),
        reason="the hostile requests are not here; set REPLOOP_BADINPUTS_DIR",
    ),
]


def verify(request: WebhookRequest, prefix: str, secret: str, now: datetime, age: float) -> None:
    verify_v0_signature(
        secret=secret,
        timestamp=request.headers.get(f"{prefix}-request-timestamp"),
        signature=request.headers.get(f"{prefix}-signature"),
        body=request.body,
        now=now,
        max_age_s=age,
    )


class ZoomLike:
    """Zoom's signature and just enough of its events for the rows of the set."""

    slug = "zoom"

    def read_webhook(self, request: WebhookRequest, *, now: datetime) -> WebhookOutcome:
        verify(request, "x-zm", ZOOM_SECRET, now, 7200)
        try:
            said = json.loads(request.body)
        except ValueError as error:
            raise UnexpectedPayload(self.slug, "no JSON") from error
        match said:
            case {"event": "endpoint.url_validation", "payload": {"plainToken": str(token)}}:
                return Handshake({"plainToken": token, "encryptedToken": "of the provider"})
            case {
                "event": "recording.transcript_completed",
                "payload": {"object": {"uuid": str(ref), "recording_files": list()}},
            }:
                return Accepted("recording.transcript_completed", ref)
            case {"event": "meeting.started"}:
                return Ignored("meeting.started")
        raise UnexpectedPayload(self.slug, "unknown event")


class SlackLike:
    """Slack's signature, its handshake, and questions kept by event id."""

    def __init__(self, database: "Store") -> None:
        self._database = database

    def verify(self, request: WebhookRequest, now: datetime) -> None:
        verify(request, "x-slack", SLACK_SECRET, now, 300)

    async def handle(self, request: WebhookRequest) -> tuple[int, Mapping[str, str], bytes]:
        try:
            said = json.loads(request.body)
        except ValueError:
            return 400, {}, b""
        match said:
            case {"type": "url_verification", "challenge": str(challenge)}:
                return 200, {"content-type": "text/plain"}, challenge.encode("utf-8", "replace")
            case {"event": {"bot_id": _}}:
                return 200, {}, b""
            case {"team_id": "T1", "event_id": str(key), "event": {"type": "app_mention"}}:
                hashed = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
                now = datetime.now(UTC)
                delivery = Delivery("slack", hashed, "app_mention", now, request.body)
                self._database.keep_deliveries([delivery])
        return 200, {}, b""


@pytest.fixture
def hostile_target(
    make_app: Callable[..., ASGIApp],
    serve: Callable[[ASGIApp], "Served"],
    store: "Store",
) -> "Served":
    app = make_app(
        store,
        slack=SlackLike(store),
        providers={"zoom": ZoomLike()},
        now=lambda: datetime.now(UTC),
        new_id=lambda: uuid.uuid4().hex,
    )
    return serve(app)


def test_every_hostile_request_is_answered_as_expected_and_no_mutation_is_a_5xx(
    hostile_target: "Served", tmp_path: Path
) -> None:
    paths = {"zoom": "/webhooks/zoom", "slack": "/slack/events"}
    (tmp_path / "map.json").write_text(json.dumps({"paths": paths, "probe_url": "/_test/counts"}))
    rows = [f"{FOLDER}/dev/{n}.jsonl" for n in ("webhook_zoom", "webhook_slack", "http_generic")]
    command = [sys.executable, str(FOLDER / "run.py"), "--base", hostile_target.url]
    command += ["--map", str(tmp_path / "map.json"), "--json", str(tmp_path / "out.json")]
    done = subprocess.run(
        [*command, "--fuzz", FUZZ, *rows], capture_output=True, text=True, check=False
    )
    answered: list[dict[str, Any]] = json.loads((tmp_path / "out.json").read_text())
    print(done.stdout)
    assert len(answered) == 41, done.stdout + done.stderr
    assert [row for row in answered if not row["ok"]] == []
    assert "5xx " not in done.stdout.replace("any 5xx: 0", "")
