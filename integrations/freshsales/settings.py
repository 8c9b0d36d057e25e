"""How to reach one Freshsales account."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshsalesSettings:
    """The API key of one user: Freshsales knows no scopes, the key may what the user may."""

    api_key: str = field(repr=False)
    base_url: str
    """With the path: ``https://acme.myfreshworks.com/crm/sales/api``."""
    app_url: str | None = None
    """Where people look at deals; by default the address above without ``/api``."""
    timeout_s: float = 20.0
    """For one request in all."""
    deals_views: tuple[str, ...] = ()
    """Ids of views that together show all deals; found by their names if none are given."""
    page_size: int = 100
    """Deals asked for on one page of a view; Freshsales may give fewer."""
    reread_after_s: float = 5.0
    """A deal that was read longer ago is read again right before it is written."""
    currency: str = "USD"
    """The account's base currency (ISO 4217)."""
