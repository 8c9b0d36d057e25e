from datetime import timedelta

from domain.calls import CallId, CallState
from domain.ports import ClaimTerms
from store.database import SqlDatabase
from store.leases import MAX_ATTEMPTS
from tests.store.samples import MANY, MOMENT, a_call, a_card


def test_a_scorecard_comes_back_as_it_was(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        assert tx.scorecards.add_if_new(a_card())
        assert tx.scorecards.latest(CallId("c1")) == a_card()


def test_the_first_scorecard_of_a_version_stays(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.scorecards.add_if_new(a_card())
        assert not tx.scorecards.add_if_new(a_card(overall=10.0))
        assert tx.scorecards.latest(CallId("c1")) == a_card()


def test_the_highest_version_is_the_latest(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.calls.put(a_call("c2"))
        for card in (a_card(version=2, overall=None), a_card(version=1), a_card("c2")):
            assert tx.scorecards.add_if_new(card)
        ids = [CallId("c1"), CallId("c2"), CallId("unknown")]
        assert tx.scorecards.latest_of(ids) == {
            "c1": a_card(version=2, overall=None),
            "c2": a_card("c2"),
        }


def test_a_call_without_scorecard_has_none(database: SqlDatabase) -> None:
    with database.read() as tx:
        assert tx.scorecards.latest(CallId("c1")) is None
        assert tx.scorecards.latest_of([]) == {}


def test_a_calls_scorecards_are_removed_and_no_others(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.calls.put(a_call("c2"))
        for card in (a_card(version=1), a_card(version=2), a_card("c2")):
            tx.scorecards.add_if_new(card)
        tx.scorecards.remove(CallId("c1"))
        assert tx.scorecards.latest(CallId("c1")) is None
        assert tx.scorecards.latest(CallId("c2")) == a_card("c2")


def test_a_score_outlives_a_call_that_wore_out_while_it_was_scored_again(
    database: SqlDatabase,
) -> None:
    with database.write() as tx:
        tx.calls.put(a_call("c1", version=2))
        tx.calls.put(a_call("c2"))
        tx.scorecards.add_if_new(a_card("c1"))
        for _ in range(MAX_ATTEMPTS):
            tx.calls.claim_ready(ClaimTerms(limit=2, lease_s=0.0))
        assert list(tx.calls.claim_ready(MANY)) == []
        calls = [tx.calls.get(CallId(call_id)) for call_id in ("c1", "c2")]
    assert [call and (call.state, call.error) for call in calls] == [
        (CallState.SCORED, "gave up after 8 attempts; the last: ended without a word"),
        (CallState.DEAD, "gave up after 8 attempts; the last: ended without a word"),
    ]


def test_a_scorecard_is_replaced_where_a_person_changed_it(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.scorecards.add_if_new(a_card(version=1))
        tx.scorecards.add_if_new(a_card(version=2))
        tx.scorecards.put(a_card(version=2, overall=12.5))
        assert tx.scorecards.latest(CallId("c1")) == a_card(version=2, overall=12.5)


def test_a_call_was_first_scored_when_its_oldest_scorecard_was_made(database: SqlDatabase) -> None:
    later = MOMENT + timedelta(days=3)
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.scorecards.add_if_new(a_card(version=2, created_at=later))
        tx.scorecards.add_if_new(a_card(version=1))
        ids = [CallId("c1"), CallId("unknown")]
        assert tx.scorecards.first_made(ids) == {"c1": MOMENT}
        assert tx.scorecards.first_made([]) == {}
