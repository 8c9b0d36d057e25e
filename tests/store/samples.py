"""One plain value of each kind; what a test is about is named in the test."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from domain.agendas import Agenda, FocusSkill, RepAgenda, SkillMove
from domain.calls import (
    Call,
    CallId,
    CallState,
    CallType,
    Participant,
    RepReason,
    Side,
    Transcript,
    Turn,
)
from domain.clips import Clip
from domain.deals import Deal, DealRef, Money, Outcome
from domain.effects import Effect, EffectKind
from domain.people import PersonId
from domain.phrases import phrase
from domain.ports import ClaimTerms
from domain.rubrics import CriterionId, SkillId
from domain.scores import CriterionScore, Evidence, NotScoredBecause, Scorecard
from domain.skills import (
    MoveCause,
    Proficiency,
    ProfileMove,
    SkillObservation,
    SkillProfile,
    Tier,
    TierChange,
    Trend,
    TrendLabel,
)
from domain.webhooks import Delivery

MOMENT = datetime(2026, 11, 2, 9, 30, 0, 123456, tzinfo=UTC)
ANA, BEN = PersonId("ana"), PersonId("ben")
DISCOVERY, CLOSING = SkillId("discovery"), SkillId("closing")
ONE = ClaimTerms(limit=1, lease_s=60.0)
MANY = ClaimTerms(limit=1000, lease_s=60.0)
LOST_AT_ONCE = ClaimTerms(limit=1, lease_s=0.0)
"""A lease that has ended as soon as it begins: the next claim takes the row over."""


def days(number: float) -> timedelta:
    return timedelta(days=number)


def a_delivery(key: str = "k1", **changes: Any) -> Delivery:
    delivery = Delivery("zoom", key, "recording.completed", MOMENT, b'{"n": 1}\x00\xff')
    return replace(delivery, **changes)


def a_call(call_id: str = "c1", **changes: Any) -> Call:
    call = Call(
        id=CallId(call_id),
        provider="zoom",
        provider_ref=f"ref-{call_id}",
        title="Acme: discovery",
        started_at=MOMENT,
        duration_s=1800.5,
        state=CallState.READY,
        call_type=CallType.DISCOVERY,
        host_email="ana@example.com",
        rep_id=ANA,
        rep_reason=RepReason.EMAIL,
        participants=(
            Participant("Ana", "ana@example.com", is_host=True, side=Side.REP, person_id=ANA),
            Participant("Zoë", None, side=Side.BUYER),
        ),
        deal=DealRef("hubspot", "d1"),
        deal_reason="open deal of 2 participants",
        recording_url="https://example.com/r",
    )
    return replace(call, **changes)


def a_transcript() -> Transcript:
    turns = (
        Turn(0, "Ana", 0.0, 4.25, "What changed since spring?", Side.REP),
        Turn(1, "Zoë", 4.5, 9.0, "Ça va – 日本語 🙂", Side.BUYER),
    )
    return Transcript(turns, language="en", timed=False)


def a_card(call_id: str = "c1", version: int = 1, **changes: Any) -> Scorecard:
    card = Scorecard(
        call_id=CallId(call_id),
        call_version=version,
        rubric_name="discovery",
        rubric_version=3,
        grader_name="builtin",
        grader_version="1",
        criteria=(
            CriterionScore(
                criterion_id=CriterionId("open_questions"),
                skill_ids=(DISCOVERY,),
                level=3,
                not_scored=None,
                evidence=(Evidence("What changed", 0),),
            ),
            CriterionScore(
                criterion_id=CriterionId("objections"),
                skill_ids=(CLOSING,),
                level=None,
                not_scored=NotScoredBecause.NO_OCCASION,
            ),
        ),
        overall=75.0,
        summary="Good questions.",
        created_at=MOMENT,
        usage={"prompt_tokens": 120.0},
    )
    return replace(card, **changes)


def an_observation(call_id: str = "c1", **changes: Any) -> SkillObservation:
    observation = SkillObservation(
        rep_id=ANA,
        skill_id=DISCOVERY,
        call_id=CallId(call_id),
        observed_at=MOMENT,
        score=62.5,
        criteria=2,
    )
    return replace(observation, **changes)


def a_change(because_of: str = "c1", **changes: Any) -> TierChange:
    change = TierChange(
        rep_id=ANA,
        skill_id=DISCOVERY,
        before=Tier.DEVELOPING,
        after=Tier.PROFICIENT,
        at=MOMENT,
        because_of=CallId(because_of),
        level=78.0,
        standard_error=3.5,
        calls=9,
    )
    return replace(change, **changes)


def a_proficiency(**changes: Any) -> Proficiency:
    proficiency = Proficiency(
        rep_id=ANA,
        skill_id=DISCOVERY,
        as_of=MOMENT,
        level=71.3,
        standard_error=4.2,
        effective_n=5.5,
        calls=7,
        tier=Tier.DEVELOPING,
        last_observed_at=MOMENT - days(1),
        trends=(Trend(days=30, change=2.5, standard_error=1.5, label=TrendLabel.UNKNOWN),),
    )
    return replace(proficiency, **changes)


def a_profile(*changes: TierChange, **proficiency: Any) -> SkillProfile:
    history = ((MOMENT - days(3), 60.0, 9.5), (MOMENT, 71.3, 4.2))
    return SkillProfile(
        proficiency=a_proficiency(**proficiency), tier_changes=changes, history=history
    )


def a_move(**changes: Any) -> ProfileMove:
    move = ProfileMove(
        rep_id=ANA,
        skill_id=DISCOVERY,
        at=MOMENT,
        cause=MoveCause.CALL,
        call_id=CallId("c1"),
        before=60.0,
        after=62.0,
        standard_error=4.0,
        calls=5,
        basis="fit 1",
    )
    return replace(move, **changes)


def an_effect(key: str = "crm:d1", kind: EffectKind = EffectKind.CRM_DEAL) -> Effect:
    return Effect(kind=kind, key=key, payload={"crm": "hubspot", "deal_id": "d1"})


def a_deal(deal_id: str = "d1", **changes: Any) -> Deal:
    deal = Deal(
        ref=DealRef("hubspot", deal_id),
        name="Acme",
        stage="proposal",
        outcome=Outcome.OPEN,
        amount=Money(1_250_000, "EUR"),
        close_date=date(2026, 12, 24),
        owner_email="ana@example.com",
        modified_at=MOMENT,
        participant_emails=("zoe@example.org",),
    )
    return replace(deal, **changes)


def an_agenda(week: str = "2026-W45", monday: date = date(2026, 11, 2)) -> Agenda:
    clip = Clip(
        call_id=CallId("c1"),
        call_title="Acme",
        call_at=MOMENT,
        turn_index=0,
        start_s=4.5,
        speaker="Ana",
        quote="What changed since spring?",
        level=3,
    )
    focus = FocusSkill(
        skill_id=DISCOVERY,
        skill_name="Discovery",
        proficiency=a_proficiency(),
        why=phrase("plain", text="It is the widest gap."),
        leverage=1.5,
        clips=(clip,),
    )
    move = SkillMove(
        skill_id=CLOSING,
        skill_name="Closing",
        before=60.0,
        after=66.0,
        standard_error=4.0,
        clear=False,
    )
    rep = RepAgenda(
        rep_id=ANA,
        rep_name="Ana",
        calls_this_week=3,
        focus=(focus,),
        nothing_because=None,
        moves=(move,),
        tier_changes=(a_change(),),
    )
    return Agenda(
        manager_id=PersonId("mia"),
        manager_name="Mia",
        week=week,
        monday=monday,
        as_of=MOMENT,
        reps=(rep,),
        skipped_calls=2,
    )
