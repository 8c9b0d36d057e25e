"""What requests took, added up."""

from hypothesis import given
from hypothesis import strategies as st

from domain.usage import NOTHING, Usage

COUNTS = st.integers(0, 10**9)
USAGES = st.builds(
    Usage, requests=st.integers(1, 99), prompt_tokens=COUNTS, cached_tokens=COUNTS,
    completion_tokens=COUNTS, reasoning_tokens=COUNTS, latency_s=st.floats(0.0, 1e6),
    cost=st.none() | st.floats(0.0, 1e6),
)  # fmt: skip


def test_a_sum_has_a_cost_only_if_every_part_has_one() -> None:
    known, unknown = Usage(requests=1, cost=0.5), Usage(requests=1)
    assert (known + known).cost == 1.0
    assert (known + unknown).cost is None


@given(USAGES)
def test_nothing_adds_nothing_and_hides_no_cost(usage: Usage) -> None:
    assert usage + NOTHING == usage == NOTHING + usage


def test_figures_are_empty_where_no_model_was_asked() -> None:
    assert NOTHING.figures() == {}
    assert Usage(requests=1, cost=0.25).figures()["cost"] == 0.25
    assert "cost" not in Usage(requests=1).figures()


@given(USAGES)
def test_figures_say_all_of_it(usage: Usage) -> None:
    assert Usage.of(usage.figures()) == usage


def test_figures_of_another_version_are_read_as_far_as_they_are_known() -> None:
    assert Usage.of({"requests": 2.0, "audio_tokens": 7.0}) == Usage(requests=2)
