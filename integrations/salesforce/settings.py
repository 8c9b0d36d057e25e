"""How to reach one Salesforce org."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesforceSettings:
    """Client credentials on My Domain, or a JWT signed for ``username`` where a key is given."""

    base_url: str
    """The My Domain address, like ``https://acme.my.salesforce.com``."""
    client_id: str
    client_secret: str = field(default="", repr=False)
    username: str | None = None
    private_key: str | None = field(default=None, repr=False)
    """PEM text of the key whose certificate the External Client App knows."""
    audience: str = "https://login.salesforce.com"
    """``https://test.salesforce.com`` for a Salesforce sandbox; only for the JWT flow."""
    api_version: str = "62.0"
    timeout_s: float = 20.0
    """For each wait of one request: connecting, and each pause between received bytes."""
    permission_set: str = "Reploop"
    """API name of the permission set that makes our fields visible; created if missing."""
    currency: str = "USD"
    """The org's currency (ISO 4217)."""
    multi_currency: bool = False
    """Whether the org has several currencies, so that each amount names its own."""

    lost_reason_field: str = ""
    """API name of the opportunity field that says why a deal was lost, where there is one."""

    call_status: str = "Completed"
    """Status of the task of a call: one that the org counts as closed."""
    call_duration: bool = True
    """Whether tasks have ``CallDurationInSeconds``: orgs without Call Center may not."""

    @property
    def is_loopback(self) -> bool:
        """Whether this is a local stand-in that is spoken to without TLS."""
        parts = urlsplit(self.base_url)
        return parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1")
