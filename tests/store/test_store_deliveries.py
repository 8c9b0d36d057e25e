from domain.webhooks import DeliveryState
from store.database import SqlDatabase
from tests.store.conftest import Clock
from tests.store.samples import LOST_AT_ONCE, MANY, MOMENT, ONE, a_delivery, days


def test_a_kept_delivery_is_claimed_byte_for_byte(database: SqlDatabase) -> None:
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        assert [claimed.item for claimed in tx.deliveries.claim(MANY)] == [a_delivery()]


def test_repeats_inside_a_batch_and_of_kept_ones_are_not_new(database: SqlDatabase) -> None:
    assert database.keep_deliveries([a_delivery("a"), a_delivery("b"), a_delivery("a")]) == 2
    assert database.keep_deliveries([a_delivery("b"), a_delivery("c"), a_delivery("c")]) == 1
    with database.read() as tx:
        assert tx.deliveries.count_by_state() == {"new": 3}


def test_keeping_nothing_is_keeping_none(database: SqlDatabase) -> None:
    assert database.keep_deliveries([]) == 0


def test_the_same_key_of_another_provider_is_another_delivery(database: SqlDatabase) -> None:
    assert database.keep_deliveries([a_delivery(), a_delivery(provider="aircall")]) == 2


def test_add_new_counts_like_keep_deliveries(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.deliveries.add_new([a_delivery("a"), a_delivery("a")]) == 1
        assert tx.deliveries.add_new([a_delivery("a"), a_delivery("b")]) == 1
        assert tx.deliveries.add_new([]) == 0


def test_a_repeat_of_a_finished_delivery_does_not_make_it_due(database: SqlDatabase) -> None:
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        assert tx.deliveries.done(tx.deliveries.claim(ONE)[0])
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        assert tx.deliveries.claim(ONE) == []


def test_the_oldest_is_claimed_first(database: SqlDatabase) -> None:
    for key in ("z", "a", "m"):
        database.keep_deliveries([a_delivery(key)])
    with database.write() as tx:
        assert [tx.deliveries.claim(ONE)[0].item.key for _ in range(3)] == ["z", "a", "m"]


def test_a_quarantined_delivery_waits_for_a_replay(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.deliveries.quarantine(a_delivery(), "no field uuid")
        assert tx.deliveries.claim(ONE) == []
        assert tx.deliveries.list()[0].error == "no field uuid"
        assert tx.deliveries.replay("zoom", "k1")
        assert tx.deliveries.claim(ONE)[0].item == a_delivery()


def test_a_known_delivery_is_not_quarantined_over(database: SqlDatabase) -> None:
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        tx.deliveries.quarantine(a_delivery(), "odd")
        assert tx.deliveries.count_by_state() == {"new": 1}


def test_replaying_what_is_not_there_says_so(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert not tx.deliveries.replay("zoom", "never seen")


def test_a_dead_delivery_is_replayed_with_all_its_attempts(database: SqlDatabase) -> None:
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        assert tx.deliveries.dead(tx.deliveries.claim(ONE)[0], "unreadable")
        tx.deliveries.replay("zoom", "k1")
        assert tx.deliveries.claim(ONE)[0].attempts == 1


def test_a_given_back_delivery_is_due_after_its_wait(database: SqlDatabase, clock: Clock) -> None:
    database.keep_deliveries([a_delivery("a: waits"), a_delivery("b: is due")])
    with database.write() as tx:
        waits, due = tx.deliveries.claim(MANY)
        assert tx.deliveries.retry(waits, after_s=600, error="busy")
        assert tx.deliveries.retry(due, after_s=0, error="busy")
        assert [(c.item.key, c.attempts) for c in tx.deliveries.claim(MANY)] == [("b: is due", 2)]


def test_waiting_ends_by_the_given_clock_on_sqlite(sqlite_url: str, clock: Clock) -> None:
    database = SqlDatabase(sqlite_url, clock=clock)
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        tx.deliveries.retry(tx.deliveries.claim(ONE)[0], after_s=600, error="busy")
        clock.go_on(599)
        assert tx.deliveries.claim(ONE) == []
        clock.go_on(1)
        assert len(tx.deliveries.claim(ONE)) == 1
    database.dispose()


def test_a_finished_delivery_cannot_be_ended_twice(database: SqlDatabase) -> None:
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        claimed = tx.deliveries.claim(ONE)[0]
        assert tx.deliveries.done(claimed)
        assert not tx.deliveries.dead(claimed, "late")
        assert tx.deliveries.count_by_state() == {"done": 1}


def test_a_lost_lease_ends_nothing(database: SqlDatabase) -> None:
    database.keep_deliveries([a_delivery()])
    with database.write() as tx:
        paused = tx.deliveries.claim(LOST_AT_ONCE)[0]
        successor = tx.deliveries.claim(ONE)[0]
        assert not tx.deliveries.done(paused)
        assert not tx.deliveries.retry(paused, after_s=0, error="late")
        assert not tx.deliveries.dead(paused, "late")
        assert tx.deliveries.done(successor)


def test_deliveries_are_listed_newest_first_by_state(database: SqlDatabase) -> None:
    for n, key in enumerate("abc"):
        database.keep_deliveries([a_delivery(key, received_at=MOMENT + days(n))])
    with database.write() as tx:
        tx.deliveries.done(tx.deliveries.claim(ONE)[0])
        of = tx.deliveries.list
        assert [r.delivery.key for r in of()] == ["c", "b", "a"]
        assert [r.delivery.key for r in of(limit=1)] == ["c"]
        assert [r.delivery.key for r in of(states=[DeliveryState.DONE])] == ["a"]
