"""``reploop crm``: provision, plan, push, people's edits, rolling back, approvals, the brake.

Every command is run as it is typed, against Salesforce and HubSpot on loopback.
"""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli.output import FAILED, NOT_FOUND
from app.services import clock_now
from domain.crm import RecordKind
from domain.deals import DealRef
from domain.people import Person, Role
from integrations.salesforce.package import package_files
from sandbox.crm_sandbox import CrmSandbox
from sandbox.hubspot import HubspotSandbox
from sandbox.running import RunningApp, mounted
from sandbox.salesforce import SalesforceSandbox
from store.database import SqlDatabase
from tests.app.cli_runs import Ran, Terminal
from tests.integrations.crm.kit import COMPANY
from tests.jobs.crm_world import ANA, CRM_FIELDS, a_call, a_card

pytestmark = pytest.mark.slow
BOTH = ("salesforce", "hubspot")
WORDS = "Thursday at ten works"


@dataclass
class Desk:
    """Where an administrator types: commands, two CRMs, and a scored call on a deal in each."""

    terminal: Terminal
    crms: dict[str, CrmSandbox]
    ids: dict[str, str]
    env: dict[str, str]

    def run(self, *args: str, **env: str) -> Ran:
        """Type ``reploop crm …``."""
        return self.terminal.run("crm", *args, **{**self.env, **env})

    def json(self, *args: str, **env: str) -> Any:
        """The same with ``--json``; the document it prints."""
        ran = self.run(*args, "--json", **env)
        assert ran.code == 0, ran.err
        return ran.json

    def there(self, crm: str, source: str) -> str:
        """The field that shows a source of deals."""
        return next(f.name for f in CRM_FIELDS[crm]
                    if f.source == source and f.on is RecordKind.DEAL)  # fmt: skip

    def stands(self, crm: str, source: str) -> Any:
        """What stands on the deal."""
        value = self.crms[crm].value(self.ids[crm], self.there(crm, source))
        return None if value == "" else value

    def edit(self, crm: str, source: str, value: Any) -> None:
        """A person edits the deal, not in the second in which we do."""
        time.sleep(1.1)
        self.crms[crm].edit_as_person(self.ids[crm], self.there(crm, source), value)
        time.sleep(1.1)

    def call(self, call_id: str, crm: str, overall: float) -> None:
        """A newer scored call on the deal."""
        now = clock_now()
        call = a_call(call_id, deal=DealRef(crm, self.ids[crm]), started_at=now)
        database = SqlDatabase(f"sqlite:///{self.terminal.data / 'reploop.db'}", clock=time.time)
        with database.write() as tx:
            ana = Person(id=ANA, name="Ana Ruiz", email="ana@seller.example", role=Role.REP)
            tx.people.put([ana], [])
            tx.calls.put(call)
            tx.scorecards.add_if_new(a_card(call_id, overall))
        database.dispose()


