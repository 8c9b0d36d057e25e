"""Questions asked of a company with 100,000 calls: how long an answer takes without a model.

Everything is put straight into a store of its own, through the stores: calls of twelve turns,
scorecards, observations and, for each rep and skill, the profile that replays leave behind. Then
a manager, a rep and RevOps ask in turn; an answer is timed with its transaction.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles

from app.configured import load_configured
from benchmarks.figures import Effort, Section, Unsound
from config.settings import Settings
from domain.calls import Call, CallId, CallState, CallType, Side, Transcript, Turn
from domain.deals import Deal, DealRef, Outcome
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.ports import Stores
from domain.rubrics import Rubric, SkillId
from domain.scores import CriterionScore, Evidence, Scorecard
from domain.skills import Proficiency, SkillObservation, SkillProfile, Tier, Trend, TrendLabel
from jobs.answer import answer_asker
from jobs.services import Services
from store.database import SqlDatabase, upgrade

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
CALLS, QUESTIONS = 100_000, 210
TEAMS, REPS_OF_TEAM, DAYS = 10, 10, 700
BATCH = 500
FIRST = ("Ana", "Ben", "Cara", "Dev", "Eva", "Finn", "Gil", "Hana", "Ivo", "Jana")
LAST = ("Lee", "Hart", "Dunn", "Patel", "Roth", "Moss", "Sharp", "Berg", "Kern", "Vega")
BUYERS = ("Northwind", "Contoso", "Fabrikam", "Globex", "Initech", "Umbrella", "Hooli", "Acme")
TOPICS = [
    "warehouse",
    "shift",
    "plan",
    "driver",
    "budget",
    "price",
    "pricing",
    "contract",
    "security",
    "review",
    "integration",
    "pilot",
    "invoice",
    "delivery",
    "training",
    "support",
    "manager",
    "finance",
    "legal",
    "quarter",
    "team",
    "customer",
    "deadline",
    "report",
]
QUESTIONS_ASKED: Sequence[tuple[str, str, str]] = (
    ("rep", "mia", "How is {rep} doing on questioning?"),
    ("rep", "mia", "How is {rep} doing?"),
    ("rep", "rep", "How am I doing?"),
    ("rep", "mia", "How did {rep} do on objections last month?"),
    ("who", "mia", "Who needs help with next steps?"),
    ("who", "rae", "Who is best at objections?"),
    ("who", "rae", "Who needs help?"),
    ("who", "rae", "Who was best at questioning last quarter?"),
    ("who", "rae", "Who improved most over the last 90 days?"),
    ("trend", "mia", "What is {rep}'s trend on questioning?"),
    ("trend", "mia", "How has {rep}'s questioning changed since 1 September?"),
    ("trend", "rep", "Am I improving since March?"),
    ("compare", "mia", "Compare {rep} and {other} on objections"),
    ("compare", "rep", "How do I compare with my team?"),
    ("coverage", "mia", "How many calls were scored last month?"),
    ("coverage", "rae", "What is our coverage?"),
    ("tier_moves", "mia", "Which tiers moved this quarter?"),
    ("deals", "mia", "Show me {rep}'s open deals"),
    ("deals", "rae", "Which deals were lost this quarter?"),
    ("deals", "mia", "How is the Northwind deal going?"),
    ("moments", "mia", "Every pricing objection last quarter and how it was handled"),
    ("moments", "mia", "What did buyers say about the contract this month?"),
    ("moments", "mia", 'Where was "security review" mentioned?'),
    ("moments", "rep", "Examples of good questioning"),
    ("calls", "mia", "{rep}'s best calls last month"),
    ("calls", "rae", "worst calls this year"),
    ("calls", "mia", "Calls about pricing"),
    ("calls", "mia", "Calls with Northwind"),
    ("focus", "mia", "What should {rep} work on?"),
    ("commitments", "mia", "What did {rep} agree to?"),
)
"""(kind, who asks, how). The manager's team changes with each round, and so do the names."""


def measure(effort: Effort) -> Section:
    """Build the company, ask, and say how long each kind of question takes."""
    calls = int(CALLS * effort.scale)
    asked = max(len(QUESTIONS_ASKED), int(QUESTIONS * effort.scale))
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'asking.db'}"
        upgrade(url)
        database = SqlDatabase(url, clock=NOW.timestamp)
        services = _services(database, Path(folder))
        started = time.perf_counter()
        _fill(services, calls)
        built = time.perf_counter() - started
        taken = _ask_all(services, asked)
        database.dispose()
    return _section(calls, built, taken)


