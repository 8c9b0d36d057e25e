"""Socket Mode: Slack's events over a connection we open, for hosts nobody can reach."""

import logging
import threading

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.internals import send_response
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.client import meaning
from bot.endpoint import bolt_request
from bot.payloads import typed
from domain.errors import UnexpectedPayload

log = structlog.get_logger()


class TypedSocketMode(SocketModeHandler):
    """Reads payloads as strictly as the HTTP endpoint does, then asks Bolt."""

    def handle(self, client: BaseSocketModeClient, req: SocketModeRequest) -> None:
        """Acknowledge what was kept, ignored or malformed; leave the rest to be sent again."""
        answer_envelope(self.app, client, req)


def answer_envelope(app: App, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
    """Work on one envelope and acknowledge it through ``client`` unless it was not kept."""
    try:
        body = typed(request.payload)
    except UnexpectedPayload as error:
        log.warning("slack.malformed", envelope=request.envelope_id, detail=error.detail)
        client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id))
        return
    response = app.dispatch(bolt_request(body, {}))
    if response.status == 200:
        send_response(client, request, response, 0.0)


def run_socket_mode(app: App, app_token: str, stop: threading.Event | None = None) -> None:
    """Connect with an ``xapp-`` token and serve until ``stop`` is set; reconnects by itself.

    Raises ``IntegrationError`` when the first connection is refused.
    """
    handler = TypedSocketMode(app, app_token, logger=_trouble_logger(), web_client=app.client)
    try:
        handler.connect()  # type: ignore[no-untyped-call]
        (stop or threading.Event()).wait()
    except SlackApiError as error:
        raise meaning(error.response, "apps.connections.open") from None
    finally:
        handler.close()  # type: ignore[no-untyped-call]


class _Trouble(logging.Handler):
    """Says that the connection has trouble, without the SDK's words, which may quote it."""

    def emit(self, record: logging.LogRecord) -> None:
        log.warning("slack.connection_trouble", place=f"{record.module}:{record.lineno}")


def _trouble_logger() -> logging.Logger:
    logger = logging.Logger("slack-socket", logging.WARNING)
    logger.addHandler(_Trouble())
    return logger
