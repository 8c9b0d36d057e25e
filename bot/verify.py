"""Is this request Slack's? Asked over the raw bytes, before anything is read from it."""

from collections.abc import Sequence
from datetime import datetime

from domain.errors import ConfigurationError
from domain.webhooks import WebhookRequest, proven_by

MAX_AGE_S = 300.0


class SlackRequests:
    """Proves requests with the signing secret; two may be active while one is replaced."""

    def __init__(self, signing_secrets: Sequence[str]) -> None:
        """Raises ``ConfigurationError`` for no secret or an empty one."""
        if not signing_secrets or not all(s.strip() for s in signing_secrets):
            raise ConfigurationError(
                "REPLOOP_SLACK_SIGNING_SECRET",
                "is empty",
                "Copy it from the app's Basic Information page",
            )
        self._secrets = tuple(signing_secrets)

    def verify(self, request: WebhookRequest, now: datetime) -> None:
        """Check age (five minutes) and signature over the raw bytes.

        Raises ``WebhookRejected``, with the same text whatever was wrong.
        """
        proven_by(
            self._secrets,
            request,
            timestamp="x-slack-request-timestamp",
            signature="x-slack-signature",
            now=now,
            max_age_s=MAX_AGE_S,
        )
