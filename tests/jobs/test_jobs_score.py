"""A ready call becomes one scorecard and one profile, all of it or nothing."""

from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.calls import CallId, CallState, NotScorable
from domain.effects import EffectKind, EffectState, Queue
from domain.errors import (
    CredentialsRejected,
    GradingError,
    GradingRefused,
    IntegrationError,
    StoreConflict,
    StoreUnavailable,
    UnexpectedPayload,
    VendorUnavailable,
)
from domain.ports import ClaimTerms, Database, Stores
from domain.rubrics import SkillId
from domain.skills import Tier, TierChange
from domain.usage import NOTHING, Usage
from jobs.corrections import delete_call, rescore_call
from jobs.line import DEFECT_RETRY_S, DEFECT_TRIES
from jobs.retries import BACKOFF_S, MAX_GRADINGS, PARK_S, LeaseLost
from jobs.score import keep_scorecard, score_call
from scoring.scorecard import make_scorecard
from store.leases import MAX_ATTEMPTS
from tests.jobs.fakes import ANA, NEXT_STEPS, NOW, OBJECTIONS, QUESTIONING, RUBRIC, House, talk

SECRET = "the board fires Priya on Monday"


class PowerCut(BaseException):
    """What no handler catches."""


class ReadOnly:
    """A database that is read, and keeps nothing just now."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> AbstractContextManager[Stores]:
        return self._database.read()

    def write(self) -> AbstractContextManager[Stores]:
        raise StoreUnavailable("the disk is full")


def tier_changes(house: House) -> list[TierChange]:
    with house.database.read() as tx:
        return list(tx.profiles.tier_changes([ANA.id], since=NOW - timedelta(days=400)))


def rising(house: House, *, last_days_ago: float = 1.0) -> None:
    """Ana starts low and becomes strong: a first tier, then real changes."""
    levels = [1] * 5 + [4] * 7
    for n, level in enumerate(levels):
        days_ago = last_days_ago + 5 * (len(levels) - 1 - n)
        house.put_ready(f"r{n:02d}", talk(level), days_ago=days_ago)
        house.work(Queue.SCORE)


@pytest.mark.parametrize("point", ["score.graded", "score.before_commit"])
def test_a_power_cut_before_the_commit_leaves_nothing(house: House, point: str) -> None:
    house.services = house.services_with(crms={"salesforce": house.crm})
    house.ingest()

    def cut() -> None:
        raise PowerCut

    house.acts[point] = cut
    with pytest.raises(PowerCut):
        house.work(Queue.SCORE)
    with house.database.read() as tx:
        assert tx.scorecards.latest(house.call().id) is None
        assert tx.profiles.count() == (0, 0)
    assert (house.profile(), house.effects()) == ({}, [])
    assert house.call().state is CallState.READY
    house.go_on(seconds=house.services.thresholds.lease_s)
    house.work(Queue.SCORE)
    assert house.call().state is CallState.SCORED
    assert len(house.effects()) == 2


def test_scoring_twice_leaves_one_scorecard_and_every_effect_once(house: House) -> None:
    house.services = house.services_with(crms={"salesforce": house.crm})
    house.ingest()
    with house.database.write() as tx:
        (first,) = tx.calls.claim_ready(ClaimTerms(1, 60.0))
    house.go_on(seconds=61)
    house.work(Queue.SCORE)
    before = house.profile(), house.effects()
    with pytest.raises(LeaseLost):
        score_call(first, house.services)
    assert (house.profile(), house.effects()) == before
    assert {calls for _, calls in house.profile().values()} == {1}


def test_another_answer_for_the_same_version_does_not_mix_with_the_kept_one(house: House) -> None:
    call = house.scored()
    profile = house.profile()
    with house.database.read() as tx:
        transcript = tx.calls.transcript(call.id)
    assert transcript is not None
    card = make_scorecard(
        call=call, rubric=RUBRIC, transcript=transcript, grader_name="fake", grader_version="2",
        reply=house.grader.grade(RUBRIC, call.call_type, transcript), created_at=NOW,
    )  # fmt: skip
    other = replace(card, criteria=tuple(replace(c, level=0, not_scored=None)
                                         for c in card.criteria))  # fmt: skip
    with house.database.write() as tx:
        keep_scorecard(tx, call, RUBRIC, other, house.services)
        kept = tx.scorecards.latest(call.id)
    assert house.profile() == profile
    assert kept is not None
    assert kept.grader_version == "1"


def test_a_criterion_without_a_level_says_nothing_of_its_skill(house: House) -> None:
    house.scored()
    assert set(house.profile()) == {(ANA.id, NEXT_STEPS), (ANA.id, QUESTIONING)}
    with house.database.read() as tx:
        assert tx.profiles.observations(ANA.id, OBJECTIONS) == []


def test_a_call_without_a_known_rep_is_scored_and_moves_no_profile(house: House) -> None:
    call = house.put_ready("m1", talk(), days_ago=1)
    with house.database.write() as tx:
        tx.calls.put(replace(call, rep_id=None))
    house.work(Queue.SCORE)
    assert (house.call().state, house.profile(), house.effects()) == (CallState.SCORED, {}, [])


def test_a_ready_call_whose_words_are_gone_is_skipped(house: House) -> None:
    call = house.ingest()
    with house.database.write() as tx:
        tx.calls.put(replace(call, id=CallId("other"), provider_ref="m2"))
    house.work(Queue.SCORE)
    other = house.call("m2")
    assert (other.state, other.not_scorable) == (CallState.SKIPPED, NotScorable.NO_TRANSCRIPT)


@pytest.mark.parametrize(("days_ago", "told"), [(6.99, 1), (7.0, 1), (7.01, 0)])
def test_only_a_recent_call_is_told_to_its_rep(house: House, days_ago: float, told: int) -> None:
    house.put_ready("m1", talk(), days_ago=days_ago)
    house.work(Queue.SCORE)
    assert len(house.effects(EffectKind.SLACK_CALL_SCORED)) == told


def test_a_call_without_an_overall_score_is_not_told(house: House) -> None:
    house.grader.unsure = True
    assert house.scored().state is CallState.SCORED
    assert (house.effects(), house.profile()) == ([], {})


def test_without_a_messenger_nothing_is_to_be_told(house: House) -> None:
    house.services = house.services_with(messenger=None)
    house.scored()
    assert house.effects() == []


def test_a_real_change_of_tier_is_told_to_the_rep_and_the_manager(house: House) -> None:
    rising(house)
    real = [c for c in tier_changes(house) if not c.is_first]
    recent = [c for c in real if NOW - c.at <= timedelta(days=14)]
    assert {c.before for c in real} == {Tier.NEEDS_WORK, Tier.DEVELOPING}
    assert recent
    told = [r.effect.payload for r in house.effects(EffectKind.SLACK_TIER_CHANGE)]
    assert sorted((p["call_id"], p["audience"]) for p in told) == sorted(
        {(c.because_of, audience) for c in recent for audience in ("manager", "rep")}
    )


def test_with_a_crm_a_tier_is_told_once_the_deal_is_looked_for(house: House) -> None:
    house.services = house.services_with(crms={"salesforce": house.crm})
    rising(house)
    assert house.effects(EffectKind.SLACK_TIER_CHANGE) == []
    house.work(Queue.SYNC)
    told = {r.effect.payload["call_id"] for r in house.effects(EffectKind.SLACK_TIER_CHANGE)}
    stand = {c.because_of for c in tier_changes(house) if not c.is_first}
    assert told
    assert told <= stand


@pytest.mark.parametrize(
    "error", [CredentialsRejected("salesforce", "reconnect"), UnexpectedPayload("salesforce", "?")]
)
def test_a_crm_that_cannot_say_which_deal_keeps_no_tier_from_being_told(
    house: House, error: IntegrationError
) -> None:
    house.crm.rejects = error
    house.services = house.services_with(crms={"salesforce": house.crm})
    rising(house)
    house.work(Queue.SYNC)
    assert house.effects(EffectKind.SLACK_TIER_CHANGE)


def test_a_first_tier_is_no_alert(house: House) -> None:
    for n in range(8):
        house.put_ready(f"f{n}", talk(3), days_ago=1 + n)
    house.work(Queue.SCORE)
    assert [c.is_first for c in tier_changes(house)] == [True, True]
    assert house.effects(EffectKind.SLACK_TIER_CHANGE) == []


def test_an_old_change_of_tier_is_no_alert(house: House) -> None:
    rising(house, last_days_ago=90.0)
    assert any(not c.is_first for c in tier_changes(house))
    assert house.effects(EffectKind.SLACK_TIER_CHANGE) == []


def test_a_change_that_a_replay_finds_again_is_told_once(house: House) -> None:
    rising(house)
    before = house.effects(EffectKind.SLACK_TIER_CHANGE)
    for call in house.calls():
        rescore_call(call.id, house.services)
    house.work(Queue.SCORE)
    assert house.grader.gradings == 2 * len(house.calls())
    assert house.effects(EffectKind.SLACK_TIER_CHANGE) == before


def test_an_unusable_reply_is_asked_for_again_up_to_the_limit(house: House) -> None:
    house.ingest()
    house.grader.raises = [GradingError(f"no answer for step {n}") for n in range(MAX_GRADINGS)]
    for n in range(1, MAX_GRADINGS + 1):
        house.work(Queue.SCORE)
        assert house.grader.gradings == n
        dead = n == MAX_GRADINGS
        assert house.call().state is (CallState.DEAD if dead else CallState.READY)
        house.go_on(seconds=BACKOFF_S[0])
    assert house.call().error == f"GradingError: no answer for step {MAX_GRADINGS - 1}"
    assert house.profile() == {}


def test_scoring_again_in_vain_leaves_the_score_that_was_there(house: House) -> None:
    call = house.scored()
    profile, effects = house.profile(), house.effects()
    rescore_call(call.id, house.services)
    house.grader.raises = [GradingRefused("no")]
    house.work(Queue.SCORE)
    with house.database.read() as tx:
        card = tx.scorecards.latest(call.id)
    assert card is not None
    assert (house.call().state, house.call().error) == (CallState.SCORED, "GradingRefused: no")
    assert (house.profile(), house.effects()) == (profile, effects)


def test_an_unusable_reply_that_is_followed_by_a_good_one_is_scored(house: House) -> None:
    house.ingest()
    house.grader.raises = [GradingError("cut off")]
    house.work(Queue.SCORE)
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.SCORE)
    assert (house.call().state, house.call().error) == (CallState.SCORED, None)


PAID = Usage(requests=1, prompt_tokens=900, completion_tokens=80, cost=0.25)


def in_vain() -> GradingError:
    error = GradingError("the reply is not JSON")
    error.usage = PAID
    return error


def test_what_was_paid_for_unusable_replies_is_on_the_scorecard_of_the_one_that_came(
    house: House,
) -> None:
    house.ingest()
    house.grader.raises = [in_vain(), in_vain()]
    house.grader.usage = PAID
    for _ in range(MAX_GRADINGS):
        house.work(Queue.SCORE)
        house.go_on(seconds=BACKOFF_S[0])
    assert house.grader.spent_before == [NOTHING, PAID, PAID + PAID]
    with house.database.read() as tx:
        card = tx.scorecards.latest(house.call().id)
        assert tx.calls.spent(house.call().id) == NOTHING
    assert card is not None
    assert (card.usage["requests"], card.usage["cost"]) == (3, 0.75)


@pytest.mark.parametrize("point", ["score.graded", "score.before_commit"])
@pytest.mark.parametrize("error", [StoreConflict("deadlock"), LeaseLost(), KeyError("a defect")])
def test_an_answer_whose_score_could_not_be_kept_is_on_the_bill_of_the_next(
    house: House, point: str, error: Exception
) -> None:
    def fail() -> None:
        raise error

    house.ingest()
    house.grader.usage = PAID
    house.acts[point] = fail
    house.work(Queue.SCORE)
    house.go_on(seconds=1000)
    house.work(Queue.SCORE)
    assert house.grader.spent_before == [NOTHING, PAID]
    with house.database.read() as tx:
        card = tx.scorecards.latest(house.call().id)
    assert card is not None
    assert card.usage == (PAID + PAID).figures()


def test_if_the_database_is_away_for_the_bill_too_the_first_error_is_told(house: House) -> None:
    house.ingest()
    house.grader.raises = [in_vain()]
    with house.database.write() as tx:
        (claimed,) = tx.calls.claim_ready(ClaimTerms(1, 60.0))
    services = house.services_with(database=ReadOnly(house.database))
    with pytest.raises(GradingError):
        score_call(claimed, services)


def test_scoring_again_begins_with_nothing_spent(house: House) -> None:
    house.ingest()
    house.grader.raises = [in_vain()]
    house.work(Queue.SCORE)
    house.go_on(seconds=BACKOFF_S[0])
    house.work(Queue.SCORE)
    rescore_call(house.call().id, house.services)
    house.work(Queue.SCORE)
    assert house.grader.spent_before == [NOTHING, PAID, NOTHING]


def test_a_call_that_spent_its_budget_in_vain_can_be_scored_again(house: House) -> None:
    house.ingest()
    house.grader.raises = [in_vain() for _ in range(MAX_GRADINGS)]
    for _ in range(MAX_GRADINGS):
        house.work(Queue.SCORE)
        house.go_on(seconds=BACKOFF_S[0])
    assert house.call().state is CallState.DEAD
    rescore_call(house.call().id, house.services)
    house.work(Queue.SCORE)
    assert house.grader.spent_before[-1] == NOTHING


def test_a_refusal_is_final_at_once(house: House) -> None:
    house.ingest()
    house.grader.raises = [GradingRefused("the model declined to grade this call")]
    house.work(Queue.SCORE)
    expected = "GradingRefused: the model declined to grade this call"
    assert (house.call().state, house.call().error) == (CallState.DEAD, expected)


def test_a_model_that_is_away_uses_up_all_attempts_and_then_the_call_is_dead(house: House) -> None:
    house.ingest()
    house.grader.raises = [VendorUnavailable("openai", "503")] * 20
    for _ in range(MAX_ATTEMPTS + 2):
        house.work(Queue.SCORE)
        house.go_on(seconds=BACKOFF_S[-1])
    assert house.grader.gradings == MAX_ATTEMPTS
    assert house.call().state is CallState.DEAD


def test_a_rejected_key_of_the_model_waits_for_a_person(house: House) -> None:
    house.ingest()
    house.grader.raises = [CredentialsRejected("openai", "401")]
    house.work(Queue.SCORE)
    house.go_on(seconds=PARK_S - 1)
    house.work(Queue.SCORE)
    assert house.grader.gradings == 1
    house.go_on(seconds=1)
    house.work(Queue.SCORE)
    assert house.call().state is CallState.SCORED


def test_a_defect_in_one_row_takes_no_other_along(house: House) -> None:
    for n, level in enumerate((0, 1, 2)):
        house.put_ready(f"m{n}", talk(level), days_ago=1 + n)
    house.grader.raises_for = {"nine": ZeroDivisionError(SECRET)}
    house.work(Queue.SCORE)
    assert [house.call(f"m{n}").state for n in range(3)] == [
        CallState.SCORED, CallState.READY, CallState.SCORED,
    ]  # fmt: skip


def test_a_defect_is_kept_by_its_place_and_never_by_its_words(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    house.ingest()
    house.grader.raises = [KeyError(SECRET)] * DEFECT_TRIES
    for _ in range(DEFECT_TRIES):
        house.work(Queue.SCORE)
        house.go_on(seconds=DEFECT_RETRY_S)
    call = house.call()
    assert call.state is CallState.DEAD
    assert call.error is not None
    assert call.error.startswith("defect in Reploop: KeyError at fakes.py:")
    printed = capsys.readouterr()
    assert "row.defect" in printed.out
    assert SECRET not in call.error + printed.out + printed.err


def test_a_call_deleted_while_it_is_graded_stays_deleted(house: House) -> None:
    house.ingest()
    house.grader.before_answer = lambda: delete_call(house.call().id, house.services)
    house.work(Queue.SCORE)
    assert (house.call().state, house.profile()) == (CallState.DELETED, {})
    with house.database.read() as tx:
        assert tx.scorecards.latest(house.call().id) is None


def test_a_skill_is_never_given_a_number_by_what_was_not_scored(house: House) -> None:
    house.put_ready("m1", talk(0, 4), days_ago=1)
    house.work(Queue.SCORE)
    levels = {skill: level for (_, skill), (level, _) in house.profile().items()}
    prior = house.services.rules.prior_mean
    assert levels[NEXT_STEPS] < prior < levels[QUESTIONING]
    assert SkillId("objections") not in levels


def test_call_messages_wait_as_rows_until_they_are_sent(house: House) -> None:
    call = house.scored()
    (record,) = house.effects()
    assert (record.state, record.effect.key) == (EffectState.PENDING, f"slack:call:{call.id}")
    assert dict(record.effect.payload) == {"call_id": call.id}
