"""Rounds among people: whose values stand, what is kept, and who may write."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.changes import RecordRef, ToldEdit, WriteState
from domain.crm import Guard, RecordWrite
from domain.effects import EffectState
from jobs.crm_batch import Batch
from jobs.crm_brake import COUNTED
from jobs.retries import LeaseLost
from tests.jobs.crm_office import DEAL, SHOWN, Open

pytestmark = pytest.mark.slow
GUARDS = list(Guard)


def once(act: Callable[[RecordWrite], None]) -> Callable[[RecordWrite], None]:
    """Something that a person does when the first write was let in."""
    done: list[RecordWrite] = []

    def acted(row: RecordWrite) -> None:
        if not done:
            done.append(row)
            act(row)

    return acted


# ── what people wrote while we did ───────────────────────────────────────────────────────


@pytest.mark.parametrize("guard", [Guard.CONDITION, Guard.HISTORY])
def test_a_value_that_a_person_wrote_while_we_did_stands_and_is_never_ours(
    opened: Open, guard: Guard
) -> None:
    here = opened(guard=guard)
    here.crm.before_write = once(
        lambda row: here.crm.edit_as_person(here.name("last_call_medal"), "Mine", row.id)
    )
    here.sync()
    assert here.stands("last_call_medal") == "Mine"
    assert here.last_written("last_call_medal") != "Mine"
    for overall in (88.0, 95.0):
        here.news(overall)
        here.sync()
    assert here.stands("last_call_medal") == "Mine"
    assert here.stands("last_call_score") == 95.0


def test_a_value_put_back_is_in_the_change_set_as_restored(opened: Open) -> None:
    here = opened(guard=Guard.HISTORY)
    here.crm.before_write = once(
        lambda row: here.crm.edit_as_person(here.name("last_call_medal"), "Mine", row.id)
    )
    here.sync()
    (kept,) = here.change_sets()
    (back,) = [w for w in kept.writes if w.field == here.name("last_call_medal")]
    assert (back.state, back.old, back.new) == (WriteState.RESTORED, "Bronze", "Mine")
    assert here.states()["last_call_score"] is WriteState.WRITTEN
    assert here.open_notes() == 0


def test_a_value_covered_by_a_write_whose_answer_was_lost_is_put_back(opened: Open) -> None:
    here = opened(guard=Guard.HISTORY)
    here.crm.before_write = once(
        lambda row: here.crm.edit_as_person(here.name("last_call_medal"), "Mine", row.id)
    )
    here.crm.loses = 1
    here.sync()
    assert here.stands("last_call_medal") == "Bronze"
    here.sync()
    assert here.stands("last_call_medal") == "Mine"
    assert here.states()["last_call_medal"] is WriteState.RESTORED
    here.news(95.0)
    here.sync()
    assert here.stands("last_call_medal") == "Mine"


def test_an_edit_that_is_told_after_we_wrote_over_it_is_put_back(opened: Open) -> None:
    here = opened(guard=Guard.TOLD)
    told: list[ToldEdit] = []

    def edited(row: RecordWrite) -> None:
        name = here.name("last_call_medal")
        here.crm.edit_as_person(name, "Mine", row.id)
        told.append(ToldEdit(record=here.deal(), field=name, value="Mine", at=here.world.clock))

    here.crm.before_write = once(edited)
    here.sync()
    assert here.stands("last_call_medal") == "Bronze"
    with here.world.database.write() as tx:
        tx.changes.tell(told[0])
    here.sync()
    assert here.stands("last_call_medal") == "Mine"
    with here.world.database.read() as tx:
        assert tx.changes.told(here.deal()) == {}
    here.news(95.0)
    here.sync()
    assert here.stands("last_call_medal") == "Mine"


def test_a_told_edit_outlives_a_refusal(opened: Open) -> None:
    here = opened(guard=Guard.TOLD)
    here.sync()
    edit = ToldEdit(
        record=here.deal(), field=here.name("last_call_medal"), value="Mine", at=here.world.clock
    )
    with here.world.database.write() as tx:
        tx.changes.tell(edit)
    here.crm.refuses = {here.name("last_call_medal"): "Frozen"}
    here.sync()
    with here.world.database.read() as tx:
        assert tx.changes.told(here.deal()) == {edit.field: edit}
    here.crm.refuses = {}
    here.sync()
    assert here.stands("last_call_medal") == "Mine"


# ── what is kept ─────────────────────────────────────────────────────────────────────────


def test_what_people_keep_is_one_change_set_however_often_it_is_looked_at(opened: Open) -> None:
    here = opened()
    here.sync()
    here.edit("next_step", "Mine")
    for _ in range(3):
        here.sync()
    kept = [s for s in here.change_sets() if s.id.startswith("kept-")]
    assert len(kept) == 1
    assert (kept[0].run, kept[0].made) == (None, ())


def test_what_waits_is_one_change_set_and_one_question(opened: Open) -> None:
    here = opened()
    here.fields(**{source: {"approve": True} for source in SHOWN})
    for _ in range(3):
        here.sync()
    assert [s.id[:5] for s in here.change_sets()] == ["kept-"]
    with here.world.database.read() as tx:
        assert len(tx.changes.waiting()) == 4
    assert here.stands("last_call_medal") is None


def test_a_value_that_only_a_lost_write_explains_stays_ours_while_the_next_waits(
    opened: Open,
) -> None:
    here = opened()
    here.crm.loses = 1
    here.sync()
    assert here.stands("last_call_medal") == "Bronze"
    here.fields(last_call_medal={"approve": True})
    here.news(95.0)
    here.sync()
    here.sync()
    with here.world.database.write() as tx:
        (waits,) = tx.changes.waiting()
    here.fields()
    here.sync()
    assert (waits.new, here.stands("last_call_medal")) == ("Gold", "Gold")


# ── who may write ────────────────────────────────────────────────────────────────────────


def test_who_lost_one_claim_of_a_portion_sends_nothing_of_it(opened: Open) -> None:
    here = opened(deals=2)
    claims = here.claimed("d1", "d2")
    batch = Batch(crm=here.crm, kind=DEAL, claims=claims, services=here.services)
    truths = here.truths("d1", "d2")
    with here.world.database.write() as tx:
        tx.outbox.settle(claims[here.deal("d2")], EffectState.SENT)
    with pytest.raises(LeaseLost):
        batch.round().bring(truths)
    assert here.crm.asked["write"] == 0


def test_who_lost_one_claim_after_writing_keeps_the_others(opened: Open) -> None:
    here = opened(deals=2)
    claims = here.claimed("d1", "d2")
    batch = Batch(crm=here.crm, kind=DEAL, claims=claims, services=here.services)
    truths = here.truths("d1", "d2")
    ends = batch.round().bring(truths)
    with here.world.database.write() as tx:
        tx.outbox.settle(claims[here.deal("d2")], EffectState.PENDING)
    assert batch.settle(truths, ends, lambda _tx, _record: None) == []
    assert [s.call_id for s in here.change_sets()] == ["c1"]
    here.sync()
    assert {s.call_id for s in here.change_sets()} == {"c1", "c2"}
    assert here.crm.asked["write"] == 1


def test_deals_that_are_gone_are_ended_before_any_row_of_the_outbox_is_held(
    opened: Open,
) -> None:
    """Calls before reps before the outbox, in every transaction, so that none waits for another."""
    here = opened(deals=4)
    here.crm.delete("d2")
    here.crm.delete("d4")
    claims = here.claimed("d1", "d2", "d3", "d4")
    batch = Batch(crm=here.crm, kind=DEAL, claims=claims, services=here.services)
    truths = here.truths("d1", "d2", "d3", "d4")
    ends = batch.round().bring(truths)
    held_before: list[int] = []

    def gone(tx: Any, record: RecordRef) -> None:
        held_before.append(
            tx.changes.written_since("salesforce", here.world.clock.replace(year=1), COUNTED)
        )

    batch.settle(truths, ends, gone)
    assert held_before == [0, 0]
    assert len(here.change_sets()) == 2
    assert [here.row(f"d{n}").state for n in (2, 4)] == [EffectState.SKIPPED] * 2


def test_a_deal_that_is_gone_keeps_no_other_from_its_end(opened: Open) -> None:
    here = opened(deals=3)
    here.crm.delete("d2")
    here.sync("d1", "d2", "d3")
    assert [here.row(f"d{n}").state for n in (1, 2, 3)] == [
        EffectState.SENT, EffectState.SKIPPED, EffectState.SENT,
    ]  # fmt: skip
    with here.world.database.read() as tx:
        linked = {ref.id for _, ref in tx.calls.on_deals("salesforce")}
    assert linked == {"d1", "d3"}
