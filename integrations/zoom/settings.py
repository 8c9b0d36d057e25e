"""What Zoom needs to be told. Read from the environment in ``config``, handed in by ``app``."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoomSettings:
    """One Zoom account with one server-to-server app.

    Without ``account_id``, ``client_id`` and ``client_secret`` webhooks still work, with
    the download token each delivery brings; participants and late look-ups do not.
    """

    webhook_secrets: tuple[str, ...] = field(repr=False)
    """Secret tokens of the event subscription: the present one, and during a rotation the
    one before it. Empty texts are never accepted as a key."""
    account_id: str = ""
    client_id: str = ""
    client_secret: str = field(default="", repr=False)
    base_url: str = "https://api.zoom.us/v2"
    oauth_base_url: str = "https://zoom.us"
    download_hosts: tuple[str, ...] = ("zoom.us", "zoomgov.com")
    """Domains that recordings may be fetched from, with all their subdomains."""
    extra_allowed: frozenset[str] = frozenset()
    """Exact origins such as ``http://127.0.0.1:9000`` allowed besides, for the sandbox."""

    @property
    def has_api(self) -> bool:
        """Whether the REST API can be used."""
        return bool(self.account_id and self.client_id and self.client_secret)
