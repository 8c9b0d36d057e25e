"""Socket Mode: Slack's events over a connection we open, for hosts nobody can reach."""

from typing import Any

import structlog
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.internals import send_response
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

from bot.client import silent_logger
from bot.endpoint import bolt_request
from bot.payloads import typed
from domain.errors import UnexpectedPayload

log = structlog.get_logger()


class TypedSocketMode(SocketModeHandler):
    """Reads payloads as strictly as the HTTP endpoint does, then asks Bolt."""

    def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        """Acknowledge what was kept, ignored or malformed; leave the rest to be sent again."""
        try:
            body = typed(_payload(req))
        except UnexpectedPayload as error:
            log.warning("slack.malformed", envelope=req.envelope_id, detail=error.detail)
            client.send_socket_mode_response(SocketModeResponse(envelope_id=req.envelope_id))
            return
        response = self.app.dispatch(bolt_request(body, {}))
        if response.status == 200:
            send_response(client, req, response, 0.0)


def run_socket_mode(app: App, app_token: str) -> None:
    """Connect with an ``xapp-`` token and serve until the process is stopped."""
    handler = TypedSocketMode(app, app_token, logger=silent_logger(), web_client=app.client)
    handler.start()  # type: ignore[no-untyped-call]


def _payload(request: SocketModeRequest) -> dict[str, Any]:
    if not isinstance(request.payload, dict):
        raise UnexpectedPayload("slack", "payload is not an object")
    return request.payload
