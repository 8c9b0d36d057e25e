"""Rolling back what was written on deals, and creating the fields: real adapters and database."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.changes import ChangeSet, RecordRef, WriteState
from domain.errors import NotVisible, Transient
from jobs.deal_turn import take_turn
from jobs.provision import provision_all
from jobs.roll_back import roll_back
from jobs.roll_back_fields import NOT_MAPPED
from tests.jobs.crm_line import VENDORS, Line, crm_line

pytestmark = pytest.mark.slow


@pytest.fixture(params=VENDORS)
def line(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Line]:
    with crm_line(request.param, Path(shutil.copy(migrated, tmp_path / "reploop.db"))) as made:
        yield made


def rolled_back(line: Line, name: str) -> ChangeSet:
    """Roll back something that is on one record."""
    line.tick()
    (done,) = roll_back(line.world.services, name)
    line.tick()
    return done


def test_undoing_the_first_write_leaves_the_deal_as_it_was(line: Line) -> None:
    undone = rolled_back(line, line.synced())
    assert {w.state for w in undone.writes} == {WriteState.WRITTEN}
    assert {line.stands(field.source) for field in line.world.fields} == {None}


def test_undoing_a_later_write_puts_the_earlier_values_back(line: Line) -> None:
    line.sync()
    line.another_call()
    rolled_back(line, line.synced())
    assert line.stands("last_call_medal") == "Bronze"
    assert line.stands("last_call_link") == "https://r.example/calls/c1"


def test_what_a_person_wrote_since_is_not_undone(line: Line) -> None:
    change_set = line.synced()
    line.edit("next_step", "Mine")
    undone = rolled_back(line, change_set)
    assert line.stands("next_step") == "Mine"
    assert line.stands("last_call_medal") is None
    kept = [w.field for w in undone.writes if w.state is WriteState.KEPT_HUMAN]
    assert kept == [line.world.name("next_step")]


def test_a_change_set_that_a_later_write_replaced_is_not_undone(line: Line) -> None:
    first = line.synced()
    line.another_call()
    line.sync()
    rolled_back(line, first)
    assert line.stands("last_call_medal") == "Silver"


def test_an_undo_can_be_undone(line: Line) -> None:
    undone = rolled_back(line, line.synced())
    rolled_back(line, undone.id)
    assert line.stands("last_call_medal") == "Bronze"


def test_after_an_undo_the_fields_are_still_ours(line: Line) -> None:
    rolled_back(line, line.synced())
    line.another_call()
    line.sync()
    assert line.stands("last_call_medal") == "Silver"


def test_an_undo_whose_answer_was_lost_is_not_taken_for_a_persons_edit(line: Line) -> None:
    change_set = line.synced()
    line.lose()
    with pytest.raises(Transient):
        rolled_back(line, change_set)
    line.another_call()
    line.sync()
    assert line.stands("last_call_medal") == "Silver"


def test_a_sync_waits_for_an_undoing_and_both_are_kept_in_their_order(line: Line) -> None:
    change_set = line.synced()
    meanwhile: list[object] = []

    def a_sync() -> None:
        line.another_call()
        with pytest.raises(Transient, match="being written to"):
            line.world.sync()
        meanwhile.append(line.stands("last_call_medal"))

    line.world.on_reach["crm.before_write"] = a_sync
    rolled_back(line, change_set)
    assert (meanwhile, line.stands("last_call_medal")) == (["Bronze"], None)
    line.sync()
    assert line.stands("last_call_medal") == "Silver"


def test_nothing_is_undone_on_a_deal_that_is_being_synced(line: Line) -> None:
    change_set = line.synced()
    line.another_call()
    refused: list[str] = []

    def undo() -> None:
        with pytest.raises(Transient, match="being written to") as raised:
            roll_back(line.world.services, change_set)
        refused.append(raised.value.vendor)

    line.world.on_reach["crm.before_write"] = undo
    line.sync()
    assert (refused, line.stands("last_call_medal")) == ([line.world.crm.slug], "Silver")


def test_an_undoing_that_died_keeps_syncs_away_for_one_lease(line: Line) -> None:
    with line.world.database.write() as tx:
        record = RecordRef.of(line.world.ref)
        take_turn(tx, record, "an undoing that died", line.world.services)
    line.tick(line.world.services.thresholds.lease_s - 1)
    with pytest.raises(Transient, match="being written to"):
        line.world.sync()
    line.tick(1)
    line.world.sync()
    assert line.stands("last_call_medal") == "Bronze"


def test_an_unknown_change_set_is_not_visible(line: Line) -> None:
    with pytest.raises(NotVisible):
        roll_back(line.world.services, "nope")


def test_a_crm_that_is_not_connected_any_more_cannot_be_undone_in(line: Line) -> None:
    change_set = line.synced()
    with pytest.raises(NotVisible, match="not connected"):
        roll_back(replace(line.world.services, crms={}), change_set)


def test_a_field_that_is_not_mapped_any_more_is_named_and_left(line: Line) -> None:
    change_set = line.synced()
    fewer = tuple(f for f in line.world.fields if f.source != "next_step")
    services = replace(line.world.services, crm_fields={line.kit.crm.slug: fewer})
    (undone,) = roll_back(services, change_set)
    refused = [(w.field, w.detail) for w in undone.writes if w.state is WriteState.REFUSED]
    assert refused == [(line.world.name("next_step"), NOT_MAPPED)]
    assert line.stands("next_step") == "Thursday at ten works for us both"


def test_provisioning_reports_each_crm(line: Line) -> None:
    services = replace(line.world.services, crm_fields={line.kit.crm.slug: line.world.fields})
    (report,) = provision_all(services).values()
    names = {field.name for field in line.world.fields}
    assert (set(report.created), set(report.present), report.failed) == (set(), names, {})


def test_a_crm_that_fails_is_reported_and_not_raised(line: Line) -> None:
    line.kit.sandbox.revoke()
    services = replace(line.world.services, crm_fields={line.kit.crm.slug: line.world.fields})
    (report,) = provision_all(services).values()
    assert set(report.failed) == {field.name for field in line.world.fields}
    assert all("connect" in problem or "token" in problem for problem in report.failed.values())
