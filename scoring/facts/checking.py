"""Claims become facts if the transcript proves them, the same way for every reader.

What a reader says is a claim. A fact needs a quote that stands in the turn it names, of the side
whose words count, from a turn that speaks to nobody who reads the call, and a value whose names
and numbers were said there. Everything else is dropped, with the reason.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from domain.calls import Side, Transcript, Turn
from domain.facts import MAX_VALUE_CHARS, DealFact, Element, ElementKind, Elements
from scoring.builtin.cues import Cue, shows
from scoring.builtin.language import language_of
from scoring.builtin.speech import plain_words, sentences_of
from scoring.facts.amounts import amounts_in, largest
from scoring.facts.claims import SPEAKER, Claim, Refused
from scoring.facts.days import days_said, names_day
from scoring.facts.dictation import untrusted_turns
from scoring.facts.numbers import numbers_in
from scoring.facts.support import Support
from scoring.names import names_nobody
from scoring.prose import Prose
from scoring.quotes import find_quote, find_words, says_enough

MAX_CLAIMS = 400
"""Of one call that are looked at."""
REPLY_TURNS = 3
"""How far after a proposal a yes to it is looked for."""
AGREES_WITHIN = 8
"""Words at the beginning of a reply in which a yes is looked for."""
_SHORT_IS_ENOUGH = (ElementKind.PERSON, ElementKind.AMOUNT, ElementKind.RIVAL, ElementKind.DATE)
_NOT_FIRST = " \t=+-@＝＋－＠*#>|"
"""What a spreadsheet or a chat would read as more than text, at the beginning of a value."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The facts, and how many claims were refused for what."""

    facts: tuple[DealFact, ...]
    dropped: Mapping[str, int]


def check_claims(
    elements: Elements, transcript: Transcript, claims: Iterable[Claim], *, said_on: date
) -> Checked:
    """Facts in the order of the elements, then of the call; equal ones once.

    ``said_on`` is the day of the call in UTC, against which "Thursday" is resolved.
    """
    check = _Check(elements, transcript, said_on)
    facts: dict[tuple[object, ...], DealFact] = {}
    dropped: Counter[str] = Counter()
    for claim in list(claims)[:MAX_CLAIMS]:
        found = check.of(claim)
        if isinstance(found, Refused):
            dropped[found.value] += 1
        else:
            facts.setdefault((found.element_id, found.turn_index, found.value), found)
    order = {e.id: n for n, e in enumerate(elements.listed)}
    kept = sorted(facts.values(), key=lambda f: (order[f.element_id], f.turn_index))
    return Checked(tuple(kept), dict(dropped))


