"""What people said about calls, to hold a grader and a rubric against."""

from dataclasses import dataclass

from domain.rubrics import CriterionId

ANCHORED = "appeal:"
"""How the rater of a label begins that was given with the grader's level in sight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HumanLabel:
    """One person's level for one criterion of one call.

    Given without seeing any grader's, unless it is ``anchored``: then it agrees too well.
    """

    call: str
    """The file name of the call's transcript."""
    criterion_id: CriterionId
    rater: str
    level: int | None
    """0-4, or ``None``: the call gave no occasion for this behaviour (n/a)."""
    reason: str = ""

    @property
    def anchored(self) -> bool:
        """Whether whoever gave it had seen the grader's level: it decided an appeal."""
        return self.rater.startswith(ANCHORED)
