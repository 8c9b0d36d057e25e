"""Deals are looked at, and what moved is known."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.deals import Outcome
from domain.effects import Queue
from jobs.pull_now import ask_for_pulls
from tests.jobs.fakes import House
from tests.jobs.outcome_world import SLUG, Pulling, a_deal, ref, usd


@pytest.fixture
def world(house: House) -> Pulling:
    return Pulling.of(house)


def test_the_first_look_reads_all_deals_page_by_page(world: Pulling) -> None:
    world.crm.put(*(a_deal(f"d{i}") for i in range(5)))
    look = world.pull()
    assert (look.counts.new, look.pages, look.full, look.under_way) == (5, 3, True, False)
    assert world.kept("d4").deal.stage == "Discovery"


def test_the_next_look_reads_what_changed_since_with_ten_minutes_of_overlap(
    world: Pulling,
) -> None:
    world.crm.put(a_deal("d1"), a_deal("d2"))
    began = world.pull().began_at
    look = world.tomorrow()
    assert look.since == began - timedelta(minutes=10)
    assert look.counts.read == 0


def test_once_a_week_all_deals_are_looked_at(world: Pulling) -> None:
    world.crm.put(a_deal())
    world.pull()
    fulls = [world.tomorrow().full for _ in range(8)]
    assert fulls == [False] * 6 + [True, False]


def test_what_moved_is_seen_by_comparing_where_the_crm_keeps_no_history(world: Pulling) -> None:
    world.crm.put(a_deal())
    world.pull()
    world.house.go_on(hours=3)
    at = world.house.clock
    world.crm.move("d1", stage="Proposal", amount=usd(1200))
    look = world.tomorrow()
    assert world.moves() == [
        ("amount", "100000 USD", "120000 USD", True),
        ("stage", "Discovery", "Proposal", True),
    ]
    assert (look.counts.changed, look.counts.moved) == (1, 1)
    with world.services.database.read() as tx:
        assert {move.at for move in tx.history.moves(ref("d1"))} == {at}


def test_a_deal_stands_as_it_did_at_any_moment(world: Pulling) -> None:
    world.crm.put(a_deal())
    world.pull()
    early = world.house.clock
    world.house.go_on(hours=3)
    world.crm.move("d1", stage="Closed Won", outcome=Outcome.WON, amount=usd(900))
    world.tomorrow()
    with world.services.database.read() as tx:
        before = tx.history.as_of(ref("d1"), early)
        after = tx.history.as_of(ref("d1"), world.house.clock)
        never = tx.history.as_of(ref("d1"), datetime(2026, 1, 1, tzinfo=UTC))
    assert before is not None
    assert after is not None
    assert never is None
    assert (before.stage, before.outcome, before.amount) == ("Discovery", Outcome.OPEN, usd(1000))
    assert (after.stage, after.outcome, after.amount) == ("Closed Won", Outcome.WON, usd(900))


def test_a_deal_that_is_won_is_counted_and_found_among_the_closed(world: Pulling) -> None:
    world.crm.put(a_deal("d1"), a_deal("d2"))
    began = world.pull().began_at
    world.house.go_on(hours=1)
    closed = world.house.clock
    world.crm.move("d1", outcome=Outcome.WON, closed_at=closed)
    world.crm.move("d2", outcome=Outcome.LOST, lost_reason="Price")
    look = world.tomorrow()
    assert (look.counts.won, look.counts.lost) == (1, 1)
    with world.services.database.read() as tx:
        found = tx.history.closed(began)
    assert [(k.deal.ref.id, k.closed_at) for k in found] == [("d1", closed), ("d2", closed)]


def test_a_deal_that_was_closed_before_anybody_looked_was_open_before(world: Pulling) -> None:
    world.crm.put(a_deal(outcome=Outcome.WON, close_date=date(2026, 10, 1)))
    look = world.pull()
    assert (look.counts.new, look.counts.won) == (1, 1)
    assert world.kept().closed_at == datetime(2026, 10, 1, tzinfo=UTC)
    with world.services.database.read() as tx:
        before = tx.history.as_of(ref("d1"), datetime(2026, 9, 15, tzinfo=UTC))
    assert before is not None
    assert before.outcome is Outcome.OPEN


def test_a_deal_that_is_opened_again_is_closed_no_more(world: Pulling) -> None:
    world.crm.put(a_deal(outcome=Outcome.LOST, closed_at=datetime(2026, 10, 1, tzinfo=UTC)))
    began = world.pull().began_at
    world.crm.move("d1", outcome=Outcome.OPEN, closed_at=None)
    look = world.tomorrow()
    assert look.counts.reopened == 1
    assert world.kept().closed_at is None
    assert world.moves() == [
        ("outcome", "open", "lost", True), ("outcome", "lost", "open", True),
    ]  # fmt: skip
    with world.services.database.read() as tx:
        assert tx.history.closed(began - timedelta(days=90)) == []


def test_late_corrections_flow_through_and_the_deal_was_closed_once(world: Pulling) -> None:
    world.crm.put(a_deal())
    world.pull()
    world.house.go_on(hours=1)
    won_at = world.house.clock
    world.crm.move("d1", outcome=Outcome.WON)
    world.tomorrow()
    world.crm.move("d1", amount=usd(700), close_date=date(2026, 11, 20))
    world.tomorrow()
    world.crm.move("d1", outcome=Outcome.LOST)
    world.tomorrow()
    kept = world.kept()
    assert (kept.deal.outcome, kept.deal.amount) == (Outcome.LOST, usd(700))
    assert kept.closed_at == won_at
    assert world.moves() == [
        ("outcome", "open", "won", True),
        ("amount", "100000 USD", "70000 USD", True),
        ("close_date", "2026-12-31", "2026-11-20", True),
        ("outcome", "won", "lost", True),
    ]


def test_a_stage_that_only_got_another_name_did_not_move(world: Pulling) -> None:
    world.crm.put(a_deal())
    world.pull()
    world.crm.put(a_deal(stage="Discovery call"))
    world.tomorrow(full=True)
    assert world.moves() == []
    assert world.kept().deal.stage == "Discovery call"


def test_what_was_known_of_people_and_segments_is_not_lost(world: Pulling) -> None:
    world.crm.put(a_deal(segments={"region": "EMEA"}, participant_emails=("sam@buyer.example",)))
    world.pull()
    world.crm.move("d1", stage="Proposal", segments={}, participant_emails=())
    world.tomorrow()
    deal = world.kept().deal
    assert deal.segments == {"region": "EMEA"}
    assert deal.participant_emails == ("sam@buyer.example",)


def test_what_moved_before_a_call_was_linked_is_noted_by_the_link(world: Pulling) -> None:
    world.crm.put(a_deal())
    world.pull()
    world.crm.move("d1", stage="Demo")
    world.house.services = world.services
    world.house.scored()
    world.house.work(Queue.SYNC)
    assert world.house.call().deal == ref("d1")
    assert world.stage_moves() == [("Discovery", "Demo", True)]
    assert world.tomorrow().counts.moved == 0


def test_the_sync_queue_works_pulls_off(world: Pulling) -> None:
    world.crm.put(a_deal())
    ask_for_pulls([SLUG], world.services, full=False)
    world.house.services = world.services
    world.house.work(Queue.SYNC)
    assert world.look().counts.new == 1
