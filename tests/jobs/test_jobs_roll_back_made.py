"""Rolling back pushes that made records: those go, unless a person wrote on them."""

import pytest

from domain.crm import Guard
from domain.errors import Transient
from jobs.roll_back import roll_back
from tests.jobs.crm_office import CALL, DEAL, Killed, Office, Open

pytestmark = pytest.mark.slow
GUARDS = list(Guard)


def made(here: Office) -> list[str]:
    """Ids of the call records that stand."""
    return [record_id for kind, record_id in here.crm.records if kind is CALL]


def test_records_that_a_push_made_are_deleted(opened: Open) -> None:
    here = opened(deals=3)
    here.fields(CALL)
    before = here.everything()
    run = here.push().run
    assert len(made(here)) == 3
    here.roll_back(run)
    assert (made(here), here.everything()) == ([], before)
    here.push()
    assert made(here) == []


@pytest.mark.parametrize("source", ["call_score", "call_medal", "call_summary"])
def test_a_record_on_which_a_person_wrote_is_not_deleted(opened: Open, source: str) -> None:
    here = opened()
    here.fields(CALL)
    run = here.push().run
    (record_id,) = made(here)
    here.edit(source, "Mine" if source != "call_score" else 7.0, record_id, CALL)
    here.roll_back(run)
    assert made(here) == [record_id]
    assert here.stands(source, record_id, CALL) in ("Mine", 7.0)
    assert here.stands("call_link", record_id, CALL) is None


def test_a_field_that_was_empty_when_a_record_was_made_is_a_persons_too(opened: Open) -> None:
    here = opened()
    here.fields(CALL)
    here.add_call("c9", "d1", None)  # type: ignore[arg-type]
    run = here.push().run
    nameless = here.crm.keys[CALL, "c9"]
    assert here.stands("call_medal", nameless, CALL) is None
    here.edit("call_medal", "Mine", nameless, CALL)
    here.roll_back(run)
    assert here.stands("call_medal", nameless, CALL) == "Mine"


def test_a_record_that_was_only_changed_is_not_deleted(opened: Open) -> None:
    here = opened()
    here.fields(CALL)
    here.push()
    (record_id,) = made(here)
    here.score_again("c1", 95.0)
    run = here.push().run
    assert here.stands("call_medal", record_id, CALL) == "Gold"
    here.roll_back(run)
    assert here.stands("call_medal", record_id, CALL) == "Bronze"


def test_a_record_whose_first_write_was_refused_is_still_one_that_was_made(opened: Open) -> None:
    here = opened()
    here.fields(CALL)
    here.die_at("crm.made")
    with pytest.raises(Killed):
        here.push()
    here.tick(here.services.thresholds.lease_s)
    here.score_again("c1", 95.0)
    here.crm.refuses = {here.name("call_medal"): "Frozen"}
    assert here.push().ends["dead"] == 1
    here.crm.refuses = {}
    run = here.push().run
    (record_id,) = made(here)
    assert here.stands("call_score", record_id, CALL) == 95.0
    here.roll_back(run)
    assert made(here) == []


def test_a_record_that_could_not_be_deleted_yet_is_deleted_when_it_is_done_again(
    opened: Open,
) -> None:
    here = opened(deals=2)
    here.fields(CALL)
    run = here.push().run
    with here.world.database.read() as tx:
        assert len(tx.changes.of_run(run)) == 4
    here.crm.fails_to_remove = {made(here)[0]}
    with pytest.raises(Transient):
        roll_back(here.services, run)
    here.crm.fails_to_remove = set()
    here.roll_back(run)
    assert made(here) == []


def test_deals_are_never_deleted(opened: Open) -> None:
    here = opened()
    here.roll_back(here.push().run)
    assert [kind for kind, _ in here.crm.records] == [DEAL]
