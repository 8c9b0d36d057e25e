"""What every CRM adapter promises, through its real client against its sandbox."""

from datetime import UTC, date, datetime

import pytest

from domain.deals import DealRef, FieldValue, Money, Outcome
from domain.errors import (
    CredentialsRejected,
    NotFoundAtVendor,
    RateLimited,
    VendorUnavailable,
    WriteRefused,
)
from sandbox.base import Fault
from tests.integrations.crm.kit import Kit

pytestmark = pytest.mark.slow


def ref(kit: Kit, key: str) -> DealRef:
    return DealRef(kit.crm.slug, kit.ids[key])


def test_a_deal_is_found_by_who_takes_part_with_everything_we_keep(kit: Kit) -> None:
    deals = {d.ref.id: d for d in kit.crm.find_deals(["Greg@Harrow.example", "x@nowhere.example"])}
    assert list(deals) == [kit.ids["rollout"]]
    deal = deals[kit.ids["rollout"]]
    assert (deal.ref.crm, deal.name, deal.stage) == (kit.crm.slug, "Harrow rollout", "Negotiation")
    assert deal.outcome is Outcome.OPEN
    assert deal.amount == Money(14_400_050, "USD")
    assert deal.close_date == date(2026, 12, 5)
    assert deal.owner_email == "ana@seller.example"
    assert deal.modified_at == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert deal.participant_emails == ("greg@harrow.example",)
    assert deal.url is not None
    assert deal.url.startswith("http://127.0.0.1:")


def test_each_deal_names_the_participants_that_led_to_it(kit: Kit) -> None:
    found = kit.crm.find_deals(["dana@harrow.example", "greg@harrow.example"])
    assert {d.ref.id: d.participant_emails for d in found} == {
        kit.ids["rollout"]: ("dana@harrow.example", "greg@harrow.example"),
        kit.ids["pilot"]: ("dana@harrow.example",),
    }


def test_won_and_lost_deals_are_told_apart(kit: Kit) -> None:
    found = kit.crm.find_deals(["dana@harrow.example", "o'neil@calder.example"])
    outcomes = {d.ref.id: d.outcome for d in found}
    assert outcomes[kit.ids["pilot"]] is Outcome.WON
    assert outcomes[kit.ids["calder"]] is Outcome.LOST


def test_an_address_full_of_quotes_is_data_and_not_a_query(kit: Kit) -> None:
    assert kit.crm.find_deals(["' OR Name LIKE '%@x.example", "back\\slash'@x.example"]) == ()


def test_nobody_to_look_for_asks_nothing(kit: Kit) -> None:
    assert kit.crm.find_deals([]) == ()
    assert kit.crm.find_deals(["not an address"]) == ()
    assert kit.sandbox.requests == []


def test_a_hundred_and_fifty_addresses_are_asked_for_in_parts(kit: Kit) -> None:
    crowd = [f"person{n}.of.a.large.committee@buyer.example" for n in range(150)]
    found = kit.crm.find_deals([*crowd, "greg@harrow.example"])
    assert [d.ref.id for d in found] == [kit.ids["rollout"]]


def test_one_deal_is_read_by_id(kit: Kit) -> None:
    deal = kit.crm.read_deal(ref(kit, "calder"))
    assert (deal.name, deal.amount, deal.outcome) == ("Calder & Sons <b>", None, Outcome.LOST)


