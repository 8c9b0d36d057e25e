"""The week's digest: one message for all that was not worth one of its own."""

from datetime import datetime

import structlog

from coaching.attention import digest_due
from domain.agendas import iso_week
from domain.attention import DigestItem
from domain.effects import Effect, EffectKind, Queue
from domain.errors import ReploopError
from domain.people import Person
from domain.ports import Stores
from jobs.attention import preferences_of
from jobs.digest_letters import digest_key
from jobs.letter import NotYet
from jobs.letters import compose
from jobs.services import Services
from jobs.zones import zone_of

log = structlog.get_logger()


def plan_digests(services: Services) -> int:
    """Plan the digests that are due now; returns how many were new.

    From Friday 15:00 of the person's own time to the end of Sunday, if anything waits, and not
    while they snooze. Safe to run by any number of clocks at any minute: a digest is unique by
    person and ISO week, and what it tells is noted in the transaction that asks for it. One
    that cannot be planned now keeps nobody else waiting; the next round tries it again.
    """
    if services.messenger is None:
        return 0
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        found = [organisation.person(person_id) for person_id in tx.attention.who_waits()]
        due = [p for p in found if p and p.active and _is_due(p, tx, services)]
    planned = sum(_planned(person, services) for person in due)
    if planned:
        services.queue.ring(Queue.DELIVER)
    return planned


def week_of(person: Person, now: datetime) -> str:
    """The ISO week that the person lives in."""
    return iso_week(now.astimezone(zone_of(person)).date())


def _is_due(person: Person, tx: Stores, services: Services) -> bool:
    now = services.now()
    if not digest_due(now, zone_of(person)):
        return False
    snoozed = preferences_of(person, tx, services).snoozed_until
    if snoozed is not None and now < snoozed:
        return False
    return tx.outbox.get(digest_key(person.id, week_of(person, now))) is None


def _planned(person: Person, services: Services) -> bool:
    try:
        return plan_digest(person, services)
    except ReploopError as error:
        log.warning("digest.not_planned", person=person.id, error=type(error).__name__)
        return False


def plan_digest(person: Person, services: Services) -> bool:
    """Ask for one digest of what waits; ``False`` if there was one, or nothing can be told.

    What cannot be said yet (a call being scored again) waits for the next one.
    """
    week = week_of(person, services.now())
    key = digest_key(person.id, week)
    with services.database.write() as tx:
        tx.attention.lock(person.id)
        ready = [i for i in tx.attention.waiting(person.id) if _can_be_told(i, tx, services)]
        payload = {"person_id": person.id, "week": week}
        effect = Effect(kind=EffectKind.SLACK_DIGEST, key=key, payload=payload)
        if not ready or not tx.outbox.add_if_new(effect):
            return False
        services.reach("digest.before_commit")
        tx.attention.told([item.key for item in ready], key)
    return True


def _can_be_told(item: DigestItem, tx: Stores, services: Services) -> bool:
    record = tx.outbox.get(item.key)
    return record is None or not isinstance(compose(record, tx, services), NotYet)
