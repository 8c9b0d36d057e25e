"""A message before it is sent: what it says and to whom, or why there is none now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.library import ClipState, SharedClipId
from domain.notices import Notice
from domain.people import Organisation, Person
from domain.ports import Stores
from jobs.look import Look
from jobs.services import Services


@dataclass(frozen=True, slots=True)
class Letter:
    """What to send to whom, and what that lets them look at."""

    to: Person
    notice: Notice
    look: Look | None = None
    thread: str | None = None
    """Remote id of the message it is an answer to."""
    shows: tuple[tuple[SharedClipId, ClipState, datetime], ...] = ()
    """The shared moments in it, each with the state it was read in, and since when."""
    waits: tuple[str, ...] = ()
    """Keys of what a digest was to tell and cannot yet: it waits for the next one."""


@dataclass(frozen=True, slots=True)
class NotSent:
    """Why a message is not sent on purpose."""

    because: str
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class NotYet:
    """What has to end before the message can be computed or sent."""

    because: str
    after_s: float = 60.0
    """When to ask again."""


Composed = Letter | NotSent | NotYet
Composer = Callable[[Mapping[str, str], Organisation, Stores, Services], Composed]
"""From an effect's payload to its message, from the newest rows, under the rights of now."""


def reachable(person: Person | None) -> NotSent | None:
    """Why nothing is sent to this person, or ``None`` if they are an active colleague."""
    if person is None:
        return NotSent("the recipient is not known any more")
    return None if person.active else NotSent("the recipient is no longer active")
