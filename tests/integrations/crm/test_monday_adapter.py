"""What is monday.com's alone: one address, aliases, columns by title, logs, budgets."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from graphql import build_schema, parse, validate
from graphql.execution.values import get_variable_values
from graphql.language import OperationDefinitionNode

from app.crm_vendors import crms
from config.settings import Settings
from domain.crm import CrmField, FieldKind, RecordKind, RecordWrite, RowState
from domain.deals import MoveOf
from domain.errors import (
    ConfigurationError,
    CredentialsRejected,
    NotFoundAtVendor,
    RateLimited,
    SetupRejected,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)
from integrations.monday import documents
from integrations.monday.activity import moment_of
from integrations.monday.crm import MondayCrm
from integrations.monday.errors import Problem, error_of, problems_of
from integrations.monday.values import logged, written
from sandbox.base import Fault
from sandbox.monday import MondaySandbox
from sandbox.monday_limits import Window
from tests.integrations.crm.kit import NOW, Kit
from tests.integrations.crm.kit_monday import monday_kit, settings_for
from tests.integrations.crm.test_crm_contract import a_call, a_snapshot, put
from tests.integrations.crm.test_crm_specs import drive
from tests.integrations.samples import specs

slow = pytest.mark.slow
DEAL, CALL, SNAPSHOT = RecordKind.DEAL, RecordKind.CALL, RecordKind.SNAPSHOT
DANA = "dana@harrow.example"
ONE_PAGE = {
    name: text
    for name, text in vars(documents).items()
    if isinstance(text, str) and name.isupper() and not name.startswith("_")
}
DOCUMENTS = ONE_PAGE | {
    f"{build.__name__} {count}": build(count)
    for build in (
        documents.change_items, documents.create_items, documents.create_columns,
        documents.delete_items,
    )
    for count in (1, 25)
}  # fmt: skip


@pytest.fixture
def monday() -> Iterator[Kit]:
    with monday_kit() as made:
        yield made


def account(kit: Kit) -> MondaySandbox:
    assert isinstance(kit.sandbox, MondaySandbox)
    return kit.sandbox


def rows(kit: Kit, **values: Any) -> list[RecordWrite]:
    named = {kit.name(source): value for source, value in values.items()}
    return [RecordWrite(deal, named) for deal in kit.ids.values()]


def spent(kit: Kit) -> int:
    return len(kit.sandbox.requests)


def opened(kit: Kit, **more: Any) -> MondayCrm:
    """Another adapter on the same sandbox."""
    base = account(kit).requests[0].headers["host"]
    return MondayCrm.open(replace(settings_for(account(kit), f"http://{base}"), **more))


# ── the documents ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_fits_mondays_own_schema(name: str) -> None:
    schema = build_schema((specs() / "monday.graphql").read_text(encoding="utf-8"))
    assert validate(schema, parse(DOCUMENTS[name])) == []


@slow
def test_every_request_fits_mondays_own_schema_with_its_variables(monday: Kit) -> None:
    schema = build_schema((specs() / "monday.graphql").read_text(encoding="utf-8"))
    sent = [request.json() for _, request in drive(monday)]
    assert len(sent) > 20
    for body in sent:
        document = parse(body["query"])
        assert validate(schema, document) == []
        (operation,) = (d for d in document.definitions if isinstance(d, OperationDefinitionNode))
        declared = operation.variable_definitions
        assert isinstance(get_variable_values(schema, declared, body["variables"]), dict)
        assert set(body["variables"]) <= {v.variable.name.value for v in declared}


@slow
def test_no_value_stands_in_a_document(monday: Kit) -> None:
    hostile = 'x") { id } } mutation { delete_item(item_id: 1) { id } } #'
    monday.crm.provision(monday.fields)
    assert put(monday, "rollout", medal=hostile).state is RowState.DONE
    assert monday.stands("rollout", "medal") == hostile
    assert all("delete_item" not in r.json()["query"] for r in monday.sandbox.requests)


@slow
def test_every_request_names_the_version_and_the_token(monday: Kit) -> None:
    monday.crm.people()
    (asked,) = monday.sandbox.requests
    assert asked.headers["api-version"] == "2026-07"
    assert asked.headers["authorization"] == account(monday).token


def test_the_token_is_not_shown(monday: Kit) -> None:
    assert "secret" not in repr(settings_for(account(monday), "http://127.0.0.1"))


# ── finding deals ────────────────────────────────────────────────────────────────────────


@slow
def test_deals_of_a_contact_cost_two_requests_and_the_owners_one(monday: Kit) -> None:
    monday.crm.find_deals([DANA])
    assert spent(monday) == 3
    monday.crm.find_deals([DANA])
    assert spent(monday) == 5


@slow
def test_an_address_is_also_looked_for_as_it_was_given(monday: Kit) -> None:
    item = next(i for i in account(monday).account.contacts.items.values() if "Dana" in i.name)
    item.cells["contact_email"] = {"email": "Dana@Harrow.example", "text": "Dana@Harrow.example"}
    (first, *_) = monday.crm.find_deals(["Dana@Harrow.example"])
    assert first.participant_emails == (DANA,)


@slow
def test_a_display_text_hides_the_address_from_searches(monday: Kit) -> None:
    """monday's own rule for e-mail columns; the page for administrators says so."""
    item = next(i for i in account(monday).account.contacts.items.values() if "Dana" in i.name)
    item.cells["contact_email"] = {"email": DANA, "text": "Write to Dana"}
    assert monday.crm.find_deals([DANA]) == ()


