"""``/reploop me``, ``/reploop help``, ``/reploop appeal``, or ``/reploop`` with a question."""

from concurrent.futures import Executor

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.inbox import Inbox
from bot.interactions import Body
from bot.listeners.acts import open_form
from domain.actions import FORM_SUFFIX
from domain.phrases import Phrase, Words

COMMAND = "/reploop"
HEARD = Phrase("heard-command")
FORMS = {"appeal": f"appeal.open{FORM_SUFFIX}"}
"""Words that open a form instead of asking a question."""


def register(app: App, inbox: Inbox, opener: Executor, words: Words) -> None:
    """Keep the command, then say to the person alone that the answer is on its way."""

    def on_command(ack: Ack, body: Body, client: WebClient) -> None:
        form = FORMS.get(body["text"].strip().casefold())
        if form is not None:
            inbox.keep_act({**body, "action_id": form, "value": {}, "fields": {}})
            open_form(opener, inbox, client, body["trigger_id"], words)
            ack()
            return
        inbox.keep_command(body)
        ack(text=words.say(HEARD), response_type="ephemeral")

    app.command(COMMAND)(on_command)
