"""What of a vendor's settings was given: all, none, or a part; and what is on this machine."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from domain.errors import ConfigurationError


def all_or_none(what: str, given: Mapping[str, str | None]) -> bool:
    """Whether a vendor is configured. Raises ``ConfigurationError`` where a part is missing."""
    missing = [name for name, value in given.items() if not value]
    if len(missing) == len(given):
        return False
    if missing:
        raise ConfigurationError(
            missing[0],
            f"{what} is configured in part: {', '.join(missing)} not set",
            "Set all of them, or none; see .env.example",
        )
    return True


def local_origins(*urls: str) -> frozenset[str]:
    """Origins of configured addresses that are on this machine: a sandbox, never a vendor."""
    parts = [urlsplit(url) for url in urls if is_local_address(url)]
    return frozenset(f"{p.scheme}://{p.netloc}" for p in parts if p.scheme == "http")


def is_local_address(url: str) -> bool:
    """Whether a URL leads to this machine."""
    return urlsplit(url).hostname in ("127.0.0.1", "localhost", "::1")
