"""`reploop doctor` against nothing, a running sandbox, wrong credentials and dead servers."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from sandbox.running import RunningApp
from sandbox.world import World
from tests.app.cli_runs import Ran, Terminal

pytestmark = pytest.mark.slow
SECRETS = ("TOKEN", "SECRET", "API_KEY")


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    with Terminal(tmp_path_factory.mktemp("doctor")) as running:
        yield running


@pytest.fixture(scope="module")
def vendors() -> Iterator[Mapping[str, str]]:
    world = World()
    with RunningApp(world.app) as app:
        yield {
            **world.settings(app.url),
            **world.model_settings(app.url),
            "REPLOOP_SLACK_SIGNING_SECRET": "a-signing-secret-of-some-length",
        }


def states(ran: Ran) -> dict[str, str]:
    return {check["what"]: check["state"] for check in ran.json["checks"]}


def test_on_a_new_machine_nothing_is_wrong_and_everything_is_off(terminal: Terminal) -> None:
    ran = terminal.run("doctor", "--json")
    assert (ran.code, ran.json["ok"]) == (0, True)
    off = {what for what, state in states(ran).items() if state == "off"}
    assert off == {
        "database", "redis", "model", "Zoom", "Slack", "Salesforce", "HubSpot", "Zoho CRM",
        "Pipedrive", "Freshsales", "monday",
    }  # fmt: skip
    assert "docs/integrations/zoom.md says where to get" in terminal.run("doctor").out


def test_a_doctor_makes_nothing(tmp_path: Path) -> None:
    with Terminal(tmp_path) as own:
        assert own.run("doctor").code == 0
    assert list(tmp_path.iterdir()) == []


def test_all_vendors_are_asked_and_what_to_do_next_is_said(
    terminal: Terminal, vendors: Mapping[str, str]
) -> None:
    first = terminal.run("doctor", **vendors)
    assert first.code == 1
    assert "no  Salesforce permission set: Reploop does not exist yet" in first.out
    assert "      Run `reploop crm provision`." in first.out
    made = terminal.run("crm", "provision", **vendors)
    assert (made.code, made.out.count(" created, ")) == (0, 2)
    after = terminal.run("doctor", "--json", **vendors)
    assert after.code == 0
    failed = [what for what, state in states(after).items() if state == "no"]
    assert failed == []
    assert states(after)["Zoom API credentials"] == "ok"


def test_wrong_credentials_are_told_one_vendor_at_a_time_and_never_shown(
    terminal: Terminal, vendors: Mapping[str, str]
) -> None:
    wrong = "not-the-right-one-at-all"
    given = {k: wrong if any(s in k for s in SECRETS) else v for k, v in vendors.items()}
    ran = terminal.run("doctor", **given)
    assert ran.code == 1
    for line in (
        "no  model sandbox-1",
        "no  Zoom API credentials: the account id, client id or secret is not accepted",
        "no  Slack token: auth.test: invalid_auth",
        "no  Salesforce sign-in: sign-in refused",
        "no  HubSpot owners: the token is not accepted",
    ):
        assert line in ran.out
    assert wrong not in ran.out + ran.err
    made = terminal.run("crm", "provision", **given)
    assert made.code == 1
    assert made.out.count("could not create") == 2  # once a CRM, not once a field


def test_a_server_that_is_away_is_not_blamed_on_credentials(
    terminal: Terminal, vendors: Mapping[str, str]
) -> None:
    host = vendors["REPLOOP_HUBSPOT_BASE_URL"].removesuffix("/hubspot")
    down = {k: v.replace(host, "http://127.0.0.1:1") for k, v in vendors.items()}
    ran = terminal.run("doctor", "--json", **down)
    failed = [c for c in ran.json["checks"] if c["state"] == "no"]
    assert {c["detail"] for c in failed} == {"its server cannot be reached"}
    assert {c["what"].split()[0] for c in failed} == {
        "model", "Zoom", "Slack", "Salesforce", "HubSpot",
    }  # fmt: skip


def test_each_part_is_tried_even_if_others_are_configured_wrong(terminal: Terminal) -> None:
    ran = terminal.run(
        "doctor",
        "--json",
        REPLOOP_ZOOM_ACCOUNT_ID="half",
        REPLOOP_DATABASE_URL="nonsense",
        REPLOOP_REDIS_URL="redis://127.0.0.1:1/0",
        REPLOOP_CONFIG_DIR="/nowhere",
    )
    assert ran.code == 1
    found = {c["what"]: c["detail"] for c in ran.json["checks"] if c["state"] == "no"}
    assert set(found) == {"configuration", "database", "redis", "Zoom"}
    assert found["redis"] == "cannot be reached"
    assert "REPLOOP_ZOOM_CLIENT_ID" in found["Zoom"]


def test_a_database_that_is_damaged_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "reploop.db").write_text("no database, but words and more words")
    with Terminal(tmp_path) as own:
        ran = own.run("doctor", "--json")
        assert states(ran)["database"] == "no"
        told = own.run("calls", "list", "--json")
    assert (told.code, told.error["code"]) == (1, "database")


def test_links_that_would_lead_nowhere_are_told(terminal: Terminal) -> None:
    ran = terminal.run(
        "doctor", REPLOOP_HUBSPOT_TOKEN="t", REPLOOP_HUBSPOT_BASE_URL="http://[100::1]:9"
    )
    assert "HubSpot would be sent links to http://127.0.0.1:8000" in ran.out
    assert "Set REPLOOP_BASE_URL to the address people open" in ran.out
