"""Every rep's levels of one week, as rows of a private object."""

from datetime import date

import pytest

from domain.crm import Guard, RecordKind, SnapshotRecord
from domain.effects import EffectKind, EffectState, Queue
from domain.people import Person, PersonId, Role
from jobs.sync_snapshots import plan_snapshots, snapshots_of
from jobs.work import work_off
from tests.jobs.crm_office import SNAPSHOT, Killed, Office, Open
from tests.jobs.crm_world import ANA, NEXT_STEPS, a_proficiency

pytestmark = pytest.mark.slow
MONDAY = date(2026, 11, 23)


def mapped(opened: Open, **how: object) -> Office:
    """Ana has a level in two skills; that in a third is not known well enough."""
    here = opened(**how)
    here.fields(SNAPSHOT)
    here.level(a_proficiency(NEXT_STEPS, level=54.0, calls=8))
    return here


def rows(here: Office) -> dict[str, str]:
    """Record id by key."""
    return {key: each for (kind, key), each in here.crm.keys.items() if kind is SNAPSHOT}


def keep_week(here: Office, monday: date = MONDAY) -> None:
    here.tick()
    with here.world.database.write() as tx:
        tx.outbox.request(snapshots_of("salesforce", monday))
    work_off(Queue.SYNC, here.services)
    here.tick()


def test_each_skill_of_each_rep_is_one_row_of_a_week(opened: Open) -> None:
    here = mapped(opened)
    keep_week(here)
    found = rows(here)
    assert sorted(found) == ["ana:next_steps:2026-W48", "ana:questioning:2026-W48"]
    head = here.crm.heads[found["ana:questioning:2026-W48"]].head
    assert isinstance(head, SnapshotRecord)
    assert (head.title, head.owner_email) == (
        "Ana Ruiz · Questioning · 2026-W48", "ana@seller.example",
    )  # fmt: skip
    stands = {source: here.stands(source, found["ana:questioning:2026-W48"], SNAPSHOT)
              for source in ("snapshot_level", "snapshot_low", "snapshot_high", "snapshot_calls",
                             "snapshot_week", "snapshot_tier")}  # fmt: skip
    assert stands == {
        "snapshot_level": 71.0, "snapshot_low": 63.0, "snapshot_high": 79.0,
        "snapshot_calls": 12.0, "snapshot_week": "2026-11-23", "snapshot_tier": "Developing",
    }  # fmt: skip


def test_the_same_week_again_makes_and_writes_nothing(opened: Open) -> None:
    here = mapped(opened)
    for _ in range(3):
        keep_week(here)
    assert (here.crm.asked["ensure"], here.crm.asked["write"], len(rows(here))) == (1, 0, 2)


def test_the_next_week_has_rows_of_its_own_and_the_last_ones_stay(opened: Open) -> None:
    here = mapped(opened)
    keep_week(here)
    before = here.stands("snapshot_level", rows(here)["ana:next_steps:2026-W48"], SNAPSHOT)
    here.level(a_proficiency(NEXT_STEPS, level=64.0, calls=9))
    keep_week(here, date(2026, 11, 30))
    found = rows(here)
    assert len(found) == 4
    assert here.stands("snapshot_level", found["ana:next_steps:2026-W48"], SNAPSHOT) == before
    assert here.stands("snapshot_level", found["ana:next_steps:2026-W49"], SNAPSHOT) == 64.0


def test_a_level_that_moved_within_the_week_is_brought_up_to_date(opened: Open) -> None:
    here = mapped(opened)
    keep_week(here)
    here.level(a_proficiency(NEXT_STEPS, level=64.0, calls=9))
    keep_week(here)
    assert here.stands("snapshot_level", rows(here)["ana:next_steps:2026-W48"], SNAPSHOT) == 64.0
    assert len(rows(here)) == 2


def test_what_a_person_wrote_on_a_row_stays(opened: Open) -> None:
    here = mapped(opened)
    keep_week(here)
    row = rows(here)["ana:next_steps:2026-W48"]
    here.edit("snapshot_tier", "Mine", row, SNAPSHOT)
    here.level(a_proficiency(NEXT_STEPS, level=64.0, calls=9))
    keep_week(here)
    assert here.stands("snapshot_tier", row, SNAPSHOT) == "Mine"
    assert here.stands("snapshot_level", row, SNAPSHOT) == 64.0


