"""People and their Slack accounts: found by e-mail address, once."""

import threading
from collections.abc import Callable

from slack_sdk import WebClient

from bot.client import ask
from domain.errors import NotFoundAtVendor, UnexpectedPayload
from domain.people import Person, PersonId


def forget(person: Person, slack_user_id: str) -> None:
    """Keep nothing: the default of ``SlackDirectory.remember``."""
    del person, slack_user_id


class SlackDirectory:
    """Looks up Slack users and direct-message channels, and remembers what it found.

    ``remember`` is told of every person whose Slack user id was found by e-mail, so
    that it can be stored.
    """

    def __init__(self, client: WebClient, remember: Callable[[Person, str], None] = forget) -> None:
        self._client = client
        self._remember = remember
        self._users: dict[PersonId, str] = {}
        self._channels: dict[str, str] = {}
        self._lock = threading.Lock()

    def user_id(self, person: Person) -> str:
        """The person's Slack user id. Raises ``NotFoundAtVendor`` and ``IntegrationError``."""
        known = person.slack_user_id or self._users.get(person.id)
        if known:
            return known
        answer = ask(self._client, "users.lookupByEmail", {"email": person.email})
        user = answer.get("user") or {}
        if user.get("deleted") or user.get("is_bot") or not user.get("id"):
            raise NotFoundAtVendor("slack", "users.lookupByEmail: no active member")
        found = str(user["id"])
        with self._lock:
            self._users[person.id] = found
        self._remember(person, found)
        return found

    def direct_channel(self, person: Person) -> str:
        """The channel of the bot's direct messages with this person."""
        user_id = self.user_id(person)
        channel = self._channels.get(user_id)
        if channel is None:
            answer = ask(self._client, "conversations.open", {"users": user_id})
            channel = str((answer.get("channel") or {}).get("id", ""))
            if not channel:
                raise UnexpectedPayload("slack", "conversations.open: no channel id")
            with self._lock:
                self._channels[user_id] = channel
        return channel

    def email_of(self, slack_user_id: str) -> str | None:
        """The address of a full member, ``None`` for guests, bots and other workspaces.

        Raises ``IntegrationError``.
        """
        try:
            answer = ask(self._client, "users.info", {"user": slack_user_id})
        except NotFoundAtVendor:
            return None
        user = answer.get("user") or {}
        outside = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
        if any(user.get(flag) for flag in outside):
            return None
        return (user.get("profile") or {}).get("email")
