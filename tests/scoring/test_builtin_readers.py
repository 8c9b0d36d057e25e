"""Each reader climbs its ladder: one conversation for each step, written for the test."""

import pytest

from domain.calls import CallType, Side, Transcript, Turn
from domain.scores import NotScoredBecause
from scoring.builtin.balance import pace_of
from scoring.builtin.finding import Finding
from scoring.builtin.levels import READ
from tests.scoring.talks import BAD, DISCOVERY, GOOD, MEDDIC, MIDDLING, answers, conversation, talk

LADDERS = [c.id for c in DISCOVERY.criteria]


def read(reader: str, text: str, call_type: CallType = CallType.DISCOVERY) -> Finding:
    return READ[reader](conversation(talk(text), call_type))


@pytest.mark.parametrize("criterion_id", LADDERS)
def test_a_good_call_is_above_a_middling_one_and_that_above_a_bad_one(criterion_id: str) -> None:
    levels = [answers(t)[criterion_id].level for t in (BAD, MIDDLING, GOOD)]
    assert None not in levels
    assert levels[0] < levels[1] <= levels[2]  # type: ignore[operator]  # no None, see above
    assert levels[0] < levels[2]  # type: ignore[operator]


def test_the_three_calls_use_the_whole_scale() -> None:
    used = {answers(t)[c].level for t in (BAD, MIDDLING, GOOD) for c in LADDERS}
    assert used == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("criterion_id", [c.id for c in MEDDIC.criteria if c.reader])
def test_qualification_in_depth_tells_good_from_bad(criterion_id: str) -> None:
    good, bad = (answers(t, MEDDIC)[criterion_id].level for t in (GOOD, BAD))
    assert good is not None
    assert bad is not None
    assert good > bad


# ── opening ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (0, "R: Hi. " + "We have a platform with modules and reports and it does everything. " * 6),
        (1, "R: Hi Ben, how are you?\nB: Good.\nR: Great to meet you.\nB: You too."),
        (2, ("R: Hi Ben. The purpose of today is to see how refunds run and whether we can help "
            "you with them at all.\nB: Mm.\nR: So how do they run?\nB: By hand.")),
        (3, ("R: My plan for the thirty minutes is to hear how refunds run and then decide whether "
            "we go on. Does that work for you?\nB: Yes, fine.\nR: How do refunds run today?")),
        (4, ("R: We have thirty minutes. My plan is to hear how refunds run and then decide. What "
            "would make it worth your time?\nB: If I learn whether you can read handwriting.\n"
            "R: Handwriting, then we start there. Who writes by hand today?\nB: The clerks do.")),
    ],
)  # fmt: skip
def test_opening(level: int, text: str) -> None:
    assert read("opening", text).level == level


# ── playback ─────────────────────────────────────────────────────────────────────────

TROUBLE = "B: Two clerks write notes by hand, and three hundred of them wait in a tray on Monday.\n"


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (0, TROUBLE + "R: Do you have a second site?\nB: Yes."),
        (1, TROUBLE + "R: That makes sense. Do you have a second site?\nB: Yes."),
        (2, TROUBLE + "R: So three hundred notes wait in a tray. Anyway, we have an app.\nB: Hm?"),
        (3, TROUBLE + "R: So clerks write notes by hand and three hundred wait. Is that right?\n"
            "B: Exactly, and customers complain about delays.\n"
            "R: You said customers complain about delays.\nB: Hm."),
        (4, TROUBLE + "R: So clerks write notes by hand and three hundred wait. Is that right?\n"
            "B: Exactly, and customers complain about delays.\n"
            "R: Let me sum up: notes by hand, three hundred in the tray on a Monday, and customers "
            "complain about delays. What did I miss?\nB: Nothing."),
    ],
)  # fmt: skip
def test_playback(level: int, text: str) -> None:
    assert read("playback", text).level == level


