"""The hostile requests of the shared set, and mutations of them, against a real server.

They speak raw HTTP to uvicorn on a loopback port, so that framing, limits and closing of
connections are tested with the bytes an attacker would send.
"""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from starlette.types import ASGIApp

from bot.app import make_bolt_app
from bot.client import web_client
from bot.endpoint import SlackEndpoint
from bot.verify import SlackRequests
from config.catalogue import load_catalogues
from domain.webhooks import Delivery
from integrations.hubspot.webhooks import HubspotNews
from integrations.zoom.provider import ZoomMeetings
from integrations.zoom.settings import ZoomSettings

if TYPE_CHECKING:
    from tests.web.conftest import Served, Store

FOLDER = Path(os.environ.get("REPLOOP_BADINPUTS_DIR", "../shared/badinputs"))
SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
ZOOM_SECRET = "zoom-test-secret-token-01"
HUBSPOT_SECRET = "hs-client-secret-test-0001"
PUBLIC = "https://reploop.test"
FUZZ = os.environ.get("REPLOOP_FUZZ", "300")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (FOLDER / "run.py").is_file(),
        reason="the hostile requests are not here; set REPLOOP_BADINPUTS_DIR",
    ),
]


def slack_endpoint(store: "Store") -> SlackEndpoint:
    """The bot's own endpoint; it keeps what it is asked and answers, and calls nobody."""

    def keep(delivery: Delivery) -> None:
        store.keep_deliveries([delivery])

    app = make_bolt_app(
        keep,
        client=web_client("xoxb-test", "http://127.0.0.1:9/api/"),
        now=lambda: datetime.now(UTC),
        words=load_catalogues().words("en"),
        team_id="T1",
    )
    return SlackEndpoint(app, SlackRequests((SLACK_SECRET,)))


@pytest.fixture
def hostile_target(
    make_app: Callable[..., ASGIApp],
    serve: Callable[[ASGIApp], "Served"],
    store: "Store",
) -> "Served":
    app = make_app(
        store,
        slack=slack_endpoint(store),
        crm_news={"hubspot": HubspotNews([HUBSPOT_SECRET], f"{PUBLIC}/webhooks/hubspot")},
        providers={"zoom": ZoomMeetings(ZoomSettings(webhook_secrets=(ZOOM_SECRET,)))},
        now=lambda: datetime.now(UTC),
        new_id=lambda: uuid.uuid4().hex,
    )
    return serve(app)


def test_every_hostile_request_is_answered_as_expected_and_no_mutation_is_a_5xx(
    hostile_target: "Served", tmp_path: Path
) -> None:
    paths = {"zoom": "/webhooks/zoom", "slack": "/slack/events", "hubspot": "/webhooks/hubspot"}
    (tmp_path / "map.json").write_text(json.dumps({"paths": paths, "probe_url": "/_test/counts"}))
    names = ("webhook_zoom", "webhook_slack", "webhook_hubspot", "http_generic")
    rows = [f"{FOLDER}/dev/{name}.jsonl" for name in names]
    command = [sys.executable, str(FOLDER / "run.py"), "--base", hostile_target.url]
    command += ["--map", str(tmp_path / "map.json"), "--json", str(tmp_path / "out.json")]
    done = subprocess.run(
        [*command, "--fuzz", FUZZ, *rows], capture_output=True, text=True, check=False
    )
    answered: list[dict[str, Any]] = json.loads((tmp_path / "out.json").read_text())
    print(done.stdout)
    assert len(answered) == 47, done.stdout + done.stderr
    assert [row for row in answered if not row["ok"]] == []
    assert "5xx " not in done.stdout.replace("any 5xx: 0", "")
