"""Plans: what a push would do, said without doing it."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.changes import ChangeSet, FieldWrite, WriteState
from domain.crm import FieldRule, Guard
from domain.errors import NotVisible
from jobs.crm_plan import PlannedDeal, plan
from tests.jobs.crm_office import CALL, DEAL, SHOWN, SNAPSHOT, Office, Open, office

pytestmark = pytest.mark.slow
GUARDS = list(Guard)


def of_run(here: Office, run: str) -> list[ChangeSet]:
    with here.world.database.read() as tx:
        return list(tx.changes.of_run(run))


def planned(here: Office) -> dict[str, PlannedDeal]:
    return {each.record.id: each for each in plan(here.services)}


def test_a_plan_reads_and_writes_nothing(opened: Open) -> None:
    here = opened(deals=25, batch=10)
    here.fields(CALL, SNAPSHOT, next_step={"approve": True})
    before = here.everything()
    found = planned(here)
    assert len(found) == 25
    assert dict(here.crm.asked) == {"read": 3}
    assert here.everything() == before
    with here.world.database.read() as tx:
        assert (tx.changes.list(), tx.changes.waiting(), tx.outbox.list()) == ([], [], [])


def test_a_plan_says_where_values_come_from_and_what_is_gone(opened: Open) -> None:
    here = opened(deals=2)
    here.crm.delete("d2")
    found = planned(here)
    (step,) = [w for w in found["d1"].writes if w.field == here.name("next_step")]
    assert step.provenance is not None
    assert (step.provenance.call_id, step.provenance.turns) == ("c1", (9,))
    assert (found["d2"].gone, found["d2"].differs, found["d1"].differs) == (True, True, True)


def test_a_plan_of_one_deal_asks_for_no_other(opened: Open) -> None:
    here = opened(deals=3)
    assert [p.record.id for p in plan(here.services, deal_id="d2")] == ["d2"]
    with pytest.raises(NotVisible):
        list(plan(here.services, deal_id="d9"))
    with pytest.raises(NotVisible):
        list(plan(here.services, crms=("zoho",)))


def test_after_a_push_there_is_nothing_to_plan(opened: Open) -> None:
    here = opened(deals=3)
    here.push()
    assert [p for p in plan(here.services) if p.differs] == []


RULES = st.fixed_dictionaries(
    {},
    optional={
        source: st.fixed_dictionaries(
            {"rule": st.sampled_from(list(FieldRule)), "approve": st.booleans()}
        )
        for source in SHOWN
    },
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["last_call_medal", "next_step"]),
        st.sampled_from([None, "Bronze", "typed"]),
        st.sampled_from(["d1", "d2", "d3"]),
    ),
    max_size=4,
)


@pytest.mark.parametrize("guard", GUARDS)
@given(rules=RULES, first=EDITS, pushed=st.booleans(), then=EDITS, news=st.booleans())
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_push_writes_exactly_what_was_planned_when_nobody_edits(
    migrated: Path,
    tmp_path: Path,
    guard: Guard,
    rules: dict[str, dict[str, object]],
    first: list[tuple[str, str | None, str]],
    pushed: bool,
    then: list[tuple[str, str | None, str]],
    news: bool,
) -> None:
    with office(migrated, tmp_path, guard=guard, deals=3) as here:
        here.fields(**rules)
        for edit in first:
            here.edit(*edit)
        if pushed:
            here.push()
        for edit in then:
            here.edit(*edit)
        if news:
            here.news(95.0)
        here.tick()
        before = here.everything()
        found = planned(here)
        run = here.push().run
        for record_id, expected in found.items():
            record = here.deal(record_id)
            written = [w for each in of_run(here, run) for w in each.writes if w.record == record]
            assert of_state(written, WriteState.WRITTEN) == of_state(
                expected.writes, WriteState.WRITTEN
            )
            kept = here.by_field(record)
            for write in expected.writes:
                if write.state in (WriteState.KEPT_HUMAN, WriteState.WAITING):
                    assert kept[write.field] is write.state
                stood = before[DEAL, record_id].get(write.field)
                stands = write.new if write.state is WriteState.WRITTEN else stood
                assert here.everything()[DEAL, record_id].get(write.field) == stands


def of_state(writes: Iterable[FieldWrite], state: WriteState) -> list[tuple[object, ...]]:
    return sorted([(w.field, w.old, w.new) for w in writes if w.state is state], key=str)
