"""Calls counted, ranked and searched, always within the reps that somebody may see.

The index of words is made by migration 0008 and follows the transcripts by triggers, in the
transaction that changes them. No text of a question is ever part of a statement.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    JSON,
    ColumnElement,
    Select,
    Subquery,
    and_,
    func,
    literal_column,
    or_,
    text,
    type_coerce,
)
from sqlalchemy import select as sa_select
from sqlmodel import col, select

from domain.calls import Call, CallId, CallState, NotScorable
from domain.deals import Deal, Outcome
from domain.people import PersonId
from domain.ports.search import (
    Average,
    CallCount,
    CallOrder,
    DealCall,
    DealsWithin,
    RankedCall,
    TurnHit,
    Within,
)
from domain.practice import PROVIDER
from domain.rubrics import SkillId
from store.call_rows import call_of
from store.codec import from_json
from store.profile_tables import ObservationRow
from store.tables import CallRow, DealRow, ScorecardRow
from store.transactions import Transaction, table_of

_CALLS = table_of(CallRow).c
_CARDS = table_of(ScorecardRow).c
_SEEN = table_of(ObservationRow).c
_DEALS = table_of(DealRow).c
_DEAL = type_coerce(_DEALS.body, JSON)
_NAME, _OUTCOME, _CLOSED = (
    _DEAL["name"].as_string(), _DEAL["outcome"].as_string(), _DEAL["close_date"].as_string(),
)  # fmt: skip
PRACTICE = PROVIDER
"""Provider of role-plays, which are no calls that somebody asks about."""
_WORD = re.compile(r"[^\W_]+")
_ASCII = re.compile(r"[a-z0-9 ]+")
MAX_STEMS = 8
SHORT = 3


class SqlSearch:
    """See ``SearchStore``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def turns(self, stems: Sequence[str], within: Within) -> Sequence[TurnHit]:
        """See ``SearchStore.turns``."""
        words = [word for stem in stems for word in _WORD.findall(stem.lower())][:MAX_STEMS]
        if not words:
            return []
        query = _hits_on_postgres(words) if self._tx.on_postgres else _hits_on_sqlite(words)
        newest: tuple[ColumnElement[Any], ...] = (
            _CALLS.started_at.desc(),
            _CALLS.id.desc(),
            literal_column("turn"),
        )
        found = self._all(query.where(*_scored(within)).order_by(*newest).limit(within.limit))
        calls = self._calls_of([row.id for row in found])
        return [TurnHit(calls[row.id], int(row.turn)) for row in found]

    def calls(
        self, within: Within, order: CallOrder = CallOrder.LATEST, *, title: str = ""
    ) -> Sequence[RankedCall]:
        """See ``SearchStore.calls``."""
        query = (
            sa_select(_CALLS.id, _CARDS.overall.label("score"))
            .select_from(table_of(CallRow))
            .join(table_of(ScorecardRow), _newest_card())
            .where(*_scored(within), _CARDS.overall.is_not(None))
        )
        if title:
            query = query.where(func.lower(_CALLS.title).contains(title.lower(), autoescape=True))
        return self._ranked(query, _CARDS.overall, order, within)

    def observed(
        self, skill_id: SkillId, within: Within, order: CallOrder = CallOrder.LATEST
    ) -> Sequence[RankedCall]:
        """See ``SearchStore.observed``."""
        query = (
            sa_select(_CALLS.id, _SEEN.score.label("score"))
            .select_from(table_of(CallRow))
            .join(table_of(ObservationRow), _SEEN.call_id == _CALLS.id)
            .where(_SEEN.skill_id == skill_id, _SEEN.rep_id.in_(within.rep_ids))
            .where(*_scored(within))
        )
        return self._ranked(query, _SEEN.score, order, within)

    def counts(self, within: Within) -> Sequence[CallCount]:
        """See ``SearchStore.counts``."""
        kind = (_CALLS.rep_id, _CALLS.state, _CALLS.not_scorable)
        query = sa_select(*kind, func.count().label("calls")).where(
            *_within(within), _CALLS.state != CallState.DELETED
        )
        return [
            CallCount(
                PersonId(row.rep_id),
                CallState(row.state),
                NotScorable(row.not_scorable) if row.not_scorable else None,
                row.calls,
            )
            for row in self._all(query.group_by(*kind).order_by(*kind))
        ]

    def averages(self, within: Within, skill_id: SkillId | None = None) -> Sequence[Average]:
        """See ``SearchStore.averages``."""
        pair, score = (_SEEN.rep_id, _SEEN.skill_id), _SEEN.score
        wanted: list[ColumnElement[bool]] = [
            _SEEN.rep_id.in_(within.rep_ids),
            _SEEN.practice.is_(False),
        ]
        wanted += [_SEEN.observed_at >= within.since] if within.since else []
        wanted += [_SEEN.observed_at < within.until] if within.until else []
        wanted += [_SEEN.skill_id == skill_id] if skill_id else []
        wanted += [_SEEN.call_id.not_in(within.without)] if within.without else []
        # Around 50, so that the sum of squares loses nothing.
        off = score - 50.0
        query = sa_select(
            *pair, func.count().label("n"), func.sum(off).label("s"), func.sum(off * off).label("q")
        )
        rows = self._all(query.where(*wanted).group_by(*pair).order_by(*pair))
        return [_average(row) for row in rows]

    def deals(self, which: DealsWithin) -> tuple[int, Sequence[DealCall]]:
        """See ``SearchStore.deals``."""
        newest = _newest_calls(which.calls)
        same = and_(_DEALS.crm == newest.c.deal_crm, _DEALS.deal_id == newest.c.deal_id)
        query = sa_select(newest.c.id, _NAME.label("name")).join(table_of(DealRow), same)
        wanted = [newest.c.place == 1, *_of_deals(which, newest.c.started_at)]
        ordered = query.where(*wanted).order_by(newest.c.started_at.desc(), newest.c.id.desc())
        found = [
            row.id
            for row in self._all(ordered)
            if all(part in row.name.lower() for part in which.name)
        ]
        shown = found[: which.calls.limit]
        calls = self._calls_of(shown)
        return len(found), [self._deal_call(calls[call_id]) for call_id in shown]

    def overwrite(self) -> None:
        """See ``SearchStore.overwrite``. PostgreSQL does it in its own time."""
        if not self._tx.on_postgres:
            merge = "INSERT INTO search_turns (search_turns) VALUES ('optimize')"
            self._tx.session.connection().exec_driver_sql(merge)

    def _deal_call(self, call: Call) -> DealCall:
        assert call.deal is not None  # noqa: S101 - it was found by its deal
        same = and_(col(DealRow.crm) == call.deal.crm, col(DealRow.deal_id) == call.deal.id)
        deal = self._tx.first(select(DealRow).where(same))
        assert deal is not None  # noqa: S101 - the same transaction has just seen it
        return DealCall(from_json(Deal, deal.body), call)

    def _ranked(
        self, query: "Select[Any]", score: ColumnElement[Any], order: CallOrder, within: Within
    ) -> Sequence[RankedCall]:
        by_score = {CallOrder.BEST: [score.desc()], CallOrder.WORST: [score.asc()]}
        first: Sequence[ColumnElement[Any]] = by_score.get(order, [])
        rows = self._all(
            query.order_by(*first, _CALLS.started_at.desc(), _CALLS.id.desc()).limit(within.limit)
        )
        calls = self._calls_of([row.id for row in rows])
        return [RankedCall(calls[row.id], row.score) for row in rows]

    def _calls_of(self, ids: Sequence[str]) -> dict[str, Any]:
        rows = self._tx.rows(select(CallRow).where(col(CallRow.id).in_(set(ids))))
        return {CallId(row.id): call_of(row) for row in rows}

    def _all(self, query: "Select[Any]") -> Sequence[Any]:
        return self._tx.session.connection().execute(query).all()


