"""Every request we send is one that the vendor's own description allows."""

from collections.abc import Mapping

import pytest

from domain.deals import DealRef, FieldValue
from sandbox.base import Recorded
from tests.integrations.crm.kit import Kit
from tests.integrations.crm.openapi import load
from tests.integrations.samples import specs

pytestmark = pytest.mark.slow

FILES = {"salesforce": "salesforce.handwritten.openapi.json", "hubspot": "hubspot.openapi.json"}


def drive(kit: Kit) -> list[tuple[str, Recorded]]:
    """Do everything once; the requests with their paths below the vendor's host."""
    crm, deal = kit.crm, DealRef(kit.crm.slug, kit.ids["rollout"])
    crm.provision(kit.fields)
    crm.provision(kit.fields)
    crm.find_deals(["dana@harrow.example", "lead@harrow.example", "alone@nodeal.example"])
    crm.read_deal(deal)
    crm.read_fields(deal, kit.fields)
    values: Mapping[str, FieldValue] = {
        kit.name("score"): 62.0, kit.name("day"): "2026-11-24", kit.name("summary"): None,
    }  # fmt: skip
    crm.write_fields(deal, values, kit.fields)
    crm.check()
    return [(r.path.removeprefix(f"/{crm.slug}"), r) for r in kit.sandbox.requests]


def test_every_request_fits_the_description(kit: Kit) -> None:
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
