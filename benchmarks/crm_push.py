"""What a push to 10,000 deals costs at each CRM, in the vendor's own units.

``python -m benchmarks crm_push``: 10,000 deals with a scored call each and 200 reps with ten
skills are pushed in one run through the real adapter to the vendor's sandbox, which counts
and enforces the vendor's documented limits. Time is the sandbox's: waiting for a limit
costs nothing here but is counted. Beside what we spend stands the least that the vendor's
interface would allow for reading and writing each record once.
"""

import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.figures import Effort, Section, Unsound
from domain.calls import CallId
from domain.crm import RecordKind
from domain.deals import Deal, DealRef, Outcome
from domain.people import Person, PersonId, Role, Team, TeamId
from domain.rubrics import SkillId
from domain.skills import Skill, SkillProfile
from integrations.hubspot.settings import Snapshots
from jobs.crm_push import Pushed, push
from jobs.services import Services
from sandbox.crm_company import CrmCompany, CrmDeal, CrmUser
from store.database import upgrade
from tests.integrations.crm.kit import NOW, Kit
from tests.integrations.crm.kit_freshsales import TYPES
from tests.integrations.crm.kit_hubspot import hubspot_kit
from tests.integrations.crm.kits import KITS
from tests.jobs.crm_world import CRM_FIELDS, a_call, a_card, a_proficiency, world

DEALS = 10_000
REPS = 200
SKILLS = 10
DAY_S = 86_400.0


WHOLE: Mapping[str, Callable[[], AbstractContextManager[Kit]]] = {
    **KITS,
    "hubspot": partial(hubspot_kit, snapshots=Snapshots.CUSTOM_OBJECT),
}
"""Every CRM with all that it can hold: HubSpot as an Enterprise account."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What a vendor documents, and how the sandbox is told."""

    said: str
    unit: str
    a_day: int | None
    set_up: Callable[[Kit], None]
    least: Mapping[str, float]
    """For 1,000 records: the fewest requests that read and write each deal once, and that make
    each call and snapshot."""


def _nothing(_kit: Kit) -> None:
    """The sandbox's own limits are the vendor's."""


def _salesforce(kit: Kit) -> None:
    kit.sandbox.budget.most = 100_000 + 1_000 * REPS  # type: ignore[attr-defined]


def _zoho(kit: Kit) -> None:
    kit.sandbox.meter.credits_per_day = 50_000 + REPS * 1_000  # type: ignore[attr-defined]


def _freshsales(kit: Kit) -> None:
    """Fields are made by an administrator, by hand."""
    for field in CRM_FIELDS["freshsales"]:
        if field.on is RecordKind.DEAL:
            kit.sandbox.add_field(field.label, TYPES[field.kind])  # type: ignore[attr-defined]


