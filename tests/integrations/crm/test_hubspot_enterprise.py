"""Skill levels in an object of our own: the contract's tests for an Enterprise account."""

from collections.abc import Iterator

import pytest

from domain.crm import RecordKind, RowState
from domain.errors import CredentialsRejected, WriteRefused
from integrations.hubspot.settings import Snapshots
from sandbox.base import Fault
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import Kit
from tests.integrations.crm.kit_hubspot import hubspot_kit
from tests.integrations.crm.openapi import load
from tests.integrations.crm.test_crm_contract import (  # these run here with this kit
    a_snapshot,
    test_a_record_is_made_once_and_found_again,
    test_provisioning_creates_every_field_and_then_finds_them,
    test_what_a_person_wrote_on_our_record_is_left_when_it_is_found,
    test_what_we_made_can_be_taken_back,
)
from tests.integrations.crm.test_crm_specs import drive
from tests.integrations.samples import specs

pytestmark = pytest.mark.slow
__all__ = [
    "test_a_record_is_made_once_and_found_again",
    "test_provisioning_creates_every_field_and_then_finds_them",
    "test_what_a_person_wrote_on_our_record_is_left_when_it_is_found",
    "test_what_we_made_can_be_taken_back",
]
SNAPSHOT = RecordKind.SNAPSHOT


@pytest.fixture
def kit() -> Iterator[Kit]:
    with hubspot_kit(snapshots=Snapshots.CUSTOM_OBJECT) as made:
        yield made


def portal(kit: Kit) -> HubspotSandbox:
    assert isinstance(kit.sandbox, HubspotSandbox)
    return kit.sandbox


def test_without_the_setting_there_are_no_snapshots(hubspot: Kit) -> None:
    assert SNAPSHOT not in hubspot.crm.traits.kinds
    with pytest.raises(WriteRefused, match="REPLOOP_HUBSPOT_SNAPSHOTS"):
        hubspot.crm.ensure(SNAPSHOT, [a_snapshot(hubspot)], ())


def test_an_account_without_the_edition_is_told_what_to_do(kit: Kit) -> None:
    portal(kit).enterprise = False
    report = kit.crm.provision((*kit.fields, *kit.of(SNAPSHOT)))
    assert {f.name for f in kit.fields} <= set(report.created)
    assert "Enterprise" in report.failed["reploop_key"]


def test_an_object_in_the_recycling_bin_is_reported(kit: Kit) -> None:
    taken = {"status": "error", "category": "OBJECT_ALREADY_EXISTS", "message": "x"}
    kit.sandbox.fail(Fault("answer", "/schemas", "POST", status=409, body=taken))
    report = kit.crm.provision(kit.of(SNAPSHOT))
    assert "restore" in report.failed["reploop_key"]
    assert kit.crm.provision(kit.of(SNAPSHOT)).failed == {}


def test_a_token_that_is_not_accepted_is_not_taken_for_a_missing_edition(kit: Kit) -> None:
    kit.sandbox.revoke()
    with pytest.raises(CredentialsRejected):
        kit.crm.provision(kit.of(SNAPSHOT))


def test_a_property_that_is_added_later_is_created_on_our_object(kit: Kit) -> None:
    some, rest = kit.of(SNAPSHOT)[:2], kit.of(SNAPSHOT)
    kit.crm.provision(some)
    report = kit.crm.provision(rest)
    assert set(report.created) == {f.name for f in rest} - {f.name for f in some}


def test_every_request_but_those_for_the_object_fits_the_description(kit: Kit) -> None:
    """The description at hand lacks /crm-object-schemas/v3/schemas."""
    spec = load(specs() / "hubspot.openapi.json")
    sent = [(path, r) for path, r in drive(kit) if "/schemas" not in path]
    problems = {p for path, r in sent for p in spec.problems(r, path.rstrip("/"))}
    assert problems == set()


def test_a_snapshot_has_its_title_and_its_owner(kit: Kit) -> None:
    kit.crm.provision(kit.of(SNAPSHOT))
    (made,) = kit.crm.ensure(SNAPSHOT, [a_snapshot(kit)], kit.of(SNAPSHOT)).values()
    account = portal(kit).portal
    row = account.tables["reploop_snapshot"].live[made.id]
    assert row["reploop_title"] == "Ana Ruiz · Questioning · 2026-W48"
    assert account.owners[row["hubspot_owner_id"] or ""]["email"] == "ana@seller.example"


def test_our_objects_number_is_remembered(kit: Kit) -> None:
    kit.crm.provision(kit.of(SNAPSHOT))
    for week in ("2026-W46", "2026-W47"):
        new = a_snapshot(kit, week)
        made = kit.crm.ensure(SNAPSHOT, [new], kit.of(SNAPSHOT))[new.head.key]
        assert made.state is RowState.DONE
    assert len(kit.sandbox.requests_to("/schemas", "GET")) == 2  # before and after creating it


def test_before_provisioning_the_remedy_is_named(kit: Kit) -> None:
    with pytest.raises(WriteRefused, match="provision"):
        kit.crm.ensure(SNAPSHOT, [a_snapshot(kit)], ())
    (levels,) = [c for c in kit.crm.check() if c.what == "HubSpot skill levels"]
    assert not levels.ok
