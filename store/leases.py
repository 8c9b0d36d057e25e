"""Work kept in rows: claimed for a time, settled only by whoever holds the claim.

Three tables are worked off this way (deliveries, calls, outbox), all by the functions
here. A claim raises ``fence``, and everything a worker does with its row names the fence
it got: a worker that was paused past its lease changes nothing any more. ``attempts`` is
raised before the work, so a row that kills its worker is counted too, and given up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, and_, case, func, or_, update
from sqlmodel import select

from domain.effects import Claimed
from domain.ports import ClaimTerms
from store.tables import Leased
from store.transactions import Transaction, table_of

MAX_ATTEMPTS = 8
"""A row that was tried this often without an end is marked dead instead of claimed."""
DEAD = "dead"
R = TypeVar("R", bound=Leased)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lease(Generic[R]):
    """A row as it stood before this claim, and what the claim made of it."""

    row: R
    fence: int
    attempts: int
    held_until: float

    def of(self, row_id: int | str, item: T) -> Claimed[T]:
        """The claim as workers see it."""
        return Claimed(row_id, item, self.fence, self.attempts, self.held_until)


def is_due(row: type[Leased], now: float, which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Rows of ``which`` that wait for nobody and nothing at ``now``."""
    columns = table_of(row).c
    free = or_(columns.lease_until.is_(None), columns.lease_until <= now)
    return and_(which, columns.next_at <= now, free)


def claim(
    tx: Transaction,
    row: type[R],
    which: ColumnElement[bool],
    terms: ClaimTerms,
    *,
    oldest_first: str = "id",
    noting: Mapping[str, Any] | None = None,
    worn_out: str | ColumnElement[str] = DEAD,
) -> Sequence[Lease[R]]:
    """Claim due rows of ``which``; rows that used up their attempts die instead.

    ``noting`` sets further columns of what is claimed, ``worn_out`` is the state of what
    is not claimed any more. Never waits for another worker:
    PostgreSQL skips rows that one is claiming right now, SQLite lets one write at a time.
    """
    now = tx.now()
    found = _lock_due(tx, row, is_due(row, now, which), terms.limit, oldest_first)
    while worn := [each for each in found if each.attempts >= MAX_ATTEMPTS]:
        _give_up(tx, row, worn, worn_out)
        found = _lock_due(tx, row, is_due(row, now, which), terms.limit, oldest_first)
    if not found:
        return ()
    columns = table_of(row).c
    taken: dict[str, Any] = {
        "lease_until": now + terms.lease_s,
        "fence": columns.fence + 1,
        "attempts": columns.attempts + 1,
        **(noting or {}),
    }
    held_until = terms.asked_at + terms.lease_s
    leases = [Lease(each, each.fence + 1, each.attempts + 1, held_until) for each in found]
    tx.changed(update(table_of(row)).where(columns.id.in_(_ids(found))).values(taken))
    return leases


def _lock_due(
    tx: Transaction, row: type[R], due: ColumnElement[bool], limit: int, oldest_first: str
) -> Sequence[R]:
    columns = table_of(row).c
    query = select(row).where(due).order_by(columns[oldest_first], columns.id).limit(limit)
    return tx.rows(query.with_for_update(skip_locked=True))


def _give_up(
    tx: Transaction, row: type[R], worn: Sequence[R], state: str | ColumnElement[str]
) -> None:
    columns = table_of(row).c
    error = f"gave up after {MAX_ATTEMPTS} attempts; the last: "
    ended = {
        "state": state,
        "fence": columns.fence + 1,  # a worker that still tries must not revive it
        "lease_until": None,
        "error": error + func.coalesce(columns.error, "ended without a word"),
    }
    tx.changed(update(table_of(row)).where(columns.id.in_(_ids(worn))).values(ended))


def _ids(rows: Sequence[Leased]) -> list[int | str]:
    return [getattr(each, "id") for each in rows]  # noqa: B009 - each table types its own id


def release(
    tx: Transaction,
    row: type[Leased],
    claimed: Claimed[Any],
    values: Mapping[str, Any],
    *,
    only_if: ColumnElement[bool] | None = None,
) -> bool:
    """End a claim with these values; ``False`` if it is no longer the row's newest claim."""
    columns = table_of(row).c
    mine = and_(
        columns.id == claimed.row_id,
        columns.fence == claimed.fence,
        columns.lease_until.is_not(None),  # ended once already otherwise
    )
    where = mine if only_if is None else and_(mine, only_if)
    return tx.changed(update(table_of(row)).where(where).values(lease_until=None, **values)) == 1


def give_back(
    tx: Transaction,
    row: type[Leased],
    claimed: Claimed[Any],
    *,
    after_s: float,
    error: str,
    counts: bool,
) -> bool:
    """End a claim so that the row is due again after ``after_s`` seconds.

    An attempt that does not count is taken back, though never the memory of the first: a
    later one has to know that there was one before it.
    """
    values: dict[str, Any] = {"next_at": tx.now() + after_s, "error": error}
    if not counts:
        attempts = table_of(row).c.attempts
        values["attempts"] = case((attempts > 1, attempts - 1), else_=attempts)
    return release(tx, row, claimed, values)


def due_now(row: type[Leased]) -> dict[str, Any]:
    """Values that make a row due at once, with all its attempts, and end any claim on it."""
    fence = table_of(row).c.fence + 1
    return {"lease_until": None, "attempts": 0, "next_at": 0.0, "fence": fence}


def count_due(tx: Transaction, row: type[Leased], which: ColumnElement[bool]) -> int:
    """How many rows a claim could take or give up now."""
    query = select(func.count()).select_from(table_of(row)).where(is_due(row, tx.now(), which))
    return tx.session.exec(query).one()
