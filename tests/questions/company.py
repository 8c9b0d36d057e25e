"""A company of two teams whose every call, level and word is known beforehand."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from config.loader import load_skills
from domain.calls import Call, CallId, CallState, CallType, NotScorable, Side, Transcript, Turn
from domain.commitments import Commitment, CommitmentId
from domain.deals import Deal, DealRef, Outcome
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.ports import Stores
from domain.practice import Assignment, AssignmentId, AssignmentState, Mood, Persona
from domain.rubrics import Criterion, CriterionId, Rubric, RubricLibrary, SkillId, SkillLink
from domain.scores import CriterionScore, Evidence, Scorecard
from domain.skills import SkillObservation
from jobs.profiles import observe
from jobs.services import Services
from tests.jobs.fakes import NOW, House

EAST, WEST = TeamId("east"), TeamId("west")
QUESTIONING, OBJECTIONS, NEXT_STEPS = map(
    SkillId, ("questioning", "objection_handling", "next_steps")
)
CONFIG = Path(__file__).parents[2] / "config"
SKILLS = {skill.id: skill for skill in load_skills(CONFIG / "skills.yaml")}
CRITERIA = {
    "open_questions": QUESTIONING,
    "answers_objection": OBJECTIONS,
    "dated_step": NEXT_STEPS,
}
WEEKS = 20
WOBBLE = (0.0, 0.45, -0.45, 0.2, -0.2)


def _person(name: str, role: Role, team: TeamId | None = None, zone: str = "UTC") -> Person:
    first = name.split(maxsplit=1)[0].lower()
    return Person(
        id=PersonId(first), name=name, email=f"{first}@seller.example", role=role,
        team_id=team, time_zone=zone, slack_user_id=f"U{first.upper()}",
    )  # fmt: skip


PEOPLE = (
    _person("Mia Sand", Role.MANAGER, EAST, "Europe/Berlin"),
    _person("Otto Brandt", Role.MANAGER, WEST),
    _person("Ana Lee", Role.REP, EAST),
    _person("Ben Hart", Role.REP, EAST),
    _person("Cara Dunn", Role.REP, EAST),
    _person("Dev Patel", Role.REP, EAST),
    _person("Eva Roth", Role.REP, EAST),
    _person("Finn Moss", Role.REP, EAST),
    _person("Gil Sharp", Role.REP, EAST),
    _person("Wim Ferris", Role.REP, WEST),
    _person("Xenia Bell", Role.REP, WEST),
    _person("Rina Okoro", Role.REVOPS),
    _person("Adam Sorel", Role.ADMIN),
    replace(_person("Nora Vane", Role.REP, EAST), active=False),
)
TEAMS = (
    Team(EAST, "East", PersonId("mia")),
    Team(WEST, "West", PersonId("otto")),
)
LEVELS = {
    "ana": ((1.0, 3.6), (2.0, 2.0), (2.4, 2.4)),
    "ben": ((2.0, 2.0), (3.4, 0.8), (1.2, 1.2)),
    "dev": ((2.6, 2.6), (2.6, 2.6), (3.9, 3.9)),
    "eva": ((1.6, 1.6), (2.2, 2.2), (2.8, 2.8)),
    "finn": ((3.0, 3.0), (1.8, 1.8), (2.0, 2.0)),
    "gil": ((2.2, 2.2), (3.0, 3.0), (2.6, 2.6)),
    "wim": ((3.4, 3.4), (2.0, 2.0), (1.0, 1.0)),
    "xenia": ((2.0, 2.0), (2.0, 2.0), (3.0, 3.0)),
    "cara": ((2.0, 2.0), (2.0, 2.0), (2.0, 2.0)),
}
"""By rep: the level (0-4) of questioning, objections and next steps, 20 weeks ago and now."""
CALLS_OF = {name: 2 if name == "cara" else WEEKS for name in LEVELS}
BUYERS = ("Northwind", "Contoso", "Fabrikam", "Globex")
OBJECTED = (
    "Honestly, your pricing is far too expensive for us this year.",
    "Before anything else we need the security review of our own people.",
    "What worries me is the contract length, three years is a lot.",
)
ANSWERED = (
    "I hear you on the price, and what would it cost you to leave things as they are?",
    "Let us bring the security review forward, whom should I send our papers to?",
    "Then let us begin with one year and look at it again in the spring.",
)


@dataclass(frozen=True, slots=True)
class Made:
    """One scored call as it was made."""

    id: CallId
    rep: str
    at: datetime
    title: str
    objection: int
    levels: tuple[int, int, int]

    @property
    def overall(self) -> float:
        """0-100."""
        return sum(25.0 * level for level in self.levels) / 3


def _level(rep: str, skill: int, n: int, of: int) -> int:
    first, last = LEVELS[rep][skill]
    now = first + (last - first) * n / max(1, of - 1)
    return max(0, min(4, round(now + WOBBLE[(3 * n + 2 * skill + len(rep)) % 5])))


def _made(rep: str, place: int) -> list[Made]:
    """Oldest first; one a week, on the day of the week of its rep."""
    of = CALLS_OF[rep]
    return [
        Made(
            id=CallId(f"{rep}-{n:02}"),
            rep=rep,
            at=NOW - timedelta(days=1 + 7 * (of - 1 - n), hours=place, minutes=7),
            title=f"{BUYERS[(n + place) % 4]}: {'demo' if n % 2 else 'discovery'}",
            objection=(n + place) % 3,
            levels=(_level(rep, 0, n, of), _level(rep, 1, n, of), _level(rep, 2, n, of)),
        )
        for n in range(of)
    ]


MADE = [call for place, rep in enumerate(LEVELS) for call in _made(rep, place)]
SKIPPED = (
    ("ana-s1", "ana", 3, NotScorable.TOO_SHORT),
    ("ana-s2", "ana", 40, NotScorable.TOO_SHORT),
    ("ana-s3", "ana", 41, NotScorable.NO_TRANSCRIPT),
    ("ben-s1", "ben", 30, NotScorable.INTERNAL_ONLY),
    ("wim-s1", "wim", 10, NotScorable.NO_TRANSCRIPT),
)
"""(call, rep, days ago, why)."""
DEALS = (
    ("d1", "Northwind rollout", Outcome.OPEN, None, "ana", (17, 19)),
    ("d2", "Contoso pilot", Outcome.WON, date(2026, 9, 15), "ana", (8, 9)),
    ("d3", "Fabrikam renewal", Outcome.LOST, date(2026, 10, 20), "ben", (13, 14)),
    ("d4", "Globex expansion", Outcome.OPEN, None, "wim", (18, 19)),
    ("d5", "Initech trial", Outcome.LOST, date(2026, 11, 10), "ana", (15, 16)),
)
"""(id, name, outcome, closed, rep, the numbers of its calls)."""
_DEAL_OF = {f"{rep}-{n:02}": DealRef("salesforce", d) for d, _, _, _, rep, ns in DEALS for n in ns}


def transcript(call: Made, name: str) -> Transcript:
    """A talk of six turns; the rep answers what the buyer objects to."""
    buyer = "Sam Cole"
    said = (
        (name, "Good morning, today I would like to hear how the warehouse runs.", Side.REP),
        (name, "What happens when two of the drivers are ill on the same day?", Side.REP),
        (buyer, OBJECTED[call.objection], Side.BUYER),
        (name, ANSWERED[call.objection], Side.REP),
        (name, "Shall we meet again on Thursday at ten with your whole team?", Side.REP),
        (buyer, "Thursday at ten works well for all of us.", Side.BUYER),
    )
    turns = [
        Turn(i, who, 30.0 * i, 30.0 * i + 28, text, side)
        for i, (who, text, side) in enumerate(said)
    ]
    return Transcript(tuple(turns), language="en")


def _card(call: Made, name: str) -> Scorecard:
    words = transcript(call, name).turns
    proofs = ((1,), (3, 2), (4,))
    criteria = tuple(
        CriterionScore(
            criterion_id=CriterionId(name), skill_ids=(skill,), level=level, not_scored=None,
            evidence=tuple(Evidence(words[i].text, i) for i in proof),
        )
        for (name, skill), level, proof in zip(CRITERIA.items(), call.levels, proofs, strict=True)
    )  # fmt: skip
    return Scorecard(
        call_id=call.id, call_version=1, rubric_name="discovery", rubric_version=1,
        grader_name="fake", grader_version="1", criteria=criteria, overall=call.overall,
        summary="", created_at=call.at + timedelta(hours=1),
    )  # fmt: skip


RUBRIC = Rubric(
    name="discovery", version=1, title="Discovery", call_types=tuple(CallType), digest="d",
    criteria=tuple(
        Criterion(
            id=CriterionId(name), title=name, behaviour="Does it.",
            anchors=("a", "b", "c", "d", "e"), skills=(SkillLink(skill),),
        )
        for name, skill in CRITERIA.items()
    ),
)  # fmt: skip


def observations(rep: str, skill: int) -> list[SkillObservation]:
    """What the calls of a rep say about one skill, oldest first."""
    skill_id = list(CRITERIA.values())[skill]
    return [_observation(call, skill, skill_id) for call in MADE if call.rep == rep]


def _observation(call: Made, skill: int, skill_id: SkillId) -> SkillObservation:
    deal = _DEAL_OF.get(call.id)
    return SkillObservation(
        rep_id=PersonId(call.rep), skill_id=skill_id, call_id=call.id, observed_at=call.at,
        score=25.0 * call.levels[skill], criteria=1, call_type="discovery",
        deal=None if deal is None else f"{deal.crm}:{deal.id}",
    )  # fmt: skip


def _call(call: Made) -> Call:
    return Call(
        id=call.id, provider="zoom", provider_ref=call.id, title=call.title, started_at=call.at,
        duration_s=180.0, state=CallState.SCORED, call_type=CallType.DISCOVERY,
        rep_id=PersonId(call.rep), deal=_DEAL_OF.get(call.id),
    )  # fmt: skip


def settle(house: House) -> Services:
    """Fill the house with this company; the services that know it."""
    services = house.services_with(skills=SKILLS, rubrics=RubricLibrary((RUBRIC,)))
    with house.database.write() as tx:
        tx.people.put(PEOPLE, TEAMS)
        for rep in LEVELS:
            calls = [call for call in MADE if call.rep == rep]
            keep(tx, calls, next(p.name for p in PEOPLE if p.id == rep), services)
        for call_id, rep, ago, why in SKIPPED:
            tx.calls.put(
                replace(
                    _call(MADE[0]), id=CallId(call_id), provider_ref=call_id, rep_id=PersonId(rep),
                    title="Short talk", started_at=NOW - timedelta(days=ago), deal=None,
                    state=CallState.SKIPPED, not_scorable=why,
                )
            )  # fmt: skip
        tx.deals.put([_deal(*deal[:4]) for deal in DEALS])
        tx.commitments.put(_agreed("k1", "ana", datetime(2026, 10, 28, 9, tzinfo=UTC)))
        tx.commitments.put(_agreed("k2", "finn", datetime(2026, 11, 18, 9, tzinfo=UTC)))
        tx.commitments.put(_agreed("k3", "wim", datetime(2026, 11, 4, 9, tzinfo=UTC)))
        for each in ASSIGNED:
            tx.practice.put_assignment(each)
    return services


def keep(tx: Stores, calls: list[Made], name: str, services: Services) -> None:
    """Keep a rep's calls as scored, and the profile that follows from them."""
    for call in calls:
        tx.calls.put(_call(call))
        tx.calls.put_transcript(call.id, transcript(call, name))
        tx.scorecards.add_if_new(_card(call, name))
        seen = [_observation(call, n, s) for n, s in enumerate(CRITERIA.values())]
        if call is calls[-1]:  # each pair is replayed once
            observe(tx, call.id, seen, services, told=False)
        else:
            tx.profiles.replace_observations(call.id, seen)


