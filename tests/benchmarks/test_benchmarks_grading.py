"""The measurement of grading: the call it is made on, the scripted server, and that it runs."""

import json
from typing import Any

import httpx
import pytest

from benchmarks import grading
from benchmarks.figures import QUICK
from benchmarks.grading_call import (
    CALL_TYPE,
    CRITERIA,
    WORDS,
    compact_tokens,
    good_answer,
    grading_call,
    grading_rubric,
)
from scoring.evidence import check_answers
from scoring.prompt import grading_requests, prompt_tokens
from scoring.reply import read_reply

RUBRIC = grading_rubric()
CALL = grading_call()


def test_the_call_is_one_of_45_minutes_and_ten_criteria() -> None:
    assert WORDS <= sum(turn.words for turn in CALL.turns) < WORDS + 100
    assert len(RUBRIC.applicable(CALL_TYPE)) == CRITERIA == 10


def test_a_call_of_45_minutes_is_one_request_of_little_more_than_it_must_hold() -> None:
    (request,) = grading_requests(RUBRIC, CALL_TYPE, CALL, window_tokens=40_000)
    assert prompt_tokens(request) <= 1.05 * compact_tokens(RUBRIC, CALL)


def test_the_scripted_answer_is_proven_for_every_criterion() -> None:
    answers = read_reply(good_answer(RUBRIC, CALL), RUBRIC.applicable(CALL_TYPE))
    scores = check_answers(RUBRIC, CALL_TYPE, CALL, answers)
    assert [score.level for score in scores] == [3] * CRITERIA
    assert {len(score.evidence) for score in scores} == {2}


@pytest.mark.slow
def test_every_way_of_grading_is_measured() -> None:
    section = grading.measure(QUICK)
    assert all(len(row) == len(section.columns) for row in section.rows)
    assert len(section.rows) == len(grading.WAYS) + len(grading.ELSEWHERE)
    asked = {way.name: _asked(section.data[way.name]) for way in grading.WAYS}
    assert asked["20 side by side"] == asked["worker, 20 side by side"] == 1
    assert asked["obvious, 20 side by side"] == CRITERIA
    json.dumps(section.data)


def _asked(figures: Any) -> float:
    """Requests a call."""
    return float(figures["server"]["requests"] / figures["calls"])


@pytest.mark.slow
def test_the_scripted_server_refuses_every_so_many_and_counts_what_it_was_sent() -> None:
    body = {
        "messages": [{"role": "user", "content": "x" * 400}],
        "response_format": {"json_schema": {"schema": {"properties": {"criteria": {"items": {
            "properties": {"id": {"enum": [RUBRIC.criteria[0].id]}}}}}}}},
    }  # fmt: skip
    with grading.scripted(good_answer(RUBRIC, CALL)) as (url, _):
        terms = {"latency_s": 0.0, "refuse_every": 3, "retry_after_s": 1.0}
        httpx.post(f"{url}/terms", json=terms)
        answers = [httpx.post(f"{url}/v1/chat/completions", json=body) for _ in range(6)]
        seen = httpx.get(f"{url}/seen").json()
    assert [answer.status_code for answer in answers] == [200, 200, 429, 200, 200, 429]
    assert answers[2].headers["retry-after"] == "1"
    assert (seen["requests"], seen["answered"], seen["prompt_tokens"]) == (6, 4, 600)
