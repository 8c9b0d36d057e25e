"""Second readings as rows: kept once, counted, removed with their call."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, func, select

from domain.calls import CallId
from domain.rubrics import CriterionId
from domain.stability import Pairs, Reader, SecondReading
from store.stability_rows import SecondReadingRow
from store.transactions import Transaction, table_of

_ROWS = table_of(SecondReadingRow).c


class SqlReadings:
    """See ``ReadingStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add_new(self, readings: Sequence[SecondReading]) -> None:
        """See ``ReadingStore.add_new``."""
        for reading in readings:
            self._tx.add_if_new(SecondReadingRow, _values(reading))

    def remove(self, call_id: CallId) -> None:
        """See ``ReadingStore.remove``."""
        self._tx.changed(delete(table_of(SecondReadingRow)).where(_ROWS.call_id == call_id))

    def pairs(self, reader: Reader) -> Mapping[CriterionId, Pairs]:
        """See ``ReadingStore.pairs``; criteria by id, pairs by levels."""
        kind = (_ROWS.criterion_id, _ROWS.first, _ROWS.second)
        query = (
            select(*kind, func.count())
            .where(
                _ROWS.rubric_name == reader.rubric_name,
                _ROWS.rubric_version == reader.rubric_version,
                _ROWS.grader_version == reader.grader_version,
            )
            .group_by(*kind)
            .order_by(*kind)
        )
        found: dict[CriterionId, dict[tuple[int | None, int | None], int]] = {}
        for criterion_id, first, second, number in self._tx.session.connection().execute(query):
            found.setdefault(CriterionId(criterion_id), {})[first, second] = number
        return found

    def readers(self) -> Sequence[Reader]:
        """See ``ReadingStore.readers``."""
        who = (_ROWS.rubric_name, _ROWS.rubric_version, _ROWS.grader_version)
        query = select(*who).distinct().order_by(*who)
        return [
            Reader(rubric_name=name, rubric_version=version, grader_version=grader)
            for name, version, grader in self._tx.session.connection().execute(query)
        ]


def _values(reading: SecondReading) -> dict[str, Any]:
    return {
        "call_id": reading.call_id,
        "call_version": reading.call_version,
        "criterion_id": reading.criterion_id,
        "rubric_name": reading.reader.rubric_name,
        "rubric_version": reading.reader.rubric_version,
        "grader_version": reading.reader.grader_version,
        "first": reading.first,
        "second": reading.second,
        "read_at": reading.read_at,
    }
