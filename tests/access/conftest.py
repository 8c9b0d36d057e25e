"""The company for each test: one sandbox Slack, one database file, emptied before each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox.running import RunningApp
from sandbox.slack import SlackSandbox
from store.database import SqlDatabase, upgrade
from tests.access.company import Company, messenger_at
from tests.jobs.fakes import NOW, Clock


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def slack(clock: Clock) -> Iterator[tuple[SlackSandbox, str]]:
    sandbox = SlackSandbox(clock=clock.posix)
    with RunningApp(sandbox) as running:
        yield sandbox, f"{running.url}/api/"


@pytest.fixture
def company(slack: tuple[SlackSandbox, str], clock: Clock, tmp_path: Path) -> Iterator[Company]:
    """Everybody has three scored calls; what they were told of them is read already."""
    sandbox, url = slack
    clock.now = NOW
    sandbox.reset()
    file = tmp_path / "reploop.db"
    address = f"sqlite:///{file}"
    upgrade(address)
    database = SqlDatabase(address, clock=clock.posix)
    made = Company(database, clock, sandbox, messenger_at(url), file)
    made.call("C-East-1", "ana", level=3)
    made.call("C-East-2", "ben", level=1)
    made.call("C-West-1", "cy", level=4)
    for rep in ("ana", "ben", "cy"):
        for n in (2, 3):
            made.call(f"{rep}-{n}", rep, level=n, days_ago=3 + n)
    made.works()
    yield made
    database.dispose()
