"""The people of this deployment, for commands that do without a database where there is none."""

from app.cli.output import note
from app.cli.problems import explained
from config.settings import Settings
from domain.people import Organisation

NOBODY = Organisation((), ())


def known_people(settings: Settings, *, quiet: bool) -> Organisation:
    """Everybody in the database; nobody where there is none yet, or it cannot be read.

    Creates nothing. That it cannot be read is noted on standard error unless ``quiet``.
    """
    default_file = settings.data_dir / "reploop.db"
    if settings.database_url is None and not default_file.exists():
        return NOBODY
    try:
        return _read(settings.database_address)
    except Exception as error:  # what a file can be scored without must not end it
        if not quiet:
            note(f"going on without known people: {explained(error).message}.")
        return NOBODY


def _read(address: str) -> Organisation:
    import time

    from store.database import SqlDatabase, schema_is_current

    if not schema_is_current(address):
        return NOBODY
    database = SqlDatabase(address, clock=time.time)
    try:
        with database.read() as tx:
            return tx.people.organisation()
    finally:
        database.dispose()
