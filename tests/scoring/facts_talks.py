"""Short ways to read facts from talks written for the tests."""

from datetime import date

from config.elements import SHIPPED, load_elements
from domain.calls import Transcript
from domain.facts import DealFact, Elements, Rival
from scoring.facts.builtin import READERS, read_claims
from scoring.facts.checking import Checked, check_claims
from scoring.facts.claims import Claim
from tests.scoring.talks import talk

WEDNESDAY = date(2026, 11, 25)
SHIPPED_ELEMENTS = load_elements(SHIPPED, READERS)
ELEMENTS = Elements(SHIPPED_ELEMENTS.listed, (Rival("Shiftwright", ("Shift Wright",)),))
FILLER = """
    R: Thanks for taking the time today, I would like to hear how planning works at your place.
    B: Sure, we run two shifts with about ninety people and we plan them on a board every week.
    R: And what happens on a day when the volume is not what you planned for?
    B: Then the shift leads talk to each other in the morning and we do what we can.
"""


def facts(text: str) -> dict[str, list[DealFact]]:
    """What the built-in reader reads from a talk, by element."""
    transcript = talk(FILLER.strip() + "\n" + text.strip())
    found: dict[str, list[DealFact]] = {}
    claims = read_claims(ELEMENTS, transcript)
    for fact in check_claims(ELEMENTS, transcript, claims, said_on=WEDNESDAY).facts:
        found.setdefault(fact.element_id, []).append(fact)
    return found


def values(text: str, element: str) -> list[str]:
    """The values of one element."""
    return [f.value for f in facts(text).get(element, [])]


def checked(text: str, *claims: Claim) -> Checked:
    """What becomes of claims about a talk."""
    return check_claims(ELEMENTS, transcript_of(text), claims, said_on=WEDNESDAY)


def transcript_of(text: str) -> Transcript:
    """The talk alone, without filler."""
    return talk(text)
