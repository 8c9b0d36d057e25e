"""Pulls that are stopped, fail, or run twice."""

import pytest

from domain.effects import EffectState
from domain.errors import CredentialsRejected, UnexpectedPayload, VendorUnavailable
from jobs.pull_deals import pull_deals
from jobs.pull_now import ask_for_pulls, pull_standing, work_on_pulls
from jobs.retries import LeaseLost, NotYet
from tests.jobs.fakes import House
from tests.jobs.outcome_world import SLUG, Pulling, a_deal


@pytest.fixture
def world(house: House) -> Pulling:
    return Pulling.of(house)


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


def test_a_slow_look_that_goes_on_does_not_begin_again(world: Pulling) -> None:
    world.crm.put(*(a_deal(f"d{i}") for i in range(6)))
    ask_for_pulls([SLUG], world.services, full=False)
    for _ in range(2):
        world.house.acts["pull.kept"] = kill
        with pytest.raises(Killed):
            work_on_pulls(world.services)
        world.house.go_on(hours=11)
    work_on_pulls(world.services)
    assert world.crm.asked_for("page") == [None, "2", "4"]


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
