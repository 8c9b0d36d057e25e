"""The calls of an ended batch, tried with its replies, which are paid for once.

A try that fails for no fault of a reply leaves the call with its batch, whose replies are had
again for nothing: they go on the call's bill when its score is kept, or when it leaves.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.calls import Call, CallId
from domain.effects import Claimed
from domain.errors import GradingError, ReploopError
from domain.ports import ModelReply, Stores
from domain.usage import Usage
from jobs.answered_model import AnsweredModel
from jobs.model_grader import ModelGrader
from jobs.retries import GiveUp, LeaseLost, TryAgain, Verdict, verdict
from jobs.score import score_call
from jobs.services import Services
from jobs.work import return_call

HELD_TRIES = 3
"""A call that fails more often leaves its batch: that is looked at every minute, while the
retry policy waits for hours before it gives a call up."""


@dataclass(frozen=True, slots=True)
class AnsweredTries:
    """What a ``Line`` does with each call that waits for this batch."""

    grader: ModelGrader
    replies: Mapping[str, ModelReply]
    """By the key of their request."""
    batch_id: str
    hold_s: float
    """How long a call waits for its batch before it falls due by itself."""
    _staying: set[CallId] = field(default_factory=set)

    def work(self, claimed: Claimed[Call], services: Services) -> None:
        """See ``score_call``: the model is asked only for what the batch does not answer."""
        model = AnsweredModel(self.grader.model, self.replies)
        answered = replace(services, grader=replace(self.grader, model=model))

        def to_spend(error: Exception, used: Usage) -> Usage:
            return self.grader.used_by(model.asked) if _stays(error, claimed.attempts) else used

        try:
            score_call(claimed, answered, to_spend=to_spend)
        except Exception as error:
            if _stays(error, claimed.attempts):
                self._staying.add(claimed.item.id)
            raise

    def give_back(
        self, tx: Stores, claimed: Claimed[Call], what: Verdict, error: str, services: Services
    ) -> bool:
        """As the retry policy says, or to its batch; ``False`` if the lease was lost."""
        if claimed.item.id not in self._staying:
            return return_call(tx, claimed, what, error, services)
        return tx.batches.hold(claimed, self.batch_id, for_s=self.hold_s, counts=_counts(what))


def _stays(error: Exception, attempts: int) -> bool:
    """Whether a call stays with its batch after its ``attempts``-th try ended in ``error``."""
    if isinstance(error, LeaseLost):
        return True  # whoever holds it now settles what becomes of it
    if isinstance(error, GradingError) or not isinstance(error, ReploopError):
        return False  # the replies themselves may be what cannot be used
    what = verdict(error, attempts)
    if isinstance(what, GiveUp):
        return False
    return attempts <= HELD_TRIES or not _counts(what)


def _counts(what: Verdict) -> bool:
    return not isinstance(what, TryAgain) or what.counts
