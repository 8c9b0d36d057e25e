"""Rounds on many records: portions, failures record by record, and what is kept of them."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.changes import WriteState
from domain.crm import Guard, RecordWrite
from domain.effects import EffectState
from domain.errors import CredentialsRejected, VendorUnavailable
from tests.jobs.crm_office import Open

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
