"""Which told edits a write of ours can have covered, and which are settled."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.changes import (
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    RecordRef,
    ToldEdit,
    WriteBegun,
    WriteState,
)
from domain.crm import FieldKind, FieldValue, RecordKind
from domain.crm_news import as_field_value
from jobs.crm_moot import moot
from store.database import SqlDatabase, upgrade

AT = datetime.fromisoformat("2026-11-25T12:00:00+00:00")
DEAL = RecordRef("freshsales", RecordKind.DEAL, "5")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqlDatabase]:
    url = f"sqlite:///{tmp_path / 'reploop.db'}"
    upgrade(url)
    made = SqlDatabase(url, clock=AT.timestamp)
    yield made
    made.dispose()


def edit(value: FieldValue = "theirs", seconds: float = 0.0) -> ToldEdit:
    return ToldEdit(record=DEAL, field="medal", value=value, at=AT + timedelta(seconds=seconds))


def noted(
    database: SqlDatabase, state: WriteState, seconds: float, *, old: FieldValue = None,
    new: FieldValue = None,
) -> None:  # fmt: skip
    write = FieldWrite(record=DEAL, field="medal", old=old, new=new, state=state)
    at = AT + timedelta(seconds=seconds)
    with database.write() as tx:
        tx.changes.add(
            ChangeSet(id=ChangeSetId(f"{state}{seconds}"), at=at, call_id=None, writes=(write,))
        )


def is_moot(database: SqlDatabase, told: ToldEdit, *begun: float) -> bool:
    notes = [
        WriteBegun(id=str(s), at=AT + timedelta(seconds=s), digests=frozenset()) for s in begun
    ]
    with database.read() as tx:
        return "medal" in moot(tx, DEAL, {"medal": told}, notes)


def test_an_edit_between_our_read_and_our_write_may_be_covered(database: SqlDatabase) -> None:
    noted(database, WriteState.WRITTEN, 5, new="ours")
    assert not is_moot(database, edit())


def test_a_write_whose_end_nobody_noted_may_cover_too(database: SqlDatabase) -> None:
    assert not is_moot(database, edit(), 3)


@pytest.mark.parametrize("seconds", [-3600, 2 * 3600, 86400])
def test_a_write_long_before_or_after_covered_nothing(
    database: SqlDatabase, seconds: float
) -> None:
    noted(database, WriteState.WRITTEN, seconds, new="ours")
    assert is_moot(database, edit())
    assert is_moot(database, edit(), seconds)


def test_an_edit_that_a_round_read_and_kept_is_settled(database: SqlDatabase) -> None:
    noted(database, WriteState.KEPT_HUMAN, 2, old="theirs ", new="ours")
    noted(database, WriteState.WRITTEN, 60, old="theirs", new="ours")
    assert is_moot(database, edit())


def test_one_that_was_put_back_is_settled_and_another_is_not(database: SqlDatabase) -> None:
    noted(database, WriteState.RESTORED, 5, old="ours", new="theirs")
    assert is_moot(database, edit())
    assert not is_moot(database, edit("theirs, once more", 4))


def test_the_same_word_said_again_later_is_not_settled_by_the_first(
    database: SqlDatabase,
) -> None:
    noted(database, WriteState.KEPT_HUMAN, 2, old="theirs", new="ours")
    noted(database, WriteState.WRITTEN, 100, new="ours")
    assert not is_moot(database, edit(seconds=99))


def test_numbers_are_compared_as_numbers(database: SqlDatabase) -> None:
    noted(database, WriteState.KEPT_HUMAN, 2, old=62.001, new=70.0)
    assert is_moot(database, edit(62.0))


def test_values_of_webhooks_become_values_of_fields() -> None:
    assert as_field_value(FieldKind.NUMBER, " 62.5 ") == 62.5
    assert as_field_value(FieldKind.NUMBER, "") is None
    assert as_field_value(FieldKind.DATE, "1795608000000") == "2026-11-25"
    assert as_field_value(FieldKind.DATE, "2026-12-01T00:00:00Z") == "2026-12-01"
    assert as_field_value(FieldKind.TEXT, 62.0) == "62"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (FieldKind.NUMBER, "many"), (FieldKind.NUMBER, "nan"), (FieldKind.NUMBER, "1e400"),
        (FieldKind.DATE, "tomorrow"), (FieldKind.DATE, "9" * 40), (FieldKind.DATE, 1e300),
    ],
)  # fmt: skip
def test_what_is_no_value_of_a_field_is_a_value_error(kind: FieldKind, told: FieldValue) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of them
        as_field_value(kind, told)
