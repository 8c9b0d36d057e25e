"""The built-in grader beside one person's levels, on sixteen calls of our own.

``mend`` was looked at while the readers were mended, ``held`` only before and after; the figures
stand in docs/agreement.md. The levels were given before any of the calls was graded.
"""

from functools import cache

import pytest

from config.labels_file import read_labels
from domain.calls import CallType
from domain.rubrics import CriterionId
from domain.scores import GraderAnswer
from scoring.agreement import exact_share, weighted_kappa, within_one_share
from tests.scoring.talks import CALLS, RUBRICS, answers, talk

Levels = dict[tuple[str, CriterionId], int | None]
SETS = ("mend", "held")
RUBRIC_NAMES = ("discovery", "meddic")


def kind(call: str) -> CallType:
    return CallType(call.partition("_")[0])


def labelled(part: str, rubric: str) -> Levels:
    folder = CALLS / "labelled"
    calls = [f.name for f in (folder / part).glob("*.txt")]
    found = read_labels([folder / f"{part}.{rubric}.csv"], RUBRICS.named(rubric), calls)
    return {(label.call, label.criterion_id): label.level for label in found}


@cache
def graded(part: str, rubric: str, call: str) -> dict[str, GraderAnswer]:
    text = (CALLS / "labelled" / part / call).read_text(encoding="utf-8")
    return answers(talk(text), RUBRICS.named(rubric), kind(call))


def pairs(part: str, rubric: str) -> list[tuple[int, int]]:
    """``(grader, person)`` wherever both gave a level."""
    found = []
    for (call, criterion), label in labelled(part, rubric).items():
        level = graded(part, rubric, call)[criterion].level
        if level is not None and label is not None:
            found.append((level, label))
    return found


@pytest.mark.parametrize("rubric", RUBRIC_NAMES)
@pytest.mark.parametrize("part", SETS)
def test_every_criterion_that_applies_is_labelled_in_each_labelled_call(
    part: str, rubric: str
) -> None:
    given = labelled(part, rubric)
    for call in {c for c, _ in given}:
        applicable = {c.id for c in RUBRICS.named(rubric).applicable(kind(call))}
        assert {criterion for c, criterion in given if c == call} == applicable


@pytest.mark.parametrize("part", SETS)
def test_the_calls_use_the_whole_scale(part: str) -> None:
    assert set(labelled(part, "discovery").values()) >= {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    ("part", "rubric", "compared", "same", "near", "kappa"),
    [
        ("mend", "discovery", 90, 0.66, 0.97, 0.90),
        ("mend", "meddic", 24, 0.66, 0.91, 0.88),
        ("held", "discovery", 90, 0.47, 0.82, 0.62),
        ("held", "meddic", 24, 0.25, 0.79, 0.13),
    ],
)
def test_the_levels_are_no_further_from_the_persons_than_measured(
    part: str, rubric: str, compared: int, same: float, near: float, kappa: float
) -> None:
    both = pairs(part, rubric)
    measured = (exact_share(both), within_one_share(both), weighted_kappa(both))
    assert len(both) >= compared
    assert None not in measured
    assert all(m >= least for m, least in zip(measured, (same, near, kappa), strict=True) if m)
