"""Who acts, and whether they may: what every handler of an act is handed."""

from collections.abc import Callable
from dataclasses import dataclass

from domain.actions import Action, Form
from domain.people import Organisation, Person
from domain.phrases import Phrase
from domain.ports import Stores
from jobs.services import Services

NOT_YOURS = Phrase("act-not-yours")
"""Missing and forbidden are the same answer."""
DONE_BEFORE = Phrase("act-done-before")


@dataclass(frozen=True, slots=True)
class Acting:
    """One act by somebody who is an active colleague at this moment."""

    action: Action
    person: Person
    organisation: Organisation

    def about(self, name: str) -> str:
        """One id that the button or form was made with; empty where it has none."""
        return self.action.value.get(name, "")

    def form(self, title: str, *said: Phrase) -> Form:
        """A form that only says something."""
        return Form(name="form.notice", title=Phrase(title), said=said)


Handler = Callable[[Acting, Stores, Services], Phrase | None]
"""Does it in the open transaction; what it returns is said to the person."""
FormMaker = Callable[[Acting, Stores, Services], Form | None]
"""What a form asks; ``None``: it is not this person's to ask for."""


def denied(acting: Acting, subject: str, tx: Stores, services: Services) -> Phrase:
    """Note that somebody tried what they may not; returns what they are told."""
    note(acting, subject, tx, services, allowed=False)
    return NOT_YOURS


def note(
    acting: Acting, subject: str, tx: Stores, services: Services, *, allowed: bool = True
) -> None:
    """Note an act in the audit."""
    tx.audit.add(
        at=services.now(),
        actor=acting.person.id,
        action=acting.action.name,
        subject=subject,
        allowed=allowed,
        via="slack",
    )
