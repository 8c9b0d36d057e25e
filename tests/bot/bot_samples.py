"""One team's week as domain types: what the views, the messenger and the pictures show."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.reader import Reader
from config.catalogue import load_catalogues
from domain import said
from domain.agendas import Agenda, FocusSkill, RepAgenda, SkillMove
from domain.calls import Call, CallId, CallState, CallType, Side, Transcript, Turn
from domain.clips import Clip
from domain.links import SignedLinks
from domain.people import Person, PersonId, Role, TeamId
from domain.phrases import Phrase, phrase
from domain.ports import AnswerNotice, CallScoredNotice, TierChangeNotice, TierMove
from domain.questions import Answer, Because, CitedCall, Figure, QuestionKind
from domain.rubrics import Criterion, CriterionId, Rubric, SkillId, SkillLink
from domain.scores import CriterionScore, Evidence, NotScoredBecause, Scorecard
from domain.skills import Proficiency, Skill, Tier, TierChange, Trend, TrendLabel

NOW = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
LINKS = SignedLinks("https://app.reploop.example", "a-secret-for-tests")
NAMES = {
    "discovery": "Discovery",
    "next_steps": "Next steps",
    "objections": "Objection handling",
    "listening": "Listening",
}
SKILLS = {SkillId(i): Skill(SkillId(i), n, f"About {n}.") for i, n in NAMES.items()}

MIA = Person(
    id=PersonId("mia"),
    name="Mia Laurent",
    email="mia@reploop.test",
    role=Role.MANAGER,
    time_zone="Europe/Berlin",
    slack_user_id="UMIA",
)
ANA = Person(
    id=PersonId("ana"),
    name="Ana Ortiz",
    email="ana@reploop.test",
    role=Role.REP,
    team_id=TeamId("east"),
    time_zone="America/New_York",
    slack_user_id="UANA",
)
BEN = replace(
    ANA, id=PersonId("ben"), name="Ben Adler", email="ben@reploop.test", slack_user_id=None
)


def reader(person: Person = MIA) -> Reader:
    words = load_catalogues().words(person.language)
    return Reader(person=person, links=LINKS, skills=SKILLS, now=NOW, words=words)


def proficiency(
    skill: str = "next_steps",
    level: float = 48.0,
    calls: int = 7,
    tier: Tier | None = Tier.NEEDS_WORK,
    rep: Person = ANA,
    trend: TrendLabel = TrendLabel.UNKNOWN,
) -> Proficiency:
    return Proficiency(
        rep_id=rep.id,
        skill_id=SkillId(skill),
        as_of=NOW,
        level=level,
        standard_error=5.5,
        effective_n=calls * 0.8,
        calls=calls,
        tier=tier,
        trends=(Trend(days=60, change=6.0, standard_error=2.0, label=trend),),
    )


def clip(
    quote: str = "I'll send you something over and we can take it from there.",
    title: str = "Fernley discovery",
    note: str = "No date and no owner: the buyer would have taken one.",
    start_s: float = 1834.0,
    speaker: str = "Ana Ortiz",
    level: int | None = 1,
) -> Clip:
    return Clip(
        call_id=CallId("c-17"),
        call_title=title,
        call_at=datetime(2026, 11, 19, 15, 0, tzinfo=UTC),
        turn_index=88,
        start_s=start_s,
        speaker=speaker,
        quote=quote,
        level=level,
        note=note,
    )


BEST_CLIP = clip(
    "So Tuesday at ten, you bring the payroll figures and I bring the plan. Does that hold?",
    "Nordhavn demo",
    "A date, both sides' part, and a check that it holds.",
    2410.0,
    level=4,
)


def focus(
    skill: str = "next_steps", level: float = 48.0, leverage: float = 3.0, **clips: Clip
) -> FocusSkill:
    tier = Tier.NEEDS_WORK if level < 50 else Tier.DEVELOPING
    return FocusSkill(
        skill_id=SkillId(skill),
        skill_name=NAMES[skill],
        proficiency=proficiency(skill, level, tier=tier),
        why=phrase(
            "focus-why-detail",
            skill=NAMES[skill],
            figure=said.from_calls(level, 5.5, 7),
            reason=Phrase("focus-largest-gap"),
            detail=phrase("focus-recurring", short=3, seen=4, title="Agrees a dated next step"),
        ),
        leverage=leverage,
        clips=tuple(clips.values()) or (clip(), BEST_CLIP),
        suggestion=phrase("ask-best", rep="Ana", best="Nordhavn demo"),
    )


def tier_change(
    before: Tier | None = Tier.DEVELOPING, after: Tier = Tier.PROFICIENT, skill: str = "discovery"
) -> TierChange:
    return TierChange(
        rep_id=ANA.id,
        skill_id=SkillId(skill),
        before=before,
        after=after,
        at=datetime(2026, 11, 19, 15, 40, tzinfo=UTC),
        because_of=CallId("c-17"),
        level=78.0,
        standard_error=3.2,
        calls=9,
    )


def rep_agenda(name: str = "Ana Ortiz", leverage: float = 3.0) -> RepAgenda:
    return RepAgenda(
        rep_id=PersonId(name.split(maxsplit=1)[0].lower()),
        rep_name=name,
        calls_this_week=4,
        focus=(
            focus("next_steps", 48.0, leverage),
            focus(
                "objections",
                61.0,
                leverage / 2,
                gap=clip(
                    "No, honestly, everybody pays that, it is quite a standard price.",
                    "Tidewell demo",
                    "The price was defended before the reason was asked.",
                    960.0,
                ),
            ),
        ),
        nothing_because=None,
        moves=(
            SkillMove(
                skill_id=SkillId("discovery"),
                skill_name="Discovery",
                before=71.0,
                after=78.0,
                standard_error=2.4,
                clear=True,
            ),
            SkillMove(
                skill_id=SkillId("next_steps"),
                skill_name="Next steps",
                before=47.0,
                after=48.0,
                standard_error=3.0,
                clear=False,
            ),
        ),
        tier_changes=(tier_change(),),
        last_focus=(phrase("since-noise", skill="Next steps", was=47, became=48, n=3),),
    )


NEWCOMER = RepAgenda(
    rep_id=PersonId("ben"),
    rep_name="Ben Adler",
    calls_this_week=1,
    focus=(),
    nothing_because=Phrase("focus-too-few"),
    moves=(),
    tier_changes=(),
)


def agenda(*reps: RepAgenda) -> Agenda:
    return Agenda(
        manager_id=MIA.id,
        manager_name=MIA.name,
        week="2026-W48",
        monday=date(2026, 11, 23),
        as_of=NOW,
        reps=reps or (rep_agenda(), NEWCOMER),
        skipped_calls=2,
    )


def big_agenda(reps: int) -> Agenda:
    return agenda(*(rep_agenda(f"Rep{i} Number", leverage=float(i)) for i in range(reps)))


def criterion(name: str, title: str, weight: float = 1.0, **more: str) -> Criterion:
    return Criterion(
        id=CriterionId(name),
        title=title,
        behaviour=f"{title}.",
        anchors=("0", "1", "2", "3", "4"),
        skills=(SkillLink(SkillId("discovery")),),
        weight=weight,
        **more,  # type: ignore[arg-type]
    )


RUBRIC = Rubric(
    name="discovery",
    version=1,
    title="Discovery",
    call_types=(CallType.DISCOVERY,),
    criteria=(
        criterion("problem", "Digs into the problem"),
        criterion(
            "next_step",
            "Agrees a next step with a date",
            2.0,
            tip="Before you close, name a day and ask who else should be there.",
            example="Shall we say Thursday at three, with Inge?",
        ),
        criterion("price", "Handles the objection"),
        criterion("talk", "Lets the buyer speak"),
    ),
    digest="0",
)
TRANSCRIPT = Transcript(
    (
        Turn(0, "Ana Ortiz", 0.0, 6.0, "What happens on a night like that?", Side.REP),
        Turn(1, "Inge Dahl", 6.0, 20.0, "Thirty people wait for two hours.", Side.BUYER),
        Turn(2, "Ana Ortiz", 1834.0, 1840.0, "I'll send you something over.", Side.REP),
    )
)


def scored(name: str, level: int | None, quote: str = "", turn: int = 0) -> CriterionScore:
    return CriterionScore(
        criterion_id=CriterionId(name),
        skill_ids=(SkillId("discovery"),),
        level=level,
        not_scored=NotScoredBecause.NO_OCCASION if level is None else None,
        reason={4: "You asked for the worst night and stayed with it.", 1: "No day was named."}.get(
            level or 0, ""
        ),
        better="Shall we put Tuesday at ten in the calendar while we talk?" if level == 1 else "",
        evidence=(Evidence(quote, turn),) if quote else (),
    )


SCORES = (
    scored("problem", 4, "What happens on a night like that?", 0),
    scored("next_step", 1, "I'll send you something over.", 2),
    scored("price", None),
    scored("talk", 2),
)
CALL = Call(
    id=CallId("c-17"),
    provider="zoom",
    provider_ref="abc==",
    title="Fernley discovery",
    started_at=datetime(2026, 11, 19, 15, 0, tzinfo=UTC),
    duration_s=31 * 60.0,
    state=CallState.SCORED,
    rep_id=ANA.id,
)


def call_scored(
    overall: float | None = 62.5, criteria: tuple[CriterionScore, ...] = SCORES
) -> CallScoredNotice:
    card = Scorecard(
        call_id=CALL.id,
        call_version=1,
        rubric_name="discovery",
        rubric_version=1,
        grader_name="builtin",
        grader_version="1",
        criteria=criteria,
        overall=overall,
        summary="A patient conversation about night shifts that ended without a date.",
        created_at=NOW,
    )
    return CallScoredNotice(CALL, card, RUBRIC, TRANSCRIPT)


def tier_notice(
    before: Tier | None = Tier.DEVELOPING, after: Tier = Tier.PROFICIENT
) -> TierChangeNotice:
    now = proficiency("discovery", 79.0, 10, after, trend=TrendLabel.IMPROVING)
    return TierChangeNotice(ANA, (TierMove(tier_change(before, after), "Discovery", now),))


def figure(skill: str, level: float, rep: Person = ANA, calls: int = 7) -> Figure:
    tier = Tier.NEEDS_WORK if level < 50 else Tier.DEVELOPING
    return Figure(
        rep_id=rep.id,
        rep_name=rep.name,
        skill_id=SkillId(skill),
        skill_name=NAMES[skill],
        level=level,
        standard_error=5.5,
        calls=calls,
        proficiency=proficiency(skill, level, calls, tier, rep),
    )


def figure_line(found: Figure) -> Phrase:
    at = said.from_calls(found.level, found.standard_error, found.calls)
    return phrase("answer-line", who=found.rep_name, figure=at)


def answer_notice() -> AnswerNotice:
    figures = (figure("next_steps", 48.0), figure("next_steps", 57.0, BEN, 4))
    first, second = map(figure_line, figures)
    lead = phrase("answer-weakest", line=first)
    return AnswerNotice(
        Answer(
            question=phrase("answer-asked-weak", skill="Next steps"),
            kind=QuestionKind.WHO,
            headline=phrase("answer-close", first=lead, second=second),
            lines=(first, second),
            figures=figures,
            cited=(clip(), BEST_CLIP),
            calls=(CitedCall(call_id=CallId("c-9"), title="Fernley demo", at=NOW, score=62.5),),
            scope=(phrase("answer-as-of", day=said.day(NOW)),),
        )
    )


REFUSAL = Answer(
    kind=QuestionKind.UNKNOWN,
    headline=Phrase("answer-cannot"),
    because=Because.CANNOT,
    examples=(phrase("answer-example-own-skill", skill="Discovery"),),
)
