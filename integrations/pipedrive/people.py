"""Who is who: users of Pipedrive by id and address, persons at buyers by address."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from domain.crm import CrmPerson
from integrations.pipedrive.client import V1, V2, Body, PipedriveClient

REMEMBERED = 10_000
FRESH_S = 3600.0


@dataclass(frozen=True, slots=True)
class Buyer:
    """A person at a buyer."""

    id: str
    organization: str | None


class People:
    """Users are listed once and again when an id is unknown; persons are searched for."""

    def __init__(self, client: PipedriveClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._users: dict[str, CrmPerson | None] = {}
        self._buyers: dict[str, tuple[tuple[Buyer, ...], float]] = {}
        self._listed_at = float("-inf")
        self._me: str | None = None

    def users(self) -> Sequence[CrmPerson]:
        """Everybody with a seat, also those who were deactivated."""
        listed = [_user(body) for body in self._client.rows(f"{V1}/users")]
        with self._lock:
            self._users.update((user.id, user) for user in listed)
            self._listed_at = time.monotonic()
        return [user for user in listed if user.email]

    def me(self) -> str:
        """The id of the user whose token we use."""
        if self._me is None:
            self._me = str(self._client.get(f"{V1}/users/me").get("id"))
        return self._me

    def email_of(self, user_id: object) -> str | None:
        """A user's address; ``None`` for nobody and for one who is not shown."""
        if not user_id:
            return None
        key = str(user_id)
        if key not in self._users:
            self.users()
            # one who is not listed is remembered, or every deal would ask again
            self._users.setdefault(key, None)
        user = self._users[key]
        return user.email if user else None

    def id_of(self, email: str | None) -> str | None:
        """The active user with an address."""
        if not email:
            return None
        wanted = email.strip().lower()
        if wanted not in {u.email for u in self._users.values() if u} and self._listing_is_old():
            self.users()
        known = [user for user in self._users.values() if user and user.active]
        return next((user.id for user in known if user.email == wanted), None)

    def search(self, email: str) -> tuple[Buyer, ...]:
        """Persons with exactly this address, primary or not."""
        wanted = email.strip().lower()
        asked = {"term": wanted, "fields": "email", "exact_match": "true"}
        hits = self._client.page(f"{V2}/persons/search", asked).items
        return tuple(_buyer(hit["item"]) for hit in hits if _has(hit, wanted))

    def persons(self, email: str) -> tuple[Buyer, ...]:
        """Like ``search``, which is dear: what was found within the hour is good enough."""
        wanted = email.strip().lower()
        found, at = self._buyers.get(wanted, ((), float("-inf")))
        if "@" in wanted and time.monotonic() - at > FRESH_S:
            found = self.search(wanted)
            if len(self._buyers) >= REMEMBERED:
                self._buyers.clear()
            self._buyers[wanted] = found, time.monotonic()
        return found

    def _listing_is_old(self) -> bool:
        return time.monotonic() - self._listed_at > FRESH_S


def _has(hit: Body, email: str) -> bool:
    item = hit.get("item")
    emails = item.get("emails") if isinstance(item, dict) else None
    listed = emails if isinstance(emails, list) else []
    return email in {str(each).strip().lower() for each in listed}


def _buyer(item: Body) -> Buyer:
    organization = item.get("organization")
    known = organization.get("id") if isinstance(organization, dict) else None
    return Buyer(str(item.get("id")), str(known) if known else None)


def _user(body: Body) -> CrmPerson:
    return CrmPerson(
        id=str(body.get("id")),
        email=str(body.get("email") or "").strip().lower(),
        name=str(body.get("name") or ""),
        active=body.get("active_flag") is True and body.get("is_deleted") is not True,
    )