def _whole(word: str) -> bool:
    """Whether only the word itself is meant: very many begin with one or two letters."""
    return word.isascii() and len(word) < SHORT


def _hits_on_sqlite(words: Sequence[str]) -> "Select[Any]":
    match = " ".join(f'"{word}"' if _whole(word) else f'"{word}"*' for word in words)
    turn: ColumnElement[Any] = literal_column("search_turns.rowid % 65536").label("turn")
    joined = text("search_turns JOIN search_calls ON search_calls.n = search_turns.rowid / 65536")
    return (
        sa_select(_CALLS.id, turn)
        .select_from(joined, table_of(CallRow))
        .where(literal_column("search_calls.call_id") == _CALLS.id)
        .where(text("search_turns MATCH :search_words").bindparams(search_words=match))
    )


def _hits_on_postgres(words: Sequence[str]) -> "Select[Any]":
    match = " & ".join(word if _whole(word) else f"{word}:*" for word in words)
    wanted = text("search_turns.words @@ to_tsquery('simple', :search_words)")
    return (
        sa_select(_CALLS.id, literal_column("search_turns.turn").label("turn"))
        .select_from(text("search_turns"), table_of(CallRow))
        .where(literal_column("search_turns.call_id") == _CALLS.id)
        .where(wanted.bindparams(search_words=match))
    )


