"""The brake: no run changes more records than it may before somebody looks."""

from datetime import timedelta

import pytest

from domain.crm import Guard
from domain.effects import EffectState
from jobs.crm_brake import release
from tests.jobs.crm_office import CALL, SNAPSHOT, Office, Open

pytestmark = pytest.mark.slow
GUARDS = list(Guard)


def shown(here: Office) -> int:
    return sum(here.stands("last_call_score", each) is not None for each in here.crm.deals)


@pytest.mark.parametrize("batch", [2, 5, 100])
def test_no_more_records_than_the_limit_are_changed(opened: Open, batch: int) -> None:
    here = opened(deals=20, batch=batch)
    here.limits(crm_records_an_hour=7)
    done = here.push()
    assert shown(here) <= 7
    assert done.ends["parked"] == 20 - shown(here)
    (why,) = done.errors
    assert "stopped: more than 7 records" in why
    assert "reploop crm resume salesforce" in why


def test_records_that_are_made_count_as_well(opened: Open) -> None:
    here = opened(deals=6, batch=2)
    here.fields(CALL)
    here.limits(crm_records_an_hour=8)
    done = here.push()
    made = [kind for kind, _ in here.crm.records if kind is CALL]
    assert len(made) + shown(here) <= 8
    assert done.ends["parked"] >= 4


def test_rows_of_our_own_object_count_for_nothing_and_stop_with_the_rest(opened: Open) -> None:
    here = opened(deals=3, batch=2)
    here.fields(SNAPSHOT)
    here.limits(crm_records_an_hour=3)
    assert here.push().ends == {"sent": 3 + 1}
    here.tick(timedelta(days=7).total_seconds())
    here.news(90.0)
    kept = [kind for kind, _ in here.crm.records].count(SNAPSHOT)
    assert here.push(limit=2).ends == {"sent": 2, "parked": 1 + 1}
    assert [kind for kind, _ in here.crm.records].count(SNAPSHOT) == kept


def test_records_that_are_as_wanted_do_not_count(opened: Open) -> None:
    here = opened(deals=6, batch=2)
    here.fields(CALL, SNAPSHOT)
    here.push()
    here.limits(crm_records_an_hour=1)
    release("salesforce", None, here.services)
    assert here.push().ends == {"sent": 6 + 6 + 1}


def test_a_stopped_crm_is_written_to_no_more_until_somebody_says_so(opened: Open) -> None:
    here = opened(deals=4)
    here.limits(crm_records_an_hour=2)
    here.push()
    here.tick(7200)
    here.sync("d1")
    assert (here.row("d1").state, shown(here)) == (EffectState.PARKED, 0)
    here.limits(crm_records_an_hour=2000)
    waiting = release("salesforce", None, here.services, by="rina")
    assert waiting == 4
    with here.world.database.read() as tx:
        assert tx.audit.about("salesforce")[0][1:3] == ("rina", "crm.resume")
    here.ask()
    assert (shown(here), here.row("d4").state) == (4, EffectState.SENT)


def test_a_limit_of_its_own_lets_a_push_go_on_from_where_it_stopped(opened: Open) -> None:
    here = opened(deals=6, batch=2)
    here.limits(crm_records_an_hour=4)
    assert here.push().ends["parked"] > 0
    assert here.push(limit=100).ends == {"sent": 6}
    assert shown(here) == 6


def test_only_what_was_changed_within_the_hour_counts(opened: Open) -> None:
    here = opened(deals=6)
    here.limits(crm_records_an_hour=3)
    here.sync("d1", "d2", "d3")
    here.sync("d4")
    assert here.row("d4").state is EffectState.PARKED
    release("salesforce", None, here.services)
    here.tick(timedelta(hours=1).total_seconds())
    here.ask()
    here.sync("d5", "d6")
    assert here.row("d6").state is EffectState.SENT


def test_the_same_record_counts_once(opened: Open) -> None:
    here = opened()
    here.limits(crm_records_an_hour=2)
    for overall in (70.0, 80.0, 90.0):
        here.news(overall)
        here.sync()
    assert here.row("d1").state is EffectState.SENT


def test_a_brake_stops_no_other_crm(opened: Open) -> None:
    here = opened(deals=3)
    here.limits(crm_records_an_hour=1)
    here.push()
    with here.world.database.read() as tx:
        assert tx.changes.brake("salesforce") is not None
        assert tx.changes.brake("hubspot") is None


def test_what_was_stopped_can_be_rolled_back_all_the_same(opened: Open) -> None:
    here = opened(deals=4, batch=2)
    before = here.everything()
    here.limits(crm_records_an_hour=2)
    done = here.push()
    assert shown(here) == 2
    here.roll_back(done.run)
    assert here.everything() == before


def test_a_crm_that_nobody_pushed_to_is_written_to_by_nobody(opened: Open) -> None:
    here = opened()
    here.fields(CALL, SNAPSHOT)
    here.limits(crm_writes_at_once=False)
    here.sync()
    here.sync_calls("c1")
    assert here.row("d1").state is EffectState.PARKED
    assert (shown(here), here.crm.asked["ensure"], here.crm.asked["write"]) == (0, 0, 0)
    here.push()
    assert shown(here) == 1
