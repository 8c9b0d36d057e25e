"""Salesforce's writes: guarded by the second, 25 a request, each row on its own."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.crm import RecordKind, RecordWrite, RowState
from domain.errors import RateLimited, UnexpectedPayload
from integrations.salesforce.crm import SalesforceCrm
from integrations.salesforce.settings import SalesforceSettings
from integrations.salesforce.versions import UNSETTLED, answered_from, condition, version_of
from sandbox.base import Fault
from sandbox.crm_company import CrmCompany, CrmDeal, CrmUser
from sandbox.running import RunningApp
from sandbox.salesforce import SalesforceSandbox
from tests.integrations.crm.kit import Clock, Kit, crm_fields
from tests.integrations.crm.kit_salesforce import style

slow = pytest.mark.slow
DEAL, SNAPSHOT = RecordKind.DEAL, RecordKind.SNAPSHOT
FIELDS = crm_fields(style)


@pytest.fixture
def org(salesforce: Kit) -> SalesforceSandbox:
    assert isinstance(salesforce.sandbox, SalesforceSandbox)
    return salesforce.sandbox


def version(kit: Kit, key: str = "rollout") -> str:
    return kit.crm.read(DEAL, [kit.ids[key]], kit.fields)[kit.ids[key]].version


def write(kit: Kit, version: str, value: str = "ours") -> RowState:
    row = RecordWrite(kit.ids["rollout"], {"Reploop_Medal__c": value}, version)
    return kit.crm.write(DEAL, [row], kit.fields)[kit.ids["rollout"]].state


# ── the guard ────────────────────────────────────────────────────────────────────────


@slow
def test_of_a_record_changed_in_the_second_of_the_read_no_version_is_given(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    salesforce.crm.provision(salesforce.fields)
    org.edit_as_person(salesforce.ids["rollout"], "Reploop_Medal__c", "first")
    unsettled = version(salesforce)
    org.edit_as_person(salesforce.ids["rollout"], "Reploop_Medal__c", "second, same second")
    before = len(org.requests)
    salesforce.clock.tick(60)
    assert write(salesforce, unsettled) is RowState.STALE
    assert len(org.requests) == before
    assert org.value(salesforce.ids["rollout"], "Reploop_Medal__c") == "second, same second"


@slow
def test_seconds_after_our_own_write_the_next_one_goes_through(salesforce: Kit) -> None:
    salesforce.crm.provision(salesforce.fields)
    assert write(salesforce, version(salesforce)) is RowState.DONE
    assert version(salesforce) == UNSETTLED
    salesforce.clock.tick(5)
    assert write(salesforce, version(salesforce), "again") is RowState.DONE


@slow
def test_a_change_of_any_other_field_makes_a_version_stale(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    salesforce.crm.provision(salesforce.fields)
    read = version(salesforce)
    salesforce.clock.tick()
    org.edit_as_person(salesforce.ids["rollout"], "Name", "Renamed")
    assert write(salesforce, read) is RowState.STALE


@slow
def test_a_version_that_is_none_guards_by_refusing(salesforce: Kit) -> None:
    salesforce.crm.provision(salesforce.fields)
    assert write(salesforce, "yesterday") is RowState.STALE


@slow
def test_a_write_without_a_version_is_not_guarded(salesforce: Kit, org: SalesforceSandbox) -> None:
    salesforce.crm.provision(salesforce.fields)
    org.edit_as_person(salesforce.ids["rollout"], "Reploop_Medal__c", "theirs")
    assert write(salesforce, "") is RowState.DONE


@slow
def test_an_answer_without_the_servers_time_is_not_read_from(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    salesforce.crm.provision(salesforce.fields)
    page = {"totalSize": 0, "done": True, "records": []}
    org.fail(Fault("answer", "/query", status=200, body=page))
    with pytest.raises(UnexpectedPayload, match="Date"):
        version(salesforce)


@slow
def test_an_org_that_would_not_refuse_a_late_write_is_found_by_the_check(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    salesforce.crm.provision(salesforce.fields)
    checks = {check.what: check.ok for check in salesforce.crm.check()}
    assert checks["Salesforce late writes"]
    assert org.writes == []
    org.org.ignores_conditions = True
    checks = {check.what: check.ok for check in salesforce.crm.check()}
    assert not checks["Salesforce late writes"]
    assert [list(values.values()) for _, values in org.writes] == [[None]]


START = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
moments = st.integers(0, 20_000).map(lambda ms: START + timedelta(milliseconds=ms))


@given(moments, moments, moments, st.integers(0, 4000))
def test_no_edit_after_a_read_ever_passes_the_condition(
    modified: datetime, answered: datetime, edited: datetime, elapsed_ms: int
) -> None:
    """The server keeps seconds; the read took place somewhere while we waited for it."""
    kept = modified.replace(microsecond=0)
    elapsed = timedelta(milliseconds=elapsed_ms)
    read_at = answered - elapsed
    if read_at < modified or edited < read_at:
        return
    dated = answered.strftime("%a, %d %b %Y %H:%M:%S GMT")
    handled_from = answered_from(dated, elapsed)
    assert handled_from is not None
    given_out = version_of(kept, handled_from)
    if given_out == UNSETTLED:
        assert condition(given_out) is None
        return
    header = datetime.strptime(given_out, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=UTC)
    assert kept <= header < edited.replace(microsecond=0)


@pytest.mark.parametrize("date", [None, "", "tomorrow"])
def test_a_date_that_is_none_is_no_time(date: str | None) -> None:
    assert answered_from(date, timedelta(0)) is None


def test_parts_of_a_second_are_rounded_up_so_that_what_was_seen_passes() -> None:
    late = START + timedelta(minutes=1)
    assert version_of(START + timedelta(milliseconds=1), late) == "Wed, 25 Nov 2026 12:00:01 GMT"


# ── batches ──────────────────────────────────────────────────────────────────────────


def company(deals: int) -> CrmCompany:
    return CrmCompany(
        users=(CrmUser("ana@seller.example", "Ana Ruiz"),),
        contacts=(),
        deals=tuple(
            CrmDeal(key=str(n), name=f"Deal {n}", account="Harrow", stage="Open",
                    owner_email="ana@seller.example", modified_at=START - timedelta(days=1))
            for n in range(deals)
        ),
    )  # fmt: skip


@slow
def test_a_full_portion_costs_one_request_to_read_and_eight_to_write() -> None:
    sandbox = SalesforceSandbox(Clock())
    ids = list(sandbox.load(company(200)).values())
    with RunningApp(sandbox) as running:
        settings = SalesforceSettings(
            base_url=running.url, client_id=sandbox.credentials.client_id,
            client_secret=sandbox.credentials.client_secret,
        )  # fmt: skip
        crm = SalesforceCrm.open(settings, sandbox.now)
        crm.provision(FIELDS)
        before = sandbox.spent["requests"]
        now = crm.read(DEAL, ids, FIELDS)
        assert sandbox.spent["requests"] - before == 1
        rows = [RecordWrite(i, {"Reploop_Score__c": 62.0}, now[i].version) for i in ids]
        results = crm.write(DEAL, rows, FIELDS)
        assert sandbox.spent["requests"] - before == 1 + 8
    assert {r.state for r in results.values()} == {RowState.DONE}
    assert {sandbox.value(i, "Reploop_Score__c") for i in ids} == {62.0}


@slow
def test_of_a_portion_that_breaks_off_the_written_rows_are_known(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    salesforce.crm.provision(salesforce.fields)
    ids = list(org.load(company(60)).values())
    rows = [RecordWrite(i, {"Reploop_Score__c": 5.0}) for i in ids]
    org.budget.most = org.budget.used + 1
    results = salesforce.crm.write(DEAL, rows, salesforce.fields)
    states = [results[i].state for i in ids]
    assert states == [RowState.DONE] * 25 + [RowState.UNSURE] * 35
    assert results[ids[-1]].after_s == 900.0
    assert [org.value(i, "Reploop_Score__c") for i in ids].count(5.0) == 25
    with pytest.raises(RateLimited):
        salesforce.crm.write(DEAL, rows, salesforce.fields)


@slow
def test_a_row_that_somebody_holds_is_tried_again_later(
    salesforce: Kit, org: SalesforceSandbox
) -> None:
    salesforce.crm.provision(salesforce.fields)
    org.hold(salesforce.ids["rollout"])
    row = RecordWrite(salesforce.ids["rollout"], {"Reploop_Medal__c": "x"})
    result = salesforce.crm.write(DEAL, [row], salesforce.fields)[row.id]
    assert result.state is RowState.UNSURE
    assert result.after_s > 0


@slow
def test_an_id_that_is_none_spoils_no_other(salesforce: Kit) -> None:
    salesforce.crm.provision(salesforce.fields)
    wanted = ["') OR Name != '", "x", salesforce.ids["rollout"][:15]]
    now = salesforce.crm.read(DEAL, wanted, salesforce.fields)
    assert list(now) == [salesforce.ids["rollout"][:15]]
    rows = [RecordWrite(i, {"Reploop_Medal__c": "x"}) for i in wanted]
    states = [r.state for r in salesforce.crm.write(DEAL, rows, salesforce.fields).values()]
    assert sorted(states) == [RowState.DONE, RowState.GONE, RowState.GONE]


@slow
def test_what_a_rule_says_is_not_repeated(salesforce: Kit, org: SalesforceSandbox) -> None:
    salesforce.crm.provision(salesforce.fields)
    org.org.rules.append(lambda _record: "Closed deals are frozen: secret text")
    row = RecordWrite(salesforce.ids["rollout"], {"Reploop_Medal__c": "x"})
    result = salesforce.crm.write(DEAL, [row], salesforce.fields)[row.id]
    assert result.state is RowState.REFUSED
    assert "FIELD_CUSTOM_VALIDATION_EXCEPTION" in result.detail
    assert "secret text" not in result.detail
    assert org.writes == []
