"""Opening what a command works on. Imported late: help and `score` need no database."""

import getpass
from typing import TYPE_CHECKING

from config.settings import Settings, load_settings
from domain.errors import ConfigurationError
from jobs.corrections import OPERATOR
from jobs.services import Services

if TYPE_CHECKING:
    from app.doorbell import RqDoorbell


def prepared_services() -> Services:
    """Settings read, logs set up, schema up to date, everything wired.

    Raises:
        ConfigurationError: a setting cannot be used; names it and the remedy.
        StoreUnavailable: the database cannot be reached.
    """
    from app import services

    doorbell_of(load_settings())
    return services.prepared_services()


def prepared_settings() -> Settings:
    """For a process: settings read and checked, logs set up, schema up to date."""
    from app.logs import set_up
    from app.services import migrate_database, open_services

    settings = load_settings()
    set_up(settings.log_level)
    doorbell_of(settings)
    migrate_database(settings)
    open_services(settings)  # what is configured wrong ends it here, in one place
    return settings


def doorbell_of(settings: Settings) -> "RqDoorbell":
    """The queue of these settings, not yet asked anything.

    Raises:
        ConfigurationError: the address is none of Redis.
    """
    from app.doorbell import RqDoorbell
    from app.services import redis_url

    try:
        return RqDoorbell(redis_url(settings))
    except ValueError:
        raise ConfigurationError(
            "REPLOOP_REDIS_URL",
            "is not an address of Redis",
            "Write redis://:password@host:6379/0, or rediss:// or unix://",
        ) from None


def operator() -> str:
    """Who runs this command, for the audit: the name of the operating system's user."""
    try:
        return f"{OPERATOR}:{getpass.getuser()}"
    except (KeyError, OSError):  # a container's user may have no name
        return OPERATOR
