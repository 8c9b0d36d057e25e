"""The secret that signs links and sessions: set by the operator, or made once and kept."""

import os
import secrets
from pathlib import Path

from config.settings import Settings, secret
from domain.errors import ConfigurationError

MIN_CHARS = 16


def signing_secret(settings: Settings) -> str:
    """The secret of this deployment.

    Raises:
        ConfigurationError: the given secret is too short to protect anything.
    """
    given = secret(settings.secret_key)
    if given is not None:
        if len(given) < MIN_CHARS:
            raise ConfigurationError(
                "REPLOOP_SECRET_KEY",
                f"it has {len(given)} characters, fewer than {MIN_CHARS}",
                "Use a long random value, the same on every machine of the deployment",
            )
        return given
    return _kept(settings.data_dir / "secret.key")


def _kept(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass
    kept = path.read_text().strip()
    if len(kept) < MIN_CHARS:
        raise ConfigurationError(
            str(path), "the key in it is damaged", "Delete the file; links sent before then end"
        )
    return kept
