"""Sent messages, acts, and what waits for a digest."""

from datetime import UTC, datetime, timedelta

from domain.attention import CAP, DigestItem, Preferences, SentMessage, Wishes
from domain.effects import Effect, EffectKind
from domain.people import PersonId
from store.database import SqlDatabase

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
CALL, TIER = EffectKind.SLACK_CALL_SCORED, EffectKind.SLACK_TIER_CHANGE
ANA, BEN = PersonId("ana"), PersonId("ben")


def message(
    key: str = "k1", remote_id: str = "D1:1", to: PersonId = ANA, at: datetime = NOW
) -> SentMessage:
    return SentMessage(key=key, kind=CALL, to=to, sent_at=at, remote_id=remote_id)


def item(key: str, to: PersonId = ANA) -> DigestItem:
    return DigestItem(key=key, kind=CALL, to=to, at=NOW, because=CAP)


def test_preferences_come_back_as_they_were_put(database: SqlDatabase) -> None:
    chosen = Wishes(quiet_from=20, in_digest=(TIER,), by_itself=(CALL,), snoozed_until=NOW)
    with database.write() as tx:
        assert tx.attention.preferences(ANA) is None
        tx.attention.put_preferences(ANA, Preferences())
        tx.attention.put_preferences(ANA, chosen)
        assert tx.attention.preferences(ANA) == chosen


def test_a_message_on_its_way_gets_its_remote_id_when_it_is_sent(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.attention.note_sent(message(remote_id="", at=NOW - timedelta(minutes=1)))
        tx.attention.note_sent(message())
        assert tx.attention.sent("k1") == message()


def test_of_a_message_that_was_sent_nothing_changes(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.attention.note_sent(message())
        tx.attention.acted("D1:1", "home.look", NOW)
        tx.attention.note_sent(message(remote_id="D2:2"))
        tx.attention.note_sent(message(remote_id=""))
        kept = tx.attention.sent("k1")
    assert kept is not None
    assert (kept.remote_id, kept.act) == ("D1:1", "home.look")


def test_only_the_first_act_on_a_message_is_noted(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.attention.note_sent(message())
        assert tx.attention.acted("D1:1", "first", NOW)
        assert not tx.attention.acted("D1:1", "second", NOW)
        assert not tx.attention.acted("D9:9", "first", NOW)


def test_the_budget_counts_what_may_be_sent_and_rates_only_what_was(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.attention.note_sent(message("k1", ""))
        tx.attention.note_sent(message("k2"))
        assert tx.attention.sent_to(ANA, since=NOW, kinds=[CALL]) == 2
        assert tx.attention.sent_to(ANA, since=NOW, kinds=[TIER]) == 0
        assert tx.attention.rates(since=NOW) == {CALL: (1, 0)}


def test_rates_are_of_a_span_and_of_one_person_where_asked(database: SqlDatabase) -> None:
    with database.write() as tx:
        for n, (to, days) in enumerate([(ANA, 1), (ANA, 3), (BEN, 3), (BEN, 9)]):
            at = NOW - timedelta(days=days)
            tx.attention.note_sent(message(f"k{n}", f"D:{n}", to, at))
        tx.attention.acted("D:1", "a", NOW)
        since, until = NOW - timedelta(days=5), NOW - timedelta(days=2)
        assert tx.attention.rates(since=since) == {CALL: (3, 1)}
        assert tx.attention.rates(since=since, until=until) == {CALL: (2, 1)}
        assert tx.attention.rates(since=since, to=BEN) == {CALL: (1, 0)}


def test_what_is_not_acted_on_is_that_of_one_person_and_was_sent(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.attention.note_sent(message("on-its-way", ""))
        tx.attention.note_sent(message("acted", "D:1"))
        tx.attention.note_sent(message("old", "D:2", at=NOW - timedelta(days=9)))
        tx.attention.note_sent(message("bens", "D:3", BEN))
        tx.attention.note_sent(message("left", "D:4"))
        tx.attention.acted("D:1", "a", NOW)
        found = tx.attention.unacted(ANA, since=NOW - timedelta(days=7))
    assert [each.key for each in found] == ["left"]


def test_what_waits_is_told_once(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.attention.wait(item("k1"))
        assert not tx.attention.wait(item("k1"))
        tx.attention.wait(item("k2", BEN))
        assert tx.attention.who_waits() == [ANA, BEN]
        tx.attention.told(["k1"], "digest")
        assert tx.attention.who_waits() == [BEN]
        assert tx.attention.waiting(ANA) == []
        told = tx.attention.item("k1")
    assert told is not None
    assert told.digest == "digest"


def test_homes_are_known_by_the_rights_they_were_asked_for_under(database: SqlDatabase) -> None:
    payload = {"person_id": "p7", "rights": "r7"}
    effect = Effect(kind=EffectKind.SLACK_HOME, key="slack:home:p7", payload=payload)
    with database.write() as tx:
        tx.outbox.request(effect)
        keys = [f"slack:home:p{n}" for n in range(1000)]
        assert tx.attention.homes(keys) == {"slack:home:p7": "r7"}
