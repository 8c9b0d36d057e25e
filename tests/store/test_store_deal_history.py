from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from alembic import command
from sqlalchemy import text

from domain.calls import CallId
from domain.deal_history import KeptDeal
from domain.deal_looks import DealLook, LookCounts, LookPhase
from domain.deals import Deal, DealMove, DealRef, Money, MoveOf, Outcome
from store import schema
from store.database import SqlDatabase, upgrade
from store.engines import open_engine, parsed_url
from tests.store.samples import MOMENT, a_call, days

ONE, OTHER, FOREIGN = DealRef("hubspot", "1"), DealRef("hubspot", "2"), DealRef("zoho", "1")


def a_deal(ref: DealRef = ONE, **changes: Any) -> Deal:
    deal = Deal(
        ref=ref, name="Rollout", stage="Demo", outcome=Outcome.OPEN, amount=Money(500, "EUR"),
        close_date=date(2026, 12, 1), modified_at=MOMENT, created_at=MOMENT - days(30),
    )  # fmt: skip
    return replace(deal, **changes)


def a_move(at: datetime = MOMENT, **changes: Any) -> DealMove:
    return replace(DealMove(MoveOf.STAGE, at, "Discovery", "Demo"), **changes)


def test_moves_come_back_oldest_first_and_those_of_one_moment_in_their_order(
    database: SqlDatabase,
) -> None:
    moves = [
        a_move(MOMENT + days(1), old="C", new="D", seen=True),
        a_move(old="A", new="B"), a_move(old="B", new="C"),
        a_move(of=MoveOf.AMOUNT, old=None, new="500 EUR"),
    ]  # fmt: skip
    with database.write() as tx:
        tx.history.put_moves(ONE, moves)
        tx.history.put_moves(OTHER, [a_move()])
        assert tx.history.moves(ONE) == [moves[3], moves[1], moves[2], moves[0]]


def test_putting_the_same_moves_again_adds_nothing(database: SqlDatabase) -> None:
    moves = [a_move(), a_move(MOMENT + days(1), old="Demo", new="Won")]
    with database.write() as tx:
        tx.history.put_moves(ONE, moves)
    with database.write() as tx:
        tx.history.put_moves(ONE, moves)
        assert tx.history.moves(ONE) == moves
        assert tx.history.moves(FOREIGN) == ()


def test_a_deal_is_kept_with_what_we_know_besides(database: SqlDatabase) -> None:
    kept = KeptDeal(a_deal(outcome=Outcome.WON), MOMENT)
    with database.write() as tx:
        tx.history.put([kept, KeptDeal(a_deal(FOREIGN))], at=MOMENT)
        assert tx.history.kept([ONE, OTHER]) == {ONE: kept}
        assert tx.deals.get(ONE) == kept.deal


def test_closed_deals_are_found_from_a_moment_on_but_not_those_that_are_gone(
    database: SqlDatabase,
) -> None:
    won, lost = a_deal(outcome=Outcome.WON), a_deal(OTHER, outcome=Outcome.LOST)
    with database.write() as tx:
        tx.history.put([KeptDeal(won, MOMENT), KeptDeal(lost, MOMENT - days(2))], at=MOMENT)
        tx.history.put([KeptDeal(a_deal(FOREIGN))], at=MOMENT)
        assert [k.deal for k in tx.history.closed(MOMENT - days(3))] == [lost, won]
        assert [k.deal for k in tx.history.closed(MOMENT)] == [won]
        assert tx.history.gone(ONE, at=MOMENT)
        assert tx.history.closed(MOMENT) == []


