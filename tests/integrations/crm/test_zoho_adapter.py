"""What is Zoho's alone: tokens, one condition for a whole batch, paging, calls, credits."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.crm import (
    CallRecord,
    CrmField,
    FieldKind,
    NewRecord,
    RecordKind,
    RecordWrite,
    RowResult,
    RowState,
)
from domain.deals import Money, MoveOf
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
from integrations.zoho.errors import SPENT_S, error_of, row_result
from integrations.zoho.records import guarded
from integrations.zoho.settings import ZohoSettings
from integrations.zoho.values import duration, is_plain, stamp
from sandbox.base import Fault
from sandbox.crm_company import CrmCompany, CrmDeal, CrmUser
from sandbox.zoho import ZohoSandbox
from sandbox.zoho_fields import PROFILE
from sandbox.zoho_org import US
from tests.integrations.crm.kit import NOW, Kit
from tests.integrations.crm.kit_zoho import SNAPSHOTS, zoho_kit
from tests.integrations.crm.test_crm_contract import a_call, all_pages, put

slow = pytest.mark.slow
DEAL, CALL, SNAPSHOT = RecordKind.DEAL, RecordKind.CALL, RecordKind.SNAPSHOT
DANA = "dana@harrow.example"
ZED = CrmUser("zed@seller.example", "Zed Moss")


@pytest.fixture
def zoho() -> Iterator[Kit]:
    with zoho_kit() as made:
        yield made


def org(kit: Kit) -> ZohoSandbox:
    assert isinstance(kit.sandbox, ZohoSandbox)
    return kit.sandbox


def rows_of(kit: Kit, score: float = 9.0) -> list[RecordWrite]:
    """A write for every deal, all read together."""
    kit.clock.tick()
    now = kit.crm.read(DEAL, list(kit.ids.values()), kit.fields)
    kit.clock.tick()
    return [RecordWrite(key, {kit.name("score"): score}, now[key].version) for key in now]


# ── tokens ───────────────────────────────────────────────────────────────────────────


@slow
def test_many_threads_share_one_token(zoho: Kit) -> None:
    threads = [threading.Thread(target=zoho.crm.people) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert zoho.sandbox.spent["tokens"] == 1


@slow
def test_a_token_that_ended_is_renewed_once_for_all_and_nothing_is_lost(zoho: Kit) -> None:
    zoho.crm.people()
    zoho.clock.tick(3700)
    failed: list[IntegrationError] = []

    def look() -> None:
        try:
            zoho.crm.find_deals([DANA])
        except IntegrationError as error:
            failed.append(error)

    threads = [threading.Thread(target=look) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert zoho.sandbox.spent["tokens"] == 2


@slow
def test_an_error_of_the_accounts_server_comes_with_status_200(zoho: Kit) -> None:
    zoho.sandbox.revoke()
    with pytest.raises(CredentialsRejected, match="reconnect"):
        zoho.crm.people()
    (asked,) = zoho.sandbox.requests_to("/oauth/v2/token")
    assert asked.status == 200


@slow
def test_too_many_tokens_are_waited_for(zoho: Kit) -> None:
    org(zoho).meter.tokens_per_window = 0
    with pytest.raises(RateLimited) as caught:
        zoho.crm.people()
    assert caught.value.retry_after_s == 600.0


@slow
@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9",
        "https://www.zohoapis.com.evil.example",
        "https://zohoapis.com@x.example",
    ],
)
def test_a_token_is_not_sent_to_an_address_that_is_not_zohos(zoho: Kit, address: str) -> None:
    org(zoho).meter.api_domain = address
    with pytest.raises(UnexpectedPayload, match="not Zoho's"):
        zoho.crm.people()
    assert len(zoho.sandbox.requests) == 1


@slow
def test_the_accounts_server_being_away_is_worth_another_try(zoho: Kit) -> None:
    zoho.sandbox.fail(Fault("answer", "/oauth/", status=503))
    with pytest.raises(VendorUnavailable):
        zoho.crm.write(DEAL, [RecordWrite("1", {zoho.name("score"): 1.0})], zoho.fields)
    assert len(zoho.sandbox.requests) == 1


@slow
def test_a_missing_scope_is_for_a_person_to_mend(zoho: Kit) -> None:
    org(zoho).meter.scopes_missing = {"coql"}
    with pytest.raises(SetupRejected, match="scope"):
        zoho.crm.find_deals([DANA])
    failed = [check for check in zoho.crm.check() if not check.ok]
    assert [check.what for check in failed] == ["Zoho CRM contacts"]
    assert "ZohoCRM.coql.READ" in failed[0].remedy


def test_secrets_are_not_shown() -> None:
    settings = ZohoSettings(client_id="c", client_secret="hush", refresh_token="hush")
    assert "hush" not in repr(settings)


# ── one condition for a batch ────────────────────────────────────────────────────────


@slow
def test_a_batch_read_together_is_guarded_by_one_request(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    put(zoho, "pilot", score=1.0)  # the records were modified at different times
    rows = rows_of(zoho)

    def edit(record_id: str) -> None:
        if record_id == zoho.ids["pilot"]:
            zoho.sandbox.edit_as_person(record_id, zoho.name("medal"), "a person's")

    zoho.sandbox.meanwhile = edit
    before = len(zoho.sandbox.requests)
    results = zoho.crm.write(DEAL, rows, zoho.fields)
    assert len(zoho.sandbox.requests) == before + 1
    assert {key: results[zoho.ids[key]].state for key in zoho.ids} == {
        "rollout": RowState.DONE, "pilot": RowState.STALE, "calder": RowState.DONE,
    }  # fmt: skip


@slow
def test_an_edit_after_our_read_of_a_record_that_was_long_unchanged_is_seen(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    put(zoho, "rollout", score=1.0)
    rows = rows_of(zoho)
    zoho.sandbox.edit_as_person(zoho.ids["calder"], zoho.name("medal"), "a person's")
    zoho.clock.tick()
    assert zoho.crm.write(DEAL, rows, zoho.fields)[zoho.ids["calder"]].state is RowState.STALE


@slow
def test_a_batch_that_is_refused_whole_says_nothing_of_the_others(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    org(zoho).writes.whole_batch_conditions = True
    rows = rows_of(zoho)
    zoho.sandbox.edit_as_person(zoho.ids["pilot"], zoho.name("medal"), "a person's")
    results = zoho.crm.write(DEAL, rows, zoho.fields)
    assert results[zoho.ids["pilot"]].state is RowState.STALE
    assert {results[zoho.ids[key]].state for key in ("rollout", "calder")} == {RowState.UNSURE}
    assert zoho.stands("rollout", "score") is None


@slow
def test_a_whole_refusal_without_rows_makes_all_stale(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    rows = rows_of(zoho)
    body = {"code": "ALREADY_MODIFIED", "details": {}, "message": "…", "status": "error"}
    zoho.sandbox.fail(Fault("answer", "/Deals", method="PUT", status=412, body=body))
    results = zoho.crm.write(DEAL, rows, zoho.fields)
    assert {result.state for result in results.values()} == {RowState.STALE}


moments = st.integers(0, 99).map(lambda second: stamp(NOW + timedelta(seconds=second)))


@given(st.lists(st.tuples(moments, moments).map(sorted), max_size=12))
def test_a_header_is_no_earlier_than_a_change_and_no_later_than_a_look(
    times: Sequence[Sequence[str]],
) -> None:
    rows = [RecordWrite(str(n), {}, f"{own}/{seen}") for n, (own, seen) in enumerate(times)]
    written: list[RecordWrite] = []
    for headers, group in guarded(rows):
        written += group
        header = headers["if-unmodified-since"]
        for row in group:
            own, seen = row.version.split("/")
            assert own <= header <= seen
    assert sorted(written, key=lambda row: int(row.id)) == rows


@slow
def test_a_write_without_a_version_has_no_condition(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    row = RecordWrite(zoho.ids["rollout"], {zoho.name("score"): 3.0})
    result = zoho.crm.write(DEAL, [row], zoho.fields)[row.id]
    assert result.state is RowState.DONE
    (sent,) = zoho.sandbox.requests_to("/Deals", "PUT")
    assert "if-unmodified-since" not in sent.headers


# ── reading and writing ──────────────────────────────────────────────────────────────


@slow
def test_no_automation_of_the_company_is_set_off(zoho: Kit) -> None:
    zoho.crm.provision((*zoho.fields, *zoho.others))
    put(zoho, "rollout", score=1.0)
    zoho.crm.ensure(CALL, [a_call(zoho)], zoho.of(CALL))
    assert org(zoho).writes.automations == 0


@slow
def test_an_unknown_field_is_left_out_by_zoho_and_named_by_us(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    other = CrmField("other", "Not_There", "Not there", FieldKind.TEXT)
    with pytest.raises(WriteRefused, match=r"Not_There.*provision"):
        zoho.crm.read(DEAL, [zoho.ids["rollout"]], [*zoho.fields, other])


@slow
def test_more_fields_than_one_answer_shows_are_read_in_two(zoho: Kit) -> None:
    many = tuple(
        CrmField(f"f{n}", f"Field_{n}", f"Field {n}", FieldKind.TEXT) for n in range(60)
    )  # fmt: skip
    zoho.crm.provision(many)
    now = zoho.crm.read(DEAL, [zoho.ids["rollout"]], many)[zoho.ids["rollout"]]
    assert len(now.values) == 60
    assert len(zoho.sandbox.requests_to("/crm/v8/Deals", "GET")) == 2


@slow
def test_nothing_to_do_asks_nothing(zoho: Kit) -> None:
    assert zoho.crm.read(DEAL, [], zoho.fields) == {}
    assert zoho.crm.write(DEAL, [], zoho.fields) == {}
    assert zoho.crm.ensure(CALL, [], zoho.of(CALL)) == {}
    assert zoho.crm.remove(CALL, []) == {}
    assert zoho.crm.deal_history([]) == {}
    assert zoho.sandbox.requests == []


@slow
def test_an_answer_without_results_leaves_a_write_unsure(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    rows = rows_of(zoho)
    zoho.sandbox.fail(Fault("answer", "/Deals", method="PUT", status=200, body="oops"))
    results = zoho.crm.write(DEAL, rows, zoho.fields)
    assert {result.state for result in results.values()} == {RowState.UNSURE}


@slow
def test_a_limit_in_the_middle_of_a_write_keeps_what_was_done(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    guarded_row = rows_of(zoho)[0]
    free = RecordWrite(zoho.ids["calder"], {zoho.name("score"): 4.0})
    org(zoho).meter.credits_per_day = zoho.sandbox.spent["credits"] + 1
    results = zoho.crm.write(DEAL, [guarded_row, free], zoho.fields)
    assert results[free.id].state is RowState.DONE
    unsure = results[guarded_row.id]
    assert (unsure.state, unsure.after_s) == (RowState.UNSURE, SPENT_S)


@slow
def test_deals_are_never_deleted(zoho: Kit) -> None:
    with pytest.raises(WriteRefused):
        zoho.crm.remove(DEAL, [zoho.ids["rollout"]])
    assert zoho.sandbox.requests == []


@slow
def test_a_text_that_is_too_long_is_refused_by_field(zoho: Kit) -> None:
    zoho.crm.provision(zoho.fields)
    result = put(zoho, "rollout", medal="x" * 256)
    assert result.state is RowState.REFUSED
    assert result.detail.startswith(f"{zoho.name('medal')}: INVALID_DATA")
    assert "xxx" not in result.detail


# ── deals ────────────────────────────────────────────────────────────────────────────


@slow
def test_addresses_are_asked_for_fifty_at_a_time_and_odd_ones_by_themselves(zoho: Kit) -> None:
    crowd = [f"person{n}@buyer.example" for n in range(120)]
    zoho.crm.find_deals([*crowd, "o'neil@calder.example"])
    assert len(zoho.sandbox.requests_to("/coql")) == 3
    (search,) = zoho.sandbox.requests_to("/Contacts/search")
    assert search.status == 200


@slow
def test_a_deal_by_a_contact_role_is_found_like_one_by_its_contact(zoho: Kit) -> None:
    (deal,) = zoho.crm.find_deals(["greg@harrow.example"])
    assert deal.ref == zoho.ref("rollout")


@slow
def test_many_deals_come_in_pages_with_tokens_beyond_two_thousand(zoho: Kit) -> None:
    deals = tuple(
        CrmDeal(
            key=f"d{n}", name=f"Deal {n}", account="A", owner_email=ZED.email,
            stage="Qualification", modified_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        for n in range(2400)
    )  # fmt: skip
    zoho.sandbox.load(CrmCompany(users=(ZED,), contacts=(), deals=deals))
    found, pages = all_pages(zoho, None)
    assert len(found) == 2403
    assert len(pages) == 13


@slow
def test_nothing_changed_is_an_answer_without_a_body(zoho: Kit) -> None:
    found, pages = all_pages(zoho, NOW + timedelta(hours=1))
    assert found == {}
    assert [page.gone for page in pages] == [(), ()]
    assert [r.status for r in zoho.sandbox.requests_to("/crm/v8/Deals")] == [304, 204]


@slow
def test_segments_come_with_the_deals(zoho: Kit) -> None:
    found, _ = all_pages(zoho, None, {"industry": "Account_Name", "none": "Not_There"})
    assert found[zoho.ids["rollout"]].segments == {"industry": "Harrow"}
    assert found[zoho.ids["rollout"]].pipeline == "Standard (Standard)"


@slow
def test_a_stage_of_the_companys_own_is_won_by_its_forecast_type(zoho: Kit) -> None:
    zoho.clock.tick(60)
    zoho.sandbox.move(zoho.ids["rollout"], stage="Unterschrieben", outcome="won")
    assert zoho.crm.read_deal(zoho.ref("rollout")).outcome == "won"


@slow
def test_amounts_with_several_currencies_name_their_own(zoho: Kit) -> None:
    org(zoho).org.multi_currency = True
    key = zoho.ids["rollout"]
    org(zoho).org.modules["Deals"].records[key]["Currency"] = "EUR"
    assert zoho.crm.read_deal(zoho.ref("rollout")).amount == Money(14_400_050, "EUR")
    zoho.clock.tick()
    zoho.sandbox.edit_as_person(key, "Amount", 99.5)
    (move,) = zoho.crm.deal_history([zoho.ref("rollout")])[key]
    assert (move.of, move.old, move.new) == (MoveOf.AMOUNT, "14400050 EUR", "9950 EUR")


@slow
def test_a_long_history_is_read_page_by_page_oldest_first(zoho: Kit) -> None:
    key = zoho.ids["rollout"]
    for day in range(1, 29):
        zoho.clock.tick(60)
        zoho.sandbox.edit_as_person(key, "Closing_Date", f"2027-02-{day:02d}")
    zoho.clock.tick(60)
    zoho.sandbox.move(key, stage="Closed Won", outcome="won")
    ana, ben = (p.id for p in sorted(zoho.crm.people(), key=lambda p: p.email)[:2])
    zoho.sandbox.edit_as_person(key, "Owner", {"id": ben})
    moves = zoho.crm.deal_history([zoho.ref("rollout")])[key]
    assert [move.new for move in moves if move.of is MoveOf.CLOSE_DATE][-1] == "2027-02-28"
    assert [(move.of, move.old, move.new) for move in moves[-3:]] == [
        (MoveOf.STAGE, "Negotiation", "Closed Won"),
        (MoveOf.OUTCOME, "open", "won"),
        (MoveOf.OWNER, "ana@seller.example", "ben@seller.example"),
    ]
    assert ana != ben
    assert len(zoho.sandbox.requests_to("__timeline")) == 2


@slow
def test_a_deleted_deal_has_no_history(zoho: Kit) -> None:
    zoho.sandbox.delete(zoho.ids["pilot"])
    found = zoho.crm.deal_history([zoho.ref("pilot"), zoho.ref("rollout")])
    assert set(found) == {zoho.ids["rollout"]}


@slow
def test_an_id_that_is_none_is_not_found_without_asking(zoho: Kit) -> None:
    with pytest.raises(NotFoundAtVendor):
        zoho.crm.read_deal(replace(zoho.ref("rollout"), id="1,2"))
    assert zoho.sandbox.requests == []


# ── calls and snapshots ──────────────────────────────────────────────────────────────


def ensure(kit: Kit, *rows: NewRecord) -> dict[str, RowResult]:
    return dict(kit.crm.ensure(CALL, rows, kit.of(CALL)))


@slow
def test_a_call_has_its_owner_contact_deal_and_length(zoho: Kit) -> None:
    zoho.crm.provision((*zoho.fields, *zoho.others))
    made = ensure(zoho, a_call(zoho))["call-1"]
    record = org(zoho).org.modules["Calls"].records[made.id]
    users = {person.email: person.id for person in zoho.crm.people()}
    contacts = org(zoho).org.modules["Contacts"].records
    assert record["Owner"] == {"id": users["ana@seller.example"]}
    assert record["What_Id"] == {"id": zoho.ids["rollout"]}
    assert record["$se_module"] == "Deals"
    assert contacts[record["Who_Id"]["id"]]["Email"] == DANA
    assert record["Call_Duration"] == "30:30"
    assert record["Call_Start_Time"] == "2026-11-24T15:30:00+00:00"
    assert record["Reploop_Call_Id"] == "call-1"


@slow
def test_a_call_of_people_whom_zoho_does_not_know_is_made_all_the_same(zoho: Kit) -> None:
    zoho.crm.provision((*zoho.fields, *zoho.others))
    new = a_call(zoho)
    assert isinstance(new.head, CallRecord)
    head = replace(new.head, owner_email="gone@seller.example", contact_emails=("x@y.example",))
    made = ensure(zoho, replace(new, head=head))["call-1"]
    record = org(zoho).org.modules["Calls"].records[made.id]
    assert record["Owner"] == {"id": US}
    assert "Who_Id" not in record


@slow
def test_of_two_that_make_the_same_call_one_finds_the_others(zoho: Kit) -> None:
    zoho.crm.provision((*zoho.fields, *zoho.others))
    first = ensure(zoho, a_call(zoho))["call-1"]
    zoho.sandbox.fail(Fault("answer", "/coql", status=204))  # looked up before it was there
    again = ensure(zoho, a_call(zoho))["call-1"]
    assert (again.state, again.id) == (RowState.DONE, first.id)
    assert len(org(zoho).org.modules["Calls"].records) == 1


@slow
def test_a_hundred_calls_cost_two_lookups_one_contact_and_one_insert(zoho: Kit) -> None:
    zoho.crm.provision((*zoho.fields, *zoho.others))
    zoho.crm.people()
    before = len(zoho.sandbox.requests)
    results = ensure(zoho, *(a_call(zoho, f"call-{n}") for n in range(100)))
    assert {result.state for result in results.values()} == {RowState.DONE}
    assert len({result.id for result in results.values()}) == 100
    assert len(zoho.sandbox.requests) == before + 4


@slow
def test_a_call_on_a_deal_that_is_gone_is_refused_and_holds_up_no_other(zoho: Kit) -> None:
    zoho.crm.provision((*zoho.fields, *zoho.others))
    other = a_call(zoho, "call-2")
    gone = a_call(zoho)
    assert isinstance(gone.head, CallRecord)
    gone = replace(gone, head=replace(gone.head, deal_id=zoho.ids["pilot"]))
    zoho.sandbox.delete(zoho.ids["pilot"])
    results = ensure(zoho, gone, other)
    assert results["call-1"].state is RowState.REFUSED
    assert results["call-2"].state is RowState.DONE


@slow
def test_a_key_that_cannot_be_looked_up_is_refused(zoho: Kit) -> None:
    zoho.crm.provision((*zoho.fields, *zoho.others))
    hostile = a_call(zoho, "x') or (Subject in ('y")
    result = ensure(zoho, hostile)[hostile.head.key]
    assert result.state is RowState.REFUSED
    assert org(zoho).org.modules["Calls"].records == {}


@slow
def test_calls_without_the_key_field_are_not_made(zoho: Kit) -> None:
    with pytest.raises(WriteRefused, match=r"Reploop_Call_Id.*provision"):
        ensure(zoho, a_call(zoho))
    assert org(zoho).org.modules["Calls"].records == {}


@slow
def test_an_insert_without_an_answer_is_unsure_and_found_the_next_time(zoho: Kit) -> None:
    zoho.crm.provision((*zoho.fields, *zoho.others))
    zoho.sandbox.fail(Fault("accept_then_drop", "/Calls", method="POST"))
    assert ensure(zoho, a_call(zoho))["call-1"].state is RowState.UNSURE
    assert ensure(zoho, a_call(zoho))["call-1"].state is RowState.DONE
    assert len(org(zoho).org.modules["Calls"].records) == 1


@slow
def test_without_a_module_there_are_no_snapshots_and_the_steps_are_told() -> None:
    with zoho_kit(snapshots_module="") as kit:
        assert kit.crm.traits.kinds == {DEAL, CALL}
        report = kit.crm.provision(kit.of(SNAPSHOT))
        assert kit.name("medal", SNAPSHOT) in report.failed
        assert "REPLOOP_ZOHO_SNAPSHOTS" in report.failed[kit.name("medal", SNAPSHOT)]
        with pytest.raises(WriteRefused):
            kit.crm.read(SNAPSHOT, ["1"], kit.of(SNAPSHOT))


@slow
def test_the_module_is_made_once_for_the_profile_of_our_user_alone(zoho: Kit) -> None:
    created = zoho.crm.provision(zoho.of(SNAPSHOT)).created
    assert SNAPSHOTS in created
    assert zoho.crm.provision(zoho.of(SNAPSHOT)).created == ()
    (sent,) = zoho.sandbox.requests_to("/settings/modules", "POST")
    assert sent.json()["modules"][0]["profiles"] == [{"id": PROFILE["id"]}]


@slow
def test_a_module_that_the_edition_does_not_have_is_told_with_the_steps(zoho: Kit) -> None:
    org(zoho).writes.custom_modules = False
    told = zoho.crm.provision(zoho.of(SNAPSHOT)).failed[zoho.name("medal", SNAPSHOT)]
    assert "NOT_SUPPORTED" in told
    assert "Create New Module" in told


@slow
def test_a_module_that_our_scopes_cannot_make_is_told_with_the_steps(zoho: Kit) -> None:
    org(zoho).meter.scopes_missing = {"settings.modules.create"}
    told = zoho.crm.provision(zoho.of(SNAPSHOT)).failed[zoho.name("medal", SNAPSHOT)]
    assert "OAUTH_SCOPE_MISMATCH" in told
    assert "Create New Module" in told


# ── fields ───────────────────────────────────────────────────────────────────────────


def a_field(name: str, label: str, on: RecordKind = DEAL) -> CrmField:
    return CrmField("medal", name, label, FieldKind.TEXT, "x" * 300, on=on)


@slow
def test_fields_are_made_five_at_a_time(zoho: Kit) -> None:
    zoho.crm.provision([a_field(f"Field_{n}", f"Field {n}") for n in range(12)])
    assert len(zoho.sandbox.requests_to("/settings/fields", "POST")) == 3


@slow
def test_zoho_names_a_field_by_its_label(zoho: Kit) -> None:
    field = a_field("Last_call_score_Reploop", "Last call score (Reploop)")
    assert zoho.crm.provision([field]).created == (field.name,)


@slow
def test_a_field_that_zoho_names_otherwise_is_told_with_the_name(zoho: Kit) -> None:
    field = a_field("My_Name", "Their label")
    (told,) = zoho.crm.provision([field]).failed.values()
    assert "Their_label" in told
    assert "crm_fields.yaml" in told
    (again,) = zoho.crm.provision([field]).failed.values()
    assert again == told


@slow
def test_a_field_on_users_is_not_kept(zoho: Kit) -> None:
    report = zoho.crm.provision([a_field("Focus", "Focus", RecordKind.OWNER)])
    assert "users" in report.failed["Focus"]


@slow
def test_a_field_that_cannot_be_made_holds_up_no_other(zoho: Kit) -> None:
    zoho.crm.provision([a_field("One", "One")])
    long = a_field("Three", "")  # a label is mandatory
    report = zoho.crm.provision([a_field("One", "One"), a_field("Two", "Two"), long])
    assert (report.present, report.created) == (("One",), ("Two",))
    assert "MANDATORY_NOT_FOUND" in report.failed["Three"]


@slow
@pytest.mark.parametrize("permission", ["hidden", "read_only"])
def test_a_field_is_made_editable_for_our_profile_alone(zoho: Kit, permission: str) -> None:
    zoho.crm.provision(zoho.fields)
    profiles = org(zoho).org.modules["Deals"].fields.known[zoho.name("medal")]["profiles"]
    for profile in profiles:
        profile["permission_type"] = permission
    assert zoho.name("medal") in zoho.crm.provision(zoho.fields).present
    assert [profile["permission_type"] for profile in profiles] == ["read_write", permission]
    zoho.crm.provision(zoho.fields)
    assert len(zoho.sandbox.requests_to("/settings/fields", "PATCH")) == 1


@slow
def test_a_key_that_is_not_unique_is_told(zoho: Kit) -> None:
    zoho.crm.provision(zoho.of(CALL))
    calls = org(zoho).org.modules["Calls"].fields.known
    calls["Reploop_Call_Id"]["unique"] = {}
    report = zoho.crm.provision(zoho.of(CALL))
    assert "duplicate" in report.failed["Reploop_Call_Id"]


# ── limits and errors ────────────────────────────────────────────────────────────────


@slow
def test_spent_credits_are_waited_for_longer_than_a_crowd(zoho: Kit) -> None:
    zoho.crm.find_deals([DANA])
    org(zoho).meter.credits_per_day = 1
    with pytest.raises(RateLimited) as caught:
        zoho.crm.find_deals([DANA])
    assert caught.value.retry_after_s == SPENT_S
    zoho.clock.tick(24 * 3600)
    org(zoho).meter.credits_per_day = 100
    zoho.crm.find_deals([DANA])


@slow
def test_a_thousand_deals_cost_ten_reads_and_ten_writes(zoho: Kit) -> None:
    deals = tuple(
        CrmDeal(
            key=f"d{n}", name=f"Deal {n}", account="A", owner_email=ZED.email,
            stage="Qualification", modified_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        for n in range(1000)
    )  # fmt: skip
    company = CrmCompany(users=(ZED,), contacts=(), deals=deals)
    ids = list(zoho.sandbox.load(company).values())
    zoho.crm.provision(zoho.fields)
    before = zoho.sandbox.spent.copy()
    portion = zoho.crm.traits.read_batch
    for start in range(0, 1000, portion):
        now = zoho.crm.read(DEAL, ids[start : start + portion], zoho.fields)
        rows = [RecordWrite(k, {zoho.name("score"): 1.0}, r.version) for k, r in now.items()]
        results = zoho.crm.write(DEAL, rows, zoho.fields)
        assert {result.state for result in results.values()} == {RowState.DONE}
    spent = zoho.sandbox.spent - before
    assert (spent["requests"], spent["credits"]) == (20, 110)


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (401, "INVALID_TOKEN", CredentialsRejected),
        (401, "OAUTH_SCOPE_MISMATCH", SetupRejected),
        (403, "NO_PERMISSION", SetupRejected),
        (404, "INVALID_URL_PATTERN", NotFoundAtVendor),
        (400, "INVALID_MODULE", WriteRefused),
        (400, "", UnexpectedPayload),
        (302, "", UnexpectedPayload),
        (429, "TOO_MANY_REQUESTS", RateLimited),
        (500, "INTERNAL_ERROR", VendorUnavailable),
    ],
)
def test_each_status_is_the_error_of_what_to_do_next(
    status: int, code: str, kind: type[IntegrationError]
) -> None:
    body = {"code": code, "message": "Dana's value", "details": {}, "status": "error"}
    error = error_of(status, body, {})
    assert type(error) is kind
    assert "Dana" not in error.detail


@pytest.mark.parametrize(
    ("item", "state"),
    [
        ({"code": "SUCCESS", "details": {"id": "12"}}, RowState.DONE),
        ({"code": "ALREADY_MODIFIED", "details": {"id": "12"}}, RowState.STALE),
        ({"code": "INVALID_DATA", "details": {"api_name": "id"}}, RowState.GONE),
        ({"code": "INVALID_DATA", "details": {"id": "12"}}, RowState.GONE),
        ({"code": "INVALID_DATA", "details": {"api_name": "Amount"}}, RowState.REFUSED),
        ({"code": "RECORD_IN_BLUEPRINT", "details": {}}, RowState.REFUSED),
        ({"code": "INTERNAL_ERROR", "details": {}}, RowState.UNSURE),
        ({"code": "lower", "details": None}, RowState.UNSURE),
        ("not an object", RowState.UNSURE),
    ],
)
def test_each_row_is_read_by_its_code(item: object, state: RowState) -> None:
    assert row_result(item).state is state


def test_several_errors_of_one_row_are_all_named() -> None:
    each = [
        {"code": "INVALID_DATA", "details": {"api_name": name, "errors": [{"code": "X"}]}}
        for name in ("One", "Two", "not a name: Dana")
    ]
    result = row_result({"code": "MULTIPLE_OR_MULTI_ERRORS", "details": {"errors": each}})
    assert result.state is RowState.REFUSED
    assert "One: INVALID_DATA" in result.detail
    assert "Two: INVALID_DATA" in result.detail
    assert "Dana" not in result.detail


@pytest.mark.parametrize(
    ("seconds", "written"), [(0, "00:00"), (61.4, "01:01"), (1830, "30:30"), (7261, "121:01")]
)
def test_a_length_is_minutes_and_seconds(seconds: float, written: str) -> None:
    assert duration(seconds) == written


@given(st.text(max_size=40))
def test_no_text_in_a_query_can_end_its_quotes(text: str) -> None:
    if is_plain(text):
        assert not set(text) & set("'\"\\()\n")
