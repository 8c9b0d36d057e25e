"""How to reach one HubSpot account."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class HubspotSettings:
    """A static token of a private app."""

    access_token: str = field(repr=False)
    base_url: str = "https://api.hubapi.com"
    timeout_s: float = 20.0
    """For one request in all."""
    portal_id: str | None = None
    """The account's number, for links to deals; no links without it."""
    app_url: str = "https://app.hubspot.com"
    currency: str = "USD"
    """The account's own currency (ISO 4217), for deals that name none."""
