"""A call as exchanges: what came before a turn, and what it was answered with."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from domain.calls import CallType, Side, Transcript
from domain.scores import Evidence
from scoring.builtin.cues import Cue, shows
from scoring.builtin.signals import TurnSignals
from scoring.builtin.speech import Sentence
from scoring.quotes import MIN_WORDS, says_enough, words_of

MAX_QUOTE_CHARS = 260
MAX_REPLY_TURNS = 4


@dataclass(frozen=True)
class Conversation:
    """The turns that count, with the neighbourhood of each."""

    turns: tuple[TurnSignals, ...]
    transcript: Transcript
    call_type: CallType

    @cached_property
    def rep(self) -> tuple[TurnSignals, ...]:
        """The rep's turns in order."""
        return tuple(t for t in self.turns if t.side is Side.REP)

    @cached_property
    def buyer(self) -> tuple[TurnSignals, ...]:
        """The buyer's turns in order."""
        return tuple(t for t in self.turns if t.side is Side.BUYER)

    @cached_property
    def exchanges(self) -> "tuple[Exchange, ...]":
        """One for every rep turn: what the buyer said before it and answered to it."""
        found: list[Exchange] = []
        before: tuple[TurnSignals, ...] = ()
        for place, turn in enumerate(self.turns):
            if turn.side is not Side.REP:
                continue
            before = self._run(place, -1) or before
            found.append(Exchange(len(found), turn, before, self._run(place, +1)))
        return tuple(found)

    def _run(self, place: int, step: int) -> tuple[TurnSignals, ...]:
        """The buyer's turns next to this one, looking past mere backchannels of the rep."""
        run: list[TurnSignals] = []
        at = place + step
        while 0 <= at < len(self.turns) and len(run) < MAX_REPLY_TURNS:
            turn = self.turns[at]
            if turn.side is Side.BUYER:
                run.append(turn)
            elif not turn.backchannel:
                break
            at += step
        return tuple(run[::step])

    def span(self) -> tuple[Evidence, ...]:
        """The two ends of what was searched: the rep's first and last turn that say something."""
        quotes = [q for t in self.rep if says_enough((q := quote(t)).quote)]
        return tuple(dict.fromkeys((quotes[0], quotes[-1]))) if quotes else ()

    @property
    def searched(self) -> str:
        """In words, for a reason that speaks of absence."""
        if not self.rep:
            return "No turn of the rep could be read"
        return f"Searched turns {self.rep[0].index + 1} to {self.rep[-1].index + 1}"


@dataclass(frozen=True, slots=True, eq=False)
class Exchange:
    """One turn of the rep between what the buyer said before and answered after."""

    place: int
    """Of this exchange among the call's exchanges."""
    rep: TurnSignals
    before: tuple[TurnSignals, ...]
    reply: tuple[TurnSignals, ...]

    @property
    def reply_words(self) -> int:
        """How many words the buyer answered with."""
        return sum(t.words for t in self.reply)

    @property
    def reply_figures(self) -> frozenset[str]:
        """Numbers in the answer."""
        return frozenset().union(*(t.figures for t in self.reply))

    @property
    def reply_stems(self) -> frozenset[str]:
        """Content stems of the answer."""
        return frozenset().union(*(t.stems for t in self.reply))

    @property
    def before_stems(self) -> frozenset[str]:
        """Content stems of what came before."""
        return frozenset().union(*(t.stems for t in self.before))

    @property
    def before_figures(self) -> frozenset[str]:
        """Numbers in what came before."""
        return frozenset().union(*(t.figures for t in self.before))

    def replied(self, *cues: Cue) -> bool:
        """Whether the answer shows one of these cues."""
        return any(t.has(*cues) for t in self.reply)

    def answer(self) -> tuple[Evidence, ...]:
        """The buyer's fullest answering turn, as evidence beside the rep's."""
        full = max(self.reply, key=lambda t: t.words, default=None)
        return (quote(full),) if full and full.words >= MIN_WORDS else ()


def quote(turn: TurnSignals, sentence: Sentence | None = None) -> Evidence:
    """A verbatim passage of the turn: the sentence, widened if it is too short to prove much."""
    chosen = sentence or max(turn.sentences, key=lambda s: min(s.words, 30))
    first = last = turn.sentences.index(chosen)
    while _words(turn, first, last) < MIN_WORDS and (first > 0 or last < len(turn.sentences) - 1):
        if last < len(turn.sentences) - 1:
            last += 1
        else:
            first -= 1
    text = turn.turn.text[turn.sentences[first].start : turn.sentences[last].end]
    return Evidence(shortened(text), turn.index)


def _words(turn: TurnSignals, first: int, last: int) -> int:
    return sum(len(words_of(s.text)) for s in turn.sentences[first : last + 1])


def shortened(text: str, limit: int = MAX_QUOTE_CHARS) -> str:
    """At most ``limit`` characters, cut after a word; still verbatim."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", 0, limit)
    return text[: cut if cut > limit // 2 else limit].rstrip()


def sentence_with(turn: TurnSignals, *cues: Cue) -> Sentence | None:
    """The first sentence of the turn that shows one of these cues."""
    for sentence in turn.sentences:
        words = frozenset(sentence.plain.split())
        if any(shows(cue, sentence.plain, words) for cue in cues):
            return sentence
    return None


def cued(turn: TurnSignals, *cues: Cue) -> Evidence:
    """A quote of the sentence that shows one of these cues, else of the fullest sentence."""
    return quote(turn, sentence_with(turn, *cues))


def distinct(evidence: Iterable[Evidence], most: int = 3) -> tuple[Evidence, ...]:
    """The first ``most`` quotes of different turns, those long enough to prove something first."""
    kept: dict[int, Evidence] = {}
    for item in evidence:
        kept.setdefault(item.turn_index, item)
    return tuple(sorted(kept.values(), key=lambda e: not says_enough(e.quote)))[:most]
