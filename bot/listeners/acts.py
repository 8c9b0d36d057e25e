"""Buttons, choices and forms: kept, and a form is opened empty while its job fills it."""

import re
from concurrent.futures import Executor

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


def register(app: App, inbox: Inbox, opener: Executor, words: Words) -> None:
    """Keep every act before it is acknowledged; buttons that only open a link are not acts."""

    def on_act(ack: Ack, body: Body, client: WebClient) -> None:
        if body["action_id"].startswith("link."):
            ack()
            return
        inbox.keep_act(body)
        if body["action_id"].endswith(FORM_SUFFIX):
            opener.submit(_open, client, body["trigger_id"], words)
        ack()

    def on_form(ack: Ack, body: Body) -> None:
        inbox.keep_act(body)
        ack()

    app.action(ANY)(on_act)
    app.view(ANY)(on_form)
    app.view_closed(ANY)(lambda ack: ack())


def _open(client: WebClient, trigger_id: str, words: Words) -> None:
    """Open an empty form now: its trigger is dead after three seconds. Best effort."""
    body = {"trigger_id": trigger_id, "view": empty_form(form_id_of(trigger_id), words)}
    try:
        post(client, "views.open", body)
    except IntegrationError as error:
        log.info("slack.form_not_opened", error=type(error).__name__)
