"""The outbox: messages and CRM writes to make, each known by its key for ever."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, update
from sqlmodel import col, select

from domain.effects import Claimed, Effect, EffectId, EffectKind, EffectRecord, EffectState, Queue
from domain.ports import ClaimTerms
from store.codec import from_json, to_json
from store.leases import claim, due_now, give_back, is_due, release
from store.tables import EffectRow
from store.transactions import Transaction, table_of

_TABLE = table_of(EffectRow)
_REPLAYABLE = (EffectState.PARKED, EffectState.SKIPPED, EffectState.DEAD)


def pending_of(kinds: Sequence[EffectKind]) -> ColumnElement[bool]:
    """Effects of these kinds that are still to be made."""
    return and_(_TABLE.c.state == EffectState.PENDING, _TABLE.c.kind.in_(kinds))


def kinds_of(queue: Queue) -> Sequence[EffectKind]:
    """The kinds of effect a queue's workers make."""
    return [kind for kind in EffectKind if kind.queue is queue]


class SqlOutbox:
    """See ``OutboxStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def add_if_new(self, effect: Effect) -> bool:
        """See ``OutboxStore.add_if_new``."""
        statement = (
            self._tx.insert(EffectRow)
            .values(self._values(effect))
            .on_conflict_do_nothing(index_elements=["key"])
            .returning(_TABLE.c.id)
        )
        return self._tx.session.exec(statement).first() is not None

    def request(self, effect: Effect) -> None:
        """See ``OutboxStore.request``. Whoever is sending it right now keeps the lease."""
        again = {
            "payload": to_json(effect.payload),
            "state": EffectState.PENDING,
            "request_version": _TABLE.c.request_version + 1,
            "attempts": _fresh_attempts(),
            "next_at": 0.0,
            "error": None,
        }
        self._tx.session.exec(
            self._tx.insert(EffectRow)
            .values(self._values(effect))
            .on_conflict_do_update(index_elements=["key"], set_=again)
        )

    def claim(
        self, kinds: Sequence[EffectKind], terms: ClaimTerms
    ) -> Sequence[Claimed[EffectRecord]]:
        """See ``OutboxStore.claim``."""
        return self._claim(pending_of(kinds), terms)

    def claim_one(self, key: str, terms: ClaimTerms) -> Claimed[EffectRecord] | None:
        """See ``OutboxStore.claim_one``."""
        this = and_(_TABLE.c.state == EffectState.PENDING, _TABLE.c.key == key)
        return next(iter(self._claim(this, terms)), None)

    def _claim(
        self, which: ColumnElement[bool], terms: ClaimTerms
    ) -> Sequence[Claimed[EffectRecord]]:
        now = self._tx.moment()
        noting = {
            "first_try_at": func.coalesce(_TABLE.c.first_try_at, now),
            "last_try_at": now,
            "claimed_version": _TABLE.c.request_version,
        }
        leases = claim(self._tx, EffectRow, which, terms, noting=noting)
        return [lease.of(lease.row.id or 0, _record(lease.row)) for lease in leases]

    def settle(
        self,
        claimed: Claimed[EffectRecord],
        state: EffectState,
        *,
        remote_id: str | None = None,
        error: str | None = None,
    ) -> bool:
        """See ``OutboxStore.settle``."""
        asked_again = _TABLE.c.request_version > _TABLE.c.claimed_version
        counted = 0 if state is EffectState.SENT else 1
        values = {
            "state": case((asked_again, EffectState.PENDING.value), else_=state.value),
            "attempts": case((asked_again, counted), else_=_TABLE.c.attempts),
            "remote_id": func.coalesce(remote_id, _TABLE.c.remote_id),
            "error": error,
        }
        return release(self._tx, EffectRow, claimed, values)

    def holds(self, claimed: Claimed[EffectRecord]) -> bool:
        """See ``OutboxStore.holds``. Another claim has to wait for this transaction."""
        newest = and_(_TABLE.c.id == claimed.row_id, _TABLE.c.fence == claimed.fence)
        mine = and_(newest, _TABLE.c.lease_until.is_not(None))
        return self._tx.first(select(EffectRow).where(mine).with_for_update()) is not None

    def retry(
        self, claimed: Claimed[EffectRecord], *, after_s: float, error: str, counts: bool = True
    ) -> bool:
        """See ``OutboxStore.retry``."""
        return give_back(self._tx, EffectRow, claimed, after_s=after_s, error=error, counts=counts)

    def wait(self, claimed: Claimed[EffectRecord], *, after_s: float, error: str) -> bool:
        """See ``OutboxStore.wait``."""
        asked_again = _TABLE.c.request_version > _TABLE.c.claimed_version
        attempts = _TABLE.c.attempts
        values = {
            "next_at": case((asked_again, 0.0), else_=self._tx.now() + after_s),
            "attempts": case((attempts > 1, attempts - 1), else_=attempts),
            "error": error,
        }
        return release(self._tx, EffectRow, claimed, values)

    def get(self, key: str) -> EffectRecord | None:
        """See ``OutboxStore.get``."""
        row = self._tx.first(select(EffectRow).where(col(EffectRow.key) == key))
        return None if row is None else _record(row)

    def list(
        self,
        *,
        states: Sequence[EffectState] = (),
        kinds: Sequence[EffectKind] = (),
        since: datetime | None = None,
        limit: int = 100,
    ) -> Sequence[EffectRecord]:
        """See ``OutboxStore.list``."""
        query = select(EffectRow).order_by(col(EffectRow.id).desc()).limit(limit)
        if states:
            query = query.where(col(EffectRow.state).in_(states))
        if kinds:
            query = query.where(col(EffectRow.kind).in_(kinds))
        if since is not None:
            latest = func.coalesce(_TABLE.c.last_try_at, _TABLE.c.created_at)
            query = query.where(latest >= since)
        return [_record(row) for row in self._tx.rows(query)]

    def replay(self, effect_id: EffectId) -> bool:
        """See ``OutboxStore.replay``."""
        which = and_(_TABLE.c.id == effect_id, _TABLE.c.state.in_(_REPLAYABLE))
        again = {
            **due_now(EffectRow),
            "state": EffectState.PENDING,
            "attempts": _fresh_attempts(),
            "error": None,
        }
        return self._tx.changed(update(_TABLE).where(which).values(again)) == 1

    def postpone(self, crm: str, kinds: Sequence[EffectKind], *, after_s: float, why: str) -> int:
        """See ``OutboxStore.postpone``. A row that another transaction has is passed over."""
        now = self._tx.now()
        there = and_(pending_of(kinds), _TABLE.c.payload["crm"].as_string() == crm)
        due = select(_TABLE.c.id).where(is_due(EffectRow, now, there))
        later = {"next_at": now + after_s, "error": why}
        these = _TABLE.c.id.in_(due.with_for_update(skip_locked=True))
        return self._tx.changed(update(_TABLE).where(these).values(later))

    def due_in(self, kinds: Sequence[EffectKind]) -> float | None:
        """See ``OutboxStore.due_in``. A lease that is held counts until it ends."""
        until = func.coalesce(_TABLE.c.lease_until, 0.0)
        free_at = case((until > _TABLE.c.next_at, until), else_=_TABLE.c.next_at)
        query = select(func.min(free_at)).where(pending_of(kinds))
        first = self._tx.session.exec(query).one()
        return None if first is None else max(0.0, float(first) - self._tx.now())

    def count_by_state(self) -> Mapping[str, int]:
        """See ``OutboxStore.count_by_state``."""
        columns = (col(EffectRow.kind), col(EffectRow.state))
        counted = self._tx.session.exec(select(*columns, func.count()).group_by(*columns)).all()
        return {f"{kind}:{state}": number for kind, state, number in counted}

    def _values(self, effect: Effect) -> dict[str, Any]:
        return {
            "key": effect.key,
            "kind": effect.kind,
            "payload": to_json(effect.payload),
            "state": EffectState.PENDING,
            "created_at": self._tx.moment(),
            "request_version": 1,
            "claimed_version": 0,
            "fence": 0,
            "attempts": 0,
            "next_at": 0.0,
        }


def _fresh_attempts() -> ColumnElement[int]:
    """All attempts again, without forgetting that an earlier one may have had effects.

    One stays counted unless the last is known to have succeeded or none was made: the
    next claim then is not a first one, and its worker looks before it posts.
    """
    attempts = _TABLE.c.attempts
    return case((_TABLE.c.state == EffectState.SENT, 0), (attempts > 1, 1), else_=attempts)


def _record(row: EffectRow) -> EffectRecord:
    return EffectRecord(
        id=EffectId(row.id or 0),
        effect=Effect(
            kind=EffectKind(row.kind),
            key=row.key,
            payload=from_json(Mapping[str, str], row.payload),  # type: ignore[type-abstract]
        ),
        state=EffectState(row.state),
        created_at=row.created_at,
        first_try_at=row.first_try_at,
        last_try_at=row.last_try_at,
        remote_id=row.remote_id,
        error=row.error,
        attempts=row.attempts,
    )
