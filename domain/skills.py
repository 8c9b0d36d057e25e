"""Skills and what is known of a rep's: always with how sure it is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId

Z_90 = 1.645
"""Standard errors to each side of a 90 % interval."""


@dataclass(frozen=True, slots=True)
class Skill:
    """One of the 8-12 skills a rep is coached on."""

    id: SkillId
    name: str
    description: str
    synonyms: tuple[str, ...] = ()
    """Words people use for it in questions ("closing", "objections")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillObservation:
    """What one call says about one skill: the weighted mean of its scored criteria."""

    rep_id: PersonId
    skill_id: SkillId
    call_id: CallId
    observed_at: datetime
    score: float
    """0-100."""
    criteria: int
    """How many scored criteria stand behind it, at least 1."""
    parts: tuple[tuple[str, float, float], ...] = ()
    """(criterion, score 0-100, weight of its link) of each of them. The criterion's name holds
    its rubric and a digest of its wording: what is worded anew is another criterion."""
    call_type: str = ""
    practice: bool = False
    """Whether it was a role-play rather than a live call."""
    deal: str | None = None
    """The deal the call belongs to, if that is known by now."""


class Tier(StrEnum):
    """Excellent 90+, Proficient 75-89, Developing 50-74, Needs Work under 50."""

    NEEDS_WORK = "needs_work"
    DEVELOPING = "developing"
    PROFICIENT = "proficient"
    EXCELLENT = "excellent"


class TrendLabel(StrEnum):
    """What a trend may be called; ``UNKNOWN`` is the normal answer for little data."""

    IMPROVING = "improving"
    STEADY = "steady"
    DECLINING = "declining"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Change over the last ``days``: points with standard error, and the honest word."""

    days: int
    change: float | None
    standard_error: float | None
    label: TrendLabel

    @property
    def known(self) -> bool:
        """Whether anything can be said: it is not too early."""
        return self.label is not TrendLabel.UNKNOWN and self.change is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class TierChange:
    """The announced tier of one rep and skill moved. ``before`` is ``None`` the first time."""

    rep_id: PersonId
    skill_id: SkillId
    before: Tier | None
    after: Tier
    at: datetime
    because_of: CallId
    """The call whose observation tipped it."""
    level: float
    standard_error: float
    calls: int
    fit: int = 0
    """Version of the company's fit it was decided under: a later fit leaves it as it was told."""

    @property
    def is_first(self) -> bool:
        """Whether this is the first announcement rather than a change."""
        return self.before is None

    @property
    def rose(self) -> bool:
        """Whether the tier went up; a first announcement is neither good nor bad news."""
        ranks = list(Tier)
        return self.before is not None and ranks.index(self.after) > ranks.index(self.before)


@dataclass(frozen=True, slots=True)
class EarlySign:
    """A recent change that is too weak for another tier: points, their error, recent calls."""

    change: float
    standard_error: float
    calls: int


@dataclass(frozen=True, slots=True)
class Lift:
    """Change in points since the first moment with enough calls, both ends in hindsight."""

    since: datetime
    change: float
    standard_error: float


@dataclass(frozen=True, slots=True)
class PracticeFigure:
    """What role-plays show beside live calls: level 0-100, its standard error, how many."""

    level: float
    standard_error: float
    plays: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proficiency:
    """A rep's level in a skill at one moment; cannot be built without its uncertainty."""

    rep_id: PersonId
    skill_id: SkillId
    as_of: datetime
    level: float
    """0-100: the score to expect on a usual call that day."""
    standard_error: float
    effective_n: float
    """How many calls' worth of information stand behind it."""
    calls: int
    """Scored live calls that were used; role-plays too only where they count like calls."""
    tier: Tier | None
    """Announced tier; ``None`` while there is too little data."""
    last_observed_at: datetime | None = None
    trends: tuple[Trend, ...] = ()
    basis: str = ""
    """What it was computed with besides calls: the company's fit and the rules."""
    practice: PracticeFigure | None = None
    """``None`` without role-plays."""
    early: EarlySign | None = None
    """``None`` as long as nothing but chance shows."""
    lift: Lift | None = None
    """``None`` with too few calls before or since."""

    @property
    def interval(self) -> tuple[float, float]:
        """90 % interval, clipped to 0-100."""
        half = Z_90 * self.standard_error
        return max(0.0, self.level - half), min(100.0, self.level + half)

    def trend(self, days: int) -> Trend | None:
        """The trend over that many days, if it was computed."""
        return next((t for t in self.trends if t.days == days), None)


