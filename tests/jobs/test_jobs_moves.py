"""Why a number moved: the parts add up to the move, to the tenth that is shown."""

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.calls import CallId
from domain.people import PersonId
from domain.rubrics import SkillId
from domain.skills import MoveCause, ProfileMove
from domain.wording import move_cause, signed_tenths
from jobs.moves import Why, why_moved
from tests.jobs.conftest import NewHouse
from tests.jobs.fakes import ANA, NEXT_STEPS, NOW, House

PAIR = (ANA.id, NEXT_STEPS)


def a_move(
    days_ago: float,
    before: float | None,
    after: float | None,
    cause: MoveCause = MoveCause.CALL,
    *,
    call: str | None = "c1",
    calls: int = 9,
) -> ProfileMove:
    return ProfileMove(
        rep_id=PersonId(ANA.id),
        skill_id=SkillId(NEXT_STEPS),
        at=NOW - timedelta(days=days_ago),
        cause=cause,
        call_id=CallId(call) if call else None,
        before=before,
        after=after,
        standard_error=3.0,
        calls=calls,
        basis="fit 1, rules x",
    )


def why(house: House, *moves: ProfileMove, since: datetime | None = None) -> Why | None:
    with house.database.write() as tx:
        for move in moves:
            tx.profiles.note(move)
        return why_moved(tx, PAIR, since or NOW - timedelta(days=30))


def test_what_moved_a_level_is_told_by_cause_and_call(house: House) -> None:
    found = why(
        house,
        a_move(40, 50.0, 60.0),
        a_move(20, 60.0, 63.04, call="c2"),
        a_move(10, 63.04, 62.0, MoveCause.BASIS, call=None),
        a_move(5, 62.0, 61.5, MoveCause.CALL_AGAIN, call="c2"),
        a_move(1, 61.5, 66.0, call="c3"),
    )
    assert found is not None
    assert (found.since, found.before, found.after) == (NOW - timedelta(days=40), 600, 660)
    assert [(p.cause, p.tenths) for p in found.parts] == [
        (MoveCause.CALL, 75),
        (MoveCause.CALL_AGAIN, -5),
        (MoveCause.BASIS, -10),
    ]
    assert found.parts[0].calls == ((CallId("c2"), 30), (CallId("c3"), 45))


def test_a_figure_that_appeared_lately_is_followed_from_its_first_publication(
    house: House,
) -> None:
    found = why(
        house,
        a_move(9, None, 58.0, calls=1),
        a_move(8, 58.0, 59.0, calls=2),
        a_move(7, 59.0, 60.0, calls=3),
        a_move(6, 60.0, 61.0, calls=4),
    )
    assert found is not None
    assert (found.before, found.after) == (600, 610)


def test_nothing_is_said_while_there_are_too_few_calls(house: House) -> None:
    assert why(house, a_move(9, None, 58.0, calls=1), a_move(8, 58.0, 59.0, calls=2)) is None


def test_without_a_record_there_is_nothing_to_say(house: House) -> None:
    assert why(house) is None


def test_a_figure_that_did_not_move_has_no_parts(house: House) -> None:
    found = why(house, a_move(60, 50.0, 60.0))
    assert found is not None
    assert (found.before, found.after, found.parts) == (600, 600, ())


@given(levels=st.lists(st.floats(0, 100), min_size=2, max_size=12), data=st.data())
def test_the_parts_always_add_up(
    new_house: NewHouse, levels: list[float], data: st.DataObject
) -> None:
    moves = [
        a_move(20 - n, a, b, data.draw(st.sampled_from(MoveCause)), call=f"c{n % 3}")
        for n, (a, b) in enumerate(pairwise(levels))
    ]
    found = why(new_house(), a_move(50, None, levels[0]), *moves)
    assert found is not None
    assert found.after - found.before == sum(p.tenths for p in found.parts)
    for part in found.parts:
        assert part.tenths == sum(tenths for _, tenths in part.calls)


def test_moves_are_worded_for_people() -> None:
    assert signed_tenths(34) == "+3.4"
    assert signed_tenths(-2) == "−0.2"
    assert signed_tenths(0) == "0.0"
    assert move_cause(MoveCause.CALL, 1) == "1 new call"
    assert move_cause(MoveCause.CALL_AGAIN, 2) == "2 calls scored again"
    assert len({move_cause(cause, 2) for cause in MoveCause}) == len(MoveCause)
