"""What a company's own data said, version by version."""

from typing import TypeVar

from sqlmodel import col, select

from domain.skills import FitRecord
from store.codec import from_json, to_json
from store.profile_tables import FitRow
from store.transactions import Transaction

T = TypeVar("T")


class SqlFits:
    """See ``FitStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def newest(self) -> FitRecord | None:
        """See ``FitStore.newest``."""
        columns = (col(FitRow.version), col(FitRow.as_of), col(FitRow.observations))
        newest = select(*columns).order_by(col(FitRow.version).desc()).limit(1)
        row = self._tx.session.exec(newest).first()
        return None if row is None else FitRecord(*row)

    def get(self, version: int, shape: type[T]) -> T:
        """See ``FitStore.get``."""
        row = self._tx.first(select(FitRow).where(col(FitRow.version) == version))
        if row is None:
            raise LookupError(f"there is no fit of version {version}")
        return from_json(shape, row.body)

    def add_if_new(self, record: FitRecord, body: object) -> bool:
        """See ``FitStore.add_if_new``."""
        values = {
            "version": record.version,
            "as_of": record.as_of,
            "observations": record.observations,
            "body": to_json(body),
        }
        return self._tx.add_if_new(FitRow, values)
