"""A house on a database of its own for each test, copied from one that was migrated once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.database import upgrade
from tests.jobs.fakes import House


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("jobs") / "template.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def house(migrated_file: Path, tmp_path: Path) -> Iterator[House]:
    built = House(f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'house.db')}")
    yield built
    built.database.dispose()
