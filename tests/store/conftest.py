"""The same tests on both databases; those on PostgreSQL are slow because of its server."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from store.database import SqlDatabase, upgrade

BOTH = ["sqlite", pytest.param("postgres", marks=pytest.mark.slow)]


@dataclass
class Clock:
    """A clock that stands until it is told to go on."""

    now: float = 1_795_000_000.0
    passed: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def go_on(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "reploop.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'reploop.db')}"


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest) -> str:
    """Address of a migrated, empty database."""
    found: str = request.getfixturevalue(f"{request.param}_url")
    return found


@pytest.fixture
def database(url: str, clock: Clock) -> Iterator[SqlDatabase]:
    """A migrated, empty database of the test's own."""
    opened = SqlDatabase(url, clock=clock)
    yield opened
    opened.dispose()
