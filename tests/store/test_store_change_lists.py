"""Change sets chosen, in pages, by run and summed up; effects chosen by kind and by key."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.calls import CallId, CallState
from domain.changes import ChangeSet, ChangeSetId, FieldWrite, RecordRef, Run, Tally, WriteState
from domain.crm import RecordKind
from domain.deals import DealRef
from domain.effects import EffectKind, EffectState
from domain.ports import CallFilter
from store.database import SqlDatabase
from tests.store.conftest import Clock
from tests.store.samples import MANY, MOMENT, ONE, a_call, an_effect

HOUR = timedelta(hours=1)
LATER = MOMENT + 9 * HOUR


def kept(
    name: str,
    *states: WriteState,
    at: datetime = MOMENT,
    crm: str = "hubspot",
    record: str = "",
    run: str | None = None,
    undoes: str | None = None,
) -> ChangeSet:
    """A change set on a record, a field a state."""
    ref = RecordRef(crm, RecordKind.DEAL, record or f"d-{name}")
    writes = tuple(
        FieldWrite(record=ref, field=f"f{n}", old=None, new=1.0, state=state,
                   detail="read-only" if state is WriteState.REFUSED else None)
        for n, state in enumerate(states)
    )  # fmt: skip
    undone = ChangeSetId(undoes) if undoes else None
    return ChangeSet(
        id=ChangeSetId(name), at=at, call_id=None, writes=writes, run=run, undoes=undone
    )


def add(database: SqlDatabase, *sets: ChangeSet) -> None:
    with database.write() as tx:
        for each in sets:
            tx.changes.add(each)


def names(database: SqlDatabase, **asked: object) -> list[str]:
    with database.read() as tx:
        return [each.id for each in tx.changes.list(**asked)]  # type: ignore[arg-type]


def test_change_sets_are_chosen_by_crm_and_by_how_a_field_ended(database: SqlDatabase) -> None:
    add(
        database,
        kept("a", WriteState.WRITTEN, WriteState.REFUSED),
        kept("b", WriteState.KEPT_HUMAN, at=MOMENT + HOUR),
        kept("c", WriteState.REFUSED, crm="zoho", at=MOMENT + 2 * HOUR),
    )
    assert names(database) == ["c", "b", "a"]
    assert names(database, state=WriteState.REFUSED) == ["c", "a"]
    assert names(database, crm="hubspot", state=WriteState.REFUSED) == ["a"]
    assert names(database, crm="zoho", state=WriteState.WRITTEN) == []


def test_pages_follow_each_other_without_gap_also_within_one_moment(database: SqlDatabase) -> None:
    add(database, *(kept(f"s{n}", WriteState.WRITTEN) for n in range(7)))
    add(database, kept("new", WriteState.WRITTEN, at=LATER))
    seen: list[str] = []
    before = None
    while page := names(database, limit=3, before=before):
        seen += page
        before = ChangeSetId(page[-1])
    assert seen == ["new", "s6", "s5", "s4", "s3", "s2", "s1", "s0"]
    assert names(database, before=ChangeSetId("nothing")) == []


def test_runs_come_with_their_records_the_latest_first(database: SqlDatabase) -> None:
    add(
        database,
        kept("a", WriteState.WRITTEN, WriteState.WRITTEN, record="d1", run="push"),
        kept("b", WriteState.WRITTEN, record="d2", run="push", at=MOMENT + HOUR),
        kept("c", WriteState.WRITTEN, record="d2"),
        kept("u", WriteState.WRITTEN, record="d1", run="undo", undoes="a", at=LATER),
    )
    with database.read() as tx:
        found, newest = tx.changes.runs(), tx.changes.runs(limit=1)
    undo = Run(name="undo", begun=LATER, ended=LATER, records=1, undoes=True)
    push = Run(name="push", begun=MOMENT, ended=MOMENT + HOUR, records=2, undoes=False)
    assert list(found) == [undo, push]
    assert list(newest) == [undo]


def test_a_tally_counts_fields_records_reasons_and_rollings_back(database: SqlDatabase) -> None:
    add(
        database,
        kept("a", WriteState.WRITTEN, WriteState.REFUSED, record="d1"),
        kept("b", WriteState.WRITTEN, WriteState.KEPT_HUMAN, record="d1"),
        kept("c", WriteState.REFUSED, record="d2"),
        kept("u", WriteState.WRITTEN, WriteState.KEPT_HUMAN, run="undo", undoes="a"),
        kept("v", WriteState.WRITTEN, run="undo", undoes="b"),
        kept("z", WriteState.WRITTEN, crm="zoho"),
        kept("late", WriteState.WRITTEN, at=LATER),
    )
    with database.read() as tx:
        tally = tx.changes.tally("hubspot", since=MOMENT, until=LATER)
        nothing = tx.changes.tally("hubspot", since=LATER + HOUR, until=LATER + 2 * HOUR)
    fields = {WriteState.WRITTEN: 2, WriteState.REFUSED: 2, WriteState.KEPT_HUMAN: 1}
    assert tally == Tally(fields=fields, records=1, refused={"read-only": 2}, rollbacks=1)
    assert nothing == Tally(fields={}, records=0, refused={}, rollbacks=0)


def test_one_effect_is_claimed_by_its_key_and_by_one_worker(database: SqlDatabase) -> None:
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect("a"))
        tx.outbox.add_if_new(an_effect("b"))
        claimed = tx.outbox.claim_one("b", ONE)
        assert claimed is not None
        assert claimed.item.effect.key == "b"
        assert tx.outbox.claim_one("b", ONE) is None
        assert tx.outbox.claim_one("nothing", ONE) is None
        assert tx.outbox.settle(claimed, EffectState.SENT)
        assert tx.outbox.claim_one("b", ONE) is None


def test_effects_are_listed_by_kind_and_by_when_they_were_last_tried(
    sqlite_url: str, clock: Clock
) -> None:
    database = SqlDatabase(sqlite_url, clock=clock)
    with database.write() as tx:
        tx.outbox.add_if_new(an_effect("tried"))
        tx.outbox.add_if_new(an_effect("old", EffectKind.SLACK_AGENDA))
    clock.go_on(7200)
    with database.write() as tx:
        tx.outbox.claim([EffectKind.CRM_DEAL], MANY)
        tx.outbox.add_if_new(an_effect("young", EffectKind.SLACK_AGENDA))
        agendas = tx.outbox.list(kinds=[EffectKind.SLACK_AGENDA])
        assert [row.effect.key for row in agendas] == ["young", "old"]
        hour_ago = agendas[0].created_at - HOUR
        lately = tx.outbox.list(since=hour_ago)
        assert [row.effect.key for row in lately] == ["young", "tried"]
    database.dispose()


def test_linked_calls_are_counted_whatever_the_limit(database: SqlDatabase) -> None:
    deal = DealRef("hubspot", "d1")
    with database.write() as tx:
        for n, linked in enumerate((deal, None, deal)):
            call = a_call(f"c{n}")
            tx.calls.put(replace(call, state=CallState.SCORED, deal=linked))
        skipped = a_call("c9")
        tx.calls.put(replace(skipped, state=CallState.SKIPPED))
        scored = CallFilter(states=(CallState.SCORED,), limit=1)
        assert tx.calls.count_linked(scored) == (3, 2)
        assert tx.calls.get(CallId("c9")) is not None
