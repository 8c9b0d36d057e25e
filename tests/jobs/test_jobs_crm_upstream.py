"""The shared list of awkward CRM answers, each played to the whole sync."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from domain.changes import WriteState
from domain.deals import DealRef
from domain.effects import EffectState
from domain.errors import CredentialsRejected, RateLimited, VendorUnavailable, WriteRefused
from jobs.retries import GiveUp, Park, TryAgain, verdict
from sandbox.base import Fault
from sandbox.salesforce import SalesforceSandbox
from store.database import upgrade
from tests.integrations.crm.kit import KITS, Kit
from tests.integrations.samples import bad_inputs
from tests.jobs.crm_world import World, a_call, a_card, a_proficiency, world

pytestmark = pytest.mark.slow
PREFIX = "d-upstream_responses-"


def row(number: str) -> dict[str, Any]:
    """One row of the shared list, whose case the test that asks for it plays."""
    return next(r for r in bad_inputs("upstream_responses.jsonl") if r["id"] == PREFIX + number)


def answer(number: str) -> tuple[int, object]:
    """The status and body a row tells the vendor to answer with."""
    response = row(number)["response"]
    return response["status"], response.get("body")


Open = Callable[[str], tuple[World, Kit]]


@pytest.fixture
def open_line(tmp_path: Path) -> Iterator[Open]:
    """A vendor by name, with its fields made and one scored call waiting."""
    with ExitStack() as stack:

        def opened(vendor: str) -> tuple[World, Kit]:
            url = f"sqlite:///{tmp_path / 'reploop.db'}"
            upgrade(url)
            kit = stack.enter_context(KITS[vendor]())
            made = stack.enter_context(world(url, kit.crm, kit.ids["rollout"]))
            kit.crm.provision(made.fields)
            made.put(a_call(deal=made.ref), a_card(), a_proficiency())
            return made, kit

        yield opened


def test_001_an_expired_session_is_renewed_and_written_once(open_line: Open) -> None:
    row("001")
    made, kit = open_line("salesforce")
    assert isinstance(kit.sandbox, SalesforceSandbox)
    before = len(kit.sandbox.requests_to("/oauth2/token"))
    kit.sandbox.revoke_tokens()
    made.sync()
    assert len(kit.sandbox.writes) == 1
    assert len(kit.sandbox.requests_to("/oauth2/token")) == before + 1


def test_002_a_revoked_grant_parks_and_is_not_tried_again(open_line: Open) -> None:
    status, body = answer("002")
    made, kit = open_line("salesforce")
    assert isinstance(kit.sandbox, SalesforceSandbox)
    kit.sandbox.revoke_tokens()
    kit.sandbox.fail(Fault("answer", "/oauth2/token", status=status, body=body, times=9))
    before = len(kit.sandbox.requests_to("/oauth2/token"))
    with pytest.raises(CredentialsRejected) as caught:
        made.sync()
    assert verdict(caught.value, 1) == Park()
    assert len(kit.sandbox.requests_to("/oauth2/token")) == before + 1


def test_003_a_spent_quota_is_waited_out(open_line: Open) -> None:
    status, body = answer("003")
    made, kit = open_line("salesforce")
    kit.sandbox.fail(Fault("answer", "/services/data", status=status, body=body))
    with pytest.raises(RateLimited) as caught:
        made.sync()
    what = verdict(caught.value, 1)
    assert isinstance(what, TryAgain)
    assert what.after_s >= 60.0
    made.sync()
    assert len(kit.sandbox.writes) == 1


def test_005_a_missing_field_is_a_dead_letter_with_the_fix(open_line: Open) -> None:
    status, body = answer("005")
    made, kit = open_line("salesforce")
    kit.sandbox.fail(Fault("answer", method="PATCH", status=status, body=body))
    with pytest.raises(WriteRefused, match=r"Reploop_Tier__c.*crm provision") as caught:
        made.sync()
    assert verdict(caught.value, 1) == GiveUp()


def test_006_a_deleted_record_is_unlinked_and_not_tried_again(open_line: Open) -> None:
    status, body = answer("006")
    made, kit = open_line("salesforce")
    kit.sandbox.fail(Fault("answer", made.ref.id, status=status, body=body))
    assert made.sync().state is EffectState.SKIPPED
    with made.database.read() as tx:
        call = tx.calls.get(a_call().id)
    assert call is not None
    assert call.deal is None


def test_007_the_ten_second_limit_is_waited_out_and_written_once(open_line: Open) -> None:
    status, body = answer("007")
    made, kit = open_line("hubspot")
    kit.sandbox.fail(Fault("answer", method="PATCH", status=status, body=body))
    with pytest.raises(RateLimited) as caught:
        made.sync()
    assert caught.value.retry_after_s == 10.0
    made.sync()
    assert len(kit.sandbox.writes) == 1


def test_008_a_batch_with_one_invalid_item_keeps_the_others(open_line: Open) -> None:
    status, body = answer("008")
    assert isinstance(body, dict)
    _, kit = open_line("hubspot")
    good = {"id": "1", "properties": {"email": "dana@harrow.example"}}
    kit.sandbox.fail(Fault("answer", "/contacts/", status=status, body={**body, "results": [good]}))
    kit.sandbox.fail(
        Fault("answer", "/associations/", status=200, body={
            "results": [{"from": {"id": "1"}, "to": [{"toObjectId": int(kit.ids["rollout"])}]}]
        })
    )  # fmt: skip
    found = kit.crm.find_deals(["dana@harrow.example", "broken"])
    assert [d.ref for d in found] == [DealRef("hubspot", kit.ids["rollout"])]


def test_009_a_time_limit_after_the_write_leaves_one_write(open_line: Open) -> None:
    row("009")
    made, kit = open_line("hubspot")
    kit.sandbox.fail(Fault("accept_then_hang", method="PATCH", delay_s=2.5))
    with pytest.raises(VendorUnavailable):
        made.sync()
    made.sync()
    assert len(kit.sandbox.writes) == 1
    with made.database.read() as tx:
        states = {w.state for c in tx.changes.list() for w in c.writes}
    assert states == {WriteState.WRITTEN}


def test_every_crm_row_of_the_list_is_played() -> None:
    rows = bad_inputs("upstream_responses.jsonl")
    listed = {r["id"].removeprefix(PREFIX) for r in rows if r["vendor"] in KITS}
    played = {name[5:8] for name in globals() if name.startswith("test_0")}
    elsewhere = {"004"}  # a batch of records: only grants travel so, see the Salesforce tests
    assert listed == played | elsewhere
