"""What the built-in reader reads from calls, and what it leaves alone."""

import pytest

from domain.calls import Side
from domain.deals import Money
from scoring.facts.builtin import read_claims
from tests.scoring.facts_talks import ELEMENTS, facts, values
from tests.scoring.talks import talk, written

BUYER = "meddic.economic_buyer"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("B: Our CFO, Dana Whitlock, signs off anything above twenty thousand.",
         "Dana Whitlock, CFO"),
        ("B: We talked, and Dana Whitlock decides on things like this.", "Dana Whitlock"),
        ("B: I put a case together, our COO approves it.", "COO"),
        ("B: I sign. Our lawyer reads it, one week.", "Ben"),
        ("B: I sign up to fifty. Over that it's Elaine Marsh, our VP of operations.",
         "Elaine Marsh, VP of operations"),
        ("R: Who signs something like this on your side?\nB: Inge Dahl, our CFO.",
         "Inge Dahl, CFO"),
        ("R: Who besides you decides on this?\nB: My partner, Doctor Lim.",
         "Doctor Lim, partner"),
    ],
)  # fmt: skip
def test_who_releases_the_money_is_read_with_the_role(said: str, who: str) -> None:
    assert values(said, BUYER) == [who]


@pytest.mark.parametrize(
    "said",
    [
        "R: Our CFO, Dana Whitlock, signs off everything we offer.\nB: Okay, good to know that.",
        "B: Nobody at our place signs anything before the summer.",
        "B: If Dana Whitlock signs, then we are done here.",
        "B: Does our CFO sign off on that?",
        "B: I signed off on a robot three years ago.",
        "B: My guys sign in with their badge in the morning.",
        "B: I can sign up to ten thousand.",
        "R: Who besides you looks at the plan?\nB: Denise and Karl, they plan the week.",
    ],
)
def test_who_does_not_decide_or_is_not_said_to_is_nobody(said: str) -> None:
    assert values(said, BUYER) == []


def test_money_that_is_there_is_the_budget() -> None:
    asked = "R: Is there money set aside for this?\nB: I've got sixty thousand dollars left."
    (fact,) = facts(asked)["bant.budget"]
    assert fact.value == "I've got sixty thousand dollars left"
    assert fact.amount == Money(6_000_000, "USD")
    assert (fact.side, fact.turn_index) == (Side.BUYER, 5)


@pytest.mark.parametrize(
    "said",
    [
        "B: Thirty-one thousand pounds is over the budget we have.",
        "R: Do you have a budget?\nB: No, there is no budget for that this year.",
        "R: We have sixty thousand in the budget for your trial.\nB: Thanks for telling me that.",
        "R: Is there a budget?\nB: Maybe sixty thousand, I am not sure.",
    ],
)
def test_a_price_a_guess_and_a_no_are_no_budget(said: str) -> None:
    assert values(said, "bant.budget") == []


def test_what_the_trouble_costs_is_a_figure_of_the_buyers() -> None:
    said = "R: What did that cost you?\nB: Last month it was twenty-seven thousand dollars."
    (fact,) = facts(said)["spiced.impact"]
    assert fact.amount == Money(2_700_000, "USD")
    assert values(said, "meddic.metrics") == [fact.value]


@pytest.mark.parametrize(
    "said",
    [
        "R: What do you think of the offer?\nB: It costs thirty-one thousand pounds, your offer.",
        "R: So that cost you nine thousand dollars a month.\nB: Right.",
        "R: How many orders was that?\nB: I'd guess eighteen hundred.",
    ],
)
def test_prices_counts_and_the_reps_words_are_no_figures(said: str) -> None:
    assert values(said, "spiced.impact") == []


def test_the_date_by_which_it_must_work_is_resolved() -> None:
    (fact,) = facts("B: It has to be running before the hall opens, March second.")["bant.timeline"]
    assert fact.due is not None
    assert fact.due.isoformat() == "2027-03-02"


def test_a_month_alone_is_a_timeline_without_a_day() -> None:
    asked = "R: By when would it have to be live?\nB: Mid February at the latest."
    (fact,) = facts(asked)["bant.timeline"]
    assert (fact.value, fact.due) == ("Mid February at the latest", None)


def test_the_event_that_sets_the_date_is_read() -> None:
    said = "B: Our biggest account is up for renewal in April, and that decides the year."
    assert values(said, "spiced.critical_event") == [said.removeprefix("B: ").rstrip(".")]


def test_a_competitor_of_the_list_is_read_as_it_was_said() -> None:
    assert values("B: We have also seen shift wright last week.", "meddic.competition") == [
        "shift wright"
    ]


def test_a_competitor_that_only_the_rep_names_is_none() -> None:
    said = "R: Are you also talking to Shiftwright?\nB: No, we are not talking to them."
    assert values(said, "meddic.competition") == []


def test_what_must_be_shown_for_a_yes_is_a_criterion() -> None:
    said = "B: She would want to see that it cannot be edited afterwards."
    assert values(said, "meddic.decision_criteria") == [said.removeprefix("B: ").rstrip(".")]


def test_the_steps_to_a_yes_are_read_with_who_takes_them() -> None:
    said = "B: I put a case together, Ian Cho checks it from the IT side, Annette signs."
    assert values(said, "meddic.decision_process") == [said.removeprefix("B: ").rstrip(".")]


def test_what_goes_wrong_is_read_if_a_figure_stands_with_it() -> None:
    said = "B: We missed our delivery window on eleven percent of orders in the spring."
    assert values(said, "meddic.pain") == [said.removeprefix("B: ").rstrip(".")]
    assert values("B: There is no problem with our nine trucks at all.", "meddic.pain") == []


STEP = "R: I will send you the plan by Friday and we meet next Thursday at ten to go through it."


def test_an_agreed_step_has_its_first_day() -> None:
    (fact,) = facts(f"{STEP}\nB: Yes, that works for me.")["common.next_step"]
    assert fact.due is not None
    assert fact.due.isoformat() == "2026-11-27"


@pytest.mark.parametrize(
    "answer", ["Not really, I have to think about it.", "Hm.", "And the price?"]
)
def test_a_step_that_nobody_agreed_to_is_none(answer: str) -> None:
    assert values(f"{STEP}\nB: {answer}", "common.next_step") == []


def test_another_language_proves_nothing_here() -> None:
    german = "R: Wer unterschreibt das?\nB: Unser CFO, Dana Whitlock, entscheidet das am Ende."
    assert read_claims(ELEMENTS, talk(german, language="de")) == ()


@pytest.mark.parametrize("name", ["good", "bad", "middling", "negotiation"])
def test_the_same_call_gives_the_same_claims(name: str) -> None:
    assert read_claims(ELEMENTS, written(name)) == read_claims(ELEMENTS, written(name))