# ── impact and reason to act ─────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (0, "B: Sure, hello there.\nR: We have an app.\nB: I see."),
        (0, "B: We missed nine deliveries last week.\nR: Our app is nice.\nB: I see."),
        (1, "B: The delays are a real problem for us.\nR: Our app is nice.\nB: I see."),
        (1, "B: The delays are a problem.\nR: How many delays do you have?\nB: Hard to say."),
        (2, "B: The delays are a problem.\nR: How many delays do you have?\nB: Nine a week."),
        (3, ("B: The delays are a problem.\nR: How many delays do you have?\nB: Nine a week.\n"
            "R: And what does one cost you?\nB: About forty euros.")),
        (4, ("B: The delays are a problem.\nR: How many delays do you have?\nB: Nine a week.\n"
            "R: And what does one cost you?\nB: About forty euros.\n"
            "R: So about three hundred and sixty a week.\nB: Yes.")),
    ],
)  # fmt: skip
def test_impact(level: int, text: str) -> None:
    assert read("impact", text).level == level


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (0, "B: Hello.\nR: If you sign this month I can do something.\nB: I see."),
        (1, "B: Our people complain about the delays.\nR: Our app is nice.\nB: I see."),
        (2, "B: People complain.\nR: What happens if it stays like that?\nB: No idea."),
        (3, ("B: People complain.\nR: What happens if it stays like that?\n"
            "B: Then some of them leave us before the summer.\n"
            "R: And what does that mean for you?\nB: I would lose the best two people I have.")),
        (4, ("B: People complain.\nR: What happens if it stays like that?\n"
            "B: Then some of them leave us in April, the CFO knows that.\n"
            "R: And what does that mean for you?\nB: I would lose the best two people I have.")),
    ],
)  # fmt: skip
def test_reason_to_act(level: int, text: str) -> None:
    assert read("reason_to_act", text).level == level


# ── decision and qualification ───────────────────────────────────────────────────────


def test_asking_whether_the_contact_decides_is_worth_one() -> None:
    text = "R: Are you the person who decides on this?\nB: It depends.\nR: Okay.\nB: Yes."
    assert read("decision", text).level == 1


def test_trying_to_close_is_no_question_about_the_decision() -> None:
    text = "R: If I get it approved, would you sign this month?\nB: The board meets in May.\nR: Ok."
    assert read("decision", text).level == 0


def test_people_and_steps_make_three() -> None:
    text = """
    R: Besides you, who would have to say yes?
    B: Hanna Lind, our CFO.
    R: And how does a decision like this get made?
    B: First the works council hears it, then Hanna signs.
    R: Okay.
    B: Yes.
    """
    assert read("decision", text).level == 3


FOUR = [
    "R: Is there a budget for it?\nB: Sixty thousand from operations.",
    "R: By when does it have to work?\nB: In April, before the season.",
    "R: What would you need to see to say yes?\nB: Payback inside twelve months.",
    "R: What else are you looking at?\nB: Parcelio, and doing it ourselves.",
]


@pytest.mark.parametrize(("known", "level"), [(0, 0), (1, 2), (2, 2), (3, 3), (4, 4)])
def test_qualification_counts_what_is_known(known: int, level: int) -> None:
    text = "\n".join(["R: Hello Ben.\nB: Hello.", *FOUR[:known], "R: Well.\nB: Yes."])
    assert read("qualification", text).level == level


# ── value ────────────────────────────────────────────────────────────────────────────


def test_a_call_without_a_word_about_the_offer_is_no_occasion() -> None:
    finding = read("value", "R: How do refunds run?\nB: By hand.\nR: Since when?\nB: Always.")
    assert finding.not_scored is NotScoredBecause.NO_OCCASION


def test_claims_that_fit_anybody_are_worth_one() -> None:
    text = """
    B: Customers wait nine days for a refund and they complain.
    R: Our platform is really flexible and it gives you everything you could want. We have it all.
    B: I see.
    """
    assert read("value", text).level == 1


def test_a_tied_and_proven_offer_is_worth_more_than_a_tied_one() -> None:
    need = "B: Customers complain because refund notes wait nine days in a tray.\n"
    tied = need + (
        "R: You said refund notes wait in a tray. Our system reads each note when it lands, so "
        "that notes do not wait in the tray.\nB: I see."
    )
    proven = tied + (
        "\nR: One customer, a shoe shop, had notes waiting in a tray for eight "
        "days; now they wait two days. What would two days change for you?\n"
        "B: Half of the complaints would go."
    )
    assert read("value", tied).level == 2
    assert read("value", proven).level == 4


