"""Keeping deals up to date: the real adapters, their sandboxes, and a real database."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.calls import CallState
from domain.changes import ChangeSet, RecordRef, WriteState
from domain.effects import EffectState
from domain.errors import (
    CredentialsRejected,
    RateLimited,
    Transient,
    VendorUnavailable,
    WriteRefused,
)
from jobs.retries import LeaseLost, NotYet
from jobs.sync_crm import Settled, settle, sync_deal
from sandbox.base import Fault
from tests.integrations.crm.kit import KITS, Kit
from tests.jobs.crm_world import (
    NEXT_STEPS,
    NOW,
    QUESTIONING,
    World,
    a_call,
    a_card,
    a_proficiency,
    world,
)

pytestmark = pytest.mark.slow


class Killed(BaseException):
    """The worker dies here."""


@dataclass
class Line:
    """A world and the vendor behind it."""

    world: World
    kit: Kit

    def stands(self, source: str) -> object:
        return self.kit.sandbox.value(self.world.ref.id, self.world.name(source))

    def writes(self) -> int:
        """Effective changes that Reploop made on the deal."""
        return len(self.kit.sandbox.writes)

    def edit(self, source: str, value: object) -> None:
        self.kit.sandbox.edit_as_person(self.world.ref.id, self.world.name(source), value)

    def change_sets(self) -> list[ChangeSet]:
        with self.world.database.read() as tx:
            return list(tx.changes.list())

    def last_written(self, source: str) -> object:
        with self.world.database.read() as tx:
            return tx.changes.last_written(RecordRef.of(self.world.ref)).get(
                self.world.name(source)
            )

    def another_call(self, overall: float = 88.0) -> None:
        """A newer call on the same deal."""
        later = a_call("c2", deal=self.world.ref, started_at=NOW - timedelta(hours=1))
        self.world.put(later, a_card("c2", overall))

    def die_at(self, point: str) -> None:
        def die() -> None:
            raise Killed

        self.world.on_reach[point] = die


@pytest.fixture(params=sorted(KITS))
def line(request: pytest.FixtureRequest, migrated: Path, tmp_path: Path) -> Iterator[Line]:
    url = f"sqlite:///{shutil.copy(migrated, tmp_path / 'reploop.db')}"
    with KITS[request.param]() as kit, world(url, kit.crm, kit.ids["rollout"]) as made:
        kit.crm.provision(made.fields)
        skills = [a_proficiency(QUESTIONING), a_proficiency(NEXT_STEPS, level=54.0, calls=8)]
        made.put(a_call(deal=made.ref), a_card(), *skills)
        yield Line(made, kit)


def test_the_deal_shows_the_call_and_the_callers_skills(line: Line) -> None:
    settled = line.world.sync()
    assert settled.state is EffectState.SENT
    assert float(str(line.stands("last_call_score"))) == 62.0
    assert line.stands("last_call_medal") == "Bronze"
    assert line.stands("last_call_date") == "2026-11-24"
    assert line.stands("last_call_link") == "https://r.example/calls/c1"
    assert line.stands("next_step") == "Thursday at ten works for us both"
    assert "Questioning: 71 ± 8 from 12 calls, Developing" in str(line.stands("owner_skills"))
    assert line.writes() == 1


def changed(settled: Settled) -> str | None:
    return settled.change_set.id if settled.change_set else None


def test_the_same_sync_twice_is_one_write(line: Line) -> None:
    first, second = line.world.sync(), line.world.sync()
    assert (changed(first), changed(second)) == ("id1", None)
    assert line.writes() == 1
    assert len(line.change_sets()) == 1


def test_a_change_set_says_what_stood_there_before(line: Line) -> None:
    line.world.sync()
    (change_set,) = line.change_sets()
    assert change_set.call_id == "c1"
    writes = {w.field: w for w in change_set.writes}
    score = writes[line.world.name("last_call_score")]
    assert (score.old, score.new, score.state) == (None, 62.0, WriteState.WRITTEN)


def test_the_newest_call_by_start_counts_whatever_order_they_come_in(line: Line) -> None:
    line.another_call(88.0)
    older = a_call("c0", deal=line.world.ref, started_at=NOW - timedelta(days=9))
    line.world.put(older, a_card("c0", 20.0))
    line.world.sync()
    assert float(str(line.stands("last_call_score"))) == 88.0
    assert line.stands("last_call_link") == "https://r.example/calls/c2"


def test_a_later_call_replaces_what_we_wrote(line: Line) -> None:
    line.world.sync()
    line.another_call(88.0)
    line.world.sync()
    assert line.stands("last_call_medal") == "Silver"
    assert line.last_written("last_call_medal") == "Silver"
    assert line.writes() == 2


def test_what_a_person_changed_stays_through_every_later_sync(line: Line) -> None:
    line.world.sync()
    line.edit("next_step", "Call Dana on Monday")
    line.another_call(88.0)
    later = replace(a_card("c2", 88.0).criteria[0], evidence=())
    line.world.put(
        a_call("c3", deal=line.world.ref, started_at=NOW), a_card("c3", 91.0, criteria=(later,))
    )
    for _ in range(3):
        line.world.sync()
    assert line.stands("next_step") == "Call Dana on Monday"
    assert line.stands("last_call_medal") == "Gold"
    kept = [w for c in line.change_sets() for w in c.writes if w.state is WriteState.KEPT_HUMAN]
    assert {w.field for w in kept} == {line.world.name("next_step")}


def test_a_field_that_a_person_emptied_stays_empty(line: Line) -> None:
    line.world.sync()
    line.edit("last_call_medal", None)
    line.another_call(88.0)
    line.world.sync()
    assert line.stands("last_call_medal") is None


def test_a_value_from_before_our_first_write_stays(line: Line) -> None:
    line.edit("next_step", "Typed by Ben")
    line.world.sync()
    assert line.stands("next_step") == "Typed by Ben"
    assert line.stands("last_call_medal") == "Bronze"


def test_putting_our_value_back_hands_the_field_back(line: Line) -> None:
    line.world.sync()
    line.edit("last_call_medal", "Platinum")
    line.world.sync()
    line.edit("last_call_medal", "Bronze")
    line.another_call(88.0)
    line.world.sync()
    assert line.stands("last_call_medal") == "Silver"


def test_a_person_may_edit_other_fields_without_stopping_ours(line: Line) -> None:
    line.world.sync()
    line.edit("next_step", "Mine")
    line.another_call(88.0)
    line.world.sync()
    assert float(str(line.stands("last_call_score"))) == 88.0


def test_looking_again_at_a_kept_value_adds_no_change_set(line: Line) -> None:
    line.world.sync()
    line.edit("next_step", "Mine")
    line.world.sync()
    before = len(line.change_sets())
    line.world.sync()
    assert len(line.change_sets()) == before


def test_line_ends_and_spaces_of_the_crm_are_not_a_persons_edit(line: Line) -> None:
    line.world.sync()
    shown = str(line.stands("last_call_summary"))
    line.edit("last_call_summary", shown.replace("\n", " \r\n") + "\n")
    line.another_call(88.0)
    line.world.sync()
    assert str(line.stands("last_call_summary")).startswith("88 of 100")


@pytest.mark.parametrize("fault", ["accept_then_drop", "accept_then_hang"])
def test_a_write_whose_answer_was_lost_is_found_and_counted_once(line: Line, fault: str) -> None:
    line.kit.sandbox.fail(Fault(fault, method="PATCH", delay_s=2.5))  # type: ignore[arg-type]
    with pytest.raises(VendorUnavailable):
        line.world.sync()
    settled = line.world.sync()
    assert settled.state is EffectState.SENT
    assert line.writes() == 1
    assert line.last_written("last_call_medal") == "Bronze"
    (change_set,) = line.change_sets()
    assert {w.state for w in change_set.writes} == {WriteState.WRITTEN}


@pytest.mark.parametrize("lost", ["answer", "worker"])
def test_our_own_lost_write_is_not_taken_for_a_persons(line: Line, lost: str) -> None:
    line.world.sync()
    line.another_call(88.0)
    if lost == "answer":
        line.kit.sandbox.fail(Fault("accept_then_drop", method="PATCH"))
        with pytest.raises(VendorUnavailable):
            line.world.sync()
    else:
        line.die_at("crm.after_write")
        with pytest.raises(Killed):
            line.world.sync()
    line.world.put(a_call("c3", deal=line.world.ref, started_at=NOW), a_card("c3", 95.0))
    line.world.sync()
    assert line.stands("last_call_medal") == "Gold"
    assert line.last_written("last_call_medal") == "Gold"


def test_a_worker_that_dies_before_the_write_leaves_it_to_the_next(line: Line) -> None:
    line.die_at("crm.before_write")
    with pytest.raises(Killed):
        line.world.sync()
    assert line.writes() == 0
    line.world.sync()
    assert line.writes() == 1


def test_a_persons_edit_after_a_lost_write_still_wins(line: Line) -> None:
    line.kit.sandbox.fail(Fault("accept_then_drop", method="PATCH"))
    with pytest.raises(VendorUnavailable):
        line.world.sync()
    line.edit("next_step", "Mine")
    line.world.sync()
    line.another_call(88.0)
    line.world.sync()
    assert line.stands("next_step") == "Mine"


def test_going_back_to_an_older_value_of_ours_is_a_persons_edit(line: Line) -> None:
    line.world.sync()
    line.another_call(88.0)
    line.world.sync()
    line.edit("last_call_medal", "Bronze")
    line.world.put(a_call("c3", deal=line.world.ref, started_at=NOW), a_card("c3", 95.0))
    line.world.sync()
    assert line.stands("last_call_medal") == "Bronze"


def test_a_rate_limit_rises_and_the_write_happens_once_later(line: Line) -> None:
    line.kit.sandbox.fail(line.kit.limit)
    with pytest.raises(RateLimited):
        line.world.sync()
    line.world.sync()
    assert line.writes() == 1


def test_rejected_credentials_rise_for_the_caller_to_park(line: Line) -> None:
    line.kit.crm.find_deals(["dana@harrow.example"])
    line.kit.revoke()
    with pytest.raises(CredentialsRejected):
        line.world.sync()


def test_a_refused_field_rises_with_its_remedy(line: Line) -> None:
    line.kit.hide(line.world.name("last_call_medal"))
    with pytest.raises(WriteRefused, match="provision"):
        line.world.sync()
    assert line.writes() == 0


def test_a_refused_write_is_kept_in_a_change_set_with_the_reason(line: Line) -> None:
    body: object = [
        {"errorCode": "FIELD_CUSTOM_VALIDATION_EXCEPTION", "message": "No", "fields": []}
    ]
    if line.kit.crm.slug == "hubspot":
        body = {"status": "error", "category": "VALIDATION_ERROR", "message": "No", "errors": []}
    line.kit.sandbox.fail(Fault("answer", method="PATCH", status=400, body=body))
    with pytest.raises(WriteRefused):
        line.world.sync()
    (change_set,) = line.change_sets()
    assert {w.state for w in change_set.writes} == {WriteState.REFUSED}
    assert line.last_written("last_call_medal") is None


def test_a_deal_that_is_gone_is_taken_off_its_calls(line: Line) -> None:
    line.kit.sandbox.delete(line.world.ref.id)
    settled = line.world.sync()
    assert settled.state is EffectState.SKIPPED
    with line.world.database.read() as tx:
        call = tx.calls.get(a_call().id)
    assert call is not None
    assert (call.deal, call.deal_reason) == (None, f"the deal is gone from {line.kit.crm.slug}")


def test_deleting_the_only_call_empties_what_we_wrote_and_nothing_else(line: Line) -> None:
    line.world.sync()
    line.edit("next_step", "Mine")
    with line.world.database.write() as tx:
        tx.calls.put(a_call(deal=line.world.ref, state=CallState.DELETED))
    line.world.sync()
    assert line.stands("last_call_summary") is None
    assert line.stands("last_call_score") is None
    assert line.stands("next_step") == "Mine"


def test_a_deal_without_a_scored_call_is_left_alone(line: Line) -> None:
    with line.world.database.write() as tx:
        tx.calls.put(a_call(deal=line.world.ref, state=CallState.DELETED))
    before = len(line.kit.sandbox.requests)
    settled = line.world.sync()
    assert settled.state is EffectState.SKIPPED
    assert len(line.kit.sandbox.requests) == before


def test_a_lease_that_is_nearly_over_is_not_used_for_a_write(line: Line) -> None:
    claimed = line.world.claim()
    line.world.clock = NOW + timedelta(seconds=121)
    with pytest.raises(Transient, match="lease"):
        sync_deal(claimed, line.world.services)
    assert line.writes() == 0


def test_a_crm_that_is_not_connected_parks_the_effect(line: Line) -> None:
    claimed = line.world.claim()
    settled = sync_deal(claimed, replace(line.world.services, crms={}))
    assert settled.state is EffectState.PARKED


def test_without_mapped_fields_nothing_is_asked(line: Line) -> None:
    claimed = line.world.claim()
    settled = sync_deal(claimed, replace(line.world.services, crm_fields={}))
    assert settled.state is EffectState.SKIPPED


def test_who_lost_the_effect_keeps_nothing_of_what_was_written(line: Line) -> None:
    services, paused = line.world.services, line.world.claim(lease_s=0.0)
    paused = replace(paused, held_until=paused.held_until + 600)  # it believes it still holds
    settled = sync_deal(paused, services)
    newer = line.world.claim()
    with pytest.raises(LeaseLost):
        settle(paused, settled, services)
    assert line.change_sets() == []
    settle(newer, sync_deal(newer, services), services)
    assert (len(line.change_sets()), line.writes()) == (1, 1)


def test_who_lost_the_effect_begins_no_write(line: Line) -> None:
    claimed = line.world.claim()
    with line.world.database.write() as tx:
        tx.outbox.settle(claimed, EffectState.SENT)
    with pytest.raises(LeaseLost):
        sync_deal(claimed, line.world.services)
    assert line.writes() == 0


def test_a_call_that_is_scored_again_keeps_its_place_on_the_deal(line: Line) -> None:
    line.world.sync()
    call = a_call(deal=line.world.ref)
    with line.world.database.write() as tx:
        tx.calls.put(replace(call, state=CallState.READY))
    line.world.sync()
    assert (line.writes(), float(str(line.stands("last_call_score")))) == (1, 62.0)


def test_a_deal_waits_for_a_call_whose_words_were_replaced(line: Line) -> None:
    line.world.sync()
    call = a_call(deal=line.world.ref)
    with line.world.database.write() as tx:
        tx.calls.put(replace(call, state=CallState.READY))
        tx.scorecards.remove(call.id)
    with pytest.raises(NotYet):
        line.world.sync()
    assert (line.writes(), float(str(line.stands("last_call_score")))) == (1, 62.0)