def test_a_deal_goes_once_and_may_turn_out_to_be_merged(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.history.put([KeptDeal(a_deal())], at=MOMENT)
        assert tx.history.gone(ONE, at=MOMENT)
        assert not tx.history.gone(ONE, at=MOMENT + days(1))
        assert tx.history.gone(ONE, at=MOMENT + days(1), merged_into="2")
        assert not tx.history.gone(ONE, at=MOMENT + days(2))
        assert tx.history.kept([ONE])[ONE] == KeptDeal(a_deal(), None, MOMENT, "2")
        assert not tx.history.gone(OTHER, at=MOMENT)
        assert tx.deals.list() == []


def test_what_was_merged_into_a_deal_goes_with_it(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.history.put([KeptDeal(a_deal()), KeptDeal(a_deal(OTHER))], at=MOMENT)
        tx.history.gone(ONE, at=MOMENT, merged_into="2")
        tx.history.gone(OTHER, at=MOMENT, merged_into="3")
        assert tx.history.kept([ONE])[ONE].merged_into == "3"


def test_a_deal_that_is_put_again_is_there_again(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.history.put([KeptDeal(a_deal())], at=MOMENT)
        tx.history.gone(ONE, at=MOMENT)
        tx.history.put([KeptDeal(a_deal())], at=MOMENT)
        assert tx.deals.list() == [a_deal()]


def linked(tx: Any, *refs: DealRef) -> None:
    for n, ref in enumerate(refs):
        tx.calls.put(a_call(f"c{n}"))
        tx.calls.link(CallId(f"c{n}"), deal=ref, reason="r")


def test_only_deals_with_calls_are_due_for_their_history(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.history.put([KeptDeal(a_deal(r)) for r in (ONE, OTHER, FOREIGN)], at=MOMENT)
        linked(tx, ONE, FOREIGN)
        assert tx.history.linked([ONE, OTHER, FOREIGN]) == {ONE, FOREIGN}
        assert tx.history.count_linked("hubspot") == 1
        assert tx.history.history_due("hubspot", limit=5) == [ONE]
        tx.history.history_read([ONE], at=MOMENT)
        assert tx.history.history_due("hubspot", limit=5) == []
        tx.history.put([KeptDeal(a_deal(stage="Won"))], at=MOMENT + days(1))
        assert tx.history.history_due("hubspot", limit=5) == [ONE]
        tx.history.gone(ONE, at=MOMENT)
        assert tx.history.history_due("hubspot", limit=5) == []


def test_deals_with_calls_that_were_not_seen_for_long_are_found(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.history.put([KeptDeal(a_deal(r)) for r in (ONE, OTHER)], at=MOMENT)
        linked(tx, ONE, OTHER)
        tx.history.seen([OTHER], at=MOMENT + days(2))
        assert tx.history.unseen("hubspot", since=MOMENT + days(1)) == [ONE]


def test_a_look_is_kept_whole_and_replaced(database: SqlDatabase) -> None:
    look = DealLook(
        crm="hubspot", began_at=MOMENT, since=MOMENT - days(1), cursor="p2", pages=1,
        counts=LookCounts(read=3, won=1), covered_until=MOMENT - days(1),
    )  # fmt: skip
    ended = replace(look, phase=LookPhase.ENDED, ended_at=MOMENT, cursor=None)
    with database.write() as tx:
        tx.history.put_look(look)
        assert tx.history.look("hubspot") == look
        tx.history.put_look(ended)
        assert tx.history.look("hubspot") == ended
        assert tx.history.look("zoho") is None


def test_how_a_deal_stood_is_read_from_its_moves(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.history.put([KeptDeal(a_deal())], at=MOMENT)
        tx.history.put_moves(ONE, [a_move()])
        before, now = (tx.history.as_of(ONE, at) for at in (MOMENT - timedelta(1), MOMENT))
        assert before is not None
        assert now is not None
        assert (before.stage, now.stage) == ("Discovery", "Demo")
        assert tx.history.as_of(OTHER, MOMENT) is None


def test_deals_that_were_known_before_get_their_outcome_and_when_they_were_closed(
    url: str,
) -> None:
    engine = open_engine(parsed_url(url), pooled=False)
    with engine.begin() as connection:
        command.downgrade(schema._config(connection), "0009")
        for n, (outcome, day) in enumerate((("open", None), ("won", "2026-10-01"), ("lost", None))):
            connection.execute(
                text("INSERT INTO deals (crm, deal_id, body, modified_at) VALUES "
                     "('zoho', :id, :body, '2026-11-02 09:30:00.000000+00:00')"),
                {"id": str(n), "body": BODY % (n, outcome, f'"{day}"' if day else "null")},
            )  # fmt: skip
    upgrade(url)
    database = SqlDatabase(url, clock=lambda: 0.0)
    with database.read() as tx:
        found = tx.history.closed(datetime(2026, 1, 1, tzinfo=UTC))
    database.dispose()
    assert [(k.deal.ref.id, k.closed_at) for k in found] == [
        ("1", datetime(2026, 10, 1, tzinfo=UTC)), ("2", datetime(2026, 11, 2, 9, 30, tzinfo=UTC)),
    ]  # fmt: skip


BODY = (
    '{"ref": {"crm": "zoho", "id": "%d"}, "name": "n", "stage": "s", "outcome": "%s", '
    '"close_date": %s}'
)