@pytest.fixture(scope="module")
def child(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    with Terminal(tmp_path_factory.mktemp("desk")) as terminal:
        yield terminal


@pytest.fixture
def desk(child: Terminal, tmp_path: Path) -> Iterator[Desk]:
    salesforce, hubspot = SalesforceSandbox(clock_now), HubspotSandbox(clock_now)
    salesforce.deploy(package_files((), "Reploop"))
    salesforce.assign("Reploop_Reader")
    crms: dict[str, CrmSandbox] = {"salesforce": salesforce, "hubspot": hubspot}
    ids = {slug: crm.load(COMPANY)["rollout"] for slug, crm in crms.items()}
    with ExitStack() as stack:
        url = stack.enter_context(RunningApp(mounted(dict(crms)))).url
        env = {
            "REPLOOP_SALESFORCE_BASE_URL": f"{url}/salesforce",
            "REPLOOP_SALESFORCE_CLIENT_ID": salesforce.credentials.client_id,
            "REPLOOP_SALESFORCE_CLIENT_SECRET": salesforce.credentials.client_secret,
            "REPLOOP_HUBSPOT_TOKEN": hubspot.token,
            "REPLOOP_HUBSPOT_BASE_URL": f"{url}/hubspot",
            "REPLOOP_GRACE_HOURS": "0",
        }
        here = Desk(child.with_data(tmp_path / "data"), crms, ids, env)
        assert here.terminal.run("migrate").code == 0
        here.call("c1", "salesforce", 61.6)
        here.call("c2", "hubspot", 61.6)
        yield here


def provisioned(desk: Desk) -> Desk:
    ran = desk.run("provision")
    assert ran.code == 0, ran.out + ran.err
    return desk


def test_provisioning_creates_everything_and_then_finds_it(desk: Desk) -> None:
    first = desk.json("provision")
    assert set(first) == set(BOTH)
    assert all(report["failed"] == {} for report in first.values())
    assert desk.there("salesforce", "last_call_medal") in first["salesforce"]["created"]
    again = desk.json("provision")
    assert {slug: len(report["created"]) for slug, report in again.items()} == {
        "salesforce": 0, "hubspot": 0,
    }  # fmt: skip


def test_provisioning_that_cannot_be_done_says_why_and_fails(desk: Desk) -> None:
    desk.crms["hubspot"].revoke()
    ran = desk.run("provision")
    assert ran.code == FAILED
    assert "could not create" in ran.out


def test_a_plan_shows_what_would_be_written_and_writes_nothing(desk: Desk) -> None:
    provisioned(desk)
    written: list[str] = []
    for crm in desk.crms.values():
        crm.meanwhile = written.append
    shown, planned = desk.run("plan"), desk.json("plan")
    assert shown.code == 0
    assert "Bronze" in shown.out
    assert "Nothing was written" in shown.out
    assert WORDS not in shown.out
    assert written == []
    assert {deal["record"]["crm"] for deal in planned} == set(BOTH)
    name = desk.there(planned[0]["record"]["crm"], "last_call_medal")
    (medal,) = [write for write in planned[0]["writes"] if write["field"] == name]
    assert (medal["old"], medal["new"], medal["state"]) == (None, "Bronze", "written")
    assert medal["provenance"]["call_id"] in ("c1", "c2")
    assert [d["record"]["crm"] for d in desk.json("plan", "--crm", "hubspot")] == ["hubspot"]
    assert len(desk.json("plan", "--deal", desk.ids["salesforce"])) == 1


def test_push_hand_edit_push_and_rollback(desk: Desk) -> None:
    provisioned(desk)
    first = desk.json("push")
    assert (first["deals"], first["ends"].get("dead"), first["errors"]) == (2, None, {})
    assert {desk.stands(crm, "last_call_medal") for crm in BOTH} == {"Bronze"}

    for crm in BOTH:
        desk.edit(crm, "next_step", "Mine")
    desk.call("c3", "salesforce", 95.0)
    desk.call("c4", "hubspot", 95.0)
    second = desk.run("push")
    assert second.code == 0
    assert "kept as people wrote them" in second.out
    assert "reploop crm rollback push-" in second.out
    for crm in BOTH:
        assert (desk.stands(crm, "last_call_medal"), desk.stands(crm, "next_step")) == (
            "Gold", "Mine",
        )  # fmt: skip

    run = second.out.split("reploop crm rollback ")[1].split("`")[0]
    back = desk.run("rollback", run)
    assert back.code == 0, back.err
    assert "fields put back" in back.out
    for crm in BOTH:
        assert (desk.stands(crm, "last_call_medal"), desk.stands(crm, "next_step")) == (
            "Bronze", "Mine",
        )  # fmt: skip
    assert desk.json("push")["changed"] == 0
    assert desk.stands("hubspot", "last_call_medal") == "Bronze"

    undone = desk.json("rollback", first["run"])
    assert {each["undoes"] is not None for each in undone} == {True}
    assert {desk.stands(crm, "last_call_medal") for crm in BOTH} == {None}
    assert {desk.stands(crm, "next_step") for crm in BOTH} == {"Mine"}


def test_changes_name_the_run_the_call_and_no_words(desk: Desk) -> None:
    provisioned(desk)
    run = desk.json("push")["run"]
    shown, kept = desk.run("changes"), desk.json("changes", "--crm", "hubspot")
    assert run in shown.out
    assert "call c2" in shown.out
    assert WORDS not in shown.out
    assert {write["record"]["crm"] for each in kept for write in each["writes"]} == {"hubspot"}
    assert {each["run"] for each in kept} == {run}


def test_what_waits_is_shown_whole_and_approved_or_declined(desk: Desk, tmp_path: Path) -> None:
    config = with_approval(tmp_path)
    env = {"REPLOOP_CONFIG_DIR": str(config)}
    provisioned(desk)
    desk.json("push", **env)
    assert {desk.stands(crm, "next_step") for crm in BOTH} == {None}
    waits = {each["record"]["crm"]: each for each in desk.json("waiting", **env)}
    assert set(waits) == set(BOTH)
    assert str(waits["hubspot"]["new"]).startswith(WORDS)
    assert waits["hubspot"]["id"] in desk.run("waiting", **env).out
    (approved,) = desk.json("approve", waits["hubspot"]["id"], **env)
    (declined,) = desk.json("decline", waits["salesforce"]["id"], **env)
    assert (approved["state"], declined["state"]) == ("approved", "declined")
    time.sleep(1.1)
    desk.json("push", **env)
    assert str(desk.stands("hubspot", "next_step")).startswith(WORDS)
    assert desk.stands("salesforce", "next_step") is None
    assert desk.run("waiting", **env).out.strip() == "Nothing waits for approval."
    assert desk.run("approve", waits["hubspot"]["id"], **env).code == NOT_FOUND


def with_approval(folder: Path) -> Path:
    """The shipped configuration, but that each change of the next step has to be approved."""
    shipped = Path(__file__).parents[2] / "config"
    copied = folder / "config"
    copied.mkdir()
    for each in shipped.iterdir():
        if each.suffix != ".py" and each.name != "crm_fields.yaml":
            (copied / each.name).symlink_to(each)
    text = (shipped / "crm_fields.yaml").read_text(encoding="utf-8")
    marked = text.replace("- source: next_step\n", "- source: next_step\n    approve: true\n", 1)
    (copied / "crm_fields.yaml").write_text(marked, encoding="utf-8")
    return copied


def test_too_many_changes_stop_and_are_let_go_on(desk: Desk) -> None:
    provisioned(desk)
    stopped = desk.run("push", "--crm", "hubspot", "--limit", "1", "--json")
    assert (stopped.code, stopped.json["ends"].get("parked", 0) > 0) == (FAILED, True)
    assert any("reploop crm resume hubspot" in why for why in stopped.json["errors"])
    assert desk.json("resume", "hubspot")["waiting"] == stopped.json["ends"]["parked"]
    assert desk.json("push", "--crm", "hubspot")["ends"].get("parked") is None


def test_what_is_not_there_is_said_and_ends_with_its_own_code(desk: Desk) -> None:
    provisioned(desk)
    for args in (("rollback", "nothing"), ("push", "--crm", "zoho"), ("plan", "--crm", "zoho"),
                 ("plan", "--deal", "nothing"), ("decline", "nothing")):  # fmt: skip
        ran = desk.run(*args)
        assert (ran.code, ran.out) == (NOT_FOUND, ""), args
        assert ran.err


def test_a_deal_that_the_crm_refuses_fails_the_push_with_the_reason(desk: Desk) -> None:
    provisioned(desk)
    desk.crms["hubspot"].refuse(desk.ids["hubspot"])
    ran = desk.run("push", "--wait", "0")
    assert ran.code == FAILED
    assert "1 record not written" in ran.out
    assert desk.stands("salesforce", "last_call_medal") == "Bronze"


def test_without_a_crm_there_is_nothing_to_do(child: Terminal, tmp_path: Path) -> None:
    alone = child.with_data(tmp_path / "data")
    assert alone.run("migrate").code == 0
    assert "No CRM is configured" in alone.run("crm", "provision").out
    assert "nothing to write" in alone.run("crm", "plan").out
    assert "nothing to write" in alone.run("crm", "push").out
    assert alone.run("crm", "changes").out.strip() == "Nothing was written to a CRM yet."
