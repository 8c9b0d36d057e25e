"""What people change afterwards: everything follows, and nothing comes back."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from domain.calls import Call, CallId, CallState, Transcript
from domain.deals import DealRef
from domain.effects import EffectKind, EffectState, Queue
from domain.errors import GradingRefused, NotVisible
from domain.ports import ClaimTerms
from jobs.corrections import delete_call, rescore_call
from jobs.retries import NOT_YET_S
from jobs.sweep import sweep
from jobs.sync import sync
from tests.jobs.fakes import ANA, NEXT_STEPS, QUESTIONING, House, fetched, talk

DEAL = DealRef("salesforce", "d1")


@pytest.fixture
def linked(house: House) -> tuple[House, Call]:
    """A scored call that was linked to its deal, whose update is done."""
    house.services = house.services_with(crms={"salesforce": house.crm})
    house.scored()
    house.work(Queue.SYNC)
    assert house.call().deal == DEAL
    return house, house.call()


def deal_updates(house: House) -> list[EffectState]:
    return [r.state for r in house.effects(EffectKind.CRM_DEAL)]


def test_a_deleted_call_leaves_the_profile_as_if_it_had_never_been(house: House) -> None:
    house.put_ready("m1", talk(1), days_ago=9)
    house.work(Queue.SCORE)
    before = house.profile()
    house.put_ready("m2", talk(4), days_ago=3)
    house.work(Queue.SCORE)
    assert house.profile() != before
    delete_call(house.call("m2").id, house.services)
    assert house.profile() == before


def test_the_last_call_of_a_skill_takes_its_profile_along(house: House) -> None:
    call = house.scored()
    assert set(house.profile()) == {(ANA.id, NEXT_STEPS), (ANA.id, QUESTIONING)}
    delete_call(call.id, house.services)
    assert house.profile() == {}


def test_nothing_that_was_said_on_a_deleted_call_stays_with_it(house: House) -> None:
    call = house.scored()
    delete_call(call.id, house.services)
    with house.database.read() as tx:
        assert tx.calls.transcript(call.id) == Transcript(())
        assert tx.scorecards.latest(call.id) is None
    gone = house.call()
    assert (gone.state, gone.title) == (CallState.DELETED, "Deleted call")
    assert (gone.participants, gone.host_email, gone.recording_url) == ((), None, None)


@pytest.mark.parametrize(
    ("change", "action"), [(delete_call, "call.delete"), (rescore_call, "call.rescore")]
)
def test_who_corrected_a_call_is_kept(
    house: House, change: Callable[..., None], action: str
) -> None:
    call = house.scored()
    change(call.id, house.services, by="rina", via="web")
    with house.database.read() as tx:
        ((at, actor, noted, allowed),) = tx.audit.about(call.id)
    assert (at, actor, noted, allowed) == (house.clock, "rina", action, True)


def test_deleting_a_call_asks_for_its_deal_to_be_brought_up_to_date(
    linked: tuple[House, Call],
) -> None:
    house, call = linked
    assert deal_updates(house) == [EffectState.SKIPPED]  # no field is mapped here
    house.queue.rung.clear()
    delete_call(call.id, house.services)
    assert deal_updates(house) == [EffectState.PENDING]
    assert house.queue.rung == [Queue.SYNC]


def test_the_deal_of_a_crm_that_is_not_connected_waits_where_people_see_it(
    linked: tuple[House, Call],
) -> None:
    house, call = linked
    house.services = house.services_with(crms={})
    delete_call(call.id, house.services)
    house.work(Queue.SYNC)
    (update,) = house.effects(EffectKind.CRM_DEAL)
    assert (update.state, update.error) == (EffectState.PARKED, "salesforce is not connected")
    with house.database.write() as tx:
        assert tx.outbox.replay(update.id)
    assert deal_updates(house) == [EffectState.PENDING]


def test_a_deletion_waits_for_no_reader_and_a_later_sweep_overwrites(
    migrated: Path, tmp_path: Path
) -> None:
    house = House.at(f"sqlite:///{shutil.copy(migrated, tmp_path / 'house.db')}")
    said, log = b"Shall we meet again on Thursday", tmp_path / "house.db-wal"
    call = house.scored()
    with house.database.read() as tx:
        assert tx.calls.transcript(call.id) is not None
        delete_call(call.id, house.services)
        sweep(house.services)
        assert said in log.read_bytes()
    sweep(house.services)
    assert log.read_bytes() == b""
    assert said not in (tmp_path / "house.db").read_bytes()
    house.database.dispose()


def test_a_deletion_rings_before_it_overwrites(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = house.scored()
    house.queue.rung.clear()
    rung_before: list[Queue] = []

    def overwrite() -> bool:
        rung_before.extend(house.queue.rung)
        return False

    monkeypatch.setattr(house.database, "overwrite_deleted", overwrite)
    delete_call(call.id, house.services)
    assert rung_before == [Queue.SYNC]


def test_a_call_without_a_deal_asks_for_nothing(house: House) -> None:
    delete_call(house.scored().id, house.services)
    assert house.effects(EffectKind.CRM_DEAL) == []


@pytest.mark.parametrize("change", [delete_call, rescore_call])
def test_what_is_not_there_cannot_be_changed(house: House, change: object) -> None:
    with pytest.raises(NotVisible):
        change(CallId("none"), house.services)  # type: ignore[operator]


@pytest.mark.parametrize("change", [delete_call, rescore_call])
def test_a_deleted_call_cannot_be_changed(house: House, change: object) -> None:
    call = house.scored()
    delete_call(call.id, house.services)
    with pytest.raises(NotVisible):
        change(call.id, house.services)  # type: ignore[operator]


def test_scoring_again_supersedes(house: House) -> None:
    call = house.scored()
    house.grader.version = "2"
    house.queue.rung.clear()
    rescore_call(call.id, house.services)
    assert house.queue.rung == [Queue.SCORE]
    assert (house.call().state, house.call().version) == (CallState.READY, 2)
    house.work(Queue.SCORE)
    with house.database.read() as tx:
        card = tx.scorecards.latest(call.id)
    assert card is not None
    assert (card.call_version, card.grader_version) == (2, "2")
    assert {calls for _, calls in house.profile().values()} == {1}


def test_a_call_that_died_can_be_scored_again_with_all_its_attempts(house: House) -> None:
    house.ingest()
    with house.database.write() as tx:
        (claimed,) = tx.calls.claim_ready(ClaimTerms(1, 60.0))
        tx.calls.settle(claimed, CallState.DEAD, error="GradingRefused: declined")
    rescore_call(house.call().id, house.services)
    assert (house.call().state, house.call().error) == (CallState.READY, None)
    house.work(Queue.SCORE)
    assert house.call().state is CallState.SCORED


def test_a_call_that_was_never_scored_cannot_be_scored_again(house: House) -> None:
    call = house.ingest(content=fetched(Transcript(())))
    with pytest.raises(NotVisible):
        rescore_call(call.id, house.services)


def test_a_rescore_keeps_the_link_to_the_deal(linked: tuple[House, Call]) -> None:
    house, call = linked
    rescore_call(call.id, house.services)
    house.work(Queue.SCORE, Queue.SYNC)
    assert house.call().deal == DEAL
    assert house.call().deal_reason == call.deal_reason


@pytest.fixture
def on_postgres(postgres_url: str) -> Iterator[House]:
    house = House.at(postgres_url)
    house.services = house.services_with(crms={"salesforce": house.crm})
    yield house
    house.database.dispose()


def while_a_delivery_is_kept(house: House, act: Callable[..., object], *args: object) -> None:
    """Begin ``act`` while another transaction holds the call; it must wait for its end."""
    acting = threading.Thread(target=act, args=args)
    with house.database.write() as tx:
        known = tx.calls.by_ref("zoom", "m1")
        assert known is not None
        acting.start()
        time.sleep(0.5)
        assert acting.is_alive()
        tx.calls.put(replace(known, recording_url="https://v.example/share"))
    acting.join(10)


@pytest.mark.slow
def test_a_deal_linked_while_a_delivery_is_kept_is_not_lost(on_postgres: House) -> None:
    house = on_postgres
    house.scored()
    with house.database.write() as tx:
        claims = tx.outbox.claim([EffectKind.CRM_LINK], ClaimTerms(1, 60.0))
    while_a_delivery_is_kept(house, sync, claims[0], house.services)
    assert house.call().deal == DEAL
    assert house.call().recording_url == "https://v.example/share"


@pytest.mark.slow
def test_a_call_deleted_while_a_delivery_is_kept_stays_deleted(on_postgres: House) -> None:
    house = on_postgres
    call = house.scored()
    while_a_delivery_is_kept(house, delete_call, call.id, house.services)
    assert (house.call().state, house.call().recording_url) == (CallState.DELETED, None)
    assert house.profile() == {}


@pytest.mark.slow
def test_two_calls_of_one_rep_scored_at_once_are_both_in_the_profile(on_postgres: House) -> None:
    house = on_postgres
    for n in range(8):
        house.put_ready(f"m{n}", talk(n % 5), days_ago=1 + n)
    meet = threading.Barrier(8, timeout=10)
    house.grader.before_answer = lambda: (meet.wait(), None)[1]
    house.work(Queue.SCORE)
    assert {call.state for call in house.calls()} == {CallState.SCORED}
    assert {calls for _, calls in house.profile().values()} == {8}


def test_a_link_waits_for_a_call_that_is_being_scored_again(house: House) -> None:
    house.services = house.services_with(crms={"salesforce": house.crm})
    call = house.scored()
    rescore_call(call.id, house.services)
    for _ in range(20):
        house.work(Queue.SYNC)
        house.go_on(seconds=NOT_YET_S)
    assert [e.state for e in house.effects(EffectKind.CRM_LINK)] == [EffectState.PENDING]
    house.grader.raises = [GradingRefused("no")]
    house.work(Queue.SCORE, Queue.SYNC)
    assert house.call().deal == DEAL
