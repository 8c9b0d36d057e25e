"""Buttons, choices and forms: kept, and a form is opened empty while its job fills it."""

import re
from concurrent.futures import Executor
from datetime import datetime

import structlog
from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.client import post
from bot.inbox import Inbox
from bot.interactions import Body
from bot.views.forms import empty_form, form_id_of
from domain.actions import FORM_SUFFIX
from domain.errors import IntegrationError
from domain.phrases import Words

log = structlog.get_logger()
ANY = re.compile(".*")
TRIGGER_S = 3.0
"""How long Slack lets a form be opened for an act."""


def register(app: App, inbox: Inbox, opener: Executor, words: Words) -> None:
    """Keep every act before it is acknowledged; buttons that only open a link are not acts."""

    def on_act(ack: Ack, body: Body, client: WebClient) -> None:
        if body["action_id"].startswith("link."):
            ack()
            return
        inbox.keep_act(body)
        if body["action_id"].endswith(FORM_SUFFIX):
            open_form(opener, inbox, client, body["trigger_id"], words)
        ack()

    def on_form(ack: Ack, body: Body) -> None:
        inbox.keep_act(body)
        ack()

    app.action(ANY)(on_act)
    app.view(ANY)(on_form)
    app.view_closed(ANY)(lambda ack: ack())


def open_form(
    opener: Executor, inbox: Inbox, client: WebClient, trigger_id: str, words: Words
) -> None:
    """Open an empty form beside the answer to Slack; its job fills it."""
    opener.submit(_open_in_time, inbox, inbox.now(), client, trigger_id, words)


def _open_in_time(
    inbox: Inbox, asked_at: datetime, client: WebClient, trigger_id: str, words: Words
) -> None:
    """Unless it waited for its turn for so long that Slack would refuse it anyway."""
    if (inbox.now() - asked_at).total_seconds() < TRIGGER_S:
        _open(client, trigger_id, words)


def _open(client: WebClient, trigger_id: str, words: Words) -> None:
    """Open an empty form now: its trigger is dead after three seconds. Best effort."""
    body = {"trigger_id": trigger_id, "view": empty_form(form_id_of(trigger_id), words)}
    try:
        post(client, "views.open", body)
    except IntegrationError as error:
        log.info("slack.form_not_opened", error=type(error).__name__)
