"""A pair followed call by call knows what a replay of everything would know."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.skills import ProfileRules
from scoring.norms import Norms, Reading
from scoring.pace import NEW_PACE, pace_of
from scoring.pair import PairHistory, View

RULES = ProfileRules()
NORMS = Norms(
    criteria={"a": 2.0, "b": -2.0},
    practice=5.0,
    columns=(
        ("criterion", "a"), ("criterion", "b"), ("type", "demo"), ("type", "pricing"),
        ("practice", ""),
    ),
    spread=tuple(tuple(0.01 if i == j else 0.001 for j in range(5)) for i in range(5)),
    usual=(0.5, 0.5, 0.8, 0.2, 0.0),
)  # fmt: skip
VIEW = View(rules=RULES, norms=NORMS)


def reading(
    call: str,
    day: float,
    score: float,
    *,
    deal: str | None = None,
    practice: bool = False,
    kind: str = "demo",
) -> Reading:
    return Reading(
        day=day,
        started_at="",
        call=call,
        call_type=kind,
        practice=practice,
        deal=deal,
        scores=(("a", score), ("b", score)),
    )


READINGS = st.lists(
    st.builds(
        reading,
        st.sampled_from("abcdefghij"),
        st.integers(0, 60).map(float),
        st.floats(0, 100),
        deal=st.sampled_from([None, "d1", "d2"]),
        practice=st.booleans(),
        kind=st.sampled_from(["demo", "pricing"]),
    ),
    max_size=20,
)


def standing(readings: list[Reading]) -> list[Reading]:
    """The last reading of each call."""
    return list({r.call: r for r in readings}.values())


@given(READINGS, st.data())
def test_whatever_order_readings_come_in_the_same_is_known(
    readings: list[Reading], data: st.DataObject
) -> None:
    kept = standing(readings)
    shuffled = data.draw(st.permutations(kept))
    followed = PairHistory(VIEW)
    for one in shuffled:
        followed.put(one)
        followed.published(60.0)  # what is known is asked for after each
    assert followed.published(60.0) == PairHistory(VIEW, kept).published(60.0)


@given(READINGS, st.sampled_from("abcdefghij"))
def test_a_removed_call_leaves_no_trace(readings: list[Reading], gone: str) -> None:
    followed = PairHistory(VIEW, readings)
    followed.published(60.0)
    followed.remove(gone)
    left = [r for r in standing(readings) if r.call != gone]
    assert followed.published(60.0) == PairHistory(VIEW, left).published(60.0)
    assert followed.live == sum(not r.practice for r in left)


@given(READINGS, st.integers(0, 10))
def test_what_was_known_after_a_call_stays_as_later_calls_come(
    readings: list[Reading], first: int
) -> None:
    whole = PairHistory(VIEW, standing(readings))
    then = PairHistory(VIEW, list(whole)[:first])
    for now, before in (
        (whole.filtered().levels, then.filtered().levels),
        (whole.filtered().variances, then.filtered().variances),
        (whole.mix_errors(), then.mix_errors()),
    ):
        assert list(now[:first]) == list(before)


def test_a_call_scored_again_takes_the_place_of_its_first_score() -> None:
    followed = PairHistory(VIEW, [reading("a", 1, 20), reading("b", 2, 60)])
    followed.put(reading("a", 1, 70))
    assert len(followed) == 2
    assert followed.known(2.0) == PairHistory(
        VIEW, [reading("a", 1, 70), reading("b", 2, 60)]
    ).known(2.0)


def test_a_further_call_of_a_deal_counts_for_less_than_one_of_another_deal() -> None:
    alone = PairHistory(VIEW, [reading("a", 1, 90, deal="d"), reading("b", 2, 90, deal="e")])
    shared = PairHistory(VIEW, [reading("a", 1, 90, deal="d"), reading("b", 2, 90, deal="d")])
    assert shared.known(2.0)[0] < alone.known(2.0)[0]
    assert shared.known(2.0)[1] > alone.known(2.0)[1]


def test_role_plays_are_shown_with_what_practice_adds_for_everybody() -> None:
    followed = PairHistory(VIEW, [reading("a", 1, 70), reading("b", 2, 75, practice=True)])
    level, _ = followed.known(2.0)
    played, _ = followed.practice_level(2.0)
    assert level == pytest.approx(69.0, abs=8.0)
    assert played - level == pytest.approx(NORMS.practice, abs=1.0)


def test_seen_through_other_norms_the_same_readings_say_something_else() -> None:
    followed = PairHistory(VIEW, [reading("a", float(d), 70) for d in range(1)])
    before = followed.known(1.0)
    followed.see_through(View(rules=RULES, norms=Norms(criteria={"a": 10.0, "b": 10.0})))
    assert followed.score(next(iter(followed))) == 60.0
    assert followed.known(1.0)[0] < before[0]


def test_weights_decide_what_a_criterion_adds() -> None:
    light = replace(reading("a", 1, 0), scores=(("a", 100.0), ("b", 0.0)), weights=(3.0, 1.0))
    assert light.mean == 75.0
    assert light.criteria == 1.6  # (3 + 1)^2 / (9 + 1)


def test_the_level_of_a_new_rep_may_drift_faster_for_four_months() -> None:
    pace = pace_of(new_from=10.0)
    assert pace.at(5.0) == 5.0
    assert pace.at(11.0) - pace.at(10.0) == NEW_PACE
    assert pace.at(131.0) - pace.at(130.0) == 1.0


def test_where_two_paces_hold_the_faster_one_counts() -> None:
    pace = pace_of(new_from=0.0, coached=[10.0])
    assert pace.at(12.0) - pace.at(11.0) == 4.0
    assert pace.at(40.0) - pace.at(39.0) == 3.0


@given(st.floats(0, 300), st.floats(0, 300))
def test_time_never_runs_backwards_whatever_the_pace(a: float, b: float) -> None:
    pace = pace_of(new_from=20.0, coached=[5.0, 18.0, 200.0])
    first, last = sorted((a, b))
    assert pace.at(last) - pace.at(first) >= last - first - 1e-9
