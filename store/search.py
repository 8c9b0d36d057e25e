"""Calls counted, ranked and searched, always within the reps that somebody may see.

The index of words is made by migration 0008 and follows the transcripts by triggers, in the
transaction that changes them. No text of a question is ever part of a statement.
"""

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, and_, cast, func, literal_column, text
from sqlalchemy import select as sa_select
from sqlmodel import col, select

from domain.calls import CallId, CallState, NotScorable
from domain.deals import Deal, Outcome
from domain.people import PersonId
from domain.ports.search import (
    Average,
    CallCount,
    CallOrder,
    DealCall,
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
PRACTICE = PROVIDER
"""Provider of role-plays, which are no calls that somebody asks about."""
_WORD = re.compile(r"[^\W_]+")
_ASCII = re.compile(r"[a-z0-9 ]+")
MAX_STEMS = 8


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
        # Around 50, so that the sum of squares loses nothing.
        off = score - 50.0
        query = sa_select(
            *pair, func.count().label("n"), func.sum(off).label("s"), func.sum(off * off).label("q")
        )
        rows = self._all(query.where(*wanted).group_by(*pair).order_by(*pair))
        return [_average(row) for row in rows]

    def deals(
        self, within: Within, *, outcome: Outcome | None = None, name: str = ""
    ) -> Sequence[DealCall]:
        """See ``SearchStore.deals``."""
        same = and_(_DEALS.crm == _CALLS.deal_crm, _DEALS.deal_id == _CALLS.deal_id)
        newest: ColumnElement[Any] = func.max(_CALLS.started_at)
        kept = func.lower(cast(_DEALS.body, Text))
        query = sa_select(_DEALS.crm, _DEALS.deal_id, newest.label("at"))
        query = query.select_from(table_of(CallRow)).join(table_of(DealRow), same)
        query = query.where(*_scored(within))
        if name:
            # However letters beyond ASCII are kept; the exact look follows below.
            part = max(_ASCII.findall(name.lower()), key=len, default="")
            query = query.where(kept.contains(part, autoescape=True))
        if outcome is not None:
            written = func.replace(kept, " ", "")  # the exact look follows below here too
            query = query.where(written.contains(f'"outcome":"{outcome.value}"', autoescape=True))
        grouped = query.group_by(_DEALS.crm, _DEALS.deal_id).order_by(newest.desc(), _DEALS.deal_id)
        found = [self._deal_call(row, within) for row in self._all(grouped.limit(within.limit))]
        wanted = name.casefold()
        return [
            each
            for each in found
            if wanted in each.deal.name.casefold() and outcome in (None, each.deal.outcome)
        ]

    def overwrite(self) -> None:
        """See ``SearchStore.overwrite``. PostgreSQL does it in its own time."""
        if not self._tx.on_postgres:
            merge = "INSERT INTO search_turns (search_turns) VALUES ('optimize')"
            self._tx.session.connection().exec_driver_sql(merge)

    def _deal_call(self, row: Any, within: Within) -> DealCall:
        linked = and_(_CALLS.deal_crm == row.crm, _CALLS.deal_id == row.deal_id)
        query = select(CallRow).where(linked, *_scored(within))
        call = self._tx.first(query.order_by(_CALLS.started_at.desc(), _CALLS.id.desc()))
        same = and_(col(DealRow.crm) == row.crm, col(DealRow.deal_id) == row.deal_id)
        deal = self._tx.first(select(DealRow).where(same))
        assert call is not None  # noqa: S101 - the same transaction has just seen both
        assert deal is not None  # noqa: S101
        return DealCall(from_json(Deal, deal.body), call_of(call))

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


def _hits_on_sqlite(words: Sequence[str]) -> "Select[Any]":
    match = " ".join(f'"{word}"*' for word in words)
    turn: ColumnElement[Any] = literal_column("search_turns.rowid % 65536").label("turn")
    joined = text("search_turns JOIN search_calls ON search_calls.n = search_turns.rowid / 65536")
    return (
        sa_select(_CALLS.id, turn)
        .select_from(joined, table_of(CallRow))
        .where(literal_column("search_calls.call_id") == _CALLS.id)
        .where(text("search_turns MATCH :search_words").bindparams(search_words=match))
    )


def _hits_on_postgres(words: Sequence[str]) -> "Select[Any]":
    match = " & ".join(f"{word}:*" for word in words)
    wanted = text("search_turns.words @@ to_tsquery('simple', :search_words)")
    return (
        sa_select(_CALLS.id, literal_column("search_turns.turn").label("turn"))
        .select_from(text("search_turns"), table_of(CallRow))
        .where(literal_column("search_turns.call_id") == _CALLS.id)
        .where(wanted.bindparams(search_words=match))
    )


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
