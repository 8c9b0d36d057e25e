from datetime import UTC, datetime

import pytest

from domain.effects import Effect, EffectId, EffectKind, EffectState, Queue
from domain.ports import ClaimTerms
from store.database import SqlDatabase
from store.outbox import kinds_of
from tests.store.conftest import Clock
from tests.store.samples import LOST_AT_ONCE, MANY, ONE, an_effect

CRM = [EffectKind.CRM_DEAL]
END_STATES = [s for s in EffectState if s is not EffectState.PENDING]


def test_an_effect_is_kept_once_for_each_key(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.outbox.add_if_new(an_effect())
        assert not tx.outbox.add_if_new(an_effect())
        assert [r.effect for r in tx.outbox.list()] == [an_effect()]


def test_an_effect_is_unknown_until_it_is_kept(database: SqlDatabase) -> None:
    with database.read() as tx:
        assert tx.outbox.get("crm:d1") is None


def test_only_the_asked_kinds_are_claimed(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect("a"))
        tx.outbox.add_if_new(an_effect("b", EffectKind.SLACK_AGENDA))
        found = tx.outbox.claim(kinds_of(Queue.DELIVER), MANY)
        assert [claimed.item.effect.key for claimed in found] == ["b"]


def test_every_kind_has_exactly_one_queue() -> None:
    kinds = [kind for queue in Queue for kind in kinds_of(queue)]
    assert sorted(kinds) == sorted(EffectKind)


def test_a_try_is_noted_before_it_happens(sqlite_url: str, clock: Clock) -> None:
    database = SqlDatabase(sqlite_url, clock=clock)
    created, first = clock.now, clock.now + 10
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect())
        clock.go_on(10)
        assert tx.outbox.claim(CRM, LOST_AT_ONCE)[0].item.first_try_at is None
        clock.go_on(5)
        again = tx.outbox.claim(CRM, ONE)[0].item
        kept = tx.outbox.get("crm:d1")
    database.dispose()
    assert kept is not None
    assert again.created_at == datetime.fromtimestamp(created, UTC)
    assert (again.first_try_at, again.last_try_at) == (datetime.fromtimestamp(first, UTC),) * 2
    assert kept.first_try_at == datetime.fromtimestamp(first, UTC)
    assert kept.last_try_at == datetime.fromtimestamp(first + 5, UTC)


@pytest.mark.parametrize("state", END_STATES)
def test_an_effect_ends_with_its_remote_id_or_error(
    database: SqlDatabase, state: EffectState
) -> None:
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect())
        claimed = tx.outbox.claim(CRM, ONE)[0]
        assert tx.outbox.settle(claimed, state, remote_id="r1", error="why")
        record = tx.outbox.get("crm:d1")
        assert tx.outbox.claim(CRM, ONE) == []
    assert record is not None
    assert (record.state, record.remote_id, record.error, record.attempts) == (
        state,
        "r1",
        "why",
        1,
    )


def test_a_lost_lease_settles_nothing(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect())
        paused = tx.outbox.claim(CRM, LOST_AT_ONCE)[0]
        successor = tx.outbox.claim(CRM, ONE)[0]
        assert not tx.outbox.settle(paused, EffectState.DEAD)
        assert not tx.outbox.retry(paused, after_s=0, error="late")
        assert tx.outbox.settle(successor, EffectState.SENT)


def test_an_effect_given_back_is_due_again_after_its_wait(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect())
        assert tx.outbox.retry(tx.outbox.claim(CRM, ONE)[0], after_s=0, error="busy")
        again = tx.outbox.claim(CRM, ONE)[0]
        assert (again.attempts, again.item.error) == (2, "busy")
        assert tx.outbox.retry(again, after_s=600, error="busy")
        assert tx.outbox.claim(CRM, ONE) == []


