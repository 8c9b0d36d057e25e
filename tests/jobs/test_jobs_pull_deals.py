from datetime import UTC, date, datetime, timedelta

import pytest

from domain.deals import Outcome
from domain.effects import EffectState, Queue
from domain.errors import CredentialsRejected, UnexpectedPayload, VendorUnavailable
from domain.skills import MoveCause
from jobs.pull_deals import pull_deals
from jobs.pull_now import ask_for_pulls, pull_standing, work_on_pulls
from jobs.retries import LeaseLost, NotYet
from tests.jobs.fakes import ANA, NEXT_STEPS, House
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


# the CRM's own history


def test_the_history_of_deals_with_calls_is_asked_for_in_portions(house: House) -> None:
    world = Pulling.of(house, keeps_history=True)
    world.crm.put(*(a_deal(f"d{i}") for i in range(5)))
    for i in (0, 2, 4):
        world.link(f"c{i}", f"d{i}")
    world.pull()
    assert world.crm.asked_for("history") == [("d0", "d2"), ("d4",)]
    world.tomorrow()
    assert len(world.crm.asked_for("history")) == 2


def test_the_crms_own_history_replaces_what_was_seen(house: House) -> None:
    world = Pulling.of(house, keeps_history=True)
    world.crm.put(a_deal())
    world.pull()
    world.crm.move("d1", stage="Demo")
    house.go_on(hours=1)
    world.crm.move("d1", stage="Proposal")
    world.tomorrow()
    assert world.stage_moves() == [("Discovery", "Proposal", True)]
    world.link("c1", "d1")
    world.tomorrow()
    assert world.stage_moves() == [("Discovery", "Demo", False), ("Demo", "Proposal", False)]


def test_what_the_crm_keeps_no_history_of_stays_as_it_was_seen(house: House) -> None:
    world = Pulling.of(house, keeps_history=True)
    world.crm.put(a_deal())
    world.link("c1", "d1")
    world.pull()
    world.crm.move("d1", stage="Demo", owner_email="ben@seller.example")
    world.tomorrow()
    assert world.moves() == [
        ("owner", "ana@seller.example", "ben@seller.example", True),
        ("stage", "Discovery", "Demo", False),
    ]


def test_what_the_crm_told_once_stays_when_it_keeps_it_no_longer(house: House) -> None:
    world = Pulling.of(house, keeps_history=True)
    world.crm.put(a_deal())
    world.link("c1", "d1")
    world.crm.move("d1", stage="Demo")
    world.pull()
    world.crm.history["d1"].clear()
    world.crm.move("d1", stage="Proposal")
    world.tomorrow()
    assert world.stage_moves() == [("Discovery", "Demo", False), ("Demo", "Proposal", False)]


def test_closing_as_the_crm_tells_it_dates_the_deal(house: House) -> None:
    world = Pulling.of(house, keeps_history=True)
    world.crm.put(a_deal())
    world.link("c1", "d1")
    won_at = house.clock
    world.crm.move("d1", outcome=Outcome.WON)
    world.pull()
    assert world.moves() == [("outcome", "open", "won", False)]
    assert world.kept().closed_at == won_at


# deleted, merged, restored


def profile_causes(world: Pulling) -> list[MoveCause]:
    with world.services.database.read() as tx:
        return [move.cause for move in tx.profiles.moves(ANA.id, NEXT_STEPS)]


def test_calls_leave_a_deal_that_was_deleted_and_profiles_follow(world: Pulling) -> None:
    world.crm.put(a_deal())
    world.pull()
    for n, score in enumerate((40.0, 60.0, 90.0, 95.0)):
        world.link(f"c{n}", "d1", score=score, days_ago=9 - n)
    before = profile_causes(world).count(MoveCause.DEAL)
    world.crm.delete("d1")
    look = world.tomorrow()
    assert look.counts.gone == 1
    assert world.deal_of("c1") == (None, f"the deal is gone from {SLUG}")
    assert profile_causes(world).count(MoveCause.DEAL) == before + 1
    with world.services.database.read() as tx:
        assert tx.deals.list() == []
        assert tx.history.as_of(ref("d1"), world.house.clock) is None


def test_calls_go_to_the_deal_that_another_was_merged_into(world: Pulling) -> None:
    world.crm.put(a_deal("d1"), a_deal("d2"))
    world.pull()
    world.link("c1", "d1")
    world.crm.move("d1", stage="Demo")
    world.tomorrow()
    world.crm.merge("d1", into="d2")
    look = world.tomorrow()
    assert (look.counts.merged, look.counts.gone) == (1, 0)
    assert world.deal_of("c1") == ("d2", f"merged into {SLUG} deal d2")
    assert world.kept("d1").merged_into == "d2"
    assert world.stage_moves("d1") == [("Discovery", "Demo", True)]
    assert [e.effect.key for e in world.house.effects() if "deal" in e.effect.key] == [
        f"crm:deal:{SLUG}:d2"
    ]


