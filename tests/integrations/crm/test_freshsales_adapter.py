"""What is Freshsales' own: names of fields, views, a second look before a write, automations."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.crm import CrmField, FieldKind, RecordKind, RecordWrite, RowResult, RowState
from domain.deals import DealRef, Money, Outcome
from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    RateLimited,
    SetupRejected,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)
from integrations.freshsales import fields as freshsales_fields
from integrations.freshsales.errors import error_of
from integrations.freshsales.fields import internal_name
from integrations.freshsales.settings import FreshsalesSettings
from integrations.http import Answer
from sandbox.base import Fault
from sandbox.freshsales import FreshsalesSandbox
from sandbox.running import RunningApp
from tests.integrations.crm.kit import NOW, Kit
from tests.integrations.crm.kit_freshsales import connected, freshsales_kit

slow = pytest.mark.slow
DEAL = RecordKind.DEAL


@pytest.fixture
def kit() -> Iterator[Kit]:
    with freshsales_kit() as made:
        yield made


def account(kit: Kit) -> FreshsalesSandbox:
    assert isinstance(kit.sandbox, FreshsalesSandbox)
    return kit.sandbox


def version(kit: Kit, key: str) -> str:
    return kit.crm.read(DEAL, [kit.ids[key]], kit.fields)[kit.ids[key]].version


def put(kit: Kit, key: str, read_version: str, value: str = "silver") -> RowResult:
    row = RecordWrite(kit.ids[key], {kit.name("medal"): value}, read_version)
    return kit.crm.write(DEAL, [row], kit.fields)[kit.ids[key]]


# ── a second look before a write ─────────────────────────────────────────────────────────


@slow
def test_an_edit_after_a_read_of_a_while_ago_is_seen_before_writing(kit: Kit) -> None:
    read_version = version(kit, "rollout")
    kit.clock.tick(30)
    kit.sandbox.edit_as_person(kit.ids["rollout"], kit.there("medal"), "a person's")
    kit.clock.tick(30)
    assert put(kit, "rollout", read_version).state is RowState.STALE
    assert kit.stands("rollout", "medal") == "a person's"
    assert kit.sandbox.requests_to("/deals/", "PUT") == []


@slow
def test_what_was_read_a_moment_ago_is_written_without_a_second_look(kit: Kit) -> None:
    read_version = version(kit, "rollout")
    before = kit.sandbox.spent["requests"]
    kit.clock.tick(4)
    assert put(kit, "rollout", read_version).state is RowState.DONE
    assert kit.sandbox.spent["requests"] == before + 1
    kit.clock.tick(60)
    assert put(kit, "rollout", version(kit, "rollout"), "gold").state is RowState.DONE


@slow
def test_an_old_read_that_still_holds_costs_one_more_request(kit: Kit) -> None:
    read_version = version(kit, "rollout")
    before = kit.sandbox.spent["requests"]
    kit.clock.tick(600)
    assert put(kit, "rollout", read_version).state is RowState.DONE
    assert kit.sandbox.spent["requests"] == before + 2


@slow
def test_every_write_looks_again_where_the_settings_say_so(kit: Kit) -> None:
    sandbox = account(kit)
    with (
        RunningApp(sandbox) as running,
        connected(sandbox, running.url, kit.clock, reread_after_s=0.0) as crm,
    ):
        eager = replace(kit, crm=crm)
        read_version = version(eager, "rollout")
        kit.clock.tick(1)
        kit.sandbox.edit_as_person(kit.ids["rollout"], kit.there("medal"), "a person's")
        assert put(eager, "rollout", read_version).state is RowState.STALE


@slow
def test_a_second_look_whose_answer_is_lost_leaves_the_row_unsure(kit: Kit) -> None:
    read_version = version(kit, "rollout")
    kit.clock.tick(60)
    kit.sandbox.fail(Fault("drop", method="GET"))
    assert put(kit, "rollout", read_version).state is RowState.UNSURE
    assert account(kit).writes == []


# ── what automations tell ────────────────────────────────────────────────────────────────


@slow
def test_an_automation_tells_what_a_person_wrote_over_or_was_written_over(kit: Kit) -> None:
    told: list[dict[str, str]] = []
    account(kit).automations.append(told.append)
    read_version = version(kit, "rollout")

    def edit(deal_id: str) -> None:
        kit.sandbox.meanwhile = None
        kit.sandbox.edit_as_person(deal_id, kit.there("medal"), "a person's")

    kit.sandbox.meanwhile = edit
    assert put(kit, "rollout", read_version).state is RowState.DONE
    assert kit.stands("rollout", "medal") == "silver"
    assert told == [
        {
            "deal_id": kit.ids["rollout"],
            "field": "cf_medal_reploop",
            "value": "a person's",
            "updated_at": "2026-11-25T07:00:00-05:00",
            "updated_by": "person@crm.example",
        }
    ]


@slow
def test_automations_tell_of_emptied_fields_and_numbers_as_text_and_not_of_our_writes(
    kit: Kit,
) -> None:
    told: list[str] = []
    account(kit).automations.append(lambda news: told.append(news["value"]))
    put(kit, "rollout", version(kit, "rollout"))
    kit.sandbox.edit_as_person(kit.ids["rollout"], kit.there("score"), 62)
    kit.sandbox.edit_as_person(kit.ids["rollout"], kit.there("medal"), None)
    kit.sandbox.edit_as_person(kit.ids["rollout"], "amount", "5.00")
    assert told == ["62", ""]


# ── fields that a person makes ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Last call score (Reploop)", "cf_last_call_score_reploop"),
        ("Agreed next step (Reploop)", "cf_agreed_next_step_reploop"),
        ("  Last call -- in Reploop! ", "cf_last_call_in_reploop"),
    ],
)
def test_the_internal_name_follows_from_the_label(label: str, name: str) -> None:
    assert internal_name(label) == name


@slow
def test_a_missing_field_comes_with_the_steps_to_make_it() -> None:
    with freshsales_kit(fields_made=False) as kit:
        report = kit.crm.provision(kit.fields)
        assert (report.created, report.present) == ((), ())
        assert set(report.failed) == {field.name for field in kit.fields}
        steps = report.failed["cf_score_reploop"]
        for part in ("Admin Settings > Deals", "type Number", "'Score (Reploop)'",
                     "internal name cf_score_reploop", "reploop crm provision"):  # fmt: skip
            assert part in steps
        assert "type Date picker" in report.failed["cf_day_reploop"]
        assert "type Text area" in report.failed["cf_summary_reploop"]
        with pytest.raises(WriteRefused, match=r"cf_score_reploop.*provision"):
            kit.crm.read(DEAL, [kit.ids["rollout"]], kit.fields)
        account(kit).add_field("Score (Reploop)", "decimal")
        assert kit.crm.provision(kit.fields).present == ("cf_score_reploop",)


@slow
def test_a_field_that_got_another_internal_name_is_found_by_its_label(kit: Kit) -> None:
    fields = tuple(replace(field, name=f"cf_{field.source}_1") for field in kit.fields)
    assert set(kit.crm.provision(fields).present) == {field.name for field in fields}
    row = RecordWrite(kit.ids["rollout"], {"cf_medal_1": "gold"})
    assert kit.crm.write(DEAL, [row], fields)[row.id].state is RowState.DONE
    assert kit.stands("rollout", "medal") == "gold"
    now = kit.crm.read(DEAL, [kit.ids["rollout"]], fields)[kit.ids["rollout"]]
    assert now.values["cf_medal_1"] == "gold"


@slow
def test_two_fields_with_one_label_are_not_guessed(kit: Kit) -> None:
    account(kit).account.fields["cf_medal2"] = {
        **account(kit).account.fields["cf_medal_reploop"], "name": "cf_medal2",
    }  # fmt: skip
    field = replace(next(f for f in kit.fields if f.source == "medal"), name="cf_other")
    assert set(kit.crm.provision([field]).failed) == {"cf_other"}


@slow
def test_a_field_made_while_we_run_is_found(kit: Kit) -> None:
    kit.crm.read(DEAL, [kit.ids["rollout"]], kit.fields)
    late = CrmField("late", "cf_late_reploop", "Late (Reploop)", FieldKind.TEXT)
    account(kit).add_field("Late (Reploop)", "text")
    now = kit.crm.read(DEAL, [kit.ids["rollout"]], [late])[kit.ids["rollout"]]
    assert now.values == {"cf_late_reploop": None}


@slow
def test_a_field_that_was_deleted_while_we_run_is_refused_and_not_taken_for_written(
    kit: Kit,
) -> None:
    read_version = version(kit, "rollout")
    kit.sandbox.hide("cf_medal_reploop")
    result = put(kit, "rollout", read_version)
    assert result.state is RowState.REFUSED
    assert "cf_medal_reploop" in result.detail
    assert "provision" in result.detail


@slow
def test_a_decimal_field_holds_fractions_and_a_number_field_refuses_them(kit: Kit) -> None:
    share = CrmField("share", "cf_share_reploop", "Share (Reploop)", FieldKind.NUMBER)
    account(kit).add_field("Share (Reploop)", "decimal")
    deal = kit.ids["rollout"]
    kit.crm.write(DEAL, [RecordWrite(deal, {"cf_share_reploop": 0.25})], [share])
    assert kit.crm.read(DEAL, [deal], [share])[deal].values == {"cf_share_reploop": 0.25}
    row = RecordWrite(deal, {"cf_score_reploop": 0.25})
    refused = kit.crm.write(DEAL, [row], kit.fields)[deal]
    assert refused.state is RowState.REFUSED
    assert refused.detail.startswith("cf_score_reploop: refused (400)")
    assert "0.25" not in refused.detail


@pytest.mark.parametrize(
    "given", ["2026-11-24", "2026-11-24T00:00:00Z", "2026-11-24T00:00:00-05:00"]
)
def test_a_date_is_read_with_and_without_a_time(given: str) -> None:
    field = CrmField("day", "cf_day", "Day", FieldKind.DATE)
    assert freshsales_fields.read(field, given) == "2026-11-24"


@pytest.mark.parametrize(("kind", "value"), [(FieldKind.NUMBER, "many"), (FieldKind.DATE, "soon")])
def test_a_value_of_another_type_is_named_by_its_field(kind: FieldKind, value: str) -> None:
    with pytest.raises(UnexpectedPayload, match="cf_x") as caught:
        freshsales_fields.read(CrmField("x", "cf_x", "X", kind), value)
    assert value not in caught.value.detail


# ── rows one by one ──────────────────────────────────────────────────────────────────────


@slow
def test_a_limit_in_the_middle_of_a_batch_says_which_rows_are_written(kit: Kit) -> None:
    deals = [kit.ids[key] for key in ("rollout", "pilot", "calder")]
    now = kit.crm.read(DEAL, deals, kit.fields)
    account(kit).gate.per_hour = len(account(kit).requests) + 1
    rows = [RecordWrite(d, {kit.name("score"): 1.0}, now[d].version) for d in deals]
    results = kit.crm.write(DEAL, rows, kit.fields)
    assert [results[d].state for d in deals] == [
        RowState.DONE, RowState.UNSURE, RowState.UNSURE,
    ]  # fmt: skip
    assert results[deals[1]].after_s == 300.0
    assert len(account(kit).writes) == 1
    with pytest.raises(RateLimited):
        kit.crm.write(DEAL, rows[1:], kit.fields)


@slow
def test_after_a_lost_answer_no_further_row_is_sent(kit: Kit) -> None:
    deals = [kit.ids[key] for key in ("rollout", "pilot")]
    now = kit.crm.read(DEAL, deals, kit.fields)
    kit.sandbox.fail(Fault("accept_then_drop", method="PUT"))
    rows = [RecordWrite(d, {kit.name("score"): 1.0}, now[d].version) for d in deals]
    results = kit.crm.write(DEAL, rows, kit.fields)
    assert {results[d].state for d in deals} == {RowState.UNSURE}
    assert len(kit.sandbox.requests_to("/deals/", "PUT")) == 1


@slow
def test_a_revoked_key_stops_a_write_as_a_whole(kit: Kit) -> None:
    read_version = version(kit, "rollout")
    kit.sandbox.revoke()
    with pytest.raises(CredentialsRejected):
        put(kit, "rollout", read_version)


@slow
def test_an_answer_that_cannot_be_understood_may_be_of_a_write(kit: Kit) -> None:
    read_version = version(kit, "rollout")
    kit.sandbox.fail(Fault("answer", status=200, body="<html>"))
    assert put(kit, "rollout", read_version).state is RowState.UNSURE


@slow
def test_an_id_that_is_no_number_is_not_put_into_an_address(kit: Kit) -> None:
    before = len(kit.sandbox.requests)
    with pytest.raises(NotFoundAtVendor):
        kit.crm.read_deal(DealRef("freshsales", "../contacts/1"))
    assert len(kit.sandbox.requests) == before


@slow
def test_reading_and_writing_cost_two_requests_a_deal(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.sandbox.spent.clear()
    deals = list(kit.ids.values())
    now = kit.crm.read(DEAL, deals, kit.fields)
    rows = [RecordWrite(d, {kit.name("score"): 1.0}, now[d].version) for d in deals]
    kit.crm.write(DEAL, rows, kit.fields)
    assert kit.sandbox.spent["requests"] == 2 * len(deals)


@slow
def test_calls_and_snapshots_are_refused_with_the_reason(kit: Kit) -> None:
    for kind in (RecordKind.CALL, RecordKind.SNAPSHOT):
        assert kit.crm.read(kind, ["1"], ()) == {}
        assert kit.crm.write(kind, [RecordWrite("1", {})], ())["1"].state is RowState.REFUSED
        assert kit.crm.remove(kind, ["1"])["1"].state is RowState.REFUSED
    field = replace(kit.fields[0], on=RecordKind.CALL)
    assert "deals only" in kit.crm.provision([field]).failed[field.name]


# ── deals ────────────────────────────────────────────────────────────────────────────────


@slow
def test_a_lost_deal_has_its_reason_pipeline_and_end(kit: Kit) -> None:
    account(kit).lose(kit.ids["rollout"], "No budget")
    deal = kit.crm.read_deal(kit.ref("rollout"))
    assert (deal.lost_reason, deal.pipeline) == ("No budget", "Default Pipeline")
    assert (deal.outcome, deal.closed_at) == (Outcome.LOST, NOW)
    assert deal.created_at == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert deal.url is not None
    assert deal.url.endswith(f"/crm/sales/deals/{kit.ids['rollout']}")


@slow
def test_amounts_are_in_the_base_currency_of_the_account(kit: Kit) -> None:
    record = account(kit).account.deals[kit.ids["rollout"]]
    record.update(amount="100.00", base_currency_amount="118.50", currency_id=402000000978)
    assert kit.crm.read_deal(kit.ref("rollout")).amount == Money(11_850, "USD")


@slow
def test_the_owner_who_has_left_is_still_named(kit: Kit) -> None:
    for user in account(kit).account.users.values():
        user["is_active"] = False
    assert kit.crm.read_deal(kit.ref("rollout")).owner_email == "ana@seller.example"


@slow
def test_deals_that_stand_beside_their_contact_are_found_too(kit: Kit) -> None:
    deals = [{"id": int(kit.ids["pilot"]), "name": "in short"}]
    body = {"contact": {"id": 1, "deal_ids": [deals[0]["id"]]}, "deals": deals}
    kit.sandbox.fail(Fault("answer", "/contacts/", status=200, body=body))
    (deal,) = kit.crm.find_deals(["greg@harrow.example"])
    assert deal.name == "Harrow pilot"


@slow
def test_a_contact_that_only_resembles_the_address_leads_nowhere(kit: Kit) -> None:
    near = {"contacts": {"contacts": [{"id": 1, "email": "dana@harrow.example.evil"}]}}
    kit.sandbox.fail(Fault("answer", "/lookup", status=200, body=near))
    assert tuple(kit.crm.find_deals(["dana@harrow.example"])) == ()


@slow
def test_a_second_address_of_a_contact_leads_to_the_deal(kit: Kit) -> None:
    contact = next(iter(account(kit).account.contacts.values()))
    contact["emails"].append({"id": 1, "value": "Second@harrow.example", "is_primary": False})
    account(kit).account.contact_of["second@harrow.example"] = str(contact["id"])
    assert len(kit.crm.find_deals(["second@harrow.example"])) == 2


@slow
def test_segments_are_read_from_standard_and_custom_fields(kit: Kit) -> None:
    name = account(kit).add_field("Region", "text")
    kit.sandbox.edit_as_person(kit.ids["rollout"], name, "North")
    page = kit.crm.deals_changed(None, None, {"region": name, "title": "name", "none": "cf_x"})
    segments = {deal.ref.id: deal.segments for deal in page.deals}
    assert segments[kit.ids["rollout"]] == {"region": "North", "title": "Harrow rollout"}


# ── views ────────────────────────────────────────────────────────────────────────────────


@slow
def test_three_views_stand_in_where_none_shows_all_deals(kit: Kit) -> None:
    sandbox = account(kit)
    del sandbox.views["402000700005"]
    found, cursor = [], None
    while True:
        page = kit.crm.deals_changed(None, cursor, {})
        found += [deal.ref.id for deal in page.deals]
        cursor = page.next_cursor
        if cursor is None:
            break
    assert sorted(found) == sorted(kit.ids.values())
    assert len(sandbox.requests_to("/deals/filters")) == 1


@slow
def test_without_a_view_of_all_deals_the_remedy_is_named(kit: Kit) -> None:
    account(kit).views.clear()
    with pytest.raises(SetupRejected, match="REPLOOP_FRESHSALES_DEALS_VIEWS"):
        kit.crm.deals_changed(None, None, {})
    failed = [check for check in kit.crm.check() if not check.ok]
    assert [check.what for check in failed] == ["Freshsales deals"]


@slow
def test_named_views_are_used_as_they_are(kit: Kit) -> None:
    sandbox = account(kit)
    with (
        RunningApp(sandbox) as running,
        connected(sandbox, running.url, kit.clock, deals_views=("402000700003",)) as crm,
    ):
        page = crm.deals_changed(None, None, {})
    assert [deal.ref.id for deal in page.deals] == [kit.ids["pilot"]]
    assert sandbox.requests_to("/deals/filters") == []


@slow
def test_a_deal_that_slides_to_the_page_before_is_not_missed(kit: Kit) -> None:
    account(kit).max_page = 1
    first = kit.crm.deals_changed(None, None, {})
    kit.sandbox.delete(first.deals[0].ref.id)
    found, cursor = set(), first.next_cursor
    while cursor is not None:
        page = kit.crm.deals_changed(None, cursor, {})
        found |= {deal.ref.id for deal in page.deals}
        cursor = page.next_cursor
    assert found == set(kit.ids.values()) - {first.deals[0].ref.id}


@slow
def test_a_look_since_a_moment_ends_at_the_first_older_deal(kit: Kit) -> None:
    account(kit).max_page = 1
    page = kit.crm.deals_changed(datetime(2026, 11, 20, 9, 30, 0, 500, tzinfo=UTC), None, {})
    assert [deal.ref.id for deal in page.deals] == [kit.ids["rollout"]]
    last = kit.crm.deals_changed(datetime(2026, 11, 20, 9, 30, tzinfo=UTC), page.next_cursor, {})
    assert (last.deals, last.next_cursor) == ((), None)


@slow
@pytest.mark.parametrize("cursor", ["", "x", "1:2", "1:a:b"])
def test_a_cursor_that_is_not_ours_is_named(kit: Kit, cursor: str) -> None:
    with pytest.raises(UnexpectedPayload):
        kit.crm.deals_changed(None, cursor, {})


# ── errors ───────────────────────────────────────────────────────────────────────────────


def answer(status: int, body: bytes = b"", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer("freshsales", status, named, body)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (401, b'{"login":"failed","message":"Incorrect email or password"}', CredentialsRejected),
        (403, b'{"login":"failed"}', CredentialsRejected),
        (403, b"<html>", CredentialsRejected),
        (200, b'{"login":"failed"}', CredentialsRejected),
        (400, b'{"errors":{"code":400,"message":["no"]}}', WriteRefused),
        (422, b"", WriteRefused),
        (404, b'{"errors":{"code":404,"message":["Not found"]}}', NotFoundAtVendor),
        (500, b"[]", VendorUnavailable),
        (503, b"\xff", VendorUnavailable),
    ],
)
def test_each_error_says_what_to_do_next(
    status: int, body: bytes, expected: type[IntegrationError]
) -> None:
    assert type(error_of(answer(status, body))) is expected


def test_a_limit_waits_as_long_as_it_says_or_five_minutes() -> None:
    told, silent = error_of(answer(429, retry_after="37")), error_of(answer(429))
    assert isinstance(told, RateLimited)
    assert isinstance(silent, RateLimited)
    assert (told.retry_after_s, silent.retry_after_s) == (37.0, 300.0)


def test_a_refusal_names_our_field_and_nothing_that_the_vendor_said() -> None:
    body = b'{"errors":{"code":400,"message":["cf_score is not valid: my secret"]}}'
    error = error_of(answer(400, body), ["cf_score", "cf_medal"])
    assert error is not None
    assert re.match(r"cf_score: refused \(400\)\. Check", error.detail)
    assert "secret" not in error.detail


def test_no_secret_shows_in_the_settings_text() -> None:
    assert "hush" not in repr(FreshsalesSettings(api_key="hush", base_url="https://x.example"))


@slow
def test_an_hour_has_a_limit_and_ends(kit: Kit) -> None:
    gate = account(kit).gate
    gate.per_hour, gate.per_minute = 3, None
    for _ in range(3):
        kit.crm.people()
    with pytest.raises(RateLimited):
        kit.crm.people()
    kit.clock.tick(3600)
    assert kit.crm.people()


@slow
def test_a_deal_without_its_stage_is_not_guessed(kit: Kit) -> None:
    body = {"deal": {"id": 1, "name": "thin", "updated_at": "2026-11-25T07:00:00-05:00"}}
    kit.sandbox.fail(Fault("answer", "/deals/", status=200, body=body))
    with pytest.raises(UnexpectedPayload, match="stage"):
        kit.crm.read_deal(kit.ref("rollout"))
