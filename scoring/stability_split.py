"""A proposal for a criterion that two readings do not agree on: checks instead of degrees.

Each behaviour that its anchors ask for from level 2 up becomes a criterion of its own, with one
question that is answered with yes or no, and levels that count how often the answer was yes.
It is a draft for a person to word: the same criterion gives the same draft.
"""

import re
from dataclasses import dataclass, replace

from domain.rubrics import Criterion, CriterionId, Rubric

FROM_LEVEL = 2
"""Anchors below it say what is missing."""
_MAX_ID = 40
_AS_BEFORE = re.compile(r"^As (?:in |level )?\d[,;:]?\s*(?:and|but|plus)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Check:
    """One behaviour of the old criterion, as a question and as a criterion of its own."""

    level: int
    """The level whose anchor it comes from."""
    question: str
    criterion: Criterion


def proposed_checks(criterion: Criterion) -> tuple[Check, ...]:
    """The checks that could stand in its place, in the order of its levels."""
    levels = range(FROM_LEVEL, len(criterion.anchors))
    return tuple(_check(criterion, level, len(levels)) for level in levels)


def _check(criterion: Criterion, level: int, parts: int) -> Check:
    behaviour = _behaviour(criterion.anchors[level])
    ending = f"_{level}"
    return Check(
        level=level,
        question=f"Is this heard on the call? {behaviour}",
        criterion=replace(
            criterion,
            id=CriterionId(criterion.id[: _MAX_ID - len(ending)] + ending),
            title=f"{criterion.title} ({level - FROM_LEVEL + 1} of {parts})",
            behaviour=behaviour,
            anchors=_counted(behaviour),
            weight=round(criterion.weight / parts, 2),
            reader=None,  # a reader proves the old criterion, not a part of it
        ),
    )


def _behaviour(anchor: str) -> str:
    """What the anchor adds to the level below, as a sentence."""
    added = _AS_BEFORE.sub("", anchor).strip() or anchor
    if added.lower().startswith(("with ", "for ")):
        added = f"it is done {added}"
    return f"{added[:1].upper()}{added[1:].rstrip('.')}."


def _counted(behaviour: str) -> tuple[str, str, str, str, str]:
    """Anchors that count: nobody has to judge how well it was done."""
    return (
        "No: there was a moment for it, and the rep did something else.",
        "No: the rep began, and did not finish it.",
        f"Yes, once: {behaviour}",
        "Yes, at two different moments of the call.",
        "Yes, at two or more moments, and at every one there was.",
    )


def with_split(rubric: Rubric, criterion_id: CriterionId) -> Rubric:
    """The next version of ``rubric`` with the checks in the place of one criterion.

    Raises ``KeyError`` if the rubric has no such criterion.
    """
    if criterion_id not in {c.id for c in rubric.criteria}:
        raise KeyError(criterion_id)
    criteria: list[Criterion] = []
    for one in rubric.criteria:
        split = one.id == criterion_id
        criteria += [check.criterion for check in proposed_checks(one)] if split else [one]
    return replace(rubric, version=rubric.version + 1, criteria=tuple(criteria), digest="")
