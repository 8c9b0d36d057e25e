"""What was agreed to be done next."""

from collections.abc import Iterator

from scoring.builtin.conversation import Conversation
from scoring.builtin.next_step import agreed_steps
from scoring.facts.builtin.sentences import Found


def read_step(talk: Conversation) -> Iterator[Found]:
    """The last step that has a day and the buyer's yes."""
    for step in agreed_steps(talk)[-1:]:
        text = step.sentence.text
        value = " ".join(text.split()).rstrip(".,;:!? ")
        yield Found(step.exchange.rep.index, text, value, when=text)
