"""The buyer's sentences, each with what the rep had asked right before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.calls import Side
from domain.facts import ElementId
from scoring.builtin.conversation import Conversation, Exchange
from scoring.builtin.cues import Cue, shows
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence
from scoring.facts.claims import Claim

_UNSURE = (
    " if ", " would be nice ", " maybe ", " perhaps ", " not sure ", " do not know ", " i guess ",
    " might ", " could be ", " no idea ", " depends ",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """One sentence of the buyer that states something."""

    turn: TurnSignals
    sentence: Sentence
    asked: Exchange | None
    """The rep's turn right before, if this is part of the first answer to it."""
    first: bool
    """Whether it opens its turn."""

    @property
    def plain(self) -> str:
        """See ``Sentence.plain``."""
        return self.sentence.plain

    def shows(self, *cues: Cue) -> bool:
        """Whether the sentence shows one of these cues."""
        words = frozenset(self.plain.split())
        return any(shows(cue, self.plain, words) for cue in cues)

    @property
    def unsure(self) -> bool:
        """Whether it is a guess or a case that may never come."""
        return any(phrase in self.plain for phrase in _UNSURE)

    def claim(self, value: str | None = None, *, when: str = "") -> "Found":
        """A claim that this sentence proves; by default it is its own value."""
        text = " ".join(self.sentence.text.split())
        kept = value if value is not None else text.rstrip(".,;:! ")
        return Found(self.turn.index, self.sentence.text, kept, when)


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found, for whichever elements it reads."""

    turn_index: int
    quote: str
    value: str
    when: str = ""

    def claimed(self, element_id: ElementId) -> Claim:
        """The claim for one element."""
        return Claim(
            element_id=element_id,
            turn_index=self.turn_index,
            quote=self.quote,
            value=self.value,
            when=self.when,
        )


def statements(talk: Conversation) -> Iterator[Said]:
    """Every sentence of the buyer that is no question, in order."""
    asked = {turn.index: e for e in talk.exchanges for turn in e.reply[:1] if e.rep.asks()}
    for turn in talk.turns:
        if turn.side is not Side.BUYER:
            continue
        for place, sentence in enumerate(turn.sentences):
            if not sentence.asks:
                yield Said(turn, sentence, asked.get(turn.index), place == 0)


def last_question(exchange: Exchange | None) -> str:
    """The plain words of the rep's last question of a turn; empty if there is none."""
    if exchange is None:
        return ""
    asked = [s.plain for _, s in exchange.rep.questions]
    return asked[-1] if asked else ""
