"""Profiles of reps who have no calls are brought to today, once a day.

A level without new calls gets less certain, and its trends and early signs move out of their
windows. Whoever reads a stored figure (pages, peers, CRM, agendas) must not read the day of
the last call.
"""

from datetime import timedelta

from jobs.profiles import freshen
from jobs.rep_rounds import a_round
from jobs.services import Services

OLD = timedelta(days=1)
LOOKED_AT = 1000
"""Reps at most, of whom some may fail, that a round is made of."""


def freshen_daily(services: Services) -> int:
    """Bring a round of the reps with the oldest figures to now; returns how many."""
    with services.database.read() as tx:
        old = tx.profiles.older_than(services.now() - OLD, limit=LOOKED_AT)
    return a_round(old, freshen, services)
