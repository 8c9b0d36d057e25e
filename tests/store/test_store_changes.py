"""What is kept of writes to CRMs: change sets, what stands as ours, notes, questions, brakes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.calls import CallId
from domain.changes import (
    Approval,
    ApprovalState,
    Brake,
    ChangeSet,
    ChangeSetId,
    FieldWrite,
    Provenance,
    RecordRef,
    ToldEdit,
    WriteBegun,
    WriteState,
)
from domain.crm import FieldValue, RecordKind
from store.database import SqlDatabase

AT = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
DEAL = RecordRef("hubspot", RecordKind.DEAL, "1")
OTHERS = [
    RecordRef("salesforce", RecordKind.DEAL, "1"),
    RecordRef("hubspot", RecordKind.CALL, "1"),
    RecordRef("hubspot", RecordKind.DEAL, "2"),
]


def wrote(
    field: str = "medal",
    new: FieldValue = "Gold",
    old: FieldValue = None,
    state: WriteState = WriteState.WRITTEN,
    record: RecordRef = DEAL,
) -> FieldWrite:
    return FieldWrite(record=record, field=field, old=old, new=new, state=state)


def a_set(
    *writes: FieldWrite, name: str = "s1", minutes: int = 0, call_id: str | None = "c1",
    run: str | None = None, made: tuple[RecordRef, ...] = (), undoes: str | None = None,
) -> ChangeSet:  # fmt: skip
    return ChangeSet(
        id=ChangeSetId(name), at=AT + timedelta(minutes=minutes), call_id=call_id,
        writes=writes or (wrote(),), run=run, made=made,
        undoes=None if undoes is None else ChangeSetId(undoes),
    )  # fmt: skip


# ── change sets ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("value", ["Gold", "a\nb · é", 62.0, 0.0, "", None])
@pytest.mark.parametrize("kind", list(RecordKind))
def test_a_change_set_comes_back_whole(
    database: SqlDatabase, value: FieldValue, kind: RecordKind
) -> None:
    record = RecordRef("zoho", kind, "r/1")
    proof = Provenance(
        call_id="c1", turns=(3, 9), reader="builtin 1", rubric="discovery v1", also=("c0",)
    )
    writes = (
        replace(wrote(new=value, record=record), provenance=proof),
        replace(wrote("score", 1.0, 2.0, WriteState.REFUSED, record), detail="Frozen"),
    )
    kept = a_set(*writes, run="push-1", made=(record,), undoes="s0")
    with database.write() as tx:
        tx.changes.add(kept)
        assert tx.changes.get(kept.id) == kept
        assert tx.changes.get(ChangeSetId("s2")) is None


def test_the_same_change_set_again_changes_nothing(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.add(a_set())
        tx.changes.add(a_set(wrote(new="Silver")))
        assert tx.changes.list() == [a_set()]
        assert tx.changes.last_written(DEAL) == {"medal": "Gold"}


def test_change_sets_are_found_by_crm_call_run_and_what_they_undo(database: SqlDatabase) -> None:
    first = a_set(name="s1", run="push-1")
    second = a_set(wrote(record=OTHERS[0]), name="s2", minutes=1, run="push-1", call_id="c2")
    third = a_set(name="s3", minutes=2, undoes="s1", call_id=None)
    fourth = a_set(name="s4", minutes=3, undoes="s1")
    with database.write() as tx:
        for each in (second, first, fourth, third):
            tx.changes.add(each)
        assert tx.changes.list(limit=3) == [fourth, third, second]
        assert tx.changes.list(crm="salesforce") == [second]
        assert tx.changes.of_call(CallId("c1")) == [first, fourth]
        assert tx.changes.of_run("push-1") == [second, first]
        assert tx.changes.of_run("push-2") == []
        assert tx.changes.undone_by(first.id) == fourth
        assert tx.changes.undone_by(second.id) is None


def test_the_writes_on_a_record_come_oldest_first(database: SqlDatabase) -> None:
    later, earlier = wrote(new="Gold", old="Silver"), wrote(new="Silver")
    with database.write() as tx:
        tx.changes.add(a_set(later, name="s2", minutes=1))
        tx.changes.add(a_set(earlier, wrote("score", 1.0), wrote(record=OTHERS[0])))
        assert tx.changes.writes_on(DEAL) == [earlier, wrote("score", 1.0), later]


# ── what is ours ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("state", "known"),
    [
        (WriteState.WRITTEN, {"medal": "Gold"}),
        (WriteState.RESTORED, {"medal": "Ours"}),
        (WriteState.KEPT_HUMAN, {}),
        (WriteState.WAITING, {}),
        (WriteState.REFUSED, {}),
        (WriteState.UNCHANGED, {}),
        (WriteState.THEIRS, {}),
    ],
)
def test_only_what_was_written_is_known_as_ours_and_a_persons_never(
    database: SqlDatabase, state: WriteState, known: dict[str, str]
) -> None:
    with database.write() as tx:
        tx.changes.add(a_set(wrote(old="Ours", new="Gold", state=state)))
        assert tx.changes.last_written(DEAL) == known
        put_back = {"medal": "Gold"} if state is WriteState.RESTORED else {}
        assert tx.changes.put_back(DEAL) == put_back


def test_a_write_after_a_value_was_put_back_forgets_that_it_was(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.add(a_set(wrote(old="Ours", new=None, state=WriteState.RESTORED)))
        assert tx.changes.put_back(DEAL) == {"medal": None}
        tx.changes.add(a_set(wrote(new="Gold"), name="s2"))
        assert (tx.changes.put_back(DEAL), tx.changes.last_written(DEAL)) == ({}, {"medal": "Gold"})


@pytest.mark.parametrize("other", OTHERS)
def test_a_record_is_one_of_its_kind_in_its_crm(database: SqlDatabase, other: RecordRef) -> None:
    note = WriteBegun(id="w1", at=AT, digests=frozenset({"d"}), over={"medal": "e"})
    with database.write() as tx:
        tx.changes.add(a_set())
        tx.changes.begin(DEAL, note)
        tx.changes.ask(asked())
        tx.changes.tell(told())
        assert (tx.changes.begun(DEAL), tx.changes.begun(other)) == ([note], [])
        assert tx.changes.last_written(other) == {}
        assert (tx.changes.approvals(other), tx.changes.told(other)) == ({}, {})
        tx.changes.end(other, {"w1"})
        tx.changes.drop_approval(other, "medal")
        assert (tx.changes.begun(DEAL), len(tx.changes.approvals(DEAL))) == ([note], 1)


def test_records_changed_since_are_counted_once_each(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.add(a_set(wrote(), wrote("score", 1.0), name="s1", minutes=-120))
        tx.changes.add(a_set(wrote(), wrote("score", 1.0), name="s2"))
        tx.changes.add(a_set(wrote(state=WriteState.RESTORED), name="s3", minutes=1))
        for n, other in enumerate(OTHERS):
            tx.changes.add(a_set(wrote(record=other), name=f"o{n}", minutes=2))
        tx.changes.add(a_set(wrote(state=WriteState.KEPT_HUMAN,
                                   record=RecordRef("hubspot", RecordKind.DEAL, "9")),
                             name="s4"))  # fmt: skip
        every, later = list(RecordKind), AT + timedelta(minutes=2)
        assert tx.changes.written_since("hubspot", AT, every) == 3
        assert tx.changes.written_since("hubspot", later, every) == 2
        assert tx.changes.written_since("salesforce", AT, every) == 1
        assert tx.changes.written_since("zoho", AT, every) == 0
        assert tx.changes.written_since("hubspot", later, [RecordKind.CALL]) == 1


# ── words that are forgotten ─────────────────────────────────────────────────────────────


def test_what_is_gone_is_emptied_wherever_it_stands_and_nothing_else(
    database: SqlDatabase,
) -> None:
    with database.write() as tx:
        tx.changes.add(a_set(wrote("step", "words"), wrote("medal", "Gold")))
        tx.changes.add(a_set(wrote("step", "news", "words"), name="s2", minutes=1))
        tx.changes.add(a_set(wrote("step", "words", "news"), name="s3", minutes=2))
        tx.changes.ask(asked("step", "words"))
        tx.changes.forget_values(DEAL, lambda field, value: (field, value) == ("step", "words"))
        values = [(w.field, w.old, w.new) for w in tx.changes.writes_on(DEAL)]
        assert values == [
            ("step", None, None), ("medal", None, "Gold"),
            ("step", None, "news"), ("step", "news", None),
        ]  # fmt: skip
        assert tx.changes.last_written(DEAL) == {"step": None, "medal": "Gold"}
        assert tx.changes.approvals(DEAL) == {}


def test_words_of_another_record_stay(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.add(a_set(wrote("step", "words", record=OTHERS[2])))
        tx.changes.forget_values(DEAL, lambda _field, _value: True)
        assert tx.changes.last_written(OTHERS[2]) == {"step": "words"}


# ── notes of writes ──────────────────────────────────────────────────────────────────────


def test_notes_come_oldest_first_until_they_are_ended(database: SqlDatabase) -> None:
    notes = [
        WriteBegun(id=name, at=AT + timedelta(seconds=n), digests=frozenset({name, "x"}),
                   over={"medal": f"o{n}"})
        for n, name in enumerate(("w2", "w1", "w3"))
    ]  # fmt: skip
    with database.write() as tx:
        for note in reversed(notes):
            tx.changes.begin(DEAL, note)
        assert tx.changes.begun(DEAL) == notes
        tx.changes.end(DEAL, {"w1", "unknown"})
        assert [n.id for n in tx.changes.begun(DEAL)] == ["w2", "w3"]
        tx.changes.end(DEAL, set())
        tx.changes.begin(DEAL, replace(notes[0], digests=frozenset({"y"})))
        assert tx.changes.begun(DEAL)[0].digests == {"y"}


def test_a_record_of_ours_is_known_by_its_key_until_it_is_forgotten(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.note_made("hubspot", RecordKind.CALL, "c1", "77")
        tx.changes.note_made("hubspot", RecordKind.CALL, "c1", "78")
        assert tx.changes.remote_id("hubspot", RecordKind.CALL, "c1") == "78"
        assert tx.changes.remote_id("hubspot", RecordKind.SNAPSHOT, "c1") is None
        assert tx.changes.remote_id("zoho", RecordKind.CALL, "c1") is None
        tx.changes.note_made("hubspot", RecordKind.CALL, "c1", None)
        assert tx.changes.remote_id("hubspot", RecordKind.CALL, "c1") is None


# ── questions ────────────────────────────────────────────────────────────────────────────


def asked(field: str = "medal", new: FieldValue = "Gold", name: str = "a1") -> Approval:
    return Approval(id=name, record=DEAL, field=field, old=None, new=new, asked_at=AT)


def test_of_each_field_one_question_stands_the_newest(database: SqlDatabase) -> None:
    with database.write() as tx:
        first = tx.changes.ask(asked())
        assert tx.changes.ask(asked(name="a2")) == first
        assert tx.changes.ask(asked(new="Silver", name="a3")).id == "a3"
        tx.changes.ask(asked("score", 1.0, name="a4"))
        assert {f: a.id for f, a in tx.changes.approvals(DEAL).items()} == {
            "medal": "a3", "score": "a4",
        }  # fmt: skip
        assert tx.changes.approval("a1") is None


@pytest.mark.parametrize("state", [ApprovalState.APPROVED, ApprovalState.DECLINED])
def test_what_was_decided_about_a_value_stays_decided(
    database: SqlDatabase, state: ApprovalState
) -> None:
    with database.write() as tx:
        tx.changes.ask(asked())
        decided = tx.changes.decide("a1", state, by="rina", at=AT + timedelta(hours=1))
        assert decided is not None
        assert (decided.state, decided.by, decided.decided_at) == (
            state, "rina", AT + timedelta(hours=1),
        )  # fmt: skip
        assert tx.changes.ask(asked(name="a2")) == decided
        assert tx.changes.waiting() == []
        assert tx.changes.decide("a1", state, by="otto", at=AT) is None
        assert tx.changes.decide("nothing", state, by="otto", at=AT) is None


def test_what_waits_comes_oldest_first(database: SqlDatabase) -> None:
    with database.write() as tx:
        for n, name in enumerate(("b", "a", "c")):
            later = AT + timedelta(minutes=n)
            tx.changes.ask(replace(asked(f"f{n}", name=name), asked_at=later))
        tx.changes.decide("a", ApprovalState.DECLINED, by="rina", at=AT)
        assert [a.id for a in tx.changes.waiting()] == ["b", "c"]
        assert [a.id for a in tx.changes.waiting(limit=1)] == ["b"]


# ── what a CRM told, and brakes ──────────────────────────────────────────────────────────


def told(value: FieldValue = "Mine", seconds: int = 0) -> ToldEdit:
    return ToldEdit(record=DEAL, field="medal", value=value, at=AT + timedelta(seconds=seconds))


def test_of_what_was_told_the_newest_edit_of_a_field_is_kept(database: SqlDatabase) -> None:
    with database.write() as tx:
        assert tx.changes.tell(told("first"))
        assert tx.changes.tell(told("third", 2))
        assert not tx.changes.tell(told("second", 1))
        assert tx.changes.told(DEAL) == {"medal": told("third", 2)}


def test_an_edit_that_came_while_another_was_dealt_with_stays(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.changes.tell(told("first"))
        tx.changes.tell(told(None, 1))
        tx.changes.untell([told("first")])
        assert tx.changes.told(DEAL) == {"medal": told(None, 1)}
        tx.changes.untell([told(None, 1)])
        assert tx.changes.told(DEAL) == {}


def test_each_crm_has_a_brake_of_its_own(database: SqlDatabase) -> None:
    brake = Brake(crm="hubspot", since=AT, limit=7)
    stopped = replace(brake, stopped_at=AT + timedelta(minutes=1))
    with database.write() as tx:
        assert tx.changes.brake("hubspot") is None
        tx.changes.set_brake(brake)
        tx.changes.set_brake(stopped)
        assert (tx.changes.brake("hubspot"), tx.changes.brake("zoho")) == (stopped, None)
