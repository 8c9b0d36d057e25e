"""A grader beside people: who is compared with whom, and what the figures rest on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rubrics import CriterionId
from scoring.reliability import Agreement, Rating, agreements

ASKS, CLOSES = CriterionId("asks"), CriterionId("closes")
STEPS = (0.0, 25.0, 50.0, 75.0, 100.0)
SCORES = st.sampled_from(STEPS)


def rating(
    number: int, judge: float | None, abstained: bool = False, **people: float | None
) -> Rating:
    return Rating(f"{number}.vtt", people, judge, abstained)


def one(rows: list[Rating]) -> Agreement:
    return agreements({ASKS: rows})[0]


ROWS = [
    rating(1, 100, ana=100, ben=75),
    rating(2, 50, ana=75, ben=75),
    rating(3, 0, ana=0, ben=25),
    rating(4, 75, ana=75, ben=75),
]


def test_exact_and_within_one_are_over_every_pair_of_grader_and_person() -> None:
    found = one(ROWS)
    assert found.judge.exact == 4 / 8
    assert found.judge.within_one == 1.0
    assert found.people is not None
    assert found.people.exact == 0.5
    assert (found.judge.calls, found.people.calls) == (4, 4)


def test_bias_is_the_grader_less_the_mean_of_the_people() -> None:
    found = one(ROWS)
    # 12.5, -25, -12.5, 0
    assert found.bias is not None
    assert found.bias.value == pytest.approx(-6.25)
    assert found.bias_shrunk is not None
    assert -6.25 < found.bias_shrunk < 0


def test_bias_is_drawn_to_zero_by_the_worked_share() -> None:
    rows = [rating(n, 50 + moved, ana=50) for n, moved in enumerate((0, 25, 0, 0, 25, 0))]
    found = one(rows)
    assert found.bias is not None
    variance = found.bias.error**2  # of 0,25,0,0,25,0 over six calls
    assert variance == pytest.approx(166.6667 / 6, rel=1e-4)
    prior = max(16.0, found.bias.value**2 - variance)
    assert found.bias_shrunk == pytest.approx(found.bias.value * prior / (prior + variance))


def test_one_person_alone_has_nobody_beside_the_grader() -> None:
    assert one([rating(n, 50, ana=50) for n in range(4)]).people is None


def test_raters_who_share_no_call_are_not_compared() -> None:
    found = one([rating(1, 50, ana=50), rating(2, 75, ben=50), rating(3, 0, ana=25, ben=25)])
    assert found.people is not None
    assert found.people.calls == 1
    assert found.people.levels is None


def test_not_applicable_counts_as_a_kind_of_answer_and_never_as_a_score() -> None:
    rows = [
        *(rating(n, None, ana=None) for n in range(10)),
        *(rating(n, 50, ana=50) for n in range(10, 15)),
        *(rating(n, 75, ana=None) for n in range(15, 20)),
    ]
    found = one(rows)
    assert found.judge.calls == 5
    # n/a-n/a 10, score-score 5, score-n/a 5: p_o = 3/4, p_e = (15 * 10 + 5 * 10) / 400 = 1/2.
    assert found.judge.not_applicable is not None
    assert found.judge.not_applicable.value == pytest.approx(0.5)
    assert 0.0 < found.judge.not_applicable.low < 0.5 < found.judge.not_applicable.high < 1.0


@pytest.mark.parametrize(("of_grader", "of_ana"), [(4, 9), (9, 4), (0, 0)])
def test_not_applicable_that_either_said_seldom_is_not_compared(
    of_grader: int, of_ana: int
) -> None:
    rows = [rating(n, None if n < of_grader else 50, ana=None if n < of_ana else 50)
            for n in range(20)]  # fmt: skip
    assert one(rows).judge.not_applicable is None


def test_calls_off_the_most_common_tier_are_counted() -> None:
    rows = [rating(n, 75, ana=75) for n in range(7)] + [rating(n, 75, ana=100) for n in (7, 8)]
    assert one([*rows, rating(9, None, ana=0)]).off_mode == 2


def test_an_abstention_is_neither_not_applicable_nor_a_score() -> None:
    rows = [*ROWS, rating(5, None, abstained=True, ana=100, ben=100)]
    found, without = one(rows), one(ROWS)
    assert found.judge == without.judge
    assert (found.labelled, found.abstained) == (5, 1)


def test_the_whole_call_agrees_by_medal() -> None:
    rows = [rating(1, 91, ana=99), rating(2, 74, ana=76), rating(3, 20, ana=49)]
    found = agreements({None: rows})[0]
    assert found.judge.exact == pytest.approx(2 / 3)
    assert found.judge.within_one == 1.0


def test_criteria_lend_each_other_what_is_known_of_bias() -> None:
    milder = [rating(n, score + 25, ana=score) for n, score in enumerate((0, 25, 50, 75, 50, 25))]
    mixed = [
        rating(n, s + d, ana=s) for n, (s, d) in enumerate(((0, 25), (50, 0), (25, 25), (50, 0)))
    ]
    alone = agreements({CLOSES: mixed})[0].bias_shrunk
    beside = agreements({ASKS: milder, CLOSES: mixed})[1].bias_shrunk
    assert alone is not None
    assert beside is not None
    assert beside > alone


@given(st.lists(st.tuples(SCORES, SCORES, SCORES), min_size=3, max_size=12))
def test_the_names_of_the_raters_do_not_matter(rows: list[tuple[float, float, float]]) -> None:
    first = one([rating(n, j, ana=a, ben=b) for n, (j, a, b) in enumerate(rows)])
    second = one([rating(n, j, ana=b, ben=a) for n, (j, a, b) in enumerate(rows)])
    for side in ("judge", "people"):
        left, right = getattr(first, side), getattr(second, side)
        assert left.exact == pytest.approx(right.exact)
        for figure in ("levels", "tiers", "icc"):
            a, b = getattr(left, figure), getattr(right, figure)
            assert (a is None) == (b is None)
            if a is not None:
                assert a.value == pytest.approx(b.value)


@given(st.lists(SCORES, min_size=4, max_size=20).filter(lambda found: len(set(found)) > 1))
def test_a_grader_that_says_what_everybody_says_agrees_wholly(scores: list[float]) -> None:
    found = one([rating(n, s, ana=s, ben=s) for n, s in enumerate(scores)])
    assert found.judge.exact == 1.0
    assert found.judge.levels is not None
    assert found.judge.levels.value == 1.0
    assert found.judge.icc is not None
    assert found.judge.icc.value == pytest.approx(1.0)
    assert found.bias is not None
    assert found.bias.value == 0.0
