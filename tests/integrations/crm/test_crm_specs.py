"""Every request we send is one that the vendor's own description allows."""

import pytest

from domain.crm import RecordKind, RecordWrite
from sandbox.base import Recorded
from tests.integrations.crm.kit import NOW, Kit
from tests.integrations.crm.openapi import load
from tests.integrations.crm.test_crm_contract import a_call, a_snapshot, put
from tests.integrations.samples import specs

pytestmark = pytest.mark.slow

FILES = {
    "salesforce": "salesforce.handwritten.openapi.json",
    "hubspot": "hubspot.openapi.json",
}
"""OpenAPI documents by vendor; monday has a GraphQL schema and a test of its own."""


def drive(kit: Kit) -> list[tuple[str, Recorded]]:
    """Do everything once; the requests with their paths below the vendor's host."""
    crm = kit.crm
    crm.provision((*kit.fields, *kit.others))
    crm.provision((*kit.fields, *kit.others))
    crm.people()
    crm.find_deals(["dana@harrow.example", "lead@harrow.example", "alone@nodeal.example"])
    crm.read_deal(kit.ref("rollout"))
    crm.deals_changed(NOW, None, {})
    crm.deals_changed(None, None, {})
    crm.deal_history([kit.ref("rollout")])
    put(kit, "rollout", score=62.0, day="2026-11-24", summary=None)
    crm.versions(RecordKind.DEAL, [kit.ids["rollout"]], kit.fields, NOW)
    for kind, new in ((RecordKind.CALL, a_call(kit)), (RecordKind.SNAPSHOT, a_snapshot(kit))):
        if kind in crm.traits.kinds:
            (made,) = crm.ensure(kind, [new], kit.of(kind)).values()
            kit.clock.tick()
            now = crm.read(kind, [made.id], kit.of(kind))[made.id]
            kit.clock.tick()
            crm.write(kind, [RecordWrite(made.id, {kit.name("score", kind): 9.0}, now.version)],
                      kit.of(kind))  # fmt: skip
            crm.remove(kind, [made.id])
    crm.check()
    return [(r.path.removeprefix(f"/{crm.slug}"), r) for r in kit.sandbox.requests]


def test_every_request_fits_the_description(kit: Kit) -> None:
    if kit.crm.slug not in FILES:
        pytest.skip("described by a GraphQL schema: its adapter's tests hold it against that")
    spec = load(specs() / FILES[kit.crm.slug])
    sent = drive(kit)
    problems = {
        f"{request.method} {path}: {problem}"
        for path, request in sent
        for problem in spec.problems(request, path.rstrip("/"))
    }
    assert problems == set()
    assert len(sent) > 10


def test_every_request_was_answered_without_an_error(kit: Kit) -> None:
    refused = [
        (r.method, path, r.status)
        for path, r in drive(kit)
        if r.status >= 400 and not (r.status == 404 and "/properties/" in path)
    ]
    assert refused == []


def test_no_secret_travels_in_an_address(kit: Kit) -> None:
    for path, request in drive(kit):
        assert "secret" not in path + request.query
        assert "pat-" not in path + request.query
