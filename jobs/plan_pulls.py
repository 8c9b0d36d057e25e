"""Every night each CRM's deals are looked at, from one hour of the day on."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from domain.effects import Effect, EffectKind, EffectRecord, EffectState, Queue
from domain.ports import Stores
from jobs.services import Services

_ENDED_BADLY = (EffectState.PARKED, EffectState.DEAD)


def plan_pulls(services: Services) -> int:
    """Ask for the pulls that are due now; returns how many were asked for.

    Safe to run by any number of clocks at any minute: a pull is unique by CRM and day. The
    first of a CRM waits for no hour. One of an earlier day that ended badly (a person has
    reconnected the CRM meanwhile, say) is taken up in place of another.
    """
    now = services.now()
    with services.database.read() as tx:
        due = [slug for slug in services.crms if _is_due(tx, slug, now, services)]
    asked = sum(_ask(slug, now, services) for slug in due)
    if asked:
        services.queue.ring(Queue.SYNC)
    return asked


def pull_of(slug: str, now: datetime, *, full: bool = False) -> Effect:
    """Know everything of a CRM's deals that changed before ``now``."""
    payload = {"crm": slug, "asked_at": now.isoformat(), "full": "yes" if full else "no"}
    return Effect(kind=EffectKind.CRM_PULL, key=f"crm:pull:{slug}:{now:%Y-%m-%d}", payload=payload)


def next_pull_at(slug: str, services: Services) -> datetime:
    """When the next pull is planned; a moment that has passed means now."""
    now = services.now()
    with services.database.read() as tx:
        if tx.history.look(slug) is None:
            return now
        asked_today = tx.outbox.get(pull_of(slug, now).key) is not None
    tonight = datetime.combine(now.date(), time(services.thresholds.pull_hour), now.tzinfo)
    return tonight + timedelta(days=1) if asked_today else tonight


def _is_due(tx: Stores, slug: str, now: datetime, services: Services) -> bool:
    if tx.outbox.get(pull_of(slug, now).key) is not None:
        return False
    if now.hour >= services.thresholds.pull_hour:
        return not any(_tried_today(record, now) for record in _ended_badly(tx, slug))
    return tx.history.look(slug) is None


def _ask(slug: str, now: datetime, services: Services) -> bool:
    with services.database.write() as tx:
        if found := _ended_badly(tx, slug):
            return tx.outbox.replay(found[0].id)
        return tx.outbox.add_if_new(pull_of(slug, now))


def _ended_badly(tx: Stores, slug: str) -> Sequence[EffectRecord]:
    """Newest first."""
    found = tx.outbox.list(states=_ENDED_BADLY, limit=1000)
    kind = EffectKind.CRM_PULL
    return [r for r in found if r.effect.kind is kind and r.effect.payload["crm"] == slug]


def _tried_today(record: EffectRecord, now: datetime) -> bool:
    tried_at = record.last_try_at or record.created_at
    return tried_at.date() >= now.date()
