"""Rolling back runs: everything as it was, but for what people wrote since."""

import pytest

from domain.changes import WriteState
from domain.crm import FieldRule, Guard, RecordWrite
from domain.errors import Transient
from jobs.roll_back_fields import DELETED, NOT_MAPPED
from tests.jobs.crm_office import SHOWN, Killed, Office, Open

pytestmark = pytest.mark.slow
GUARDS = list(Guard)


def pushed_anew(here: Office, overall: float = 95.0) -> str:
    """A push after news on every deal; its run."""
    here.news(overall)
    return here.push().run


@pytest.mark.parametrize("guard", GUARDS)
def test_a_push_that_is_rolled_back_leaves_every_record_as_it_was(
    opened: Open, guard: Guard
) -> None:
    here = opened(guard=guard, deals=25, batch=10)
    here.edit("next_step", "Mine", "d3")
    here.push()
    before = here.everything()
    run = pushed_anew(here)
    assert here.everything() != before
    done = here.roll_back(run)
    assert here.everything() == before
    assert len(done) == 25
    assert {w.state for each in done for w in each.writes} == {WriteState.WRITTEN}
    assert here.open_notes() == 0


def test_the_first_push_that_is_rolled_back_leaves_every_field_empty_or_a_persons(
    opened: Open,
) -> None:
    here = opened(deals=3)
    here.edit("next_step", "Mine", "d3")
    before = here.everything()
    here.roll_back(here.push().run)
    assert here.everything() == before


def test_of_several_writes_in_one_run_the_oldest_value_comes_back(opened: Open) -> None:
    here = opened()
    here.push()
    before = here.everything()
    here.news(88.0)
    second: list[str] = []

    def more_news() -> None:
        here.news(95.0)
        with here.world.database.write() as tx:
            tx.outbox.request(here.update("d1"))
        second.append("asked")

    run = here.push(progress=lambda _done, _of: None if second else more_news()).run
    assert here.stands("last_call_score") == 95.0
    with here.world.database.read() as tx:
        assert len(tx.changes.of_run(run)) == 2
    here.roll_back(run)
    assert here.everything() == before


@pytest.mark.parametrize("guard", GUARDS)
def test_what_people_wrote_since_stays_and_is_named(opened: Open, guard: Guard) -> None:
    here = opened(guard=guard, deals=3)
    run = here.push().run
    here.edit("last_call_medal", "Mine", "d2")
    here.edit("last_call_score", None, "d3")
    done = {write.record.id: write for each in here.roll_back(run) for write in each.writes
            if write.state is WriteState.KEPT_HUMAN}  # fmt: skip
    assert {r: w.field for r, w in done.items()} == {"d2": here.name("last_call_medal")}
    assert here.stands("last_call_medal", "d2") == "Mine"
    assert {here.stands(source, "d1") for source in SHOWN} == {None}
    assert here.stands("last_call_score", "d3") is None


@pytest.mark.parametrize("guard", [Guard.CONDITION, Guard.HISTORY])
def test_who_writes_while_it_is_rolled_back_wins(opened: Open, guard: Guard) -> None:
    here = opened(guard=guard, deals=2)
    run = here.push().run
    done: list[str] = []

    def faster(row: RecordWrite) -> None:
        if row.id == "d1" and not done:
            done.append(row.id)
            here.crm.edit_as_person(here.name("last_call_medal"), "Mine", "d1")

    here.crm.before_write = faster
    here.roll_back(run)
    assert here.stands("last_call_medal", "d1") == "Mine"
    assert here.stands("last_call_score", "d1") is None
    assert here.stands("last_call_medal", "d2") is None
    here.news(95.0)
    here.sync()
    assert here.stands("last_call_medal", "d1") == "Mine"


@pytest.mark.parametrize("guard", GUARDS)
def test_rolling_back_twice_changes_nothing_more(opened: Open, guard: Guard) -> None:
    here = opened(guard=guard, deals=2)
    run = here.push().run
    here.roll_back(run)
    before, requests = here.everything(), here.crm.asked["write"]
    again = here.roll_back(run)
    assert here.everything() == before
    assert here.crm.asked["write"] == requests
    assert {w.state for each in again for w in each.writes} == {WriteState.UNCHANGED}


def test_a_rolling_back_can_be_rolled_back_as_one(opened: Open) -> None:
    here = opened(deals=3)
    run = here.push().run
    after = here.everything()
    (one, *_) = here.roll_back(run)
    assert one.run is not None
    here.roll_back(one.run)
    assert here.everything() == after


