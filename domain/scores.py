"""What a grader answers, and what survives the evidence check.

Levels are integers 0-4; everything a person reads is 0-100. ``score_of_level`` is the
only bridge, and nothing takes one for the other.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.calls import CallId, Side
from domain.rubrics import MAX_LEVEL, CriterionId, SkillId


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
class Usage:
    """What requests to a model took; adds up with ``+``. All zero where no model was asked."""

    requests: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    """Of the prompt tokens: those the provider had in its cache."""
    completion_tokens: int = 0
    reasoning_tokens: int = 0
    """Of the completion tokens: those spent on thinking, not on the answer."""
    latency_s: float = 0.0
    cost: float | None = None
    """In the currency of the configured prices; ``None`` where it cannot be known."""

    def __add__(self, other: "Usage") -> "Usage":
        """Both together; the cost is known only if both are."""
        known = self.cost is not None and other.cost is not None
        return Usage(
            requests=self.requests + other.requests,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            reasoning_tokens=self.reasoning_tokens + other.reasoning_tokens,
            latency_s=self.latency_s + other.latency_s,
            cost=(self.cost or 0.0) + (other.cost or 0.0) if known else None,
        )

    def figures(self) -> Mapping[str, float]:
        """By name, as a scorecard keeps them; empty where no model was asked."""
        if not self.requests:
            return {}
        known = {name: value for name, value in asdict(self).items() if value is not None}
        return {name: float(value) for name, value in known.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class GraderReply:
    """All answers for one call, by criterion, with what it cost."""

    answers: Mapping[CriterionId, GraderAnswer]
    summary: str = ""
    usage: Usage = field(default_factory=Usage)
    model: str | None = None
    """Which model answered, as the server names it."""
    version: str | None = None
    """The grader's version for this reply, where the one that answered is not the one asked."""


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

    def __post_init__(self) -> None:
        """Refuse a value that is both scored and not scored, or neither."""
        if (self.level is None) == (self.not_scored is None):
            raise ValueError(f"{self.criterion_id}: set exactly one of level and not_scored")

    @property
    def score(self) -> float | None:
        """0-100, or ``None`` where not scored."""
        return None if self.level is None else score_of_level(self.level)


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
