"""What HubSpot remembers: who wrote what, how deals moved, what became of merged ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.crm import FieldVersion, RecordKind, RecordWrite
from domain.deals import DealMove, MoveOf
from domain.errors import UnexpectedPayload
from integrations.hubspot.crm import HubspotCrm
from integrations.hubspot.settings import HubspotSettings
from sandbox.base import Fault
from sandbox.hubspot import HubspotSandbox
from tests.integrations.crm.kit import NOW, Kit
from tests.integrations.crm.test_crm_contract import all_pages

pytestmark = pytest.mark.slow

DEAL = RecordKind.DEAL


def portal(kit: Kit) -> HubspotSandbox:
    assert isinstance(kit.sandbox, HubspotSandbox)
    return kit.sandbox


def put(kit: Kit, medal: str) -> None:
    kit.clock.tick()
    row = RecordWrite(kit.ids["rollout"], {"reploop_medal": medal})
    kit.crm.write(DEAL, [row], kit.fields)


def medals(kit: Kit, crm: HubspotCrm | None = None) -> Sequence[FieldVersion]:
    (medal,) = [f for f in kit.fields if f.source == "medal"]
    deal = kit.ids["rollout"]
    used = crm or kit.crm
    return used.versions(DEAL, [deal], [medal], NOW)[deal][medal.name]


def without_number(kit: Kit) -> HubspotCrm:
    """The same account, without the setting that says which app we are."""
    url = kit.crm.read_deal(kit.ref("rollout")).url or ""
    base = url[: url.index("/contacts/")]
    return HubspotCrm.open(HubspotSettings(access_token=portal(kit).token, base_url=base))


# ── who wrote ────────────────────────────────────────────────────────────────────────


def test_what_another_app_wrote_is_not_ours(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    put(hubspot, "bronze")
    hubspot.clock.tick()
    deal = hubspot.ids["rollout"]
    portal(hubspot).edit_as_integration(deal, "reploop_medal", "theirs", "52447")
    found = [(v.value, v.ours) for v in medals(hubspot)]
    assert found == [("bronze", True), ("theirs", False)]


def test_a_private_apps_number_is_asked_for_with_its_token_in_the_body(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    put(hubspot, "bronze")
    hubspot.clock.tick()
    portal(hubspot).edit_as_integration(hubspot.ids["rollout"], "reploop_medal", "theirs", "52447")
    crm = without_number(hubspot)
    for _ in range(2):
        assert [v.ours for v in medals(hubspot, crm)] == [True, False]
    (asked,) = hubspot.sandbox.requests_to("/access-token-info")
    assert asked.json() == {"tokenKey": portal(hubspot).token}
    assert all(check.ok for check in crm.check())


def test_without_our_apps_number_every_app_counts_as_ours_and_people_do_not(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    deal = hubspot.ids["rollout"]
    portal(hubspot).edit_as_integration(deal, "reploop_medal", "theirs", "52447")
    hubspot.clock.tick()
    hubspot.sandbox.edit_as_person(deal, "reploop_medal", "a person's")
    portal(hubspot).access.tells_app = False
    crm = without_number(hubspot)
    assert [(v.value, v.ours) for v in medals(hubspot, crm)] == [
        ("theirs", True), ("a person's", False),
    ]  # fmt: skip
    (app,) = [check for check in crm.check() if check.what == "HubSpot app"]
    assert "REPLOOP_HUBSPOT_APP_ID" in app.remedy


def test_the_value_that_stood_before_comes_first(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    for medal in ("one", "two", "three", ""):
        put(hubspot, medal)
    (field,) = [f for f in hubspot.fields if f.source == "medal"]
    since = NOW + timedelta(seconds=12)
    deal = hubspot.ids["rollout"]
    found = hubspot.crm.versions(DEAL, [deal], [field], since)[deal]["reploop_medal"]
    assert [v.value for v in found] == ["two", "three", None]


def test_history_is_read_fifty_records_at_a_time(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    asked = [hubspot.ids["rollout"], *(str(n) for n in range(99))]
    before = hubspot.sandbox.spent["requests"]
    found = hubspot.crm.versions(DEAL, asked, hubspot.fields, NOW)
    assert set(found) == {hubspot.ids["rollout"]}
    assert hubspot.sandbox.spent["requests"] - before == 2


def test_a_history_of_another_shape_is_loud(hubspot: Kit) -> None:
    record = {"id": hubspot.ids["rollout"], "properties": {},
              "propertiesWithHistory": {"reploop_medal": [{"value": "x"}]}}  # fmt: skip
    hubspot.sandbox.fail(Fault("answer", "/batch/read", status=200, body={"results": [record]}))
    with pytest.raises(UnexpectedPayload):
        medals(hubspot)


# ── how deals moved ──────────────────────────────────────────────────────────────────


def test_everything_that_moved_is_told_in_words(hubspot: Kit) -> None:
    account, deal = portal(hubspot).portal, hubspot.ids["rollout"]
    ben = next(o["id"] for o in account.owners.values() if o["email"] == "ben@seller.example")
    at = hubspot.clock.tick(60)
    for name, value in (("amount", "99.5"), ("closedate", "2027-01-31T00:00:00Z"),
                        ("hubspot_owner_id", ben)):  # fmt: skip
        hubspot.sandbox.edit_as_person(deal, name, value)
    hubspot.sandbox.move(deal, stage="Closed Won", outcome="won")
    moves = {m.of: m for m in hubspot.crm.deal_history([hubspot.ref("rollout")])[deal]}
    assert moves[MoveOf.AMOUNT] == DealMove(MoveOf.AMOUNT, at, "14400050 USD", "9950 USD")
    assert moves[MoveOf.OWNER] == DealMove(
        MoveOf.OWNER, at, "ana@seller.example", "ben@seller.example"
    )
    assert moves[MoveOf.STAGE] == DealMove(MoveOf.STAGE, at, "Negotiation", "Closed Won")
    assert moves[MoveOf.OUTCOME] == DealMove(MoveOf.OUTCOME, at, "open", "won")
    assert moves[MoveOf.CLOSE_DATE].new == at.date().isoformat()


def test_an_open_deal_that_changes_its_stage_has_no_new_outcome(hubspot: Kit) -> None:
    hubspot.clock.tick()
    hubspot.sandbox.move(hubspot.ids["rollout"], stage="Contract Sent")
    found = hubspot.crm.deal_history([hubspot.ref("rollout")])[hubspot.ids["rollout"]]
    assert [m.new for m in found if m.of is MoveOf.OUTCOME] == ["open"]
    assert [m.new for m in found if m.of is MoveOf.STAGE] == ["Negotiation", "Contract Sent"]


# ── what changed ─────────────────────────────────────────────────────────────────────


def test_more_changes_than_a_page_holds_are_asked_for_by_id(hubspot: Kit) -> None:
    account = portal(hubspot).portal
    deals = account.tables["deals"]
    first = deals.live[hubspot.ids["rollout"]]
    hubspot.clock.tick(3600)
    for _ in range(450):
        row = type(first)(account.new_id(), hubspot.clock(), dict(first))
        row["hs_object_id"], row["hs_lastmodifieddate"] = row.id, None
        deals.add(row, portal(hubspot).source, indexed=True)
    found, pages = all_pages(hubspot, hubspot.clock())
    assert len(found) == 450
    assert [len(page.deals) for page in pages] == [200, 200, 50, 0]
    assert all(request.json()["after"] == "0" for request in hubspot.sandbox.requests_to("/search"))


def test_search_that_is_behind_is_looked_at_again(hubspot: Kit) -> None:
    portal(hubspot).search_lag = timedelta(seconds=30)
    hubspot.clock.tick(3600)
    hubspot.sandbox.move(hubspot.ids["rollout"], stage="Contract Sent")
    moment = hubspot.clock.tick(5)
    assert all_pages(hubspot, moment - timedelta(seconds=10))[0] == {}
    hubspot.clock.tick(60)
    found, _ = all_pages(hubspot, moment)
    assert found[hubspot.ids["rollout"]].stage == "Contract Sent"


def test_segments_and_the_reason_of_a_loss_come_with_a_deal(hubspot: Kit) -> None:
    deal = hubspot.ids["calder"]
    hubspot.sandbox.edit_as_person(deal, "dealtype", "newbusiness")
    hubspot.sandbox.edit_as_person(deal, "closed_lost_reason", "Price")
    found, _ = all_pages(hubspot, None, {"kind": "dealtype"})
    assert (found[deal].segments, found[deal].lost_reason) == ({"kind": "newbusiness"}, "Price")
    assert found[hubspot.ids["rollout"]].segments == {}
    assert found[deal].pipeline == "Sales Pipeline"


def test_a_cursor_that_is_not_ours_is_refused(hubspot: Kit) -> None:
    for cursor in ("find:1;x", "drop:1", ":"):
        with pytest.raises(UnexpectedPayload):
            hubspot.crm.deals_changed(None, cursor, {})


# ── merged deals ─────────────────────────────────────────────────────────────────────


def test_two_merged_deals_become_a_third_to_which_both_ids_lead(hubspot: Kit) -> None:
    pilot, rollout = hubspot.ids["pilot"], hubspot.ids["rollout"]
    hubspot.clock.tick(3600)
    hubspot.sandbox.merge(pilot, rollout)
    new = portal(hubspot).portal.merged[pilot]
    assert new not in (pilot, rollout)
    for key in ("pilot", "rollout"):
        assert hubspot.crm.read_deal(hubspot.ref(key)).ref.id == new
    deals, pages = all_pages(hubspot, hubspot.clock())
    assert set(deals) == {new}
    assert pages[0].merged == {pilot: new, rollout: new}
    assert [d.ref.id for d in hubspot.crm.find_deals(["dana@harrow.example"])] == [new]


def test_a_merged_deal_is_not_read_under_an_id_that_it_no_longer_has(hubspot: Kit) -> None:
    hubspot.crm.provision(hubspot.fields)
    hubspot.sandbox.merge(hubspot.ids["pilot"], hubspot.ids["rollout"])
    asked = [hubspot.ids["pilot"], hubspot.ids["calder"]]
    assert list(hubspot.crm.read(DEAL, asked, hubspot.fields)) == [hubspot.ids["calder"]]
    assert list(hubspot.crm.versions(DEAL, asked, hubspot.fields, NOW)) == [hubspot.ids["calder"]]
    refs = [hubspot.ref("pilot"), replace(hubspot.ref("calder"))]
    assert list(hubspot.crm.deal_history(refs)) == [hubspot.ids["calder"]]
