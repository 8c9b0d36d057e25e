"""Undoing what was written on deals, and creating the fields: real adapters and database."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from domain.deals import ChangeSetId, WriteState
from domain.errors import NotVisible, Transient, VendorUnavailable
from jobs.deal_turn import take_turn
from jobs.provision import provision_all
from jobs.undo_crm import NOT_MAPPED, undo_change_set
from sandbox.base import Fault
from tests.integrations.crm.kit import KITS, Kit
from tests.jobs.crm_world import CRM_FIELDS, NOW, World, a_call, a_card, a_proficiency, world

pytestmark = pytest.mark.slow
Setup = tuple[World, Kit]


@pytest.fixture(params=sorted(KITS))
def setup(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Setup]:
    url = f"sqlite:///{shutil.copy(migrated, tmp_path / 'reploop.db')}"
    with KITS[request.param]() as kit, world(url, kit.crm, kit.ids["rollout"]) as made:
        provision_all(made.services)
        made.put(a_call(deal=made.ref), a_card(), a_proficiency())
        yield made, kit


def stands(setup: Setup, source: str) -> object:
    made, kit = setup
    return kit.sandbox.value(made.ref.id, made.name(source))


def synced(setup: Setup) -> ChangeSetId:
    change_set = setup[0].sync().change_set
    assert change_set is not None
    return change_set.id


def newer_call(made: World) -> None:
    later = a_call("c2", deal=made.ref, started_at=NOW - timedelta(hours=1))
    made.put(later, a_card("c2", 88.0))


def test_undoing_the_first_write_leaves_the_deal_as_it_was(setup: Setup) -> None:
    made, _ = setup
    undone = undo_change_set(made.services, synced(setup))
    assert {w.state for w in undone.writes} == {WriteState.WRITTEN}
    assert {stands(setup, field.source) for field in made.fields} == {None}


def test_undoing_a_later_write_puts_the_earlier_values_back(setup: Setup) -> None:
    made, _ = setup
    made.sync()
    newer_call(made)
    undo_change_set(made.services, synced(setup))
    assert stands(setup, "last_call_medal") == "Bronze"
    assert stands(setup, "last_call_link") == "https://r.example/calls/c1"


def test_what_a_person_wrote_since_is_not_undone(setup: Setup) -> None:
    made, kit = setup
    change_set = synced(setup)
    kit.sandbox.edit_as_person(made.ref.id, made.name("next_step"), "Mine")
    undone = undo_change_set(made.services, change_set)
    assert stands(setup, "next_step") == "Mine"
    assert stands(setup, "last_call_medal") is None
    kept = [w.field for w in undone.writes if w.state is WriteState.KEPT_HUMAN]
    assert kept == [made.name("next_step")]


def test_a_change_set_that_a_later_write_replaced_is_not_undone(setup: Setup) -> None:
    made, _ = setup
    first = synced(setup)
    newer_call(made)
    made.sync()
    undo_change_set(made.services, first)
    assert stands(setup, "last_call_medal") == "Silver"


def test_an_undo_can_be_undone(setup: Setup) -> None:
    made, _ = setup
    undone = undo_change_set(made.services, synced(setup))
    undo_change_set(made.services, undone.id)
    assert stands(setup, "last_call_medal") == "Bronze"


def test_after_an_undo_the_fields_are_still_ours(setup: Setup) -> None:
    made, _ = setup
    undo_change_set(made.services, synced(setup))
    newer_call(made)
    made.sync()
    assert stands(setup, "last_call_medal") == "Silver"


def test_an_undo_whose_answer_was_lost_is_not_taken_for_a_persons_edit(setup: Setup) -> None:
    made, kit = setup
    change_set = synced(setup)
    kit.sandbox.fail(Fault("accept_then_drop", method="PATCH"))
    with pytest.raises(VendorUnavailable):
        undo_change_set(made.services, change_set)
    newer_call(made)
    made.sync()
    assert stands(setup, "last_call_medal") == "Silver"


def test_a_sync_waits_for_an_undoing_and_both_are_kept_in_their_order(setup: Setup) -> None:
    made, _ = setup
    change_set = synced(setup)
    write_fields = made.crm.write_fields
    meanwhile: list[str] = []

    def slow_write(*args: Any) -> None:
        newer_call(made)
        with pytest.raises(Transient, match="being written to"):
            made.sync()
        meanwhile.append(str(stands(setup, "last_call_medal")))
        write_fields(*args)

    crm = SimpleNamespace(read_fields=made.crm.read_fields, write_fields=slow_write)
    undo_change_set(replace(made.services, crms={made.crm.slug: crm}), change_set)
    assert (meanwhile, stands(setup, "last_call_medal")) == (["Bronze"], None)
    made.sync()
    assert stands(setup, "last_call_medal") == "Silver"


def test_nothing_is_undone_on_a_deal_that_is_being_synced(setup: Setup) -> None:
    made, _ = setup
    change_set = synced(setup)
    newer_call(made)
    refused: list[str] = []

    def undo() -> None:
        with pytest.raises(Transient, match="being written to") as raised:
            undo_change_set(made.services, change_set)
        refused.append(raised.value.vendor)

    made.on_reach["crm.before_write"] = undo
    made.sync()
    assert (refused, stands(setup, "last_call_medal")) == ([made.crm.slug], "Silver")


def test_an_undoing_that_died_keeps_syncs_away_for_one_lease(setup: Setup) -> None:
    made, _ = setup
    with made.database.write() as tx:
        take_turn(tx, made.ref, "an undoing that died", made.services)
    made.clock += timedelta(seconds=made.services.thresholds.lease_s - 1)
    with pytest.raises(Transient, match="being written to"):
        made.sync()
    made.clock += timedelta(seconds=1)
    made.sync()
    assert stands(setup, "last_call_medal") == "Bronze"


def test_an_unknown_change_set_is_not_visible(setup: Setup) -> None:
    with pytest.raises(NotVisible):
        undo_change_set(setup[0].services, ChangeSetId("nope"))


def test_a_crm_that_is_not_connected_any_more_cannot_be_undone_in(setup: Setup) -> None:
    change_set = synced(setup)
    with pytest.raises(NotVisible, match="not connected"):
        undo_change_set(replace(setup[0].services, crms={}), change_set)


def test_a_field_that_is_not_mapped_any_more_is_named_and_left(setup: Setup) -> None:
    made, kit = setup
    change_set = synced(setup)
    fewer = tuple(f for f in made.fields if f.source != "next_step")
    services = replace(made.services, crm_fields={kit.crm.slug: fewer})
    undone = undo_change_set(services, change_set)
    refused = [(w.field, w.detail) for w in undone.writes if w.state is WriteState.REFUSED]
    assert refused == [(made.name("next_step"), NOT_MAPPED)]
    assert stands(setup, "next_step") == "Thursday at ten works for us both"


def test_provisioning_reports_each_crm(setup: Setup) -> None:
    made, kit = setup
    reports = provision_all(made.services)
    names = tuple(field.name for field in CRM_FIELDS[kit.crm.slug])
    assert {slug: (r.created, r.present, r.failed) for slug, r in reports.items()} == {
        kit.crm.slug: ((), names, {})
    }


def test_a_crm_that_fails_is_reported_and_not_raised(setup: Setup) -> None:
    made, kit = setup
    kit.revoke()
    (report,) = provision_all(made.services).values()
    assert set(report.failed) == {field.name for field in made.fields}
    assert all("reconnect" in problem for problem in report.failed.values())