BUDGETS: Mapping[str, Budget] = {
    "salesforce": Budget(
        "100,000 + 1,000 a user, a day (Enterprise)", "requests", 100_000 + 1_000 * REPS,
        _salesforce, {"deals": 0.5 + 40, "calls": 5, "snapshots": 5},
    ),
    "hubspot": Budget(
        "190 in 10 s, 1,000,000 a day (Enterprise)", "requests", 1_000_000,
        _nothing, {"deals": 10 + 10 + 20, "calls": 10, "snapshots": 10},
    ),
    "zoho": Budget(
        "50,000 + 1,000 a user credits a day (Enterprise)", "credits", 50_000 + REPS * 1_000,
        _zoho, {"deals": 5 + 10, "calls": 10, "snapshots": 10},
    ),
    "pipedrive": Budget(
        "30,000 tokens a seat and day (smallest plan)", "tokens", 30_000 * REPS,
        _nothing, {"deals": 10 + 1_000 + 1_000, "calls": 1_000, "snapshots": 0},
    ),
    "freshsales": Budget(
        "5,000 an hour and 400 a minute (Enterprise)", "requests", 5_000 * 24,
        _freshsales, {"deals": 1_000 + 1_000, "calls": 0, "snapshots": 0},
    ),
    "monday": Budget(
        "25,000 calls a day (Enterprise), 10 M complexity a minute", "requests", 25_000,
        _nothing, {"deals": 10 + 40 + 10, "calls": 40, "snapshots": 40},
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cost:
    """One CRM's push."""

    pushed: Pushed
    spent: Mapping[str, int]
    waited_s: float
    took_s: float
    deals: int
    snapshots: int


def measure(effort: Effort) -> Section:
    """Raises ``Unsound`` if a record was not done."""
    deals = max(20, int(DEALS * effort.scale))
    costs = {slug: cost_of(slug, deals) for slug in sorted(KITS)}
    rows = [_row(slug, cost) for slug, cost in costs.items()]
    return Section(
        title=f"A push of {deals:,} deals, their calls and {REPS} reps, by CRM",
        columns=(
            "CRM", "records", "requests", "a 1,000", "least a 1,000", "in its unit", "budget a day",
            "waited for limits", "took",
        ),
        rows=rows,
        notes=[f"{slug}: {BUDGETS[slug].said}" for slug in costs],
        data={slug: {**cost.spent, "waited_s": cost.waited_s} for slug, cost in costs.items()},
    )  # fmt: skip


def cost_of(slug: str, deals: int) -> Cost:
    """Push to one CRM, waiting for its limits as long as it takes."""
    with tempfile.TemporaryDirectory(prefix="reploop-bench-") as folder, WHOLE[slug]() as kit:
        url = f"sqlite:///{Path(folder) / 'push.db'}"
        upgrade(url)
        with world(url, kit.crm, kit.ids["rollout"]) as made:
            ids = _load(kit, deals)
            services = _services(made.services, kit)
            snapshots = _fill(services, kit, ids)
            BUDGETS[slug].set_up(kit)
            kit.crm.provision(services.crm_fields[slug])
            kit.clock.tick(DAY_S)
            kit.sandbox.spent.clear()
            waited = 0.0

            def wait(seconds: float) -> None:
                nonlocal waited
                waited += seconds
                kit.clock.tick(seconds)

            begun = time.perf_counter()
            pushed = push(services, limit=10**9, patience_s=7 * DAY_S, sleep=wait)
            took = time.perf_counter() - begun
            if set(pushed.ends) != {"sent"}:
                raise Unsound(f"{slug}: {pushed.ends} {pushed.errors}")
            spent = dict(kit.sandbox.spent)
            return Cost(pushed, spent, waited, took, deals, snapshots)


def _load(kit: Kit, deals: int) -> list[str]:
    reps = tuple(CrmUser(f"rep{n}@seller.example", f"Rep {n}") for n in range(REPS))
    crowd = tuple(
        CrmDeal(key=f"d{n}", name=f"Deal {n}", account="Crowd", stage="Negotiation",
                owner_email=f"rep{n % REPS}@seller.example")
        for n in range(deals)
    )  # fmt: skip
    ids = kit.sandbox.load(CrmCompany(users=reps, contacts=(), deals=crowd))
    return [ids[deal.key] for deal in crowd]


def _services(services: Services, kit: Kit) -> Services:
    def posix() -> float:
        return kit.clock().timestamp()

    services.database._clock = posix  # type: ignore[attr-defined] # noqa: SLF001 - the sandbox's
    skills = {
        SkillId(f"s{n}"): Skill(SkillId(f"s{n}"), f"Skill {n}", "Does.") for n in range(SKILLS)
    }
    held = [f for f in CRM_FIELDS[kit.crm.slug] if f.on in kit.crm.traits.kinds]
    return replace(
        services, now=kit.clock, monotonic=posix, skills=skills,
        crm_fields={kit.crm.slug: tuple(held)},
    )  # fmt: skip


def _fill(services: Services, kit: Kit, ids: list[str]) -> int:
    """Scored calls on the deals and profiles of the reps; returns how many snapshots are due."""
    slug, team = kit.crm.slug, Team(TeamId("all"), "All")
    reps = [
        Person(id=PersonId(f"rep{n}"), name=f"Rep {n}", email=f"rep{n}@seller.example",
               role=Role.REP, team_id=team.id)
        for n in range(REPS)
    ]  # fmt: skip
    with services.database.write() as tx:
        tx.people.put(reps, [team])
        for number, deal_id in enumerate(ids):
            ref = DealRef(slug, deal_id)
            call_id = CallId(f"call{number}")
            rep = reps[number % REPS].id
            started = NOW - timedelta(days=20, seconds=number)
            tx.calls.put(a_call(call_id, deal=ref, rep_id=rep, started_at=started))
            tx.scorecards.add_if_new(a_card(call_id, created_at=started))
            owner = reps[number % REPS].email
            tx.deals.put([Deal(ref=ref, name=f"Deal {number}", stage="Negotiation",
                               outcome=Outcome.OPEN, owner_email=owner)])  # fmt: skip
        for rep_person in reps:
            for skill_id in services.skills:
                level = a_proficiency(skill_id, rep_id=rep_person.id)
                tx.profiles.put(SkillProfile(proficiency=level, tier_changes=(), history=()))
    holds = RecordKind.SNAPSHOT in kit.crm.traits.kinds
    return REPS * len(services.skills) if holds else 0


def _row(slug: str, cost: Cost) -> tuple[str, ...]:
    budget, traits = BUDGETS[slug], cost
    holds_calls = cost.pushed.calls > 0
    records = cost.deals + (cost.deals if holds_calls else 0) + traits.snapshots
    least = (
        budget.least["deals"] * cost.deals
        + (budget.least["calls"] * cost.deals if holds_calls else 0)
        + budget.least["snapshots"] * cost.snapshots
    ) / records
    requests = cost.spent["requests"]
    in_unit = cost.spent.get(budget.unit, requests)
    return (
        slug,
        f"{records:,}",
        f"{requests:,}",
        f"{1_000 * requests / records:,.0f}",
        f"{least:,.0f}",
        f"{in_unit:,} {budget.unit}",
        f"{budget.a_day:,}" if budget.a_day else "–",
        f"{cost.waited_s / 60:,.0f} min",
        f"{cost.took_s:,.0f} s",
    )
