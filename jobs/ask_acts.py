"""The agent pane: questions to begin with, and that somebody is looking the answer up."""

from collections.abc import Mapping

import structlog

from coaching.ask import say
from domain.actions import MESSAGES_OPENED, Action
from domain.errors import IntegrationError
from domain.people import Person
from domain.phrases import Phrase
from domain.ports import Stores
from domain.questions import Question
from jobs.acting import Acting, Handler
from jobs.ask_context import Asking
from jobs.services import Services

log = structlog.get_logger()
PROMPTS = 4
THINKING = Phrase("answer-thinking")


def _opened(_acting: Acting, _tx: Stores, _services: Services) -> Phrase | None:
    """Nothing to keep: the prompts are shown once the act is done (``show_prompts``)."""
    return None


HANDLERS: Mapping[str, Handler] = {MESSAGES_OPENED: _opened}


def show_prompts(action: Action, person: Person, services: Services) -> None:
    """Offer questions made of what the person may see. Best effort; no transaction is open."""
    if services.messenger is None or action.name != MESSAGES_OPENED or not action.channel:
        return
    with services.database.read() as tx:
        asking = Asking.by(person, tx, services)
    skills = list(services.skills.values())
    prompts = say.examples(asking.asker, asking.reps, skills)[:PROMPTS]
    if not prompts:
        return
    try:
        services.messenger.suggest(person, action.channel, prompts, now=services.now())
    except IntegrationError as error:
        log.info("ask.no_prompts", error=type(error).__name__)


def show_thinking(question: Question, person: Person, services: Services) -> None:
    """Say in the thread of a direct message that the answer is on its way. Best effort."""
    if services.messenger is None or not question.thread_ts or not question.private:
        return
    try:
        services.messenger.status(
            person, question.channel, question.thread_ts, THINKING, now=services.now()
        )
    except IntegrationError as error:
        log.info("ask.no_status", error=type(error).__name__)
