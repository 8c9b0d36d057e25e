"""One rep after another, some at a time, so that no rep's trouble keeps the others waiting."""

from collections.abc import Callable, Iterable

import structlog

from domain.people import PersonId
from domain.ports import Stores
from jobs.services import Services

log = structlog.get_logger()
REPS_A_ROUND = 10
"""How many reps' profiles are worked on between two looks at other work."""


def a_round(
    reps: Iterable[PersonId],
    work: Callable[[Stores, PersonId, Services], object],
    services: Services,
) -> int:
    """Do it for ``REPS_A_ROUND`` reps at most, each in a transaction; returns for how many.

    A rep for whom it fails is logged, left as it was, and no part of the count.
    """
    done = 0
    for rep in reps:
        try:
            with services.database.write() as tx:
                work(tx, rep, services)
        except Exception as error:  # noqa: BLE001 - the edge: a defect takes no other rep along
            log.warning("rep.failed", rep=rep, error=type(error).__name__)
            continue
        done += 1
        if done == REPS_A_ROUND:
            break
    return done
