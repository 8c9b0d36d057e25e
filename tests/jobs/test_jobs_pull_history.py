"""The CRM's own history of deals with calls."""

from domain.deals import Outcome
from tests.jobs.fakes import House
from tests.jobs.outcome_world import Pulling, a_deal


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
