"""A model's reply: all of it in shape, or nothing of it."""

import json
from typing import Any

import pytest

from domain.errors import GradingError
from domain.rubrics import Criterion, CriterionId, SkillId, SkillLink
from domain.scores import Evidence, NotScoredBecause
from scoring.reply import read_reply

CRITERIA = tuple(
    Criterion(
        id=CriterionId(name),
        title=name,
        behaviour="b",
        anchors=("0", "1", "2", "3", "4"),
        skills=(SkillLink(SkillId("s")),),
    )
    for name in ("a", "b")
)


def entry(name: str = "a", **changed: Any) -> dict[str, Any]:
    whole = {
        "id": name,
        "status": "scored",
        "evidence": [{"turn": 1, "quote": "what made you look"}],
        "level": 3,
        "reason": "Asked  why.",
        "tip": "t",
        "better": "x",
    }
    return {**whole, **changed}


def reply(*entries: dict[str, Any]) -> str:
    return json.dumps({"criteria": list(entries)})


def test_a_whole_reply_becomes_one_answer_a_criterion() -> None:
    answers = read_reply(reply(entry("a"), entry("b", status="no_occasion", level=None)), CRITERIA)
    assert answers[CriterionId("a")].level == 3
    assert answers[CriterionId("a")].evidence == (Evidence("what made you look", 1),)
    assert answers[CriterionId("a")].reason == "Asked why."
    assert answers[CriterionId("b")].level is None
    assert answers[CriterionId("b")].not_scored is NotScoredBecause.NO_OCCASION


def test_a_criterion_the_rubric_does_not_have_is_left_out() -> None:
    answers = read_reply(reply(entry("a"), entry("b"), entry("charisma")), CRITERIA)
    assert set(answers) == {"a", "b"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Sure! Great job.", "not JSON"),
        ("```json\n{}\n```", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"criteria": [', "not JSON"),
        ("null", "no list of criteria"),
        ('{"criteria": {}}', "no list of criteria"),
        (reply(entry("a")), "no answer for b"),
        (reply(entry("a"), entry("a"), entry("b")), "answered twice"),
        (reply(entry("a", level=9), entry("b")), "off the scale"),
        (reply(entry("a", level=True), entry("b")), "without a level"),
        (reply(entry("a", level="4"), entry("b")), "without a level"),
        (reply(entry("a", level=None), entry("b")), "without a level"),
        (reply(entry("a", status="perfect"), entry("b")), "unknown status"),
        (reply(entry("a", evidence="quote"), entry("b")), "not a list"),
        (reply(entry("a", evidence=[{"turn": "1", "quote": "q"}]), entry("b")), "without turn"),
        (reply({"level": 3}), "no criterion id"),
    ],
)
def test_anything_out_of_shape_is_refused_whole(text: str, problem: str) -> None:
    with pytest.raises(GradingError, match=problem):
        read_reply(text, CRITERIA)
