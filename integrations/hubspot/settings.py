"""How to reach one HubSpot account."""

from dataclasses import dataclass, field
from enum import StrEnum


class Snapshots(StrEnum):
    """Where the weekly skill snapshots go."""

    NONE = "none"
    """Nowhere at HubSpot; they stay in Reploop's own history and its CSV files."""
    CUSTOM_OBJECT = "custom_object"
    """Into an object of our own, which needs an Enterprise edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubspotSettings:
    """A static token of a private app, or client and refresh token of a public app."""

    access_token: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    oauth_path: str = "/oauth/v3/token"
    """``/oauth/v1/token`` is the older one, which HubSpot ends in February 2027."""
    app_id: str | None = None
    """The app's number. Tells our own writes from those of the company's other apps."""
    base_url: str = "https://api.hubapi.com"
    timeout_s: float = 20.0
    """For one request in all."""
    portal_id: str | None = None
    """The account's number, for links to deals; no links without it."""
    app_url: str = "https://app.hubspot.com"
    currency: str = "USD"
    """The account's own currency (ISO 4217), for deals that name none."""
    snapshots: Snapshots = Snapshots.NONE
    other_emails: bool = True
    """Whether contacts are also looked for by their additional addresses (by search)."""

    @property
    def public_app(self) -> bool:
        """Whether access tokens have to be renewed."""
        return bool(self.refresh_token)
