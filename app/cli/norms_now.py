"""Making a fit on demand, and what becomes of one that is due."""

from app.cli.output import note
from domain import wording
from domain.effects import EffectRecord, EffectState, Queue
from domain.skills import FitRecord
from jobs.refit import FIRST_AT, WAITS_S, ask_for_fit, asked_fit, next_fit, plan_fit
from jobs.services import Services
from jobs.work import work_off


def fit_now(services: Services) -> bool:
    """Make the next fit and bring every profile onto it; says what it did, and whether it did."""
    with services.database.read() as tx:
        following = next_fit(tx, services.now())
    if following.observations < FIRST_AT:
        note(f"no fit was made: {following.observations} of {FIRST_AT} observations.")
        return False
    wanted = ask_for_fit(services)
    work_off(Queue.SYNC, services)
    with services.database.read() as tx:
        newest, asked = tx.fits.newest(), asked_fit(tx, wanted)
    if newest is None or newest.version < wanted.version:
        note(_not_made(wanted, asked))
        return False
    reps = 0
    while some := plan_fit(services):
        reps += some
    note(f"fit {newest.version} was made; figures of {wording.count(reps, 'rep')} rest on it now.")
    return True


def _not_made(wanted: FitRecord, asked: EffectRecord | None) -> str:
    name = f"fit {wanted.version} was not made"
    if asked is None or asked.error is None:
        return f"{name} yet: a worker is at it. `reploop norms` shows it once it is there."
    if asked.state is EffectState.PENDING:
        return f"{name} yet: {asked.error}. It is tried again by itself."
    return f"{name}: {asked.error}. It was given up; `reploop norms --now` tries it again."


def outlook(due: FitRecord, asked: EffectRecord | None) -> str:
    """What becomes of a fit that is due."""
    name = f"Fit {due.version} is due"
    if asked is None:
        return (
            f"{name}. It is made once the calls on their way are scored, after "
            f"{WAITS_S / 3600.0:.0f} hours at the latest; `reploop norms --now` makes it at once."
        )
    if asked.state is EffectState.PENDING:
        failed = f", after this failure: {asked.error}" if asked.error else ""
        return f"{name}: a worker makes it{failed}."
    why = f" ({asked.error})" if asked.error else ""
    return (
        f"{name}, but making it failed{why}. It is tried again a day after the last try; "
        "`reploop norms --now` tries it at once."
    )
