"""Profiles of reps who have no calls are brought to today, once a day.

A level without new calls gets less certain, and its trends and early signs move out of their
windows. Whoever reads a stored figure (pages, peers, CRM, agendas) must not read the day of
the last call.
"""

from datetime import timedelta

from jobs.profiles import freshen
from jobs.services import Services

OLD = timedelta(days=1)
REPS_A_ROUND = 10
"""How many reps are brought to today between two looks at other work."""


def freshen_daily(services: Services) -> int:
    """Bring the reps with the oldest figures to now; returns how many, ``REPS_A_ROUND`` at most."""
    with services.database.read() as tx:
        old = tx.profiles.older_than(services.now() - OLD, limit=REPS_A_ROUND)
    for rep in old:
        with services.database.write() as tx:
            freshen(tx, rep, services)
    return len(old)
