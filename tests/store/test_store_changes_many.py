"""Runs of more change sets than one statement can name."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import insert

from domain.changes import FieldWrite, RecordRef, WriteState
from domain.crm import RecordKind
from store.change_tables import ChangeSetRow, FieldWriteRow
from store.database import SqlDatabase
from store.transactions import table_of

pytestmark = pytest.mark.slow
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
MANY = 66_000
"""PostgreSQL takes 65,535 parameters in one statement, SQLite often 32,766."""


def test_a_push_of_very_many_records_can_be_read_as_one(postgres_url: str) -> None:
    database = SqlDatabase(postgres_url, clock=lambda: 0.0)
    with database._engines.current().begin() as connection:
        connection.execute(
            insert(table_of(ChangeSetRow)),
            [{"id": f"s{n}", "at": NOW, "run": "push-1", "made": []} for n in range(MANY)],
        )
        connection.execute(
            insert(table_of(FieldWriteRow)),
            [
                {"change_set_id": f"s{n}", "position": 0, "crm": "salesforce", "kind": "deal",
                 "record_id": f"d{n}", "field": "Score__c", "old": None, "new": 61.0,
                 "state": "written"}
                for n in range(MANY)
            ],
        )  # fmt: skip
    with database.read() as tx:
        sets = tx.changes.of_run("push-1")
    assert len(sets) == MANY
    record = RecordRef("salesforce", RecordKind.DEAL, "d7")
    written = FieldWrite(
        record=record, field="Score__c", old=None, new=61.0, state=WriteState.WRITTEN
    )
    assert [s.writes for s in sets if s.id == "s7"] == [(written,)]
    database.dispose()
