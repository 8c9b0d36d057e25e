"""What became of appeals, by criterion: numbers, no words."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from domain.appeals import Appeal, AppealState
from domain.rubrics import CriterionId

OFTEN = 3
"""Changed at least so often, and in at least half of the decisions: worth a look at its wording."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contests:
    """One criterion's appeals. Only what is contested is here, so it is no rate of all calls."""

    rubric_name: str
    criterion_id: CriterionId
    open: int = 0
    kept: int = 0
    changed: int = 0
    moved: float | None = None
    """Mean of the person's level minus the grader's, where both gave one and it was changed."""

    @property
    def often_overturned(self) -> bool:
        """Whether people disagree with the grader so often that the criterion wants a look."""
        return self.changed >= OFTEN and 2 * self.changed >= self.changed + self.kept


def contests(appeals: Iterable[Appeal]) -> tuple[Contests, ...]:
    """Appeals by criterion, most often changed first."""
    grouped: dict[tuple[str, CriterionId], list[Appeal]] = defaultdict(list)
    for appeal in appeals:
        grouped[appeal.rubric_name, appeal.criterion_id].append(appeal)
    found = [_counted(*key, some) for key, some in grouped.items()]
    return tuple(sorted(found, key=lambda c: (-c.changed, -c.kept, c.rubric_name, c.criterion_id)))


def _counted(rubric_name: str, criterion_id: CriterionId, appeals: list[Appeal]) -> Contests:
    states = [appeal.state for appeal in appeals]
    moves = [
        appeal.level - appeal.grader_level
        for appeal in appeals
        if appeal.state is AppealState.CHANGED
        if appeal.level is not None and appeal.grader_level is not None
    ]
    return Contests(
        rubric_name=rubric_name,
        criterion_id=criterion_id,
        open=states.count(AppealState.OPEN),
        kept=states.count(AppealState.KEPT),
        changed=states.count(AppealState.CHANGED),
        moved=sum(moves) / len(moves) if moves else None,
    )
