"""The call that grading is measured on, and what a model would answer about it.

45 minutes of talk, made of the sandbox company's English calls one after the other, and ten
criteria of the discovery rubric. ``compact`` is the least that has to be sent: the turns as
``12 R: …`` and the rubric as text, once each. Tokens are counted as bytes over four, as the
grader's budget does, since no tokenizer is among the dependencies.
"""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache

from benchmarks.thinking import long_call
from config.loader import load_rubrics, load_skills
from config.settings import PACKAGED
from domain.calls import CallType, Side, Transcript
from domain.rubrics import Criterion, Rubric
from sandbox.company_file import load_company
from scoring.builtin import READERS
from scoring.prompt import estimated_tokens, rubric_block, transcript_lines
from scoring.screen import suspicious_turns

WORDS = 6_750
"""45 minutes at 150 words a minute."""
CRITERIA = 10
CALL_TYPE = CallType.DISCOVERY
QUOTES_EACH = 2


def grading_rubric() -> Rubric:
    """Ten criteria of the discovery rubric that apply to a discovery call."""
    skills = load_skills(PACKAGED / "skills.yaml")
    whole = load_rubrics(PACKAGED / "rubrics", skills, READERS).named("discovery")
    return replace(whole, criteria=whole.applicable(CALL_TYPE)[:CRITERIA])


@lru_cache(maxsize=1)
def grading_call(words: int = WORDS) -> Transcript:
    """The talk, to the turn with which it has so many words."""
    company = load_company(datetime(2026, 11, 2, 9, tzinfo=UTC))
    turns = long_call(company, 2_000).turns
    said = 0
    for number, turn in enumerate(turns, 1):
        said += turn.words
        if said >= words:
            return Transcript(turns[:number], language="en")
    raise AssertionError("2,000 turns have more words than a call of 45 minutes")


def compact_tokens(rubric: Rubric, transcript: Transcript) -> int:
    """The least a prompt must hold, in tokens (bytes over four)."""
    criteria = rubric.applicable(CALL_TYPE)
    lines = "\n".join(transcript_lines(transcript))
    return estimated_tokens(rubric_block(rubric, criteria)) + estimated_tokens(lines)


def good_answer(rubric: Rubric, transcript: Transcript) -> str:
    """A reply as a careful model gives it: two true quotes from two turns for each criterion."""
    criteria = rubric.applicable(CALL_TYPE)
    entries = [_entry(c, transcript, number) for number, c in enumerate(criteria)]
    return json.dumps({"criteria": entries})


def _entry(criterion: Criterion, transcript: Transcript, number: int) -> dict[str, object]:
    proof = _quotable(transcript, criterion.evidence_side)
    step = len(proof) // (QUOTES_EACH * CRITERIA + 1)
    chosen = [proof[(QUOTES_EACH * number + n) * step] for n in range(QUOTES_EACH)]
    return {
        "id": criterion.id,
        "status": "scored",
        "evidence": [{"turn": turn, "quote": quote} for turn, quote in chosen],
        "level": 3,
        "reason": "The rep did it twice, at two moments of the call that the quotes show.",
        "tip": "Do it once more when the next person joins, before you speak of the product.",
        "better": "What would it mean for your team if this went on until the summer?",
    }


def _quotable(transcript: Transcript, side: Side) -> Sequence[tuple[int, str]]:
    suspicious = suspicious_turns(transcript)
    return [
        (t.index, " ".join(t.text.split()[:12]))
        for t in transcript.of_side(side)
        if t.words >= 5 and t.index not in suspicious
    ]