def _section(calls: int, built: float, taken: dict[str, list[float]]) -> Section:
    every = [s for each in taken.values() for s in each]
    rows = [_row(kind, times) for kind, times in sorted(taken.items())]
    rows.append(_row("all", every))
    return Section(
        title=f"Questions over {calls:,} calls, without a model",
        columns=("question", "asked", "p50 ms", "p95 ms", "worst ms"),
        rows=rows,
        notes=[f"the company was built in {built:.0f} s"],
        data={
            "calls": calls,
            "p50_ms": 1000 * median(every),
            "p95_ms": 1000 * _p95(every),
            "kinds": {kind: 1000 * _p95(times) for kind, times in taken.items()},
        },
    )


def _row(kind: str, times: Sequence[float]) -> tuple[str, ...]:
    ms = [f"{1000 * value:.0f}" for value in (median(times), _p95(times), max(times))]
    return (kind, str(len(times)), *ms)


def _p95(times: Sequence[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


# ── asking ───────────────────────────────────────────────────────────────────────────────


def _ask_all(services: Services, asked: int) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {}
    for number in range(asked):
        kind, who, text = QUESTIONS_ASKED[number % len(QUESTIONS_ASKED)]
        team = (number // len(QUESTIONS_ASKED)) % TEAMS
        asker, words = _asked_by(who, team, text)
        started = time.perf_counter()
        with services.database.read() as tx:
            said, _ = answer_asker(words, asker, tx, services)
        taken.setdefault(kind, []).append(time.perf_counter() - started)
        if said.refused or said.kind != kind:
            raise Unsound(f"{words!r} by {asker.id} was answered as {said.kind}, {said.because}")
    return taken


def _asked_by(who: str, team: int, text: str) -> tuple[Person, str]:
    reps = [p for p in _people() if p.role is Role.REP and p.team_id == f"t{team}"]
    named = text.format(rep=reps[2].name, other=reps[5].name)
    by = {"rep": reps[4].id, "mia": PersonId(f"m{team}"), "rae": PersonId("rae")}[who]
    return next(p for p in _people() if p.id == by), named


# ── the company ──────────────────────────────────────────────────────────────────────────


def _people() -> list[Person]:
    def person(name: str, id_: str, role: Role, team: str | None) -> Person:
        return Person(
            id=PersonId(id_), name=name, email=f"{id_}@seller.example", role=role,
            team_id=TeamId(team) if team else None,
        )  # fmt: skip

    managers = [person(f"Manager {n}", f"m{n}", Role.MANAGER, f"t{n}") for n in range(TEAMS)]
    reps = [
        person(f"{FIRST[i]} {LAST[(i + t) % 10]}{chr(97 + t)}", f"r{t}{i}", Role.REP, f"t{t}")
        for t in range(TEAMS)
        for i in range(REPS_OF_TEAM)
    ]
    return [*managers, *reps, person("Rae Okoro", "rae", Role.REVOPS, None)]


def _services(database: SqlDatabase, folder: Path) -> Services:
    from app.services import open_services

    settings = Settings(data_dir=folder)
    configured = load_configured(settings)
    return replace(
        open_services(settings),
        database=database,
        skills=configured.skills,
        rubrics=configured.rubrics,
        now=lambda: NOW,
        messenger=None,
        model=None,
    )


def _fill(services: Services, calls: int) -> None:
    random = Random(7)
    reps = [p for p in _people() if p.role is Role.REP]
    rubric = services.rubrics.for_call(CallType.DISCOVERY)
    teams = [Team(TeamId(f"t{n}"), f"Team {n}", PersonId(f"m{n}")) for n in range(TEAMS)]
    with services.database.write() as tx:
        tx.people.put(_people(), teams)
        tx.deals.put([_deal(n) for n in range(max(1, calls // 25))])
    for start in range(0, calls, BATCH):
        with services.database.write() as tx:
            for n in range(start, min(calls, start + BATCH)):
                _put_call(tx, n, reps[n % len(reps)], rubric, random, calls)
    with services.database.write() as tx:
        for rep in reps:
            tx.profiles.put(*_profiles(rep.id, services, calls // len(reps), random), seen=False)


def _deal(number: int) -> Deal:
    outcome = list(Outcome)[number % 3]
    closed = None if outcome is Outcome.OPEN else (NOW - timedelta(days=number % DAYS)).date()
    return Deal(
        ref=DealRef("salesforce", f"d{number}"), name=f"{BUYERS[number % 8]} {number}",
        stage="Proposal", outcome=outcome, close_date=closed, modified_at=NOW,
    )  # fmt: skip


def _put_call(tx: Stores, n: int, rep: Person, rubric: Rubric, random: Random, calls: int) -> None:
    at = NOW - timedelta(seconds=(calls - n) * DAYS * 86_400 / calls)
    call_id = CallId(f"c{n:06}")
    skipped = n % 17 == 0
    tx.calls.put(
        Call(
            id=call_id, provider="zoom", provider_ref=call_id, title=f"{BUYERS[n % 8]}: discovery",
            started_at=at, duration_s=1800.0, call_type=CallType.DISCOVERY, rep_id=rep.id,
            state=CallState.SKIPPED if skipped else CallState.SCORED,
            deal=DealRef("salesforce", f"d{n // 25}"),
        )
    )  # fmt: skip
    words = Transcript(tuple(_turns(rep.name, random)), language="en")
    tx.calls.put_transcript(call_id, words)
    if skipped:
        return
    card = _card(call_id, rubric, words, at, random)
    tx.scorecards.add_if_new(card)
    tx.profiles.replace_observations(call_id, list(_observations(card, rep, at)))


def _turns(name: str, random: Random) -> Iterator[Turn]:
    for i in range(12):
        said = " ".join(random.choices(TOPICS, k=3) + random.choices(FIRST, k=8)).lower()
        rep = i % 2 == 0
        side = Side.REP if rep else Side.BUYER
        yield Turn(i, name if rep else "Sam Cole", 60.0 * i, 60.0 * i + 55, said, side)


def _card(
    call_id: CallId, rubric: Rubric, words: Transcript, at: datetime, random: Random
) -> Scorecard:
    scores = []
    for criterion in rubric.applicable(CallType.DISCOVERY):
        turn = words.turns[2 * random.randrange(6)]
        scores.append(
            CriterionScore(
                criterion_id=criterion.id, skill_ids=tuple(s.skill_id for s in criterion.skills),
                level=random.randrange(5), not_scored=None,
                evidence=(Evidence(turn.text, turn.index),),
            )
        )  # fmt: skip
    levels = [score.level or 0 for score in scores]
    return Scorecard(
        call_id=call_id, call_version=1, rubric_name=rubric.name, rubric_version=rubric.version,
        grader_name="builtin", grader_version="1", criteria=tuple(scores),
        overall=25.0 * sum(levels) / len(levels), summary="", created_at=at,
    )  # fmt: skip


def _observations(card: Scorecard, rep: Person, at: datetime) -> Iterator[SkillObservation]:
    by_skill: dict[SkillId, list[float]] = {}
    for score in card.criteria:
        for skill in score.skill_ids:
            by_skill.setdefault(skill, []).append(25.0 * (score.level or 0))
    for skill, levels in by_skill.items():
        yield SkillObservation(
            rep_id=rep.id, skill_id=skill, call_id=card.call_id, observed_at=at,
            score=sum(levels) / len(levels), criteria=len(levels), call_type="discovery",
        )  # fmt: skip


def _profiles(
    rep_id: PersonId, services: Services, calls: int, random: Random
) -> Iterator[SkillProfile]:
    for skill_id in services.skills:
        level = random.uniform(35, 90)
        trends = tuple(
            Trend(days=d, change=4.0, standard_error=2.0, label=random.choice(list(TrendLabel)))
            for d in (30, 60, 90)
        )
        now = Proficiency(
            rep_id=rep_id, skill_id=skill_id, as_of=NOW, level=level, standard_error=3.0,
            effective_n=20.0, calls=calls, tier=Tier.DEVELOPING, trends=trends,
        )  # fmt: skip
        yield SkillProfile(proficiency=now, tier_changes=(), history=())