@slow
def test_a_deal_with_an_address_of_its_own_is_found_without_contacts(monday: Kit) -> None:
    board = account(monday).account.deals
    board.add({"lead_email": ("Lead e-mail", "email")})
    board.items[monday.ids["calder"]].cells["lead_email"] = {
        "email": "new@lead.example", "text": "new@lead.example",
    }  # fmt: skip
    monday.crm.people()
    crm = opened(monday, contacts_board="", deal_email_column="lead_email")
    assert [d.ref.id for d in crm.find_deals(["new@lead.example"])] == [monday.ids["calder"]]
    crm.close()


@slow
def test_hundreds_of_deals_of_one_contact_come_in_parts_of_a_hundred(monday: Kit) -> None:
    state = account(monday).account
    many = [state.new_item(state.deals, f"Deal {n}", NOW).id for n in range(130)]
    item = next(i for i in state.contacts.items.values() if "Dana" in i.name)
    item.cells["contact_deal"] = {"item_ids": many}
    assert len(monday.crm.find_deals([DANA])) == 130


@slow
def test_an_archived_deal_is_gone_too(monday: Kit) -> None:
    account(monday).archive(monday.ids["rollout"])
    with pytest.raises(NotFoundAtVendor):
        monday.crm.read_deal(monday.ref("rollout"))


@slow
def test_an_item_of_another_board_is_no_deal(monday: Kit) -> None:
    contact = next(iter(account(monday).account.contacts.items))
    with pytest.raises(NotFoundAtVendor):
        monday.crm.read_deal(replace(monday.ref("rollout"), id=contact))
    monday.crm.provision(monday.fields)
    assert monday.crm.read(DEAL, [contact], monday.fields) == {}


@slow
def test_a_deal_says_when_it_was_closed(monday: Kit) -> None:
    closed_at = monday.clock.tick(60)
    monday.sandbox.move(monday.ids["rollout"], stage="Closed Lost", outcome="lost")
    assert monday.crm.read_deal(monday.ref("rollout")).closed_at == closed_at


@slow
def test_segments_are_columns_by_id_or_title(monday: Kit) -> None:
    page = monday.crm.deals_changed(None, None, {"a": "Account", "b": "deal_account"})
    deal = next(d for d in page.deals if d.ref.id == monday.ids["rollout"])
    assert deal.segments == {"a": "Harrow", "b": "Harrow"}


@slow
def test_a_segment_without_a_column_is_a_setting_to_mend(monday: Kit) -> None:
    with pytest.raises(SetupRejected, match="region"):
        monday.crm.deals_changed(None, None, {"region": "Region"})


# ── what changed ─────────────────────────────────────────────────────────────────────────


@slow
def test_reading_stops_at_the_first_deal_that_is_too_old(monday: Kit) -> None:
    state = account(monday).account
    old = NOW - timedelta(days=9)
    for n in range(1200):
        state.new_item(state.deals, f"Deal {n}", old)
    monday.clock.tick(60)
    monday.sandbox.move(monday.ids["rollout"], stage="Proposal")
    page = monday.crm.deals_changed(NOW, None, {})
    assert [d.ref.id for d in page.deals] == [monday.ids["rollout"]]
    assert page.next_cursor is None


