"""What the turn reader sees, with and without punctuation."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls import Side, Transcript, Turn
from scoring.builtin.turn_signals import TurnReading, read_turns

FIGURES = [f.name for f in dataclasses.fields(TurnReading) if f.name not in ("turn", "side")]


def read(*said: tuple[Side, str]) -> tuple[TurnReading, ...]:
    turns = (Turn(i, side.value, i, i + 1.0, text, side) for i, (side, text) in enumerate(said))
    return read_turns(Transcript(tuple(turns)))


def last(*said: tuple[Side, str]) -> TurnReading:
    return read(*said)[-1]


def bare(text: str) -> str:
    return " ".join("".join(c for c in text.lower() if c.isalnum() or c in " '").split())


LOSS = (Side.BUYER, "We lose two weeks of training whenever a picker quits.")


@pytest.mark.parametrize("written", [str, bare])
@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("question", "Do you train them in house?"),
        ("open_question", "What happens when somebody new starts?"),
        ("reflection", "So you lose two weeks of training with every picker."),
        ("objection", "No, we don't want that, it is too expensive."),
        ("commitment", "Would you be willing to start with a small pilot?"),
        ("next_step", "I will send you the plan on Tuesday."),
        ("builds_on", "Two weeks of training for each picker, what does that do to the team?"),
    ],
)
def test_each_signal_is_likelier_than_not_where_it_is_plain(
    figure: str, text: str, written: type[str]
) -> None:
    seen = last((LOSS[0], written(LOSS[1])), (Side.REP, written(text)))
    assert getattr(seen, figure) > 0.5


@pytest.mark.parametrize("figure", [f for f in FIGURES if f != "builds_on"])
def test_a_plain_statement_about_something_else_is_none_of_them(figure: str) -> None:
    seen = last(LOSS, (Side.REP, "The warehouse has a blue roof."))
    assert getattr(seen, figure) < 0.3


def test_saying_the_buyers_words_back_builds_more_than_changing_the_subject() -> None:
    back = last(LOSS, (Side.REP, "Training that picker takes two weeks each time."))
    away = last(LOSS, (Side.REP, "Our product has a modern dashboard with charts."))
    assert back.builds_on > away.builds_on + 0.3


def test_words_taken_from_oneself_do_not_build_on_the_other_side() -> None:
    own = (Side.REP, "The scanner counts every pallet in the yard.")
    fresh = last(LOSS, (Side.REP, "Nothing."), own)
    again = last(LOSS, own, own)
    assert again.builds_on == fresh.builds_on


def test_no_is_a_refusal_after_an_ask_and_an_answer_after_a_question() -> None:
    refused = last((Side.REP, "Would you be willing to join the pilot?"), (Side.BUYER, "No thanks"))
    answered = last((Side.REP, "Do you have a second site?"), (Side.BUYER, "No thanks"))
    assert refused.objection > answered.objection + 0.2


def test_a_question_after_a_greeting_needs_no_mark() -> None:
    assert last((Side.REP, "hi there what do you think")).question > 0.5


def test_an_offer_of_information_asks_for_no_commitment() -> None:
    seen = last((Side.REP, "Would you be interested in hearing how it works?"))
    assert seen.commitment < 0.5


def test_without_sides_the_speakers_tell_who_builds_on_whom() -> None:
    said = [("Ana", LOSS[1]), ("Bo", "Two weeks of training for each picker.")]
    turns = tuple(Turn(i, who, i, i + 1.0, text) for i, (who, text) in enumerate(said))
    seen = read_turns(Transcript(turns))[-1]
    assert seen.side is Side.UNKNOWN
    assert seen.builds_on == last(LOSS, (Side.REP, said[1][1])).builds_on


def test_a_turn_without_words_reads_as_nothing_and_is_not_left_out() -> None:
    seen = last(LOSS, (Side.REP, " … "))
    assert [getattr(seen, f) for f in FIGURES] == [0.0] * len(FIGURES)


@given(st.lists(st.tuples(st.sampled_from(list(Side)), st.text(max_size=80)), max_size=8))
def test_every_turn_is_read_in_order_and_every_figure_is_a_probability(
    said: list[tuple[Side, str]],
) -> None:
    seen = read(*said)
    assert [s.turn for s in seen] == list(range(len(said)))
    assert all(0.0 <= getattr(s, f) <= 1.0 for s in seen for f in FIGURES)