def _newest_calls(within: Within) -> "Subquery":
    """Scored calls with their place among those of the same deal, the newest first."""
    newest = (_CALLS.started_at.desc(), _CALLS.id.desc())
    place = func.row_number().over(partition_by=(_CALLS.deal_crm, _CALLS.deal_id), order_by=newest)
    columns = (_CALLS.id, _CALLS.started_at, _CALLS.deal_crm, _CALLS.deal_id)
    of_all_time = _scored(replace(within, since=None, until=None))
    query = sa_select(*columns, place.label("place")).where(*of_all_time)
    return query.where(_CALLS.deal_id.is_not(None)).subquery()


def _of_deals(which: DealsWithin, last_call: ColumnElement[Any]) -> Sequence[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    for part in which.name:  # however letters beyond ASCII are lowered; the exact look follows
        plain = max(_ASCII.findall(part), key=len, default="")
        wanted.append(func.lower(_NAME).contains(plain, autoescape=True))
    if which.outcome is not None:
        wanted.append(which.outcome.value == _OUTCOME)
    if which.closed is not None:
        first, last = (day.isoformat() for day in which.closed)
        open_ = [Outcome.OPEN.value == _OUTCOME]
        open_ += [last_call >= which.calls.since] if which.calls.since else []
        open_ += [last_call < which.calls.until] if which.calls.until else []
        ended = and_(Outcome.OPEN.value != _OUTCOME, first <= _CLOSED, last >= _CLOSED)
        wanted.append(or_(and_(*open_), ended))
    return wanted


def _within(within: Within) -> Sequence[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [_CALLS.rep_id.in_(within.rep_ids)]
    wanted.append(_CALLS.provider != PRACTICE)
    if within.since is not None:
        wanted.append(_CALLS.started_at >= within.since)
    if within.until is not None:
        wanted.append(_CALLS.started_at < within.until)
    return wanted


def _scored(within: Within) -> Sequence[ColumnElement[bool]]:
    return [*_within(within), _CALLS.state == CallState.SCORED]


def _newest_card() -> ColumnElement[bool]:
    other = table_of(ScorecardRow).alias()
    newest = sa_select(func.max(other.c.call_version)).where(other.c.call_id == _CALLS.id)
    return and_(
        _CARDS.call_id == _CALLS.id,
        _CARDS.call_version == newest.correlate_except(other).scalar_subquery(),
    )


def _average(row: Any) -> Average:
    mean = row.s / row.n
    spread = max(0.0, row.q - row.n * mean * mean)
    return Average(
        PersonId(row.rep_id),
        SkillId(row.skill_id),
        row.n,
        50.0 + mean,
        spread / (row.n - 1) if row.n > 1 else 0.0,
    )
