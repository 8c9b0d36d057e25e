"""Which reader answers for which name in a rubric's ``reader:`` line."""

from collections.abc import Callable, Mapping
from typing import Final

from scoring.builtin.asking import read_follow_up, read_open_questions
from scoring.builtin.balance import read_balance
from scoring.builtin.conversation import Conversation
from scoring.builtin.cues import Cue
from scoring.builtin.decision import read_decision
from scoring.builtin.finding import Finding
from scoring.builtin.impact import read_impact, read_reason_to_act
from scoring.builtin.listening import read_playback
from scoring.builtin.next_step import read_next_step
from scoring.builtin.objections import read_objections
from scoring.builtin.opening import read_opening
from scoring.builtin.qualification import read_qualification
from scoring.builtin.topics import read_single
from scoring.builtin.value import read_value

Reader = Callable[[Conversation], Finding]


def _single(subject: str, better: str, *cues: Cue) -> Reader:
    return lambda talk: read_single(talk, subject, cues, better)


READ: Final[Mapping[str, Reader]] = {
    "opening": read_opening,
    "open_questions": read_open_questions,
    "follow_up": read_follow_up,
    "playback": read_playback,
    "impact": read_impact,
    "reason_to_act": read_reason_to_act,
    "decision": read_decision,
    "qualification": read_qualification,
    "value": read_value,
    "objections": read_objections,
    "next_step": read_next_step,
    "balance": read_balance,
    "economic_buyer": _single(
        "who releases the money",
        "Whose budget is it, who signs, and what does that person look at first?",
        Cue.PEOPLE,
    ),
    "decision_criteria": _single(
        "what the choice is measured by",
        "What would you need to see to say yes, and which of it decides?",
        Cue.CRITERIA,
    ),
    "decision_process": _single(
        "the steps to a decision",
        "Walk me through the last purchase of this size, from idea to signature.",
        Cue.PROCESS,
    ),
    "paper_process": _single(
        "reviews and papers",
        "Which reviews come after the yes, and how long do they take?",
        Cue.PAPER,
    ),
    "competition": _single(
        "alternatives", "What else could win here, including waiting a year?", Cue.ALTERNATIVES
    ),
    "timing": _single(
        "the date and what sets it",
        "By when does it have to run, and what happens on the day after?",
        Cue.TIMING,
    ),
}
READERS: Final = frozenset(READ)
"""The names a rubric may use."""
