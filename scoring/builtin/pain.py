"""The buyer's own words about what goes wrong: what a better question would pick up."""

from scoring.builtin.conversation import Conversation
from scoring.builtin.cues import Cue, shows
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence

MAX_CHARS = 110
MIN_WORDS = 5


def pain_said(talk: Conversation) -> str | None:
    """The buyer's most telling sentence of trouble, short enough to be said back."""
    best: tuple[int, str] | None = None
    for turn in talk.buyer:
        if not turn.has(Cue.PAIN):
            continue
        for sentence in turn.sentences:
            weight = _weight(sentence)
            if weight and (best is None or weight > best[0]):
                best = (weight, said(sentence))
    return best[1] if best else None


def _weight(sentence: Sentence) -> int:
    if sentence.asks or not MIN_WORDS <= sentence.words <= 30:
        return 0
    if not shows(Cue.PAIN, sentence.plain, frozenset(sentence.plain.split())):
        return 0
    return 3 * len(sentence.figures) + len(sentence.stems) + 1


def telling(turn: TurnSignals) -> str:
    """The most telling sentence of one turn of the buyer."""
    statements = [s for s in turn.sentences if not s.asks] or list(turn.sentences)
    return said(max(statements, key=lambda s: (3 * len(s.figures) + len(s.stems), -s.words)))


def said(sentence: Sentence) -> str:
    """The sentence without its end mark; cut after a word, and marked so, where it is long."""
    text = " ".join(sentence.text.split())
    if len(text) > MAX_CHARS:
        return text[: text.rfind(" ", 0, MAX_CHARS)].rstrip(".,;:!? ") + " …"
    return text.rstrip(".,;:!? ")
