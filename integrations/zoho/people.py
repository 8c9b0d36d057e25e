"""Users of the organisation: who owns deals, and who we are."""

import threading
from collections.abc import Mapping, Sequence

from domain.crm import CrmPerson
from integrations.zoho.client import Body, ZohoClient
from integrations.zoho.errors import text_id


class People:
    """Looks users up; keeps their addresses, and asks once more for one it does not know."""

    def __init__(self, client: ZohoClient) -> None:
        self._client = client
        self._lock = threading.Lock()
        self._emails: Mapping[str, str] = {}

    def everybody(self) -> Sequence[CrmPerson]:
        """Those who can sign in, and those who no longer can."""
        found = {}
        for kind in ("ActiveUsers", "DeactiveUsers"):
            for user in self._client.pages("/users", "users", {"type": kind}):
                person = _person(user)
                if person is not None:
                    found[person.id] = person
        with self._lock:
            self._emails = {person.id: person.email for person in found.values()}
        return tuple(found.values())

    def email_of(self, user_id: str) -> str | None:
        """The address of a user; ``None`` if there is no such user."""
        if user_id and user_id not in self._emails:
            self.everybody()
        return self._emails.get(user_id)

    def ids_of(self, emails: Sequence[str | None]) -> Mapping[str, str]:
        """Address in lower case to user id, for those who are users."""
        wanted = {email.lower() for email in emails if email}
        if not wanted <= {email.lower() for email in self._emails.values()}:
            self.everybody()
        return {e.lower(): key for key, e in self._emails.items() if e.lower() in wanted}

    def our_profile(self) -> Mapping[str, str]:
        """Id and name of the profile of the user whose token we hold; empty if it is not said."""
        found = self._client.page("/users", "users", {"type": "CurrentUser"}).rows
        profile = found[0].get("profile") if found else None
        if not isinstance(profile, dict) or not text_id(profile.get("id")):
            return {}
        return {"id": str(profile["id"]), "name": str(profile.get("name") or "")}


def _person(user: Body) -> CrmPerson | None:
    key, email = text_id(user.get("id")), user.get("email")
    if not key or not isinstance(email, str) or "@" not in email:
        return None
    name = str(user.get("full_name") or email)
    return CrmPerson(key, email, name, active=user.get("status") == "active")
