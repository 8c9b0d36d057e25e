"""How unsure the offsets leave a level, by the mix of calls so far."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.linear import dot, times
from scoring.mix_errors import MixErrors
from scoring.norms import Norms, Reading, fit_norms

KINDS = {"discovery": 0.0, "pricing": -12.0}


def reading(n: int, kind: str, *criteria: str, practice: bool = False) -> Reading:
    score = 60.0 + KINDS.get(kind, 0.0)
    return Reading(
        day=float(n),
        started_at="",
        call=f"k{n}",
        call_type=kind,
        practice=practice,
        deal=None,
        scores=tuple((c, score + n % 3) for c in criteria),
    )


def fitted() -> Norms:
    """Three discovery calls to one pricing call."""
    kinds = ["discovery", "discovery", "discovery", "pricing"] * 4
    return fit_norms([[reading(n, kind, "a", "b") for n, kind in enumerate(kinds)]])


def after(norms: Norms, *readings: Reading) -> float:
    errors = MixErrors(norms)
    return [0.0, *map(errors.take, readings)][-1]


def test_an_unusual_mix_of_calls_leaves_a_level_less_sure() -> None:
    usual = [reading(n, k, "a", "b") for n, k in enumerate(["discovery"] * 3 + ["pricing"])]
    assert after(fitted(), *usual) == pytest.approx(0.0, abs=1e-9)
    assert after(fitted(), reading(1, "pricing", "a")) > 1.0


@given(st.lists(st.tuples(st.sampled_from(list(KINDS)), st.sampled_from(["a", "b", "ab"]))))
def test_the_sums_carried_along_give_the_square_of_the_mean_row(
    calls: list[tuple[str, str]],
) -> None:
    norms = fitted()
    seen = [reading(n, kind, *criteria) for n, (kind, criteria) in enumerate(calls)]
    names = list(norms.columns)
    mean = [0.0] * len(names)
    scores = [(one.call_type, criterion) for one in seen for criterion in one.mix.criteria]
    for kind, criterion in scores:
        mean[names.index(("criterion", criterion))] += 1.0 / len(scores)
        mean[names.index(("type", kind))] += 1.0 / len(scores)
    off = [x - u for x, u in zip(mean, norms.usual, strict=True)] if seen else []
    expected = 2.0 * norms.noise * dot(off, times(norms.spread, off)) if seen else 0.0
    assert after(norms, *seen) == pytest.approx(expected, abs=1e-9)


def test_role_plays_and_criteria_nobody_knows_yet_are_no_part_of_the_mix() -> None:
    call = reading(1, "pricing", "a")
    others = reading(2, "pricing", "a", practice=True), reading(3, "pricing", "new")
    assert after(fitted(), call, *others) == after(fitted(), call)


def test_without_a_fit_or_without_calls_nothing_is_left_open() -> None:
    assert after(Norms(), reading(1, "pricing", "a")) == 0.0
    assert after(fitted()) == 0.0


def test_a_restart_forgets_every_reading() -> None:
    errors = MixErrors(fitted())
    first = errors.take(reading(1, "pricing", "a"))
    errors.take(reading(2, "discovery", "b"))
    errors.restart()
    assert errors.take(reading(1, "pricing", "a")) == first
