from dataclasses import replace
from datetime import UTC, datetime

from domain.calls import CallId
from domain.rubrics import CriterionId
from domain.stability import Reader, SecondReading
from store.database import SqlDatabase
from tests.store.samples import a_call

READER = Reader(rubric_name="discovery", rubric_version=1, grader_version="gpt-x/prompt-1")
OPENING, PLAYBACK = CriterionId("opening"), CriterionId("playback")


def a_reading(
    call_id: str = "c1",
    first: int | None = 3,
    second: int | None = 3,
    criterion_id: CriterionId = OPENING,
    reader: Reader = READER,
) -> SecondReading:
    return SecondReading(
        call_id=CallId(call_id), call_version=1, criterion_id=criterion_id, reader=reader,
        first=first, second=second, read_at=datetime(2026, 11, 25, 12, tzinfo=UTC),
    )  # fmt: skip


def test_readings_are_counted_by_criterion_and_levels(database: SqlDatabase) -> None:
    with database.write() as tx:
        for name in ("c1", "c2", "c3"):
            tx.calls.put(a_call(name))
        tx.readings.add_new([a_reading(), a_reading("c2"), a_reading("c3", 2, None)])
        tx.readings.add_new([a_reading(criterion_id=PLAYBACK, first=None, second=0)])
        assert tx.readings.pairs(READER) == {
            OPENING: {(3, 3): 2, (2, None): 1},
            PLAYBACK: {(None, 0): 1},
        }


def test_another_model_prompt_or_rubric_is_counted_apart(database: SqlDatabase) -> None:
    others = (
        replace(READER, rubric_version=2),
        replace(READER, grader_version="gpt-x/prompt-2"),
        replace(READER, rubric_name="meddic"),
    )
    with database.write() as tx:
        for number, reader in enumerate((READER, *others)):
            tx.calls.put(a_call(f"c{number}"))
            tx.readings.add_new([a_reading(f"c{number}", number, number, reader=reader)])
        assert tx.readings.pairs(others[0]) == {OPENING: {(1, 1): 1}}
        assert tx.readings.readers() == [READER, others[1], others[0], others[2]]


def test_the_first_reading_of_a_call_version_stays(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.readings.add_new([a_reading()])
        tx.readings.add_new([a_reading(second=0)])
        assert tx.readings.pairs(READER) == {OPENING: {(3, 3): 1}}


def test_those_of_a_call_are_removed_and_no_others(database: SqlDatabase) -> None:
    with database.write() as tx:
        for name in ("c1", "c2"):
            tx.calls.put(a_call(name))
            tx.readings.add_new([a_reading(name)])
        tx.readings.remove(CallId("c1"))
        assert tx.readings.pairs(READER) == {OPENING: {(3, 3): 1}}


def test_without_any_reading_there_is_nothing(database: SqlDatabase) -> None:
    with database.read() as tx:
        assert tx.readings.pairs(READER) == {}
        assert tx.readings.readers() == []
