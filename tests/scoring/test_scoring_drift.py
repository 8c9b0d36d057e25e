"""The alarm for a grader that changed without saying so."""

import pytest

from domain.rubrics import CriterionId
from scoring.drift import Drift, Levels, coverage_of, drift_of

ASKS, CLOSES = CriterionId("asks"), CriterionId("closes")


def levels(*found: tuple[int | None, int | None]) -> Levels:
    return {f"{n}.vtt": {ASKS: a, CLOSES: b} for n, (a, b) in enumerate(found)}


def of(found: tuple[Drift, ...], criterion: CriterionId | None) -> Drift:
    return next(d for d in found if d.criterion == criterion)


KEPT = levels(*((n % 4, (n + 1) % 4) for n in range(40)))


def moved(kept: Levels, number: int, by: int) -> Levels:
    now = {call: dict(found) for call, found in kept.items()}
    for call in list(now)[:number]:
        level = now[call][ASKS]
        assert level is not None
        now[call][ASKS] = level + by
    return now


def test_the_same_levels_are_no_drift() -> None:
    assert [(d.shift, d.z, d.alarm) for d in drift_of(KEPT, KEPT)] == [(0.0, 0.0, False)] * 3


def test_every_call_one_level_milder_is_an_alarm_for_that_criterion_and_the_mean() -> None:
    found = drift_of(KEPT, moved(KEPT, 40, 1))
    assert of(found, ASKS).shift == 25.0
    assert of(found, ASKS).z == pytest.approx(40.0)
    assert of(found, ASKS).alarm
    assert not of(found, CLOSES).alarm
    assert of(found, None).shift == 12.5
    assert of(found, None).alarm


def test_one_call_of_forty_that_moves_is_chance() -> None:
    found = of(drift_of(KEPT, moved(KEPT, 1, 1)), ASKS)
    assert (found.changed, found.alarm) == (1, False)
    assert found.z == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(("calls", "alarm"), [(3, False), (4, False), (5, True)])
def test_it_takes_five_calls_that_moved_alike(calls: int, alarm: bool) -> None:
    few = dict(list(KEPT.items())[:calls])
    assert of(drift_of(few, moved(few, calls, 1)), ASKS).alarm is alarm


@pytest.mark.parametrize(("calls", "alarm"), [(1, False), (2, False), (4, False), (5, True)])
def test_few_calls_in_which_nearly_every_criterion_moved_are_no_alarm(
    calls: int, alarm: bool
) -> None:
    kept: Levels = {f"{n}": {CriterionId(f"k{k}"): 2 for k in range(10)} for n in range(calls)}
    now: Levels = {
        call: {c: 3 if c != CriterionId("k9") else 2 for c in found} for call, found in kept.items()
    }
    assert of(drift_of(kept, now), None).alarm is alarm


def test_moves_in_both_directions_are_noise() -> None:
    now = moved(moved(KEPT, 20, 2), 10, -3)
    found = of(drift_of(KEPT, now), ASKS)
    assert (found.changed, found.alarm) == (20, False)


def test_calls_that_are_gone_and_criteria_without_a_score_are_left_out() -> None:
    kept = levels((2, None), (3, 1), (1, 1))
    now: Levels = {"0.vtt": {ASKS: 2, CLOSES: 4}, "1.vtt": {ASKS: None, CLOSES: 1}}
    found = drift_of(kept, now)
    assert of(found, ASKS).calls == 1
    assert of(found, CLOSES).calls == 1


def test_levels_that_become_unscored_are_an_alarm_of_their_own() -> None:
    few = coverage_of(levels(*[(2, 2)] * 10), levels(*[(None, 2)] * 10))
    many = coverage_of(levels(*[(2, 2)] * 20), levels(*[(None, 2)] * 20))
    assert (few.lost, few.gained, few.alarm) == (10, 0, False)
    assert (many.lost, many.alarm) == (20, True)


def test_what_comes_and_goes_in_equal_number_is_no_alarm() -> None:
    kept = levels(*([(2, None)] * 20))
    assert not coverage_of(kept, levels(*([(None, 2)] * 20))).alarm


def test_nothing_in_common_is_nothing_to_compare() -> None:
    (found,) = drift_of({}, {})
    assert (found.calls, found.alarm) == (0, False)
