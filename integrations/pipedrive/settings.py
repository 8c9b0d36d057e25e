"""How to reach one Pipedrive account."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class PipedriveSettings:
    """The API token of one user, or an OAuth app with a refresh token, never both."""

    base_url: str = ""
    """``https://<company>.pipedrive.com``; an OAuth app is told it by Pipedrive."""
    api_token: str = field(default="", repr=False)
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    oauth_base_url: str = "https://oauth.pipedrive.com"
    timeout_s: float = 20.0
    """For one request in all."""
    currency: str = "USD"
    """For deals that name none (ISO 4217)."""
    own_sources: frozenset[str] = frozenset({"api"})
    """Values of ``change_source`` in the change log that our own writes have. Pipedrive does
    not list all values; the tokens of OAuth apps may have another."""
    call_type: str = "call"
    """Key of the activity type that a call is kept as."""
    participant_lookups: int = 10
    """Deals that one search asks for their participants, at most."""
