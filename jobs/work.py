"""One ring of a doorbell: work off everything that rows say is due, side by side."""

import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from typing import Protocol, TypeVar

import structlog

from domain.calls import Call, CallState
from domain.effects import Claimed, EffectKind, EffectRecord, EffectState, Queue
from domain.errors import ReploopError
from domain.ports import ClaimTerms, Stores
from domain.webhooks import Delivery
from jobs.deliver import deliver
from jobs.hear import hear_question
from jobs.ingest import ingest_delivery, look_for_transcript
from jobs.retries import PARK_S, GiveUp, LeaseLost, Park, TryAgain, Verdict, verdict
from jobs.score import score_call
from jobs.services import Services
from jobs.sync import sync

log = structlog.get_logger()
T = TypeVar("T")

FOLLOWED_BY = {
    Queue.INGEST: (Queue.SCORE, Queue.DELIVER),
    Queue.SCORE: (Queue.SYNC, Queue.DELIVER),
    Queue.SYNC: (),
    Queue.DELIVER: (),
}
"""What may be due once a queue's rows were worked off."""


class _GiveBack(Protocol[T]):
    """How a kind of row is given back after its work raised."""

    def __call__(self, tx: Stores, claimed: Claimed[T], what: Verdict, error: str) -> bool: ...


def work_off(queue: Queue, services: Services) -> int:
    """Claim and work off due rows of ``queue`` until none is left; returns how many.

    Never raises for a row: its error is kept on it, and it is given back, parked or
    given up by the one retry policy. Ends by ringing for what follows.
    """
    handled = 0
    for claim, work, give_back in _LINES[queue]:
        handled += _drain(partial(claim, services), work, give_back, services)
    if handled and FOLLOWED_BY[queue]:
        services.queue.ring(*FOLLOWED_BY[queue])
    return handled


def _drain(
    claim: Callable[[], Sequence[Claimed[T]]],
    work: Callable[[Claimed[T], Services], None],
    give_back: _GiveBack[T],
    services: Services,
) -> int:
    handled = 0
    while batch := claim():
        handled += len(batch)
        if len(batch) == 1:
            _attempt(batch[0], work, give_back, services)
            continue
        with ThreadPoolExecutor(max_workers=len(batch)) as pool:
            list(pool.map(lambda one: _attempt(one, work, give_back, services), batch))
    return handled


def _attempt(
    claimed: Claimed[T],
    work: Callable[[Claimed[T], Services], None],
    give_back: _GiveBack[T],
    services: Services,
) -> None:
    try:
        work(claimed, services)
    except LeaseLost:
        log.info("row.lease_lost", row=claimed.row_id)
    except ReploopError as error:
        what = verdict(error, claimed.attempts)
        log.warning("row.failed", row=claimed.row_id, error=type(error).__name__, then=str(what))
        _keep_failure(claimed, give_back, what, f"{type(error).__name__}: {error}", services)
    except Exception as error:  # noqa: BLE001 - the edge: a defect must not take other rows along
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} at {where.filename.rsplit('/', 1)[-1]}:{where.lineno}"
        log.error("row.defect", row=claimed.row_id, place=place)
        what = TryAgain(60.0) if claimed.attempts < 3 else GiveUp()
        _keep_failure(claimed, give_back, what, f"defect in Reploop: {place}", services)


def _keep_failure(
    claimed: Claimed[T], give_back: _GiveBack[T], what: Verdict, error: str, services: Services
) -> None:
    try:
        with services.database.write() as tx:
            give_back(tx, claimed, what, error[:1000])
    except ReploopError as failure:  # the lease ends by itself; the row is then claimed again
        log.warning("row.not_given_back", row=claimed.row_id, error=type(failure).__name__)


def _terms(services: Services) -> ClaimTerms:
    return ClaimTerms(limit=services.thresholds.parallel, lease_s=services.thresholds.lease_s)


def _claim_deliveries(services: Services) -> Sequence[Claimed[Delivery]]:
    with services.database.write() as tx:
        return tx.deliveries.claim(_terms(services))


def _claim_waiting(services: Services) -> Sequence[Claimed[Call]]:
    grace = timedelta(seconds=services.thresholds.transcript_grace_s)
    with services.database.write() as tx:
        return tx.calls.claim_waiting(_terms(services), ended_before=services.now() - grace)


def _claim_ready(services: Services) -> Sequence[Claimed[Call]]:
    with services.database.write() as tx:
        return tx.calls.claim_ready(_terms(services))


def _claim_effects(queue: Queue, services: Services) -> Sequence[Claimed[EffectRecord]]:
    kinds = [kind for kind in EffectKind if kind.queue is queue]
    with services.database.write() as tx:
        return tx.outbox.claim(kinds, _terms(services))


def _work_delivery(claimed: Claimed[Delivery], services: Services) -> None:
    if claimed.item.provider == "slack":
        hear_question(claimed, services)
    else:
        ingest_delivery(claimed, services)


def _return_delivery(tx: Stores, claimed: Claimed[Delivery], what: Verdict, error: str) -> bool:
    match what:
        case TryAgain(after_s):
            return tx.deliveries.retry(claimed, after_s=after_s, error=error)
        case Park():
            return tx.deliveries.retry(claimed, after_s=PARK_S, error=error)
        case GiveUp():
            return tx.deliveries.dead(claimed, error)


def _return_call(tx: Stores, claimed: Claimed[Call], what: Verdict, error: str) -> bool:
    match what:
        case TryAgain(after_s):
            return tx.calls.retry(claimed, after_s=after_s, error=error)
        case Park():
            return tx.calls.retry(claimed, after_s=PARK_S, error=error)
        case GiveUp():
            return tx.calls.settle(claimed, CallState.DEAD, error=error)


def _return_effect(tx: Stores, claimed: Claimed[EffectRecord], what: Verdict, error: str) -> bool:
    match what:
        case TryAgain(after_s):
            return tx.outbox.retry(claimed, after_s=after_s, error=error)
        case Park():
            return tx.outbox.settle(claimed, EffectState.PARKED, error=error)
        case GiveUp():
            return tx.outbox.settle(claimed, EffectState.DEAD, error=error)


# mypy cannot express a table whose rows share a type variable of their own.
_LINES: dict[
    Queue,
    tuple[
        tuple[
            Callable[[Services], Sequence[Claimed]], Callable[[Claimed, Services], None], _GiveBack
        ],
        ...,
    ],
] = {  # type: ignore[type-arg]  # noqa: E501
    Queue.INGEST: (
        (_claim_deliveries, _work_delivery, _return_delivery),
        (_claim_waiting, look_for_transcript, _return_call),
    ),
    Queue.SCORE: ((_claim_ready, score_call, _return_call),),
    Queue.SYNC: ((partial(_claim_effects, Queue.SYNC), sync, _return_effect),),
    Queue.DELIVER: ((partial(_claim_effects, Queue.DELIVER), deliver, _return_effect),),
}
