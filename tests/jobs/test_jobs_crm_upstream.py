"""The shared list of awkward CRM answers, each played to the whole sync."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from domain.changes import WriteState
from domain.deals import DealRef
from domain.effects import EffectState
from domain.errors import CredentialsRejected, RateLimited, Transient, WriteRefused
from jobs.crm_push import push
from jobs.retries import GiveUp, Park, TryAgain, verdict
from sandbox.base import Fault
from sandbox.crm_company import CrmCompany, CrmDeal, CrmUser
from sandbox.salesforce import SalesforceSandbox
from tests.integrations.crm.kits import KITS
from tests.integrations.samples import bad_inputs
from tests.jobs.crm_line import Line, crm_line
from tests.jobs.crm_world import a_call, a_card

pytestmark = pytest.mark.slow
PREFIX = "d-upstream_responses-"


def row(number: str) -> dict[str, Any]:
    """One row of the shared list, whose case the test that asks for it plays."""
    return next(r for r in bad_inputs("upstream_responses.jsonl") if r["id"] == PREFIX + number)


def answer(number: str) -> tuple[int, object]:
    """The status and body a row tells the vendor to answer with."""
    response = row(number)["response"]
    return response["status"], response.get("body")


Open = Callable[[str], Line]


@pytest.fixture
def open_line(migrated: Path, tmp_path: Path) -> Iterator[Open]:
    """A vendor by name, with its fields made and one scored call waiting."""
    with ExitStack() as stack:
        file = Path(shutil.copy(migrated, tmp_path / "reploop.db"))
        yield lambda vendor: stack.enter_context(crm_line(vendor, file))


def when_written(line: Line, fault: Fault) -> None:
    """What happens to the next write."""
    line.world.on_reach["crm.before_write"] = lambda: line.kit.sandbox.fail(fault)


def test_001_an_expired_session_is_renewed_and_written_once(open_line: Open) -> None:
    row("001")
    line = open_line("salesforce")
    assert isinstance(line.kit.sandbox, SalesforceSandbox)
    before = len(line.kit.sandbox.requests_to("/oauth2/token"))
    line.kit.sandbox.revoke_tokens()
    line.sync()
    assert line.writes() == 1
    assert len(line.kit.sandbox.requests_to("/oauth2/token")) == before + 1


def test_002_a_revoked_grant_parks_and_is_not_tried_again(open_line: Open) -> None:
    status, body = answer("002")
    line = open_line("salesforce")
    assert isinstance(line.kit.sandbox, SalesforceSandbox)
    line.kit.sandbox.revoke_tokens()
    line.kit.sandbox.fail(Fault("answer", "/oauth2/token", status=status, body=body, times=9))
    before = len(line.kit.sandbox.requests_to("/oauth2/token"))
    with pytest.raises(CredentialsRejected) as caught:
        line.sync()
    assert verdict(caught.value, 1) == Park()
    assert len(line.kit.sandbox.requests_to("/oauth2/token")) == before + 1


def test_003_a_spent_quota_is_waited_out(open_line: Open) -> None:
    status, body = answer("003")
    line = open_line("salesforce")
    line.kit.sandbox.fail(Fault("answer", "/services/data", status=status, body=body))
    with pytest.raises(RateLimited) as caught:
        line.sync()
    what = verdict(caught.value, 1)
    assert isinstance(what, TryAgain)
    assert what.after_s >= 60.0
    line.world.clock += timedelta(seconds=what.after_s)
    line.sync()
    assert line.writes() == 1


def test_004_of_a_batch_three_are_refused_and_no_other_is_written_again(open_line: Open) -> None:
    row("004")
    line = open_line("salesforce")
    fields = {"salesforce": line.world.fields}
    services = replace(line.world.services, crm_fields=fields)
    crowd = tuple(
        CrmDeal(key=f"d{n}", name=f"Deal {n}", account="Crowd", stage="Negotiation",
                owner_email="crowd@seller.example")
        for n in range(60)
    )  # fmt: skip
    users = (CrmUser("crowd@seller.example", "Crowd Owner"),)
    ids = line.kit.sandbox.load(CrmCompany(users=users, contacts=(), deals=crowd))
    for key, deal_id in ids.items():
        line.world.put(a_call(key, deal=DealRef("salesforce", deal_id)), a_card(key))
    for key in ("d0", "d30", "d59"):
        line.kit.sandbox.refuse(ids[key])
    line.tick()
    done = push(services)
    assert done.ends == {"sent": 58, "dead": 3}
    written = line.writes()
    line.tick()
    assert push(services).ends == {"sent": 58, "dead": 3}
    assert line.writes() - written <= 3


def test_005_a_missing_field_is_a_dead_letter_with_the_fix(open_line: Open) -> None:
    status, body = answer("005")
    line = open_line("salesforce")
    when_written(line, Fault("answer", status=status, body=body))
    with pytest.raises(WriteRefused, match=r"Reploop_Tier__c.*crm provision") as caught:
        line.sync()
    assert verdict(caught.value, 1) == GiveUp()


def test_006_a_deleted_record_is_unlinked_and_not_tried_again(open_line: Open) -> None:
    row("006")
    line = open_line("salesforce")
    line.world.on_reach["crm.before_write"] = lambda: line.kit.sandbox.delete(line.world.ref.id)
    assert line.sync().state is EffectState.SKIPPED
    with line.world.database.read() as tx:
        call = tx.calls.get(a_call().id)
    assert call is not None
    assert call.deal is None


def test_007_the_ten_second_limit_is_waited_out_and_written_once(open_line: Open) -> None:
    status, body = answer("007")
    line = open_line("hubspot")
    when_written(line, Fault("answer", status=status, body=body))
    with pytest.raises(RateLimited) as caught:
        line.sync()
    assert caught.value.retry_after_s == 10.0
    line.sync()
    assert line.writes() == 1


def test_008_a_batch_with_one_invalid_item_keeps_the_others(open_line: Open) -> None:
    status, body = answer("008")
    assert isinstance(body, dict)
    line = open_line("hubspot")
    good = {"id": "1", "properties": {"email": "dana@harrow.example"}}
    line.kit.sandbox.fail(
        Fault("answer", "/contacts/", status=status, body={**body, "results": [good]})
    )
    line.kit.sandbox.fail(
        Fault("answer", "/associations/", status=200, body={
            "results": [{"from": {"id": "1"}, "to": [{"toObjectId": int(line.kit.ids["rollout"])}]}]
        })
    )  # fmt: skip
    found = line.kit.crm.find_deals(["dana@harrow.example", "broken"])
    assert [d.ref for d in found] == [DealRef("hubspot", line.kit.ids["rollout"])]


def test_009_a_time_limit_after_the_write_leaves_one_write(open_line: Open) -> None:
    row("009")
    line = open_line("hubspot")
    line.lose("accept_then_hang", delay_s=2.5)
    with pytest.raises(Transient):
        line.sync()
    line.sync()
    assert line.writes() == 1
    with line.world.database.read() as tx:
        states = {w.state for c in tx.changes.list() for w in c.writes}
    assert states == {WriteState.WRITTEN}


def test_every_crm_row_of_the_list_is_played() -> None:
    rows = bad_inputs("upstream_responses.jsonl")
    listed = {r["id"].removeprefix(PREFIX) for r in rows if r["vendor"] in KITS}
    played = {name[5:8] for name in globals() if name.startswith("test_0")}
    assert listed == played
