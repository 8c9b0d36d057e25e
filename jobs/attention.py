"""Whether a message may be sent now, later, or only as part of a digest; and what was sent."""

from datetime import datetime, timedelta, tzinfo

from coaching.attention import (
    BUDGETED,
    NEVER_HELD,
    RATE_DAYS,
    TIME_TO_ACT,
    Budget,
    verdict,
    week_start,
)
from domain.agendas import iso_week
from domain.attention import DigestItem, Hold, IntoDigest, Preferences, SentMessage
from domain.effects import ASKED, EffectKind, EffectRecord
from domain.people import Person
from domain.ports import Stores
from jobs.home import home_changed
from jobs.letter import Letter, NotYet
from jobs.services import Services
from jobs.zones import zone_of

BY_ITSELF = "by itself"
"""Instead of a digest's key: it was asked for while it waited for one."""
IN_THE_DIGEST = "in the digest"
WEEK_OVER = "its week was over before it could be sent"
LONGEST_S = 1800.0
"""What waits is asked about this often: hours and snoozes can be changed meanwhile."""
LOOK_DAYS = 7
_OF_A_WEEK = (EffectKind.SLACK_AGENDA, EffectKind.SLACK_CRM_REPORT)
_TO_MANY_PAGES = (EffectKind.SLACK_AGENDA, EffectKind.SLACK_DIGEST)


def spare(record: EffectRecord, letter: Letter, services: Services) -> NotYet | str | None:
    """``None``: send it now; a text: why it is not sent by itself.

    What may be sent has its place in the week's budget from here on, and what goes into the
    digest is kept for it, each once for a key. Raises ``StoreUnavailable``.
    """
    if not unasked(record, letter):
        return None
    with services.database.write() as tx:
        tx.attention.lock(letter.to.id)
        return _spared(record, letter.to, tx, services)


def unasked(record: EffectRecord, letter: Letter) -> bool:
    """Whether nobody waits for it.

    It is then no answer, nothing in a thread and no new state of a message that is there.
    """
    if record.effect.kind in NEVER_HELD or letter.thread is not None:
        return False
    return record.remote_id is None and ASKED not in record.effect.payload


def _spared(
    record: EffectRecord, to: Person, tx: Stores, services: Services
) -> NotYet | str | None:
    key, kind, now = record.effect.key, record.effect.kind, services.now()
    if tx.attention.item(key) is not None:
        return IN_THE_DIGEST
    if kind in _OF_A_WEEK and _is_over(record, now, zone_of(to)):
        return WEEK_OVER
    budget = budget_of(to, tx, services)
    found = verdict(kind, budget, now=now, agenda_hour=services.thresholds.agenda_hour)
    if isinstance(found, Hold):
        wait_s = max(1.0, (found.until - now).total_seconds())
        return NotYet(found.because, min(LONGEST_S, wait_s))
    if tx.attention.sent(key) is not None:
        return None  # an earlier try took its place, and may have sent it
    if isinstance(found, IntoDigest):
        item = DigestItem(key=key, kind=kind, to=to.id, at=now, because=found.because)
        tx.attention.wait(item)
        return IN_THE_DIGEST
    tx.attention.note_sent(SentMessage(key=key, kind=kind, to=to.id, sent_at=now, remote_id=""))
    return None


def _is_over(record: EffectRecord, now: datetime, zone: tzinfo) -> bool:
    """Whether the message's week has passed: weeks sort as their names do."""
    return record.effect.payload.get("week", "9") < iso_week(now.astimezone(zone).date())


def budget_of(person: Person, tx: Stores, services: Services) -> Budget:
    """What is known of a person's week, as of now."""
    now, zone = services.now(), zone_of(person)
    rates = tx.attention.rates(
        since=now - timedelta(days=RATE_DAYS), until=now - TIME_TO_ACT, to=person.id
    )
    sent = tx.attention.sent_to(person.id, since=week_start(now, zone), kinds=BUDGETED)
    return Budget(preferences_of(person, tx, services), zone, sent, rates)


def preferences_of(person: Person, tx: Stores, services: Services) -> Preferences:
    """What the person chose, and the company's usual for all else."""
    company = services.thresholds.attention
    chosen = tx.attention.preferences(person.id)
    return chosen.over(company) if chosen else company


def after_sending(
    tx: Stores, record: EffectRecord, letter: Letter, remote_id: str, services: Services
) -> None:
    """Note that a message went out, so that what becomes of it can be counted.

    What it could not tell waits again, and what waited and was sent by itself does no more.
    What the person was told may stand on their home too, and on their manager's.
    """
    kind = record.effect.kind
    if kind not in NEVER_HELD:
        manager = tx.people.organisation().manager_of(letter.to)
        for each in (letter.to, manager):
            if each is not None:
                home_changed(each.id, tx)
    item = tx.attention.item(record.effect.key)
    if item is not None and item.digest is None:
        tx.attention.told([item.key], BY_ITSELF)
    if unasked(record, letter):
        if letter.waits:
            tx.attention.told(letter.waits, None)
        tx.attention.note_sent(
            SentMessage(
                key=record.effect.key,
                kind=kind,
                to=letter.to.id,
                sent_at=services.now(),
                remote_id=remote_id,
            )
        )


def looked(person: Person, subject: str, tx: Stores, services: Services) -> None:
    """Somebody opened a page: an act on each message of the last week that is about it.

    ``subject`` is the audit's: ``call:…``, ``rep:…``, ``team:…`` or ``home:…``. Agenda and
    digest lead to many pages, so that any of them counts.
    """
    about, now = subject.partition(":")[2], services.now()
    for message in tx.attention.unacted(person.id, since=now - timedelta(days=LOOK_DAYS)):
        record = tx.outbox.get(message.key)
        names = record.effect.payload.values() if record else ()
        if message.kind in _TO_MANY_PAGES or about in names:
            tx.attention.acted(message.remote_id, "look", now)
