"""Brings the tables up to date, once, however many processes start at the same time."""

import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, text

from store.engines import open_engine, parsed_url, sqlite_file
from store.failures import told_as_ours

_SCRIPTS = Path(__file__).resolve().parent.parent / "migrations"
_ADVISORY_KEY = 7_237_516_001
"""Names the migration lock on PostgreSQL; any number that nothing else uses."""
_IN_THIS_PROCESS = threading.Lock()  # Alembic keeps its context in module globals


def upgrade(url: str) -> None:
    """Create or migrate the tables, in one transaction; waits while another process does.

    Raises ``ConfigurationError`` and ``StoreUnavailable``.
    """
    parsed = parsed_url(url)
    with _IN_THIS_PROCESS, told_as_ours(), _file_lock(parsed):
        engine = open_engine(parsed, pooled=False)
        _make_sqlite_file(engine)
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_KEY})"))
            command.upgrade(_config(connection), "head")


def schema_is_current(url: str) -> bool:
    """Whether the tables are those of this version; creates nothing.

    Raises ``ConfigurationError`` and ``StoreUnavailable``.
    """
    parsed = parsed_url(url)
    file = sqlite_file(parsed)
    if file is not None and not file.exists():
        return False
    with told_as_ours(), open_engine(parsed, pooled=False).connect() as connection:
        there = MigrationContext.configure(connection).get_current_heads()
    return set(there) == set(ScriptDirectory.from_config(_config()).get_heads())


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _file_lock(url: URL) -> Iterator[None]:
    """Hold a lock file beside a SQLite database; PostgreSQL has a lock of its own."""
    file = sqlite_file(url)
    if file is None:
        yield
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with file.with_name(file.name + ".migrating").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _make_sqlite_file(engine: Engine) -> None:
    """Create the file for its owner only, and switch it to WAL, which it then stays in.

    Only here, under the lock: several processes that switch at once fail as "locked".
    """
    file = sqlite_file(engine.url)
    if file is None:
        return
    file.touch(mode=0o600)
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode=WAL")
    finally:
        raw.close()
