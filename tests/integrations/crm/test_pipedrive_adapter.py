"""What is Pipedrive's own: names of fields, tokens of the day, the change log, activities."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.crm import CallRecord, CrmField, FieldKind, NewRecord, RecordKind, RecordWrite, RowState
from domain.deals import DealMove, MoveOf
from domain.errors import (
    AddressRefused,
    CredentialsRejected,
    IntegrationError,
    NotFoundAtVendor,
    Permanent,
    RateLimited,
    SetupRejected,
    UnexpectedPayload,
    VendorUnavailable,
    WriteRefused,
)
from integrations.http import Answer
from integrations.pipedrive.crm import PipedriveCrm
from integrations.pipedrive.errors import NotAllowed, Refused, error_of, wait_s
from integrations.pipedrive.pace import Window
from integrations.pipedrive.settings import PipedriveSettings
from sandbox.base import Fault
from sandbox.crm_company import CrmCompany, CrmContact, CrmDeal, CrmUser
from sandbox.pipedrive import CLIENT_ID, CLIENT_SECRET, PipedriveSandbox
from sandbox.running import RunningApp, mounted
from tests.integrations.crm.kit import COMPANY, NOW, Clock, Kit
from tests.integrations.crm.kit_pipedrive import CALL_FIELDS, pipedrive_kit
from tests.integrations.crm.test_crm_contract import a_call, all_pages, put, read, row, write

slow = pytest.mark.slow
DEAL, CALL = RecordKind.DEAL, RecordKind.CALL
DANA = ["dana@harrow.example"]
Connect = Callable[..., PipedriveCrm]


def sandbox_of(kit: Kit) -> PipedriveSandbox:
    assert isinstance(kit.sandbox, PipedriveSandbox)
    return kit.sandbox


@pytest.fixture
def pipedrive() -> Iterator[Kit]:
    with pipedrive_kit() as made:
        yield made


@pytest.fixture
def account() -> PipedriveSandbox:
    sandbox = PipedriveSandbox(Clock())
    sandbox.load(COMPANY)
    return sandbox


@pytest.fixture
def connect(account: PipedriveSandbox) -> Iterator[Connect]:
    """The account through an OAuth app, unless told otherwise."""
    opened: list[PipedriveCrm] = []
    with RunningApp(mounted({"pipedrive": account})) as running:
        url = f"{running.url}/pipedrive"

        def client(**changes: object) -> PipedriveCrm:
            given: dict[str, object] = {
                "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET,
                "refresh_token": account.refresh_token, "oauth_base_url": url,
                "timeout_s": 3.0, **changes,
            }  # fmt: skip
            opened.append(PipedriveCrm.open(PipedriveSettings(**given)))  # type: ignore[arg-type]
            return opened[-1]

        yield client
        for crm in opened:
            crm.close()


def sign_ins(sandbox: PipedriveSandbox) -> int:
    return len(sandbox.requests_to("/oauth/token"))


# ── who we are ───────────────────────────────────────────────────────────────────────────


@slow
def test_an_app_signs_in_once_and_asks_where_it_was_told(
    account: PipedriveSandbox, connect: Connect
) -> None:
    crm = connect()
    assert len(crm.find_deals(DANA)) == 2
    crm.people()
    assert sign_ins(account) == 1


@slow
def test_an_expired_token_is_renewed_once_and_the_request_repeated(
    account: PipedriveSandbox, connect: Connect
) -> None:
    crm = connect()
    crm.people()
    account.revoke_tokens()
    assert len(crm.people()) == 3
    assert sign_ins(account) == 2


@slow
def test_a_token_that_is_never_accepted_is_renewed_once_and_given_up(
    account: PipedriveSandbox, connect: Connect
) -> None:
    account.token_life = timedelta(0)
    with pytest.raises(CredentialsRejected):
        connect().people()
    assert len(account.requests_to("/v1/users")) == 2


@slow
def test_an_api_token_that_is_not_accepted_is_not_tried_again(pipedrive: Kit) -> None:
    pipedrive.sandbox.revoke()
    with pytest.raises(CredentialsRejected):
        pipedrive.crm.people()
    assert len(pipedrive.sandbox.requests) == 1


@slow
def test_an_installation_that_was_removed_needs_a_person(
    account: PipedriveSandbox, connect: Connect
) -> None:
    with pytest.raises(CredentialsRejected, match="refresh token"):
        connect(refresh_token="old").people()
    assert len(account.requests) == 1


@slow
@pytest.mark.parametrize(
    "domain",
    ["https://evil.example", "http://acme.pipedrive.com", "https://x.pipedrive.com.evil.example"],
)
def test_the_token_is_not_carried_to_a_strange_host(
    account: PipedriveSandbox, connect: Connect, domain: str
) -> None:
    account.api_domain = domain
    with pytest.raises(AddressRefused):
        connect().people()
    assert len(account.requests) == 1


@slow
@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Fault("answer", status=200, body={"token_type": "Bearer"}), UnexpectedPayload),
        (Fault("answer", status=200, body="<html>"), UnexpectedPayload),
        (Fault("answer", status=503, body="busy"), VendorUnavailable),
        (Fault("answer", status=429, body={}), RateLimited),
        (Fault("drop"), VendorUnavailable),
    ],
    ids=["no token", "no JSON", "503", "429", "dropped"],
)
def test_a_sign_in_that_fails_says_what_to_do(
    account: PipedriveSandbox, connect: Connect, fault: Fault, expected: type[IntegrationError]
) -> None:
    account.fail(replace(fault))
    with pytest.raises(expected):
        connect().people()


@slow
def test_a_scope_that_is_missing_is_named_by_the_check(
    account: PipedriveSandbox, connect: Connect
) -> None:
    account.scopes.discard("recents:read")
    failed = [check for check in connect().check() if not check.ok]
    assert [check.what for check in failed] == ["Pipedrive change log"]
    assert "recents:read" in failed[0].remedy


def test_no_secret_shows_in_the_settings_text() -> None:
    settings = PipedriveSettings(api_token="hush1", client_secret="hush2", refresh_token="hush3")
    assert "hush" not in repr(settings)


# ── limits ───────────────────────────────────────────────────────────────────────────────


@slow
def test_the_days_tokens_are_waited_for_by_the_hour(pipedrive: Kit) -> None:
    sandbox_of(pipedrive).limits.daily_tokens = 25
    pipedrive.crm.people()
    with pytest.raises(RateLimited) as caught:
        pipedrive.crm.people()
    assert caught.value.retry_after_s == 3600.0
    pipedrive.clock.tick(24 * 3600)
    assert pipedrive.crm.people()


@slow
def test_whoever_insists_meets_the_shield_and_waits_longer(pipedrive: Kit) -> None:
    limits = sandbox_of(pipedrive).limits
    limits.daily_tokens = limits.patience = 0
    with pytest.raises(RateLimited) as caught:
        pipedrive.crm.people()
    assert caught.value.retry_after_s == 600.0


@slow
def test_a_used_up_window_is_waited_out_before_the_next_request() -> None:
    sandbox = PipedriveSandbox()
    sandbox.load(COMPANY)
    sandbox.limits.per_window = 4
    with RunningApp(mounted({"pipedrive": sandbox})) as running:
        settings = PipedriveSettings(
            base_url=f"{running.url}/pipedrive", api_token=sandbox.api_token
        )
        crm = PipedriveCrm.open(settings)
        for _ in range(6):
            crm.people()
        crm.close()
    assert {request.status for request in sandbox.requests} == {200}


def test_a_window_holds_back_no_longer_than_it_was_told() -> None:
    slept: list[float] = []
    window = Window(clock=lambda: 100.0, sleep=slept.append)
    window.note({"x-ratelimit-remaining": "1", "x-ratelimit-reset": "2"})
    window.wait()
    window.note({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1.5"})
    window.wait()
    window.note({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon"})
    window.wait()
    window.note({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "90"})
    window.wait()
    assert slept == [1.5, 2.0, 5.0]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, 2.0),
        ({"x-ratelimit-reset": "1"}, 2.0),
        ({"x-ratelimit-reset": "7"}, 7.0),
        ({"x-ratelimit-reset": "-4"}, 2.0),
        ({"x-ratelimit-reset": "99999"}, 60.0),
        ({"retry-after": "5"}, 5.0),
        ({"x-daily-ratelimit-token-remaining": "0", "x-ratelimit-reset": "2"}, 3600.0),
        ({"x-daily-ratelimit-token-remaining": "900"}, 2.0),
    ],
)
def test_the_wait_follows_from_the_headers(headers: dict[str, str], expected: float) -> None:
    assert wait_s(headers) == expected


@slow
def test_what_is_spent_is_counted_in_pipedrives_tokens(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    pipedrive.sandbox.spent.clear()
    read(pipedrive, "rollout", "pilot", "calder")
    assert dict(pipedrive.sandbox.spent) == {"requests": 1, "tokens": 10}
    pipedrive.sandbox.spent.clear()
    write(pipedrive, row(pipedrive, "rollout", score=1.0), row(pipedrive, "pilot", score=1.0))
    assert dict(pipedrive.sandbox.spent) == {"requests": 2, "tokens": 10}


# ── errors ───────────────────────────────────────────────────────────────────────────────


def answer(status: int, body: bytes) -> Answer:
    return Answer("pipedrive", status, {}, body)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (401, b'{"success":false}', CredentialsRejected),
        (402, b"{}", SetupRejected),
        (403, b'{"success":false,"error":"Scope and URL mismatch"}', NotAllowed),
        (403, b"<html>Attention</html>", RateLimited),
        (403, b'{"code":"feature_capping_custom_fields_limit"}', Refused),
        (400, b'{"code":"ERR_SCHEMA_VALIDATION_FAILED"}', Refused),
        (404, b"{}", NotFoundAtVendor),
        (410, b"{}", NotFoundAtVendor),
        (429, b"{}", RateLimited),
        (500, b"", VendorUnavailable),
        (503, b"<html>", VendorUnavailable),
        (302, b"", Permanent),
        (418, b"[]", Permanent),
    ],
)
def test_each_error_says_what_to_do_next(
    status: int, body: bytes, expected: type[IntegrationError]
) -> None:
    assert type(error_of(answer(status, body))) is expected


def test_an_error_names_the_field_and_no_value() -> None:
    code = "ab" * 20
    body = f'{{"error":"custom_fields.{code}: my secret is too long","code":"ERR_X"}}'
    error = error_of(answer(400, body.encode()))
    assert isinstance(error, Refused)
    assert error.field_codes == (code,)
    assert "secret" not in str(error)


# ── fields ───────────────────────────────────────────────────────────────────────────────


@slow
def test_a_field_that_was_made_anew_is_found_by_its_label_again(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    put(pipedrive, "rollout", medal="gold")
    sandbox = sandbox_of(pipedrive)
    sandbox.hide(pipedrive.there("medal"))
    sandbox.account.fields.create({"field_name": "Medal (Reploop)", "field_type": "varchar"})
    now = read(pipedrive, "rollout")[pipedrive.ids["rollout"]].values
    assert now[pipedrive.name("medal")] is None
    assert put(pipedrive, "rollout", medal="silver").state is RowState.DONE
    assert pipedrive.stands("rollout", "medal") == "silver"


@slow
def test_a_write_to_a_field_that_was_deleted_is_refused_with_the_remedy(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    read(pipedrive, "rollout")
    pipedrive.sandbox.hide(pipedrive.there("medal"))
    result = write(pipedrive, row(pipedrive, "rollout", medal="gold", score=1.0))
    refused = result[pipedrive.ids["rollout"]]
    assert refused.state is RowState.REFUSED
    assert "reploop_medal" in refused.detail
    assert "provision" in refused.detail
    assert pipedrive.stands("rollout", "score") is None


@slow
def test_a_text_that_is_too_long_is_refused_by_name_without_its_words(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    result = write(pipedrive, row(pipedrive, "rollout", medal="secret " * 60))
    refused = result[pipedrive.ids["rollout"]]
    assert refused.state is RowState.REFUSED
    assert "reploop_medal" in refused.detail
    assert "secret" not in refused.detail


@slow
def test_a_key_of_pipedrives_own_in_the_mapping_file_is_used_as_it_is(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    code = pipedrive.there("medal")
    mapped = CrmField("medal", code, "Whatever they call it", FieldKind.TEXT)
    assert pipedrive.crm.provision([mapped]).present == (code,)
    pipedrive.crm.write(DEAL, [RecordWrite(pipedrive.ids["pilot"], {code: "gold"})], [mapped])
    assert pipedrive.stands("pilot", "medal") == "gold"


@slow
def test_a_key_that_is_not_there_is_reported_and_no_field_is_made_for_it(pipedrive: Kit) -> None:
    mapped = CrmField("medal", "ab" * 20, "Medal", FieldKind.TEXT)
    report = pipedrive.crm.provision([mapped])
    assert "crm_fields.yaml" in report.failed[mapped.name]
    assert pipedrive.sandbox.requests_to("/dealFields", "POST") == []


@slow
def test_of_two_fields_with_one_label_the_fitting_one_is_taken(pipedrive: Kit) -> None:
    fields = sandbox_of(pipedrive).account.fields
    fields.create({"field_name": "Score (Reploop)", "field_type": "varchar"})
    fitting = fields.create({"field_name": "Score (Reploop)", "field_type": "double"})
    pipedrive.crm.provision(pipedrive.fields)
    put(pipedrive, "rollout", score=5.0)
    ids = pipedrive.ids
    assert pipedrive.sandbox.value(ids["rollout"], fitting["field_code"]) == 5.0


@slow
def test_twenty_fields_are_read_in_two_requests(pipedrive: Kit) -> None:
    many = [CrmField(f"f{n}", f"f{n}", f"Field {n}", FieldKind.TEXT) for n in range(20)]
    pipedrive.crm.provision(many)
    values = {f"f{n}": f"v{n}" for n in range(20)}
    pipedrive.crm.write(DEAL, [RecordWrite(pipedrive.ids["rollout"], values)], many)
    found = pipedrive.crm.read(DEAL, [pipedrive.ids["rollout"]], many)
    assert found[pipedrive.ids["rollout"]].values == values


@slow
def test_the_plans_limit_of_fields_is_reported(pipedrive: Kit) -> None:
    sandbox_of(pipedrive).account.fields.most_custom = 2
    report = pipedrive.crm.provision(pipedrive.fields)
    assert len(report.created) == 2
    assert len(report.failed) == 3
    assert all("feature_capping" in why for why in report.failed.values())


@slow
def test_without_an_administrators_rights_the_steps_for_one_are_told(pipedrive: Kit) -> None:
    account = sandbox_of(pipedrive).account
    account.users[account.me]["access"][0]["admin"] = False
    report = pipedrive.crm.provision(pipedrive.fields)
    assert report.created == ()
    assert "a field of type double named 'Score (Reploop)'" in report.failed["reploop_score"]


@slow
def test_fields_on_records_that_pipedrive_does_not_have_are_reported(pipedrive: Kit) -> None:
    field = CrmField("level", "level", "Level", FieldKind.NUMBER, on=RecordKind.SNAPSHOT)
    assert set(pipedrive.crm.provision([field]).failed) == {"level"}


# ── batches ──────────────────────────────────────────────────────────────────────────────


def three(kit: Kit) -> Sequence[RecordWrite]:
    kit.crm.provision(kit.fields)
    read(kit, "rollout")
    return [row(kit, key, score=9.0) for key in ("rollout", "pilot", "calder")]


@slow
def test_a_limit_in_the_middle_leaves_the_rest_for_later(pipedrive: Kit) -> None:
    rows = three(pipedrive)
    limit = replace(pipedrive.limit, path=f"/deals/{pipedrive.ids['pilot']}")
    pipedrive.sandbox.fail(limit)
    results = write(pipedrive, *rows)
    states = [results[each.id] for each in rows]
    assert [each.state for each in states] == [RowState.DONE, RowState.UNSURE, RowState.UNSURE]
    assert [each.after_s for each in states] == [0.0, 3.0, 3.0]
    assert pipedrive.stands("calder", "score") is None


@slow
def test_a_limit_at_once_is_raised_since_nothing_was_written(pipedrive: Kit) -> None:
    rows = three(pipedrive)
    pipedrive.sandbox.fail(pipedrive.limit)
    with pytest.raises(RateLimited):
        write(pipedrive, *rows)


@slow
@pytest.mark.parametrize("kind", ["drop", "accept_then_drop"])
def test_a_broken_connection_in_the_middle_leaves_the_rest_for_later(
    pipedrive: Kit, kind: str
) -> None:
    rows = three(pipedrive)
    fault = Fault(kind, path=f"/deals/{pipedrive.ids['pilot']}")  # type: ignore[arg-type]
    pipedrive.sandbox.fail(fault)
    results = write(pipedrive, *rows)
    states = [results[each.id].state for each in rows]
    assert states == [RowState.DONE, RowState.UNSURE, RowState.UNSURE]
    assert pipedrive.stands("calder", "score") is None


@slow
def test_an_id_that_cannot_be_one_is_gone_and_spoils_no_list(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    ids = ["006A", "../x", pipedrive.ids["rollout"]]
    assert set(pipedrive.crm.read(DEAL, ids, pipedrive.fields)) == {pipedrive.ids["rollout"]}
    name = pipedrive.name("score")
    results = pipedrive.crm.write(
        DEAL, [RecordWrite(each, {name: 1.0}) for each in ids], pipedrive.fields
    )
    assert [results[each].state for each in ids] == [RowState.GONE, RowState.GONE, RowState.DONE]


@slow
def test_an_archived_deal_is_still_read(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    put(pipedrive, "pilot", score=3.0)
    sandbox_of(pipedrive).archive(pipedrive.ids["pilot"])
    now = read(pipedrive, "rollout", "pilot")
    assert now[pipedrive.ids["pilot"]].values[pipedrive.name("score")] == 3.0


# ── the change log ───────────────────────────────────────────────────────────────────────


def versions(kit: Kit, source: str, since: datetime) -> list[tuple[object, bool]]:
    found = kit.crm.versions(DEAL, [kit.ids["rollout"]], kit.fields, since)
    return [(v.value, v.ours) for v in found[kit.ids["rollout"]][kit.name(source)]]


@slow
def test_the_value_that_stood_comes_before_what_changed(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    put(pipedrive, "rollout", score=1.0)
    since = pipedrive.clock.tick()
    put(pipedrive, "rollout", score=2.0)
    assert versions(pipedrive, "score", since) == [(1.0, True), (2.0, True)]


@slow
def test_a_field_that_nobody_changed_has_no_versions(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    assert versions(pipedrive, "day", NOW) == []


@slow
def test_a_change_in_the_same_second_counts_as_after(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    pipedrive.sandbox.edit_as_person(pipedrive.ids["rollout"], pipedrive.there("medal"), "theirs")
    since = pipedrive.clock() + timedelta(microseconds=400_000)
    assert versions(pipedrive, "medal", since) == [(None, False), ("theirs", False)]


@slow
def test_what_our_user_types_in_the_app_is_a_persons(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    account = sandbox_of(pipedrive).account
    key, code = int(pipedrive.ids["rollout"]), pipedrive.there("medal")
    account.set_custom(key, {code: "typed"}, account.me, "app")
    assert versions(pipedrive, "medal", NOW)[-1] == ("typed", False)


@slow
def test_what_another_integration_writes_is_not_ours(pipedrive: Kit) -> None:
    pipedrive.crm.provision(pipedrive.fields)
    account = sandbox_of(pipedrive).account
    other = account.add_user("other@seller.example", "Another tool")
    account.set_custom(int(pipedrive.ids["rollout"]), {pipedrive.there("medal"): "x"}, other, "api")
    assert versions(pipedrive, "medal", NOW)[-1] == ("x", False)


@slow
def test_the_word_for_our_writes_can_be_set(account: PipedriveSandbox, connect: Connect) -> None:
    account.answers.change_source = "marketplace"
    field = CrmField("score", "score", "Score", FieldKind.NUMBER)
    deal = next(iter(account.account.deals))
    crm = connect(own_sources=frozenset({"api", "marketplace"}))
    crm.provision([field])
    crm.write(DEAL, [RecordWrite(str(deal), {"score": 5.0})], [field])
    found = crm.versions(DEAL, [str(deal)], [field], NOW)
    assert [v.ours for v in found[str(deal)]["score"]] == [False, True]


@slow
def test_a_long_change_log_is_read_no_further_back_than_needed(pipedrive: Kit) -> None:
    account = sandbox_of(pipedrive).account
    key = int(pipedrive.ids["rollout"])
    pipedrive.crm.provision(pipedrive.fields)
    for number in range(1200):
        account.set_native(key, "value", float(number), account.me, "app")
        pipedrive.clock.tick(1)
    versions(pipedrive, "score", pipedrive.clock())
    assert len(pipedrive.sandbox.requests_to("/changelog")) == 1
    moves = pipedrive.crm.deal_history([pipedrive.ref("rollout")])[pipedrive.ids["rollout"]]
    assert len(moves) == 1200
    assert len(pipedrive.sandbox.requests_to("/changelog")) == 4


@slow
def test_the_history_tells_amounts_dates_owners_and_ends(pipedrive: Kit) -> None:
    account = sandbox_of(pipedrive).account
    key, owner = int(pipedrive.ids["rollout"]), account.deals[int(pipedrive.ids["rollout"])]
    ben = next(u["id"] for u in account.users.values() if u["name"] == "Ben Okoro")
    steps = (
        ("value", 1000.0), ("currency", "JPY"), ("expected_close_date", "2027-01-31"),
        ("user_id", ben), ("status", "won"), ("title", "not a move"),
    )  # fmt: skip
    for name, value in steps:
        pipedrive.clock.tick()
        account.set_native(key, name, value, owner["owner_id"], "app")
    moves: Sequence[DealMove] = pipedrive.crm.deal_history([pipedrive.ref("rollout")])[str(key)]
    assert [(m.of, m.old, m.new) for m in moves] == [
        (MoveOf.AMOUNT, "14400050 USD", "100000 USD"),
        (MoveOf.AMOUNT, "100000 USD", "1000 JPY"),
        (MoveOf.CLOSE_DATE, "2026-12-05", "2027-01-31"),
        (MoveOf.OWNER, "ana@seller.example", "ben@seller.example"),
        (MoveOf.OUTCOME, "open", "won"),
    ]


# ── ways to a deal ───────────────────────────────────────────────────────────────────────


def big_company(deals: int) -> CrmCompany:
    """One buyer with many open deals, of which one person takes part in the oldest."""
    return CrmCompany(
        users=(CrmUser("ana@seller.example", "Ana"),),
        contacts=(CrmContact("a@b.example", "A", "B"), CrmContact("z@b.example", "Z", "B")),
        deals=tuple(
            CrmDeal(
                key=f"d{n}", name=f"Deal {n}", account="B", owner_email="ana@seller.example",
                stage="Qualified", modified_at=NOW - timedelta(days=n),
                contacts=("a@b.example", "z@b.example") if n == deals - 1 else ("a@b.example",),
            )
            for n in range(deals)
        ),
    )  # fmt: skip


@slow
def test_who_only_takes_part_is_looked_for_in_a_few_deals_alone() -> None:
    for deals, found in ((8, 1), (30, 0)):
        sandbox = PipedriveSandbox(Clock())
        sandbox.load(big_company(deals))
        with RunningApp(mounted({"pipedrive": sandbox})) as running:
            url = f"{running.url}/pipedrive"
            crm = PipedriveCrm.open(PipedriveSettings(base_url=url, api_token=sandbox.api_token))
            assert len(crm.find_deals(["z@b.example"])) == found
            crm.close()
        assert len(sandbox.requests_to("/participants")) <= 10


@slow
def test_contact_persons_cost_no_look_at_participants(pipedrive: Kit) -> None:
    pipedrive.crm.find_deals(DANA)
    assert pipedrive.sandbox.requests_to("/participants") == []


@slow
def test_archived_deals_are_told_after_the_live_ones(pipedrive: Kit) -> None:
    sandbox_of(pipedrive).archive(pipedrive.ids["pilot"])
    deals, pages = all_pages(pipedrive, None)
    assert set(deals) == set(pipedrive.ids.values())
    assert [deal.ref.id for deal in pages[-1].deals] == [pipedrive.ids["pilot"]]


@slow
def test_a_deal_that_was_merged_away_is_told_as_gone(pipedrive: Kit) -> None:
    pipedrive.clock.tick(60)
    pipedrive.sandbox.merge(pipedrive.ids["pilot"], pipedrive.ids["rollout"])
    _, pages = all_pages(pipedrive, NOW)
    assert [page.gone for page in pages if page.gone] == [(pipedrive.ids["pilot"],)]
    with pytest.raises(NotFoundAtVendor):
        pipedrive.crm.read_deal(pipedrive.ref("pilot"))


@slow
def test_a_moment_within_a_second_is_asked_for_in_whole_seconds(pipedrive: Kit) -> None:
    pipedrive.crm.deals_changed(NOW + timedelta(microseconds=5), None, {})
    assert "updated_since=2026-11-25T12%3A00%3A00Z" in pipedrive.sandbox.requests[-1].query


@slow
def test_a_cursor_that_is_not_ours_is_refused(pipedrive: Kit) -> None:
    with pytest.raises(UnexpectedPayload):
        pipedrive.crm.deals_changed(None, "elsewhere:5", {})


@slow
def test_segments_are_read_by_label_or_key_and_choices_by_their_words(pipedrive: Kit) -> None:
    account = sandbox_of(pipedrive).account
    made = account.fields.create({
        "field_name": "Industry", "field_type": "enum",
        "options": [{"label": "Retail"}, {"label": "Banks"}],
    })  # fmt: skip
    deal = account.deals[int(pipedrive.ids["rollout"])]
    deal["custom"][made["field_code"]] = 2
    segments = {"industry": "Industry", "money": "currency", "same": made["field_code"]}
    deals, _ = all_pages(pipedrive, None, segments)
    assert deals[pipedrive.ids["rollout"]].segments == {
        "industry": "Banks", "money": "USD", "same": "Banks",
    }  # fmt: skip
    assert deals[pipedrive.ids["pilot"]].segments == {"money": "USD"}
    with pytest.raises(WriteRefused, match=r"crm_fields\.yaml"):
        pipedrive.crm.deals_changed(None, None, {"x": "No such field"})


@slow
def test_a_won_deal_tells_when_and_where_it_stands(pipedrive: Kit) -> None:
    deal = pipedrive.crm.read_deal(pipedrive.ref("pilot"))
    assert deal.closed_at == datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    assert deal.close_date == date(2026, 3, 1)
    assert deal.pipeline == "Sales"
    assert deal.url is not None
    assert deal.url.endswith(f"/pipedrive/deal/{deal.ref.id}")


@slow
def test_somebody_who_left_is_listed_as_not_active(pipedrive: Kit) -> None:
    account = sandbox_of(pipedrive).account
    account.users[account.add_user("cy@seller.example", "Cy")]["active_flag"] = False
    found = {person.email: person.active for person in pipedrive.crm.people()}
    assert (found["cy@seller.example"], found["ana@seller.example"]) == (False, True)


# ── calls ────────────────────────────────────────────────────────────────────────────────


def ensured(kit: Kit, new: NewRecord) -> str:
    result = kit.crm.ensure(CALL, [new], CALL_FIELDS)[new.head.key]
    assert result.state is RowState.DONE
    return result.id


@slow
def test_a_call_is_a_finished_activity_of_its_owner_on_its_deal(pipedrive: Kit) -> None:
    identifier = ensured(pipedrive, a_call(pipedrive))
    account = sandbox_of(pipedrive).account
    activity = account.activities[int(identifier)]
    owner = account.users[activity["owner_id"]]
    assert owner["email"] == "ana@seller.example"
    assert (activity["type"], activity["done"]) == ("call", True)
    assert (activity["due_date"], activity["due_time"]) == ("2026-11-24", "15:30:00")
    assert activity["duration"] == "00:30:30"
    assert str(activity["deal_id"]) == pipedrive.ids["rollout"]
    assert [account.persons[p["person_id"]]["name"] for p in activity["participants"]] == [
        "Dana Whitlock"
    ]


@slow
def test_an_owner_without_a_seat_leaves_the_activity_with_our_user(pipedrive: Kit) -> None:
    new = a_call(pipedrive)
    assert isinstance(new.head, CallRecord)
    head = replace(new.head, owner_email="gone@seller.example", contact_emails=())
    identifier = ensured(pipedrive, NewRecord(head, new.values))
    account = sandbox_of(pipedrive).account
    assert account.activities[int(identifier)]["owner_id"] == account.me


@slow
def test_calls_of_one_deal_share_one_look_at_its_activities(pipedrive: Kit) -> None:
    rows = [a_call(pipedrive, f"call-{n}") for n in range(5)]
    results = pipedrive.crm.ensure(CALL, rows, CALL_FIELDS)
    assert len({result.id for result in results.values()}) == 5
    assert len(pipedrive.sandbox.requests_to("/activities", "GET")) == 1
    assert len(pipedrive.sandbox.requests_to("/persons/search")) == 1


@slow
def test_a_call_whose_answer_was_lost_is_found_and_not_made_twice(pipedrive: Kit) -> None:
    new = a_call(pipedrive)
    ensured(pipedrive, a_call(pipedrive, "first"))
    lost = Fault("accept_then_drop", path="/activities", method="POST")
    pipedrive.sandbox.fail(lost)
    assert pipedrive.crm.ensure(CALL, [new], CALL_FIELDS)["call-1"].state is RowState.UNSURE
    ensured(pipedrive, new)
    assert len(sandbox_of(pipedrive).account.activities) == 2


@slow
def test_a_call_on_a_deal_that_was_deleted_is_gone(pipedrive: Kit) -> None:
    pipedrive.sandbox.delete(pipedrive.ids["rollout"])
    new = a_call(pipedrive)
    assert pipedrive.crm.ensure(CALL, [new], CALL_FIELDS)["call-1"].state is RowState.GONE


@slow
def test_a_note_that_a_person_changed_since_is_not_rewritten(pipedrive: Kit) -> None:
    identifier = ensured(pipedrive, a_call(pipedrive))
    version = pipedrive.crm.read(CALL, [identifier], CALL_FIELDS)[identifier].version
    pipedrive.sandbox.edit_as_person(identifier, "Call medal", "a person's")
    rows = [RecordWrite(identifier, {"reploop_score": 9.0}, version)]
    assert pipedrive.crm.write(CALL, rows, CALL_FIELDS)[identifier].state is RowState.STALE
    assert pipedrive.sandbox.value(identifier, "Call medal") == "a person's"


@slow
def test_a_call_without_our_key_in_its_note_is_not_known_as_ours(pipedrive: Kit) -> None:
    """A person who deletes the line ``Reploop id`` gives the activity away."""
    identifier = ensured(pipedrive, a_call(pipedrive))
    sandbox_of(pipedrive).account.change_activity(int(identifier), {"note": "all gone"})
    assert ensured(pipedrive, a_call(pipedrive)) != identifier


@slow
def test_there_is_no_place_for_snapshots(pipedrive: Kit) -> None:
    assert pipedrive.crm.traits.kinds == {DEAL, CALL}
    assert pipedrive.crm.read(RecordKind.SNAPSHOT, ["1"], ()) == {}
    results = pipedrive.crm.remove(RecordKind.SNAPSHOT, ["1"])
    assert results["1"].state is RowState.REFUSED
