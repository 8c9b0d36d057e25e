"""What must hold for every file that `reploop score --json` is given."""

from typing import Any

from domain.calls import Transcript
from integrations.transcripts.read import read_transcript

TOP = {"call", "rubric", "grader", "overall", "medal", "summary", "criteria"}
CRITERION = {
    "id", "skill_ids", "level", "score", "not_scored", "reason", "tip", "better", "evidence",
}  # fmt: skip
EVIDENCE = {"quote", "turn", "start_s", "speaker", "side"}
MEDALS = ((90, "gold"), (75, "silver"), (50, "bronze"), (0, None))


def check_document(document: Any, data: bytes, name: str) -> None:
    """Exactly the promised keys and ranges, and every quote verbatim from the file."""
    assert set(document) == TOP
    assert set(document["rubric"]) == set(document["grader"]) == {"name", "version"}
    overall = document["overall"]
    assert overall is None or 0 <= overall <= 100
    expected = None if overall is None else next(m for low, m in MEDALS if overall >= low)
    assert document["medal"] == expected
    transcript = read_transcript(data, name)
    assert document["criteria"]
    for criterion in document["criteria"]:
        check_criterion(criterion, transcript)


def check_criterion(criterion: Any, transcript: Transcript) -> None:
    """A level with evidence, or a reason for none."""
    assert set(criterion) == CRITERION
    level = criterion["level"]
    if level is None:
        assert criterion["not_scored"]
        assert criterion["score"] is None
    else:
        assert level in range(5)
        assert criterion["score"] == 25 * level
        assert criterion["not_scored"] is None
        assert criterion["evidence"]
    for evidence in criterion["evidence"]:
        assert set(evidence) == EVIDENCE
        turn = transcript.turns[evidence["turn"]]
        assert evidence["quote"] in turn.text
        assert (evidence["speaker"], evidence["start_s"]) == (turn.speaker, turn.start_s)
        assert evidence["side"] in ("rep", "buyer")
