"""What ``reploop doctor`` says about Slack: token, workspace, permissions."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from slack_sdk import WebClient

from bot.client import ask
from domain.errors import IntegrationError
from domain.ports import Check

MANIFEST = Path(__file__).with_name("manifest.json")


def manifest() -> dict[str, Any]:
    """The app manifest that goes with this code."""
    read: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8"))
    return read


def wanted_scopes() -> tuple[str, ...]:
    """The bot scopes of the manifest, sorted."""
    return tuple(sorted(manifest()["oauth_config"]["scopes"]["bot"]))


def slack_checks(client: WebClient, team_id: str | None) -> Sequence[Check]:
    """Ask Slack who we are and what we may; raises nothing."""
    try:
        answer = ask(client, "auth.test", {})
    except IntegrationError as error:
        remedy = "Install the app and set REPLOOP_SLACK_BOT_TOKEN to its xoxb- token"
        return [Check("Slack token", ok=False, detail=error.detail, remedy=remedy)]
    found = str(answer.get("team_id", ""))
    checks = [Check("Slack token", ok=True, detail=f"bot of workspace {found}")]
    if team_id is not None:
        checks.append(_workspace(found, team_id))
    return [*checks, _scopes(answer.headers)]


def _workspace(found: str, team_id: str) -> Check:
    remedy = "" if found == team_id else f"Set REPLOOP_SLACK_TEAM_ID to {found}"
    return Check("Slack workspace", ok=found == team_id, detail=found, remedy=remedy)


def _scopes(headers: dict[str, str]) -> Check:
    sent = next((v for k, v in headers.items() if k.lower() == "x-oauth-scopes"), "")
    granted = {scope.strip() for scope in sent.split(",")}
    missing = [scope for scope in wanted_scopes() if scope not in granted]
    if not missing:
        return Check("Slack permissions", ok=True, detail=", ".join(wanted_scopes()))
    remedy = "Update the app from bot/manifest.json and install it again"
    return Check(
        "Slack permissions", ok=False, detail=f"missing {', '.join(missing)}", remedy=remedy
    )