def test_a_deal_without_calls_is_marked_without_a_question(world: Pulling) -> None:
    world.crm.put(a_deal("d1"), a_deal("d2"), a_deal("d3"))
    world.pull()
    world.crm.delete("d1")
    world.crm.merge("d2", into="d3")
    look = world.tomorrow()
    assert (look.counts.gone, look.counts.merged) == (1, 1)
    assert world.crm.asked_for("deal") == []


def test_merged_twice_the_calls_stand_on_the_last(world: Pulling) -> None:
    world.crm.put(a_deal("d1"), a_deal("d2"), a_deal("d3"))
    world.pull()
    world.link("c1", "d1")
    world.crm.merge("d1", into="d2")
    world.crm.merge("d2", into="d3")
    world.tomorrow()
    assert world.deal_of("c1")[0] == "d3"


def test_a_deal_that_is_restored_stands_again(world: Pulling) -> None:
    world.crm.put(a_deal())
    world.pull()
    world.crm.delete("d1")
    world.tomorrow()
    world.crm.restore("d1")
    world.tomorrow()
    assert world.kept().gone_at is None
    with world.services.database.read() as tx:
        assert [deal.ref.id for deal in tx.deals.list()] == ["d1"]


def test_a_deletion_that_was_taken_back_while_pages_were_read_unlinks_nothing(
    world: Pulling,
) -> None:
    world.crm.put(a_deal("d1"), a_deal("d2"), a_deal("d3"))
    world.pull()
    world.link("c1", "d1")
    world.crm.delete("d1")
    told = world.crm.deals_changed(world.look().began_at, None, {})
    assert told.gone == ("d1",)
    world.crm.restore("d1")
    world.crm.deals_changed = lambda *_: told  # type: ignore[method-assign]
    world.tomorrow()
    assert world.deal_of("c1")[0] == "d1"


def test_a_deletion_nobody_tells_of_is_found_after_two_looks_at_all(house: House) -> None:
    world = Pulling.of(house, tells_deletions=False)
    world.crm.put(a_deal("d1"), a_deal("d2"))
    world.pull()
    world.link("c1", "d1")
    world.link("c2", "d2")
    world.crm.delete("d1")
    world.tomorrow(full=True)
    assert world.deal_of("c1")[0] == "d1"
    look = world.tomorrow(full=True)
    assert look.counts.gone == 1
    assert world.deal_of("c1")[0] is None
    assert world.deal_of("c2")[0] == "d2"
    assert world.crm.asked_for("deal") == ["d1"]


def test_a_merger_nobody_tells_of_is_found_the_same_way(house: House) -> None:
    world = Pulling.of(house, tells_deletions=False)
    world.crm.put(a_deal("d1"), a_deal("d2"))
    world.pull()
    world.link("c1", "d1")
    world.crm.merge("d1", into="d2")
    world.tomorrow(full=True)
    world.tomorrow(full=True)
    assert world.deal_of("c1")[0] == "d2"


def test_if_far_too_many_are_missing_none_is_taken_for_deleted(house: House) -> None:
    world = Pulling.of(house, tells_deletions=False)
    world.crm.put(*(a_deal(f"d{i}") for i in range(12)))
    world.pull()
    for i in range(12):
        world.link(f"c{i}", f"d{i}")
        world.crm.delete(f"d{i}")
    world.tomorrow(full=True)
    look = world.tomorrow(full=True)
    assert look.counts.gone == 0
    assert look.error is not None
    assert "12 of 12" in look.error
    assert world.deal_of("c1")[0] == "d1"


# stopped, failed, doubled


class Killed(BaseException):
    """As if the process had lost power."""


def kill() -> None:
    raise Killed


@pytest.mark.parametrize("point", ["pull.page", "pull.kept", "pull.end", "pull.history"])
def test_a_pull_that_is_killed_goes_on_where_it_was(house: House, point: str) -> None:
    world = Pulling.of(house, keeps_history=True)
    world.crm.put(*(a_deal(f"d{i}") for i in range(6)))
    world.pull()
    world.link("c1", "d1")
    world.link("c2", "d2")
    for i in range(1, 5):
        world.crm.move(f"d{i}", stage="Demo")
    world.crm.delete("d2")
    house.go_on(days=1)
    ask_for_pulls([SLUG], world.services, full=False)
    house.acts[point] = kill
    with pytest.raises(Killed):
        pull_deals(world.claim()[0], world.services)
    pages = len(world.crm.asked_for("page"))
    house.go_on(seconds=180)
    while work_on_pulls(world.services):
        pass
    look = world.look()
    counts = look.counts
    assert (counts.changed, counts.moved, counts.gone, look.pages) == (3, 3, 1, 2)
    assert len(world.crm.asked_for("page")) - pages < 2 + 2  # the rest, and the one asked anew
    assert world.stage_moves("d1") == [("Discovery", "Demo", False)]
    assert world.stage_moves("d3") == [("Discovery", "Demo", True)]
    assert world.deal_of("c2")[0] is None


