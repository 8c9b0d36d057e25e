"""A round of the clock: who has to be asked about changes is, and their messages keep up."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

import structlog

from domain.changes import Approval
from domain.crm_notices import AskState
from domain.effects import Effect, EffectKind, EffectRecord, Queue
from domain.errors import ReploopError
from domain.people import Organisation, Person, PersonId
from domain.ports import Stores
from jobs.approval_lines import (
    KEPT_UP,
    MESSAGES_READ,
    MOST_LINES,
    Line,
    as_it_stands,
    lines_of,
    message_about,
    messages_to,
)
from jobs.crm_deciders import deciders, rep_of
from jobs.services import Services

log = structlog.get_logger()
WAITING_READ = 2000
GATHER = timedelta(minutes=1)
"""How long the first change waits for others, so that they come in one message."""
TOGETHER = timedelta(minutes=15)
"""What comes so soon after a message is put into it."""
ENOUGH = 10
"""Who has so many left to decide is sent no further message: the page has them all."""


def ask_about_changes(services: Services) -> int:
    """Ask about what waits, and bring earlier messages up to date; returns how many were made due.

    Safe to run by any number of clocks at any minute: what a person was asked about is read
    and noted in one transaction that holds their messages.
    """
    if services.messenger is None:
        return 0
    with services.database.read() as tx:
        organisation = tx.people.organisation()
        waiting = _by_person(organisation, tx)
        asked = tx.outbox.list(
            kinds=[EffectKind.SLACK_APPROVAL], since=services.now() - KEPT_UP, limit=MESSAGES_READ
        )
        to_do = _who_has_news(waiting, asked, organisation, tx)
    due = sum(_asked(each, waiting.get(each.id, ()), organisation, services) for each in to_do)
    if due:
        services.queue.ring(Queue.DELIVER)
    return due


def _who_has_news(
    waiting: Mapping[PersonId, Sequence[Approval]],
    asked: Sequence[EffectRecord],
    organisation: Organisation,
    tx: Stores,
) -> list[Person]:
    """Those who wait to be asked, or whose messages say what is true no more."""
    messages: dict[PersonId, list[Effect]] = {}
    for record in asked:
        person_id = PersonId(record.effect.payload["person_id"])
        messages.setdefault(person_id, []).append(record.effect)
    found = []
    for person_id in sorted({*waiting, *messages}):
        person, mine = organisation.person(person_id), messages.get(person_id, [])
        if person is None or not person.active:
            continue
        known = {line.id for effect in mine for line in lines_of(effect.payload)}
        new = any(each.id not in known for each in waiting.get(person_id, ()))
        if new or any(as_it_stands(each, person, organisation, tx) for each in mine):
            found.append(person)
    return found


def _by_person(organisation: Organisation, tx: Stores) -> dict[PersonId, list[Approval]]:
    found: dict[PersonId, list[Approval]] = {}
    for approval in tx.changes.waiting(limit=WAITING_READ):
        for person in deciders(rep_of(approval, organisation, tx), organisation):
            found.setdefault(person.id, []).append(approval)
    return found


def _asked(
    person: Person, waiting: Sequence[Approval], organisation: Organisation, services: Services
) -> int:
    try:
        with services.database.write() as tx:
            tx.attention.lock(person.id)
            changed = _kept_up(person, organisation, tx, services)
            return changed + _asked_anew(person, waiting, tx, services)
    except ReploopError as error:
        log.warning("approvals.not_asked", person=person.id, error=type(error).__name__)
        return 0


def _kept_up(person: Person, organisation: Organisation, tx: Stores, services: Services) -> int:
    changed = 0
    for record in messages_to(person.id, tx, services):
        news = as_it_stands(record.effect, person, organisation, tx)
        if news is not None:
            tx.outbox.request(news)
            changed += 1
    return changed


def _asked_anew(person: Person, waiting: Sequence[Approval], tx: Stores, services: Services) -> int:
    """Put what is in no message into the last one, if that is young, or into a new one."""
    messages = messages_to(person.id, tx, services)
    known = {line.id for record in messages for line in lines_of(record.effect.payload)}
    new = [Line.of(each) for each in waiting if each.id not in known]
    if not new:
        return 0
    last = max(messages, key=lambda record: record.id, default=None)
    lines = lines_of(last.effect.payload) if last else ()
    if last is not None and services.now() - last.created_at < TOGETHER:
        room = MOST_LINES - len(lines)
        if room <= 0:
            return 0
        tx.outbox.request(message_about(last.effect.key, person.id, (*lines, *new[:room])))
        return 1
    still_open = sum(line.told is AskState.WAITING for line in lines)
    oldest = min(each.asked_at for each in waiting if each.id not in known)
    if still_open >= ENOUGH or services.now() - oldest < GATHER:
        return 0
    key = f"slack:approval:{person.id}:{services.new_id()}"
    return int(tx.outbox.add_if_new(message_about(key, person.id, new[:MOST_LINES])))
