"""The built-in reader of facts stays as precise as it was measured to be."""

import pytest

from benchmarks.facts import measure
from benchmarks.figures import QUICK, Section


@pytest.fixture(scope="module")
def tables() -> Section:
    return measure(QUICK)


def shares(tables: Section, name: str) -> tuple[float, float]:
    """(precision, coverage) of one set of calls."""
    data = next(d for title, d in tables.data.items() if name in title)
    assert isinstance(data, dict)
    counted = data["all"]
    return counted["right"] / counted["facts"], counted["found"] / counted["said"]


@pytest.mark.parametrize(
    ("calls", "precision", "coverage"),
    [("held-out", 0.8, 0.18), ("one look", 0.9, 0.3), ("rules were mended", 0.95, 0.5)],
)
def test_what_is_read_is_mostly_right(
    tables: Section, calls: str, precision: float, coverage: float
) -> None:
    measured = shares(tables, calls)
    assert measured[0] >= precision
    assert measured[1] >= coverage
