"""Every request we send is one that the vendor's own description allows."""

import re

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
    "freshsales": "freshsales.handwritten.openapi.json",
    "pipedrive/api/v2": "pipedrive-v2.openapi.json",
    "pipedrive/v1": "pipedrive-v1.openapi.json",
    "zoho": "zoho-crm-v8.openapi.json",
}
"""OpenAPI documents by vendor, and by prefix where one has several.

monday has a GraphQL schema and a test of its own.
"""
BESIDE = {
    "zoho": (
        # the accounts server has a description of its own
        re.compile(r"POST /oauth/v2/token: .* is not in the document"),
        # on a page of the vendor's documentation ("Create Custom Module"), not in the document
        re.compile(r"POST /crm/v8/settings/modules: .* is not in the document"),
        # the document takes a request for the whole answer; the vendor's examples name few keys
        re.compile(r"(POST|PATCH) /crm/v8/settings/fields: '.*' is a required property"),
    ),
}
"""What a vendor's document does not say, or says wrongly."""
ALSO = {
    "salesforce": {"/queryAll": "/query"},
}
"""Paths that a vendor documents and its file lacks, with the one of the same shape in it.

QueryAll is Query with the records of the recycle bin (Salesforce's REST API guide,
resources_queryall.htm); its further pages are those of Query.
"""


def described(crm: str, path: str) -> str:
    """The path as the vendor's file has it."""
    for documented, same in ALSO.get(crm, {}).items():
        if path.rstrip("/").endswith(documented):
            return path.rstrip("/").removesuffix(documented) + same
    return path


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


def problems_of(slug: str, request: Recorded, path: str) -> list[str]:
    """What the vendor's description says against a request."""
    for known, file in FILES.items():
        vendor, _, prefix = known.partition("/")
        if vendor == slug and path.startswith(f"/{prefix}"):
            below = path.removeprefix(f"/{prefix}") if prefix else path
            return load(specs() / file).problems(request, below.rstrip("/"))
    return ["no description"]


def test_every_request_fits_the_description(kit: Kit) -> None:
    if kit.crm.slug == "monday":
        pytest.skip("described by a GraphQL schema: its adapter's tests hold it against that")
    sent = drive(kit)
    problems = {
        f"{request.method} {path}: {problem}"
        for path, request in sent
        for problem in problems_of(kit.crm.slug, request, described(kit.crm.slug, path))
    }
    beside = BESIDE.get(kit.crm.slug, ())
    problems = {each for each in problems if not any(b.fullmatch(each) for b in beside)}
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
