from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.exc import StatementError

from domain.calls import Transcript, Turn
from domain.ports import CallFilter
from store.columns import scrubbed
from store.database import SqlDatabase
from tests.store.samples import MOMENT, a_call, a_card, a_delivery

HOSTILE = "a\x00b\ud800c\udfff"
json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


def test_nul_and_lone_surrogates_are_taken_out_of_text_however_deep() -> None:
    value = {HOSTILE: [HOSTILE, (HOSTILE, 1, None)]}
    assert scrubbed(value) == {"abc": ["abc", ["abc", 1, None]]}


@given(json_values)
def test_scrubbing_twice_changes_nothing_more(value: object) -> None:
    assert scrubbed(scrubbed(value)) == scrubbed(value)


def test_emoji_are_no_lone_surrogates() -> None:
    assert scrubbed("🙂") == "🙂"


def test_hostile_text_is_stored_and_found_again(database: SqlDatabase) -> None:
    call = a_call(title=HOSTILE, provider_ref=HOSTILE)
    with database.write() as tx:
        tx.calls.put(call)
        tx.calls.put_transcript(call.id, Transcript((Turn(0, HOSTILE, 0, 1, HOSTILE),)))
        tx.scorecards.add_if_new(a_card(summary=HOSTILE))
    with database.read() as tx:
        found = tx.calls.by_ref("zoom", HOSTILE)
        transcript, card = tx.calls.transcript(call.id), tx.scorecards.latest(call.id)
    assert found is not None
    assert transcript is not None
    assert card is not None
    turn = transcript.turns[0]
    assert [found.title, turn.text, turn.speaker, card.summary] == ["abc"] * 4


def test_a_hostile_delivery_key_is_recognised_when_it_comes_again(database: SqlDatabase) -> None:
    assert database.keep_deliveries([a_delivery(HOSTILE)]) == 1
    assert database.keep_deliveries([a_delivery(HOSTILE)]) == 0


def test_a_moment_of_any_zone_comes_back_as_the_same_moment_in_utc(database: SqlDatabase) -> None:
    elsewhere = MOMENT.astimezone(timezone(timedelta(hours=-9, minutes=-30)))
    with database.write() as tx:
        tx.calls.put(a_call(started_at=elsewhere))
    with database.read() as tx:
        found = tx.calls.list(CallFilter())[0].started_at
    assert (found, found.utcoffset()) == (MOMENT, timedelta(0))


def test_a_naive_moment_is_refused(database: SqlDatabase) -> None:
    with pytest.raises(StatementError, match="without a time zone"), database.write() as tx:
        tx.calls.put(a_call(started_at=datetime(2026, 1, 1)))  # noqa: DTZ001 - what is refused
