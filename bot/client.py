"""The Slack Web API, and what its failures mean to us. The only file that calls it."""

import logging
import re
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)

SLACK_URL = "https://slack.com/api/"
TIMEOUT_S = 3
"""A post needs up to three requests, and all of them must end within the ten seconds
that the sender keeps free of its lease."""

_RECONNECT = frozenset(
    [
        "access_denied",
        "account_inactive",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
    ]
)
_GONE = frozenset(
    [
        "cannot_dm_bot",
        "cant_update_message",
        "channel_not_found",
        "exchanged_trigger_id",
        "expired_trigger_id",
        "invalid_trigger_id",
        "is_archived",
        "message_not_found",
        "messages_tab_disabled",
        "not_found",
        "not_in_channel",
        "restricted_action",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
        "thread_not_found",
    ]
)
_REFUSED = frozenset(
    [
        "attachment_payload_limit_exceeded",
        "invalid_arguments",
        "invalid_blocks",
        "invalid_blocks_format",
        "invalid_metadata_format",
        "invalid_metadata_schema",
        "invalid_slack_file",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
    ]
)
_PERHAPS_DONE = frozenset(
    ["fatal_error", "internal_error", "request_timeout", "service_unavailable", "team_added_to_org"]
)
_CLASSES: tuple[tuple[frozenset[str], type[IntegrationError]], ...] = (
    (_RECONNECT, CredentialsRejected),
    (_GONE, NotFoundAtVendor),
    (_REFUSED, WriteRefused),
    (_PERHAPS_DONE, VendorUnavailable),
)


def silent_logger() -> logging.Logger:
    """For the SDK and Bolt, which would log whole bodies; we raise or log what matters."""
    logger = logging.Logger("slack-sdk-silent", logging.CRITICAL + 1)
    logger.disabled = True
    return logger


def web_client(token: str, base_url: str = SLACK_URL, timeout_s: int = TIMEOUT_S) -> WebClient:
    """A client that never retries: a dropped connection may already have posted."""
    return WebClient(
        token=token,
        base_url=base_url if base_url.endswith("/") else f"{base_url}/",
        timeout=timeout_s,
        retry_handlers=[],
        logger=silent_logger(),
    )


def ask(client: WebClient, method: str, body: Mapping[str, Any]) -> SlackResponse:
    """Call a method with a form body. Raises ``IntegrationError``."""
    return _call(client, method, {"params": dict(body)})


def post(client: WebClient, method: str, body: Mapping[str, Any]) -> SlackResponse:
    """Call a method with a JSON body. Raises ``IntegrationError``."""
    return _call(client, method, {"json": dict(body)})


def _call(client: WebClient, method: str, arguments: dict[str, Any]) -> SlackResponse:
    try:
        return client.api_call(method, **arguments)
    except SlackApiError as error:
        raise meaning(error.response, method) from None  # its text holds Slack's whole answer
    except (OSError, HTTPException, SlackClientError, UnicodeDecodeError) as error:
        # The request may have arrived: whoever sends must look before sending again.
        raise VendorUnavailable("slack", f"{method}: {type(error).__name__}") from error


def meaning(response: SlackResponse, method: str) -> IntegrationError:
    """Our error for an answer that is not ok."""
    if response.status_code == 429:
        return RateLimited("slack", _retry_after(response.headers))
    if response.status_code >= 500:
        return VendorUnavailable("slack", f"{method}: status {response.status_code}")
    data = response.data if isinstance(response.data, dict) else {}
    code = str(data.get("error", ""))
    if code in ("ratelimited", "rate_limited"):
        return RateLimited("slack", _retry_after(response.headers))
    if not re.fullmatch(r"[a-z0-9_]{1,60}", code):
        # Not Slack's JSON: a proxy or a truncated answer; what happened is not known.
        return VendorUnavailable("slack", f"{method}: unreadable answer")
    detail = f"{method}: {code}"
    if code == "missing_scope":
        detail += f", needs {str(data.get('needed', ''))[:80]}"
    kind = next((kind for codes, kind in _CLASSES if code in codes), UnexpectedPayload)
    return kind("slack", detail)


def _retry_after(headers: Mapping[str, str]) -> float:
    sent = next((v for k, v in headers.items() if k.lower() == "retry-after"), "")
    return min(float(sent), 3600.0) if re.fullmatch(r"[0-9]{1,6}", sent) else 30.0
