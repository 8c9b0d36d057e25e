"""What every CRM adapter promises, through its real client against its sandbox."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.crm import (
    CallRecord,
    FieldKind,
    FieldValue,
    Guard,
    NewRecord,
    RecordKind,
    RecordNow,
    RecordWrite,
    RowResult,
    RowState,
    SnapshotRecord,
)
from domain.deals import Deal, DealPage, Money, MoveOf, Outcome
from domain.errors import (
    CredentialsRejected,
    NotFoundAtVendor,
    RateLimited,
    VendorUnavailable,
    WriteRefused,
)
from sandbox.base import Fault
from tests.integrations.crm.kit import NOW, Kit

pytestmark = pytest.mark.slow

DEAL, CALL, SNAPSHOT = RecordKind.DEAL, RecordKind.CALL, RecordKind.SNAPSHOT


def read(kit: Kit, *keys: str) -> Mapping[str, RecordNow]:
    return kit.crm.read(DEAL, [kit.ids[key] for key in keys], kit.fields)


def row(kit: Kit, key: str, version: str = "", **values: FieldValue) -> RecordWrite:
    named = {kit.name(source): value for source, value in values.items()}
    return RecordWrite(kit.ids[key], named, version)


def write(kit: Kit, *rows: RecordWrite) -> Mapping[str, RowResult]:
    return kit.crm.write(DEAL, rows, kit.fields)


def put(kit: Kit, key: str, **values: FieldValue) -> RowResult:
    """Read a deal, then write on it, as a sync does."""
    kit.clock.tick()
    version = read(kit, key)[kit.ids[key]].version
    kit.clock.tick()
    return write(kit, row(kit, key, version, **values))[kit.ids[key]]


def all_pages(
    kit: Kit, since: datetime | None, segments: Mapping[str, str] = {}
) -> tuple[dict[str, Deal], Sequence[DealPage]]:
    pages, cursor = [], None
    while True:
        page = kit.crm.deals_changed(since, cursor, segments)
        pages.append(page)
        cursor = page.next_cursor
        if cursor is None:
            return {deal.ref.id: deal for page in pages for deal in page.deals}, pages


# ── people and deals ─────────────────────────────────────────────────────────────────────


def test_everybody_who_owns_deals_is_listed(kit: Kit) -> None:
    found = {person.email: person for person in kit.crm.people()}
    assert {"ana@seller.example", "ben@seller.example"} <= set(found)
    assert found["ana@seller.example"].name == "Ana Ruiz"
    assert found["ana@seller.example"].active
    assert found["ana@seller.example"].id


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
    hostile = ["' OR Name LIKE '%@x.example", "back\\slash'@x.example", '") { x }@x.example']
    assert tuple(kit.crm.find_deals(hostile)) == ()


def test_nobody_to_look_for_asks_nothing(kit: Kit) -> None:
    assert tuple(kit.crm.find_deals([])) == ()
    assert tuple(kit.crm.find_deals(["not an address"])) == ()
    assert kit.sandbox.requests == []


def test_a_hundred_and_fifty_addresses_are_asked_for_in_parts(kit: Kit) -> None:
    crowd = [f"person{n}.of.a.large.committee@buyer.example" for n in range(150)]
    found = kit.crm.find_deals([*crowd, "greg@harrow.example"])
    assert [d.ref.id for d in found] == [kit.ids["rollout"]]


def test_one_deal_is_read_by_id(kit: Kit) -> None:
    deal = kit.crm.read_deal(kit.ref("calder"))
    assert (deal.name, deal.amount, deal.outcome) == ("Calder & Sons <b>", None, Outcome.LOST)


def test_a_deleted_deal_is_not_found(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.sandbox.delete(kit.ids["rollout"])
    with pytest.raises(NotFoundAtVendor):
        kit.crm.read_deal(kit.ref("rollout"))
    assert kit.ids["rollout"] not in read(kit, "rollout", "pilot")
    gone = write(kit, row(kit, "rollout", score=1.0))[kit.ids["rollout"]]
    assert gone.state is RowState.GONE


def test_a_merged_deal_is_read_as_the_one_that_stands(kit: Kit) -> None:
    if not kit.can_merge:
        pytest.skip("this CRM cannot merge deals, or does not say into which")
    kit.sandbox.merge(kit.ids["pilot"], kit.ids["rollout"])
    assert kit.crm.read_deal(kit.ref("pilot")).ref == kit.ref("rollout")


# ── what changed, and history ────────────────────────────────────────────────────────────


def test_all_deals_come_page_by_page(kit: Kit) -> None:
    deals, _ = all_pages(kit, None)
    assert set(deals) == set(kit.ids.values())
    assert deals[kit.ids["pilot"]].outcome is Outcome.WON
    assert deals[kit.ids["rollout"]].amount == Money(14_400_050, "USD")


def test_only_what_changed_since_is_asked_for_again(kit: Kit) -> None:
    moment = kit.clock.tick(3600)
    kit.clock.tick(60)
    kit.sandbox.move(kit.ids["rollout"], stage="Closed Won", outcome="won")
    kit.clock.tick(60)
    deals, _ = all_pages(kit, moment)
    assert set(deals) == {kit.ids["rollout"]}
    assert deals[kit.ids["rollout"]].outcome is Outcome.WON


def test_a_deal_that_is_opened_again_is_open(kit: Kit) -> None:
    kit.clock.tick(3600)
    kit.sandbox.move(kit.ids["pilot"], stage="Negotiation")
    kit.clock.tick(60)
    deals, _ = all_pages(kit, NOW)
    assert deals[kit.ids["pilot"]].outcome is Outcome.OPEN


def test_deleted_deals_are_told(kit: Kit) -> None:
    if not kit.shows_deleted:
        pytest.skip("this CRM does not tell of deleted deals; a full look finds them")
    kit.clock.tick(3600)
    kit.sandbox.delete(kit.ids["calder"])
    kit.clock.tick(60)
    _, pages = all_pages(kit, NOW)
    assert {gone for page in pages for gone in page.gone} == {kit.ids["calder"]}


def test_the_history_of_a_deal_is_told_where_it_is_kept(kit: Kit) -> None:
    kit.clock.tick(3600)
    moved_at = kit.clock()
    kit.sandbox.move(kit.ids["rollout"], stage="Closed Lost", outcome="lost")
    kit.clock.tick(60)
    found = kit.crm.deal_history([kit.ref("rollout"), kit.ref("pilot")])
    if not kit.crm.traits.deal_history:
        assert found == {}
        return
    stages = [move for move in found[kit.ids["rollout"]] if move.of is MoveOf.STAGE]
    assert (stages[-1].old, stages[-1].new) == ("Negotiation", "Closed Lost")
    assert abs(stages[-1].at - moved_at) <= timedelta(seconds=1)
    assert not stages[-1].seen


# ── fields ───────────────────────────────────────────────────────────────────────────────


def test_provisioning_creates_every_field_and_then_finds_them(kit: Kit) -> None:
    every = (*kit.fields, *kit.others)
    names = {field.name for field in every}
    first = kit.crm.provision(every)
    assert dict(first.failed) == {}
    assert names <= {*first.created, *first.present}
    if kit.creates_fields:
        assert names <= set(first.created)
    again = kit.crm.provision(every)
    assert (again.created, dict(again.failed)) == ((), {})
    assert names <= set(again.present)


def test_what_is_written_is_read_back(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    values: dict[str, FieldValue] = {
        "score": 62.0,
        "medal": "bronze",
        "day": "2026-11-24",
        "link": "https://reploop.example/calls/c1",
        "summary": "62 of 100 from 7 of 10 criteria\n‹b›bold & 'quoted' — ünï",
    }
    assert put(kit, "rollout", **values).state is RowState.DONE
    now = read(kit, "rollout")[kit.ids["rollout"]].values
    assert now == {kit.name(source): value for source, value in values.items()}


def test_none_empties_a_field(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    put(kit, "rollout", score=5.0, medal="x", day="2026-11-24", summary="y")
    emptied = put(kit, "rollout", score=None, medal=None, day=None, summary=None)
    assert emptied.state is RowState.DONE
    assert set(read(kit, "rollout")[kit.ids["rollout"]].values.values()) == {None}


def test_many_records_are_read_at_once(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    put(kit, "rollout", score=62.0)
    put(kit, "calder", score=41.0)
    now = read(kit, "rollout", "calder", "pilot")
    scores = {id: record.values[kit.name("score")] for id, record in now.items()}
    assert scores == {
        kit.ids["rollout"]: 62.0, kit.ids["calder"]: 41.0, kit.ids["pilot"]: None,
    }  # fmt: skip


def test_a_field_that_is_not_ours_is_never_sent(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    before = kit.crm.read_deal(kit.ref("rollout")).amount
    own: dict[str, FieldValue] = {"Amount": 1.0, "amount": "1", kit.name("score"): 7.0}
    kit.crm.write(DEAL, [RecordWrite(kit.ids["rollout"], own)], kit.fields)
    assert kit.crm.read_deal(kit.ref("rollout")).amount == before
    assert kit.stands("rollout", "score") == 7.0


def test_a_row_that_is_refused_holds_up_no_other(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    if not kit.can_refuse:
        pytest.skip("this CRM has no validation rules")
    kit.sandbox.refuse(kit.ids["pilot"])
    kit.clock.tick()
    now = read(kit, "pilot", "rollout", "calder")
    kit.clock.tick()
    rows = [
        row(kit, key, now[kit.ids[key]].version, score=9.0)
        for key in ("rollout", "pilot", "calder")
    ]
    results = write(kit, *rows)
    assert results[kit.ids["pilot"]].state is RowState.REFUSED
    assert results[kit.ids["pilot"]].detail
    assert {results[kit.ids[key]].state for key in ("rollout", "calder")} == {RowState.DONE}
    assert (kit.stands("rollout", "score"), kit.stands("pilot", "score")) == (9.0, None)


def test_a_hidden_field_is_refused_by_name_with_the_remedy(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.sandbox.hide(kit.there("medal"))
    with pytest.raises(WriteRefused, match=rf"{kit.name('medal')}.*provision"):
        read(kit, "rollout")


def test_provisioning_mends_or_reports_a_hidden_field(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.sandbox.hide(kit.there("medal"))
    report = kit.crm.provision(kit.fields)
    if not kit.creates_fields:
        assert kit.name("medal") in report.failed
        return
    assert dict(report.failed) == {}
    assert put(kit, "rollout", medal="gold").state is RowState.DONE
    assert kit.stands("rollout", "medal") == "gold"


def test_a_field_of_another_type_is_reported_and_left_alone(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    (medal,) = [f for f in kit.fields if f.source == "medal"]
    wrong = type(medal)("score", medal.name, medal.label, FieldKind.NUMBER)
    report = kit.crm.provision([wrong])
    assert set(report.failed) == {medal.name}
    assert "crm_fields.yaml" in report.failed[medal.name]


# ── what people write ────────────────────────────────────────────────────────────────────


def test_an_edit_between_our_read_and_our_write_is_not_lost_unseen(kit: Kit) -> None:
    """Refused by the CRM, seen in its history, or told by it: by its kind of guard."""
    kit.crm.provision(kit.fields)
    put(kit, "rollout", medal="bronze", score=50.0)
    kit.clock.tick()
    now = read(kit, "rollout")[kit.ids["rollout"]]
    since = kit.clock()
    kit.clock.tick()

    def edit(record_id: str) -> None:
        kit.sandbox.meanwhile = None
        kit.sandbox.edit_as_person(record_id, kit.there("medal"), "a person's")
        kit.clock.tick()

    kit.sandbox.meanwhile = edit
    result = write(kit, row(kit, "rollout", now.version, medal="silver", score=77.0))
    state = result[kit.ids["rollout"]].state
    match kit.crm.traits.guard:
        case Guard.CONDITION:
            assert state is RowState.STALE
            assert kit.stands("rollout", "medal") == "a person's"
        case Guard.HISTORY:
            assert state is RowState.DONE
            kit.clock.tick()
            found = kit.crm.versions(DEAL, [kit.ids["rollout"]], kit.fields, since)
            history = found[kit.ids["rollout"]][kit.name("medal")]
            assert [(v.value, v.ours) for v in history][-2:] == [
                ("a person's", False), ("silver", True),
            ]  # fmt: skip
        case Guard.TOLD:
            assert state is RowState.DONE


def test_an_edit_before_our_read_is_read_and_a_write_after_it_goes_through(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.clock.tick()
    kit.sandbox.edit_as_person(kit.ids["rollout"], kit.there("medal"), "a person's")
    assert put(kit, "rollout", score=12.0).state is RowState.DONE
    now = read(kit, "rollout")[kit.ids["rollout"]].values
    assert (now[kit.name("medal")], now[kit.name("score")]) == ("a person's", 12.0)


def test_two_writes_of_ours_follow_each_other(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    assert put(kit, "rollout", score=1.0).state is RowState.DONE
    assert put(kit, "rollout", score=2.0).state is RowState.DONE
    assert kit.stands("rollout", "score") == 2.0


# ── records that we make ─────────────────────────────────────────────────────────────────


def a_call(kit: Kit, key: str = "call-1") -> NewRecord:
    head = CallRecord(
        key=key,
        title="Harrow: discovery",
        started_at=datetime(2026, 11, 24, 15, 30, tzinfo=UTC),
        duration_s=1830.0,
        deal_id=kit.ids["rollout"],
        owner_email="ana@seller.example",
        contact_emails=("dana@harrow.example",),
    )
    values = {f.name: _begin(f.kind) for f in kit.of(CALL)}
    return NewRecord(head, values)


def a_snapshot(kit: Kit, week: str = "2026-W48") -> NewRecord:
    head = SnapshotRecord(
        key=f"ana:questioning:{week}",
        title=f"Ana Ruiz · Questioning · {week}",
        owner_email="ana@seller.example",
    )
    return NewRecord(head, {f.name: _begin(f.kind) for f in kit.of(SNAPSHOT)})


def _begin(kind: FieldKind) -> FieldValue:
    begun: dict[FieldKind, FieldValue] = {FieldKind.NUMBER: 62.0, FieldKind.DATE: "2026-11-24"}
    return begun.get(kind, "https://r.example/x")


@pytest.mark.parametrize("kind", [CALL, SNAPSHOT])
def test_a_record_is_made_once_and_found_again(kit: Kit, kind: RecordKind) -> None:
    if kind not in kit.crm.traits.kinds:
        pytest.skip(f"{kit.crm.slug} holds no {kind}")
    kit.crm.provision((*kit.fields, *kit.others))
    new = a_call(kit) if kind is CALL else a_snapshot(kit)
    fields = kit.of(kind)
    first = kit.crm.ensure(kind, [new], fields)[new.head.key]
    assert first.state is RowState.DONE
    assert first.id
    again = kit.crm.ensure(kind, [new], fields)[new.head.key]
    assert (again.state, again.id) == (RowState.DONE, first.id)
    now = kit.crm.read(kind, [first.id], fields)[first.id].values
    assert now == dict(new.values)


@pytest.mark.parametrize("kind", [CALL, SNAPSHOT])
def test_what_a_person_wrote_on_our_record_is_left_when_it_is_found(
    kit: Kit, kind: RecordKind
) -> None:
    if kind not in kit.crm.traits.kinds or not kit.of(kind):
        pytest.skip(f"{kit.crm.slug} holds no {kind}")
    kit.crm.provision((*kit.fields, *kit.others))
    new = a_call(kit) if kind is CALL else a_snapshot(kit)
    (made,) = kit.crm.ensure(kind, [new], kit.of(kind)).values()
    kit.sandbox.edit_as_person(made.id, kit.there("medal", kind), "a person's")
    kit.crm.ensure(kind, [new], kit.of(kind))
    now = kit.crm.read(kind, [made.id], kit.of(kind))[made.id].values
    assert now[kit.name("medal", kind)] == "a person's"


@pytest.mark.parametrize("kind", [CALL, SNAPSHOT])
def test_what_we_made_can_be_taken_back(kit: Kit, kind: RecordKind) -> None:
    if kind not in kit.crm.traits.kinds:
        pytest.skip(f"{kit.crm.slug} holds no {kind}")
    kit.crm.provision((*kit.fields, *kit.others))
    new = a_call(kit) if kind is CALL else a_snapshot(kit)
    (made,) = kit.crm.ensure(kind, [new], kit.of(kind)).values()
    assert kit.crm.remove(kind, [made.id])[made.id].state is RowState.DONE
    assert kit.crm.read(kind, [made.id], kit.of(kind)) == {}
    assert kit.crm.remove(kind, [made.id])[made.id].state is RowState.DONE


# ── trouble ──────────────────────────────────────────────────────────────────────────────


def test_too_many_requests_say_how_long_to_wait(kit: Kit) -> None:
    kit.sandbox.fail(kit.limit)
    with pytest.raises(RateLimited) as caught:
        kit.crm.find_deals(["dana@harrow.example"])
    assert caught.value.retry_after_s == kit.limit_wait_s


def test_a_limit_in_the_middle_of_a_write_is_named_for_every_row_that_is_left(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    versions = {}
    for key in ("rollout", "pilot"):
        versions[key] = read(kit, key)[kit.ids[key]].version
        kit.clock.tick()
    kit.sandbox.meanwhile = lambda _id: kit.sandbox.fail(kit.limit)
    rows = [row(kit, key, version, score=71.0) for key, version in versions.items()]
    done = write(kit, *rows)
    left = [result for result in done.values() if result.state is not RowState.DONE]
    assert len(left) == (1 if kit.crm.slug in ("freshsales", "pipedrive", "zoho") else 0)
    for result in left:
        assert (result.state, result.limited) == (RowState.UNSURE, True)
        assert result.after_s == kit.limit_wait_s


def test_revoked_credentials_need_a_person(kit: Kit) -> None:
    kit.crm.find_deals(["dana@harrow.example"])
    kit.sandbox.revoke()
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


def test_a_write_whose_answer_is_lost_is_unsure_and_not_sent_again(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.clock.tick()
    version = read(kit, "rollout")[kit.ids["rollout"]].version
    kit.clock.tick()
    before = len(kit.sandbox.requests)
    kit.sandbox.fail(Fault("accept_then_drop", times=9))
    result = write(kit, row(kit, "rollout", version, score=5.0))[kit.ids["rollout"]]
    kit.sandbox.faults.clear()
    assert result.state is RowState.UNSURE
    assert len(kit.sandbox.requests) == before + 1
    assert kit.stands("rollout", "score") == 5.0


def test_a_write_that_never_arrived_is_unsure_too(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.clock.tick()
    version = read(kit, "rollout")[kit.ids["rollout"]].version
    kit.clock.tick()
    kit.sandbox.fail(Fault("drop", times=9))
    result = write(kit, row(kit, "rollout", version, score=5.0))[kit.ids["rollout"]]
    kit.sandbox.faults.clear()
    assert result.state is RowState.UNSURE
    assert kit.stands("rollout", "score") is None


def test_a_redirect_is_not_followed_with_our_token(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    kit.crm.find_deals(["dana@harrow.example"])
    before = len(kit.sandbox.requests)
    target = {"Location": "http://127.0.0.1:9/elsewhere"}
    kit.sandbox.fail(Fault("answer", status=302, headers=target))
    with pytest.raises(Exception, match="302"):
        kit.crm.find_deals(["dana@harrow.example"])
    assert len(kit.sandbox.requests) == before + 1


def test_checks_pass_when_everything_is_set_up(kit: Kit) -> None:
    kit.crm.provision(kit.fields)
    checks = kit.crm.check()
    assert len(checks) >= 3
    assert all(check.ok for check in checks), checks


def test_checks_name_the_remedy_and_raise_nothing(kit: Kit) -> None:
    kit.sandbox.revoke()
    failed = [check for check in kit.crm.check() if not check.ok]
    assert failed
    assert all(check.remedy for check in failed)


def test_no_record_of_a_batch_is_beyond_the_portion(kit: Kit) -> None:
    traits = kit.crm.traits
    assert DEAL in traits.kinds
    assert traits.write_batch >= 1
    assert traits.read_batch >= 1
    if traits.guard is not Guard.HISTORY:
        assert kit.crm.versions(DEAL, [kit.ids["rollout"]], kit.fields, NOW) == {}
