"""How good a transcript is, and when it is too poor to say anything about a rep.

A score of a poor transcript is a score of the recording. Each threshold below names what is
missed by it, and what is missed is a reason for no score, never for a low one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import eq

from domain.calls import CallType, Transcript, Turn
from domain.rubrics import Rubric
from domain.scores import GraderAnswer, GraderReply, NotScoredBecause

MAX_LOST = 0.25
"""Of the turns: those with a place that could not be understood."""
MAX_NAMELESS = 0.50
"""Of the words: those that nobody's name stands before."""
MAX_LOOPED = 0.30
"""Of the words: those a stuck recogniser wrote again and again."""
MAX_ONE_VOICE = 0.98
"""Of the words: those under one name. Speakers were most likely not told apart."""
MIN_PER_MINUTE = 10.0
"""Words; a call with fewer over ``LONG_S`` has lost most of what was said."""
LONG_S = 900.0
MIN_TURNS, MIN_WORDS, MANY_WORDS = 10, 100, 300
"""Below these the shares above say nothing."""

FAIR_LOST, FAIR_NAMELESS, FAIR_LOOPED = 0.03, 0.10, 0.03
FAIR_PER_MINUTE = (60.0, 260.0)
"""From here on a transcript is no longer good, though it can be scored."""

MAX_PERIOD, MIN_REPEATS = 12, 4
"""A loop is a run of up to so many words, at least so many times in a row."""
_SEVERAL = b"\1" * (MIN_REPEATS - 1)
_LOST = re.compile(
    r"[\[(<{*]\s?(?:inaudible|unintelligible|indistinct|unclear|garbled|cross-?\s?talk|no audio"
    r"|audio (?:cuts|lost|drop)|unverst(?:ä|ae)ndlich|incompr[ée]hensible|ininteligible"
    r"|incomprensibile|inaudibile|inaud[íi]vel|onverstaanbaar|niezrozumiałe|ohörbart|unk)"
    r"\b[^\])>}*]{0,30}[\])>}*]"
    r"|[\[(]\?{1,3}[\])]",
    re.IGNORECASE,
)
_NOBODY = ("", "unknown", "unknown speaker", "unidentified")
"""Numbered voices are told apart, so that they are somebody."""


class Poor(StrEnum):
    """Why a transcript is too poor."""

    LOST = "unintelligible"
    NAMELESS = "nameless"
    LOOPED = "repeats_itself"
    ONE_VOICE = "one_voice"
    SPARSE = "words_missing"


WHY = {
    Poor.LOST: "Too much of the transcript could not be understood.",
    Poor.NAMELESS: "Most of the transcript does not say who speaks.",
    Poor.LOOPED: "The transcript repeats itself: the recording was not understood.",
    Poor.ONE_VOICE: "Nearly everything stands under one name: the speakers were not told apart.",
    Poor.SPARSE: "Most of what was said is missing from the transcript.",
}
"""For the person who looks for a score."""


class Band(StrEnum):
    """Good, fair, or too poor to score."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What can be measured of a transcript without knowing what was said. Shares are 0-1."""

    turns: int
    words: int
    lost: float
    """Of the turns: with a mark of something that could not be understood."""
    nameless: float
    """Of the words: in turns without a speaker's name."""
    looped: float
    """Of the words: in loops of the recogniser."""
    one_voice: float
    """Of the words: of the speaker who says most."""
    per_minute: float | None
    """Words, over the whole call; ``None`` where times were not in the source."""
    duration_s: float

    @property
    def poor(self) -> Poor | None:
        """Why it is too poor, if it is."""
        if self.turns >= MIN_TURNS and self.lost >= MAX_LOST:
            return Poor.LOST
        if self.words >= MIN_WORDS and self.looped >= MAX_LOOPED:
            return Poor.LOOPED
        if self.words >= MIN_WORDS and self.nameless > MAX_NAMELESS:
            return Poor.NAMELESS
        if self.words >= MANY_WORDS and self.one_voice > MAX_ONE_VOICE:
            return Poor.ONE_VOICE
        long = self.per_minute is not None and self.duration_s >= LONG_S
        return Poor.SPARSE if long and (self.per_minute or 0.0) < MIN_PER_MINUTE else None

    @property
    def band(self) -> Band:
        """Its band, for comparing scores of better and worse transcripts."""
        if self.poor is not None:
            return Band.POOR
        low, high = FAIR_PER_MINUTE
        strange = self.per_minute is not None and not low <= self.per_minute <= high
        fair = (
            self.lost >= FAIR_LOST
            or self.nameless >= FAIR_NAMELESS
            or self.looped >= FAIR_LOOPED
            or strange
        )
        return Band.FAIR if fair else Band.GOOD


