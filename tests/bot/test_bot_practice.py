"""What a rep reads around a role-play: within Slack's limits, in both languages, unharmed."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.blocks import Message, size
from bot.views import render
from config.catalogue import load_catalogues
from domain.calls import CallId, CallType
from domain.people import PersonId
from domain.phrases import Phrase
from domain.ports import Notice, PracticeOpening, PracticeResult, PracticeSaid, PracticeTask
from domain.practice import (
    Assignment,
    AssignmentId,
    AssignmentState,
    Mood,
    Persona,
    Session,
    SessionId,
    SessionState,
)
from domain.rubrics import SkillId
from tests.bot.bot_samples import ANA, NOW, reader

STEPS = SkillId("next_steps")
BUYER = Persona(
    id="dana", name="Dana Whitfield", industry="logistics", role="Head of Operations",
    mood=Mood.GUARDED, opening="Hello, Dana here.", goal="Agree on a dated step.",
    call_type=CallType.DISCOVERY, skills=(STEPS,),
)  # fmt: skip
TASK = Assignment(
    id=AssignmentId("a1"), rep_id=ANA.id, assigned_by=PersonId("mia"), skill_id=STEPS,
    persona=BUYER, assigned_at=NOW, due_at=NOW + timedelta(days=7),
)  # fmt: skip
SESSION = Session(
    id=SessionId("s1"), rep_id=ANA.id, persona=BUYER, started_at=NOW, state=SessionState.SCORED,
    skill_id=STEPS, assignment_id=TASK.id, call_id=CallId("c1"), score=62.5,
)  # fmt: skip


def task(**changes: object) -> PracticeTask:
    shown = PracticeTask(
        assignment=TASK, skill_name="Next steps", manager_name="Mia Laurent", attempts_left=3
    )
    return replace(shown, **changes)  # type: ignore[arg-type]


def result(**changes: object) -> PracticeResult:
    shown = PracticeResult(
        session=SESSION, skill_name="Next steps", assignment=TASK, attempts_left=2,
        manager_name="Mia Laurent", well="Dated step. A day was named.",
        to_try="Owner. Say who does what.", example="You send it, I set it up.",
    )  # fmt: skip
    return replace(shown, **changes)  # type: ignore[arg-type]


def shown(notice: Notice, language: str = "en") -> Message:
    return render(notice, reader(replace(ANA, language=language)))


def texts(message: Message) -> str:
    return json.dumps(message.blocks, ensure_ascii=False)


ALL: tuple[Notice, ...] = (
    task(),
    task(reminder=True),
    *(
        task(assignment=replace(TASK, state=state, best_score=80.0, attempts_used=2))
        for state in AssignmentState
    ),
    PracticeOpening(session=replace(SESSION, state=SessionState.RUNNING), skill_name="Next steps"),
    PracticeOpening(session=replace(SESSION, persona=replace(BUYER, from_call=CallId('c9'))),
                    skill_name="Next steps"),
    PracticeSaid(buyer_name="Dana", said="Not yet."),
    PracticeSaid(buyer_name="Dana", said="Bye.", note=Phrase("practice-over")),
    PracticeSaid(note=Phrase("practice-too-short")),
    result(),
    result(assignment=None),
    result(session=replace(SESSION, score=80.0)),
    result(attempts_left=0),
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("notice", ALL, ids=lambda n: type(n).__name__)
def test_every_message_is_said_and_fits(notice: Notice, language: str) -> None:
    made = shown(notice, language)
    assert made.text
    assert size(made.blocks).fits
    assert "{" not in made.text


def test_the_two_languages_differ_in_every_message() -> None:
    for notice in (task(), result(), PracticeSaid(note=Phrase("practice-over"))):
        assert shown(notice).text != shown(notice, "de").text


def test_a_task_says_who_asks_what_until_when_and_how_it_is_passed() -> None:
    said = texts(shown(task()))
    for part in ("Mia Laurent", "Next steps", "Dana Whitfield", "30 Nov", "75 of 100", "3 attempts",
                 '"practice.start"'):  # fmt: skip
        assert part in said


def test_what_is_over_has_no_button() -> None:
    for state in (AssignmentState.PASSED, AssignmentState.NOT_PASSED):
        over = task(assignment=replace(TASK, state=state), attempts_left=0)
        assert "practice.start" not in texts(shown(over))


def test_a_result_has_its_figure_on_one_role_play_and_one_thing_to_try() -> None:
    said = texts(shown(result()))
    for part in ("63 of 100", "one role-play", "What went well", "One thing to try", "2 attempts"):
        assert part in said
    assert "practice.start" in said


def test_a_passed_result_says_so() -> None:
    passed = replace(SESSION, score=80.0)
    done = replace(TASK, state=AssignmentState.PASSED)
    said = texts(shown(result(session=passed, assignment=done)))
    assert "Passed (pass mark 75)" in said
    assert "practice.start" not in said


HOSTILE = "<!channel> <@U1> <https://evil.example|x> *bold* _it_ `c` :boom: {$n} \u202e" * 20


@pytest.mark.parametrize("language", ["en", "de"])
def test_foreign_words_cannot_ping_link_or_overflow(language: str) -> None:
    buyer = replace(BUYER, name=HOSTILE, role=HOSTILE, opening=HOSTILE, goal=HOSTILE)
    played = replace(SESSION, persona=buyer)
    for notice in (
        task(assignment=replace(TASK, persona=buyer), manager_name=HOSTILE, skill_name=HOSTILE),
        PracticeOpening(session=played, skill_name=HOSTILE),
        PracticeSaid(buyer_name=HOSTILE, said=HOSTILE),
        result(session=played, well=HOSTILE, to_try=HOSTILE, example=HOSTILE),
    ):
        made = shown(notice, language)
        said = made.text + json.dumps([b for b in made.blocks if b["type"] != "header"])
        assert "<!channel" not in said
        assert "<@U1" not in said
        assert "<https://evil" not in said
        assert "\u202e" not in said
        assert size(made.blocks).fits


def test_every_word_of_practice_is_in_both_languages() -> None:
    speech = load_catalogues()
    for key in ("practice-form-title", "practice-persona-own", "practice-none-left"):
        assert speech.words("en").say(Phrase(key)) != speech.words("de").say(Phrase(key))


def test_nobody_is_named_where_nobody_is_known() -> None:
    said = json.dumps(render(task(manager_name=""), reader(ANA)).blocks)
    assert "Your manager asked you to practise" in said


@pytest.mark.parametrize(("zone", "day"), [("Pacific/Auckland", "2 Dec"), ("UTC", "1 Dec")])
def test_the_day_it_is_due_is_the_reps_own(zone: str, day: str) -> None:
    late = replace(TASK, due_at=datetime(2026, 12, 1, 20, tzinfo=UTC))
    rep = replace(ANA, time_zone=zone, language="en")
    said = texts(render(task(assignment=late), reader(rep)))
    assert f"by {day}" in said
    assert f"Due {day}" in said