def test_a_rep_who_left_has_no_new_rows(opened: Open) -> None:
    here = mapped(opened)
    with here.world.database.write() as tx:
        ana = Person(id=ANA, name="Ana Ruiz", email="ana@seller.example", role=Role.REP,
                     active=False)  # fmt: skip
        ben = Person(id=PersonId("ben"), name="Ben Okoro", email="ben@seller.example",
                     role=Role.REP)  # fmt: skip
        tx.people.put([ana, ben], [])
    keep_week(here)
    assert rows(here) == {}
    assert here.state_of(EffectKind.CRM_SNAPSHOTS) is EffectState.SENT


def test_a_level_that_too_few_calls_stand_behind_is_not_kept(opened: Open) -> None:
    here = mapped(opened)
    here.level(a_proficiency(NEXT_STEPS, calls=2, tier=None))
    keep_week(here)
    assert list(rows(here)) == ["ana:questioning:2026-W48"]


@pytest.mark.parametrize("guard", list(Guard))
@pytest.mark.parametrize("batch", [1, 100])
def test_a_worker_that_dies_makes_no_row_twice(opened: Open, guard: Guard, batch: int) -> None:
    here = mapped(opened, guard=guard, batch=batch)
    here.die_at("crm.made")
    with pytest.raises(Killed):
        keep_week(here)
    here.tick(here.services.thresholds.lease_s)
    here.level(a_proficiency(NEXT_STEPS, level=64.0, calls=9))
    keep_week(here)
    found = rows(here)
    assert len(found) == 2
    assert len([1 for kind, _ in here.crm.records if kind is SNAPSHOT]) == 2
    assert here.stands("snapshot_level", found["ana:next_steps:2026-W48"], SNAPSHOT) == 64.0


def test_a_row_that_a_person_deleted_is_not_made_again(opened: Open) -> None:
    here = mapped(opened)
    keep_week(here)
    here.crm.delete(rows(here)["ana:next_steps:2026-W48"], SNAPSHOT)
    keep_week(here)
    assert len([1 for kind, _ in here.crm.records if kind is SNAPSHOT]) == 1


def test_a_row_that_is_refused_keeps_no_other_from_being_kept(opened: Open) -> None:
    here = mapped(opened)
    keep_week(here)
    here.level(a_proficiency(NEXT_STEPS, level=64.0, calls=9))
    here.level(a_proficiency(level=99.0))
    row = rows(here)["ana:next_steps:2026-W48"]
    here.edit("snapshot_level", 1.0, row, SNAPSHOT)
    here.crm.refuses = {here.name("snapshot_level"): "Frozen"}
    keep_week(here)
    assert here.state_of(EffectKind.CRM_SNAPSHOTS) is EffectState.DEAD
    assert here.stands("snapshot_calls", row, SNAPSHOT) == 9.0


def test_a_week_is_asked_for_once_and_where_it_can_be_held(opened: Open) -> None:
    here = mapped(opened)
    for _ in range(3):
        plan_snapshots(here.services)
        here.tick(3600)
    with here.world.database.read() as tx:
        (asked,) = tx.outbox.list()
    assert asked.effect.key == "crm:snapshots:salesforce:2026-W48"
    here.tick(7 * 24 * 3600.0)
    plan_snapshots(here.services)
    with here.world.database.read() as tx:
        assert {e.effect.payload["monday"] for e in tx.outbox.list()} == {
            "2026-11-23", "2026-11-30",
        }  # fmt: skip


def test_a_crm_that_holds_no_snapshots_is_not_asked_for_them(opened: Open) -> None:
    here = mapped(opened)
    here.crm.kinds = frozenset({RecordKind.DEAL})
    plan_snapshots(here.services)
    with here.world.database.read() as tx:
        assert tx.outbox.list() == []
    keep_week(here)
    assert here.state_of(EffectKind.CRM_SNAPSHOTS) is EffectState.SKIPPED
