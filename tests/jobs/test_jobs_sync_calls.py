"""Scored calls as records on their deals: made once, kept up to date, taken back."""

from dataclasses import replace

import pytest

from domain.calls import CallId, CallState
from domain.changes import RecordRef, WriteState
from domain.crm import CallRecord, FieldRule, Guard, RecordKind
from domain.effects import EffectState
from domain.errors import VendorUnavailable
from jobs.corrections import delete_call
from jobs.deal_turn import take_turn
from tests.jobs.crm_office import CALL, Killed, Office, Open
from tests.jobs.crm_world import a_call

pytestmark = pytest.mark.slow
GUARDS = list(Guard)


def made(here: Office) -> list[str]:
    """Ids of the call records that stand."""
    return [record_id for kind, record_id in here.crm.records if kind is CALL]


def mapped(opened: Open, **how: object) -> Office:
    here = opened(**how)
    here.fields(CALL)
    return here


def test_a_scored_call_becomes_a_record_of_its_deal(opened: Open) -> None:
    here = mapped(opened)
    here.sync_calls("c1")
    (record_id,) = made(here)
    head = here.crm.heads[record_id].head
    assert isinstance(head, CallRecord)
    assert (head.key, head.title, head.deal_id) == ("c1", "Harrow: discovery", "d1")
    assert (head.owner_email, head.contact_emails) == (
        "ana@seller.example", ("dana@harrow.example",),
    )  # fmt: skip
    assert here.stands("call_score", record_id, CALL) == 61.0
    assert here.stands("call_link", record_id, CALL) == "https://r.example/calls/c1"
    (kept,) = here.change_sets()
    assert [each.id for each in kept.made] == [record_id]
    assert {write.detail for write in kept.writes} == {"the record was made with it"}


def test_the_same_again_makes_and_writes_nothing(opened: Open) -> None:
    here = mapped(opened, deals=3)
    for _ in range(3):
        here.sync_calls("c1", "c2", "c3")
    assert (here.crm.asked["ensure"], here.crm.asked["write"]) == (1, 0)
    assert len(made(here)) == 3


@pytest.mark.parametrize("guard", GUARDS)
def test_another_score_is_written_on_the_record_that_is_there(opened: Open, guard: Guard) -> None:
    here = mapped(opened, guard=guard)
    here.sync_calls("c1")
    here.score_again("c1", 95.0)
    here.sync_calls("c1")
    (record_id,) = made(here)
    assert here.stands("call_medal", record_id, CALL) == "Gold"
    assert here.change_sets()[0].made == ()


def test_what_a_person_wrote_on_it_stays(opened: Open) -> None:
    here = mapped(opened)
    here.sync_calls("c1")
    (record_id,) = made(here)
    here.edit("call_summary", "Mine", record_id, CALL)
    here.score_again("c1", 95.0)
    here.sync_calls("c1")
    assert here.stands("call_summary", record_id, CALL) == "Mine"
    assert here.stands("call_medal", record_id, CALL) == "Gold"


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize("point", ["crm.made", "crm.before_commit"])
def test_a_worker_that_dies_leaves_one_record_whatever_it_comes_to_say(
    opened: Open, guard: Guard, point: str
) -> None:
    here = mapped(opened, guard=guard, deals=3, batch=2)
    here.die_at(point)
    with pytest.raises(Killed):
        here.sync_calls("c1", "c2", "c3")
    here.tick(here.services.thresholds.lease_s)
    here.score_again("c1", 95.0)
    here.ask()
    assert sorted(here.crm.keys) == [(CALL, "c1"), (CALL, "c2"), (CALL, "c3")]
    assert len(made(here)) == 3
    assert here.stands("call_medal", here.crm.keys[CALL, "c1"], CALL) == "Gold"


def test_a_record_that_may_be_made_is_made_once(opened: Open) -> None:
    here = mapped(opened)
    here.crm.raises = [VendorUnavailable("salesforce", "503")]
    here.sync_calls("c1")
    assert (here.row("c1").state, made(here)) == (EffectState.PENDING, [])
    here.tick(60)
    here.ask()
    assert (here.row("c1").state, len(made(here))) == (EffectState.SENT, 1)


def test_a_record_is_made_without_what_is_not_ours_or_waits(opened: Open) -> None:
    here = mapped(opened)
    fields = here.services.crm_fields["salesforce"]
    changed = {
        "call_medal": {"rule": FieldRule.THEIRS}, "call_summary": {"approve": True},
    }  # fmt: skip
    here.having(
        crm_fields={"salesforce": tuple(replace(f, **changed.get(f.source, {})) for f in fields)}  # type: ignore[arg-type]
    )
    here.sync_calls("c1")
    (record_id,) = made(here)
    assert here.stands("call_medal", record_id, CALL) is None
    assert here.stands("call_summary", record_id, CALL) is None
    assert here.stands("call_score", record_id, CALL) == 61.0
    with here.world.database.read() as tx:
        assert [a.field for a in tx.changes.waiting()] == [here.name("call_summary")]


def test_a_deleted_call_loses_its_record(opened: Open) -> None:
    here = mapped(opened)
    here.sync_calls("c1")
    delete_call(CallId("c1"), here.services)
    here.ask()
    assert made(here) == []
    assert here.row("c1").state is EffectState.SENT
    with here.world.database.read() as tx:
        assert tx.changes.remote_id("salesforce", CALL, "c1") is None
    texts = [w.old for each in here.change_sets() for w in each.writes]
    assert not any("Good questions" in str(text) for text in texts)


