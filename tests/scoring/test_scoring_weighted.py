import itertools

import pytest

from scoring.weighted import weighted_mean

TENTHS = [n / 20 for n in range(1, 21)]


@pytest.mark.parametrize("score", [0.0, 25.0, 75.0, 100.0])
def test_equal_scores_give_exactly_that_score_whatever_their_weights(score: float) -> None:
    for weights in itertools.product(TENTHS, repeat=3):
        assert weighted_mean([(w, score) for w in weights]) == score


def test_a_heavier_score_counts_for_more() -> None:
    assert weighted_mean([(3.0, 100.0), (1.0, 0.0)]) == 75.0
