"""A whole call in figures, as the built-in readers count it; no score."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.calls import CallType, Transcript
from scoring.builtin.balance import pace_of
from scoring.builtin.conversation import Conversation
from scoring.builtin.signals import TurnSignals, read_signals
from scoring.builtin.topics import names_in
from scoring.builtin.words import DAYS_AND_MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class SideFigures:
    """What one side said."""

    words: int
    fillers: int
    """Such as “um” and “uh”."""
    numbers: tuple[str, ...]
    """Each that was said, once, without its unit."""
    names: tuple[str, ...]
    """Capitalised words within a sentence, in lower case, each once: people, companies, places.
    Speakers, days and months are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFigures:
    """How a call went, both sides told apart."""

    talk_share: float
    """The rep's share of all words, 0-1."""
    longest_monologue_words: int
    """Of the rep's longest stretch that only words like “yes” and “right” interrupt."""
    interruptions: int | None
    """How often the rep began while the buyer spoke on; ``None`` where the source has no times."""
    rep: SideFigures
    buyer: SideFigures


def read_call(transcript: Transcript) -> CallFigures | None:
    """The figures of a call; ``None`` where no turn is known to be the rep's or the buyer's.

    Pure; linear in the length of the transcript. ``read_signals`` says what is left out.
    """
    turns = read_signals(transcript)
    if not turns:
        return None
    talk = Conversation(turns, transcript, CallType.OTHER)
    pace = pace_of(talk)
    speakers = frozenset(w.casefold() for s in transcript.speakers for w in s.split())
    return CallFigures(
        talk_share=round(pace.share, 3),
        longest_monologue_words=pace.longest_words,
        interruptions=pace.overlaps if transcript.timed else None,
        rep=_side(talk.rep, speakers),
        buyer=_side(talk.buyer, speakers),
    )


def _side(turns: Sequence[TurnSignals], speakers: frozenset[str]) -> SideFigures:
    named = {n for t in turns for s in t.sentences for n in names_in(s)}
    return SideFigures(
        words=sum(t.words for t in turns),
        fillers=sum(t.fillers for t in turns),
        numbers=tuple(sorted({n for t in turns for n in t.figures})),
        names=tuple(sorted(named - speakers - DAYS_AND_MONTHS)),
    )
