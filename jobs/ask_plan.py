"""Lets a model take apart what the rules do not understand, before any transaction is open."""

import structlog

from coaching.ask import understand
from coaching.ask.plan import asked_of, plan_request
from coaching.ask.tokens import MAX_CHARS
from domain.errors import IntegrationError
from domain.people import Person
from domain.questions import UNKNOWN_PERSON, Refused
from jobs.ask_context import Asking
from jobs.services import Services

log = structlog.get_logger()


def planned(text: str, asker: Person, services: Services) -> str:
    """The model's plan as JSON, or nothing: there is no model, none is needed, or it failed.

    What the rules refuse for a reason of their own is never put to the model, nor a text longer
    than a question or one about a person who is not known.
    """
    if services.model is None or len(text) > MAX_CHARS or UNKNOWN_PERSON in text:
        return ""
    with services.database.read() as tx:
        asking = Asking.by(asker, tx, services)
    today = asking.today
    if not asking.reps:
        return ""
    known = understand(text, asking.asker, asking.reps, services.skills, today=today)
    if known != Refused():
        return ""
    request = plan_request(text, asking.asker, asking.reps, services.skills, today=today)
    try:
        reply = services.model.complete(request)
    except IntegrationError as error:
        log.info("ask.not_planned", error=type(error).__name__)
        return ""
    usable = reply.complete and reply.refusal is None
    return reply.text if usable and asked_of(reply.text, services.skills, today=today) else ""