def test_a_deleted_deal_is_not_found(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.sandbox.delete(kit.ids["rollout"])
    with pytest.raises(NotFoundAtVendor):
        kit.crm.read_deal(ref(kit, "rollout"))
    with pytest.raises(NotFoundAtVendor):
        kit.crm.read_fields(ref(kit, "rollout"), kit.fields)
    with pytest.raises(NotFoundAtVendor):
        kit.crm.write_fields(ref(kit, "rollout"), {kit.name("score"): 1.0}, kit.fields)


def test_provisioning_creates_every_field_and_then_finds_them(kit: Kit) -> None:
    names = tuple(field.name for field in kit.fields)
    first = kit.crm.provision(kit.fields)
    assert (first.created, first.present, first.failed) == (names, (), {})
    again = kit.crm.provision(kit.fields)
    assert (again.created, again.present, again.failed) == ((), names, {})


def test_what_is_written_is_read_back(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    values: dict[str, FieldValue] = {
        kit.name("score"): 62.0,
        kit.name("medal"): "bronze",
        kit.name("day"): "2026-11-24",
        kit.name("link"): "https://reploop.example/calls/c1",
        kit.name("summary"): "62 of 100 from 7 of 10 criteria\n<b>bold</b> & 'quoted' — ünï",
    }
    kit.crm.write_fields(ref(kit, "rollout"), values, kit.fields)
    assert kit.crm.read_fields(ref(kit, "rollout"), kit.fields) == values


def test_none_empties_a_field(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.crm.write_fields(
        ref(kit, "rollout"), {kit.name("score"): 5.0, kit.name("medal"): "x"}, kit.fields
    )
    kit.crm.write_fields(
        ref(kit, "rollout"), {kit.name("score"): None, kit.name("medal"): None}, kit.fields
    )
    assert set(kit.crm.read_fields(ref(kit, "rollout"), kit.fields).values()) == {None}


def test_all_fields_travel_in_one_request(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.crm.write_fields(
        ref(kit, "rollout"), {kit.name("score"): 5.0, kit.name("medal"): "x"}, kit.fields
    )
    assert [r.method for r in kit.sandbox.requests_to(kit.ids["rollout"])] == ["PATCH"]


def test_a_field_that_is_not_ours_is_never_sent(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.crm.write_fields(ref(kit, "rollout"), {"Amount": 1.0, "amount": "1"}, kit.fields)
    assert kit.sandbox.writes == []


def test_a_hidden_field_is_refused_by_name_with_the_remedy(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.hide(kit.name("medal"))
    with pytest.raises(WriteRefused, match=rf"{kit.name('medal')}.*provision"):
        kit.crm.read_fields(ref(kit, "rollout"), kit.fields)
    values: dict[str, FieldValue] = {kit.name("score"): 5.0, kit.name("medal"): "gold"}
    with pytest.raises(WriteRefused, match=rf"{kit.name('medal')}.*provision"):
        kit.crm.write_fields(ref(kit, "rollout"), values, kit.fields)
    assert kit.sandbox.value(kit.ids["rollout"], kit.name("score")) is None


def test_provisioning_mends_a_hidden_field(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.hide(kit.name("medal"))
    report = kit.crm.provision(kit.fields)
    assert report.failed == {}
    kit.crm.write_fields(ref(kit, "rollout"), {kit.name("medal"): "gold"}, kit.fields)
    assert kit.sandbox.value(kit.ids["rollout"], kit.name("medal")) == "gold"


def test_a_field_of_another_type_is_reported_and_left_alone(kit: Kit) -> None:
    kit.crm.provision([f for f in kit.fields if f.source == "medal"])
    (medal,) = [f for f in kit.fields if f.source == "medal"]
    (score,) = [f for f in kit.fields if f.source == "score"]
    wrong = type(score)("score", medal.name, "Score", score.kind)
    report = kit.crm.provision([wrong])
    assert set(report.failed) == {medal.name}
    assert "choose another name" in report.failed[medal.name]


def test_too_many_requests_say_how_long_to_wait(kit: Kit) -> None:
    kit.sandbox.fail(kit.limit)
    with pytest.raises(RateLimited) as caught:
        kit.crm.find_deals(["dana@harrow.example"])
    assert caught.value.retry_after_s == kit.limit_wait_s


def test_revoked_credentials_need_a_person(kit: Kit) -> None:
    kit.crm.find_deals(["dana@harrow.example"])
    kit.revoke()
    with pytest.raises(CredentialsRejected):
        kit.crm.find_deals(["dana@harrow.example"])


@pytest.mark.parametrize("status", [500, 502, 503])
def test_a_server_error_is_worth_another_try(kit: Kit, status: int) -> None:
    kit.crm.find_deals(["dana@harrow.example"])
    kit.sandbox.fail(Fault("answer", status=status, body="<html>oops</html>"))
    with pytest.raises(VendorUnavailable):
        kit.crm.find_deals(["dana@harrow.example"])


def test_a_broken_connection_is_worth_another_try(kit: Kit) -> None:
    kit.crm.find_deals(["dana@harrow.example"])
    kit.sandbox.fail(Fault("drop"))
    with pytest.raises(VendorUnavailable):
        kit.crm.find_deals(["dana@harrow.example"])


def test_no_adapter_tries_again_by_itself(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    before = len(kit.sandbox.requests)
    kit.sandbox.fail(Fault("drop", method="PATCH", times=9))
    with pytest.raises(VendorUnavailable):
        kit.crm.write_fields(ref(kit, "rollout"), {kit.name("score"): 5.0}, kit.fields)
    assert len(kit.sandbox.requests) == before + 1


def test_a_redirect_is_not_followed_with_our_token(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    before = len(kit.sandbox.requests)
    target = {"Location": "http://127.0.0.1:9/elsewhere"}
    kit.sandbox.fail(Fault("answer", method="PATCH", status=302, headers=target))
    with pytest.raises(Exception, match="HTTP 302"):
        kit.crm.write_fields(ref(kit, "rollout"), {kit.name("score"): 5.0}, kit.fields)
    assert len(kit.sandbox.requests) == before + 1


def test_checks_pass_when_everything_is_set_up(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    checks = kit.crm.check()
    assert len(checks) >= 3
    assert all(check.ok for check in checks)


def test_checks_name_the_remedy_and_raise_nothing(kit: Kit) -> None:
    kit.revoke()
    failed = [check for check in kit.crm.check() if not check.ok]
    assert failed
    assert all(check.remedy for check in failed)
