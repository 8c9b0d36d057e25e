"""Pushes: what they do and report, and what is left where they are stopped."""

import pytest

from domain.changes import ChangeSet, WriteState
from domain.crm import Guard, RecordWrite
from domain.effects import EffectState
from domain.errors import NotVisible, VendorUnavailable
from jobs.crm_push import push
from tests.jobs.crm_office import CALL, DEAL, SNAPSHOT, Killed, Office, Open
from tests.jobs.fake_crm import FakeCrm

pytestmark = pytest.mark.slow
GUARDS = list(Guard)


def of_run(here: Office, run: str) -> list[ChangeSet]:
    with here.world.database.read() as tx:
        return list(tx.changes.of_run(run))


# ── what it does and says ────────────────────────────────────────────────────────────────


def test_a_push_brings_deals_calls_and_snapshots_up_to_date_as_one_run(opened: Open) -> None:
    here = opened(deals=3)
    here.fields(CALL, SNAPSHOT)
    done = here.push()
    kinds = {write.record.kind for each in of_run(here, done.run) for write in each.writes}
    assert kinds == {DEAL, CALL, SNAPSHOT}
    assert {each.run for each in here.change_sets()} == {done.run}
    assert done.ends == {"sent": 3 + 3 + 1}
    assert (done.deals, done.calls, done.errors) == (3, 3, {})


def test_a_push_counts_fields_and_records_by_what_became_of_them(opened: Open) -> None:
    here = opened(deals=4)
    here.edit("next_step", "Mine", "d2")
    here.crm.delete("d3")
    done = here.push()
    assert done.fields == {"written": 4 * 2 + 3, "kept_human": 1}
    assert (done.deals, done.changed, done.ends) == (4, 3, {"sent": 3, "skipped": 1})
    assert done.errors == {"the deal is gone": 1}


def test_what_was_refused_is_not_counted_as_changed(opened: Open) -> None:
    here = opened(deals=2)
    here.edit("last_call_medal", "Mine", "d1")
    here.crm.refuses = {here.name("last_call_medal"): "Frozen"}
    done = here.push()
    assert (done.changed, done.ends) == (1, {"sent": 1, "dead": 1})
    assert done.fields == {"written": 3, "kept_human": 1, "refused": 4}


def test_a_push_that_is_repeated_changes_nothing(opened: Open) -> None:
    here = opened(deals=3)
    here.fields(CALL, SNAPSHOT)
    here.push()
    before, writes = here.everything(), here.crm.asked["write"]
    made = here.crm.asked["ensure"]
    again = here.push()
    assert (again.changed, again.fields, again.ends) == (0, {}, {"sent": 7})
    assert here.everything() == before
    assert (here.crm.asked["write"], here.crm.asked["ensure"]) == (writes, made)


def test_a_push_of_one_crm_is_no_run_of_another(opened: Open) -> None:
    here = opened()
    other = FakeCrm(slug="hubspot")
    here.having(crms={"salesforce": here.crm, "hubspot": other})
    here.having(crm_fields={**here.services.crm_fields, "hubspot": here.fields_of("hubspot")})
    here.add_call_at("hubspot", "h1", "d1")
    with here.world.database.write() as tx:
        tx.outbox.request(here.update("d1"))
        tx.outbox.request(here.update_at("hubspot", "d1"))
    done = here.push(crms=("salesforce",))
    crms = {write.record.crm for each in of_run(here, done.run) for write in each.writes}
    assert (crms, done.deals) == ({"salesforce"}, 1)
    with here.world.database.read() as tx:
        (elsewhere,) = tx.changes.list(crm="hubspot")
    assert elsewhere.run is None


def test_a_crm_that_is_not_connected_is_said(opened: Open) -> None:
    with pytest.raises(NotVisible, match="zoho is not connected"):
        push(opened().services, crms=("zoho",))