def quality_of(transcript: Transcript) -> Quality:
    """Measure a transcript; takes time in proportion to its words."""
    turns = [turn for turn in transcript.turns if turn.text.strip()]
    said = [turn.text.lower().split() for turn in turns]
    words = sum(map(len, said))
    voices: Counter[str] = Counter()
    for turn, own in zip(turns, said, strict=True):
        voices[turn.speaker.strip()] += len(own)
    minutes = transcript.duration_s / 60.0
    return Quality(
        turns=len(turns),
        words=words,
        lost=_share(sum(bool(_LOST.search(turn.text)) for turn in turns), len(turns)),
        nameless=_share(sum(n for name, n in voices.items() if name.lower() in _NOBODY), words),
        looped=_share(_looped(turns, said), words),
        one_voice=_share(max(voices.values(), default=0), words),
        per_minute=words / minutes if transcript.timed and minutes else None,
        duration_s=transcript.duration_s,
    )


def too_poor(rubric: Rubric, call_type: CallType, transcript: Transcript) -> GraderReply | None:
    """What stands in for a grader's reply where the transcript is too poor to be graded.

    No grader is asked: every applicable criterion gets the reason. ``None`` if it can be.
    """
    poor = quality_of(transcript).poor
    if poor is None:
        return None
    return GraderReply(
        answers={
            c.id: GraderAnswer(
                criterion_id=c.id,
                level=None,
                not_scored=NotScoredBecause.POOR_TRANSCRIPT,
                reason=WHY[poor],
            )
            for c in rubric.applicable(call_type)
        }
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _looped(turns: Sequence[Turn], said: Sequence[list[str]]) -> int:
    """Words in loops. A loop may go over turns of one speaker, as captions are cut anywhere."""
    found, start = 0, 0
    for end in range(1, len(turns) + 1):
        if end == len(turns) or turns[end].speaker != turns[start].speaker:
            found += _loops_in([word for own in said[start:end] for word in own])
            start = end
    return found


def _loops_in(words: Sequence[str]) -> int:
    """How many words belong to a run of up to ``MAX_PERIOD`` words said over and over."""
    if len(words) - len(set(words)) < MIN_REPEATS - 1:
        return 0  # too few words come again for any loop: most turns
    inside = bytearray(len(words))
    for period in range(1, min(MAX_PERIOD, len(words) // MIN_REPEATS) + 1):
        # A loop shows in every period-th word alone: most speech is done with after that.
        if _SEVERAL in bytes(map(eq, words[::period], words[period::period])):
            _mark(inside, bytes(map(eq, words, words[period:])), period)
    return sum(inside)


def _mark(inside: bytearray, same: bytes, period: int) -> None:
    """Mark the words of each run in which a word is the one ``period`` words before."""
    start = 0
    while (start := same.find(b"\1" * ((MIN_REPEATS - 1) * period), start)) >= 0:
        end = same.find(b"\0", start)
        end = (len(same) if end < 0 else end) + period
        inside[start:end] = b"\1" * (end - start)
        start = end - period
