"""The company's figures are fitted when it is time, and profiles follow with a stated cause."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from domain.batches import GradingBatch
from domain.calls import Call, CallId, CallState
from domain.effects import Claimed, EffectKind, EffectState, Queue
from domain.people import PersonId
from domain.ports import ClaimTerms, Stores
from domain.rubrics import SkillId
from domain.skills import MoveCause, ProfileMove, SkillObservation, TierChange
from jobs import refit, rep_rounds
from jobs.corrections import delete_call, rescore_call
from jobs.profiles import catch_up, observe
from jobs.refit import ask_for_fit, due_fit, fit_company, plan_fit
from jobs.services import Services
from scoring.fitted import Fitted
from store.leases import MAX_ATTEMPTS
from tests.jobs.fakes import ANA, NEXT_STEPS, NOW, House, news, talk

REPS = tuple(PersonId(f"rep{n}") for n in range(6))
PAIR = (REPS[0], NEXT_STEPS)


def fill(house: House, *, calls: int = 6, first: int = 0, easy: float = 0.0) -> None:
    """``calls`` calls of each of six reps; pricing calls score 12 points below the others."""
    with house.database.write() as tx:
        for n in range(first, first + calls):
            for place, rep in enumerate(REPS):
                call_id = CallId(f"{rep}-{n}")
                kind = "pricing" if n % 2 else "discovery"
                at = NOW - timedelta(days=60.0 - 5.0 * n + place / 100)
                tx.calls.put(a_call(call_id, rep, at))
                score = 50.0 + 4.0 * place + easy - (12.0 if n % 2 else 0.0)
                observe(tx, call_id, [seen(rep, call_id, at, score, kind)], house.services)


def a_call(call_id: CallId, rep: PersonId, at: datetime) -> Call:
    return Call(
        id=call_id,
        provider="zoom",
        provider_ref=call_id,
        title="A call",
        started_at=at,
        duration_s=300.0,
        state=CallState.SCORED,
        rep_id=rep,
    )


def seen(rep: PersonId, call_id: CallId, at: datetime, score: float, kind: str) -> SkillObservation:
    return SkillObservation(
        rep_id=rep,
        skill_id=NEXT_STEPS,
        call_id=call_id,
        observed_at=at,
        score=score,
        criteria=2,
        parts=(("r.v1/a", score + 4.0, 1.0), ("r.v1/b", score - 4.0, 1.0)),
        call_type=kind,
    )


def moves(house: House, pair: tuple[PersonId, SkillId] = PAIR) -> list[ProfileMove]:
    with house.database.read() as tx:
        return list(tx.profiles.moves(*pair))


def level(house: House, pair: tuple[PersonId, SkillId] = PAIR) -> float:
    with house.database.read() as tx:
        found = tx.profiles.get(*pair)
    assert found is not None
    return found.level


def fit_now(house: House) -> None:
    plan_fit(house.services)
    house.work(Queue.SYNC)
    plan_fit(house.services)


def test_few_observations_are_not_fitted(house: House) -> None:
    fill(house, calls=4)
    with house.database.read() as tx:
        assert due_fit(tx, NOW) is None


def test_a_fit_is_due_once_there_is_enough_and_then_not_again(house: House) -> None:
    fill(house)
    plan_fit(house.services)
    plan_fit(house.services)
    (asked,) = house.effects(EffectKind.COMPANY_FIT)
    assert asked.effect.key == "company:fit:1"
    house.work(Queue.SYNC)
    (done,) = house.effects(EffectKind.COMPANY_FIT)
    assert done.state is EffectState.SENT
    with house.database.read() as tx:
        assert due_fit(tx, house.clock) is None


def test_a_fit_is_due_again_in_the_next_four_weeks(house: House) -> None:
    fill(house)
    fit_now(house)
    house.go_on(days=28)
    with house.database.read() as tx:
        due = due_fit(tx, house.clock)
    assert due is not None
    assert due.version == 2


def test_a_fit_is_due_again_once_the_data_have_grown_by_half(house: House) -> None:
    fill(house, calls=5)
    fit_now(house)
    fill(house, first=5, calls=9)
    with house.database.read() as tx:
        due = due_fit(tx, house.clock)
    assert due is not None
    assert due.observations == 14 * len(REPS)


def asked(house: House) -> list[EffectState]:
    return [each.state for each in house.effects(EffectKind.COMPANY_FIT)]


def claim_ready(house: House) -> Sequence[Claimed[Call]]:
    with house.database.write() as tx:
        return tx.calls.claim_ready(ClaimTerms(9, 600.0, house.services.monotonic()))


def is_to_be_scored(house: House) -> None:
    house.put_ready("m1", talk(2), days_ago=1.0)


def is_being_scored(house: House) -> None:
    is_to_be_scored(house)
    assert claim_ready(house)


def is_held_for_later(house: House) -> None:
    is_to_be_scored(house)
    (claimed,) = claim_ready(house)
    with house.database.write() as tx:
        assert tx.calls.retry(claimed, after_s=26 * 3600.0, error="held", counts=False)


def waits_for_its_transcript(house: House) -> None:
    house.hand_in("ended", news())
    house.work(Queue.INGEST)
    assert house.call().state is CallState.WAITING


def is_an_unread_delivery(house: House) -> None:
    house.hand_in("ended", news())


def is_in_a_batch(house: House) -> None:
    with house.database.write() as tx:
        tx.batches.put(GradingBatch(id="b1", call_ids=(CallId("m1"),), begun_at=NOW))


COMING_IN = (
    is_to_be_scored, is_being_scored, is_held_for_later, waits_for_its_transcript,
    is_an_unread_delivery, is_in_a_batch,
)  # fmt: skip


@pytest.mark.parametrize("a_call", COMING_IN, ids=lambda each: each.__name__)
def test_no_fit_is_asked_for_while_a_call(house: House, a_call: Callable[[House], None]) -> None:
    fill(house)
    a_call(house)
    plan_fit(house.services)
    assert asked(house) == []


def test_a_fit_that_waited_is_asked_for_once_the_calls_are_scored(house: House) -> None:
    fill(house)
    is_to_be_scored(house)
    plan_fit(house.services)
    house.work(Queue.SCORE)
    plan_fit(house.services)
    assert asked(house) == [EffectState.PENDING]


def test_a_company_whose_queue_is_never_empty_gets_its_fit_after_two_days(house: House) -> None:
    fill(house)
    is_held_for_later(house)
    plan_fit(house.services)
    house.go_on(hours=47)
    plan_fit(house.services)
    assert asked(house) == []
    house.go_on(hours=1)
    plan_fit(house.services)
    assert asked(house) == [EffectState.PENDING]


def fail_for_good(house: House) -> None:
    """Ask for the fit; every worker that takes it is killed, until it is given up."""
    plan_fit(house.services)
    for _ in range(MAX_ATTEMPTS):
        house.claim_effect(lease_s=60.0)
        house.go_on(seconds=60)
    house.work(Queue.SYNC)
    assert asked(house) == [EffectState.DEAD]


def test_a_fit_that_failed_for_good_is_asked_for_again_the_next_day(house: House) -> None:
    fill(house)
    fail_for_good(house)
    house.go_on(hours=23)
    plan_fit(house.services)
    assert asked(house) == [EffectState.DEAD]
    house.go_on(hours=1)
    fit_now(house)
    with house.database.read() as tx:
        assert tx.fits.get(1, Fitted).version == 1


def test_a_fit_that_was_asked_for_but_is_not_there_is_asked_for_again(house: House) -> None:
    fill(house)
    plan_fit(house.services)
    claimed = house.claim_effect()
    with house.database.write() as tx:
        assert tx.outbox.settle(claimed, EffectState.SENT)
    house.go_on(days=1)
    plan_fit(house.services)
    assert asked(house) == [EffectState.PENDING]


def test_who_asks_for_a_fit_gets_it_though_none_is_due_and_it_failed_before(house: House) -> None:
    fill(house)
    fail_for_good(house)
    assert ask_for_fit(house.services).version == 1
    house.work(Queue.SYNC)
    with house.database.read() as tx:
        assert due_fit(tx, house.clock) is None
    assert ask_for_fit(house.services).version == 2
    house.work(Queue.SYNC)
    with house.database.read() as tx:
        assert tx.fits.get(2, Fitted).version == 2


def test_the_fit_of_a_new_block_waits_for_nothing(house: House) -> None:
    fill(house)
    fit_now(house)
    house.put_ready("m1", talk(2), days_ago=1.0)
    house.go_on(days=28)
    plan_fit(house.services)
    assert len(house.effects(EffectKind.COMPANY_FIT)) == 2


def test_a_fit_takes_off_what_a_call_type_adds(house: House) -> None:
    fill(house)
    fit_now(house)
    with house.database.read() as tx:
        fitted = tx.fits.get(1, Fitted)
    norms = fitted.norms[NEXT_STEPS]
    assert norms.call_types["discovery"] - norms.call_types["pricing"] > 6.0
    assert fitted.version == 1


def test_the_same_version_is_not_fitted_twice(house: House) -> None:
    fill(house)
    assert fit_company(1, house.services)
    assert not fit_company(1, house.services)
    assert not fit_company(3, house.services)


def test_profiles_are_brought_onto_a_new_fit_and_say_so(house: House) -> None:
    fill(house)
    before = level(house)
    fit_now(house)
    last = moves(house)[-1]
    assert (last.cause, last.call_id, last.before) == (MoveCause.BASIS, None, before)
    assert last.after == level(house) != before
    assert last.basis.startswith("fit 1, rules ")


def test_moves_add_up_to_the_level_whatever_happens(house: House) -> None:
    fill(house)
    fit_now(house)
    fill(house, first=6, calls=2)
    record = moves(house)
    assert record[0].before is None
    for earlier, later in pairwise(record):
        assert later.before == earlier.after
    assert record[-1].after == level(house)


def test_a_scored_call_catches_up_first_so_that_it_takes_no_blame(house: House) -> None:
    fill(house)
    assert fit_company(1, house.services)
    fill(house, first=6, calls=1)
    assert [m.cause for m in moves(house)[-2:]] == [MoveCause.BASIS, MoveCause.CALL]


def test_only_so_many_reps_are_brought_forward_between_two_rounds(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rep_rounds, "REPS_A_ROUND", 2)
    fill(house)
    assert fit_company(1, house.services)
    plan_fit(house.services)
    assert [len(moves(house, (rep, NEXT_STEPS))) for rep in REPS] == [7, 7, 6, 6, 6, 6]


def test_a_rep_that_cannot_be_brought_forward_keeps_no_other_behind(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_for_the_first(tx: Stores, reps: list[PersonId], services: Services) -> None:
        if REPS[0] in reps:
            raise ValueError
        catch_up(tx, reps, services)

    fill(house)
    assert fit_company(1, house.services)
    monkeypatch.setattr(refit, "catch_up", fails_for_the_first)
    assert plan_fit(house.services) == len(REPS) - 1
    assert plan_fit(house.services) == 0


def test_other_rules_bring_profiles_forward_too(house: House) -> None:
    fill(house)
    rules = replace(house.services.rules, prior_mean=30.0)
    plan_fit(house.services_with(rules=rules))
    assert moves(house)[-1].cause is MoveCause.BASIS


def test_every_way_a_call_can_move_a_level_has_its_name(house: House) -> None:
    call = house.put_ready("m1", talk(2), days_ago=1.0)
    house.work(Queue.SCORE)
    house.put_ready("m1", talk(4), days_ago=1.0)
    with house.database.write() as tx:
        tx.calls.put(replace(house.call(), state=CallState.SCORED))
    rescore_call(call.id, house.services)
    house.work(Queue.SCORE)
    delete_call(call.id, house.services)
    pair = (ANA.id, NEXT_STEPS)
    causes = [m.cause for m in moves(house, pair)]
    assert causes == [MoveCause.CALL, MoveCause.CALL_AGAIN, MoveCause.CALL_GONE]
    assert moves(house, pair)[-1].after is None


def tiers(house: House, pair: tuple[PersonId, SkillId] = PAIR) -> list[TierChange]:
    with house.database.read() as tx:
        return list(tx.profiles.announced(pair[0]).get(pair[1], ()))


def test_a_new_fit_leaves_what_was_announced_as_it_was_told(house: House) -> None:
    fill(house, calls=8)
    before = {rep: tiers(house, (rep, NEXT_STEPS)) for rep in REPS}
    assert all(before.values())
    fit_now(house)
    for rep, told in before.items():
        assert tiers(house, (rep, NEXT_STEPS))[: len(told)] == told
    assert {c.fit for told in before.values() for c in told} == {0}


def test_what_comes_after_a_fit_is_decided_under_it(house: House) -> None:
    fill(house, calls=4)  # too few for a first announcement
    assert tiers(house) == []
    assert fit_company(1, house.services)
    fill(house, first=4, calls=5)
    assert [c.fit for c in tiers(house)] == [1]


def test_an_announcement_goes_with_the_call_that_tipped_it(house: House) -> None:
    fill(house, calls=8)
    fit_now(house)
    (told, *_) = tiers(house)
    with house.database.write() as tx:
        observe(tx, told.because_of, (), house.services)
    assert told.because_of not in {c.because_of for c in tiers(house)}


def test_predictions_of_the_block_that_ended_are_checked_once(house: House) -> None:
    fill(house, calls=12)
    fit_now(house)
    house.go_on(days=28)
    fit_now(house)
    with house.database.read() as tx:
        fitted = tx.fits.get(2, Fitted)
    assert fitted.checked > 0
    assert fitted.check.pairs == len(REPS)
