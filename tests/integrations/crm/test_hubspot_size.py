"""Ten thousand deals and ten thousand calls: how many requests, and how long the sandbox takes."""

import time
from datetime import UTC, datetime

import pytest

from domain.crm import CallRecord, NewRecord, RecordKind, RecordWrite, RowState
from domain.deals import DealRef
from sandbox.crm_company import CrmCompany, CrmContact, CrmDeal
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import COMPANY, NOW, Kit

pytestmark = pytest.mark.slow

COUNT = 10_000
BATCH = 100
DEAL, CALL = RecordKind.DEAL, RecordKind.CALL
STARTED = datetime(2026, 11, 24, tzinfo=UTC)


def large(kit: Kit) -> list[str]:
    """An account with many deals; ids in order."""
    sandbox = kit.sandbox
    assert isinstance(sandbox, HubspotSandbox)
    sandbox.per_window = 1_000_000
    ids = sandbox.load(
        CrmCompany(
            users=COMPANY.users,
            contacts=tuple(CrmContact(f"c{n}@buyer.example", "C", "B") for n in range(COUNT)),
            deals=tuple(
                CrmDeal(
                    key=f"d{n}", name=f"Deal {n}", account="B", amount_minor=n * 100,
                    owner_email="ana@seller.example", stage="Negotiation",
                    modified_at=NOW, contacts=(f"c{n}@buyer.example",),
                )
                for n in range(COUNT)
            ),
        )
    )  # fmt: skip
    kit.crm.provision((*kit.fields, *kit.others))
    return list(ids.values())


def parts(ids: list[str], size: int = BATCH) -> list[list[str]]:
    return [ids[start : start + size] for start in range(0, len(ids), size)]


def test_a_bulk_run_stays_within_a_day_and_within_minutes(hubspot: Kit) -> None:
    """10 requests to 1,000 deals read, 10 written, 20 of history; 30 to 1,000 calls."""
    ids = large(hubspot)
    spent = hubspot.sandbox.spent
    costs = {}
    began = time.monotonic()

    def cost(what: str) -> None:
        costs[what], spent["requests"] = spent["requests"], 0

    cost("setting up")
    for part in parts(ids):
        assert len(hubspot.crm.read(DEAL, part, hubspot.fields)) == BATCH
    cost("read")
    for part in parts(ids):
        rows = [RecordWrite(i, {"reploop_score": 62.0, "reploop_medal": "gold"}) for i in part]
        done = hubspot.crm.write(DEAL, rows, hubspot.fields)
        assert {row.state for row in done.values()} == {RowState.DONE}
    cost("write")
    for part in parts(ids):
        assert len(hubspot.crm.versions(DEAL, part, hubspot.fields, NOW)) == BATCH
    cost("versions")
    for part in parts(ids[:1000]):
        assert len(hubspot.crm.deal_history([DealRef("hubspot", i) for i in part])) == BATCH
    spent["requests"] = 0
    for start in range(0, COUNT, BATCH):
        made = hubspot.crm.ensure(CALL, [call(ids, n) for n in range(start, start + BATCH)], ())
        assert {row.state for row in made.values()} == {RowState.DONE}
    cost("calls")
    seen = changed(hubspot)
    cost("changes")
    # looking up who owns the first call costs two requests, the stages of the first deal one
    assert costs["read"] == costs["write"] == COUNT / BATCH
    assert costs["versions"] == 2 * COUNT / BATCH
    assert costs["calls"] <= 3 * COUNT / BATCH + 2
    assert seen >= COUNT
    assert costs["changes"] <= COUNT / 200 + 5
    assert sum(costs.values()) < 1_000
    assert time.monotonic() - began < 240


def changed(kit: Kit) -> int:
    """Look at all that changed, four searches a second."""
    cursor, seen = None, 0
    while True:
        page = kit.crm.deals_changed(NOW, cursor, {})
        seen, cursor = seen + len(page.deals), page.next_cursor
        kit.clock.tick(0.25)
        if cursor is None:
            return seen


def call(ids: list[str], n: int) -> NewRecord:
    head = CallRecord(
        key=f"call-{n}", title=f"Call {n}", started_at=STARTED, duration_s=1800.0,
        deal_id=ids[n], owner_email="ana@seller.example",
        contact_emails=(f"c{n}@buyer.example",),
    )  # fmt: skip
    return NewRecord(head)