def test_a_long_pull_lets_others_have_their_turn(world: Pulling) -> None:
    world.crm.put(*(a_deal(f"d{i:03}") for i in range(100)))
    ask_for_pulls([SLUG], world.services, full=False)
    assert work_on_pulls(world.services)
    assert (world.look().under_way, world.look().pages) == (True, 20)
    (record,) = world.house.effects()
    assert (record.state, record.attempts) == (EffectState.PENDING, 1)
    while work_on_pulls(world.services):
        pass
    assert (world.look().under_way, world.look().counts.new) == (False, 100)


def test_two_pulls_of_a_crm_never_look_at_the_same_time(world: Pulling) -> None:
    world.crm.put(a_deal())
    ask_for_pulls([SLUG], world.services, full=False)
    (first,) = world.claim()
    world.house.go_on(days=1)
    ask_for_pulls([SLUG], world.services, full=False)
    claims = world.claim(), world.claim()  # the first one's lease has ended as well
    (again,), (second,) = claims
    refused: list[object] = []

    def meanwhile() -> None:
        with pytest.raises(NotYet) as told:
            pull_deals(second, world.services)
        refused.append(told.value)

    world.house.acts["pull.kept"] = meanwhile
    pull_deals(again, world.services)
    assert refused
    with pytest.raises(LeaseLost):
        pull_deals(first, world.services)
    pull_deals(second, world.services)
    assert world.look().counts.new + world.look().counts.changed <= 1
    assert [e.state for e in world.house.effects()] == [EffectState.SENT] * 2


def test_a_worker_that_lost_its_lease_keeps_nothing(world: Pulling) -> None:
    world.crm.put(a_deal())
    ask_for_pulls([SLUG], world.services, full=False)
    (first,) = world.claim()
    world.house.go_on(hours=1)
    world.claim()
    with pytest.raises(LeaseLost):
        pull_deals(first, world.services)
    assert world.kept() is None


def test_what_fails_is_tried_again_and_what_was_kept_stays(world: Pulling) -> None:
    world.crm.put(*(a_deal(f"d{i}") for i in range(4)))
    world.house.acts["pull.kept"] = lambda: world.crm.raises.append(VendorUnavailable(SLUG, "502"))
    look = world.pull()
    assert (look.under_way, look.pages, look.error) == (True, 1, f"{SLUG}: 502")
    world.house.go_on(minutes=1)
    assert work_on_pulls(world.services)
    assert (world.look().counts.new, world.look().error) == (4, None)
    assert world.crm.asked_for("page") == [None, "2", "2"]


def test_a_place_the_crm_has_forgotten_is_not_asked_for_again(world: Pulling) -> None:
    world.crm.put(*(a_deal(f"d{i}") for i in range(4)))
    world.house.acts["pull.kept"] = lambda: world.crm.raises.append(
        UnexpectedPayload(SLUG, "cursor")
    )
    world.pull()
    world.house.go_on(minutes=1)
    work_on_pulls(world.services)
    assert world.crm.asked_for("page") == [None, "2", None, "2"]
    assert world.look().counts.new == 4


def test_a_look_that_stood_still_for_too_long_begins_again(world: Pulling) -> None:
    world.crm.put(*(a_deal(f"d{i}") for i in range(4)))
    world.house.acts["pull.kept"] = kill
    with pytest.raises(Killed):
        world.pull()
    world.tomorrow()
    assert world.crm.asked_for("page") == [None, None, "2"]
    assert len([i for i in range(4) if world.kept(f"d{i}")]) == 4


def test_rejected_credentials_park_the_pull(world: Pulling) -> None:
    world.crm.raises.append(CredentialsRejected(SLUG, "expired"))
    world.house.go_on(minutes=1)
    pull = ask_for_pulls([SLUG], world.services, full=False)[SLUG]
    work_on_pulls(world.services)
    standing = pull_standing(pull, world.services)
    assert standing.state is EffectState.PARKED
    assert standing.error is not None
    assert "expired" in standing.error
    assert not standing.open


def test_a_crm_that_is_not_connected_any_more_is_skipped(world: Pulling) -> None:
    ask_for_pulls(["hubspot"], world.services, full=False)
    work_on_pulls(world.services)
    (record,) = world.house.effects()
    assert (record.state, record.error) == (EffectState.SKIPPED, "hubspot is not connected")


def test_a_page_that_is_followed_by_itself_ends_the_pull(world: Pulling) -> None:
    world.crm.put(a_deal("d1"), a_deal("d2"), a_deal("d3"))
    page = world.crm.deals_changed(None, None, {})
    world.crm.deals_changed = lambda *_: page  # type: ignore[method-assign]
    look = world.pull()
    assert look.error is not None
    assert "followed by itself" in look.error
