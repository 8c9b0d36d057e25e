"""How to reach one Zoho CRM organisation."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DATA_CENTRES: Mapping[str, tuple[str, str]] = {
    "com": ("https://accounts.zoho.com", "https://crm.zoho.com"),
    "eu": ("https://accounts.zoho.eu", "https://crm.zoho.eu"),
    "in": ("https://accounts.zoho.in", "https://crm.zoho.in"),
    "com.au": ("https://accounts.zoho.com.au", "https://crm.zoho.com.au"),
    "jp": ("https://accounts.zoho.jp", "https://crm.zoho.jp"),
    "com.cn": ("https://accounts.zoho.com.cn", "https://crm.zoho.com.cn"),
    "sa": ("https://accounts.zoho.sa", "https://crm.zoho.sa"),
    "ca": ("https://accounts.zohocloud.ca", "https://crm.zohocloud.ca"),
}
"""Accounts server and app by data centre; the API's own address comes with each token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZohoSettings:
    """A server-based or self client with the refresh token of the user to act as."""

    client_id: str
    client_secret: str = field(repr=False)
    refresh_token: str = field(repr=False)
    accounts_url: str = DATA_CENTRES["com"][0]
    app_url: str = DATA_CENTRES["com"][1]
    """For links to deals."""
    org_id: str | None = None
    """The organisation's number, for links that open the right one of several."""
    timeout_s: float = 20.0
    """For one request in all."""
    currency: str = "USD"
    """The organisation's home currency (ISO 4217), for deals that name none."""
    snapshots_module: str = ""
    """API name of the custom module that holds skill snapshots; empty: none are kept."""
