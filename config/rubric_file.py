"""One rubric file: ``<name>.v<version>.yaml`` into a ``Rubric``."""

import hashlib
import json
import re
from collections.abc import Collection
from pathlib import Path

import yaml

from config.documents import Place, read_document
from domain.calls import CallType, Side
from domain.rubrics import MAX_LEVEL, MIN_LEVEL, Criterion, CriterionId, Rubric, SkillId, SkillLink

RUBRIC_FILE = re.compile(r"([a-z][a-z0-9_]{1,39})\.v([1-9][0-9]{0,3})\.yaml")
MAX_CRITERIA = 20
MAX_WEIGHT = 5.0
_CRITERION_ID = re.compile(r"[a-z][a-z0-9_]{1,39}")
_REQUIRED = ("id", "title", "behaviour", "skills", "anchors", "example", "near_miss", "tip")
_OPTIONAL = ("weight", "evidence_side", "call_types", "needs_occasion", "reader")


def read_rubric(path: Path, skill_ids: Collection[SkillId], readers: Collection[str]) -> Rubric:
    """Read one rubric file.

    Raises ``ConfigurationError`` with file and line: a file name that is not
    ``<name>.v<version>.yaml``, unknown or missing keys, a missing anchor, a repeated id, an
    unknown skill, call type or reader, a weight out of range, or a criterion without a skill.
    """
    document = read_document(path)
    named = RUBRIC_FILE.fullmatch(path.name)
    if named is None:
        raise document.fail(
            f"{path.name!r} is not a rubric's name", "Call it <name>.v<version>.yaml"
        )
    keys = document.mapping(["title", "criteria"], ["call_types"])
    criteria: dict[CriterionId, Criterion] = {}
    for place in keys["criteria"].items():
        criterion = _criterion(place, skill_ids, readers)
        if criterion.id in criteria:
            raise place.fail(f"criterion {criterion.id!r} stands here twice", "Rename one")
        criteria[criterion.id] = criterion
    if not 1 <= len(criteria) <= MAX_CRITERIA:
        raise keys["criteria"].fail(f"{len(criteria)} criteria", f"Keep 1 to {MAX_CRITERIA}")
    return Rubric(
        name=named[1],
        version=int(named[2]),
        title=keys["title"].text(),
        call_types=_call_types(keys.get("call_types")),
        criteria=tuple(criteria.values()),
        digest=digest_of(document),
    )


def digest_of(document: Place) -> str:
    """SHA-256 of the content alone: comments, quoting and line breaks may change, words not."""
    content = json.dumps(_plain(document), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def _plain(place: Place) -> object:
    if isinstance(place.node, yaml.MappingNode):
        return [[key, _plain(value)] for key, (_, value) in sorted(place.entries().items())]
    if isinstance(place.node, yaml.SequenceNode):
        return [_plain(item) for item in place.items()]
    return place.text()


def _criterion(place: Place, skill_ids: Collection[SkillId], readers: Collection[str]) -> Criterion:
    keys = place.mapping(_REQUIRED, _OPTIONAL)
    criterion_id = keys["id"].text()
    if not _CRITERION_ID.fullmatch(criterion_id):
        raise keys["id"].fail(f"{criterion_id!r} is not an id", "Use small letters, digits and _")
    reader = keys["reader"].one_of(sorted(readers)) if "reader" in keys else None
    side = keys["evidence_side"].one_of(["rep", "buyer"]) if "evidence_side" in keys else "rep"
    return Criterion(
        id=CriterionId(criterion_id),
        title=keys["title"].text(),
        behaviour=keys["behaviour"].text(),
        anchors=_anchors(keys["anchors"]),
        skills=_links(keys["skills"], skill_ids),
        evidence_side=Side(side),
        weight=_weight(keys["weight"], MAX_WEIGHT) if "weight" in keys else 1.0,
        call_types=_call_types(keys.get("call_types")),
        needs_occasion=keys["needs_occasion"].boolean() if "needs_occasion" in keys else False,
        reader=reader,
        example=keys["example"].text(),
        near_miss=keys["near_miss"].text(),
        tip=keys["tip"].text(),
    )


def _anchors(place: Place) -> tuple[str, str, str, str, str]:
    levels = [str(level) for level in range(MIN_LEVEL, MAX_LEVEL + 1)]
    keys = place.mapping(levels)
    zero, one, two, three, four = (keys[level].text() for level in levels)
    if len({zero, one, two, three, four}) != len(levels):
        raise place.fail("two levels have the same anchor", "Say what tells them apart")
    return zero, one, two, three, four


def _links(place: Place, skill_ids: Collection[SkillId]) -> tuple[SkillLink, ...]:
    entries = place.entries()
    if not entries:
        raise place.fail("this criterion feeds no skill", "Link it: `skills: {questioning: 1}`")
    for name, (key, _) in entries.items():
        if name not in skill_ids:
            raise key.fail(f"unknown skill {name!r}", f"Use one of: {', '.join(skill_ids)}")
    return tuple(
        SkillLink(SkillId(name), _weight(value, 1.0)) for name, (_, value) in entries.items()
    )


def _weight(place: Place, high: float) -> float:
    value = place.number(0, high)
    if value == 0:
        raise place.fail("a weight of 0 counts for nothing", f"Write above 0, at most {high:g}")
    return value


def _call_types(place: Place | None) -> tuple[CallType, ...]:
    if place is None:
        return ()
    return tuple(CallType(p.one_of([t.value for t in CallType])) for p in place.items())
