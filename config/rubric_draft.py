"""A rubric as the text of a rubric file: what ``read_rubric`` reads back as the same."""

from collections.abc import Mapping

import yaml

from domain.calls import Side
from domain.rubrics import Criterion, Rubric


def rubric_yaml(rubric: Rubric) -> str:
    """The file's text. Its name, ``<name>.v<version>.yaml``, says the rest."""
    document: dict[str, object] = {"title": rubric.title}
    if rubric.call_types:
        document["call_types"] = [kind.value for kind in rubric.call_types]
    document["criteria"] = [_criterion(one) for one in rubric.criteria]
    text: str = yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=96)
    return text


def _criterion(one: Criterion) -> Mapping[str, object]:
    entry: dict[str, object] = {
        "id": str(one.id),
        "title": one.title,
        "behaviour": one.behaviour,
        "skills": {str(link.skill_id): link.weight for link in one.skills},
        "anchors": dict(enumerate(one.anchors)),
        "example": one.example,
        "near_miss": one.near_miss,
        "tip": one.tip,
    }
    if one.weight != 1.0:
        entry["weight"] = one.weight
    if one.evidence_side is not Side.REP:
        entry["evidence_side"] = one.evidence_side.value
    if one.call_types:
        entry["call_types"] = [kind.value for kind in one.call_types]
    if one.needs_occasion:
        entry["needs_occasion"] = True
    if one.reader is not None:
        entry["reader"] = one.reader
    return entry