def test_a_deleted_call_loses_its_record_even_where_its_deal_is_gone_or_nothing_is_mapped(
    opened: Open,
) -> None:
    here = mapped(opened)
    here.sync_calls("c1")
    here.crm.delete("d1")
    here.sync("d1")
    here.fields()
    delete_call(CallId("c1"), here.services)
    here.ask()
    assert made(here) == []


def test_a_deletion_that_the_crm_cannot_do_yet_is_tried_again(opened: Open) -> None:
    here = mapped(opened, deals=2)
    here.sync_calls("c1", "c2")
    here.crm.fails_to_remove = {here.crm.keys[CALL, "c1"]}
    delete_call(CallId("c1"), here.services)
    delete_call(CallId("c2"), here.services)
    here.ask()
    assert (here.row("c1").state, here.row("c2").state) == (
        EffectState.PENDING, EffectState.SENT,
    )  # fmt: skip
    here.crm.fails_to_remove = set()
    here.tick(60)
    here.ask()
    assert (made(here), here.row("c1").state) == ([], EffectState.SENT)


def test_a_call_whose_words_are_replaced_keeps_its_record_until_it_is_scored(
    opened: Open,
) -> None:
    here = mapped(opened)
    here.sync_calls("c1")
    (record_id,) = made(here)
    here.edit("call_summary", "Mine", record_id, CALL)
    with here.world.database.write() as tx:
        call = tx.calls.get(CallId("c1"))
        assert call is not None
        tx.calls.put(replace(call, state=CallState.READY))
        tx.scorecards.remove(call.id)
    here.sync_calls("c1")
    assert (made(here), here.row("c1").state) == ([record_id], EffectState.PENDING)
    assert here.stands("call_summary", record_id, CALL) == "Mine"


def test_a_record_that_a_person_deleted_is_not_made_again(opened: Open) -> None:
    here = mapped(opened)
    here.sync_calls("c1")
    (record_id,) = made(here)
    here.crm.delete(record_id, CALL)
    here.score_again("c1", 95.0)
    here.sync_calls("c1")
    assert (made(here), here.row("c1").state) == ([], EffectState.SKIPPED)
    assert here.crm.asked["ensure"] == 1


def test_a_call_that_is_its_reps_alone_is_neither_on_the_deal_nor_a_record(opened: Open) -> None:
    here = mapped(opened)
    here.limits(grace_hours=24.0)
    here.clock_of_scoring()
    here.sync()
    here.sync_calls("c1")
    done = here.push()
    assert done.ends == {"pending": 2}
    assert (made(here), here.stands("last_call_score")) == ([], None)
    here.tick(24 * 3600.0)
    here.ask()
    assert len(made(here)) == 1
    assert here.stands("last_call_score") == 61.0
    assert {here.row("d1").state, here.row("c1").state} == {EffectState.SENT}


def test_until_a_newer_call_opens_the_one_before_it_stands(opened: Open) -> None:
    here = mapped(opened)
    here.sync()
    here.limits(grace_hours=24.0)
    here.tick(24 * 3600.0 + 60.0)
    card = here.card("c2", 95.0)
    here.world.put(a_call("c2", deal=here.deal().deal, started_at=here.world.clock), card)
    here.sync()
    assert (here.stands("last_call_medal"), here.row("d1").state) == (
        "Bronze", EffectState.PENDING,
    )  # fmt: skip
    here.tick(24 * 3600.0)
    here.ask()
    assert here.stands("last_call_medal") == "Gold"
    assert here.states()["last_call_medal"] is WriteState.WRITTEN


def test_a_crm_that_holds_no_calls_is_asked_for_none(opened: Open) -> None:
    here = mapped(opened)
    here.crm.kinds = frozenset({RecordKind.DEAL})
    here.sync_calls("c1")
    assert (here.row("c1").state, here.crm.asked["ensure"]) == (EffectState.SKIPPED, 0)
    here.having(crms={})
    here.sync_calls("c1")
    assert here.row("c1").state is EffectState.PARKED


def test_a_call_that_is_linked_nowhere_has_no_record(opened: Open) -> None:
    here = mapped(opened)
    here.sync_calls("c1")
    with here.world.database.write() as tx:
        tx.calls.link(CallId("c1"), deal=None, reason="it was another's")
    here.sync_calls("c1")
    assert made(here) == []


def test_a_record_that_is_being_rolled_back_has_to_wait(opened: Open) -> None:
    here = mapped(opened, deals=2)
    here.sync_calls("c1", "c2")
    record_ids = made(here)
    of_c1 = next(each for each in record_ids if here.crm.heads[each].head.key == "c1")
    with here.world.database.write() as tx:
        take_turn(tx, RecordRef(here.crm.slug, CALL, of_c1), "an undoing", here.services)
    for call_id in ("c1", "c2"):
        here.score_again(call_id, 95.0)
    here.sync_calls("c1", "c2")
    medals = {each: here.stands("call_medal", each, CALL) for each in record_ids}
    assert medals.pop(of_c1) != "Gold"
    assert list(medals.values()) == ["Gold"]
    assert here.row("c1").state is EffectState.PENDING