# ── objections ───────────────────────────────────────────────────────────────────────

DEAR = "R: That is the price.\nB: It is too expensive for us.\n"


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (0, DEAR + "R: Okay, I can take ten percent off.\nB: Hm."),
        (0, DEAR + "R: No, no, trust me, you will love it.\nB: Hm."),
        (1, DEAR + "R: It includes the whole set-up as well.\nB: Hm."),
        (2, DEAR + "R: That's fair. It includes the whole set-up as well.\nB: Hm."),
        (3, DEAR + "R: That's fair. What are you comparing it with?\nB: Another tool.\n"
            "R: A customer in Lyon paid it back in 7 months.\nB: Hm."),
        (4, DEAR + "R: That's fair. What are you comparing it with?\nB: Another tool.\n"
            "R: A customer in Lyon paid it back in 7 months. Does that settle it?\n"
            "B: Yes, it does."),
    ],
)  # fmt: skip
def test_objections(level: int, text: str) -> None:
    assert read("objections", text).level == level


def test_a_call_without_a_concern_is_no_occasion() -> None:
    finding = read("objections", "R: How do refunds run?\nB: By hand.\nR: Since when?\nB: Always.")
    assert finding.not_scored is NotScoredBecause.NO_OCCASION


# ── next step ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (0, "R: Great talking to you.\nB: Bye.\nR: Bye now, Ben."),
        (1, "R: I'll send you some info and we can touch base at some point.\nB: Fine."),
        (2, "R: I'll prepare a proposal with your numbers.\nB: Hm."),
        (2, "R: I'll prepare the proposal by Friday.\nB: I'm not sure yet."),
        (3, ("R: We talk on your numbers. I'll prepare the proposal by Friday.\nB: Sounds good.\n"
            "R: And we look at it on Monday at ten together.\nB: Monday at ten.")),
        (4, ("R: You send me fifty notes by Wednesday, I'll prepare the test. On Friday at ten we "
            "look at it together. Agreed?\nB: Agreed, I will send them.\n"
            "R: I'll put it in an email with the invitation today.\nB: Thanks.")),
    ],
)  # fmt: skip
def test_next_step(level: int, text: str) -> None:
    assert read("next_step", text).level == level


# ── balance ──────────────────────────────────────────────────────────────────────────


def shared_out(rep_words: int, buyer_words: int, rounds: int = 8) -> str:
    turn = f"R: {'so ' * rep_words}\nB: {'we ' * buyer_words}\n"
    return turn * rounds


@pytest.mark.parametrize(
    ("rep", "buyer", "level"),
    [(20, 30, 4), (25, 20, 3), (30, 18, 2), (30, 10, 1), (50, 8, 0)],
)
def test_balance_follows_the_share_of_talk(rep: int, buyer: int, level: int) -> None:
    assert read("balance", shared_out(rep, buyer)).level == level


def test_one_long_monologue_breaks_an_even_talk() -> None:
    even = shared_out(20, 40, 20)
    assert read("balance", even).level == 4
    assert read("balance", even + f"R: {'and ' * 190}\nB: I see.").level == 2


def test_nods_do_not_interrupt_a_monologue() -> None:
    call = conversation(talk(f"R: {'so ' * 80}\nB: Okay.\nR: {'so ' * 80}\nB: We wait a lot here."))
    assert pace_of(call).longest_words == 160


def test_a_demo_may_take_more_words() -> None:
    text = shared_out(31, 20)
    assert read("balance", text, CallType.DEMO).level == 3
    assert read("balance", text).level == 2


def test_cutting_in_costs_a_level_where_times_are_known() -> None:
    turns = []
    for n in range(8):
        at = n * 20.0
        turns.append(Turn(2 * n, "B", at, at + 12.0, "we " * 30, Side.BUYER))
        turns.append(Turn(2 * n + 1, "R", at + 9.0, at + 18.0, "so " * 20, Side.REP))
    timed = conversation(Transcript(tuple(turns), timed=True))
    guessed = conversation(Transcript(tuple(turns), timed=False))
    assert pace_of(timed).overlaps == 8
    assert pace_of(guessed).overlaps == 0
    assert READ["balance"](timed).level == 3
    assert READ["balance"](guessed).level == 4