def test_progress_is_told_up_to_all_of_it(opened: Open) -> None:
    here = opened(deals=120)
    told: list[tuple[int, int]] = []
    here.push(progress=lambda done, of: told.append((done, of)))
    assert told == [(100, 120), (120, 120)]


def test_what_the_crm_cannot_take_now_stays_due(opened: Open) -> None:
    here = opened(deals=2)
    here.crm.raises = [VendorUnavailable("salesforce", "503")]
    done = here.push()
    assert done.ends == {"pending": 2}
    assert done.errors == {"VendorUnavailable: salesforce: 503": 2}
    here.tick(60)
    here.ask()
    assert here.row("d1").state is EffectState.SENT


# ── stopped anywhere ─────────────────────────────────────────────────────────────────────


def crowded(opened: Open, guard: Guard) -> Office:
    here = opened(guard=guard, deals=5, batch=2)
    here.fields(CALL, SNAPSHOT)
    here.edit("next_step", "Mine", "d2")
    return here


def killed_at(here: Office, nth: int) -> bool:
    """Push, and die at the ``nth`` point of all that are reached; says whether it came to that."""
    reached = 0

    def reach(_point: str) -> None:
        nonlocal reached
        reached += 1
        if reached == nth:
            raise Killed

    here.having(reach=reach)
    try:
        here.push()
    except Killed:
        return True
    finally:
        here.having(reach=lambda _point: None)
        here.tick(here.services.thresholds.lease_s)
    return False


@pytest.mark.parametrize("guard", GUARDS)
def test_a_push_that_is_killed_at_any_point_leaves_nothing_half_known(
    opened: Open, guard: Guard
) -> None:
    whole = crowded(opened, guard)
    whole.push()
    nth, was_killed = 0, True
    while was_killed:
        nth += 1
        here = crowded(opened, guard)
        was_killed = killed_at(here, nth)
        done = here.push()
        assert done.ends == {"sent": 5 + 5 + 1}, nth
        assert here.everything() == whole.everything(), nth
        assert here.open_notes() == 0, nth
        assert written_once(here), nth
    assert nth > 12


def written_once(here: Office) -> bool:
    """Whether the change sets say of every field that it was written, and say so once."""
    written = [
        (w.record, w.field)
        for each in here.change_sets()
        for w in each.writes
        if w.state is WriteState.WRITTEN
    ]
    stand = {
        (key, name) for key, values in here.everything().items() for name in values
    } - {((DEAL, "d2"), here.name("next_step"))}  # fmt: skip
    assert {((record.kind, record.id), name) for record, name in written} == stand
    return len(written) == len(set(written))


def test_a_push_that_dies_before_it_put_a_value_back_puts_it_back_later(opened: Open) -> None:
    here = opened(guard=Guard.HISTORY)
    faster = [here.name("last_call_medal")]

    def edit(row: RecordWrite) -> None:
        if faster:
            here.crm.edit_as_person(faster.pop(), "Mine", row.id)

    here.crm.before_write = edit
    here.die_at("crm.before_restore")
    with pytest.raises(Killed):
        here.push()
    assert here.stands("last_call_medal") == "Bronze"
    here.tick(here.services.thresholds.lease_s)
    here.push()
    assert here.stands("last_call_medal") == "Mine"
    here.news(95.0)
    here.push()
    assert (here.stands("last_call_medal"), here.open_notes()) == ("Mine", 0)


@pytest.mark.parametrize("guard", GUARDS)
def test_a_killed_push_that_people_edit_before_the_next_loses_nothing_of_theirs(
    opened: Open, guard: Guard
) -> None:
    here = crowded(opened, guard)
    killed_at(here, 4)
    here.edit("last_call_medal", "Theirs", "d1")
    here.push()
    here.news(95.0)
    here.push()
    assert here.stands("last_call_medal", "d1") == "Theirs"
    assert here.stands("last_call_score", "d1") == 95.0
    assert here.stands("next_step", "d2") == "Mine"
