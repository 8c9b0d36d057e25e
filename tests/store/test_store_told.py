"""What CRMs told of people's edits, and what became of fields since."""

from dataclasses import replace
from datetime import timedelta

from domain.changes import ChangeSet, ChangeSetId, FieldWrite, RecordRef, ToldEdit, WriteState
from domain.crm import FieldValue, RecordKind
from store.database import SqlDatabase
from tests.store.samples import MOMENT

DEAL = RecordRef("freshsales", RecordKind.DEAL, "5")
WRITE = FieldWrite(record=DEAL, field="medal", old=None, new="x", state=WriteState.WRITTEN)


def edit(value: FieldValue, seconds: float) -> ToldEdit:
    return ToldEdit(record=DEAL, field="medal", value=value, at=MOMENT + timedelta(seconds=seconds))


def test_an_earlier_edit_that_is_told_later_is_not_the_last_word(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.changes.tell(edit("second", 10))
        tx.changes.untell([edit("second", 10)])
        assert tx.changes.told(DEAL) == {}
        assert not tx.changes.tell(edit("first", 5))
        assert tx.changes.told(DEAL) == {}
        assert tx.changes.tell(edit("third", 11))
        assert tx.changes.told(DEAL)["medal"].value == "third"


def test_a_later_edit_outlasts_the_dealing_with_an_earlier_one(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.tell(edit("first", 5))
        tx.changes.tell(edit("second", 10))
        tx.changes.untell([edit("first", 5)])
        assert tx.changes.told(DEAL)["medal"].value == "second"


def test_what_became_of_a_record_since_a_moment_comes_oldest_first(database: SqlDatabase) -> None:
    other = replace(WRITE, record=replace(DEAL, id="6"))
    with database.write() as tx:
        for days in (3, 1, 2):
            tx.changes.add(
                ChangeSet(
                    id=ChangeSetId(f"s{days}"), at=MOMENT + timedelta(days=days), call_id=None,
                    writes=(replace(WRITE, new=f"day {days}"), other),
                )
            )  # fmt: skip
        found = tx.changes.noted(DEAL, MOMENT + timedelta(days=2))
    assert [(at - MOMENT, write.new) for at, write in found] == [
        (timedelta(days=2), "day 2"), (timedelta(days=3), "day 3"),
    ]  # fmt: skip
