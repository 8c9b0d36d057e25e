"""Words that look like a behaviour and are none, and behaviours in words that are easily missed."""

import pytest

from domain.scores import NotScoredBecause
from scoring.builtin.finding import Finding
from scoring.builtin.levels import READ
from scoring.builtin.next_step import does
from scoring.builtin.speech import sentences_of
from scoring.builtin.worries import in_jest, worry_in
from tests.scoring.talks import conversation, talk

TALK = "R: How do you plan the week?\nB: With a sheet on the wall.\n"


def read(reader: str, text: str) -> Finding:
    return READ[reader](conversation(talk(text)))


# ── next step ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "end",
    [
        "R: I will send you a summary of today.\nB: Yes, please do.",
        "R: We should show it to the director.\nB: Yes, but she could not come today.",
        "R: I will send the notes from today to your colleagues.\nB: Good.",
    ],
)
def test_a_word_about_today_is_no_agreed_date(end: str) -> None:
    assert read("next_step", TALK + end).level == 2


def test_a_step_for_today_is_an_agreed_date() -> None:
    level = read("next_step", TALK + "R: I will send you the offer today.\nB: Yes, good.").level
    assert level is not None
    assert level >= 2
    text = (
        TALK + "R: I will send you the offer today, and you check the figures by Friday.\n"
        "B: Yes, Friday is fine.\nR: So offer today, figures Friday, I put it in an email.\nB: Ok."
    )
    assert read("next_step", text).level == 4


def test_what_was_shown_is_no_proposal() -> None:
    end = "R: So that is what we wanted to show you.\nB: Thanks."
    assert read("next_step", TALK + end).level == 0


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("On Monday at two I come round with a phone.", True),
        ("You pick one shop by Wednesday.", True),
        ("I come from a small town.", False),
        ("You write everything on a board.", False),
    ],
)
def test_a_day_makes_a_doing_a_step(said: str, expected: bool) -> None:
    assert does(sentences_of(said)[0]) is expected


# ── alternatives, papers ─────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "asked",
    [
        "Have you been shown anything else this year?",
        "What else could win the same money?",
        "Have you seen any other system?",
        "Who are the other two on the list?",
    ],
)
def test_alternatives_are_asked_about_in_many_words(asked: str) -> None:
    found = read(
        "competition", f"{TALK}R: {asked}\nB: One firm from Leeds, they were cheap.\nR: Hm."
    )
    assert found.level == 2


def test_signing_is_no_remark_about_reviews() -> None:
    said = (
        "B: We can sign the contract this week if the price is right.\nR: Great. Where do I sign?"
    )
    found = read("paper_process", f"{TALK}{said}\nB: At the bottom.")
    assert found.level == 0
    assert "no question about reviews and papers" in found.reason


def test_a_lawyer_is_one_who_reviews() -> None:
    asked = "R: What does your lawyer look at?\nB: At the liability, she takes two weeks."
    assert read("paper_process", TALK + asked).level == 2


# ── why now ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "asked",
    [
        "And what follows from that?",
        "When the road is closed, what happens then?",
        "If nobody picks it up, who feels it first?",
        "What will you do in the winter if she leaves?",
    ],
)
def test_a_consequence_is_asked_about_in_many_words(asked: str) -> None:
    trouble = "B: The plan is wrong every second Monday.\n"
    text = f"{trouble}R: {asked}\nB: The drivers stand in the yard and we pay them for it."
    assert read("reason_to_act", text).level == 2


# ── objections ───────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("It's a bit more than we had in mind.", "price"),
        ("You're ten percent above what we pay now.", "price"),
        ("We had an app two years ago and it died.", "trust"),
        ("And what if somebody forgets it?", "fit"),
        ("The drivers moan about every new screen.", "effort"),
        ("I'd have to square it with my brother.", "authority"),
        ("We have more vans than last year.", None),
        ("Our plan is on the wall.", None),
    ],
)
def test_a_worry_is_told_rather_than_objected(said: str, kind: str | None) -> None:
    assert worry_in(sentences_of(said)[0]) == kind


def test_banter_is_no_objection() -> None:
    text = TALK + "R: It runs by itself.\nB: Haha, too expensive for my taste in coffee.\nR: Ha."
    assert read("objections", text).not_scored is NotScoredBecause.NO_OCCASION
    assert in_jest(sentences_of("My brother-in-law swears by them.")[0])


def test_a_question_if_that_is_enough_settles_a_concern() -> None:
    text = (
        "B: I do not want my phone going off all night.\n"
        "R: I can see that. How many would be too many?\nB: More than one a day.\n"
        "R: At a farm in Jutland it was four a week. Would that be all right?\nB: Yes, it would."
    )
    assert read("objections", text).level == 4


# ── value ────────────────────────────────────────────────────────────────────────────

OFFER = (
    "R: With our board the night shift reads the order of each bakery shop on a screen, and at a "
    "bakery in Hull the wrong orders fell from nine a week to two.\nB: Two would be good."
)


def test_a_need_the_rep_says_back_and_the_buyer_confirms_is_the_buyers() -> None:
    recap = "R: You told me that the night shift gets wrong orders from a shop.\n"
    assert read("value", TALK + recap + "B: Yes, exactly.\n" + OFFER).level == 2
    assert read("value", TALK + recap + "B: Who said so?\n" + OFFER).level == 1


def test_a_list_of_features_without_marks_is_a_list() -> None:
    text = (
        "R: so we have a platform with a dashboard and there are widgets and you can filter it and "
        "you can export it and there is a menu with settings and reports and it is super flexible "
        "and really nice and you can also change every colour and add templates for everything\n"
        "B: okay"
    )
    assert read("value", TALK.replace("?", "") + text).level == 0


# ── opening and deciding ─────────────────────────────────────────────────────────────


def test_a_wish_that_answers_the_plan_is_the_buyers_own_goal() -> None:
    text = (
        "R: I'd like to go over three things today, is that all right?\n"
        "B: Yes, but please begin with the second terminal, it opens in September.\n"
        "R: The second terminal first. What is hard about it?\nB: The queue of trucks."
    )
    assert read("opening", text).level == 4


def test_asking_for_a_signature_at_once_is_no_opening() -> None:
    assert read("opening", "R: Hi. Are we good to sign?\nB: No.\nR: Oh.\nB: Yes.").level == 0


def test_asking_only_the_contact_if_he_decides_is_a_checkbox() -> None:
    asked = "R: Are you the one who makes the decision?\nB: I think so, more or less."
    assert read("decision", TALK + asked).level == 1


def test_an_answer_with_two_people_in_order_is_two_facts() -> None:
    asked = (
        "R: Who has to say yes?\nB: First Marta, she runs the floor, and then the group in Oslo."
    )
    assert read("decision", TALK + asked).level == 2
    more = "\nR: And what will Marta want to see?\nB: She wants to see it run on our floor."
    assert read("decision", TALK + asked + more).level == 3
