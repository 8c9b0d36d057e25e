"""Outcomes come back: a look at a CRM's deals, which goes on where it was stopped.

First the deals that changed, page by page; then the history of those that calls belong to;
then, on a look at all deals, those that no longer show up. Each portion is kept in one
transaction with the place it is at: whatever is killed costs one portion, and a portion
that is read again changes nothing.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.deal_looks import DealLook, LookPhase
from domain.effects import Claimed, EffectRecord, EffectState
from domain.errors import IntegrationError
from jobs.crm_patience import patient
from jobs.pull_history import read_histories
from jobs.pull_missing import ask_for_missing
from jobs.pull_page import read_page
from jobs.pull_turn import STEPS, PullTurn
from jobs.services import Services

OVERLAP = timedelta(minutes=10)
"""Clocks differ, and what was changed a moment ago may not be found yet."""
FULL_EVERY = timedelta(days=7)
"""Not every CRM tells what was deleted, so all deals are looked at this often."""
TOO_OLD = timedelta(hours=12)
"""A look that stood still for so long begins again: no CRM keeps its place for ever."""


def pull_deals(claimed: Claimed[EffectRecord], services: Services) -> None:
    """Work on one pull for a while: end it, or give it back to go on later.

    Lets ``IntegrationError`` rise for the retry policy; what was kept stays.

    Raises:
        NotYet: another pull looks at this CRM, or its limit is not over yet.
        LeaseLost: another worker holds the effect now; nothing more was kept.
    """
    slug = claimed.item.effect.payload["crm"]
    crm = services.crms.get(slug)
    if crm is None:
        _not_connected(claimed, slug, services)
        return
    with patient(services, slug):
        turn = PullTurn(claimed, crm, services)
        turn.take()
        try:
            _work(turn)
        except IntegrationError as error:
            _note_failure(turn, error)
            raise


def _work(turn: PullTurn) -> None:
    look = _begun(turn)
    for _ in range(STEPS):
        if look is None:
            turn.settle(EffectState.SENT)
            return
        look = _step(turn, look)
        turn.services.reach("pull.kept")
        if not look.under_way:
            look = _begun(turn)  # one that was begun before this pull was asked for is not it
        if not turn.has_time():
            break
    if look is None:
        turn.settle(EffectState.SENT)
    else:
        turn.go_on_later(look)


def _step(turn: PullTurn, look: DealLook) -> DealLook:
    match look.phase:
        case LookPhase.PAGES:
            return read_page(turn, look)
        case LookPhase.HISTORY:
            return read_histories(turn, look)
        case _:
            return ask_for_missing(turn, look)


def _begun(turn: PullTurn) -> DealLook | None:
    """The look that is under way, or a new one; ``None`` if what was asked for is known."""
    payload = turn.claimed.item.effect.payload
    asked_at, full = datetime.fromisoformat(payload["asked_at"]), payload.get("full") == "yes"
    now = turn.now()
    with turn.keeping() as tx:
        last = tx.history.look(turn.crm.slug)
        if last is not None and last.under_way and now - (last.kept_at or last.began_at) < TOO_OLD:
            return last
        covered = (last.full_at if full else last.covered_until) if last else None
        if covered is not None and covered >= asked_at:
            return None
        begun = _new_look(turn.crm.slug, last, now, full=full)
        tx.history.put_look(begun)
    return begun


def _new_look(slug: str, last: DealLook | None, now: datetime, *, full: bool) -> DealLook:
    covered, full_at = (last.covered_until, last.full_at) if last else (None, None)
    if full or covered is None or full_at is None or now - full_at >= FULL_EVERY:
        since = None
    else:
        since = covered - OVERLAP
    return DealLook(crm=slug, began_at=now, since=since, covered_until=covered, full_at=full_at)


def _note_failure(turn: PullTurn, error: IntegrationError) -> None:
    """People see why a look does not go on; what comes next may try at once."""
    with turn.keeping() as tx:
        if (look := tx.history.look(turn.crm.slug)) is not None:
            tx.history.put_look(replace(look, error=str(error)))
    turn.let_go()


def _not_connected(claimed: Claimed[EffectRecord], slug: str, services: Services) -> None:
    with services.database.write() as tx:
        tx.outbox.settle(claimed, EffectState.SKIPPED, error=f"{slug} is not connected")
