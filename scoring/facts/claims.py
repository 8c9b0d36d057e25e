"""What a reader says it found, unchecked, and why a claim is refused."""

from dataclasses import dataclass
from enum import StrEnum

from domain.facts import ElementId

SPEAKER = "speaker"
"""As a person's value: whoever says the quoted words, speaking of themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One fact as a reader claims it."""

    element_id: ElementId
    turn_index: int
    quote: str
    value: str
    when: str = ""
    """The words that name the day, where there is one."""


class Refused(StrEnum):
    """Why a claim is no fact."""

    NO_QUOTE = "no_quote"
    """The quote does not stand in the turn it names."""
    TOO_SHORT = "too_short"
    """Fewer than four words, and neither a name nor a number."""
    SUSPECT = "suspect"
    """The turn speaks to whoever reads the call, or says what is to be put down."""
    WRONG_SIDE = "wrong_side"
    UNSUPPORTED = "unsupported"
    """A name, a number or most of the words of the value were not said there."""
    UNSAFE = "unsafe"
    """The value holds markup or a link, or is empty."""
    NO_NUMBER = "no_number"
    NOT_AGREED = "not_agreed"
    """The other side did not agree to the step."""
