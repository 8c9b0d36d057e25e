"""A kept act becomes what it asks for, once, under the rights of this moment."""

from collections.abc import Mapping
from dataclasses import replace

import structlog

from domain.actions import HOME_OPENED, Action, Form
from domain.effects import Claimed, Queue
from domain.errors import IntegrationError, NotFoundAtVendor, VendorUnavailable
from domain.people import Person
from domain.phrases import Phrase
from domain.ports import Stores
from domain.webhooks import Delivery
from jobs import (
    agenda_acts,
    appeals_acts,
    approval_acts,
    ask_acts,
    home_acts,
    library_acts,
    practice_acts,
)
from jobs.acting import NOT_YOURS, Acting, FormMaker, Handler
from jobs.hear import introduced
from jobs.home import ask_for_strangers_home, home_changed
from jobs.retries import LeaseLost
from jobs.services import Services

log = structlog.get_logger()
FORM_TRIES = 4
_CHANNEL = "channel"

HANDLERS: Mapping[str, Handler] = {
    **agenda_acts.HANDLERS,
    **home_acts.HANDLERS,
    **appeals_acts.HANDLERS,
    **library_acts.HANDLERS,
    **practice_acts.HANDLERS,
    **ask_acts.HANDLERS,
    **approval_acts.HANDLERS,
}
FORMS: Mapping[str, FormMaker] = {
    **agenda_acts.FORMS,
    **home_acts.FORMS,
    **appeals_acts.FORMS,
    **library_acts.FORMS,
    **practice_acts.FORMS,
}


def act(claimed: Claimed[Delivery], action: Action, services: Services) -> None:
    """Do what somebody asked for; what is not known any more is let go.

    Lets ``IntegrationError`` rise when somebody unknown cannot be looked up now.

    Raises:
        LeaseLost: another worker holds the delivery now; nothing was kept.
    """
    introduced(action.by, services)
    if action.form_id is not None:
        _show(claimed, action, services)
        return
    with services.database.write() as tx:
        acting = _acting(action, tx)
        said = _handled(acting, tx, services) if acting else None
        if acting is None and action.name == HOME_OPENED:
            ask_for_strangers_home(action.by, tx)
        if action.message is not None:
            tx.attention.acted(action.message, action.name, services.now())
        services.reach("act.before_commit")
        if not tx.deliveries.done(claimed):
            raise LeaseLost
    services.queue.ring(Queue.DELIVER, Queue.SYNC)
    if acting is not None and said is not None:
        _whisper(said, acting.person, action, services)
    if acting is not None:
        ask_acts.show_prompts(action, acting.person, services)


def _acting(action: Action, tx: Stores) -> Acting | None:
    organisation = tx.people.organisation()
    person = organisation.by_slack_user(action.by)
    if person is None or not person.active:
        return None
    return Acting(action, person, organisation)


def _handled(acting: Acting, tx: Stores, services: Services) -> Phrase | None:
    handler = HANDLERS.get(acting.action.name)
    if handler is None:
        log.warning("act.unknown", name=acting.action.name)
        return None
    said = handler(acting, tx, services)
    home_changed(acting.person.id, tx)
    return said


def _show(claimed: Claimed[Delivery], action: Action, services: Services) -> None:
    """Fill the form that was opened. It may not be there yet: then it is tried again."""
    assert action.form_id is not None  # noqa: S101 - only called for an act that opens one
    with services.database.read() as tx:
        acting = _acting(action, tx)
        maker = FORMS.get(action.name)
        form = maker(acting, tx, services) if acting and maker else None
    if acting is not None and services.messenger is not None:
        shown = _from_where(form or acting.form("form-gone-title", NOT_YOURS), action)
        try:
            services.messenger.show_form(
                shown, acting.person, form_id=action.form_id, now=services.now()
            )
        except NotFoundAtVendor as error:
            if claimed.attempts < FORM_TRIES:
                raise VendorUnavailable("slack", error.detail) from error
    with services.database.write() as tx:
        if acting is not None and action.message is not None:
            tx.attention.acted(action.message, action.name, services.now())
        if not tx.deliveries.done(claimed):
            raise LeaseLost


def _from_where(form: Form, action: Action) -> Form:
    """A form knows no channel: it carries where it was asked for, to say there how it went."""
    if action.channel is None:
        return form
    return replace(form, value={**form.value, _CHANNEL: action.channel})


def _whisper(said: Phrase, to: Person, action: Action, services: Services) -> None:
    """Say how it went where it was asked. Best effort: what was done stands anyway."""
    channel = action.channel or action.value.get(_CHANNEL)
    if services.messenger is None or channel is None:
        return
    try:
        services.messenger.whisper(said, to, channel=channel, now=services.now())
    except IntegrationError as error:
        log.info("act.not_said", error=type(error).__name__)
