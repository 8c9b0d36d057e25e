"""Loads what RevOps edits: skills, rubrics and tier rules; stops with file, line and remedy."""

import itertools
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Final

from config.documents import Place, read_document, shown_name
from config.rubric_file import RUBRIC_FILE, read_rubric
from domain.errors import ConfigurationError
from domain.rubrics import GENERAL, Rubric, RubricLibrary, SkillId
from domain.skills import PracticeIs, ProfileRules, Skill, Tier

MAX_SKILLS = 12
DIGESTS_FILE = "DIGESTS"
UNWRITTEN = "new"
"""Stands for a digest in ``DIGESTS`` until the loader has said what it is."""

_Reader = Callable[[Place], float | int]


def _real(low: float, high: float) -> _Reader:
    return lambda place: place.number(low, high)


def _whole(low: int, high: int) -> _Reader:
    return lambda place: place.integer(low, high)


_RULES: Final[dict[str, _Reader]] = {
    "prior_mean": _real(0, 100),
    "prior_variance": _real(1, 2500),
    "call_variance": _real(0, 2500),
    "criterion_variance": _real(1, 2500),
    "drift_per_day": _real(0, 25),
    "outlier_sigmas": _real(1, 10),
    "jump_evidence": _real(1, 100),
    "jump_variance": _real(0, 2500),
    "first_min_calls": _whole(1, 100),
    "first_max_error": _real(0.5, 50),
    "change_probability": _real(0.5, 0.999),
    "reversal_probability": _real(0.5, 0.999),
    "reversal_days": _whole(0, 365),
    "min_days_between": _whole(0, 365),
    "min_calls_between": _whole(0, 100),
    "trend_probability": _real(0.5, 0.999),
    "trend_min_change": _real(0, 50),
}


def load_skills(path: Path) -> tuple[Skill, ...]:
    """The skills in file order, 1 to 12.

    Raises ``ConfigurationError`` with file and line for anything malformed, a repeated id, a
    synonym that two skills claim, or more than 12 skills.
    """
    listed = read_document(path).mapping(["skills"])["skills"]
    places = listed.items()
    if not 1 <= len(places) <= MAX_SKILLS:
        raise listed.fail(
            f"{len(places)} skills", f"Keep 1 to {MAX_SKILLS}: nobody is coached on more"
        )
    skills: list[Skill] = []
    taken: dict[str, str] = {}
    for place in places:
        skill = _skill(place)
        for word in (skill.id, *skill.synonyms):
            owner = taken.setdefault(word.casefold(), skill.id)
            if owner != skill.id or (word == skill.id and skill.id in {s.id for s in skills}):
                raise place.fail(f"{word!r} already belongs to {owner}", "Keep it in one place")
        skills.append(skill)
    return tuple(skills)


def _skill(place: Place) -> Skill:
    keys = place.mapping(["id", "name", "description"], ["synonyms"])
    skill_id = keys["id"].text()
    if not skill_id.isidentifier() or skill_id != skill_id.lower():
        raise keys["id"].fail(f"{skill_id!r} is not an id", "Use small letters, digits and _")
    synonyms = keys["synonyms"].items() if "synonyms" in keys else ()
    return Skill(
        id=SkillId(skill_id),
        name=keys["name"].text(),
        description=keys["description"].text(),
        synonyms=tuple(dict.fromkeys(s.text() for s in synonyms)),
    )


def load_rubrics(folder: Path, skills: Iterable[Skill], readers: Collection[str]) -> RubricLibrary:
    """Every ``<name>.v<version>.yaml`` of a folder.

    Once a version of a name stands in ``DIGESTS``, those of that name that do not are drafts:
    no call is scored with them until they are published. ``readers`` are the names of the
    built-in grader's readers (``scoring.builtin.READERS``).

    Raises ``ConfigurationError`` with file and line for anything malformed or unknown, a
    published version that was edited or has no digest yet, a skill that no criterion feeds,
    or no rubric at all.
    """
    known = tuple(skills)
    skill_ids = {s.id for s in known}
    paths = sorted(p for p in folder.glob("*.yaml") if p.is_file())
    if not paths:
        raise ConfigurationError(shown_name(folder), "no rubric here", "Add discovery.v1.yaml")
    published = published_digests(folder)
    rubrics = []
    for path in paths:
        rubric = read_rubric(path, skill_ids, readers)
        _refuse_edited(path, rubric, published)
        rubrics.append(rubric)
    _refuse_unfed(folder, known, rubrics)
    default = GENERAL if any(r.name == GENERAL for r in rubrics) else rubrics[0].name
    used, drafts = _drafts_apart(rubrics, published)
    return RubricLibrary(used, default=default, drafts=drafts)


