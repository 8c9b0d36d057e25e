"""Appeals: each is kept by itself, and a downgrade keeps the latest about the same."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import text

from domain.appeals import Appeal, AppealId, AppealState
from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import CriterionId
from store import schema
from store.database import SqlDatabase, upgrade
from store.engines import open_engine, parsed_url

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)

FIRST = Appeal(
    id=AppealId("first"), call_id=CallId("c1"), call_version=1, criterion_id=CriterionId("step"),
    rubric_name="discovery", rubric_version=1, rep_id=PersonId("ana"), opened_at=NOW,
    reason="Thursday.", grader_level=1, state=AppealState.WITHDRAWN,
)  # fmt: skip
AGAIN = replace(
    FIRST, id=AppealId("again"), opened_at=NOW + timedelta(hours=1), state=AppealState.OPEN
)


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.slow)])
def two(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a database in which the same was contested twice."""
    address = f"sqlite:///{tmp_path / 'reploop.db'}"
    if request.param == "postgres":
        address = request.getfixturevalue("bare_postgres_url")
    upgrade(address)
    database = SqlDatabase(address, clock=NOW.timestamp)
    with database.write() as tx:
        tx.appeals.put(AGAIN)
        tx.appeals.put(FIRST)
    database.dispose()
    return address


def test_what_is_contested_again_is_kept_beside_what_was_before(two: str) -> None:
    database = SqlDatabase(two, clock=NOW.timestamp)
    with database.read() as tx:
        assert list(tx.appeals.of_call(CallId("c1"))) == [FIRST, AGAIN]
    database.dispose()


def test_a_downgrade_keeps_the_latest(two: str) -> None:
    engine = open_engine(parsed_url(two), pooled=False)
    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "0008")
        assert connection.execute(text("SELECT id FROM appeals")).scalars().all() == ["again"]
