"""The bars of the release gate: what each says, and in what words."""

import random
from dataclasses import replace

import pytest

from domain.rubrics import CriterionId
from scoring.jackknife import Estimate
from scoring.release import (
    RELEASED,
    Outcome,
    Repeat,
    Verdict,
    verdict_of,
    verdict_of_rubric,
    worst,
)
from scoring.reliability import Agreement, Rating, Side, agreements
from scoring.repeats import repeat_of


def estimate(value: float, half: float = 0.05, calls: int = 40) -> Estimate:
    return Estimate(value, value - half, value + half, half / 2, calls)


def side(*, tiers: float = 0.7, icc: float = 0.75, calls: int = 40) -> Side:
    return Side(
        calls=calls,
        exact=0.7,
        within_one=0.95,
        levels=estimate(tiers),
        tiers=estimate(tiers),
        icc=estimate(icc),
        not_applicable=None,
    )


GOOD = Agreement(
    criterion=CriterionId("asks"),
    judge=side(),
    people=side(tiers=0.72),
    bias=estimate(1.0, 2.0),
    bias_shrunk=0.8,
    labelled=40,
    abstained=0,
    off_mode=20,
)


def with_judge(**changed: object) -> Agreement:
    return replace(GOOD, judge=replace(GOOD.judge, **changed))  # type: ignore[arg-type]


def with_bias(value: float, half: float, shrunk: float) -> Agreement:
    return replace(GOOD, bias=estimate(value, half), bias_shrunk=shrunk)


def test_a_criterion_above_every_bar_passes_without_a_word() -> None:
    assert verdict_of(GOOD) == Verdict(Outcome.PASS, ())


@pytest.mark.parametrize(
    ("found", "outcome", "said"),
    [
        (with_judge(icc=estimate(0.64)), "caution", "ICC 0.64, at least 0.59: 0.60 is the bar"),
        (with_judge(icc=estimate(0.44)), "fail", "ICC 0.44, at least 0.39: 0.40 is the least"),
        (
            with_judge(icc=estimate(0.62, 0.3)),
            "too few labels to say",
            "ICC 0.62, between 0.32 and 0.92: label up to 80 calls",
        ),
        (with_judge(icc=None), "too few labels to say", "every score is the same"),
        (with_judge(tiers=estimate(0.59)), "caution", "kappa on tiers 0.59 (0.72 between people)"),
        (with_judge(tiers=estimate(0.61)), "caution", "more than 0.10 below"),
        (with_judge(tiers=estimate(0.39)), "fail", "0.40 is the least"),
        (with_judge(tiers=None), "too few labels to say", "every score is of one tier"),
        (
            with_judge(tiers=estimate(0.39, 0.22)),
            "too few labels to say",
            "kappa on tiers 0.39, between 0.17 and 0.61: label up to 80 calls",
        ),
        (with_bias(4.2, 2.0, 3.5), "caution", "4.2 points milder than people (+2.2 to +6.2)"),
        (with_bias(-9.0, 2.0, -5.0), "fail", "9.0 points stricter than people (-11.0 to -7.0)"),
        (with_bias(7.0, 9.0, 6.5), "fail", "6 is the most"),
        (with_judge(not_applicable=estimate(0.69)), "caution", "n/a: kappa 0.69 with people"),
        (with_judge(not_applicable=estimate(0.49)), "fail", "0.50 is the least"),
        (
            with_judge(not_applicable=estimate(-0.001, 0.71)),
            "caution",
            "n/a: kappa 0.00 with people, between -0.71 and 0.71: 0.70 is the bar",
        ),
        (replace(GOOD, off_mode=4), "too few labels to say", "4 calls are of another tier"),
    ],
)
def test_a_bar_that_is_missed_says_what_was_found_and_what_is_asked(
    found: Agreement, outcome: str, said: str
) -> None:
    verdict = verdict_of(found)
    assert verdict.outcome == outcome
    (reason,) = verdict.reasons
    assert said in reason


def test_one_call_without_an_occasion_among_eighty_refuses_nothing() -> None:
    rng = random.Random(0)
    rows = []
    for n in range(80):
        true = rng.choice([0, 25, 50, 75, 100])
        ana, ben, judge = (
            float(min(100, max(0, true + rng.choice([0] * 6 + [-25, 25])))) for _ in range(3)
        )
        rows.append(Rating(f"c{n}", {"ana": ana, "ben": ben}, judge))
    (without,) = agreements({CriterionId("asks"): rows})
    assert verdict_of(without).outcome is Outcome.PASS
    (one,) = agreements({CriterionId("asks"): [replace(rows[0], judge=None), *rows[1:]]})
    assert verdict_of(one).outcome is Outcome.PASS


