"""Bodies from Slack as we read them: only the fields we use, each of the type we expect.

Bolt and the listeners see nothing else. So no odd body can make them stumble, and what
is kept holds no token, no response address and no more about people than is needed.
"""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from bot.interactions import INTERACTIONS, Body, an_id, interaction
from domain.errors import UnexpectedPayload
from domain.webhooks import WebhookRequest

FORM_TYPE = "application/x-www-form-urlencoded"
MAX_FIELDS = 100
MAX_TEXT = 40_000

_ENVELOPE = ("type", "team_id", "api_app_id", "event_id")
_EVENT = [
    "type",
    "subtype",
    "user",
    "ts",
    "thread_ts",
    "channel",
    "channel_type",
    "bot_id",
    "app_id",
    "team",
    "user_team",
    "source_team",
    "tab",
]
_COMMAND = ["command", "team_id", "channel_id", "user_id", "trigger_id"]


def read_request(request: WebhookRequest) -> Body:
    """The body of a verified request. Raises ``UnexpectedPayload``."""
    try:
        text = request.body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnexpectedPayload("slack", "body is not UTF-8") from error
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    return typed(_form(text) if kind == FORM_TYPE else _object(text))


def typed(body: Mapping[str, Any]) -> Body:
    """An event, a command, an act or a check of the endpoint, reduced to what we use.

    Raises ``UnexpectedPayload`` for anything else, or a field of another type.
    """
    if body.get("type") == "event_callback":
        return _event_callback(body)
    if body.get("type") in INTERACTIONS:
        return interaction(body)
    if body.get("type") == "url_verification":
        return {"type": "url_verification", "challenge": an_id(body, "challenge")}
    if "command" in body:
        return {**{name: an_id(body, name) for name in _COMMAND}, "text": _text(body)}
    if body.get("ssl_check") == "1":
        return {"ssl_check": "1"}
    raise UnexpectedPayload("slack", "neither an event nor a command")


def _event_callback(body: Mapping[str, Any]) -> Body:
    event = body.get("event")
    if not isinstance(event, dict):
        raise UnexpectedPayload("slack", "event is not an object")
    kept: Body = {name: an_id(event, name) for name in _EVENT if event.get(name) is not None}
    kept["type"] = an_id(event, "type")
    kept["text"] = _text(event)
    if event.get("hidden"):
        kept["hidden"] = True
    envelope: Body = {name: an_id(body, name) for name in _ENVELOPE if body.get(name) is not None}
    return {
        **envelope,
        "event_id": an_id(body, "event_id"),
        "team_id": an_id(body, "team_id"),
        "is_ext_shared_channel": bool(body.get("is_ext_shared_channel")),
        "authorizations": _authorizations(body),
        "event": kept,
    }


def _authorizations(body: Mapping[str, Any]) -> list[Body]:
    """For which workspace and bot user the event was sent; the first one, if it is said."""
    given = body.get("authorizations") or []
    if not isinstance(given, list) or not all(isinstance(a, dict) for a in given):
        raise UnexpectedPayload("slack", "authorizations is not a list of objects")
    return [
        {name: an_id(a, name) for name in ("team_id", "user_id") if a.get(name) is not None}
        for a in given[:1]
    ]


def _text(source: Mapping[str, Any]) -> str:
    value = source.get("text") or ""
    if not isinstance(value, str) or len(value) > MAX_TEXT:
        raise UnexpectedPayload("slack", "text is not a text, or too long")
    return value


def _form(text: str) -> Mapping[str, Any]:
    try:
        pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError as error:
        raise UnexpectedPayload("slack", "form is malformed") from error
    form = dict(pairs)
    if len(form) != len(pairs):
        raise UnexpectedPayload("slack", "form names a field twice")
    return _object(form["payload"]) if "payload" in form else form


def _object(text: str) -> Mapping[str, Any]:
    try:
        body = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnexpectedPayload("slack", "body is not JSON") from error
    if not isinstance(body, dict):
        raise UnexpectedPayload("slack", "body is not an object")
    return body
