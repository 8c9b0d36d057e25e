"""Many calls at once, graded in a provider's batches for less, within a day.

A batch only answers requests early. Its calls stay ready to be scored all the time, put off
for ``HOLD_S``; when the answers are there they are made due and scored as any call is, by a
grader whose model has those answers. What a batch did not answer, or cut off, that model is
asked in the ordinary way. So nothing is lost with a batch, and nothing scored twice: should
everything else fail, the calls fall due by themselves.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from domain.batches import BatchProgress, GradingBatch
from domain.calls import Call, CallId, CallState
from domain.effects import Claimed, Queue
from domain.errors import (
    GradingRefused,
    IntegrationError,
    UnexpectedPayload,
    VendorUnavailable,
)
from domain.ports import ClaimTerms, ModelBatches, ModelRequest
from jobs.answered_model import AnsweredModel, key_of
from jobs.model_grader import ModelGrader
from jobs.services import Services
from jobs.work import work_off
from scoring.quality import too_poor

HOLD_S = 26 * 3600.0
"""A little longer than a provider takes for a batch before it gives up."""
MAX_CALLS = 400
"""Of one batch: about 20 MB to send if they are of an hour."""
MAX_BYTES = 150 * 1000 * 1000
"""Of one batch, counted as below; a provider takes 200 MB in one file."""
BYTES_BESIDE = 2_000
"""Of a request in a file beside its texts and its schema."""
WAITS = "it waits for its batch at the model's provider"
LOCK, LOCK_S = "backfill", 600.0


@dataclass(frozen=True, slots=True)
class Backfill:
    """Sends what is due and scores what has come back; one at a time (see ``take_turn``)."""

    grader: ModelGrader
    batches: ModelBatches
    services: Services
    max_bytes: int = MAX_BYTES

    def take_turn(self, holder: str) -> bool:
        """Whether nobody else is at it; to be said again within ``LOCK_S`` seconds."""
        with self.services.database.write() as tx:
            return tx.locks.take(LOCK, holder, lease_s=LOCK_S)

    def end_turn(self, holder: str) -> None:
        """Let the next one at it."""
        with self.services.database.write() as tx:
            tx.locks.take(LOCK, holder, lease_s=0.0)

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
        claimed = self._claim()
        requests = {each.row_id: self._requests(each.item) for each in claimed}
        chosen = self._that_fit(claimed, requests)
        batch = GradingBatch(
            id=self.services.new_id(),
            call_ids=tuple(each.item.id for each in chosen),
            begun_at=self.services.now(),
        )
        held = {each.row_id for each in chosen}
        with self.services.database.write() as tx:
            for each in claimed:
                after_s = HOLD_S if each.row_id in held else 0.0
                tx.calls.retry(each, after_s=after_s, error=WAITS, counts=False)
            if chosen:
                tx.batches.put(batch)
        if not chosen:
            return 0
        self.services.reach("backfill.noted")
        lines = {key_of(r): r for each in chosen for r in requests[each.row_id]}
        try:
            remote_id = self.batches.send(batch.id, lines)
        except (VendorUnavailable, UnexpectedPayload):
            raise  # it may have been taken: only a plain refusal says that it was not
        except IntegrationError:
            self._release(batch)
            raise
        self.services.reach("backfill.sent")
        self._keep(replace(batch, remote_id=remote_id))
        return len(chosen)

    def look(self, batch: GradingBatch) -> BatchProgress:
        """How far a batch is. Raises ``IntegrationError``."""
        return self.batches.look(batch.remote_id or "")

    def score(self, batch: GradingBatch) -> None:
        """Score the calls of an ended batch, with its answers where it has them.

        Raises:
            IntegrationError: the answers cannot be fetched; they can be again.
        """
        replies = self.batches.replies(batch.remote_id or "")
        model = AnsweredModel(self.grader.model, replies)
        answered = replace(self.services, grader=replace(self.grader, model=model))
        limits = self.services.thresholds
        for some in _some(batch.call_ids, limits.parallel_grading or limits.parallel):
            self._make_due(some)
            work_off(Queue.SCORE, answered)
        with self.services.database.write() as tx:
            tx.batches.end(batch.id)

    def _claim(self) -> Sequence[Claimed[Call]]:
        services = self.services
        terms = ClaimTerms(MAX_CALLS, services.thresholds.lease_s, asked_at=services.monotonic())
        with services.database.write() as tx:
            return tx.calls.claim_ready(terms)

    def _requests(self, call: Call) -> Sequence[ModelRequest]:
        """What would be asked about a call; nothing if scoring it would ask nothing."""
        with self.services.database.read() as tx:
            transcript = tx.calls.transcript(call.id)
        rubric = self.services.rubrics.for_call(call.call_type)
        if transcript is None or too_poor(rubric, call.call_type, transcript):
            return ()
        try:
            return self.grader.requests(rubric, call.call_type, transcript)
        except GradingRefused:
            return ()

    def _that_fit(
        self,
        claimed: Sequence[Claimed[Call]],
        requests: Mapping[int | str, Sequence[ModelRequest]],
    ) -> list[Claimed[Call]]:
        """The first with requests that go into one file together; the others stay due."""
        asking = [each for each in claimed if requests[each.row_id]]
        totals = accumulate(sum(map(size_of, requests[each.row_id])) for each in asking)
        return [each for each, total in zip(asking, totals, strict=True) if total <= self.max_bytes]

    def _keep(self, batch: GradingBatch) -> None:
        with self.services.database.write() as tx:
            tx.batches.put(batch)

    def _release(self, batch: GradingBatch) -> None:
        """Its calls are scored in the ordinary way."""
        self._make_due(batch.call_ids)
        with self.services.database.write() as tx:
            tx.batches.end(batch.id)

    def _make_due(self, call_ids: Sequence[CallId]) -> None:
        with self.services.database.write() as tx:
            for call_id in call_ids:
                call = tx.calls.get(call_id)
                if call is not None and call.state is CallState.READY:
                    tx.calls.make_due(call_id)


def size_of(request: ModelRequest) -> int:
    """About how many bytes a request is in a batch's file; never less than it is."""
    texts = json.dumps([request.system, request.user, dict(request.schema)], ensure_ascii=False)
    return len(texts.encode("utf-8", "replace")) + BYTES_BESIDE


def _some(call_ids: Sequence[CallId], size: int) -> Iterator[Sequence[CallId]]:
    for first in range(0, len(call_ids), size):
        yield call_ids[first : first + size]