def test_complete_agreement_on_calls_that_are_nearly_all_alike_is_no_pass() -> None:
    scores = [75.0] * 18 + [100.0] * 2
    rows = [Rating(f"c{n}", {"ana": score}, score) for n, score in enumerate(scores)]
    (found,) = agreements({CriterionId("asks"): rows})
    assert verdict_of(found).outcome is Outcome.TOO_FEW


def test_a_large_set_that_leaves_the_interval_wide_fails_instead_of_asking_for_more() -> None:
    assert verdict_of(with_judge(icc=estimate(0.62, 0.3), calls=80)).outcome is Outcome.FAIL


def test_where_people_do_not_agree_either_the_wording_is_to_be_mended() -> None:
    found = replace(with_judge(tiers=estimate(0.2)), people=side(tiers=0.31))
    verdict = verdict_of(found)
    assert verdict.outcome is Outcome.FAIL
    (reason,) = verdict.reasons
    assert reason.startswith("kappa on tiers 0.20 (0.31 between people)")
    assert reason.endswith("people do not agree either, so mend the wording")


@pytest.mark.parametrize(("calls", "outcome"), [(19, Outcome.TOO_FEW), (20, Outcome.PASS)])
def test_below_twenty_calls_nothing_is_said(calls: int, outcome: Outcome) -> None:
    assert verdict_of(with_judge(calls=calls)).outcome is outcome


def test_what_the_grader_never_scores_is_neither_passed_nor_failed() -> None:
    found = replace(GOOD, labelled=40, abstained=40, judge=side(calls=0))
    assert verdict_of(found).outcome is Outcome.NOT_GRADED


def test_all_bars_are_looked_at_and_the_worst_counts() -> None:
    found = replace(with_judge(icc=estimate(0.64), tiers=estimate(0.3)), people=None)
    verdict = verdict_of(found)
    assert verdict.outcome is Outcome.FAIL
    assert len(verdict.reasons) == 2


@pytest.mark.parametrize(
    ("repeat", "outcome"),
    [
        (Repeat(6.9, 0.95, 40), Outcome.PASS),
        (Repeat(7.1, 0.95, 40), Outcome.CAUTION),
        (Repeat(6.0, 0.89, 40), Outcome.CAUTION),
        (Repeat(10.1, 0.8, 40), Outcome.FAIL),
    ],
)
def test_a_grader_that_differs_from_run_to_run_is_held_to_it(
    repeat: Repeat, outcome: Outcome
) -> None:
    assert verdict_of(GOOD, repeat).outcome is outcome


def test_repeats_are_pooled_over_the_calls_that_were_graded_twice() -> None:
    found = repeat_of([[50, 75], [50, 50, 50], [25]])
    assert found is not None
    assert found.sd == pytest.approx((312.5 / 3) ** 0.5)  # 25^2/2 over 1 + 2 degrees of freedom
    assert found.within_ten == 3 / 4
    assert found.calls == 2


def test_nothing_graded_twice_says_nothing_of_steadiness() -> None:
    assert repeat_of([[50], [75]]) is None


def test_a_rubric_is_as_good_as_its_worst_criterion_and_the_whole_call() -> None:
    passed, poor = Verdict(Outcome.PASS), Verdict(Outcome.CAUTION)
    assert verdict_of_rubric([passed, poor], passed) is Outcome.CAUTION
    assert verdict_of_rubric([passed], Verdict(Outcome.FAIL)) is Outcome.FAIL
    assert verdict_of_rubric([passed], Verdict(Outcome.NOT_GRADED)) is Outcome.PASS


def test_a_rubric_of_which_nothing_is_graded_cannot_be_told() -> None:
    none = Verdict(Outcome.NOT_GRADED)
    assert verdict_of_rubric([none, none], none) is Outcome.TOO_FEW
    assert worst([]) is Outcome.TOO_FEW


def test_only_what_passed_or_is_a_caution_may_be_published() -> None:
    assert {Outcome.PASS, Outcome.CAUTION, Outcome.NOT_GRADED} == RELEASED
