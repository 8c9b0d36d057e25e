"""One ring of a doorbell: work off everything that rows say is due."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from domain.calls import Call, CallState
from domain.effects import Claimed, EffectKind, EffectRecord, Queue
from domain.ports import ClaimTerms, Stores
from domain.webhooks import Delivery
from jobs.actions import act
from jobs.crm_line import WORK, CrmLine
from jobs.crm_news import take_crm_news
from jobs.deliver import deliver
from jobs.hear import hear_question
from jobs.ingest import ingest_delivery, look_for_transcript
from jobs.line import Line, one_batch
from jobs.retries import PARK_S, GiveUp, Park, TryAgain, Verdict
from jobs.returned import return_effect
from jobs.score import score_call
from jobs.services import Services
from jobs.sync import sync

FOLLOWED_BY: Mapping[Queue, tuple[Queue, ...]] = {
    Queue.INGEST: (Queue.SCORE, Queue.SYNC, Queue.DELIVER),
    Queue.SCORE: (Queue.SYNC, Queue.DELIVER),
    Queue.SYNC: (Queue.DELIVER,),
    Queue.DELIVER: (),
}
"""What may be due once a queue's rows were worked off."""


def work_off(queue: Queue, services: Services) -> int:
    """Claim and work off due rows of ``queue`` until none is left; returns how many.

    Ends by ringing for what follows, even if that was asked for before.
    """
    handled = sum(line.drain(services) for line in _LINES[queue])
    if handled and FOLLOWED_BY[queue]:
        services.queue.ring(*FOLLOWED_BY[queue])
    return handled


def work_on(queue: Queue, services: Services, go_on: Callable[[], bool] = one_batch) -> int:
    """Work off one batch of each kind of row in ``queue``; returns how many rows.

    What a ring does: while there is work it rings for the rest and for what follows, so
    that the queues of one worker take turns, and stopping waits for one batch only. A
    worker with nothing else to do goes on within the ring, as long as ``go_on`` says so.
    """
    handled = sum(line.take(services, go_on) for line in _LINES[queue])
    if handled:
        services.queue.ring(queue, *FOLLOWED_BY[queue])
    return handled


def _terms(services: Services, limit: int) -> ClaimTerms:
    return ClaimTerms(limit, services.thresholds.lease_s, asked_at=services.monotonic())


def _parallel(services: Services) -> int:
    return services.thresholds.parallel


def parallel_grading(services: Services) -> int:
    """How many calls are graded at once."""
    limits = services.thresholds
    return limits.parallel_grading or limits.parallel


def _claim_deliveries(services: Services, limit: int) -> Sequence[Claimed[Delivery]]:
    with services.database.write() as tx:
        return tx.deliveries.claim(_terms(services, limit))


def _claim_waiting(services: Services, limit: int) -> Sequence[Claimed[Call]]:
    grace = timedelta(seconds=services.thresholds.transcript_grace_s)
    with services.database.write() as tx:
        return tx.calls.claim_waiting(_terms(services, limit), ended_before=services.now() - grace)


def _claim_ready(services: Services, limit: int) -> Sequence[Claimed[Call]]:
    with services.database.write() as tx:
        return tx.calls.claim_ready(_terms(services, limit))


def _claim_effects(queue: Queue) -> Callable[[Services, int], Sequence[Claimed[EffectRecord]]]:
    kinds = [kind for kind in EffectKind if kind.queue is queue and kind not in WORK]

    def claim(services: Services, limit: int) -> Sequence[Claimed[EffectRecord]]:
        with services.database.write() as tx:
            return tx.outbox.claim(kinds, _terms(services, limit))

    return claim


def _work_delivery(claimed: Claimed[Delivery], services: Services) -> None:
    if claimed.item.provider in services.crm_news:
        take_crm_news(claimed, services)
    elif claimed.item.provider != "slack":
        ingest_delivery(claimed, services)
    elif (action := services.read_action(claimed.item)) is not None:
        act(claimed, action, services)
    else:
        hear_question(claimed, services)


def _return_delivery(
    tx: Stores, claimed: Claimed[Delivery], what: Verdict, error: str, services: Services
) -> bool:
    del services
    match what:
        case TryAgain(after_s, counts):
            return tx.deliveries.retry(claimed, after_s=after_s, error=error, counts=counts)
        case Park():
            return tx.deliveries.retry(claimed, after_s=PARK_S, error=error, counts=False)
        case GiveUp():
            return tx.deliveries.dead(claimed, error)


def return_call(
    tx: Stores, claimed: Claimed[Call], what: Verdict, error: str, services: Services
) -> bool:
    """Give a call back as the retry policy says; ``False`` if the lease was lost."""
    del services
    match what:
        case TryAgain(after_s, counts):
            return tx.calls.retry(claimed, after_s=after_s, error=error, counts=counts)
        case Park():
            return tx.calls.retry(claimed, after_s=PARK_S, error=error, counts=False)
        case GiveUp():
            # Where scoring again fails, the score that was there before stands.
            stands = tx.scorecards.latest(claimed.item.id) is not None
            state = CallState.SCORED if stands else CallState.DEAD
            return tx.calls.settle(claimed, state, error=error)


_LINES: Mapping[Queue, tuple[Line[Any] | CrmLine, ...]] = {
    Queue.INGEST: (
        Line(_claim_deliveries, _work_delivery, _return_delivery, _parallel),
        Line(_claim_waiting, look_for_transcript, return_call, _parallel),
    ),
    Queue.SCORE: (Line(_claim_ready, score_call, return_call, parallel_grading),),
    Queue.SYNC: (
        Line(_claim_effects(Queue.SYNC), sync, return_effect, _parallel),
        CrmLine(),
    ),
    Queue.DELIVER: (Line(_claim_effects(Queue.DELIVER), deliver, return_effect, _parallel),),
}