def _drafts_apart(
    rubrics: list[Rubric], published: dict[str, str]
) -> tuple[tuple[Rubric, ...], tuple[Rubric, ...]]:
    """A team that publishes nothing has no drafts: its files are used as they stand."""
    gated = {r.name for r in rubrics if file_of(r) in published}
    drafts = tuple(r for r in rubrics if r.name in gated and file_of(r) not in published)
    return tuple(r for r in rubrics if r not in drafts), drafts


def file_of(rubric: Rubric) -> str:
    """The name of the file that holds this version."""
    return f"{rubric.name}.v{rubric.version}.yaml"


def published_digests(folder: Path) -> dict[str, str]:
    """File name to digest, from ``DIGESTS``: ``<file name> <sha256>`` a line, ``#`` comments.

    Raises ``ConfigurationError`` for a malformed line. No such file: nothing is published.
    """
    path = folder / DIGESTS_FILE
    if not path.is_file():
        return {}
    digests: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        if len(words) != 2 or not RUBRIC_FILE.fullmatch(words[0]):
            where = f"{shown_name(path)}:{number}"
            raise ConfigurationError(where, "not `<file name> <digest>`", "Mend the line")
        digests[words[0]] = words[1]
    return digests


def _refuse_edited(path: Path, rubric: Rubric, published: dict[str, str]) -> None:
    digest = published.get(path.name)
    if digest == UNWRITTEN:
        raise ConfigurationError(
            shown_name(path.parent / DIGESTS_FILE),
            f"the digest of {path.name} is still to be written",
            f"Take its line out and run `reploop rubric publish {rubric.name}`, or publish it "
            f"unmeasured with the line `{path.name} {rubric.digest}`",
        )
    if digest is not None and digest != rubric.digest:
        following = f"{rubric.name}.v{rubric.version + 1}.yaml"
        raise ConfigurationError(
            f"{shown_name(path)}:1",
            f"version {rubric.version} is published and was edited",
            f"Undo the edit and put the change into {following}: old scores refer to this file",
        )


def _refuse_unfed(folder: Path, skills: tuple[Skill, ...], rubrics: list[Rubric]) -> None:
    fed = {link.skill_id for r in rubrics for c in r.criteria for link in c.skills}
    unfed = [s.id for s in skills if s.id not in fed]
    if unfed:
        raise ConfigurationError(
            shown_name(folder),
            f"no criterion feeds {', '.join(unfed)}",
            "Link a criterion to it or remove the skill",
        )


def load_rules(path: Path) -> ProfileRules:
    """How observations become tiers, from ``tiers.yaml``; every key is required.

    Raises ``ConfigurationError`` with file and line for anything malformed, out of range, or
    tier bounds that do not rise from 0.
    """
    document = read_document(path)
    keys = document.mapping([*_RULES, "tiers", "trend_days", "practice"])
    values = {name: read(keys[name]) for name, read in _RULES.items()}
    days = tuple(p.integer(7, 365) for p in keys["trend_days"].items())
    if not days or list(days) != sorted(set(days)):
        raise keys["trend_days"].fail("windows must rise", "Write for instance [30, 60, 90]")
    if values["reversal_probability"] < values["change_probability"]:
        raise keys["reversal_probability"].fail(
            "going back would be easier than the change itself",
            "Make it at least change_probability",
        )
    return ProfileRules(
        practice=PracticeIs(keys["practice"].one_of([each.value for each in PracticeIs])),
        prior_mean=values["prior_mean"],
        prior_variance=values["prior_variance"],
        call_variance=values["call_variance"],
        criterion_variance=values["criterion_variance"],
        drift_per_day=values["drift_per_day"],
        outlier_sigmas=values["outlier_sigmas"],
        tier_bounds=_tier_bounds(keys["tiers"]),
        first_min_calls=int(values["first_min_calls"]),
        first_max_error=values["first_max_error"],
        change_probability=values["change_probability"],
        reversal_probability=values["reversal_probability"],
        reversal_days=int(values["reversal_days"]),
        min_days_between=int(values["min_days_between"]),
        min_calls_between=int(values["min_calls_between"]),
        trend_days=days,
        trend_probability=values["trend_probability"],
        trend_min_change=values["trend_min_change"],
    )


def _tier_bounds(place: Place) -> tuple[tuple[Tier, float], ...]:
    keys = place.mapping([t.value for t in Tier])
    bounds = tuple((tier, keys[tier.value].number(0, 100)) for tier in Tier)
    lows = [low for _, low in bounds]
    if lows[0] != 0 or any(a >= b for a, b in itertools.pairwise(lows)):
        raise place.fail("bounds must rise from 0", "Write for instance 0, 50, 75, 90")
    return bounds
