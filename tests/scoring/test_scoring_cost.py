"""What a call may cost, and what it did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import GradingRefused
from domain.usage import Usage
from scoring.cost import Budget, Prices

PRICES = Prices(prompt=2.0, cached=0.5, completion=8.0)
COUNTS = st.integers(0, 10**7)


def test_cached_tokens_have_a_price_of_their_own() -> None:
    usage = Usage(prompt_tokens=1_000_000, cached_tokens=400_000, completion_tokens=100_000)
    assert PRICES.of(usage) == pytest.approx(0.6 * 2.0 + 0.4 * 0.5 + 0.1 * 8.0)


@given(COUNTS, COUNTS, COUNTS)
def test_the_cost_is_never_negative_whatever_a_server_counts(
    prompt: int, cached: int, completion: int
) -> None:
    usage = Usage(prompt_tokens=prompt, cached_tokens=cached, completion_tokens=completion)
    assert PRICES.of(usage) >= 0.0


def test_what_fits_the_budget_to_the_last_token_is_admitted() -> None:
    budget = Budget(prompt_tokens=100)
    budget.admit(Usage(prompt_tokens=40), Usage(prompt_tokens=60))
    with pytest.raises(GradingRefused, match="about 101 prompt tokens"):
        budget.admit(Usage(prompt_tokens=41), Usage(prompt_tokens=60))


def test_a_call_that_could_cost_too_much_is_refused_with_both_numbers() -> None:
    budget = Budget(cost=0.01, prices=PRICES)
    budget.admit(Usage(prompt_tokens=4_000), Usage())
    with pytest.raises(GradingRefused, match=r"could cost 0\.012, more than the budget of 0\.01"):
        budget.admit(Usage(prompt_tokens=6_000), Usage())


def test_without_prices_no_cost_is_known_and_none_is_refused() -> None:
    budget = Budget(cost=0.0001)
    budget.admit(Usage(prompt_tokens=6_000), Usage())
    assert budget.priced(Usage(prompt_tokens=6_000), known=True).cost is None
