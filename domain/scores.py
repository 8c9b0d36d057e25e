"""What a grader answers, and what survives the evidence check.

Levels are integers 0-4; everything a person reads is 0-100. ``score_of_level`` is the
only bridge, and nothing takes one for the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from domain.calls import CallId, Side
from domain.people import PersonId
from domain.rubrics import MAX_LEVEL, CriterionId, SkillId
from domain.usage import NOTHING, Usage


class NotScoredBecause(StrEnum):
    """Why one criterion has no level. Never a low score."""

    NO_OCCASION = "no_occasion"
    """The buyer gave no occasion, e.g. raised no objection."""
    NOT_APPLICABLE = "not_applicable"
    """The criterion does not apply to this type of call."""
    NO_VALID_EVIDENCE = "no_valid_evidence"
    """No quote that stands in the named turn."""
    WRONG_SIDE = "wrong_side"
    """The quoted words are not of the side whose words count."""
    LEVEL_OFF_SCALE = "level_off_scale"
    SUSPECT_EVIDENCE = "suspect_evidence"
    """The quoted turn speaks to a grader, so it cannot prove anything."""
    NO_READER = "no_reader"
    """The built-in grader cannot prove this criterion; a model can."""
    UNSUPPORTED_LANGUAGE = "unsupported_language"
    TOO_LITTLE_SPEECH = "too_little_speech"
    GRADER_UNSURE = "grader_unsure"
    POOR_TRANSCRIPT = "poor_transcript"
    """Too much of what was said is lost, or nobody's, or the recogniser's own invention."""


class Medal(StrEnum):
    """One call's result in a word: gold 90+, silver 75+, bronze 50+."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote and the turn it stands in."""

    quote: str
    turn_index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GraderAnswer:
    """One criterion as a grader answered it: unchecked."""

    criterion_id: CriterionId
    level: int | None
    not_scored: NotScoredBecause | None = None
    reason: str = ""
    """What was done, in a sentence or two."""
    tip: str = ""
    better: str = ""
    """What the rep could have said instead, at that moment."""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GraderReply:
    """All answers for one call, by criterion, with what it cost."""

    answers: Mapping[CriterionId, GraderAnswer]
    summary: str = ""
    usage: Usage = NOTHING
    model: str | None = None
    """Which model answered, as the server names it."""
    version: str | None = None
    """The grader's version for this reply, where the one that answered is not the one asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Why a person's level stands in place of the grader's, and what the grader had said."""

    by: PersonId
    at: datetime
    why: str
    grader_level: int | None
    grader_not_scored: NotScoredBecause | None
    grader_reason: str = ""
    grader_tip: str = ""
    grader_better: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionScore:
    """A level with evidence, or the reason for none. Exactly one of the two is set."""

    criterion_id: CriterionId
    skill_ids: tuple[SkillId, ...]
    level: int | None
    not_scored: NotScoredBecause | None
    reason: str = ""
    tip: str = ""
    better: str = ""
    evidence: tuple[Evidence, ...] = ()
    ruling: Ruling | None = None
    """Set where a person decided; level and reason are then the person's."""

    def __post_init__(self) -> None:
        """Refuse a value that is both scored and not scored, or neither."""
        if (self.level is None) == (self.not_scored is None):
            raise ValueError(f"{self.criterion_id}: set exactly one of level and not_scored")

    @property
    def score(self) -> float | None:
        """0-100, or ``None`` where not scored."""
        return None if self.level is None else score_of_level(self.level)

    @property
    def as_graded(self) -> "CriterionScore":
        """What the grader said, without any ruling."""
        if self.ruling is None:
            return self
        return replace(
            self,
            level=self.ruling.grader_level,
            not_scored=self.ruling.grader_not_scored,
            reason=self.ruling.grader_reason,
            tip=self.ruling.grader_tip,
            better=self.ruling.grader_better,
            ruling=None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """The checked result of one call under one rubric version by one grader version."""

    call_id: CallId
    call_version: int
    rubric_name: str
    rubric_version: int
    grader_name: str
    grader_version: str
    criteria: tuple[CriterionScore, ...]
    overall: float | None
    """Weighted mean of the scored criteria, 0-100; ``None`` if too few were scored."""
    summary: str
    created_at: datetime
    usage: Mapping[str, float] = field(default_factory=dict)

    def of(self, criterion_id: CriterionId) -> CriterionScore | None:
        """The score of one criterion."""
        return next((c for c in self.criteria if c.criterion_id == criterion_id), None)

    @property
    def medal(self) -> Medal | None:
        """Gold 90+, silver 75+, bronze 50+, else none."""
        return medal_of(self.overall)


def room(level: int, weight: float) -> float:
    """How much a criterion at this level could still add to the overall score, unscaled."""
    return (MAX_LEVEL - level) * weight


def score_of_level(level: int) -> float:
    """0-4 onto 0-100 in steps of 25."""
    return 100.0 * level / MAX_LEVEL


def medal_of(overall: float | None) -> Medal | None:
    """The medal of an overall score 0-100; ``None`` below 50 or without a score."""
    if overall is None or overall < 50:
        return None
    if overall >= 90:
        return Medal.GOLD
    return Medal.SILVER if overall >= 75 else Medal.BRONZE


EVIDENCE_SIDES = (Side.REP, Side.BUYER)
