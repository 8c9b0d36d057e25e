"""Conversations written for the tests, and short ways to build and grade them."""

from pathlib import Path

from config.loader import load_rubrics, load_skills
from domain.calls import CallType, Side, Transcript, Turn, numbered
from domain.rubrics import Rubric
from domain.scores import GraderAnswer
from scoring.builtin import READERS, BuiltinGrader
from scoring.builtin.conversation import Conversation
from scoring.builtin.signals import read_signals
from scoring.screen import suspicious_turns

CALLS = Path(__file__).parent / "calls"
CONFIG = Path(__file__).parents[2] / "config"
SKILLS = load_skills(CONFIG / "skills.yaml")
RUBRICS = load_rubrics(CONFIG / "rubrics", SKILLS, READERS)
DISCOVERY = RUBRICS.named("discovery", 1)
MEDDIC = RUBRICS.named("meddic", 1)
SIDES = {"R": ("Rita", Side.REP), "B": ("Ben", Side.BUYER), "O": ("Olga", Side.UNKNOWN)}
WORDS_PER_SECOND = 2.5


def talk(text: str, *, language: str | None = None) -> Transcript:
    """Lines ``R: …`` (rep), ``B: …`` (buyer), ``O: …`` (unknown) as a transcript."""
    turns: list[Turn] = []
    at = 0.0
    for line in text.strip().splitlines():
        who, _, said = line.strip().partition(": ")
        speaker, side = SIDES[who]
        lasts = len(said.split()) / WORDS_PER_SECOND
        turns.append(Turn(len(turns), speaker, at, at + lasts, said, side))
        at += lasts + 0.5
    return Transcript(numbered(turns), language=language, timed=False)


def written(name: str) -> Transcript:
    """One of the conversations in ``calls/``."""
    return talk((CALLS / f"{name}.txt").read_text(encoding="utf-8"))


def with_turn(transcript: Transcript, place: int, turn: Turn) -> Transcript:
    """The transcript with one more turn before ``place``, numbered anew."""
    turns = [*transcript.turns[:place], turn, *transcript.turns[place:]]
    renumbered = tuple(
        Turn(i, t.speaker, t.start_s, t.end_s, t.text, t.side) for i, t in enumerate(turns)
    )
    return Transcript(renumbered, language=transcript.language, timed=transcript.timed)


def conversation(transcript: Transcript, call_type: CallType = CallType.DISCOVERY) -> Conversation:
    """What a reader is handed."""
    signals = read_signals(transcript, suspicious_turns(transcript))
    return Conversation(signals, transcript, call_type)


def answers(
    transcript: Transcript, rubric: Rubric = DISCOVERY, call_type: CallType = CallType.DISCOVERY
) -> dict[str, GraderAnswer]:
    """The built-in grader's answers by criterion."""
    reply = BuiltinGrader().grade(rubric, call_type, transcript)
    return {str(k): v for k, v in reply.answers.items()}


GOOD = written("good")
MIDDLING = written("middling")
BAD = written("bad")