class MoveCause(StrEnum):
    """What can move a published level."""

    CALL = "call"
    """A call was scored for the first time."""
    CALL_AGAIN = "call_again"
    """A call was scored again: a new transcript, rubric or grader, or a correction."""
    RULING = "ruling"
    """A person's level took the place of the grader's, after an appeal."""
    CALL_GONE = "call_gone"
    """A call was deleted, or turned out to be another rep's."""
    DEAL = "deal"
    """A call was found to belong to a deal, which it shares with others."""
    CRITERION = "criterion"
    """A criterion left proficiency, or came back, because of how it is graded."""
    BASIS = "basis"
    """The company's figures were fitted again, or the rules were changed."""


@dataclass(frozen=True, slots=True)
class Published:
    """What is told of a proficiency when it moves."""

    level: float
    calls: int
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileMove:
    """One move of a published level (0-100). All moves of a pair add up to its level now."""

    rep_id: PersonId
    skill_id: SkillId
    at: datetime
    cause: MoveCause
    call_id: CallId | None = None
    """The call that brought it about, if one did."""
    before: float | None
    """``None`` where nothing was published."""
    after: float | None
    standard_error: float | None
    """Of ``after``."""
    calls: int
    basis: str


@dataclass(frozen=True, slots=True)
class FitRecord:
    """When the company's figures were fitted, and from how many observations."""

    version: int
    as_of: datetime
    observations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillProfile:
    """Everything one replay of one rep and skill yields."""

    proficiency: Proficiency
    tier_changes: tuple[TierChange, ...]
    history: tuple[tuple[datetime, float, float], ...]
    """(moment, level, standard error) after each scored call, for the trend line."""


class PracticeIs(StrEnum):
    """How role-plays count towards proficiency."""

    APART = "apart"
    """They tell of the level, but what a rep scores in practice above calls is told apart."""
    LEFT_OUT = "left_out"
    LIKE_A_CALL = "like_a_call"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRules:
    """How observations become a proficiency and an announced tier; see ``config/tiers.yaml``.

    Scores and levels are 0-100 points, variances in points squared, drift per day.
    """

    prior_mean: float = 60.0
    prior_variance: float = 100.0
    call_variance: float = 42.0
    criterion_variance: float = 200.0
    deal_variance: float = 12.0
    """Shared by the calls of one deal, which share the buyer's mood."""
    practice_gap_variance: float = 25.0
    """Of what a rep scores in role-plays above or below live calls."""
    practice: PracticeIs = PracticeIs.APART
    drift_per_day: float = 0.15
    outlier_sigmas: float = 2.5
    jump_evidence: float = 8.0
    """Summed surprise, in standard deviations, from which a rep is taken to have changed."""
    jump_variance: float = 200.0
    """How much less sure the old level becomes then."""
    tier_bounds: tuple[tuple[Tier, float], ...] = (
        (Tier.NEEDS_WORK, 0.0),
        (Tier.DEVELOPING, 50.0),
        (Tier.PROFICIENT, 75.0),
        (Tier.EXCELLENT, 90.0),
    )
    """Tiers from low to high with their lower bounds."""
    first_min_calls: int = 5
    first_max_error: float = 7.0
    change_probability: float = 0.85
    reversal_probability: float = 0.97
    reversal_days: int = 60
    min_days_between: int = 14
    min_calls_between: int = 3
    trend_days: tuple[int, ...] = (30, 60, 90)
    trend_probability: float = 0.90
    trend_min_change: float = 2.0
