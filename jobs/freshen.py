"""Profiles of reps who have no calls are brought to today, once a day.

A level without new calls gets less certain, and its trends and early signs move out of their
windows. Whoever reads a stored figure (pages, peers, CRM, agendas) must not read the day of
the last call.
"""

from datetime import timedelta

import structlog

from jobs.profiles import freshen
from jobs.services import Services

log = structlog.get_logger()
OLD = timedelta(days=1)
REPS_A_ROUND = 10
"""How many reps are brought to today between two looks at other work."""
LOOKED_AT = 1000
"""Reps at most, of whom some may fail, that are looked at for them."""


def freshen_daily(services: Services) -> int:
    """Bring the reps with the oldest figures to now; returns how many, ``REPS_A_ROUND`` at most."""
    with services.database.read() as tx:
        old = tx.profiles.older_than(services.now() - OLD, limit=LOOKED_AT)
    fresh = 0
    for rep in old:
        try:
            with services.database.write() as tx:
                freshen(tx, rep, services)
        except Exception as error:  # noqa: BLE001 - one rep's trouble keeps no other's figures old
            log.warning("freshen.failed", rep=rep, error=type(error).__name__)
            continue
        fresh += 1
        if fresh == REPS_A_ROUND:
            break
    return fresh
