"""Keeping deals up to date: the real adapters, their sandboxes, and a real database."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.calls import CallState
from domain.changes import WriteState
from domain.effects import Claimed, EffectRecord, EffectState
from domain.errors import CredentialsRejected, RateLimited, Transient, WriteRefused
from jobs.retries import NotYet
from sandbox.base import FaultKind
from tests.jobs.crm_line import VENDORS, Killed, Line, crm_line
from tests.jobs.crm_world import NOW, a_call, a_card

pytestmark = pytest.mark.slow


@pytest.fixture(params=VENDORS)
def line(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Line]:
    with crm_line(request.param, Path(shutil.copy(migrated, tmp_path / "reploop.db"))) as made:
        yield made


def test_the_deal_shows_the_call_and_the_callers_skills(line: Line) -> None:
    settled = line.sync()
    assert settled.state is EffectState.SENT
    assert line.stands("last_call_score") == 62.0
    assert line.stands("last_call_medal") == "Bronze"
    assert line.stands("last_call_date") == "2026-11-24"
    assert line.stands("last_call_link") == "https://r.example/calls/c1"
    assert line.stands("next_step") == "Thursday at ten works for us both"
    assert "Questioning: 71 ± 8 from 12 calls, Developing" in str(line.stands("owner_skills"))
    assert line.writes() == 1


def test_the_same_sync_twice_is_one_write(line: Line) -> None:
    first, second = line.sync(), line.sync()
    assert (first.state, second.state) == (EffectState.SENT, EffectState.SENT)
    assert line.writes() == 1
    assert len(line.change_sets()) == 1


def test_a_change_set_says_what_stood_there_before(line: Line) -> None:
    line.sync()
    (change_set,) = line.change_sets()
    assert change_set.call_id == "c1"
    writes = {w.field: w for w in change_set.writes}
    score = writes[line.world.name("last_call_score")]
    assert (score.old, score.new, score.state) == (None, 62.0, WriteState.WRITTEN)


def test_the_newest_call_by_start_counts_whatever_order_they_come_in(line: Line) -> None:
    line.another_call(88.0)
    older = a_call("c0", deal=line.world.ref, started_at=NOW - timedelta(days=9))
    line.world.put(older, a_card("c0", 20.0))
    line.sync()
    assert line.stands("last_call_score") == 88.0
    assert line.stands("last_call_link") == "https://r.example/calls/c2"


def test_a_later_call_replaces_what_we_wrote(line: Line) -> None:
    line.sync()
    line.another_call(88.0)
    line.sync()
    assert line.stands("last_call_medal") == "Silver"
    assert line.last_written("last_call_medal") == "Silver"
    assert line.writes() == 2


def test_what_a_person_changed_stays_through_every_later_sync(line: Line) -> None:
    line.sync()
    line.edit("next_step", "Call Dana on Monday")
    line.another_call(88.0)
    later = replace(a_card("c2", 88.0).criteria[0], evidence=())
    line.world.put(
        a_call("c3", deal=line.world.ref, started_at=NOW), a_card("c3", 91.0, criteria=(later,))
    )
    for _ in range(3):
        line.sync()
    assert line.stands("next_step") == "Call Dana on Monday"
    assert line.stands("last_call_medal") == "Gold"
    kept = [w for c in line.change_sets() for w in c.writes if w.state is WriteState.KEPT_HUMAN]
    assert {w.field for w in kept} == {line.world.name("next_step")}


def test_a_field_that_a_person_emptied_stays_empty(line: Line) -> None:
    line.sync()
    line.edit("last_call_medal", None)
    line.another_call(88.0)
    line.sync()
    assert line.stands("last_call_medal") is None


def test_a_value_from_before_our_first_write_stays(line: Line) -> None:
    line.edit("next_step", "Typed by Ben")
    line.sync()
    assert line.stands("next_step") == "Typed by Ben"
    assert line.stands("last_call_medal") == "Bronze"


def test_putting_our_value_back_hands_the_field_back(line: Line) -> None:
    line.sync()
    line.edit("last_call_medal", "Platinum")
    line.sync()
    line.edit("last_call_medal", "Bronze")
    line.another_call(88.0)
    line.sync()
    assert line.stands("last_call_medal") == "Silver"


def test_a_person_may_edit_other_fields_without_stopping_ours(line: Line) -> None:
    line.sync()
    line.edit("next_step", "Mine")
    line.another_call(88.0)
    line.sync()
    assert line.stands("last_call_score") == 88.0


def test_looking_again_at_a_kept_value_adds_no_change_set(line: Line) -> None:
    line.sync()
    line.edit("next_step", "Mine")
    line.sync()
    before = len(line.change_sets())
    line.sync()
    assert len(line.change_sets()) == before


def test_line_ends_and_spaces_of_the_crm_are_not_a_persons_edit(line: Line) -> None:
    line.sync()
    shown = str(line.stands("last_call_summary"))
    line.edit("last_call_summary", shown.replace("\n", " \r\n") + "\n")
    line.another_call(88.0)
    line.sync()
    assert str(line.stands("last_call_summary")).startswith("88 of 100")


@pytest.mark.parametrize("fault", ["accept_then_drop", "accept_then_hang"])
def test_a_write_whose_answer_was_lost_is_found_and_counted_once(
    line: Line, fault: FaultKind
) -> None:
    line.lose(fault, delay_s=2.5)
    with pytest.raises(Transient):
        line.sync()
    settled = line.sync()
    assert settled.state is EffectState.SENT
    assert line.writes() == 1
    assert line.last_written("last_call_medal") == "Bronze"
    (change_set,) = line.change_sets()
    assert {w.state for w in change_set.writes} == {WriteState.WRITTEN}


@pytest.mark.parametrize("lost", ["answer", "worker"])
def test_our_own_lost_write_is_not_taken_for_a_persons(line: Line, lost: str) -> None:
    line.sync()
    line.another_call(88.0)
    if lost == "answer":
        line.lose()
        with pytest.raises(Transient):
            line.sync()
    else:
        line.die_at("crm.after_write")
        with pytest.raises(Killed):
            line.sync()
    line.world.put(a_call("c3", deal=line.world.ref, started_at=NOW), a_card("c3", 95.0))
    line.sync()
    assert line.stands("last_call_medal") == "Gold"
    assert line.last_written("last_call_medal") == "Gold"


def test_a_worker_that_dies_before_the_write_leaves_it_to_the_next(line: Line) -> None:
    line.die_at("crm.before_write")
    with pytest.raises(Killed):
        line.sync()
    assert line.writes() == 0
    line.sync()
    assert line.writes() == 1


def test_a_persons_edit_after_a_lost_write_still_wins(line: Line) -> None:
    line.lose()
    with pytest.raises(Transient):
        line.sync()
    line.edit("next_step", "Mine")
    line.sync()
    line.another_call(88.0)
    line.sync()
    assert line.stands("next_step") == "Mine"


def test_going_back_to_an_older_value_of_ours_is_a_persons_edit(line: Line) -> None:
    line.sync()
    line.another_call(88.0)
    line.sync()
    line.edit("last_call_medal", "Bronze")
    line.world.put(a_call("c3", deal=line.world.ref, started_at=NOW), a_card("c3", 95.0))
    line.sync()
    assert line.stands("last_call_medal") == "Bronze"


def test_a_rate_limit_rises_and_the_write_happens_once_later(line: Line) -> None:
    line.kit.sandbox.fail(line.kit.limit)
    with pytest.raises(RateLimited) as limited:
        line.sync()
    line.world.clock += timedelta(seconds=limited.value.retry_after_s + 1)
    line.sync()
    assert line.writes() == 1


def test_rejected_credentials_rise_for_the_caller_to_park(line: Line) -> None:
    line.kit.crm.find_deals(["dana@harrow.example"])
    line.kit.sandbox.revoke()
    with pytest.raises(CredentialsRejected):
        line.sync()


def test_a_refused_field_rises_with_its_remedy(line: Line) -> None:
    line.kit.sandbox.hide(line.there("last_call_medal"))
    with pytest.raises(WriteRefused, match="provision"):
        line.sync()
    assert line.writes() == 0


def test_a_refused_write_is_kept_in_a_change_set_with_the_reason(line: Line) -> None:
    if not line.kit.can_refuse:
        pytest.skip("no company can have rules that refuse a write")
    line.kit.sandbox.refuse(line.world.ref.id)
    with pytest.raises(WriteRefused):
        line.sync()
    (change_set,) = line.change_sets()
    assert {w.state for w in change_set.writes} == {WriteState.REFUSED}
    assert line.last_written("last_call_medal") is None


def test_a_deal_that_is_gone_is_taken_off_its_calls(line: Line) -> None:
    line.kit.sandbox.delete(line.world.ref.id)
    settled = line.sync()
    assert settled.state is EffectState.SKIPPED
    with line.world.database.read() as tx:
        call = tx.calls.get(a_call().id)
    assert call is not None
    assert (call.deal, call.deal_reason) == (None, f"the deal is gone from {line.kit.crm.slug}")


def test_deleting_the_only_call_empties_what_we_wrote_and_nothing_else(line: Line) -> None:
    line.sync()
    line.edit("next_step", "Mine")
    with line.world.database.write() as tx:
        tx.calls.put(a_call(deal=line.world.ref, state=CallState.DELETED))
    line.sync()
    assert line.stands("last_call_summary") is None
    assert line.stands("last_call_score") is None
    assert line.stands("next_step") == "Mine"


def test_a_deal_without_a_scored_call_is_left_alone(line: Line) -> None:
    with line.world.database.write() as tx:
        tx.calls.put(a_call(deal=line.world.ref, state=CallState.DELETED))
    before = len(line.kit.sandbox.requests)
    settled = line.sync()
    assert settled.state is EffectState.SKIPPED
    assert len(line.kit.sandbox.requests) == before


def test_a_lease_that_is_nearly_over_is_not_used_for_a_write(line: Line) -> None:
    claimed = line.world.claim()
    line.tick(121)
    with pytest.raises(NotYet, match="lease"):
        line.world.work(claimed)
    assert line.writes() == 0


def test_a_crm_that_is_not_connected_parks_the_effect(line: Line) -> None:
    claimed = line.world.claim()
    line.world.work(claimed, replace(line.world.services, crms={}))
    assert line.world.effect(claimed).state is EffectState.PARKED


def test_without_mapped_fields_nothing_is_asked(line: Line) -> None:
    claimed = line.world.claim()
    before = len(line.kit.sandbox.requests)
    line.world.work(claimed, replace(line.world.services, crm_fields={}))
    assert line.world.effect(claimed).state is EffectState.SKIPPED
    assert len(line.kit.sandbox.requests) == before


def test_who_lost_the_effect_keeps_nothing_of_what_was_written(line: Line) -> None:
    paused = line.world.claim()
    newer: list[Claimed[EffectRecord]] = []

    def the_lease_ends() -> None:
        line.world.clock += timedelta(seconds=line.world.services.thresholds.lease_s)
        newer.append(line.world.claim())

    line.world.on_reach["crm.after_write"] = the_lease_ends
    line.world.work(paused)
    assert (line.change_sets(), line.last_written("last_call_medal")) == ([], None)
    line.tick()
    line.world.work(newer[0])
    assert line.world.effect(newer[0]).state is EffectState.SENT
    assert (len(line.change_sets()), line.writes()) == (1, 1)


def test_who_lost_the_effect_begins_no_write(line: Line) -> None:
    claimed = line.world.claim()
    with line.world.database.write() as tx:
        tx.outbox.settle(claimed, EffectState.SENT)
    before = len(line.kit.sandbox.requests)
    line.world.work(claimed)
    assert len(line.kit.sandbox.requests) == before


def test_a_call_that_is_scored_again_keeps_its_place_on_the_deal(line: Line) -> None:
    line.sync()
    call = a_call(deal=line.world.ref)
    with line.world.database.write() as tx:
        tx.calls.put(replace(call, state=CallState.READY))
    line.sync()
    assert (line.writes(), line.stands("last_call_score")) == (1, 62.0)


def test_a_deal_waits_for_a_call_whose_words_were_replaced(line: Line) -> None:
    line.sync()
    call = a_call(deal=line.world.ref)
    with line.world.database.write() as tx:
        tx.calls.put(replace(call, state=CallState.READY))
        tx.scorecards.remove(call.id)
    with pytest.raises(NotYet):
        line.sync()
    assert (line.writes(), line.stands("last_call_score")) == (1, 62.0)
