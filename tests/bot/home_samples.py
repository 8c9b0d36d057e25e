"""Homes and digests as full as they get."""

from dataclasses import replace
from datetime import timedelta

from domain import said
from domain.agendas import Agenda, RepAgenda, RepAgendaState
from domain.attention import Preferences
from domain.calls import CallId
from domain.commitments import Commitment, CommitmentId, Proof, Verdict
from domain.effects import EffectKind
from domain.homes import (
    ActRate,
    CompanyHome,
    HeatLine,
    Home,
    HomeCall,
    HomeMove,
    HomeSkill,
    ManagerHome,
    NobodyHome,
    RepHome,
)
from domain.notices import Digest, DigestLine
from domain.people import PersonId
from domain.phrases import phrase
from domain.rubrics import CriterionId, SkillId
from domain.scores import Medal
from domain.skills import EarlySign, MoveCause, Tier, TrendLabel
from tests.bot.bot_samples import (
    ANA,
    BEST_CLIP,
    MIA,
    NAMES,
    NOW,
    agenda,
    call_scored,
    clip,
    proficiency,
    tier_notice,
)


def home_skill(skill: str = "next_steps", level: float = 48.0, calls: int = 7) -> HomeSkill:
    tier = (Tier.NEEDS_WORK if level < 50 else Tier.DEVELOPING) if calls > 2 else None
    trend = TrendLabel.IMPROVING if skill == "discovery" else TrendLabel.UNKNOWN
    known = proficiency(skill, level, calls, tier, trend=trend)
    return HomeSkill(skill_name=NAMES[skill], proficiency=known)


PROOF = Proof(
    commitment=Commitment(
        id=CommitmentId("k1"), rep_id=ANA.id, manager_id=MIA.id, skill_id=SkillId("next_steps"),
        criterion_id=CriterionId("next_step"), rubric_name="discovery",
        title="Agrees a next step with a date", agreed_at=NOW - timedelta(days=6), week="2026-W47",
    ),
    seen=4, taken=3, before_seen=4, before_taken=1, verdict=Verdict.STICKING,
    clips=(BEST_CLIP, clip()),
)  # fmt: skip
REP = RepHome(
    skills=(
        home_skill("discovery", 72.0, 9),
        home_skill(),
        home_skill("objections", 61.0),
        home_skill("listening", 70.0, 2),
    ),
    early=(said.early_sign(EarlySign(6.0, 2.0, 5), "Discovery"),),
    moves=(
        HomeMove(
            skill_name="Discovery", since=NOW - timedelta(days=30), before=684, after=721,
            standard_error=5.5, calls=9,
            parts=(
                (MoveCause.CALL, 41, 3),
                (MoveCause.CALL_AGAIN, -6, 1),
                (MoveCause.BASIS, 2, 0),
            ),
        ),
    ),
    calls=(
        HomeCall(call_id=CallId("c-17"), title="Fernley discovery", at=NOW, overall=62.5,
                 medal=Medal.BRONZE),
        HomeCall(call_id=CallId("c-16"), title="Nordhavn demo", at=NOW, overall=None, medal=None),
        HomeCall(call_id=CallId("c-15"), title="Tidewell demo", at=NOW, overall=41.0, medal=None),
    ),
    proof=PROOF,
    practice=(phrase("plain", text="Objection handling with Nora Feld, by 27 Nov"),),
    clips=(phrase("home-clip-in", title="A date for Tuesday", skill="Next steps"),),
    viewers=(phrase("home-viewer", name=MIA.name, day=said.day(NOW)),),
)  # fmt: skip


def team_line(number: int = 0) -> HeatLine:
    skills = (home_skill(), home_skill("objections", 61.0))
    return HeatLine(
        rep_id=PersonId(f"r{number}"), rep_name=f"Rep{number} Number",
        skills=skills if number % 3 != 2 else (),
    )  # fmt: skip


def edited_agenda(base: Agenda) -> Agenda:
    states = (RepAgendaState(shared_at=NOW, done_at=NOW), RepAgendaState(snoozed=True))
    reps: list[RepAgenda] = [
        replace(rep, state=state) for rep, state in zip(base.reps, states, strict=False)
    ]
    return replace(base, reps=tuple(reps))


def manager_home(team: int = 4, appeals: int = 2) -> ManagerHome:
    return ManagerHome(
        agenda=edited_agenda(agenda()),
        appeals=tuple((f"ap{n}", "Ana Ortiz") for n in range(appeals)),
        team=tuple(team_line(n) for n in range(team)),
    )


COMPANY = CompanyHome(
    calls=(("scored", 412), ("skipped", 37), ("dead", 1)),
    rates=(
        ActRate(kind=EffectKind.SLACK_CALL_SCORED, sent=48, acted=31, low=0.53, high=0.75),
        ActRate(kind=EffectKind.SLACK_TIER_CHANGE, sent=9, acted=2, low=0.08, high=0.5),
    ),
    crm=(("pending", 2), ("sent", 380)),
)
SNOOZED = Preferences(snoozed_until=NOW + timedelta(days=3))
HOMES: tuple[Home, ...] = (
    Home(part=REP, preferences=Preferences()),
    Home(part=RepHome(), preferences=Preferences(quiet_from=0, quiet_until=0)),
    Home(part=manager_home(), preferences=SNOOZED),
    Home(part=ManagerHome(agenda=None), preferences=Preferences()),
    Home(part=manager_home(200, 40), preferences=Preferences()),
    Home(part=COMPANY, preferences=Preferences()),
    Home(part=CompanyHome(calls=(), rates=(), crm=()), preferences=Preferences()),
    Home(part=NobodyHome()),
)


def digest(number: int = 2) -> Digest:
    lines = [
        DigestLine(key="slack:call:c-17", kind=EffectKind.SLACK_CALL_SCORED, notice=call_scored(),
                   call_id=CallId("c-17")),
        DigestLine(key="slack:tier:ana:c-17:rep:discovery", kind=EffectKind.SLACK_TIER_CHANGE,
                   notice=tier_notice(), rep_id=ANA.id),
    ]  # fmt: skip
    return Digest(lines=tuple(lines * (number // 2)), fell_back=(EffectKind.SLACK_TIER_CHANGE,))
