"""Every rep's present skills on the CRM's own record of them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from domain.changes import RecordRef
from domain.crm import CrmField, CrmPerson, FieldKind, RecordKind
from domain.effects import EffectKind, EffectState
from domain.people import PersonId
from jobs.deal_turn import take_turn
from jobs.sync_owners import plan_owners
from jobs.work import work_off
from tests.jobs.crm_office import Office, Open
from tests.jobs.crm_world import NEXT_STEPS, a_proficiency
from tests.jobs.fake_crm import Kept

pytestmark = pytest.mark.slow
OWNER = RecordKind.OWNER
PROFILE = CrmField(
    source="profile", name="Reploop_Skills__c", label="Skills", kind=FieldKind.LONG_TEXT, on=OWNER
)


def mapped(opened: Open, people: Sequence[str] = ("ana@seller.example",), **how: object) -> Office:
    """Users u1, u2, … with these addresses; Ana has levels in two skills."""
    here = opened(**how)
    here.having(crm_fields={here.crm.slug: (PROFILE,)})
    here.level(a_proficiency(NEXT_STEPS, level=54.0, calls=8))
    here.crm.owners = tuple(CrmPerson(f"u{n}", each, each) for n, each in enumerate(people, 1))
    for user in here.crm.owners:
        here.crm.records[OWNER, user.id] = Kept()
    return here


def keep_week(here: Office) -> None:
    here.tick()
    plan_owners(here.services)
    work_off(EffectKind.CRM_OWNERS.queue, here.services)
    here.tick()


def shown(here: Office, user_id: str = "u1") -> object:
    return here.crm.stands(PROFILE.name, user_id, OWNER)


def test_a_rep_s_skills_stand_on_the_user_with_their_address(opened: Open) -> None:
    here = mapped(opened, ["ana@seller.example", "stranger@seller.example"])
    keep_week(here)
    text = str(shown(here))
    assert "Next steps" in text
    assert "54" in text
    assert shown(here, "u2") is None
    assert here.state_of(EffectKind.CRM_OWNERS) is EffectState.SENT


def test_a_week_is_written_once(opened: Open) -> None:
    here = mapped(opened)
    keep_week(here)
    keep_week(here)
    assert here.crm.asked["write"] == 1


def test_what_a_person_wrote_there_stays(opened: Open) -> None:
    here = mapped(opened)
    here.crm.edit_as_person(PROFILE.name, "Mine", "u1", OWNER)
    keep_week(here)
    assert shown(here) == "Mine"


def test_a_field_that_nobody_mapped_is_not_asked_for(opened: Open) -> None:
    here = mapped(opened)
    here.fields()
    keep_week(here)
    assert here.crm.asked["write"] == 0
    with here.world.database.read() as tx:
        assert not [e for e in tx.outbox.list() if e.effect.kind is EffectKind.CRM_OWNERS]


def test_a_user_that_is_being_rolled_back_has_to_wait(opened: Open) -> None:
    here = mapped(opened)
    with here.world.database.write() as tx:
        take_turn(tx, RecordRef(here.crm.slug, OWNER, "u1"), "an undoing", here.services)
    keep_week(here)
    assert shown(here) is None
    assert here.state_of(EffectKind.CRM_OWNERS) is EffectState.PENDING


def test_a_part_that_was_written_counts_for_the_brake(opened: Open) -> None:
    """Two reps in two parts, and one record an hour is let in."""
    here = mapped(opened, ["ana@seller.example", "sid@seller.example"], batch=1)
    with here.world.database.write() as tx:
        everybody = tx.people.organisation()
        ana = next(each for each in everybody.people if each.email == "ana@seller.example")
        sid = replace(ana, id=PersonId("sid"), name="Sid Roe", email="sid@seller.example")
        tx.people.put([*everybody.people, sid], list(everybody.teams))
    here.level(a_proficiency(NEXT_STEPS, rep_id=sid.id, calls=8))
    here.limits(crm_records_an_hour=1)
    keep_week(here)
    assert shown(here) is not None
    assert shown(here, "u2") is None
    assert here.state_of(EffectKind.CRM_OWNERS) is EffectState.PARKED