def _deal(deal_id: str, name: str, outcome: Outcome, closed: date | None) -> Deal:
    return Deal(
        ref=DealRef("salesforce", deal_id), name=name, stage="Discovery", outcome=outcome,
        close_date=closed, modified_at=NOW,
    )  # fmt: skip


def _agreed(commitment_id: str, rep: str, at: datetime) -> Commitment:
    return Commitment(
        id=CommitmentId(commitment_id), rep_id=PersonId(rep), manager_id=PersonId("mia"),
        skill_id=QUESTIONING, criterion_id=CriterionId("open_questions"), rubric_name="discovery",
        title="Asks open questions", agreed_at=at, week="2026-W44",
    )  # fmt: skip


def _persona() -> Persona:
    return Persona(
        id="p", name="Pat", industry="Food", role="Buyer", mood=Mood.FRIENDLY, opening="Hello.",
        call_type=CallType.DISCOVERY, skills=(NEXT_STEPS,),
    )  # fmt: skip


def _assigned(rep: str, state: AssignmentState, best: float | None, used: int) -> Assignment:
    return Assignment(
        id=AssignmentId(f"a-{rep}"), rep_id=PersonId(rep), assigned_by=PersonId("mia"),
        skill_id=NEXT_STEPS, persona=_persona(), assigned_at=NOW - timedelta(days=9),
        due_at=NOW + timedelta(days=2), attempts_used=used, best_score=best, state=state,
    )  # fmt: skip


ASSIGNED = (
    _assigned("ana", AssignmentState.PASSED, 80.0, 2),
    _assigned("ben", AssignmentState.OVERDUE, None, 0),
    _assigned("wim", AssignmentState.STARTED, 55.0, 1),
)
