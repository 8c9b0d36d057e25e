"""Rounds on many records: portions, failures record by record, and what is kept of them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from domain.changes import RecordRef, ToldEdit, WriteState
from domain.crm import Guard, RecordWrite
from domain.effects import EffectState
from domain.errors import CredentialsRejected, RateLimited, VendorUnavailable
from jobs.crm_batch import Batch
from jobs.retries import LeaseLost
from tests.jobs.crm_office import DEAL, SHOWN, Office, office

Open = Callable[..., Office]
GUARDS = list(Guard)


@pytest.fixture
def opened(migrated: Path, tmp_path: Path) -> Iterator[Open]:
    with ExitStack() as stack:
        yield lambda **how: stack.enter_context(office(migrated, tmp_path, **how))


def once(act: Callable[[RecordWrite], None]) -> Callable[[RecordWrite], None]:
    """Something that a person does when the first write was let in."""
    done: list[RecordWrite] = []

    def acted(row: RecordWrite) -> None:
        if not done:
            done.append(row)
            act(row)

    return acted


# ── portions ─────────────────────────────────────────────────────────────────────────────


def test_deals_are_read_and_written_in_portions_of_the_crm(opened: Open) -> None:
    here = opened(deals=25, batch=10)
    here.sync()
    assert (here.crm.asked["read"], here.crm.asked["write"]) == (3, 3)
    assert {here.stands("last_call_medal", f"d{n}") for n in range(1, 26)} == {"Bronze"}


def test_more_deals_than_are_claimed_at_once_are_all_written(opened: Open) -> None:
    here = opened(deals=230, batch=40)
    here.sync()
    assert len(here.change_sets()) == 230
    assert here.row("d230").state is EffectState.SENT


def test_nothing_is_sent_for_deals_that_are_as_wanted(opened: Open) -> None:
    here = opened(deals=12, batch=5)
    here.sync()
    here.news(61.0, "d3")
    before = here.crm.asked["write"]
    here.sync()
    assert here.crm.asked["write"] == before + 1


# ── record by record ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("guard", GUARDS)
def test_of_a_portion_each_record_ends_as_the_crm_says(opened: Open, guard: Guard) -> None:
    here = opened(guard=guard, deals=5, batch=5)
    here.edit("next_step", "Mine", "d2")
    here.crm.delete("d3")

    def vanish(row: RecordWrite) -> None:
        if row.id == "d4":
            here.crm.delete("d4")

    here.crm.before_write = vanish
    here.sync("d1", "d2", "d3", "d4", "d5")
    assert [here.row(f"d{n}").state for n in range(1, 6)] == [
        EffectState.SENT, EffectState.SENT, EffectState.SKIPPED, EffectState.SKIPPED,
        EffectState.SENT,
    ]  # fmt: skip
    assert here.stands("next_step", "d2") == "Mine"
    assert here.stands("last_call_medal", "d2") == here.stands("last_call_medal", "d5") == "Bronze"


@pytest.mark.parametrize("guard", GUARDS)
def test_a_refused_record_keeps_its_reason_and_holds_up_no_other(
    opened: Open, guard: Guard
) -> None:
    here = opened(guard=guard, deals=3)
    refused = here.name("last_call_medal")
    here.edit("last_call_medal", "Bronze", "d1")
    here.edit("last_call_medal", "Bronze", "d3")
    here.crm.refuses = {refused: "Frozen: ask the administrator"}
    here.sync("d1", "d2", "d3")
    row = here.row("d2")
    assert (row.state, here.row("d1").state) == (EffectState.DEAD, EffectState.SENT)
    assert "Frozen" in str(row.error)
    (kept,) = here.change_sets(here.deal("d2"))
    assert {w.state for w in kept.writes} == {WriteState.REFUSED}
    assert {w.detail for w in kept.writes} == {"Frozen: ask the administrator"}
    assert here.last_written("last_call_medal", here.deal("d2")) is None
    assert here.open_notes() == 0


def test_a_refusal_leaves_what_we_wrote_before_known_as_ours(opened: Open) -> None:
    here = opened()
    here.sync()
    here.news(88.0)
    here.crm.refuses = {here.name("last_call_medal"): "Frozen"}
    here.sync()
    here.crm.refuses = {}
    here.news(95.0)
    here.sync()
    assert here.stands("last_call_medal") == "Gold"


def test_who_is_faster_once_is_read_again_within_the_round(opened: Open) -> None:
    here = opened(deals=3)
    here.crm.before_write = once(
        lambda row: here.crm.edit_as_person(here.name("next_step"), "Mine", row.id)
    )
    here.sync()
    assert here.crm.asked["read"] == 2
    assert here.stands("next_step", "d1") == "Mine"
    assert [here.row(f"d{n}").state for n in (1, 2, 3)] == [EffectState.SENT] * 3
    assert here.stands("last_call_medal", "d1") == "Bronze"


def test_who_is_always_faster_is_left_alone_for_now_and_loses_nothing(opened: Open) -> None:
    here = opened(deals=2)
    values = iter(range(100))

    def always(row: RecordWrite) -> None:
        if row.id == "d1":
            here.crm.edit_as_person(here.name("next_step"), f"Mine {next(values)}", row.id)

    here.crm.before_write = always
    here.sync()
    row = here.row("d1")
    assert (row.state, here.row("d2").state) == (EffectState.PENDING, EffectState.SENT)
    assert "changed meanwhile" in str(row.error)
    assert here.stands("next_step") == f"Mine {next(values) - 1}"
    assert (here.last_written("last_call_medal"), here.open_notes()) == (None, 0)
    here.crm.before_write = lambda _row: None
    here.sync("d1")
    assert here.stands("last_call_medal") == "Bronze"


def test_where_answers_are_lost_every_record_of_the_portion_waits_and_is_found(
    opened: Open,
) -> None:
    here = opened(deals=4, batch=2)
    here.crm.loses = 1
    here.sync()
    states = [here.row(f"d{n}").state for n in range(1, 5)]
    assert states == [EffectState.PENDING] * 2 + [EffectState.SENT] * 2
    assert {s.call_id for s in here.change_sets()} == {"c3", "c4"}
    before = here.crm.asked["write"]
    here.sync()
    assert [here.row(f"d{n}").state for n in range(1, 5)] == [EffectState.SENT] * 4
    assert here.crm.asked["write"] == before
    assert (len(here.change_sets()), here.open_notes()) == (4, 0)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (RateLimited("salesforce", 30.0), EffectState.PENDING),
        (VendorUnavailable("salesforce", "503"), EffectState.PENDING),
        (CredentialsRejected("salesforce", "reconnect"), EffectState.PARKED),
    ],
)
@pytest.mark.parametrize("at", ["read", "write"])
def test_an_error_of_a_whole_request_reaches_every_record_of_it(
    opened: Open, error: Any, state: EffectState, at: str
) -> None:
    here = opened(deals=4, batch=2)
    if at == "read":
        here.crm.raises = [error, error]
    else:
        here.world.on_reach["crm.before_write"] = lambda: here.crm.raises.append(error)
    here.sync()
    ends = [here.row(f"d{n}") for n in range(1, 5)]
    hit = 4 if at == "read" else 2
    assert [row.state for row in ends] == [state] * hit + [EffectState.SENT] * (4 - hit)
    assert {row.error for row in ends[:hit]} == {f"{type(error).__name__}: {error}"}


def test_what_needs_an_approval_is_asked_even_where_the_write_failed(opened: Open) -> None:
    here = opened()
    here.fields(next_step={"approve": True})
    here.world.on_reach["crm.before_write"] = lambda: here.crm.raises.append(
        VendorUnavailable("salesforce", "503")
    )
    here.sync()
    with here.world.database.read() as tx:
        (waits,) = tx.changes.waiting()
    assert waits.field == here.name("next_step")


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
        held_before.append(tx.changes.written_since("salesforce", here.world.clock.replace(year=1)))

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
