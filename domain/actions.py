"""What people do in the messenger: a button pressed, a choice made, a form sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.notices import Notice
from domain.phrases import Phrase

SEND = Phrase("form-send")
FORM_SUFFIX = ":form"
"""An action whose name ends so opens a form: the web process opens an empty one at once,
since Slack wants it within three seconds, and the job fills it."""
HOME_OPENED = "home.opened"
MESSAGES_OPENED = "messages.opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One act of one person. ``name`` is ``<area>.<verb>``; ids are the messenger's."""

    id: str
    by: str
    """Slack user id, as the signed request names it."""
    name: str
    value: Mapping[str, str] = field(default_factory=dict)
    """What the button or form was made with: ids, never rights."""
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the person chose or wrote, by the name of the field; empty ones are left out."""
    form_id: str | None = None
    """The form that was opened for this action and waits to be filled."""
    channel: str | None = None
    message: str | None = None
    """Remote id (``channel:ts``) of the message that was acted on; ``None`` on home and forms."""

    def field(self, name: str) -> str:
        """The one value of a field, or nothing."""
        given = self.fields.get(name, ())
        return given[0] if given else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One option: what is kept, and what is read."""

    value: str
    label: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing a form asks for. Without choices it is a text."""

    name: str
    label: Phrase
    choices: tuple[Choice, ...] = ()
    chosen: tuple[str, ...] = ()
    """What is chosen, or written, beforehand."""
    several: bool = False
    long: bool = False
    optional: bool = False
    hint: Phrase | None = None
    max_chars: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is asked of a person; sending it is the action ``name`` with these ``value``s."""

    name: str
    title: Phrase
    """At most 24 characters once said."""
    submit: Phrase = SEND
    fields: tuple[Field, ...] = ()
    """None: the form only says something, and is closed."""
    value: Mapping[str, str] = field(default_factory=dict)
    said: tuple[Phrase, ...] = ()
    """Paragraphs above the fields."""
    notice: Notice | None = None
    """What is shown above the fields as its own message would show it."""
