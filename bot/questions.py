"""A kept Slack delivery, read as a question."""

import html
import json
import re
from collections.abc import Callable
from typing import Any

from bot.inbox import COMMAND_EVENT, OUTSIDE_EVENT, PROVIDER
from bot.text import one_line
from domain.questions import UNKNOWN_PERSON, Question
from domain.webhooks import Delivery

TEXT_CHARS = 3000
"""More than is ever understood as a question; a turn of a role-play may be as long."""
OWN_FIGURES = "How am I doing?"
HELP = "help"

_ASK = re.compile(r"^ask(?:\s+|$)", re.IGNORECASE)
"""``/reploop ask …`` is the same as ``/reploop …``."""
_USER = re.compile(r"<@([A-Z0-9]+)(?:\|([^<>]*))?>")
_CHANNEL = re.compile(r"<#[A-Z0-9]+(?:\|([^<>]*))?>")
_SPECIAL = re.compile(r"<![^<>]*>")
_LINK = re.compile(r"<((?:https?|mailto|tel):[^<>|]*)(?:\|([^<>]*))?>")

NameOf = Callable[[str], str | None]


def nobody(slack_user_id: str) -> str | None:
    """Knows no names: the default of ``read_question``."""
    del slack_user_id
    return None


def read_question(delivery: Delivery, name_of: NameOf = nobody) -> Question | None:
    """The question in a delivery, or ``None`` if it holds none.

    ``name_of`` turns the Slack user id of a mentioned colleague into their name, so that
    "how is @Ana doing?" can be understood; who may see the answer is decided later.
    """
    if delivery.provider != PROVIDER:
        return None
    body = json.loads(delivery.body)
    if delivery.event == COMMAND_EVENT:
        return _command(body, name_of)
    if delivery.event in ("app_mention", "message"):
        return _event(body, name_of)
    if delivery.event == OUTSIDE_EVENT:
        return _from_outside(body)
    return None


def _from_outside(body: dict[str, Any]) -> Question:
    event = body["event"]
    return Question(
        id=body["event_id"],
        asked_by=event["user"],
        channel=event["channel"],
        ts=event["ts"],
        text="",
        private=False,
        outside=True,
    )


def _command(body: dict[str, Any], name_of: NameOf) -> Question:
    said = words_of(body["text"], name_of=name_of)
    said = _ASK.sub("", said)
    text = OWN_FIGURES if said.casefold() == "me" else said or HELP
    return Question(
        id=body["trigger_id"],
        asked_by=body["user_id"],
        channel=body["channel_id"],
        ts=body["trigger_id"],  # a command is no message: its trigger stands for it
        text=text,
        private=True,
    )


def _event(body: dict[str, Any], name_of: NameOf) -> Question | None:
    event = body["event"]
    if not all(event.get(name) for name in ("user", "channel", "ts")):
        return None
    private = event["type"] == "message" or event["channel"].startswith("D")
    bots = {a.get("user_id") for a in body.get("authorizations", ())} - {None}
    thread_ts = event.get("thread_ts")
    said = words_of(
        event["text"],
        bots=bots,
        name_of=name_of,
        addressed=not private,
    )
    return Question(
        id=body["event_id"],
        asked_by=event["user"],
        channel=event["channel"],
        ts=event["ts"],
        text=said or HELP,
        private=private,
        thread_ts=thread_ts,
    )


def words_of(
    text: str,
    *,
    name_of: NameOf = nobody,
    bots: set[str | None] | None = None,
    addressed: bool = False,
) -> str:
    """Slack's markup as the words a person typed, on one line.

    Mentions of ``bots`` go; if ``addressed`` and the bot is not named, the first mention
    is taken for it. Other people's mentions become their names where known, else
    ``UNKNOWN_PERSON``: left out, the question would be about everybody.
    """
    named = set(bots or ())
    if addressed and not named and (first := _USER.search(text)):
        named = {first[1]}

    def name(match: re.Match[str]) -> str:
        return "" if match[1] in named else name_of(match[1]) or match[2] or UNKNOWN_PERSON

    text = _USER.sub(name, text)
    text = _CHANNEL.sub(lambda m: f"#{m[1]}" if m[1] else "", text)
    text = _LINK.sub(lambda m: m[2] or m[1], _SPECIAL.sub("", text))
    return one_line(html.unescape(text))[:TEXT_CHARS]
