"""``/reploop me``, ``/reploop help`` or ``/reploop`` with a question."""

from slack_bolt import Ack, App

from bot.inbox import Inbox
from bot.interactions import Body
from domain.phrases import Phrase, Words

COMMAND = "/reploop"
HEARD = Phrase("heard-command")


def register(app: App, inbox: Inbox, words: Words) -> None:
    """Keep the command, then say to the person alone that the answer is on its way."""

    def on_command(ack: Ack, body: Body) -> None:
        inbox.keep_command(body)
        ack(text=words.say(HEARD), response_type="ephemeral")

    app.command(COMMAND)(on_command)
