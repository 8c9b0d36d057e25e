"""What a scripted buyer remembers of a talk. It is made again from the rep's words alone."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from domain.phrases import Phrase

Line = Phrase
"""What a buyer says: a stock line of the catalogue, or ``plain`` with the persona's own words."""
MAX_SAME = 2
"""No line is said more often than this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """One talk so far, as the buyer sees it."""

    turns: int = 0
    """Messages of the rep."""
    questions: int = 0
    told: frozenset[int] = frozenset()
    """Places of the facts that were told."""
    raised: int = 0
    """How many of the objections were raised."""
    worry: int | None = None
    """The objection that waits for an answer."""
    eased: int = 0
    """How much of the answer to it was heard."""
    pressed: int = 0
    """How often it was repeated."""
    left_open: int = 0
    """Objections that never got an answer."""
    settled: int = 0
    idle: int = 0
    """Messages in a row that led nowhere."""
    undated: int = 0
    """Next steps that were named without a day."""
    agreed: bool = False
    declined: bool = False
    over: bool = False
    said: tuple[Line, ...] = ()

    def may_say(self, line: Line) -> bool:
        """Whether the line was not said too often."""
        return self.said.count(line) < MAX_SAME

    def pick(self, stock: str) -> Line | None:
        """The stock line of a kind that was said least; ``None`` if all were said too often."""
        lines = [Phrase(f"buyer-{stock}-{n}") for n in range(1, STOCK[stock] + 1)]
        line = min(lines, key=self.said.count)
        return line if self.may_say(line) else None

    def with_said(self, lines: Iterable[Line]) -> "Talk":
        """The talk after the buyer said these."""
        return replace(self, said=(*self.said, *lines))


STOCK = {
    "unclear": 2,
    "language": 2,
    "rude": 2,
    "hello": 1,
    "short": 3,
    "yes": 3,
    "vague": 3,
    "known": 2,
    "nothing": 2,
    "neutral": 3,
    "confirm": 3,
    "early-pitch": 2,
    "softer": 2,
    "settled": 2,
    "again": 2,
    "cold": 2,
    "when": 2,
    "too-early": 2,
    "agree": 2,
    "decline": 2,
    "agreed-already": 2,
    "but": 2,
    "hurry": 1,
    "bye-agreed": 1,
    "bye-open": 1,
    "bye-bored": 1,
    "bye-time": 1,
}
"""How many lines of each kind the catalogue has."""
