"""What people want to be told, what they were sent, and what waits for the digest."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import and_, func, update
from sqlmodel import col, select

from domain.attention import DigestItem, Preferences, SentMessage, Wishes
from domain.effects import EffectKind
from domain.people import PersonId
from store.coaching_tables import DigestItemRow, PreferencesRow, SentMessageRow
from store.codec import from_json, to_json
from store.tables import EffectRow
from store.transactions import Transaction, table_of

AT_ONCE = 400
_SENT, _ITEMS = table_of(SentMessageRow), table_of(DigestItemRow)


class SqlAttention:
    """See ``AttentionStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def preferences(self, person_id: PersonId) -> Wishes | None:
        """See ``AttentionStore.preferences``."""
        query = select(PreferencesRow).where(col(PreferencesRow.person_id) == person_id)
        row = self._tx.first(query)
        return None if row is None else from_json(Wishes, row.body)

    def put_preferences(self, person_id: PersonId, chosen: Wishes | Preferences) -> None:
        """See ``AttentionStore.put_preferences``."""
        values = {"person_id": person_id, "body": to_json(chosen)}
        self._tx.put(PreferencesRow, [values])

    def note_sent(self, message: SentMessage) -> None:
        """See ``AttentionStore.note_sent``."""
        values = {**to_json(message), "person_id": message.to, "sent_at": message.sent_at}
        values.pop("to")
        values["acted_at"] = message.acted_at
        if not self._tx.add_if_new(SentMessageRow, values) and message.remote_id:
            on_its_way = and_(_SENT.c.key == message.key, _SENT.c.remote_id == "")
            known = {"remote_id": message.remote_id, "sent_at": message.sent_at}
            self._tx.changed(update(_SENT).where(on_its_way).values(known))

    def sent(self, key: str) -> SentMessage | None:
        """See ``AttentionStore.sent``."""
        row = self._tx.first(select(SentMessageRow).where(col(SentMessageRow.key) == key))
        return None if row is None else _message(row)

    def unacted(self, person_id: PersonId, *, since: datetime) -> Sequence[SentMessage]:
        """See ``AttentionStore.unacted``."""
        mine = and_(_SENT.c.person_id == person_id, _SENT.c.sent_at >= since)
        left = and_(mine, _SENT.c.acted_at.is_(None), _SENT.c.remote_id != "")
        return [_message(row) for row in self._tx.rows(select(SentMessageRow).where(left))]

    def lock(self, person_id: PersonId) -> None:
        """See ``AttentionStore.lock``."""
        self._tx.lock(f"attention:{person_id}")

    def sent_to(
        self, person_id: PersonId, *, since: datetime, kinds: Collection[EffectKind]
    ) -> int:
        """See ``AttentionStore.sent_to``."""
        query = select(func.count()).where(
            _SENT.c.person_id == person_id,
            _SENT.c.sent_at >= since,
            _SENT.c.kind.in_([kind.value for kind in kinds]),
        )
        return self._tx.first(query) or 0

    def acted(self, remote_id: str, act: str, at: datetime) -> bool:
        """See ``AttentionStore.acted``."""
        first = and_(_SENT.c.remote_id == remote_id, _SENT.c.acted_at.is_(None))
        return self._tx.changed(update(_SENT).where(first).values(acted_at=at, act=act)) > 0

    def rates(
        self, *, since: datetime, until: datetime | None = None, to: PersonId | None = None
    ) -> Mapping[EffectKind, tuple[int, int]]:
        """See ``AttentionStore.rates``."""
        query = (
            select(_SENT.c.kind, func.count(), func.count(_SENT.c.acted_at))
            .where(_SENT.c.sent_at >= since, _SENT.c.remote_id != "")
            .group_by(_SENT.c.kind)
            .order_by(_SENT.c.kind)
        )
        if until is not None:
            query = query.where(_SENT.c.sent_at < until)
        if to is not None:
            query = query.where(_SENT.c.person_id == to)
        found = self._tx.session.exec(query).all()
        return {EffectKind(kind): (sent, acted) for kind, sent, acted in found}

    def wait(self, item: DigestItem) -> bool:
        """See ``AttentionStore.wait``."""
        values = {
            "key": item.key,
            "kind": item.kind.value,
            "person_id": item.to,
            "at": item.at,
            "because": item.because,
            "digest": item.digest,
        }
        return self._tx.add_if_new(DigestItemRow, values)

    def item(self, key: str) -> DigestItem | None:
        """See ``AttentionStore.item``."""
        row = self._tx.first(select(DigestItemRow).where(col(DigestItemRow.key) == key))
        return None if row is None else _item(row)

    def homes(self, keys: Collection[str]) -> Mapping[str, str]:
        """See ``AttentionStore.homes``."""
        wanted, found = list(keys), {}
        for start in range(0, len(wanted), AT_ONCE):
            some = col(EffectRow.key).in_(wanted[start : start + AT_ONCE])
            query = select(EffectRow.key, EffectRow.payload).where(some)
            for key, payload in self._tx.session.exec(query).all():
                found[key] = str(payload.get("rights", ""))
        return found

    def who_waits(self) -> Sequence[PersonId]:
        """See ``AttentionStore.who_waits``."""
        left = select(DigestItemRow.person_id).where(_ITEMS.c.digest.is_(None)).distinct()
        return [PersonId(each) for each in sorted(self._tx.rows(left))]

    def waiting(self, person_id: PersonId) -> Sequence[DigestItem]:
        """See ``AttentionStore.waiting``."""
        mine = and_(_ITEMS.c.person_id == person_id, _ITEMS.c.digest.is_(None))
        oldest = (col(DigestItemRow.at), col(DigestItemRow.key))
        return [
            _item(r) for r in self._tx.rows(select(DigestItemRow).where(mine).order_by(*oldest))
        ]

    def told_in(self, digest: str) -> Sequence[DigestItem]:
        """See ``AttentionStore.told_in``; oldest first."""
        oldest = (col(DigestItemRow.at), col(DigestItemRow.key))
        query = select(DigestItemRow).where(col(DigestItemRow.digest) == digest).order_by(*oldest)
        return [_item(row) for row in self._tx.rows(query)]

    def told(self, keys: Collection[str], digest: str | None) -> None:
        """See ``AttentionStore.told``."""
        these = _ITEMS.c.key.in_(list(keys))
        self._tx.changed(update(_ITEMS).where(these).values(digest=digest))


def _message(row: SentMessageRow) -> SentMessage:
    return SentMessage(
        key=row.key,
        kind=EffectKind(row.kind),
        to=PersonId(row.person_id),
        sent_at=row.sent_at,
        remote_id=row.remote_id,
        acted_at=row.acted_at,
        act=row.act,
    )


def _item(row: DigestItemRow) -> DigestItem:
    return DigestItem(
        key=row.key,
        kind=EffectKind(row.kind),
        to=PersonId(row.person_id),
        at=row.at,
        because=row.because,
        digest=row.digest,
    )
