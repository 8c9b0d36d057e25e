"""The files that show what would be created, held against a recorded set."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.crm import RecordKind
from integrations.hubspot.package import package_files
from integrations.hubspot.settings import Snapshots
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import Kit, crm_fields
from tests.integrations.crm.kit_hubspot import hubspot_kit

FIXTURE = Path(__file__).parent / "fixtures" / "hubspot"
FIELDS = tuple(
    field
    for kind in (RecordKind.DEAL, RecordKind.CALL, RecordKind.SNAPSHOT)
    for field in crm_fields(lambda source: f"reploop_{source}", kind)
)


@pytest.fixture
def enterprise() -> Iterator[Kit]:
    with hubspot_kit(snapshots=Snapshots.CUSTOM_OBJECT) as made:
        yield made


def test_the_files_are_the_recorded_ones() -> None:
    recorded = {
        str(path.relative_to(FIXTURE)): path.read_text(encoding="utf-8")
        for path in FIXTURE.rglob("*.*")
    }
    assert dict(package_files(FIELDS)) == recorded


def test_objects_without_fields_have_no_files() -> None:
    assert set(package_files(FIELDS[:1])) == {
        "README.txt", "groups/deals.json", "properties/deals.json",
    }  # fmt: skip


@pytest.mark.slow
def test_what_is_provisioned_is_what_the_files_say(enterprise: Kit) -> None:
    enterprise.crm.provision(FIELDS)
    files = package_files(FIELDS)
    for kind in ("deals", "calls"):
        (made,) = enterprise.sandbox.requests_to(f"/properties/{kind}/batch/create")
        assert made.json() == json.loads(files[f"properties/{kind}.json"])
    (schema,) = enterprise.sandbox.requests_to("/schemas", "POST")
    assert schema.json() == json.loads(files["schemas/reploop_snapshot.json"])
    assert isinstance(enterprise.sandbox, HubspotSandbox)
