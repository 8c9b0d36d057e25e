"""What people said about calls, to hold a grader and a rubric against."""

from dataclasses import dataclass

from domain.rubrics import CriterionId


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanLabel:
    """One person's level for one criterion of one call, given without seeing any grader's."""

    call: str
    """The file name of the call's transcript."""
    criterion_id: CriterionId
    rater: str
    level: int | None
    """0-4, or ``None``: the call gave no occasion for this behaviour (n/a)."""
    reason: str = ""
