"""Agreement on the made-up companies, whose raters and judge have known noise.

The files are kept outside of the project: ``REPLOOP_DATA_SAMPLES`` says where.
"""

import csv
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

import pytest

from scoring.agreement import icc_absolute, medal_rank, weighted_kappa
from scoring.repeats import repeat_of

ROOT = Path(__file__).parents[2]
STUDY = Path(os.environ.get("REPLOOP_DATA_SAMPLES", str(ROOT.parent / "shared/data"))) / "study"
COMPANY = STUDY / "baseline" / "public"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not COMPANY.is_dir(), reason=f"REPLOOP_DATA_SAMPLES: there is no {COMPANY}"),
]

Key = tuple[str, str]


def rows(name: str) -> Iterator[dict[str, str]]:
    with (COMPANY / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
        yield from csv.DictReader(opened)


@pytest.fixture(scope="module")
def people() -> dict[Key, tuple[float, float]]:
    """Two people's scores of the same criterion of the same call."""
    seen: dict[Key, dict[str, float]] = defaultdict(dict)
    for row in rows("human"):
        if row["score"]:
            seen[row["call_id"], row["criterion_id"]][row["rater"]] = float(row["score"])
    return {key: (s["h1"], s["h2"]) for key, s in seen.items() if len(s) == 2}


@pytest.fixture(scope="module")
def judge(people: dict[Key, tuple[float, float]]) -> dict[Key, float]:
    """The judge's first score of the same."""
    found: dict[Key, float] = {}
    for row in rows("score_events"):
        key = (row["call_id"], row["criterion_id"])
        if key in people and row["score"]:
            found.setdefault(key, float(row["score"]))
    return found


def test_two_people_agree_as_far_as_people_do(people: dict[Key, tuple[float, float]]) -> None:
    pairs = list(people.values())
    assert len(pairs) > 1000
    icc = icc_absolute(pairs)
    tiers = weighted_kappa([(medal_rank(a), medal_rank(b)) for a, b in pairs])
    assert icc == pytest.approx(0.70, abs=0.06)
    assert tiers == pytest.approx(0.65, abs=0.06)


def test_the_judge_agrees_with_people_at_least_as_far(
    people: dict[Key, tuple[float, float]], judge: dict[Key, float]
) -> None:
    icc = icc_absolute([(judge[key], fmean(people[key])) for key in judge])
    between = icc_absolute(list(people.values()))
    assert icc == pytest.approx(0.74, abs=0.06)
    assert between is not None
    assert icc is not None
    assert icc > between


def test_repeated_runs_are_as_steady_as_they_were_made() -> None:
    runs: dict[Key, list[float]] = defaultdict(list)
    for row in rows("repeat"):
        if row["score"]:
            runs[row["call_id"], row["criterion_id"]].append(float(row["score"]))
    found = repeat_of(list(runs.values()))
    assert found is not None
    assert found.sd == pytest.approx(6.1, abs=0.6)
    assert found.within_ten == pytest.approx(0.94, abs=0.03)
