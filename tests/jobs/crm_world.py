"""A migrated SQLite database with one scored call on a deal, and services around one CRM."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config.catalogue import load_catalogues
from config.crm_fields import load_crm_mapping
from config.elements import load_elements
from domain.calls import Call, CallId, CallState, Participant, Side
from domain.crm import CrmField, RecordKind
from domain.deals import DealRef
from domain.effects import Claimed, EffectKind, EffectRecord
from domain.errors import ReploopError
from domain.links import SignedLinks
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.ports import ClaimTerms, Crm
from domain.rubrics import CriterionId, RubricLibrary, SkillId
from domain.scores import CriterionScore, Evidence, NotScoredBecause, Scorecard
from domain.skills import Proficiency, ProfileRules, Skill, SkillProfile, Tier
from jobs.crm_asks import deal_update
from jobs.crm_sources import sources_with
from jobs.services import Services, Thresholds
from jobs.sync_crm import sync_deals
from scoring.facts.builtin import READERS
from store.database import SqlDatabase

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
ANA = PersonId("ana")
QUESTIONING, NEXT_STEPS = SkillId("questioning"), SkillId("next_steps")
SKILLS = {
    QUESTIONING: Skill(QUESTIONING, "Questioning", "Asks."),
    NEXT_STEPS: Skill(NEXT_STEPS, "Next steps", "Agrees."),
}
FIELDS_FILE = Path(__file__).parents[2] / "config" / "crm_fields.yaml"
ELEMENTS = load_elements(FIELDS_FILE.with_name("elements.yaml"), READERS)
CRM_FIELDS: Mapping[str, tuple[CrmField, ...]] = load_crm_mapping(
    FIELDS_FILE, sources_with(ELEMENTS)
).fields


def nobody_asks(*_: object) -> None:
    """No delivery here holds a question."""


def nobody_acts(*_: object) -> None:
    """No delivery here holds an act."""


class StillQueue:
    """A doorbell that nobody hears."""

    def ring(self, *_queues: object) -> bool:
        return True


def a_call(call_id: str = "c1", **changes: object) -> Call:
    call = Call(
        id=CallId(call_id),
        provider="zoom",
        provider_ref=f"ref-{call_id}",
        title="Harrow: discovery",
        started_at=NOW - timedelta(days=1),
        duration_s=1800.0,
        state=CallState.SCORED,
        rep_id=ANA,
        participants=(
            Participant("Ana", "ana@seller.example", side=Side.REP, person_id=ANA),
            Participant("Dana", "dana@harrow.example", side=Side.BUYER),
        ),
    )
    return replace(call, **changes)  # type: ignore[arg-type]


def a_card(call_id: str = "c1", overall: float | None = 61.6, **changes: object) -> Scorecard:
    card = Scorecard(
        call_id=CallId(call_id),
        call_version=1,
        rubric_name="discovery",
        rubric_version=1,
        grader_name="builtin",
        grader_version="1",
        criteria=(
            CriterionScore(
                criterion_id=CriterionId("step_agreed"), skill_ids=(NEXT_STEPS,), level=3,
                not_scored=None, evidence=(Evidence("Thursday at ten works for us both", 9),),
            ),
            CriterionScore(
                criterion_id=CriterionId("open_questions"), skill_ids=(QUESTIONING,), level=2,
                not_scored=None, evidence=(Evidence("What changed?", 2),),
            ),
            CriterionScore(
                criterion_id=CriterionId("objection"), skill_ids=(), level=None,
                not_scored=NotScoredBecause.NO_OCCASION,
            ),
        ),
        overall=overall,
        summary="Good questions; the next step has a date.",
        created_at=NOW,
    )  # fmt: skip
    return replace(card, **changes)  # type: ignore[arg-type]


def a_proficiency(skill_id: SkillId = QUESTIONING, **changes: object) -> Proficiency:
    proficiency = Proficiency(
        rep_id=ANA, skill_id=skill_id, as_of=NOW, level=71.4, standard_error=4.8,
        effective_n=6.0, calls=12, tier=Tier.DEVELOPING,
    )  # fmt: skip
    return replace(proficiency, **changes)  # type: ignore[arg-type]


@dataclass
class World:
    """Everything a sync needs, with a clock that stands and a list of points reached."""

    database: SqlDatabase
    crm: Crm
    ref: DealRef
    clock: datetime = NOW
    reached: list[str] = field(default_factory=list)
    on_reach: dict[str, Callable[[], None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        numbers = itertools.count(1)
        self.services = Services(
            database=self.database, queue=StillQueue(), providers={},
            grader=None,  # type: ignore[arg-type] # no job here grades
            rubrics=RubricLibrary(()), skills=SKILLS, rules=ProfileRules(),
            crms={self.crm.slug: self.crm}, crm_fields=CRM_FIELDS, messenger=None,
            read_question=nobody_asks, read_action=nobody_acts,
            links=SignedLinks("https://r.example", "s"), speech=load_catalogues(),
            thresholds=Thresholds(), now=lambda: self.clock,
            monotonic=self._seconds, reach=self._reach, elements=ELEMENTS,
            new_id=lambda: f"id{next(numbers)}",
        )  # fmt: skip

    def _seconds(self) -> float:
        return self.clock.timestamp()

    def _reach(self, point: str) -> None:
        self.reached.append(point)
        act = self.on_reach.pop(point, None)
        if act is not None:
            act()

    @property
    def fields(self) -> tuple[CrmField, ...]:
        return tuple(f for f in CRM_FIELDS[self.crm.slug] if f.on is RecordKind.DEAL)

    def name(self, source: str) -> str:
        """The vendor's name of the field that shows ``source``."""
        return next(f.name for f in self.fields if f.source == source)

    def put(self, call: Call, card: Scorecard, *proficiencies: Proficiency) -> None:
        with self.database.write() as tx:
            tx.people.put(
                [Person(id=ANA, name="Ana Ruiz", email="ana@seller.example", role=Role.REP,
                        team_id=TeamId("east"))],
                [Team(TeamId("east"), "East")],
            )  # fmt: skip
            tx.calls.put(call)
            tx.scorecards.add_if_new(card)
            for proficiency in proficiencies:
                tx.profiles.put(SkillProfile(proficiency=proficiency, tier_changes=(), history=()))

    def claim(self, lease_s: float | None = None) -> Claimed[EffectRecord]:
        """Ask for the deal to be brought up to date, and claim that."""
        with self.database.write() as tx:
            tx.outbox.request(deal_update(self.ref.crm, self.ref.id))
            terms = ClaimTerms(
                limit=1,
                lease_s=self.services.thresholds.lease_s if lease_s is None else lease_s,
                asked_at=self.services.monotonic(),
            )
            (claimed,) = tx.outbox.claim([EffectKind.CRM_DEAL], terms)
        return claimed

    def sync(self) -> EffectRecord:
        """One sync from claim to settled effect; raises what the deal was given back for."""
        claimed = self.claim()
        try:
            self.work(claimed)
        except BaseException:
            with self.database.write() as tx:
                tx.outbox.retry(claimed, after_s=0.0, error="later")
            raise
        return self.effect(claimed)

    def effect(self, claimed: Claimed[EffectRecord]) -> EffectRecord:
        """How the effect stands now."""
        with self.database.read() as tx:
            record = tx.outbox.get(claimed.item.effect.key)
        assert record is not None
        return record

    def work(self, claimed: Claimed[EffectRecord], services: Services | None = None) -> None:
        """Work off one claim; raises what it was given back for."""
        failed: list[ReploopError] = []

        def give_back(_claim: object, error: ReploopError) -> None:
            failed.append(error)

        sync_deals(self.crm.slug, [claimed], services or self.services, give_back)
        if failed:
            raise failed[0]


@contextmanager
def world(url: str, crm: Crm, deal_id: str) -> Iterator[World]:
    """A world on an open database; closed at the end."""

    def seconds() -> float:
        return made.clock.timestamp()

    database = SqlDatabase(url, clock=seconds)
    made = World(database, crm, DealRef(crm.slug, deal_id))
    try:
        yield made
    finally:
        database.dispose()
