from dataclasses import replace

import pytest

from domain.calls import Call, CallId, CallState, NotScorable, Transcript
from domain.deals import DealRef
from domain.errors import StoreConflict
from domain.ports import CallFilter
from domain.usage import NOTHING, Usage
from store.database import SqlDatabase
from tests.store.samples import (
    ANA,
    BEN,
    LOST_AT_ONCE,
    MANY,
    MOMENT,
    ONE,
    a_call,
    a_transcript,
    days,
)

BARE = a_call(
    "bare",
    participants=(),
    deal=None,
    rep_id=None,
    rep_reason=None,
    host_email=None,
    deal_reason=None,
    recording_url=None,
)
SKIPPED = a_call("s", state=CallState.SKIPPED, not_scorable=NotScorable.TOO_SHORT, error="short")


@pytest.mark.parametrize("call", [a_call(), BARE, SKIPPED], ids=["full", "bare", "skipped"])
def test_a_call_comes_back_as_it_was(database: SqlDatabase, call: Call) -> None:
    with database.write() as tx:
        tx.calls.put(call)
    with database.read() as tx:
        assert tx.calls.get(call.id) == call


def test_an_unknown_call_is_none(database: SqlDatabase) -> None:
    with database.read() as tx:
        assert tx.calls.get(CallId("?")) is None
        assert tx.calls.by_ref("zoom", "?") is None
        assert tx.calls.transcript(CallId("?")) is None


def test_put_replaces_facts_but_never_the_identity_at_the_source(database: SqlDatabase) -> None:
    moved = a_call(title="Acme: demo", version=2, provider="teams", provider_ref="other")
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.calls.put(moved)
        assert tx.calls.get(moved.id) == replace(moved, provider="zoom", provider_ref="ref-c1")