@slow
def test_all_deals_come_five_hundred_at_a_time(monday: Kit) -> None:
    state = account(monday).account
    for n in range(1200):
        state.new_item(state.deals, f"Deal {n}", NOW)
    sizes, cursor = [], None
    while True:
        page = monday.crm.deals_changed(None, cursor, {})
        sizes.append(len(page.deals))
        cursor = page.next_cursor
        if cursor is None:
            break
    assert sizes == [500, 500, 203]


@slow
def test_an_archived_deal_is_told_as_gone_and_a_restored_one_is_not(monday: Kit) -> None:
    monday.clock.tick(60)
    account(monday).archive(monday.ids["calder"])
    account(monday).archive(monday.ids["pilot"])
    account(monday).account.items[monday.ids["pilot"]].state = "active"
    assert monday.crm.deals_changed(NOW, None, {}).gone == (monday.ids["calder"],)


@slow
def test_deletions_are_found_behind_thousands_of_other_changes(monday: Kit) -> None:
    state = account(monday).account
    monday.clock.tick(60)
    monday.sandbox.delete(monday.ids["calder"])
    for n in range(10_500):
        if n % 100 == 0:
            monday.clock.tick(1)
        state.log(state.deals, "update_name", "1", monday.ids["pilot"], data={})
    assert monday.crm.deals_changed(NOW, None, {}).gone == (monday.ids["calder"],)


@slow
def test_an_expired_cursor_does_not_pass_for_the_end(monday: Kit) -> None:
    state = account(monday).account
    for n in range(600):
        state.new_item(state.deals, f"Deal {n}", NOW)
    cursor = monday.crm.deals_changed(None, None, {}).next_cursor
    monday.clock.tick(3 * 3600)
    with pytest.raises(UnexpectedPayload, match="CursorExpired"):
        monday.crm.deals_changed(None, cursor, {})


@slow
def test_history_tells_amounts_dates_owners_and_how_it_ended(monday: Kit) -> None:
    state, deal = account(monday), monday.ids["rollout"]
    ben = next(p.id for p in monday.crm.people() if p.email == "ben@seller.example")
    monday.clock.tick(60)
    state.edit_as_person(deal, "deal_value", "150000")
    state.edit_as_person(deal, "deal_expected_close_date", "2027-01-31")
    owner = {"personsAndTeams": [{"id": ben, "kind": "person"}]}
    state.account.change(state.account.items[deal], {"deal_owner": owner}, "1")
    state.move(deal, stage="Closed Won", outcome="won")
    moves = monday.crm.deal_history([monday.ref("rollout")])[deal]
    assert [(m.of, m.old, m.new) for m in moves] == [
        (MoveOf.AMOUNT, "14400050 USD", "15000000 USD"),
        (MoveOf.CLOSE_DATE, "2026-12-05", "2027-01-31"),
        (MoveOf.OWNER, "ana@seller.example", "ben@seller.example"),
        (MoveOf.STAGE, "Negotiation", "Closed Won"),
        (MoveOf.OUTCOME, "open", "won"),
    ]


# ── fields ───────────────────────────────────────────────────────────────────────────────


