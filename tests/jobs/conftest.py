"""A house for each test. All share one SQLite file, emptied before each.

One file means one engine: it compiles each statement once, which is most of a test's time.
"""

import itertools
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from store.database import SqlDatabase, upgrade
from store.tables import METADATA
from tests.jobs.crm_office import Office, Open, office
from tests.jobs.fakes import NOW, Clock, House

IN_MEMORY = Path("/dev/shm")
"""Where it exists, no commit waits for a disk: nobody cuts the power here."""
NewHouse = Callable[[], House]


@pytest.fixture(scope="session")
def new_house() -> Iterator[NewHouse]:
    """Empties the database and builds a house on it; the one before must not be used again."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        yield from _houses(Path(folder) / "house.db")


def _houses(file: Path) -> Iterator[NewHouse]:
    url = f"sqlite:///{file}"
    upgrade(url)
    clock = Clock()
    database = SqlDatabase(url, clock=clock.posix)

    def build() -> House:
        _empty(file)
        clock.now = NOW
        return House(database, clock)

    yield build
    database.dispose()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file to copy."""
    file = tmp_path_factory.mktemp("migrated") / "reploop.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def opened(migrated: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens offices: each call one more, with what it is to hold."""
    with ExitStack() as stack:

        def opened(**how: Any) -> Office:
            folder = tmp_path / f"office{next(numbers)}"
            folder.mkdir()
            return stack.enter_context(office(migrated, folder, **how))

        numbers = itertools.count()
        yield opened


@pytest.fixture
def house(new_house: NewHouse) -> House:
    return new_house()


def _empty(file: Path) -> None:
    tables = [table.name for table in reversed(METADATA.sorted_tables)]
    connection = sqlite3.connect(file)
    deletions = "; ".join(f"DELETE FROM {table}" for table in tables)
    connection.executescript(f"BEGIN; {deletions}; COMMIT")
    connection.close()
