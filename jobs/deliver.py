"""Messages leave through here: each is computed from the newest rows, to whom it may go now.

One visible message per key, under crashes too: a message is sent only while enough of
the lease is left, and one that may have been sent before is looked for first.
"""

from datetime import timedelta

import structlog

from domain.effects import Claimed, EffectKind, EffectRecord, EffectState
from domain.errors import IntegrationError, NotFoundAtVendor, StoreUnavailable
from domain.ports import Messenger
from jobs.attention import after_sending, spare
from jobs.letter import Letter, NotSent, NotYet
from jobs.letters import compose
from jobs.library_shown import note_shown
from jobs.retries import LeaseLost
from jobs.services import Services

log = structlog.get_logger()
SETTLE_TRIES = 3


def deliver(claimed: Claimed[EffectRecord], services: Services) -> None:
    """Send one message once. Lets ``IntegrationError`` rise for the retry policy.

    Raises:
        LeaseLost: too little of the lease is left to send safely, or it is gone.
    """
    messenger = services.messenger
    if messenger is None:
        _settle(claimed, EffectState.PARKED, services, error="no messenger is configured")
        return
    with services.database.read() as tx:
        letter = compose(claimed.item, tx, services)
    if isinstance(letter, NotYet):
        _wait(claimed, letter, services)
        return
    if isinstance(letter, NotSent):
        _keep_look(letter, services)
        _settle(claimed, EffectState.SKIPPED, services, error=letter.because)
        return
    verdict = spare(claimed.item, letter, services)
    if isinstance(verdict, NotYet):
        _wait(claimed, verdict, services)
        return
    if verdict is not None:
        _settle(claimed, EffectState.SKIPPED, services, error=verdict)
        return
    _keep_look(letter, services)
    messenger.prepare(letter.notice, letter.to, now=services.now())
    _note_moments(claimed, letter, services)
    services.reach("deliver.composed")
    try:
        remote_id = _show(claimed, letter, messenger, services)
    except NotFoundAtVendor as error:
        _settle(claimed, EffectState.SKIPPED, services, error=error.detail)
        return
    services.reach("deliver.sent")
    _settle_sent(claimed, letter, remote_id, services)
    _point(claimed, letter, messenger)


def _keep_look(letter: Letter | NotSent, services: Services) -> None:
    """Noted before anybody is told; not while it is held, since nobody sees anything then."""
    if letter.look is not None:
        with services.database.write() as tx:
            letter.look.keep(tx, services, via="slack")


def _note_moments(claimed: Claimed[EffectRecord], letter: Letter, services: Services) -> None:
    if letter.shows:
        with services.database.write() as tx:
            note_shown(tx, claimed.item, letter, services)


def _point(claimed: Claimed[EffectRecord], letter: Letter, messenger: Messenger) -> None:
    """Say in the channel of a question that the answer is private. At most once, best effort."""
    payload, key = claimed.item.effect.payload, claimed.item.effect.key
    if payload.get("private") != "no" or claimed.tried_before:
        return
    try:
        messenger.point_to_answer(payload["channel"], payload["ts"], letter.to, key=key)
    except IntegrationError as error:
        log.info("pointer.not_sent", error=type(error).__name__)


def _show(
    claimed: Claimed[EffectRecord], letter: Letter, messenger: Messenger, services: Services
) -> str:
    """Publish, bring up to date, or send: by what it is and whether it is there already.

    Only sending could show something twice, so only that needs a search before it.
    """
    record, now = claimed.item, services.now()
    if record.effect.kind is EffectKind.SLACK_HOME:
        messenger.publish_home(letter.notice, letter.to, now=now)
        return "home"
    if record.remote_id is not None:
        messenger.edit(
            letter.notice, letter.to, remote_id=record.remote_id, key=record.effect.key, now=now
        )
        return record.remote_id
    return _send_once(claimed, letter, messenger, services)


def _send_once(
    claimed: Claimed[EffectRecord], letter: Letter, messenger: Messenger, services: Services
) -> str:
    record = claimed.item
    key, now = record.effect.key, services.now()
    if claimed.tried_before:
        first_try = record.first_try_at or record.created_at
        since = first_try - timedelta(seconds=60)
        found = messenger.find(letter.to, key=key, since=since, thread=letter.thread)
        if found is not None:
            # It may say what was true at the earlier try: consent may be gone since.
            messenger.edit(letter.notice, letter.to, remote_id=found, key=key, now=now)
            return found
    limits = services.thresholds
    last_start = claimed.held_until - limits.send_limit_s - limits.reconcile_quiet_s
    if services.monotonic() > last_start:
        raise LeaseLost  # whoever claims it next may be asking already: do not race it
    services.reach("deliver.before_send")
    return messenger.send(letter.notice, letter.to, key=key, now=now, thread=letter.thread)


def _wait(claimed: Claimed[EffectRecord], why: NotYet, services: Services) -> None:
    with services.database.write() as tx:
        if not tx.outbox.retry(claimed, after_s=why.after_s, error=why.because, counts=False):
            raise LeaseLost


def _settle_sent(
    claimed: Claimed[EffectRecord], letter: Letter, remote_id: str, services: Services
) -> None:
    """Keep that it went out; what a lost race or a dropped connection undid is tried again.

    Raises ``StoreUnavailable`` after a few tries: the next attempt then finds the message.
    """
    for tries_left in reversed(range(SETTLE_TRIES)):
        try:
            with services.database.write() as tx:
                if not tx.outbox.settle(claimed, EffectState.SENT, remote_id=remote_id):
                    raise LeaseLost
                after_sending(tx, claimed.item, letter, remote_id, services)
        except StoreUnavailable:
            if not tries_left:
                raise
        else:
            return


def _settle(
    claimed: Claimed[EffectRecord],
    state: EffectState,
    services: Services,
    *,
    error: str | None = None,
) -> None:
    with services.database.write() as tx:
        if not tx.outbox.settle(claimed, state, error=error):
            raise LeaseLost