@dataclass(frozen=True)
class _Check:
    elements: Elements
    transcript: Transcript
    said_on: date

    @cached_property
    def untrusted(self) -> frozenset[int]:
        return untrusted_turns(self.transcript)

    @cached_property
    def prose(self) -> Prose:
        return Prose(self.transcript, self.untrusted)

    @cached_property
    def support(self) -> Support:
        return Support(self.transcript)

    @cached_property
    def english(self) -> bool:
        return language_of(self.transcript) in ("en", None)

    def of(self, claim: Claim) -> DealFact | Refused:
        """The fact, or why it is none."""
        element = self.elements.by_id[claim.element_id]
        passage = self._passage(element, claim)
        if isinstance(passage, Refused):
            return passage
        turn = self.transcript.turns[claim.turn_index]
        value = self._value(element, claim, turn)
        if isinstance(value, Refused):
            return value
        if element.kind is ElementKind.STEP and not self._agreed(turn):
            return Refused.NOT_AGREED
        return self._fact(element, claim, turn, passage, value)

    def _passage(self, element: Element, claim: Claim) -> str | Refused:
        """The transcript's own words, if they can prove this element."""
        if not 0 <= claim.turn_index < len(self.transcript.turns):
            return Refused.NO_QUOTE
        turn = self.transcript.turns[claim.turn_index]
        passage = find_quote(claim.quote, turn.text) or find_words(claim.quote, turn.text)
        if passage is None:
            return Refused.NO_QUOTE
        if turn.index in self.untrusted:
            return Refused.SUSPECT
        if turn.side is Side.UNKNOWN or element.side not in (None, turn.side):
            return Refused.WRONG_SIDE
        if says_enough(passage) or element.kind in _SHORT_IS_ENOUGH:
            return passage
        return Refused.TOO_SHORT

    def _fact(
        self, element: Element, claim: Claim, turn: Turn, passage: str, value: str
    ) -> DealFact:
        amount = None
        if element.kind is ElementKind.AMOUNT:
            amount = largest(amounts_in(value) or amounts_in(passage))
        return DealFact(
            element_id=element.id,
            value=value,
            quote=passage if says_enough(passage) else _whole(passage, turn.text),
            turn_index=turn.index,
            side=turn.side,
            said_on=self.said_on,
            due=self._due(element, claim, turn, passage),
            amount=amount.money if amount else None,
        )

    def _value(self, element: Element, claim: Claim, turn: Turn) -> str | Refused:
        """The value as it is kept, or why it is none."""
        if element.kind is ElementKind.PERSON and claim.value.strip().casefold() == SPEAKER:
            return self._plain("" if names_nobody(turn.speaker) else turn.speaker)
        value = self._plain(claim.value)
        if isinstance(value, Refused):
            return value
        if element.kind is ElementKind.PERSON:
            return value if self.support.says_all(turn.index, value) else Refused.UNSUPPORTED
        if element.kind is ElementKind.AMOUNT and not numbers_in(value):
            return Refused.NO_NUMBER
        return value if self.support.carries(turn.index, value) else Refused.UNSUPPORTED

    def _plain(self, text: str) -> str | Refused:
        """One safe line of at most 255 characters that begins with nothing to be run."""
        value = self.prose.safe(text.strip(_NOT_FIRST)).strip(_NOT_FIRST)
        if not value or any(c in value for c in "<>{}"):
            return Refused.UNSAFE
        if len(value) > MAX_VALUE_CHARS:
            value = value[: MAX_VALUE_CHARS - 2].rsplit(" ", 1)[0].rstrip(",;: ") + " …"
        return value

    def _due(self, element: Element, claim: Claim, turn: Turn, passage: str) -> date | None:
        """The day that is named: where the reader says, else in the quote, if it is one alone."""
        if element.kind not in (ElementKind.DATE, ElementKind.STEP):
            return None
        said = find_words(claim.when, turn.text) or ""
        days = {d.day for d in days_said(said, self.said_on)}
        days = days or {d.day for d in days_said(passage, self.said_on)}
        if not days and element.kind is ElementKind.STEP and not names_day(turn.text):
            replies = self._replies(turn)[:1]
            days = {d.day for t in replies for d in days_said(t.text, self.said_on)[:1]}
        if element.kind is ElementKind.STEP:
            return min(days, default=None)  # of several the first thing that is due
        return days.pop() if len(days) == 1 else None

    def _agreed(self, turn: Turn) -> bool:
        """What the buyer promises stands; what the rep proposes needs the buyer's yes.

        Where nobody can tell (another language than English) a reader's word is taken.
        """
        if turn.side is Side.BUYER or not self.english:
            return True
        replies = self._replies(turn)
        return any(_says_yes(t.text) for t in replies) or self._repeats_day(turn, replies)

    def _repeats_day(self, turn: Turn, replies: list[Turn]) -> bool:
        """Whether a reply says a day of the proposal again, "Friday at ten", and asks nothing."""
        proposed = {d.day for d in days_said(turn.text, self.said_on)}
        said = [t.text for t in replies if "?" not in t.text]
        return any(d.day in proposed for text in said for d in days_said(text, self.said_on))

    def _replies(self, turn: Turn) -> list[Turn]:
        """The buyer's turns right after this one, before the rep goes on at length."""
        following = self.transcript.turns[turn.index + 1 : turn.index + 1 + REPLY_TURNS]
        return [t for t in following if t.side is Side.BUYER and t.index not in self.untrusted][:2]


def _says_yes(text: str) -> bool:
    plain = plain_words(text)
    words = plain.split()
    if shows(Cue.DISAGREEMENT, plain, frozenset(words)) or words[:1] == ["no"]:
        return False
    start = f" {' '.join(words[:AGREES_WITHIN])} "
    return shows(Cue.AGREEMENT, start, frozenset(start.split()))


def _whole(passage: str, text: str) -> str:
    """The sentence around a name or a number, so that the quote can be read."""
    for sentence in sentences_of(text):
        if passage in sentence.text:
            return sentence.text[:400]
    return passage
