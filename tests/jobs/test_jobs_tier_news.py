"""A tier is told once, when what its calls share is known, and never the same one again."""

import itertools
import random
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calls import CallId
from domain.deals import DealRef
from domain.people import PersonId
from domain.skills import MoveCause, Tier, TierChange
from jobs.profiles import catch_up, follow, observe
from jobs.tier_moves import tier_moves
from jobs.tier_news import tier_news
from tests.jobs.fakes import NEXT_STEPS, NOW, QUESTIONING, House
from tests.jobs.test_jobs_refit import a_call, level, moves, seen

REP = PersonId("r9")


def told_call_by_call(house: House, number: int) -> list[TierChange]:
    """A rep who changes half-way; three calls to a deal, which is found after each call."""
    drawn = random.Random(number)
    usual, told = drawn.choice([45.0, 50.0, 60.0, 65.0, 75.0]), list[TierChange]()
    for n in range(30):
        usual += drawn.choice([-15, 15]) if n == 15 else 0
        mood = random.Random(f"{number}/{n // 3}").gauss(0, 6)
        score = min(95.0, max(5.0, usual + mood + drawn.gauss(0, 7)))
        told += one_call(house, n, score, DealRef("salesforce", f"d{n // 3}"))
    return told


def one_call(house: House, n: int, score: float, deal: DealRef | None = None) -> list[TierChange]:
    call_id, at = CallId(f"{REP}-{n}"), NOW - timedelta(days=60 - 2 * n)
    house.clock = at + timedelta(hours=2)
    observed = [seen(REP, call_id, at, score, "discovery")]
    with house.database.write() as tx:
        tx.calls.put(a_call(call_id, REP, at))
        told = list(observe(tx, call_id, observed, house.services, told=deal is None))
        if deal is not None:
            tx.calls.link(call_id, deal=deal, reason="x")
            pairs = tx.profiles.of_call(call_id)
            told += follow(tx, pairs, house.services, MoveCause.DEAL, call_id, told=True)
    return told


@pytest.mark.parametrize("number", range(20))
def test_the_same_tier_is_never_told_twice_in_a_row(house: House, number: int) -> None:
    tiers = [change.after for change in told_call_by_call(house, number)]
    assert all(before is not after for before, after in itertools.pairwise(tiers))


@pytest.mark.parametrize("number", range(20))
def test_what_was_told_last_is_the_tier_that_stands(house: House, number: int) -> None:
    told = told_call_by_call(house, number)
    with house.database.read() as tx:
        found = tx.profiles.get(REP, NEXT_STEPS)
    assert found is not None
    assert found.tier is (told[-1].after if told else None)


def test_what_one_call_tips_later_in_another_skill_is_another_message(house: House) -> None:
    change = TierChange(
        rep_id=REP,
        skill_id=NEXT_STEPS,
        before=Tier.DEVELOPING,
        after=Tier.PROFICIENT,
        at=NOW,
        because_of=CallId("c1"),
        level=80.0,
        standard_error=4.0,
        calls=9,
        fit=0,
    )
    later = replace(change, skill_id=QUESTIONING)
    keys = [e.key for c in (change, later) for e in tier_news([c], house.services)]
    assert len(set(keys)) == 4


def changed_by_rules(house: House) -> None:
    """Excellent under the usual rules, which come after strict ones that nobody can reach."""
    usual = house.services
    bounds = tuple((tier, b if b < 70.0 else 99.0) for tier, b in usual.rules.tier_bounds)
    house.services = house.services_with(rules=replace(usual.rules, tier_bounds=bounds))
    for n in range(25):
        one_call(house, n, 50.0 if n < 10 else 95.0)
    house.services = usual


def test_what_new_rules_tip_is_told_with_the_next_call_even_if_a_deal_came_between(
    house: House,
) -> None:
    changed_by_rules(house)
    with house.database.write() as tx:
        catch_up(tx, [REP], house.services)
        linked = CallId(f"{REP}-3")
        tx.calls.link(linked, deal=DealRef("salesforce", "d"), reason="x")
        follow(tx, tx.profiles.of_call(linked), house.services, MoveCause.DEAL, linked)
    assert one_call(house, 25, 95.0)


def test_a_deal_takes_no_blame_for_new_rules(house: House) -> None:
    changed_by_rules(house)
    was = level(house, (REP, NEXT_STEPS))
    house.services = house.services_with(
        rules=replace(house.services.rules, prior_mean=house.services.rules.prior_mean + 20.0)
    )
    with house.database.write() as tx:
        linked = CallId(f"{REP}-3")
        tx.calls.link(linked, deal=DealRef("salesforce", "alone"), reason="x")
        follow(tx, tx.profiles.of_call(linked), house.services, MoveCause.DEAL, linked)
    assert level(house, (REP, NEXT_STEPS)) != was
    assert moves(house, (REP, NEXT_STEPS))[-1].cause is MoveCause.BASIS


def a_change_that_was_told(house: House) -> TierChange:
    """The last one of a rep for whom a tier really changed."""
    told = (told_call_by_call(house, number) for number in range(20))
    return next(t[-1] for t in told if t and not t[-1].is_first)


def message_about(change: TierChange, call: str) -> dict[str, str]:
    return {
        "rep_id": change.rep_id, "call_id": call, "audience": "rep",
        "skills": change.skill_id, "tiers": change.after.value,
    }  # fmt: skip


def test_a_change_that_another_call_tipped_after_all_is_told_all_the_same(house: House) -> None:
    change = a_change_that_was_told(house)
    with house.database.read() as tx:
        found = tier_moves(REP, message_about(change, "scored-before-it"), tx, house.services)
    assert [(m.change.because_of, m.change.after) for m in found] == [
        (change.because_of, change.after)
    ]


def test_it_is_not_told_twice_where_the_other_call_has_its_own_message(house: House) -> None:
    change = a_change_that_was_told(house)
    with house.database.write() as tx:
        for effect in tier_news([change], house.services):
            tx.outbox.add_if_new(effect)
        payload = message_about(change, "scored-before-it")
        assert tier_moves(REP, payload, tx, house.services) == ()


def test_another_tier_than_the_one_that_was_news_is_not_told(house: House) -> None:
    change = a_change_that_was_told(house)
    other = next(tier for tier in Tier if tier is not change.after)
    payload = message_about(replace(change, after=other), "scored-before-it")
    with house.database.read() as tx:
        assert tier_moves(REP, payload, tx, house.services) == ()
