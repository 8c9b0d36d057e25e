"""``reploop crm people`` against a sandbox: who is where, by e-mail address."""

from pathlib import Path

import pytest

from sandbox.crm_company import CrmCompany, CrmUser
from sandbox.running import RunningApp
from sandbox.world import World
from tests.app.cli_runs import Terminal

pytestmark = pytest.mark.slow


def test_people_are_compared_by_their_address(tmp_path: Path) -> None:
    world = World()
    users = (CrmUser("ana@acme.example", "Ana Lee"), CrmUser("zed@acme.example", "Zed Only"))
    world.hubspot.load(CrmCompany(users=users, contacts=(), deals=()))
    people = tmp_path / "people.csv"
    people.write_text(
        "name,email,role,team\nAna Lee,Ana@acme.example,rep,East\n"
        "Ben Hart,ben@acme.example,rep,East\n"
    )
    with (
        RunningApp(world.app) as app,
        Terminal(tmp_path, dict(world.settings(app.url))) as terminal,
    ):
        assert terminal.run("people", "import", str(people)).code == 0
        shown, as_json = (
            terminal.run("crm", "people", "hubspot"),
            terminal.run("crm", "people", "hubspot", "--json"),
        )
        unknown = terminal.run("crm", "people", "zoho")
    assert "1 people are in both" in shown.out
    assert [user["email"] for user in as_json.json["only_there"]] == ["zed@acme.example"]
    assert [person["name"] for person in as_json.json["only_here"]] == ["Ben Hart"]
    assert (unknown.code, "not connected" in unknown.err) == (3, True)
