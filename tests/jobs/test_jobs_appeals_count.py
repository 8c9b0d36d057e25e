"""Appeals by criterion: what is contested, not how often a grader errs."""

from dataclasses import replace

from domain.appeals import Appeal, AppealId, AppealState
from domain.calls import CallId
from domain.rubrics import CriterionId
from jobs.appeals_count import contests
from tests.jobs.fakes import ANA, NOW

ONE = Appeal(
    id=AppealId("a"), call_id=CallId("c"), call_version=1, criterion_id=CriterionId("step"),
    rubric_name="discovery", rubric_version=1, rep_id=ANA.id, opened_at=NOW, reason="r",
    grader_level=1,
)  # fmt: skip


def appeal(state: AppealState, level: int | None = None) -> Appeal:
    return replace(ONE, state=state, level=level)


def test_states_are_counted_and_the_mean_shift_is_of_changed_ones() -> None:
    changed = [appeal(AppealState.CHANGED, level) for level in (2, 4, None)]
    (found,) = contests([*changed, appeal(AppealState.KEPT, 1), appeal(AppealState.OPEN)])
    assert (found.changed, found.kept, found.open, found.moved) == (3, 1, 1, 2.0)


def test_a_criterion_that_is_changed_often_is_marked() -> None:
    changed = [appeal(AppealState.CHANGED, 3)] * 3
    kept = [appeal(AppealState.KEPT, 1)]
    assert contests([*changed, *kept * 3])[0].often_overturned
    assert not contests([*changed, *kept * 4])[0].often_overturned
    assert not contests(changed[:2])[0].often_overturned


def test_what_was_withdrawn_or_dropped_counts_for_nothing() -> None:
    (found,) = contests([appeal(AppealState.WITHDRAWN), appeal(AppealState.DROPPED, 4)])
    assert (found.changed, found.kept, found.open, found.moved) == (0, 0, 0, None)
