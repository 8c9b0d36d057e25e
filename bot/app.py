"""The Bolt app: one workspace, no network call at start, listeners that only keep."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import structlog
from slack_bolt import App, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.client import silent_logger
from bot.inbox import Inbox
from bot.listeners import register_all
from bot.middleware import only_ours
from domain.phrases import Words
from domain.webhooks import Delivery

log = structlog.get_logger()
FORMS_AT_ONCE = 8


def make_bolt_app(
    keep: Callable[[Delivery], None],
    *,
    client: WebClient,
    now: Callable[[], datetime],
    words: Words,
    team_id: str | None = None,
) -> App:
    """Bolt for verified, typed requests (see ``SlackEndpoint`` and ``run_socket_mode``).

    ``keep`` writes the inbox row and rings the doorbell before it returns; if it raises,
    Slack gets a 503 and delivers again. ``team_id``: ignore every other workspace.
    ``words`` are for what is said at once, before anybody knows to whom.
    """
    token = client.token
    inbox = Inbox(keep, now)
    app = App(
        name="reploop",
        logger=silent_logger(),
        client=client,
        authorize=_authorizer(token, team_id),
        before_authorize=only_ours(team_id, inbox),
        process_before_response=True,  # acknowledged only once the row is kept
        request_verification_enabled=False,  # done over raw bytes, before Bolt
        token_verification_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(_on_error)
    opener = ThreadPoolExecutor(FORMS_AT_ONCE, thread_name_prefix="slack-form")
    register_all(app, inbox, opener, words)
    return app


def _authorizer(token: str | None, team_id: str | None) -> Callable[..., AuthorizeResult]:
    def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=team_id, bot_token=token)

    return authorize


def _on_error(error: Exception) -> BoltResponse:
    log.error("slack.listener_failed", error=type(error).__name__)
    return BoltResponse(status=503, body="")
