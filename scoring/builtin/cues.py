"""What words can show. A cue is a set of phrases that a reader looks for in plain speech."""

from enum import StrEnum
from typing import Final

from scoring.builtin.phrases import PHRASES


class Cue(StrEnum):
    """Something a stretch of speech shows by its words."""

    PURPOSE = "purpose"
    TIME_FRAME = "time_frame"
    PITCH_OPENER = "pitch_opener"
    BUYER_GOAL = "buyer_goal"
    AGREEMENT = "agreement"
    DISAGREEMENT = "disagreement"
    PLAYBACK = "playback"
    SUMMARY = "summary"
    ACKNOWLEDGE = "acknowledge"
    BRUSH_OFF = "brush_off"
    PAIN = "pain"
    CONSEQUENCE = "consequence"
    SIZE = "size"
    OWN_URGENCY = "own_urgency"
    PEOPLE = "people"
    ROLES = "roles"
    PROCESS = "process"
    PAPER = "paper"
    MONEY = "money"
    TIMING = "timing"
    CRITERIA = "criteria"
    ALTERNATIVES = "alternatives"
    OFFER = "offer"
    FEATURE = "feature"
    GENERIC_CLAIM = "generic_claim"
    CUSTOMER_PROOF = "customer_proof"
    LINK_BACK = "link_back"
    DISCOUNT = "discount"
    ACTION = "action"
    DATE = "date"
    CLOCK = "clock"
    VAGUE_TIME = "vague_time"
    VAGUE_STEP = "vague_step"
    BUYER_TASK = "buyer_task"
    REP_TASK = "rep_task"
    RECAP_STEP = "recap_step"


_Runs = dict[str, tuple[str, ...]]


def _compiled(cue: Cue) -> tuple[frozenset[str], frozenset[str], _Runs]:
    """Single words, first words of longer phrases, and those phrases by first word."""
    phrases = {" ".join(p.split()) for p in PHRASES[cue].split(",")}
    runs: dict[str, list[str]] = {}
    for phrase in sorted(p for p in phrases if " " in p):
        runs.setdefault(phrase.split()[0], []).append(f" {phrase} ")
    singles = frozenset(p for p in phrases if " " not in p)
    return singles, frozenset(runs), {first: tuple(found) for first, found in runs.items()}


CUES: Final = {cue: _compiled(cue) for cue in Cue}
_NO_PAIN = (" no problem ", " not a problem ", " do not worry ", " no worries ", " can not wait ")


def shows(cue: Cue, plain: str, words: frozenset[str]) -> bool:
    """Whether the plain speech (see ``Sentence.plain``) with these words shows the cue."""
    singles, firsts, runs = CUES[cue]
    if singles.isdisjoint(words) and not _runs_in(plain, firsts & words, runs):
        return False
    return cue is not Cue.PAIN or not any(phrase in plain for phrase in _NO_PAIN)


def _runs_in(plain: str, starts: frozenset[str], runs: _Runs) -> bool:
    for first in starts:  # plain loops: the readers' hottest place
        for run in runs[first]:
            if run in plain:
                return True
    return False