def test_put_leaves_a_claim_alone(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        claimed = tx.calls.claim_ready(ONE)[0]
        tx.calls.put(a_call(title="new title"))
        assert tx.calls.claim_ready(ONE) == []
        assert tx.calls.settle(claimed, CallState.SCORED)


def test_two_calls_of_one_identity_are_a_conflict(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call("c1", provider_ref="same"))
    with pytest.raises(StoreConflict), database.write() as tx:
        tx.calls.put(a_call("c2", provider_ref="same"))


def test_a_transcript_is_replaced(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.calls.put_transcript(CallId("c1"), Transcript(()))
        tx.calls.put_transcript(CallId("c1"), a_transcript())
        assert tx.calls.transcript(CallId("c1")) == a_transcript()


def test_settling_moves_a_call_on_with_its_reason(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        claimed = tx.calls.claim_ready(ONE)[0]
        assert claimed.item == a_call()
        assert tx.calls.settle(
            claimed, CallState.SKIPPED, not_scorable=NotScorable.NO_REP, error="nobody"
        )
        moved = replace(
            a_call(), state=CallState.SKIPPED, not_scorable=NotScorable.NO_REP, error="nobody"
        )
        assert tx.calls.get(CallId("c1")) == moved


def test_a_lost_lease_settles_nothing(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        paused = tx.calls.claim_ready(LOST_AT_ONCE)[0]
        successor = tx.calls.claim_ready(ONE)[0]
        assert not tx.calls.settle(paused, CallState.DEAD, error="late")
        assert not tx.calls.retry(paused, after_s=0, error="late")
        assert tx.calls.settle(successor, CallState.SCORED)


def test_a_revised_call_is_not_settled_by_who_scored_the_old_version(
    database: SqlDatabase,
) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        old = tx.calls.claim_ready(ONE)[0]
        tx.calls.put(a_call(version=2))
        assert not tx.calls.settle(old, CallState.SCORED)
        assert tx.calls.count_by_state() == {"ready": 1}


def test_a_call_made_due_is_claimed_at_once_and_its_holder_is_out(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        holder = tx.calls.claim_ready(ONE)[0]
        tx.calls.make_due(CallId("c1"))
        assert not tx.calls.settle(holder, CallState.SCORED)
        assert tx.calls.claim_ready(ONE)[0].attempts == 1


def test_a_call_made_due_does_not_wait_any_longer(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.calls.retry(tx.calls.claim_ready(ONE)[0], after_s=3600, error="busy")
        assert tx.calls.claim_ready(ONE) == []
        tx.calls.make_due(CallId("c1"))
        assert len(tx.calls.claim_ready(ONE)) == 1


def test_a_call_that_becomes_ready_starts_with_all_its_attempts(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call(state=CallState.WAITING))
        found = tx.calls.claim_waiting(ONE, ended_before=MOMENT + days(1))[0]
        tx.calls.settle(found, CallState.READY)
        assert tx.calls.claim_ready(ONE)[0].attempts == 1


def test_what_vain_tries_used_adds_up_until_the_call_is_scored(database: SqlDatabase) -> None:
    used = Usage(requests=1, prompt_tokens=900, cost=0.5)
    with database.write() as tx:
        tx.calls.put(a_call(state=CallState.READY))
        assert tx.calls.spent(CallId("c1")) == NOTHING
        tx.calls.spend(CallId("c1"), used)
        tx.calls.spend(CallId("c1"), used)
    with database.write() as tx:
        assert tx.calls.spent(CallId("c1")) == used + used
        tx.calls.put(a_call(state=CallState.READY, title="Renamed"))
        assert tx.calls.spent(CallId("c1")) == used + used
        (claimed,) = tx.calls.claim_ready(ONE)
        tx.calls.settle(claimed, CallState.SCORED)
        assert tx.calls.spent(CallId("c1")) == NOTHING


def test_another_version_of_a_call_has_its_own_budget(database: SqlDatabase) -> None:
    used = Usage(requests=1, prompt_tokens=900)
    with database.write() as tx:
        tx.calls.put(a_call(state=CallState.DEAD))
        tx.calls.spend(CallId("c1"), used)
        tx.calls.put(a_call(state=CallState.READY, version=2))
        assert tx.calls.spent(CallId("c1")) == NOTHING
        tx.calls.spend(CallId("c1"), used)
        tx.calls.put(a_call(state=CallState.READY, version=2, title="Renamed"))
        assert tx.calls.spent(CallId("c1")) == used


def test_ready_calls_are_claimed_by_start(database: SqlDatabase) -> None:
    with database.write() as tx:
        for call_id, age in (("a", 1), ("b", 3), ("c", 2)):
            tx.calls.put(a_call(call_id, started_at=MOMENT - days(age)))
        assert [claimed.row_id for claimed in tx.calls.claim_ready(MANY)] == ["b", "c", "a"]


def test_only_calls_that_ended_before_are_claimed_as_waiting(database: SqlDatabase) -> None:
    with database.write() as tx:
        for call_id, duration_s in (("short", 600.0), ("long", 7200.0)):
            tx.calls.put(a_call(call_id, state=CallState.WAITING, duration_s=duration_s))
        tx.calls.put(a_call("ready"))
        found = tx.calls.claim_waiting(MANY, ended_before=MOMENT + days(1 / 24))
    assert [claimed.row_id for claimed in found] == ["short"]


def test_calls_are_listed_newest_first(database: SqlDatabase) -> None:
    with database.write() as tx:
        for n in range(3):
            tx.calls.put(a_call(f"c{n}", started_at=MOMENT + days(n)))
        assert [c.id for c in tx.calls.list(CallFilter(limit=2))] == ["c2", "c1"]


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        (CallFilter(), {"ana", "ben", "old", "dead"}),
        (CallFilter(rep_ids=(BEN,)), {"ben"}),
        (CallFilter(rep_ids=()), set()),
        (CallFilter(rep_ids=(ANA, BEN), states=(CallState.READY,)), {"ana", "ben", "old"}),
        (CallFilter(states=(CallState.DEAD, CallState.SCORED)), {"dead"}),
        (CallFilter(since=MOMENT), {"ana", "ben", "dead"}),
        (CallFilter(until=MOMENT), {"old"}),
        (CallFilter(deal=DealRef("hubspot", "d2")), {"ben"}),
        (CallFilter(deal=DealRef("salesforce", "d2")), set()),
    ],
)
def test_calls_are_filtered(database: SqlDatabase, which: CallFilter, expected: set[str]) -> None:
    with database.write() as tx:
        tx.calls.put(a_call("ana"))
        tx.calls.put(a_call("ben", rep_id=BEN, deal=DealRef("hubspot", "d2")))
        tx.calls.put(a_call("old", started_at=MOMENT - days(1)))
        tx.calls.put(a_call("dead", state=CallState.DEAD, error="broken"))
        assert {call.id for call in tx.calls.list(which)} == expected


def test_calls_are_counted_by_state_and_skipped_ones_by_reason(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.calls.put(a_call("a"))
        tx.calls.put(a_call("b"))
        tx.calls.put(SKIPPED)
        assert tx.calls.count_by_state() == {"ready": 2, "skipped:too_short": 1}


def test_linking_a_deal_touches_nothing_else(database: SqlDatabase) -> None:
    linked = DealRef("salesforce", "006")
    with database.write() as tx:
        tx.calls.put(a_call())
        tx.calls.link(CallId("c1"), deal=linked, reason="only one open")
        expected = replace(a_call(), deal=linked, deal_reason="only one open")
        assert tx.calls.get(CallId("c1")) == expected
        tx.calls.link(CallId("c1"), deal=None, reason="no open deal")
        assert tx.calls.get(CallId("c1")) == replace(
            expected, deal=None, deal_reason="no open deal"
        )
