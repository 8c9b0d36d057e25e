"""Deals that are deleted, merged or restored, and their calls."""

import pytest

from domain.skills import MoveCause
from tests.jobs.fakes import ANA, NEXT_STEPS, House
from tests.jobs.outcome_world import SLUG, Pulling, a_deal, ref


@pytest.fixture
def world(house: House) -> Pulling:
    return Pulling.of(house)


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
