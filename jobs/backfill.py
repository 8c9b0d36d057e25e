"""Many calls at once, graded in a provider's batches for less, within a day.

A batch only answers requests early. Its calls stay ready to be scored all the time, put off
for ``HOLD_S``; when the answers are there they are scored as any call is, by a grader whose
model has those answers. What a batch did not answer, or cut off, that model is asked in the
ordinary way. So nothing is lost with a batch, and nothing scored twice: should everything
else fail, the calls fall due by themselves.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from domain.batches import BatchProgress, GradingBatch
from domain.calls import Call, CallId
from domain.effects import Claimed, Queue
from domain.errors import GradingRefused, IntegrationError, UnexpectedPayload, VendorUnavailable
from domain.ports import ClaimTerms, ModelBatches, ModelReply, ModelRequest
from jobs.answered_model import key_of
from jobs.answered_tries import AnsweredTries
from jobs.batch_load import MAX_BYTES, BatchLoad
from jobs.line import Line
from jobs.model_grader import ModelGrader
from jobs.services import Services
from jobs.work import FOLLOWED_BY, parallel_grading
from scoring.quality import too_poor

HOLD_S = 26 * 3600.0
"""A little longer than a provider takes for a batch before it gives up."""
MAX_CALLS = 400
"""Of one batch: about 20 MB to send if they are of an hour."""


def _go_on() -> None:
    """Nobody else can be at it."""


@dataclass(frozen=True, slots=True)
class Backfill:
    """Sends what is due and scores what has come back; one at a time (see ``SoleTurn``)."""

    grader: ModelGrader
    batches: ModelBatches
    services: Services
    max_calls: int = MAX_CALLS
    max_bytes: int = MAX_BYTES
    go_on: Callable[[], None] = field(default=_go_on)
    """Asked before each step; raises where this one has to stop."""
    _helpless: set[tuple[CallId, int]] = field(default_factory=set, repr=False, compare=False)
    """Calls, with their versions, that were found to ask nothing: read once, not at every batch."""

    def mend(self) -> None:
        """Find again what was being sent when a run ended without a word.

        Raises:
            IntegrationError: the provider cannot be asked.
        """
        for batch in self.under_way():
            if batch.remote_id is not None:
                continue
            remote_id = self.batches.find(batch.id)
            if remote_id is None:
                self._release(batch)
            else:
                self._keep(replace(batch, remote_id=remote_id))

    def under_way(self) -> Sequence[GradingBatch]:
        """Batches whose answers have not been scored, oldest first."""
        with self.services.database.read() as tx:
            return tx.batches.under_way()

    def send(self) -> int:
        """Send one batch of calls that are due; returns how many, 0 if none is.

        Calls that no batch can help with (refused before any request, or too poor to be
        graded) stay due for ordinary scoring.

        Raises:
            VendorUnavailable, UnexpectedPayload: nobody knows whether the provider took it.
                It is looked for by ``mend``, so that nothing is paid for twice.
            IntegrationError: the provider did not take it; its calls are due again.
        """
        load = self._loaded()
        batch = self._noted(load)
        if not batch.call_ids:
            return 0
        self.services.reach("backfill.noted")
        sent = set(batch.call_ids)
        requests = (r for each, asked in load.taken if each.item.id in sent for r in asked)
        by_key = {key_of(r): r for r in requests}
        self._go_on_or_release(batch)
        try:
            remote_id = self.batches.send(batch.id, by_key)
        except (VendorUnavailable, UnexpectedPayload):
            raise  # it may have been taken: only a plain refusal says that it was not
        except IntegrationError:
            self._release(batch)
            raise
        self.services.reach("backfill.sent")
        self._keep(replace(batch, remote_id=remote_id))
        return len(batch.call_ids)

    def look(self, batch: GradingBatch) -> BatchProgress:
        """How far a batch is. Raises ``IntegrationError``."""
        self.go_on()
        return self.batches.look(batch.remote_id or "")

    def let_go(self, batch: GradingBatch) -> None:
        """Wait no longer for a batch that cannot be looked at, though the provider answers.

        Its calls are due again.

        Raises:
            IntegrationError: the provider answers about no batch: this one is not to blame.
        """
        self.batches.find(batch.id)
        self._release(batch)

    def score(self, batch: GradingBatch) -> bool:
        """Score the calls of an ended batch, with its answers where it has them.

        ``False`` if some have to wait: another process works on them, the database could not
        keep them, or the model not be asked for the rest. Then the batch stays under way,
        since what it answered is paid for.

        Raises:
            IntegrationError: the answers cannot be fetched; they can be again.
        """
        line = self._line(batch, self.batches.replies(batch.remote_id or ""))
        if line.drain(self.services):
            self.services.queue.ring(*FOLLOWED_BY[Queue.SCORE])
        with self.services.database.write() as tx:
            if tx.batches.waiting(batch.id):
                return False
            tx.batches.end(batch.id)
        return True

    def _line(self, batch: GradingBatch, replies: Mapping[str, ModelReply]) -> Line[Call]:
        """Scores each call that waits for this batch, once."""
        ids = iter(batch.call_ids)

        def claim(services: Services, limit: int) -> Sequence[Claimed[Call]]:
            while some := tuple(islice(ids, limit)):
                self.go_on()
                terms = self._terms(limit)
                with services.database.write() as tx:
                    claimed = tx.batches.claim(batch.id, some, terms, hold_s=HOLD_S)
                if claimed:
                    return claimed
            return ()

        tries = AnsweredTries(self.grader, replies, batch.id, HOLD_S)
        return Line(claim, tries.work, tries.give_back, parallel_grading)

    def _loaded(self) -> BatchLoad:
        """Due calls for one batch, claimed, past those that no batch can help with."""
        load, held = BatchLoad(self.max_bytes), list[Claimed[Call]]()
        try:
            while not load.full and (claimed := self._claim(self.max_calls - len(load.taken))):
                held += claimed
                self.go_on()
                for each in claimed:
                    load.offer(each, self._requests(each.item))
        except BaseException:
            self._pass_over(held)
            raise
        self._pass_over(load.passed_over)
        return load

    def _noted(self, load: BatchLoad) -> GradingBatch:
        """A new batch, kept if a call waits for it: a claim may have been lost meanwhile."""
        new_id = self.services.new_id()
        with self.services.database.write() as tx:
            held = tuple(
                each.item.id
                for each, _ in load.taken
                if tx.batches.hold(each, new_id, for_s=HOLD_S)
            )
            batch = GradingBatch(id=new_id, call_ids=held, begun_at=self.services.now())
            if held:
                tx.batches.put(batch)
        return batch

    def _claim(self, limit: int) -> Sequence[Claimed[Call]]:
        if limit <= 0:
            return ()
        with self.services.database.write() as tx:
            return tx.calls.claim_ready(self._terms(limit))

    def _terms(self, limit: int) -> ClaimTerms:
        services = self.services
        return ClaimTerms(limit, services.thresholds.lease_s, asked_at=services.monotonic())

    def _requests(self, call: Call) -> Sequence[ModelRequest]:
        """What would be asked about a call; nothing if scoring it would ask nothing."""
        if (call.id, call.version) in self._helpless:
            return ()
        requests = self._planned(call)
        if not requests:
            self._helpless.add((call.id, call.version))
        return requests

    def _planned(self, call: Call) -> Sequence[ModelRequest]:
        with self.services.database.read() as tx:
            transcript, spent = tx.calls.transcript(call.id), tx.calls.spent(call.id)
        rubric = self.services.rubrics.for_call(call.call_type)
        if transcript is None or too_poor(rubric, call.call_type, transcript):
            return ()
        try:
            return self.grader.requests(rubric, call.call_type, transcript, spent=spent)
        except GradingRefused:
            return ()

    def _pass_over(self, claimed: Sequence[Claimed[Call]]) -> None:
        with self.services.database.write() as tx:
            for each in claimed:
                tx.batches.pass_over(each)

    def _go_on_or_release(self, batch: GradingBatch) -> None:
        """Whoever took the turn meanwhile may send these calls: this batch was not sent yet."""
        try:
            self.go_on()
        except BaseException:
            self._release(batch)
            raise

    def _keep(self, batch: GradingBatch) -> None:
        """Note what is known of a batch now, unless it was let go meanwhile."""
        with self.services.database.write() as tx:
            if any(each.id == batch.id for each in tx.batches.under_way()):
                tx.batches.put(batch)

    def _release(self, batch: GradingBatch) -> None:
        """Its calls are scored in the ordinary way."""
        with self.services.database.write() as tx:
            tx.batches.free(batch.id)
            tx.batches.end(batch.id)
