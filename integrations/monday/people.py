"""Users of the account: who can own deals, and who we are."""

import threading
from collections.abc import Iterator, Mapping
from typing import Any

from domain.crm import CrmPerson
from domain.errors import UnexpectedPayload
from integrations.monday.client import MondayClient, objects
from integrations.monday.documents import ME, PEOPLE, USERS
from integrations.monday.errors import SLUG

MAX_PAGES = 200


class People:
    """Users are read all at once, and again when an id is unknown."""

    def __init__(self, client: MondayClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._emails: dict[str, str | None] = {}
        self._me = ""

    def everybody(self) -> tuple[CrmPerson, ...]:
        """All users, also those who were deactivated."""
        found = tuple(_person(user) for user in self._users())
        with self._lock:
            self._emails.update({p.id: p.email or None for p in found})
        return found

    def email_of(self, user_id: str) -> str | None:
        """A user's address; ``None`` for teams, automations and users who are not listed."""
        with self._lock:
            known = user_id in self._emails
        if not known:
            self.everybody()
        with self._lock:
            # remembered also if unknown, or every deal of theirs asks again
            return self._emails.setdefault(user_id, None)

    def me(self) -> str:
        """The id of the user that our token belongs to."""
        if not self._me:
            body = self._client.ask(ME).get("me")
            if not isinstance(body, dict) or not body.get("id"):
                raise UnexpectedPayload(SLUG, "the token's user has no id")
            self._me = str(body["id"])
        return self._me

    def _users(self) -> Iterator[Mapping[str, Any]]:
        for page in range(1, MAX_PAGES + 1):
            data = self._client.ask(PEOPLE, {"page": page})
            users = list(objects(data.get("users"), "users"))
            yield from users
            if len(users) < USERS:
                return
        raise UnexpectedPayload(SLUG, f"users: more than {MAX_PAGES} pages")


def _person(user: Mapping[str, Any]) -> CrmPerson:
    if not user.get("id"):
        raise UnexpectedPayload(SLUG, "a user without id")
    return CrmPerson(
        id=str(user["id"]),
        email=str(user.get("email") or "").lower(),
        name=str(user.get("name") or ""),
        active=user.get("status") == "ACTIVE" and not user.get("is_deleted"),
    )