@slow
def test_a_field_is_found_by_its_title_or_by_the_id_of_its_column(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    medal = next(f for f in monday.fields if f.source == "medal")
    by_id = CrmField("medal", monday.there("medal"), "Another title", FieldKind.TEXT)
    put(monday, "rollout", medal="gold")
    deal = monday.ids["rollout"]
    read = monday.crm.read(DEAL, [deal], [medal, by_id])[deal].values
    assert read == {medal.name: "gold", by_id.name: "gold"}


@slow
def test_columns_are_looked_up_once(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    before = spent(monday)
    for _ in range(3):
        monday.crm.read(DEAL, list(monday.ids.values()), monday.fields)
    assert spent(monday) == before + 3


@slow
def test_a_column_that_was_recreated_is_found_after_a_second_look(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    monday.sandbox.hide(monday.there("medal"))
    other = opened(monday)
    other.provision(monday.fields)
    other.close()
    values = monday.crm.read(DEAL, [monday.ids["rollout"]], monday.fields)
    assert values[monday.ids["rollout"]].values[monday.name("medal")] is None


@slow
def test_a_long_text_that_monday_would_cut_off_is_refused_instead(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    result = put(monday, "rollout", summary="x" * 2001, score=1.0)
    assert result.state is RowState.REFUSED
    assert "reploop_summary" in result.detail
    assert monday.stands("rollout", "score") is None
    assert put(monday, "rollout", summary="x" * 2000).state is RowState.DONE


@slow
def test_a_long_text_may_stand_in_a_text_column(monday: Kit) -> None:
    board = account(monday).account.deals
    board.add({"text_own": ("Summary (Reploop)", "text")})
    monday.crm.provision(monday.fields)
    assert put(monday, "rollout", summary="x" * 9000).state is RowState.DONE
    assert monday.stands("rollout", "summary") == "x" * 9000


@slow
def test_a_column_that_may_not_be_created_is_left_to_a_person(monday: Kit) -> None:
    account(monday).scopes_missing.add("boards:write")
    report = monday.crm.provision(monday.fields)
    assert set(report.failed) == {field.name for field in monday.fields}
    assert "Medal (Reploop)" in report.failed["reploop_medal"]


@slow
def test_fields_on_users_cannot_be_had(monday: Kit) -> None:
    field = CrmField("skill", "x", "Skill", FieldKind.NUMBER, on=RecordKind.OWNER)
    assert "no fields on users" in monday.crm.provision([field]).failed["x"]
    with pytest.raises(WriteRefused, match="no fields on users"):
        monday.crm.read(RecordKind.OWNER, ["1"], [field])


@pytest.mark.parametrize(
    ("column", "value", "sent"),
    [
        ("numbers", 62.0, "62"),
        ("numbers", 12345678901.5, "12345678901.5"),
        ("numbers", 100.0, "100"),
        ("numbers", None, ""),
        ("text", None, ""),
        ("date", None, None),
        ("link", "https://x.example/", {"url": "https://x.example/", "text": "Open in Reploop"}),
        ("long_text", "a", {"text": "a"}),
    ],
)
def test_values_are_written_as_their_column_takes_them(
    column: str, value: str | float | None, sent: object
) -> None:
    assert written(column, value) == sent


@pytest.mark.parametrize(
    ("kind", "column", "value", "read"),
    [
        (FieldKind.NUMBER, "numbers", {"value": 62, "unit": {"symbol": "custom"}}, 62.0),
        (FieldKind.NUMBER, "numbers", None, None),
        (FieldKind.TEXT, "text", {"value": "gold"}, "gold"),
        (FieldKind.LONG_TEXT, "long_text", {"text": "a", "changed_at": "x"}, "a"),
        (FieldKind.LONG_TEXT, "long_text", {"column_settings": {}}, None),
        (FieldKind.DATE, "date", {"date": "2026-11-24", "time": None}, "2026-11-24"),
        (FieldKind.URL, "link", {"url": "https://x.example/", "text": "x"}, "https://x.example/"),
    ],
)
def test_logged_values_are_read_by_the_type_of_their_column(
    kind: FieldKind, column: str, value: object, read: object
) -> None:
    assert logged(kind, column, value, None) == read


def test_moments_of_the_log_have_seventeen_digits() -> None:
    assert moment_of("17867431589600484") == datetime(2026, 8, 14, 21, 32, 38, 960048, tzinfo=UTC)
    with pytest.raises(UnexpectedPayload):
        moment_of("2026-08-14")


# ── rows of one document ─────────────────────────────────────────────────────────────────


@slow
def test_many_rows_are_one_request(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    before = spent(monday)
    results = monday.crm.write(DEAL, rows(monday, score=5.0, medal="gold"), monday.fields)
    assert {r.state for r in results.values()} == {RowState.DONE}
    assert spent(monday) == before + 1


@slow
def test_a_row_that_is_gone_is_told_apart_from_a_column_that_is(monday: Kit) -> None:
    """monday says the same of both, so it is asked which items are there."""
    monday.crm.provision(monday.fields)
    monday.crm.read(DEAL, [monday.ids["rollout"]], monday.fields)
    monday.sandbox.delete(monday.ids["pilot"])
    results = monday.crm.write(DEAL, rows(monday, score=5.0), monday.fields)
    assert results[monday.ids["pilot"]].state is RowState.GONE
    assert results[monday.ids["rollout"]].state is RowState.DONE
    monday.sandbox.hide(monday.there("medal"))
    refused = monday.crm.write(DEAL, rows(monday, medal="x"), monday.fields)
    assert refused[monday.ids["rollout"]].state is RowState.REFUSED
    assert "reploop_medal" in refused[monday.ids["rollout"]].detail
    assert refused[monday.ids["pilot"]].state is RowState.GONE


@slow
def test_a_board_that_is_locked_for_a_row_leaves_it_for_later(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    monday.crm.read(DEAL, [monday.ids["rollout"]], monday.fields)
    locked = {
        "message": "Resource is currently locked", "path": ["row1"],
        "extensions": {"status_code": 423},
    }  # fmt: skip
    data = {"row0": {"id": "1"}, "row1": None, "row2": {"id": "3"}}
    body = {"data": data, "errors": [locked]}
    monday.sandbox.fail(Fault("answer", status=200, body=body))
    results = list(monday.crm.write(DEAL, rows(monday, score=5.0), monday.fields).values())
    assert [r.state for r in results] == [RowState.DONE, RowState.UNSURE, RowState.DONE]
    assert results[1].after_s == 5.0


@slow
def test_rows_that_are_done_are_not_lost_to_an_error_about_all(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    monday.crm.read(DEAL, [monday.ids["rollout"]], monday.fields)
    whole = {"message": "x", "extensions": {"code": "FIELD_LIMIT_EXCEEDED"}}
    data = {"row0": {"id": "1"}, "row1": None, "row2": None}
    body = {"data": data, "errors": [whole]}
    monday.sandbox.fail(Fault("answer", status=200, body=body))
    results = list(monday.crm.write(DEAL, rows(monday, score=5.0), monday.fields).values())
    assert [r.state for r in results] == [RowState.DONE, RowState.UNSURE, RowState.UNSURE]
    assert results[1].after_s == 60.0


@slow
def test_an_api_version_that_is_gone_is_a_setting_to_mend(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    crm = opened(monday, api_version="2026-7")
    with pytest.raises(SetupRejected, match="REPLOOP_MONDAY_API_VERSION"):
        crm.write(DEAL, rows(monday, score=5.0), monday.fields)
    crm.close()


@slow
def test_a_write_that_ran_out_of_budget_wrote_nothing(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    account(monday).complexity = Window(40_000)
    assert put(monday, "rollout", score=1.0).state is RowState.DONE
    with pytest.raises(RateLimited) as caught:
        monday.crm.write(DEAL, rows(monday, score=2.0), monday.fields)
    assert 0 < caught.value.retry_after_s <= 60
    assert monday.stands("rollout", "score") == 1.0
    monday.clock.tick(61)
    assert put(monday, "rollout", score=3.0).state is RowState.DONE


@slow
def test_a_server_error_during_a_write_leaves_all_rows_unsure(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    monday.crm.read(DEAL, [monday.ids["rollout"]], monday.fields)
    monday.sandbox.fail(Fault("answer", status=502, body="<html>"))
    results = monday.crm.write(DEAL, rows(monday, score=5.0), monday.fields)
    assert {r.state for r in results.values()} == {RowState.UNSURE}


@slow
def test_people_win_is_seen_for_many_items_with_one_request(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    since = monday.clock.tick()
    for deal in monday.ids.values():
        monday.clock.tick()
        monday.sandbox.edit_as_person(deal, monday.there("medal"), "theirs")
    monday.crm.write(DEAL, rows(monday, medal="ours", score=1.0), monday.fields)
    before = spent(monday)
    found = monday.crm.versions(DEAL, list(monday.ids.values()), monday.fields, since)
    assert spent(monday) == before + 2  # the log, and who we are
    for deal in monday.ids.values():
        assert [(v.value, v.ours) for v in found[deal]["reploop_medal"]] == [
            ("theirs", False), ("ours", True),
        ]  # fmt: skip


# ── records of our own ───────────────────────────────────────────────────────────────────


@slow
def test_the_board_of_skills_is_private_and_the_board_of_calls_is_not(monday: Kit) -> None:
    report = monday.crm.provision(monday.others)
    assert {"Reploop calls", "Reploop skill snapshots"} <= set(report.created)
    kinds = {b.name: b.kind for b in account(monday).account.boards.values()}
    assert kinds["Reploop calls"] == "public"
    assert kinds["Reploop skill snapshots"] == "private"


@slow
def test_boards_of_our_own_are_found_by_name_or_by_id(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    boards = {b.name: b.id for b in account(monday).account.boards.values()}
    other = opened(monday)
    assert other.provision(monday.others).created == ()
    other.close()
    given = opened(monday, snapshots_board=boards["Reploop skill snapshots"])
    new = a_snapshot(monday)
    (made,) = given.ensure(SNAPSHOT, [new], monday.of(SNAPSHOT)).values()
    given.close()
    assert account(monday).account.items[made.id].board.name == "Reploop skill snapshots"


@slow
def test_without_its_board_a_call_is_refused_with_the_remedy(monday: Kit) -> None:
    with pytest.raises(WriteRefused, match="provision"):
        monday.crm.ensure(CALL, [a_call(monday)], monday.of(CALL))


@slow
def test_many_records_cost_one_look_and_one_creation(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    weeks = [a_snapshot(monday, f"2026-W{n}") for n in range(10, 35)]
    monday.crm.ensure(SNAPSHOT, weeks, monday.of(SNAPSHOT))
    before = spent(monday)
    again = monday.crm.ensure(SNAPSHOT, weeks, monday.of(SNAPSHOT))
    assert spent(monday) == before + 1
    more = [replace(w, head=replace(w.head, key=f"{w.head.key}-b")) for w in weeks]
    monday.crm.ensure(SNAPSHOT, more, monday.of(SNAPSHOT))
    assert spent(monday) == before + 3
    assert len({r.id for r in again.values()}) == 25


@slow
def test_the_deals_of_calls_are_looked_up_together_with_their_keys(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    monday.crm.ensure(CALL, [a_call(monday)], monday.of(CALL))
    before = spent(monday)
    monday.crm.ensure(CALL, [a_call(monday, f"call-{n}") for n in range(2, 27)], monday.of(CALL))
    assert spent(monday) == before + 2


@slow
def test_a_call_links_to_its_deal_and_notifies_nobody(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    (made,) = monday.crm.ensure(CALL, [a_call(monday)], monday.of(CALL)).values()
    item = account(monday).account.items[made.id]
    cells: dict[str, Any] = {
        column.title: item.cells.get(column.id) for column in item.board.live_columns()
    }
    assert cells["Deal"]["url"].endswith(f"/pulses/{monday.ids['rollout']}")
    assert cells["Started"] == {"date": "2026-11-24", "time": "15:30:00"}
    assert cells["Minutes"] == "30.5"
    assert cells["Rep"]["email"] == "ana@seller.example"
    assert "people" not in {column.type for column in item.board.live_columns()}


@slow
def test_a_call_of_a_deleted_deal_is_kept_without_a_link(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    monday.sandbox.delete(monday.ids["rollout"])
    (made,) = monday.crm.ensure(CALL, [a_call(monday)], monday.of(CALL)).values()
    assert made.state is RowState.DONE


@slow
def test_a_record_whose_creation_was_lost_is_found_and_not_made_twice(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    new = a_snapshot(monday)
    monday.crm.ensure(SNAPSHOT, [a_snapshot(monday, "2026-W01")], monday.of(SNAPSHOT))
    nothing: dict[str, Any] = {"items_page_by_column_values": {"cursor": None, "items": []}}
    monday.sandbox.fail(Fault("answer", status=200, body={"data": nothing}))
    monday.sandbox.fail(Fault("accept_then_drop"))
    first = monday.crm.ensure(SNAPSHOT, [new], monday.of(SNAPSHOT))[new.head.key]
    again = monday.crm.ensure(SNAPSHOT, [new], monday.of(SNAPSHOT))[new.head.key]
    assert (first.state, again.state) == (RowState.UNSURE, RowState.DONE)
    board = next(b for b in account(monday).account.boards.values() if "skill" in b.name)
    assert sum(1 for i in board.live() if i.name == new.head.title) == 1


@slow
def test_of_two_items_with_one_key_the_older_counts(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    new = a_snapshot(monday)
    (first,) = monday.crm.ensure(SNAPSHOT, [new], monday.of(SNAPSHOT)).values()
    state = account(monday).account
    item = state.items[first.id]
    copy = state.new_item(item.board, item.name, NOW)
    copy.cells = dict(item.cells)
    (again,) = monday.crm.ensure(SNAPSHOT, [new], monday.of(SNAPSHOT)).values()
    assert again.id == first.id


@slow
def test_a_full_board_is_told_with_the_remedy(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    board = next(b for b in account(monday).account.boards.values() if "calls" in b.name)
    board.items_limit = 1
    state = account(monday).account
    state.new_item(board, "One", NOW)
    (result,) = monday.crm.ensure(CALL, [a_call(monday)], monday.of(CALL)).values()
    assert result.state is RowState.REFUSED
    assert "full" in result.detail
    failed = [check for check in monday.crm.check() if not check.ok]
    assert [check.what for check in failed] == ["monday.com calls"]


@slow
def test_a_deal_is_never_removed(monday: Kit) -> None:
    monday.crm.provision(monday.others)
    deal = monday.ids["rollout"]
    with pytest.raises(WriteRefused):
        monday.crm.remove(DEAL, [deal])
    assert monday.crm.remove(CALL, [deal])[deal].state is RowState.REFUSED
    assert monday.crm.read_deal(monday.ref("rollout")).ref.id == deal


# ── errors ───────────────────────────────────────────────────────────────────────────────


def error(code: str, **extensions: Any) -> tuple[Problem, ...]:
    body = {"errors": [{"message": "x", "extensions": {"code": code, **extensions}}]}
    return problems_of(body)


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("COMPLEXITY_BUDGET_EXHAUSTED", RateLimited),
        ("ComplexityException", RateLimited),
        ("DAILY_LIMIT_EXCEEDED", RateLimited),
        ("Minute limit rate exceeded", RateLimited),
        ("maxConcurrencyExceeded", RateLimited),
        ("UserUnauthorizedException", CredentialsRejected),
        ("missingRequiredPermissions", CredentialsRejected),
        ("ResourceNotFoundException", NotFoundAtVendor),
        ("InternalServerError", VendorUnavailable),
        ("INTERNAL_SERVER_ERROR", VendorUnavailable),
        ("ColumnValueException", WriteRefused),
        ("undefinedField", SetupRejected),
        ("InvalidVersionException", SetupRejected),
        ("SomethingNew", UnexpectedPayload),
    ],
)
def test_codes_are_told_by_what_to_do_next(code: str, kind: type[Exception]) -> None:
    (problem,) = error(code)
    assert isinstance(error_of(problem, {}), kind)


@pytest.mark.parametrize(
    ("body", "wait_s"),
    [
        ({"errors": [{"message": "x", "extensions": {
            "code": "COMPLEXITY_BUDGET_EXHAUSTED", "retry_in_seconds": 7}}]}, 7.0),
        ({"error_code": "ComplexityException", "status_code": 429, "errors": ["x"],
          "error_message": "Complexity budget exhausted, query cost 30001 budget remaining "
          "19986 out of 1000000 reset in 3 seconds"}, 3.0),
        ({"errors": [{"message": "x", "extensions": {"code": "DAILY_LIMIT_EXCEEDED"}}]}, 3600.0),
        ({"errors": [{"message": "x", "extensions": {
            "code": "IP_RATE_LIMIT_EXCEEDED", "error_data": {"retry_in_seconds": 12}}}]}, 12.0),
    ],
)  # fmt: skip
def test_the_wait_is_read_wherever_monday_writes_it(body: Any, wait_s: float) -> None:
    caught = error_of(problems_of(body)[0], {})
    assert isinstance(caught, RateLimited)
    assert caught.retry_after_s == wait_s


def test_what_monday_quotes_is_kept_nowhere() -> None:
    body = {"errors": [{
        "message": "invalid value: Dana Whitlock", "path": ["row0"],
        "extensions": {"code": "ColumnValueException",
                       "error_data": {"column_value": "Dana Whitlock"}},
    }]}  # fmt: skip
    (problem,) = problems_of(body)
    assert "Dana" not in problem.remedy + repr(problem) + str(error_of(problem, {}))


@slow
def test_the_days_calls_are_waited_for(monday: Kit) -> None:
    account(monday).daily_limit = 1
    monday.crm.people()
    with pytest.raises(RateLimited) as caught:
        monday.crm.people()
    assert caught.value.retry_after_s == 12 * 3600


@slow
def test_a_missing_scope_is_named_as_a_setting(monday: Kit) -> None:
    account(monday).scopes_missing.add("users:read")
    with pytest.raises(CredentialsRejected, match="missingRequiredPermissions"):
        monday.crm.people()


@slow
def test_half_an_answer_to_a_question_is_no_answer(monday: Kit) -> None:
    broken = {"message": "x", "path": ["users", 0], "extensions": {"code": "InternalServerError"}}
    body = {"data": {"users": [{"id": "1", "email": "a@b.example"}]}, "errors": [broken]}
    monday.sandbox.fail(Fault("answer", status=200, body=body))
    with pytest.raises(VendorUnavailable):
        monday.crm.people()


@slow
def test_a_column_that_settings_name_and_nobody_has_is_found_by_the_doctor(monday: Kit) -> None:
    monday.crm.people()
    crm = opened(monday, amount_column="no_such", contact_email_column="nor_such")
    failed = {check.what: check.detail for check in crm.check() if not check.ok}
    crm.close()
    assert "REPLOOP_MONDAY_AMOUNT_COLUMN" in failed["monday.com deals"]
    assert "REPLOOP_MONDAY_CONTACT_EMAIL_COLUMN" in failed["monday.com contacts"]


# ── settings ─────────────────────────────────────────────────────────────────────────────


def monday_settings(**given: str) -> Settings:
    return Settings(_env_file=None, **{f"monday_{k}": v for k, v in given.items()})  # type: ignore[call-arg, arg-type]


def now() -> datetime:
    return NOW


@slow
def test_a_token_and_two_boards_switch_monday_on() -> None:
    found = crms(monday_settings(token="t", deals_board="1", contacts_board="2"), now)
    assert list(found) == ["monday"]
    assert crms(monday_settings(), now) == {}


@slow
@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({"token": "t"}, "REPLOOP_MONDAY_DEALS_BOARD"),
        ({"deals_board": "1", "contacts_board": "2"}, "REPLOOP_MONDAY_TOKEN"),
        ({"token": "t", "deals_board": "1"}, "REPLOOP_MONDAY_CONTACTS_BOARD"),
    ],
)
def test_half_a_configuration_names_what_is_missing(given: dict[str, str], missing: str) -> None:
    with pytest.raises(ConfigurationError, match=missing):
        crms(monday_settings(**given), now)


# ── many ─────────────────────────────────────────────────────────────────────────────────


@slow
def test_a_thousand_deals_are_ten_reads_forty_writes_and_ten_looks(monday: Kit) -> None:
    monday.crm.provision(monday.fields)
    state, crm = account(monday), monday.crm
    state.complexity = Window(10**9)
    ids = [state.account.new_item(state.account.deals, f"Deal {n}", NOW).id for n in range(1000)]
    crm.read(DEAL, ids[:1], monday.fields)
    crm.versions(DEAL, ids[:1], monday.fields, NOW)
    state.requests.clear()
    began = time.perf_counter()
    for start in range(0, 1000, crm.traits.read_batch):
        crm.read(DEAL, ids[start : start + 100], monday.fields)
    assert len(state.requests) == 10
    for start in range(0, 1000, crm.traits.write_batch):
        batch = [RecordWrite(i, {"reploop_score": 5.0}) for i in ids[start : start + 25]]
        crm.write(DEAL, batch, monday.fields)
    assert len(state.requests) == 50
    for start in range(0, 1000, crm.traits.read_batch):
        crm.versions(DEAL, ids[start : start + 100], monday.fields, NOW)
    assert len(state.requests) in (60, 61)  # who we are is asked for once
    assert time.perf_counter() - began < 30
    assert all(state.value(i, monday.there("score")) == 5.0 for i in ids)
    assert json.loads(state.requests[0].body)["variables"]["items"] == ids[:100]
