"""Rubrics: versioned, immutable lists of observable behaviours with anchored levels."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from domain.calls import CallType, Side
from domain.errors import ConfigurationError

CriterionId = NewType("CriterionId", str)
SkillId = NewType("SkillId", str)

GENERAL = "discovery"
"""The rubric for calls that the one asked for does not cover, where there is one of this name."""
MIN_LEVEL = 0
MAX_LEVEL = 4


@dataclass(frozen=True, slots=True)
class SkillLink:
    """A criterion feeds a skill with this weight (0 < weight <= 1)."""

    skill_id: SkillId
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One observable behaviour of the rep, with an anchor for each level 0-4."""

    id: CriterionId
    title: str
    behaviour: str
    """What the rep does, in one sentence; goes into the prompt."""
    anchors: tuple[str, str, str, str, str]
    skills: tuple[SkillLink, ...]
    evidence_side: Side = Side.REP
    """Whose words prove it: the rep's for behaviour, the buyer's for e.g. an agreed step."""
    weight: float = 1.0
    """Share in the call's overall score, relative to the other criteria."""
    call_types: tuple[CallType, ...] = ()
    """Call types it applies to; empty means all."""
    needs_occasion: bool = False
    """Whether it applies only if the buyer gave an occasion (such as an objection)."""
    reader: str | None = None
    """Name of the built-in grader's reader that can prove it, if there is one."""
    example: str = ""
    near_miss: str = ""
    tip: str = ""
    """What to do next time, addressed to the rep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """``name`` and ``version`` identify it for ever; ``digest`` proves it was not edited."""

    name: str
    version: int
    title: str
    call_types: tuple[CallType, ...]
    criteria: tuple[Criterion, ...]
    digest: str

    def applicable(self, call_type: CallType) -> tuple[Criterion, ...]:
        """The criteria that apply to a call of this type, in rubric order."""
        return tuple(c for c in self.criteria if not c.call_types or call_type in c.call_types)


@dataclass(frozen=True, slots=True)
class RubricLibrary:
    """Every version of every rubric that was ever loaded, and which is used for what."""

    rubrics: tuple[Rubric, ...]
    default: str = GENERAL
    drafts: tuple[Rubric, ...] = ()
    """Versions that are not published: no call is scored with them unless one asks by version."""
    by_call_type: Mapping[CallType, str] = field(default_factory=dict)
    """Which rubric a type of call is scored with, where that is said."""

    def named(self, name: str, version: int | None = None) -> Rubric:
        """A rubric by name: the newest published version, or the one given, drafts too.

        Raises ``ConfigurationError`` naming the rubrics there are.
        """
        among = self.rubrics if version is None else (*self.rubrics, *self.drafts)
        found = [r for r in among if r.name == name and version in (None, r.version)]
        if not found:
            known = ", ".join(sorted({r.name for r in self.rubrics}))
            wanted = name if version is None else f"{name} version {version}"
            raise ConfigurationError(
                "rubric", f"there is no rubric {wanted}", f"Use one of: {known}"
            )
        return max(found, key=lambda r: r.version)

    def newest(self, name: str) -> Rubric:
        """The highest version of a name, draft or not: what one is working on.

        Raises ``ConfigurationError`` naming the rubrics there are.
        """
        drafts = [r.version for r in self.drafts if r.name == name]
        return self.named(name, max([self.named(name).version, *drafts]))

    def for_call(self, call_type: CallType) -> Rubric:
        """What a call of this type is scored with: as is said, else the default if it covers it.

        Else the general rubric, and last the first by name that covers it.
        """
        if call_type in self.by_call_type:
            return self.named(self.by_call_type[call_type])
        newest = {r.name: self.named(r.name) for r in self.rubrics}
        first = [newest[name] for name in (self.default, GENERAL) if name in newest]
        for rubric in first:
            if not rubric.call_types or call_type in rubric.call_types:
                return rubric
        for rubric in sorted(newest.values(), key=lambda r: r.name):
            if call_type in rubric.call_types:
                return rubric
        return self.named(self.default)
