"""Questions, with and without punctuation, and the pieces of speech they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calls import Side, Turn
from scoring.builtin.cues import Cue
from scoring.builtin.questions import Question, question_kind
from scoring.builtin.signals import TurnSignals, read_signals
from scoring.builtin.speech import figures_of, plain_words, sentences_of, stem
from tests.scoring.talks import talk


def kinds(text: str, *, marked: bool = True) -> list[Question]:
    found = [question_kind(s, marked=marked) for s in sentences_of(text)]
    return [k for k in found if k is not None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How do you plan a shift today?", Question.OPEN),
        ("Okay, and what makes Mondays so bad?", Question.OPEN),
        ("Walk me through a normal day.", Question.OPEN),
        ("I'd love to hear how that went.", Question.OPEN),
        ("If the clipboard stays, what does next year look like?", Question.OPEN),
        ("Tell me about one of them.", Question.OPEN),
        ("How many trucks are waiting?", Question.FACT),
        ("When the hall is empty, how many trucks are waiting?", Question.FACT),
        ("In which order does that usually go?", Question.FACT),
        ("Besides you, who would have to say yes?", Question.FACT),
        ("Do you have more than one site?", Question.CLOSED),
        ("Is there a budget line for it?", Question.CLOSED),
        ("Wouldn't it be great to save time?", Question.LEADING),
        ("Would you say that you want to be more efficient?", Question.LEADING),
        ("You want fewer errors, right?", Question.LEADING),
        ("Is that how you see it?", Question.CHECK),
        ("What did I miss?", Question.CHECK),
        ("How would an idea like that land at your place?", Question.CHECK),
        ("Agreed?", Question.CHECK),
        ("Can you see my screen?", Question.LOGISTICS),
        ("Any questions?", Question.LOGISTICS),
    ],
)
def test_a_question_is_known_by_what_it_invites(text: str, kind: Question) -> None:
    assert kinds(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("what do you pay when a truck waits", Question.OPEN),
        ("how many people work there", Question.FACT),
        ("so do you have a planning tool today", Question.CLOSED),
        ("can you walk me through a normal day", Question.OPEN),
    ],
)
def test_without_question_marks_the_words_decide(text: str, kind: Question) -> None:
    assert kinds(text, marked=False) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "What we do is forecast the work.",
        "When you see it you can manage it.",
        "Don't tell me that again.",
        "Let me tell you about us.",
        "He told me how it went.",
        "Then you'll tell me when we should speak.",
    ],
)
def test_a_statement_that_sounds_like_a_question_is_none(text: str) -> None:
    assert kinds(text) == []
    assert kinds(text.rstrip(".").lower(), marked=False) == []


def test_a_long_run_of_recognised_speech_is_cut_where_a_question_starts() -> None:
    spoken = (
        "right so we plan everything by hand on the whiteboard in the office every single morning "
        "before the shift starts and how do you handle a truck that comes early at your place"
    )
    assert kinds(spoken, marked=False) == [Question.OPEN]


@given(st.text(max_size=200))
def test_sentences_are_verbatim_and_hold_every_word(text: str) -> None:
    sentences = sentences_of(text)
    assert all(s.text == text[s.start : s.end] for s in sentences)
    assert plain_words(text).split() == [w for s in sentences for w in s.plain.split()]


def test_contractions_are_written_out() -> None:
    said = plain_words("I'm sure that's fine, we can't and won't. It’s Ana's.")
    assert said == " i am sure that is fine we can not and will not it is ana's "


def test_forms_of_a_word_meet_in_one_stem() -> None:
    assert len({stem(w) for w in ("plan", "plans", "planned", "planning", "planner")}) == 1
    assert len({stem(w) for w in ("delay", "delays", "delayed")}) == 1


def test_figures_are_found_in_digits_and_in_words() -> None:
    tokens = plain_words(
        "One of them pays $12,500 for thirty-seven trucks, 9.1 % and a third."
    ).split()
    assert figures_of(tokens) == {"12500", "thirty-seven", "9.1", "third"}


# ── signals ──────────────────────────────────────────────────────────────────────────


def signals(text: str) -> tuple[TurnSignals, ...]:
    return read_signals(talk(text))


def test_ignored_unknown_and_silent_turns_are_left_out() -> None:
    call = talk("R: What happens then?\nO: I listen.\nB: It breaks every day.\nR: ...")
    assert [s.index for s in read_signals(call, {2})] == [0]


def test_a_nod_is_told_from_an_answer() -> None:
    assert [s.backchannel for s in signals("B: Okay, right.\nB: Okay, on Monday.\nB: Yes.")] == [
        True,
        False,
        True,
    ]


def test_fillers_are_counted() -> None:
    assert signals("R: Um, so, uh, I think, um, yes.")[0].fillers == 3


def test_each_side_shows_its_own_cues() -> None:
    rep, buyer = signals(
        "R: How many people wait, and what does that cost you?\nB: It is a problem."
    )
    assert rep.has(Cue.SIZE)
    assert buyer.has(Cue.PAIN)
    assert not rep.has(Cue.PAIN)


def test_no_problem_is_no_pain() -> None:
    assert not signals("B: No problem, we can do that.")[0].has(Cue.PAIN)


def test_a_turn_of_a_million_characters_is_read_up_to_a_limit() -> None:
    turn = Turn(0, "B", 0.0, 1.0, "so we wait " * 100_000, Side.BUYER)
    call = talk("R: Hi.").__class__((turn,), timed=False)
    assert 0 < read_signals(call)[0].words < 7000
