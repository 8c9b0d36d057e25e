"""Which moments are shown, and that every quote stays what was said."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from coaching.clips import ScoredCall, best_moment, gap_moment, moments, shorten
from coaching.patterns import recurring_gap
from domain.calls import Side, Transcript, Turn
from domain.phrases import Phrase
from domain.rubrics import SkillId
from domain.scores import Evidence

Score = Callable[..., ScoredCall]
NEXT, DISCOVERY = SkillId("next_steps"), SkillId("discovery")


def test_the_gap_is_the_lowest_level_and_the_latest_of_those(scored: Score, now: datetime) -> None:
    calls = [
        scored("c1", days_ago=9, dated_step=(1, "we will be in touch")),
        scored("c2", days_ago=2, dated_step=(1, "let us talk soon")),
        scored("c3", days_ago=1, dated_step=(2, "maybe next week")),
    ]
    clip = gap_moment(NEXT, calls, as_of=now)
    assert clip is not None
    assert (clip.call_id, clip.quote, clip.level) == ("c2", "let us talk soon", 1)
    assert (clip.speaker, clip.start_s, clip.turn_index) == ("Ilse Marten", 0.0, 0)


def test_a_gap_of_the_last_four_weeks_comes_before_an_older_and_lower_one(
    scored: Score, now: datetime
) -> None:
    old = scored("old", days_ago=40, dated_step=(0, "bye"))
    new = scored("new", days_ago=5, dated_step=(2, "maybe next week"))
    recent, only_old = gap_moment(NEXT, [old, new], as_of=now), gap_moment(NEXT, [old], as_of=now)
    assert recent is not None
    assert only_old is not None
    assert (recent.call_id, only_old.call_id) == ("new", "old")


def test_a_level_of_three_is_no_gap(scored: Score, now: datetime) -> None:
    assert (
        gap_moment(NEXT, [scored("c", days_ago=1, recap=(3, "so, to sum up"))], as_of=now) is None
    )


def test_the_best_moment_is_the_highest_level_and_the_latest_of_those(
    scored: Score, now: datetime
) -> None:
    calls = [
        scored("c1", days_ago=30, dated_step=(4, "Tuesday at ten, Dana sends the list")),
        scored("c2", days_ago=20, dated_step=(4, "Friday at two, I bring the plan")),
        scored("c3", days_ago=1, recap=(3, "so, to sum up")),
    ]
    clip = best_moment(NEXT, calls, as_of=now)
    assert clip is not None
    assert (clip.call_id, clip.level, clip.note) == ("c2", 4, "Reason for dated_step.")


def test_a_level_of_two_is_no_best_moment(scored: Score, now: datetime) -> None:
    call = scored("c", days_ago=1, recap=(2, "right"))
    assert best_moment(NEXT, [call], as_of=now) is None


def test_other_skills_and_criteria_that_were_not_scored_give_no_clip(
    scored: Score, now: datetime
) -> None:
    call = scored("c", days_ago=1, open_questions=(1, "do you like it"), dated_step=None)
    assert moments(NEXT, [call], as_of=now) == ()


def test_no_moment_is_shown_twice(scored: Score, now: datetime) -> None:
    call = scored("c", days_ago=1, dated_step=(4, "Tuesday at ten"), recap=(3, "Tuesday at ten"))
    first = best_moment(NEXT, [call], as_of=now)
    assert first is not None
    assert best_moment(NEXT, [call], as_of=now, other_than=[first]) is None


def test_the_gap_stands_before_the_best_moment(scored: Score, now: datetime) -> None:
    calls = [
        scored("good", days_ago=1, dated_step=(4, "Tuesday at ten")),
        scored("weak", days_ago=9, dated_step=(0, "bye now")),
    ]
    assert [c.call_id for c in moments(NEXT, calls, as_of=now)] == ["weak", "good"]


def test_a_gap_says_what_would_have_been_better(scored: Score, now: datetime) -> None:
    said = scored("c", days_ago=1, better="Could we say Tuesday?", dated_step=(1, "soon then"))
    clip, plain = (
        gap_moment(NEXT, [call], as_of=now)
        for call in (said, scored("c", days_ago=1, dated_step=(1, "soon then")))
    )
    assert clip is not None
    assert plain is not None
    assert (clip.note, clip.better) == ("", "Could we say Tuesday?")
    assert (plain.note, plain.better) == ("Tip for dated_step.", "")


def test_a_quote_that_no_longer_stands_in_the_transcript_is_not_shown(
    scored: Score, now: datetime
) -> None:
    call = scored("c", days_ago=1, dated_step=(1, "let us talk soon"))
    turn = call.transcript.turns[0]
    revised = replace(call, transcript=Transcript((replace(turn, text="Something else."),)))
    shorter = replace(call, transcript=Transcript(()))
    assert gap_moment(NEXT, [revised], as_of=now) is None
    assert gap_moment(NEXT, [shorter], as_of=now) is None


@given(st.text(max_size=600), st.integers(2, 300))
def test_a_shortened_quote_is_the_beginning_of_what_was_said(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= max(limit, 0)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_a_quote_is_cut_after_a_whole_word() -> None:
    assert shorten("one two three four", 12) == "one two…"
    assert shorten("one two three four", 14) == "one two three…"
    assert shorten("exactly twelve", 14) == "exactly twelve"


def test_a_quote_of_one_endless_word_is_cut_inside_it() -> None:
    assert shorten("x" * 300) == "x" * 239 + "…"


def test_what_fell_short_again_and_again_is_counted_over_the_last_four_calls(
    scored: Score, say: Callable[[Phrase], str]
) -> None:
    levels = [4, 4, 1, 3, 0, 1]  # oldest first; the last four hold three
    calls = [
        scored(f"c{i}", days_ago=10 - i, dated_step=(level, f"quote {i}"))
        for i, level in enumerate(levels)
    ]
    gap = recurring_gap(NEXT, calls)
    assert gap is not None
    assert gap.often
    assert say(gap.said()) == (
        "on 3 of the last 4 calls there was room in “Agrees a dated next step”"
    )


def test_once_is_not_a_pattern(scored: Score) -> None:
    calls = [
        scored("c1", days_ago=3, dated_step=(1, "soon")),
        scored("c2", days_ago=2, dated_step=(3, "Tuesday at ten")),
    ]
    gap = recurring_gap(NEXT, calls)
    assert gap is not None
    assert not gap.often
    assert recurring_gap(DISCOVERY, calls) is None


def with_turns(scored: ScoredCall, *said: tuple[Side, str], at: tuple[int, ...]) -> ScoredCall:
    """The same call with these turns; its one score rests on the turns ``at``."""
    turns = tuple(Turn(i, side.value, 10.0 * i, 0.0, t, side) for i, (side, t) in enumerate(said))
    (score,) = scored.scorecard.criteria
    score = replace(score, evidence=tuple(Evidence(turns[i].text, i) for i in at))
    return replace(
        scored,
        transcript=replace(scored.transcript, turns=turns),
        scorecard=replace(scored.scorecard, criteria=(score,)),
    )


def test_a_moment_goes_before_a_call_on_which_there_was_none(scored: Score, now: datetime) -> None:
    nothing = with_turns(
        scored("nothing", days_ago=1, dated_step=(0, "hi"), better="Shall we say Tuesday?"),
        (Side.REP, "Good to see you."),
        (Side.BUYER, "You too."),
        (Side.REP, "Bye then."),
        at=(0, 2),
    )
    moment = scored("moment", days_ago=3, dated_step=(1, "soon then"))
    chosen = gap_moment(NEXT, [nothing, moment], as_of=now)
    alone = gap_moment(NEXT, [nothing], as_of=now)
    assert chosen is not None
    assert alone is not None
    assert (chosen.call_id, chosen.whole_call) == ("moment", False)
    assert (alone.call_id, alone.whole_call) == ("nothing", True)
    assert alone.note == "Reason for dated_step."
    assert alone.better == "Shall we say Tuesday?"


def test_a_gap_shows_the_buyers_words_that_it_answers(scored: Score, now: datetime) -> None:
    call = with_turns(
        scored("c", days_ago=1, dated_step=(2, "hm")),
        (Side.BUYER, "Your number is too high."),
        (Side.REP, "How does that sound?"),
        (Side.BUYER, "Not good."),
        at=(1, 2, 0),
    )
    clip = gap_moment(NEXT, [call], as_of=now)
    assert clip is not None
    assert (clip.quote, clip.turn_index) == ("Your number is too high.", 0)
