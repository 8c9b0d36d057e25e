"""People, deals, agendas, audit and locks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.agendas import Agenda
from domain.calls import CallId
from domain.changes import (
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    RecordRef,
    WriteBegun,
    WriteState,
)
from domain.crm import FieldValue, RecordKind
from domain.deals import DealRef
from domain.effects import EffectKind, EffectState
from domain.people import Organisation, Person, PersonId, Role, Team, TeamId
from store.database import SqlDatabase
from tests.store.conftest import Clock
from tests.store.samples import (
    LOST_AT_ONCE,
    MOMENT,
    ONE,
    a_deal,
    a_delivery,
    an_agenda,
    an_effect,
    days,
)

MIA = Person(id=PersonId("mia"), name="Mia", email="mia@example.com", role=Role.MANAGER)
ANA = Person(
    id=PersonId("ana"),
    name="Ana",
    email="ana@example.com",
    role=Role.REP,
    team_id=TeamId("east"),
    time_zone="Europe/Berlin",
    slack_user_id="U1",
    aliases=("Ana M.", "ana-laptop"),
    active=False,
)
EAST, WEST = Team(TeamId("east"), "East", MIA.id), Team(TeamId("west"), "West")
HUBSPOT = DealRef("hubspot", "d1")
RECORD = RecordRef.of(HUBSPOT)


def write(field: str, new: FieldValue, state: WriteState = WriteState.WRITTEN) -> FieldWrite:
    return FieldWrite(record=RECORD, field=field, old=None, new=new, state=state, detail="why")


def change_set(name: str, *writes: FieldWrite, age: float = 0) -> ChangeSet:
    return ChangeSet(id=ChangeSetId(name), at=MOMENT - days(age), call_id="c1", writes=writes)


def test_everybody_comes_back_as_they_were(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.people.put([MIA, ANA], [WEST, EAST]) == (2, 0)
        assert tx.people.organisation() == Organisation((ANA, MIA), (EAST, WEST))


def test_a_second_import_counts_only_what_changed(database: SqlDatabase) -> None:
    moved = replace(ANA, active=True)
    with database.write() as tx:
        tx.people.put([MIA, ANA], [EAST])
        assert tx.people.put([MIA, moved, replace(MIA, id=PersonId("max"))], []) == (1, 1)
        assert tx.people.organisation().person(ANA.id) == moved


def test_a_slack_user_is_remembered_without_touching_the_persons_rights(
    database: SqlDatabase,
) -> None:
    with database.write() as tx:
        tx.people.put([MIA, ANA], [WEST, EAST])
        tx.people.put([replace(ANA, active=False)], [])
        tx.people.set_slack_user(ANA.id, "U9")
        people = tx.people.organisation()
    assert people.person(ANA.id) == replace(ANA, active=False, slack_user_id="U9")
    assert people.person(MIA.id) == MIA


def test_nobody_at_all_is_an_empty_organisation(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.people.put([], []) == (0, 0)
        assert tx.people.organisation() == Organisation((), ())


def test_a_deal_comes_back_as_last_read(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.deals.put([a_deal(), a_deal("d2")])
        tx.deals.put([a_deal(stage="won", amount=None)])
        assert tx.deals.get(HUBSPOT) == a_deal(stage="won", amount=None)
        assert tx.deals.get(DealRef("salesforce", "d1")) is None


def test_deals_are_listed_last_modified_first(database: SqlDatabase) -> None:
    undated, old, new = a_deal("a", modified_at=None), a_deal("b", modified_at=MOMENT), a_deal("c")
    new = replace(new, modified_at=MOMENT + days(1))
    with database.write() as tx:
        tx.deals.put([undated, old, new])
        assert tx.deals.list() == [new, old, undated]
        assert tx.deals.list(limit=1) == [new]


@pytest.mark.parametrize("value", ["text", 3.5, None, ""])
def test_a_written_value_is_remembered_as_it_is(database: SqlDatabase, value: FieldValue) -> None:
    with database.write() as tx:
        tx.changes.add(change_set("s1", write("score", value)))
        assert tx.changes.last_written(RECORD) == {"score": value}


def test_only_what_was_written_moves_the_last_written_value(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.add(change_set("s1", write("score", 1.0), write("tip", "ask")))
        others = [s for s in WriteState if s not in (WriteState.WRITTEN, WriteState.RESTORED)]
        for state in others:
            tx.changes.add(change_set(state, write("score", 9.0, state)))
        tx.changes.add(change_set("s2", write("tip", "listen")))
        assert tx.changes.last_written(RECORD) == {"score": 1.0, "tip": "listen"}
        assert tx.changes.last_written(RecordRef("hubspot", RecordKind.DEAL, "d2")) == {}


def test_what_was_put_back_for_a_person_never_counts_as_ours(database: SqlDatabase) -> None:
    restored = replace(write("tip", "theirs", WriteState.RESTORED), old="ours")
    with database.write() as tx:
        tx.changes.add(change_set("s1", write("tip", "before")))
        tx.changes.add(change_set("s2", restored))
        assert tx.changes.last_written(RECORD) == {"tip": "ours"}


def test_change_sets_come_back_newest_first_with_their_writes_in_order(
    database: SqlDatabase,
) -> None:
    old = change_set("s1", write("b", 1.0), write("a", "x", WriteState.KEPT_HUMAN), age=2)
    new, empty = change_set("s2", write("a", None)), change_set("s3", age=1)
    with database.write() as tx:
        for each in (old, new, empty):
            tx.changes.add(each)
        assert tx.changes.list() == [new, empty, old]
        assert tx.changes.list(limit=1) == [new]


def test_the_same_change_set_again_changes_nothing(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.add(change_set("s1", write("score", 1.0)))
        tx.changes.add(change_set("s2", write("score", 2.0)))
        tx.changes.add(change_set("s1", write("score", 1.0)))
        assert tx.changes.last_written(RECORD) == {"score": 2.0}
        assert len(tx.changes.list()) == 2


def test_the_first_agenda_of_a_week_stays(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.agendas.add_if_new(an_agenda())
        assert not tx.agendas.add_if_new(replace(an_agenda(), reps=()))
        assert tx.agendas.get(MIA.id, "2026-W45") == an_agenda()
        assert tx.agendas.get(MIA.id, "2026-W46") is None
        assert tx.agendas.get(PersonId("max"), "2026-W45") is None


@pytest.mark.parametrize(
    ("monday", "expected"),
    [
        (date(2026, 11, 16), an_agenda("2026-W46", date(2026, 11, 9))),
        (date(2026, 11, 9), an_agenda()),
        (date(2026, 11, 2), None),
    ],
)
def test_the_agenda_before_a_monday_is_the_latest_earlier_one(
    database: SqlDatabase, monday: date, expected: Agenda | None
) -> None:
    with database.write() as tx:
        tx.agendas.add_if_new(an_agenda())
        tx.agendas.add_if_new(an_agenda("2026-W46", date(2026, 11, 9)))
        assert tx.agendas.before(MIA.id, monday) == expected


def test_looks_at_many_are_noted_at_each_and_found_by_any(database: SqlDatabase) -> None:
    noted = {"actor": "mia", "action": "read_home", "via": "web"}
    with database.write() as tx:
        tx.audit.add_all(at=MOMENT, subjects=["rep:ana", "rep:ben"], **noted)
        tx.audit.add_all(at=MOMENT, subjects=[], **noted)
        tx.audit.add(at=MOMENT, subject="rep:ana", allowed=False, **noted)
        assert tx.audit.looks(["rep:ana", "call:x"], since=MOMENT) == [(MOMENT, "mia", "read_home")]
        assert tx.audit.looks(["rep:ana"], since=MOMENT + timedelta(seconds=1)) == []


def test_the_audit_of_a_subject_is_newest_first(database: SqlDatabase) -> None:
    with database.write() as tx:
        for n, allowed in enumerate([True, False, True]):
            tx.audit.add(
                at=MOMENT + days(n),
                actor="mia",
                action="read",
                subject="call:c1",
                allowed=allowed,
                via="web",
            )
        tx.audit.add(
            at=MOMENT, actor="ana", action="ask", subject="rep:ben", allowed=False, via="slack"
        )
        assert tx.audit.about("call:c1", limit=2) == [
            (MOMENT + days(2), "mia", "read", True),
            (MOMENT + days(1), "mia", "read", False),
        ]
        assert tx.audit.about("rep:ben") == [(MOMENT, "ana", "ask", False)]


def test_a_lock_is_held_against_others_and_renewed_by_its_holder(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.locks.take("clock", "a", lease_s=60)
        assert not tx.locks.take("clock", "b", lease_s=60)
        assert tx.locks.take("clock", "a", lease_s=60)
        assert tx.locks.take("sweep", "b", lease_s=60)


def test_an_ended_lock_is_taken_over(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.locks.take("clock", "a", lease_s=0)
        assert tx.locks.take("clock", "b", lease_s=60)
        assert not tx.locks.take("clock", "a", lease_s=60)


def test_a_lock_ends_by_the_clock_on_sqlite(sqlite_url: str, clock: Clock) -> None:
    database = SqlDatabase(sqlite_url, clock=clock)
    with database.write() as tx:
        tx.locks.take("clock", "a", lease_s=30)
        clock.go_on(29)
        assert not tx.locks.take("clock", "b", lease_s=30)
        clock.go_on(1)
        assert tx.locks.take("clock", "b", lease_s=30)
    database.dispose()


def test_how_long_ago_a_lock_ended_is_told_by_the_databases_clock(
    database: SqlDatabase,
) -> None:
    with database.write() as tx:
        assert tx.locks.ended_s_ago("swept") is None
        tx.locks.take("swept", "a", lease_s=-30)
        tx.locks.take("clock", "a", lease_s=30)
        ago, ahead = tx.locks.ended_s_ago("swept"), tx.locks.ended_s_ago("clock")
    assert ago == pytest.approx(30, abs=5)
    assert ahead == pytest.approx(-30, abs=5)


def test_the_change_sets_of_a_call_come_oldest_first(database: SqlDatabase) -> None:
    new, old = change_set("s2", write("a", "x")), change_set("s1", write("a", None), age=1)
    other = replace(change_set("s3"), call_id="another")
    with database.write() as tx:
        for each in (new, other, old):
            tx.changes.add(each)
        assert new.call_id is not None
        assert tx.changes.of_call(CallId(new.call_id)) == [old, new]


def test_one_change_set_is_found_by_its_id_with_its_own_writes(database: SqlDatabase) -> None:
    asked = change_set("s1", write("a", "x"), write("b", 2.0))
    other = change_set("s2", write("a", "y"))
    with database.write() as tx:
        for each in (asked, other, change_set("empty")):
            tx.changes.add(each)
        assert tx.changes.get(asked.id) == asked
        assert tx.changes.get(ChangeSetId("empty")) == change_set("empty")
        assert tx.changes.get(ChangeSetId("none")) is None


def test_values_that_are_to_go_are_emptied_on_their_deal_alone(database: SqlDatabase) -> None:
    said, other = (
        write("tip", "said"),
        replace(write("tip", "said"), record=RecordRef("hubspot", RecordKind.DEAL, "d9")),
    )
    later = replace(write("score", 2.0), old="said")
    with database.write() as tx:
        tx.changes.add(change_set("s1", said, other))
        tx.changes.add(change_set("s2", later))
        tx.changes.forget_values(RECORD, lambda field, value: (field, value) == ("tip", "said"))
        assert tx.changes.list() == [
            change_set("s2", later), change_set("s1", replace(said, new=None), other),
        ]  # fmt: skip
        assert tx.changes.last_written(RECORD) == {"tip": None, "score": 2.0}
        assert tx.changes.last_written(other.record) == {"tip": "said"}


def test_a_write_begun_is_known_until_it_ended(database: SqlDatabase) -> None:
    first, second = (
        WriteBegun(id=n, at=MOMENT + days(i), digests=frozenset({n, "x"}))
        for i, n in enumerate(("w1", "w2"))
    )
    other = RecordRef("hubspot", RecordKind.DEAL, "d9")
    with database.write() as tx:
        tx.changes.begin(RECORD, second)
        tx.changes.begin(RECORD, replace(first, digests=frozenset()))
        tx.changes.begin(RECORD, first)
        tx.changes.begin(other, first)
        assert list(tx.changes.begun(RECORD)) == [first, second]
        tx.changes.end(RECORD, ["w1", "unknown"])
        tx.changes.end(RECORD, [])
        assert list(tx.changes.begun(RECORD)) == [second]
        assert list(tx.changes.begun(other)) == [first]


def test_a_claim_holds_its_effect_until_another_one(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect("e1"))
        old = tx.outbox.claim([EffectKind.CRM_DEAL], LOST_AT_ONCE)[0]
        assert tx.outbox.holds(old)
        new = tx.outbox.claim([EffectKind.CRM_DEAL], ONE)[0]
        assert (tx.outbox.holds(old), tx.outbox.holds(new)) == (False, True)
        tx.outbox.settle(new, EffectState.SENT)
        assert not tx.outbox.holds(new)


def test_agendas_forget_the_moments_of_a_call_and_nothing_else(database: SqlDatabase) -> None:
    agenda = an_agenda()
    (call_id, *_) = agenda.cited
    with database.write() as tx:
        tx.agendas.add_if_new(agenda)
        tx.agendas.forget_call(CallId("another"))
        assert tx.agendas.get(agenda.manager_id, agenda.week) == agenda
        tx.agendas.forget_call(call_id)
        kept = tx.agendas.get(agenda.manager_id, agenda.week)
    assert kept == agenda.without_calls([call_id])
    assert kept is not None
    assert call_id not in kept.cited


@pytest.mark.parametrize("body", [b'{"uuid": "a/b%_c=="}', b'{"uuid": "a\\/b%_c=="}'])
def test_deliveries_that_name_a_meeting_are_emptied_and_keep_their_keys(
    database: SqlDatabase, body: bytes
) -> None:
    other = a_delivery("k2", body=b'{"uuid": "a/bXXc=="}')
    elsewhere = a_delivery("k3", provider="slack", body=body)
    with database.write() as tx:
        tx.deliveries.add_new([a_delivery("k1", body=body), other, elsewhere])
        assert tx.deliveries.forget("zoom", "a/b%_c==") == 1
        bodies = {r.delivery.key: r.delivery.body for r in tx.deliveries.list()}
        assert tx.deliveries.add_new([a_delivery("k1", body=body)]) == 0
        assert tx.deliveries.count_by_state() == {"done": 1, "new": 2}
        assert not tx.deliveries.replay("zoom", "k1")
    assert bodies == {"k1": b"", "k2": other.body, "k3": body}