def test_what_was_rolled_back_is_not_written_again_but_news_is(opened: Open) -> None:
    here = opened()
    run = here.push().run
    here.roll_back(run)
    here.push()
    here.sync()
    assert {here.stands(source) for source in SHOWN} == {None}
    here.news(95.0)
    here.sync()
    assert (here.stands("last_call_medal"), here.stands("last_call_score")) == ("Gold", 95.0)
    assert here.stands("next_step") is None  # the same words as before are no news


def test_a_value_that_came_back_after_news_was_written_is_written(opened: Open) -> None:
    """What was declined is one value in its place; once another was written, it is news again."""
    here = opened()
    run = here.push().run
    here.roll_back(run)
    here.news(95.0)
    here.sync()
    here.news(61.0)
    here.sync()
    assert here.stands("last_call_medal") == "Bronze"


def test_a_persons_own_value_that_equals_ours_is_not_taken_away(opened: Open) -> None:
    here = opened()
    here.edit("last_call_medal", "Bronze")
    before = here.everything()
    run = here.push().run
    assert here.last_written("last_call_medal") == "Bronze"
    here.roll_back(run)
    assert here.everything() == before


def test_a_write_whose_answer_was_lost_is_rolled_back_with_its_run(opened: Open) -> None:
    here = opened(guard=Guard.HISTORY)
    here.fields(next_step={"rule": FieldRule.FILL_IF_EMPTY})
    before = here.everything()
    here.crm.loses = 1
    here.push()
    here.tick(60)
    run = here.push().run
    assert here.stands("next_step") is not None
    here.roll_back(run)
    assert here.everything() == before


def test_a_field_that_is_not_mapped_any_more_is_named_and_the_others_come_back(
    opened: Open,
) -> None:
    here = opened(deals=2)
    run = here.push().run
    fields = here.services.crm_fields["salesforce"]
    here.having(crm_fields={"salesforce": tuple(f for f in fields if f.source != "next_step")})
    done = here.roll_back(run)
    refused = {(w.field, w.detail) for each in done for w in each.writes
               if w.state is WriteState.REFUSED}  # fmt: skip
    assert refused == {(here.name("next_step"), NOT_MAPPED)}
    assert here.stands("last_call_medal") is None
    assert here.stands("next_step") is not None


def test_a_deal_that_is_deleted_keeps_no_other_from_coming_back(opened: Open) -> None:
    here = opened(deals=3)
    run = here.push().run
    here.crm.delete("d2")
    done = here.roll_back(run)
    details = {w.detail for each in done for w in each.writes if w.record.id == "d2"}
    assert details == {DELETED}
    assert here.stands("last_call_medal", "d1") is here.stands("last_call_medal", "d3") is None


def test_a_deal_that_the_crm_refuses_keeps_no_other_from_coming_back(opened: Open) -> None:
    here = opened(deals=3)
    run = here.push().run
    here.news(95.0, "d2")
    here.sync("d2")
    here.edit("last_call_score", 1.0, "d1")
    here.edit("last_call_score", 1.0, "d3")
    here.roll_back(run)
    first = here.everything()
    here.crm.refuses = {here.name("last_call_score"): "Frozen"}
    done = here.roll_back(here.change_sets(here.deal("d2"))[1].id)
    assert {w.state for each in done for w in each.writes} >= {WriteState.REFUSED}
    assert here.everything() == first


def test_after_a_lost_answer_the_others_are_kept_and_doing_it_again_ends_it(
    opened: Open,
) -> None:
    here = opened(deals=4, batch=2)
    run = here.push().run
    here.crm.loses = 1
    with pytest.raises(Transient):
        here.roll_back(run)
    here.roll_back(run)
    assert {here.stands("last_call_medal", f"d{n}") for n in range(1, 5)} == {None}
    here.push()
    here.sync()
    assert {here.stands("last_call_medal", f"d{n}") for n in range(1, 5)} == {None}
    here.news(95.0)
    here.sync()
    assert {here.stands("last_call_medal", f"d{n}") for n in range(1, 5)} == {"Gold"}


@pytest.mark.parametrize("point", ["crm.before_write", "crm.after_write"])
@pytest.mark.parametrize("guard", GUARDS)
def test_a_rolling_back_that_is_killed_is_done_again(
    opened: Open, guard: Guard, point: str
) -> None:
    here = opened(guard=guard, deals=3)
    before = here.everything()
    run = here.push().run
    here.die_at(point)
    with pytest.raises(Killed):
        here.roll_back(run)
    here.tick(here.services.thresholds.lease_s)
    here.roll_back(run)
    assert here.everything() == before
    here.push()
    assert here.everything() == before
    here.news(95.0)
    here.sync()
    assert here.stands("last_call_medal") == "Gold"
