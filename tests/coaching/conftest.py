"""A small company and builders of figures, calls and moments for the coaching tests."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from coaching.clips import ScoredCall
from config.catalogue import load_catalogues
from domain.calls import Call, CallId, CallState, Side, Transcript, Turn
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from domain.phrases import Phrase
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from domain.scores import CriterionScore, Evidence, NotScoredBecause, Scorecard
from domain.skills import Proficiency, Skill, Tier, Trend, TrendLabel

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
NORTH, SOUTH = TeamId("north"), TeamId("south")
CRITERIA = {
    "dated_step": ("Agrees a dated next step", "next_steps"),
    "recap": ("Recaps what was agreed", "next_steps"),
    "open_questions": ("Asks open questions", "discovery"),
}


def _person(
    name: str,
    role: Role,
    team_id: TeamId | None = None,
    *,
    active: bool = True,
    aliases: tuple[str, ...] = (),
) -> Person:
    first = name.split(maxsplit=1)[0].casefold()
    return Person(
        id=PersonId(first),
        name=name,
        email=f"{first}@seller.example",
        role=role,
        team_id=team_id,
        active=active,
        aliases=aliases,
    )


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def say() -> Callable[[Phrase], str]:
    """A phrase as an English reader gets it."""
    return load_catalogues().words("en").say


@pytest.fixture
def organisation() -> Organisation:
    """Two teams: Petra manages Ilse, Bruno (and Jakob, who left), Oskar manages Wanda."""
    return Organisation(
        people=(
            _person("Petra Lund", Role.MANAGER, NORTH),
            _person("Oskar Brandt", Role.MANAGER, SOUTH),
            _person("Ilse Marten", Role.REP, NORTH, aliases=("Ilse M.", "Issy")),
            _person("Bruno Tallis", Role.REP, NORTH),
            _person("Jakob Wren", Role.REP, NORTH, active=False),
            _person("Wanda Ferris", Role.REP, SOUTH),
            _person("Rina Okoro", Role.REVOPS),
            _person("Adam Sorel", Role.ADMIN),
            _person("Lotte Vane", Role.MANAGER, active=False),
        ),
        teams=(
            Team(NORTH, "North", PersonId("petra")),
            Team(SOUTH, "South", PersonId("oskar")),
        ),
    )


@pytest.fixture
def person(organisation: Organisation) -> Callable[[str], Person]:
    """By first name."""

    def find(first: str) -> Person:
        found = organisation.person(PersonId(first))
        assert found is not None
        return found

    return find


@pytest.fixture
def skills() -> dict[SkillId, Skill]:
    every = (
        Skill(SkillId("next_steps"), "Next steps", "", ("closing", "follow-up", "next step")),
        Skill(SkillId("discovery"), "Discovery", "", ("questions", "asking questions")),
        Skill(SkillId("objections"), "Objection handling", "", ("objections", "pushback")),
    )
    return {skill.id: skill for skill in every}


@pytest.fixture
def figure() -> Callable[..., Proficiency]:
    """``figure("ilse", "discovery", 62.0, error=4, calls=9)``."""

    def make(
        rep: str,
        skill: str,
        level: float,
        *,
        error: float = 4.0,
        calls: int = 12,
        tier: Tier | None = Tier.DEVELOPING,
        label: TrendLabel = TrendLabel.STEADY,
        as_of: datetime = NOW,
    ) -> Proficiency:
        change = {TrendLabel.IMPROVING: 6.0, TrendLabel.DECLINING: -6.0}.get(label, 0.5)
        unknown = label is TrendLabel.UNKNOWN
        return Proficiency(
            rep_id=PersonId(rep),
            skill_id=SkillId(skill),
            as_of=as_of,
            level=level,
            standard_error=error,
            effective_n=float(calls),
            calls=calls,
            tier=tier,
            trends=(
                Trend(
                    days=60,
                    change=None if unknown else change,
                    standard_error=None if unknown else 2.0,
                    label=label,
                ),
            ),
        )

    return make


def _criterion(criterion_id: str) -> Criterion:
    title, skill = CRITERIA[criterion_id]
    return Criterion(
        id=CriterionId(criterion_id),
        title=title,
        behaviour=title,
        anchors=("none", "vague", "some", "most", "all"),
        skills=(SkillLink(SkillId(skill)),),
        tip=f"Tip for {criterion_id}.",
    )


RUBRIC = Rubric(
    name="discovery",
    version=1,
    title="Discovery",
    call_types=(),
    criteria=tuple(map(_criterion, CRITERIA)),
    digest="d",
)


@pytest.fixture
def scored() -> Callable[..., ScoredCall]:
    """``scored("c1", days_ago=3, dated_step=(1, "let us talk soon"))``.

    Each criterion is ``(level, quote)`` or ``None`` for not scored; the quotes are turns
    of the transcript, ten seconds apart, in the order given.
    """

    def make(
        call_id: str,
        *,
        days_ago: float,
        rep: str = "ilse",
        better: str = "",
        **levels: tuple[int, str] | None,
    ) -> ScoredCall:
        quotes = [pair[1] for pair in levels.values() if pair]
        turns = tuple(
            Turn(i, "Ilse Marten", 10.0 * i, 10.0 * i + 8, f"Well, {quote} then.", Side.REP)
            for i, quote in enumerate(quotes)
        )
        criteria = []
        for name, pair in levels.items():
            criteria.append(
                CriterionScore(
                    criterion_id=CriterionId(name),
                    skill_ids=(SkillId(CRITERIA[name][1]),),
                    level=pair[0] if pair else None,
                    not_scored=None if pair else NotScoredBecause.NO_OCCASION,
                    reason=f"Reason for {name}.",
                    better=better,
                    evidence=(Evidence(pair[1], quotes.index(pair[1])),) if pair else (),
                )
            )
        call = Call(
            id=CallId(call_id),
            provider="zoom",
            provider_ref=call_id,
            title=f"Call {call_id}",
            started_at=NOW - timedelta(days=days_ago),
            duration_s=1800.0,
            state=CallState.SCORED,
            rep_id=PersonId(rep),
        )
        card = Scorecard(
            call_id=call.id,
            call_version=1,
            rubric_name="discovery",
            rubric_version=1,
            grader_name="builtin",
            grader_version="1",
            criteria=tuple(criteria),
            overall=None,
            summary="",
            created_at=call.started_at,
        )
        return ScoredCall(call, card, Transcript(turns), RUBRIC)

    return make
