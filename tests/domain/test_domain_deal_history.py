from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from domain.deal_history import KeptDeal, as_of, closed_at, moves_seen, with_told
from domain.deals import Deal, DealMove, DealRef, Money, MoveOf, Outcome

T0 = datetime(2026, 11, 2, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def at(days: float) -> datetime:
    return T0 + days * DAY


def a_deal(**changes: Any) -> Deal:
    deal = Deal(ref=DealRef("zoho", "1"), name="n", stage="A", outcome=Outcome.OPEN, modified_at=T0)
    return replace(deal, **changes)


def stage(days: float, old: str | None, new: str, *, seen: bool = False) -> DealMove:
    return DealMove(MoveOf.STAGE, at(days), old, new, seen)


def test_a_move_is_dated_by_the_crms_last_change() -> None:
    after = a_deal(stage="B", modified_at=at(1))
    assert moves_seen(KeptDeal(a_deal()), after, (), now=at(2)) == (stage(1, "A", "B", seen=True),)


def test_a_move_is_dated_by_our_look_where_the_crm_shows_no_change() -> None:
    after = a_deal(outcome=Outcome.WON)
    (move,) = moves_seen(KeptDeal(a_deal()), after, (), now=at(2))
    assert move.at == at(2)


def test_no_move_lies_in_the_future() -> None:
    after = a_deal(stage="B", modified_at=at(9))
    (move,) = moves_seen(KeptDeal(a_deal()), after, (), now=at(2))
    assert move.at == at(2)


def test_a_closing_is_dated_by_the_crms_word_if_it_lies_between_the_looks() -> None:
    before = KeptDeal(a_deal())
    within = a_deal(outcome=Outcome.WON, modified_at=at(2), closed_at=at(1))
    long_ago = replace(within, closed_at=at(-5))
    assert moves_seen(before, within, (), now=at(3))[0].at == at(1)
    assert moves_seen(before, long_ago, (), now=at(3))[0].at == at(2)


def test_the_crms_own_history_counts_where_it_reaches() -> None:
    ours = [stage(1, "A", "B", seen=True), stage(3, "B", "C", seen=True)]
    told = [stage(0.5, "A", "X"), stage(0.9, "X", "B"), stage(2.9, "B", "C")]
    assert with_told(ours, told) == tuple(told)


def test_what_was_seen_before_it_begins_stays_if_it_fits() -> None:
    fits, not_so = stage(1, "A", "B", seen=True), stage(1, "A", "Z", seen=True)
    told = [stage(3, "B", "C")]
    assert with_told([fits], told) == (fits, *told)
    assert with_told([not_so], told) == tuple(told)
    assert with_told([fits], [stage(3, None, "C")]) == (stage(3, None, "C"),)


def test_what_was_seen_after_its_last_entry_stays_until_it_is_told() -> None:
    told, late = [stage(1, "A", "B")], stage(4, "B", "C", seen=True)
    assert with_told([late], told) == (*told, late)
    assert with_told([late], [*told, stage(3.9, "B", "C")]) == (*told, stage(3.9, "B", "C"))


def test_reading_a_history_again_changes_nothing() -> None:
    known = [stage(1, "A", "B"), stage(4, "B", "C", seen=True)]
    told = [stage(1, "A", "B")]
    once = with_told(known, told)
    assert with_told(once, told) == once == tuple(known)


def test_an_entry_that_the_crm_mends_is_mended() -> None:
    assert with_told([stage(1, "A", "B")], [stage(1, "A", "C")]) == (stage(1, "A", "C"),)


def test_the_moment_of_closing_is_the_last_way_out_of_open() -> None:
    outcome = [
        DealMove(MoveOf.OUTCOME, at(n), old, new)
        for n, (old, new) in enumerate(
            [("open", "lost"), ("lost", "open"), ("open", "won"), ("won", "lost")]
        )
    ]
    lost = a_deal(outcome=Outcome.LOST)
    assert closed_at(lost, outcome) == at(2)
    assert closed_at(replace(lost, closed_at=at(7)), outcome) == at(7)
    assert closed_at(a_deal(closed_at=at(7)), outcome) is None
    assert closed_at(replace(lost, close_date=date(2026, 10, 1)), ()) == datetime(
        2026, 10, 1, tzinfo=UTC
    )


def test_a_closed_deal_without_moves_was_open_before_it_was_closed() -> None:
    kept = KeptDeal(a_deal(outcome=Outcome.WON, amount=Money(500, "EUR")), at(3))
    before, after = as_of(kept, (), at(2)), as_of(kept, (), at(3))
    assert before is not None
    assert after is not None
    assert (before.outcome, after.outcome) == (Outcome.OPEN, Outcome.WON)
    assert before.amount == Money(500, "EUR")


def test_a_deal_does_not_stand_before_it_was_created_nor_after_it_was_gone() -> None:
    kept = KeptDeal(a_deal(created_at=at(1)), gone_at=at(3))
    assert as_of(kept, (), at(0)) is None
    assert as_of(kept, (), at(2)) is not None
    assert as_of(kept, (), at(3)) is None


def test_every_kind_of_move_can_be_read_back() -> None:
    moves = [
        DealMove(MoveOf.AMOUNT, at(1), "500 EUR", None),
        DealMove(MoveOf.CLOSE_DATE, at(1), "2026-12-01", "2026-12-24"),
        DealMove(MoveOf.OWNER, at(1), "a@x.example", "b@x.example"),
    ]
    kept = KeptDeal(a_deal(close_date=date(2026, 12, 24), owner_email="b@x.example"))
    before, after = as_of(kept, moves, at(0)), as_of(kept, moves, at(1))
    assert before is not None
    assert after is not None
    assert (before.amount, before.close_date) == (Money(500, "EUR"), date(2026, 12, 1))
    assert (before.owner_email, after.owner_email) == ("a@x.example", "b@x.example")
    assert (after.amount, after.close_date) == (None, date(2026, 12, 24))
