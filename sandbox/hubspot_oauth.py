"""Who may ask a HubSpot account: a private app's token, or tokens of a public app."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sandbox.hubspot_values import HubspotFault, Record


@dataclass(slots=True)
class Access:
    """The apps that are installed, with what they may do."""

    now: Callable[[], datetime]
    token: str = "pat-na1-sandbox"
    """Of the private app."""
    app_id: str = "1508169"
    client_id: str = "client-4411"
    client_secret: str = "client-secret-4411"
    refresh_token: str = "refresh-secret-4411"
    scopes_missing: set[str] = field(default_factory=set)
    life: timedelta = timedelta(minutes=30)
    """Of an access token."""
    tells_app: bool = True
    """Whether HubSpot says of which app a private app's token is."""
    issued: dict[str, datetime] = field(default_factory=dict)
    """Access tokens with their ends."""

    def admit(self, authorization: str, scope: str) -> None:
        """Raises unless the token is good and the app has the scope."""
        token = authorization.removeprefix("Bearer ")
        if token != self.token and self.issued.get(token, self.now()) <= self.now():
            message = "Authentication credentials not found."
            raise HubspotFault(401, "INVALID_AUTHENTICATION", message)
        if scope in self.scopes_missing:
            message = "This app hasn't been granted all required scopes to make this call."
            error = {"message": message, "context": {"requiredGranularScopes": [scope]}}
            raise HubspotFault(403, "MISSING_SCOPES", message, errors=[error])

    def renew(self, form: Mapping[str, str]) -> Record:
        """A new access token for a refresh token, which stays the same."""
        self._check_client(form)
        if form.get("grant_type") != "refresh_token":
            raise _refusal("BAD_GRANT_TYPE", "missing or unknown grant type")
        if form.get("refresh_token") != self.refresh_token:
            raise _refusal("BAD_REFRESH_TOKEN", "missing or invalid refresh token")
        token = f"access-secret-{len(self.issued) + 1}"
        self.issued[token] = self.now() + self.life
        return {
            "access_token": token, "refresh_token": self.refresh_token, "token_type": "bearer",
            "expires_in": int(self.life.total_seconds()), "hub_id": 4411,
            "token_use": "access_token",
        }  # fmt: skip

    def introspect(self, form: Mapping[str, str]) -> Record:
        """What a token is: among other things, of which app."""
        self._check_client(form)
        end = self.issued.get(form.get("token", ""))
        if end is None or end <= self.now():
            return {"active": False}
        return {
            "active": True, "app_id": int(self.app_id), "client_id": self.client_id,
            "hub_id": 4411, "token_use": "access_token", "token_type": "access",
        }  # fmt: skip

    def private_app(self, body: Mapping[str, str]) -> Record:
        """Of which app a private app's token is."""
        if not self.tells_app or body.get("tokenKey") != self.token:
            raise HubspotFault(404, "OBJECT_NOT_FOUND", "no such token")
        return {"userId": 4411, "hubId": 4411, "appId": int(self.app_id), "scopes": []}

    def revoke(self) -> None:
        """Nothing that we have is accepted any more."""
        self.token, self.refresh_token = "pat-na1-another", "another"
        self.issued.clear()

    def _check_client(self, form: Mapping[str, str]) -> None:
        given = (form.get("client_id"), form.get("client_secret"))
        if given != (self.client_id, self.client_secret):
            raise _refusal("BAD_CLIENT_SECRET", "missing or invalid client secret")


def _refusal(status: str, message: str) -> HubspotFault:
    """The token endpoint's errors have no category."""
    fault = HubspotFault(400, "", message)
    del fault.body["category"]
    fault.body["status"] = status
    return fault