def test_a_request_of_a_new_key_is_due(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.outbox.request(an_effect())
        assert tx.outbox.claim(CRM, ONE)[0].attempts == 1


@pytest.mark.parametrize("state", END_STATES)
def test_a_request_makes_an_ended_effect_due_with_the_newest_payload(
    database: SqlDatabase, state: EffectState
) -> None:
    newer = Effect(kind=EffectKind.CRM_DEAL, key="crm:d1", payload={"deal_id": "d2"})
    with database.write() as tx:
        tx.outbox.request(an_effect())
        tx.outbox.settle(tx.outbox.claim(CRM, ONE)[0], state)
        tx.outbox.request(newer)
        again = tx.outbox.claim(CRM, ONE)
    assert [claimed.item.effect for claimed in again] == [newer]


def test_many_requests_before_it_is_sent_are_one(database: SqlDatabase) -> None:
    with database.write() as tx:
        for _ in range(5):
            tx.outbox.request(an_effect())
        tx.outbox.settle(tx.outbox.claim(CRM, ONE)[0], EffectState.SENT)
        assert tx.outbox.claim(CRM, ONE) == []


def test_a_request_while_it_is_being_sent_stays_due_and_is_not_sent_twice_at_once(
    database: SqlDatabase,
) -> None:
    with database.write() as tx:
        tx.outbox.request(an_effect())
        sending = tx.outbox.claim(CRM, ONE)[0]
        tx.outbox.request(an_effect())
        assert tx.outbox.claim(CRM, ONE) == []
        assert tx.outbox.settle(sending, EffectState.SENT, remote_id="r1")
        record = tx.outbox.get("crm:d1")
        assert record is not None
        assert (record.state, record.remote_id) == (EffectState.PENDING, "r1")
        tx.outbox.settle(tx.outbox.claim(CRM, ONE)[0], EffectState.SENT)
        assert tx.outbox.claim(CRM, ONE) == []


def test_a_remote_id_stays_when_a_later_sending_has_none(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.outbox.request(an_effect())
        tx.outbox.settle(tx.outbox.claim(CRM, ONE)[0], EffectState.SENT, remote_id="r1")
        tx.outbox.request(an_effect())
        tx.outbox.settle(tx.outbox.claim(CRM, ONE)[0], EffectState.SENT)
        record = tx.outbox.get("crm:d1")
    assert record is not None
    assert record.remote_id == "r1"


@pytest.mark.parametrize("state", [EffectState.PARKED, EffectState.SKIPPED, EffectState.DEAD])
def test_a_replayed_effect_is_due_and_known_to_have_been_tried(
    database: SqlDatabase, state: EffectState
) -> None:
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect())
        tx.outbox.claim(CRM, LOST_AT_ONCE)
        tx.outbox.claim(CRM, LOST_AT_ONCE)
        claimed = tx.outbox.claim(CRM, ONE)[0]
        tx.outbox.settle(claimed, state, error="why")
        assert tx.outbox.replay(claimed.item.id)
        again = tx.outbox.claim(CRM, ONE)[0]
    assert (again.attempts, again.tried_before, again.item.error) == (2, True, None)


def test_what_is_sent_pending_or_unknown_is_not_replayed(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect())
        record = tx.outbox.get("crm:d1")
        assert record is not None
        assert not tx.outbox.replay(record.id)
        tx.outbox.settle(tx.outbox.claim(CRM, ONE)[0], EffectState.SENT)
        assert not tx.outbox.replay(record.id)
        assert not tx.outbox.replay(EffectId(999))


def test_effects_are_listed_newest_first_and_counted(database: SqlDatabase) -> None:
    with database.write() as tx:
        for key in "abc":
            tx.outbox.add_if_new(an_effect(key))
        tx.outbox.add_if_new(an_effect("d", EffectKind.SLACK_AGENDA))
        tx.outbox.settle(tx.outbox.claim(CRM, ONE)[0], EffectState.SENT)
        assert [r.effect.key for r in tx.outbox.list(limit=3)] == ["d", "c", "b"]
        assert [r.effect.key for r in tx.outbox.list(states=[EffectState.SENT])] == ["a"]
        assert tx.outbox.count_by_state() == {
            "crm.deal:sent": 1,
            "crm.deal:pending": 2,
            "slack.agenda:pending": 1,
        }


def at(crm: str, key: str, kind: EffectKind = EffectKind.CRM_DEAL) -> Effect:
    return Effect(kind=kind, key=key, payload={"crm": crm, "deal_id": key})


def test_what_is_due_at_one_crm_waits_and_nothing_else(database: SqlDatabase) -> None:
    with database.write() as tx:
        for key in ("held", "late", "due"):
            tx.outbox.add_if_new(at("zoho", key))
        (held, late) = tx.outbox.claim(CRM, ClaimTerms(2, 300.0, asked_at=0.0))
        assert tx.outbox.retry(late, after_s=9_000, error="later still")
        tx.outbox.add_if_new(at("hubspot", "elsewhere"))
        tx.outbox.add_if_new(at("zoho", "look", EffectKind.CRM_LOOK))
        tx.outbox.add_if_new(at("zoho", "call", EffectKind.CRM_CALL))
        assert tx.outbox.postpone("zoho", [*CRM, EffectKind.CRM_CALL], after_s=60, why="limit") == 2
        errors = {key: row.error for key in ("held", "late", "due") if (row := tx.outbox.get(key))}
        assert errors == {"held": None, "late": "later still", "due": "limit"}
        every = [*CRM, EffectKind.CRM_CALL, EffectKind.CRM_LOOK]
        assert {c.item.effect.key for c in tx.outbox.claim(every, MANY)} == {"elsewhere", "look"}
        assert tx.outbox.settle(held, EffectState.SENT)


def test_what_was_let_wait_is_due_again_in_time_with_all_its_tries(
    sqlite_url: str, clock: Clock
) -> None:
    database = SqlDatabase(sqlite_url, clock=clock)
    with database.write() as tx:
        tx.outbox.add_if_new(at("zoho", "due"))
        tx.outbox.postpone("zoho", CRM, after_s=60, why="limit")
        clock.go_on(59)
        assert tx.outbox.claim(CRM, MANY) == []
        clock.go_on(1)
        assert [c.attempts for c in tx.outbox.claim(CRM, MANY)] == [1]
    database.dispose()
