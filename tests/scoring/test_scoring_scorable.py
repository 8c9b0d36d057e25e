"""When a call is kept and not scored, and the first reason why."""

from dataclasses import replace

from domain.calls import NotScorable, Side, Transcript, Turn
from scoring.scorable import why_not_scorable
from scoring.sides import Sided

CALL = Transcript(
    (
        Turn(0, "Ana", 0.0, 60.0, "word " * 60, Side.REP),
        Turn(1, "Sam", 60.0, 130.0, "word " * 5, Side.BUYER),
    )
)
SIDED = Sided(CALL, (), None, None, ("Ana",), None)


def why(sided: Sided = SIDED, *, duration_s: float = 0.0) -> NotScorable | None:
    return why_not_scorable(
        sided.transcript, sided, duration_s=duration_s, min_call_s=120.0, min_rep_words=60
    )


def test_a_call_that_meets_both_limits_is_scorable() -> None:
    assert why() is None


def test_no_turns_come_before_every_other_reason() -> None:
    empty = replace(SIDED, transcript=Transcript(()), not_scorable=NotScorable.NO_REP)
    assert why(empty) is NotScorable.EMPTY_TRANSCRIPT


def test_attribution_comes_before_length() -> None:
    assert why(replace(SIDED, not_scorable=NotScorable.NO_REP)) is NotScorable.NO_REP


def test_a_call_under_the_limit_is_too_short() -> None:
    short = replace(CALL, turns=CALL.turns[:1])
    assert why(replace(SIDED, transcript=short)) is NotScorable.TOO_SHORT
    assert why(replace(SIDED, transcript=short), duration_s=119.9) is NotScorable.TOO_SHORT
    assert why(replace(SIDED, transcript=short), duration_s=120.0) is None


def test_one_word_too_few_of_the_rep_is_too_little() -> None:
    turns = (replace(CALL.turns[0], text="word " * 59), CALL.turns[1])
    quiet = replace(SIDED, transcript=replace(CALL, turns=turns))
    assert why(quiet) is NotScorable.TOO_LITTLE_REP_SPEECH
