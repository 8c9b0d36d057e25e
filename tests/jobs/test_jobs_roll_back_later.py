"""Rolling back as work of its own: in portions, across leases, and never the same record twice."""

import pytest

from domain.changes import ChangeSet, ChangeSetId, FieldWrite, RecordRef, WriteState
from domain.crm import RecordKind
from domain.effects import EffectKind, EffectState, Queue
from domain.errors import NotVisible, VendorUnavailable
from jobs.roll_back import Undoing
from jobs.roll_back_asked import ask_rollback
from jobs.roll_back_later import AT_ONCE, rollback_effect, rollback_key
from jobs.roll_back_plan import plan_rollback
from jobs.work import work_off
from tests.jobs.crm_house import SCORE, SLUG, CrmHouse
from tests.jobs.fake_crm import a_deal
from tests.jobs.fakes import RINA, House

PUSH = "push-1"
DEALS = tuple(f"p{n}" for n in range(5))


@pytest.fixture
def crm(house: House) -> CrmHouse:
    made = CrmHouse(house)
    house.crm.batch = 2
    pushed(made, DEALS)
    return made


def pushed(made: CrmHouse, deals: tuple[str, ...], run: str = PUSH) -> None:
    """A run that wrote a score on each deal."""
    crm = made.house.crm
    with made.house.database.write() as tx:
        for deal_id in deals:
            crm.add(a_deal(deal_id, SLUG))
            record = RecordRef(SLUG, RecordKind.DEAL, deal_id)
            write = FieldWrite(
                record=record, field=SCORE, old=None, new=64.0, state=WriteState.WRITTEN
            )  # fmt: skip
            crm.records[RecordKind.DEAL, deal_id].set(SCORE, 64.0, made.house.clock, ours=True)
            name = ChangeSetId(f"{run}-{deal_id}")
            at = made.house.clock
            made_set = ChangeSet(id=name, at=at, call_id=None, writes=(write,), run=run)
            tx.changes.add(made_set)


def ask(crm: CrmHouse, name: str = PUSH) -> None:
    undoing = Undoing(services=crm.services, undo_id="undo-1", by=RINA.id, via="web")
    with crm.house.database.write() as tx:
        tx.outbox.request(rollback_effect(name, undoing))


def row(crm: CrmHouse) -> tuple[EffectState, str | None, int]:
    [found] = crm.house.effects(EffectKind.CRM_ROLLBACK)
    return found.state, found.error, found.attempts


def undone(crm: CrmHouse) -> dict[str, WriteState]:
    """By deal, what became of its field; each comes once."""
    with crm.house.database.read() as tx:
        writes = [w for each in tx.changes.of_run("undo-1") for w in each.writes]
    assert len({w.record for w in writes}) == len(writes)
    return {w.record.id: w.state for w in writes}


def stands(crm: CrmHouse) -> list[object]:
    return [crm.house.crm.stands(SCORE, deal) for deal in DEALS]


def test_a_worker_puts_everything_back_and_the_audit_says_who_wanted_it(crm: CrmHouse) -> None:
    ask(crm)
    work_off(Queue.SYNC, crm.services)
    assert stands(crm) == [None] * 5
    assert row(crm)[0] is EffectState.SENT
    with crm.house.database.read() as tx:
        assert [(who, what) for _, who, what, _ in tx.audit.about(PUSH)] == [
            (RINA.id, "crm.rollback")
        ]


def test_when_the_lease_nears_its_end_the_rest_goes_on_under_the_next(crm: CrmHouse) -> None:
    ask(crm)

    def slow() -> None:
        crm.house.go_on(minutes=5)
        crm.house.acts["rollback.part"] = slow

    crm.house.acts["rollback.part"] = slow
    crm.house.services = crm.services
    claims = 0
    while row(crm)[0] is EffectState.PENDING and claims < 9:
        work_off(Queue.SYNC, crm.services)
        claims += 1
    assert row(crm)[0] is EffectState.SENT
    assert undone(crm) == dict.fromkeys(DEALS, WriteState.WRITTEN)
    assert crm.house.crm.asked["write"] == 3


def test_a_crm_that_stops_answering_is_asked_again_and_nothing_is_done_twice(
    crm: CrmHouse,
) -> None:
    ask(crm)
    crm.house.acts["rollback.part"] = lambda: crm.house.crm.raises.append(
        VendorUnavailable(SLUG, "no answer in time")
    )
    work_off(Queue.SYNC, crm.services)
    state, error, _ = row(crm)
    assert state is EffectState.PENDING
    assert "no answer in time" in str(error)
    assert len(undone(crm)) == 2
    crm.house.crm.edit_as_person(SCORE, 12.0, "p0")
    crm.house.crm.edit_as_person(SCORE, 99.0, "p4")
    crm.house.go_on(minutes=5)
    work_off(Queue.SYNC, crm.services)
    assert row(crm)[0] is EffectState.SENT
    assert stands(crm) == [12.0, None, None, None, 99.0]
    assert undone(crm)["p4"] is WriteState.KEPT_HUMAN


def test_a_short_one_is_done_at_once_and_a_long_one_by_a_worker(crm: CrmHouse) -> None:
    ask_rollback(PUSH, "o1", RINA, crm.services)
    assert row(crm)[0] is EffectState.SENT
    pushed(crm, tuple(f"q{n}" for n in range(AT_ONCE + 1)), "push-2")
    ask_rollback("push-2", "o2", RINA, crm.services)
    assert crm.house.crm.stands(SCORE, "q0") == 64.0
    assert Queue.SYNC in crm.house.queue.rung
    with crm.house.database.read() as tx:
        waiting = tx.outbox.get(rollback_key("push-2"))
    assert waiting is not None
    assert waiting.state is EffectState.PENDING


def test_while_one_is_under_way_another_is_not_asked_for(crm: CrmHouse) -> None:
    ask(crm)
    ask_rollback(PUSH, "o2", RINA, crm.services)
    [found] = crm.house.effects(EffectKind.CRM_ROLLBACK)
    assert found.effect.payload["undo"] == "undo-1"
    assert stands(crm) == [64.0] * 5


def test_what_is_not_there_or_not_connected_is_not_asked_for(crm: CrmHouse) -> None:
    with pytest.raises(NotVisible):
        ask_rollback("nothing", "o1", RINA, crm.services)
    crm.house.services = crm.house.services_with(crms={})
    with pytest.raises(NotVisible):
        ask_rollback(PUSH, "o1", RINA, crm.services)
    assert crm.house.effects(EffectKind.CRM_ROLLBACK) == []


def test_a_plan_reads_and_writes_nothing(crm: CrmHouse) -> None:
    crm.house.crm.edit_as_person(SCORE, 99.0, "p4")
    crm.house.crm.edit_as_person(SCORE, None, "p3")
    crm.house.crm.delete("p2")
    plan = plan_rollback(crm.services, PUSH)
    assert {w.record.id: w.state for w in plan.writes} == {
        "p0": WriteState.WRITTEN, "p1": WriteState.WRITTEN, "p2": WriteState.REFUSED,
        "p3": WriteState.UNCHANGED, "p4": WriteState.KEPT_HUMAN,
    }  # fmt: skip
    assert (plan.records, plan.fields, plan.at_once) == (5, 5, True)
    assert crm.house.crm.asked["write"] == 0
