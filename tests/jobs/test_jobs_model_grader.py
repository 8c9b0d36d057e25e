"""One request a call through the model port, and what its replies may be."""

import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from domain.calls import CallType, Side, Transcript, Turn
from domain.errors import GradingError, GradingRefused, RateLimited
from domain.ports import Check, ModelReply, ModelRequest
from domain.scores import GraderReply
from jobs.model_grader import ModelGrader
from scoring.prompt import MAX_WORDS
from tests.jobs.fakes import RUBRIC, talk


def entry(criterion: str, **changes: object) -> dict[str, object]:
    evidence = [{"quote": "Shall we meet again on Thursday", "turn": 0}]
    whole: dict[str, object] = {
        "id": criterion, "status": "scored", "level": 2, "reason": "Asks for a day.", "tip": "",
        "better": "", "evidence": evidence,
    }  # fmt: skip
    return {**whole, **changes}


GOOD = json.dumps({"criteria": [entry(c.id) for c in RUBRIC.criteria]})


def replied(text: str = GOOD, **changes: object) -> ModelReply:
    reply = ModelReply(
        text=text, model="served-1", complete=True, prompt_tokens=900, completion_tokens=80
    )
    return replace(reply, **changes)  # type: ignore[arg-type]


@dataclass
class FakeModel:
    """Gives these replies in turn."""

    replies: list[ModelReply | Exception]
    model: str = "asked-1"
    asked: list[ModelRequest] = field(default_factory=list)

    def complete(self, request: ModelRequest) -> ModelReply:
        self.asked.append(request)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def check(self) -> Sequence[Check]:
        return ()


def graded(*replies: ModelReply | Exception, transcript: Transcript | None = None) -> GraderReply:
    ticks = itertools.count(0.0, 1.5)
    grader = ModelGrader(FakeModel([*replies]), clock=lambda: next(ticks))
    return grader.grade(RUBRIC, CallType.DISCOVERY, transcript or talk())


def test_every_criterion_is_answered_by_one_request() -> None:
    model = FakeModel([replied()])
    reply = ModelGrader(model).grade(RUBRIC, CallType.DISCOVERY, talk())
    assert {i: a.level for i, a in reply.answers.items()} == {c.id: 2 for c in RUBRIC.criteria}
    assert len(model.asked) == 1


def test_the_reply_says_what_it_cost_and_who_answered() -> None:
    reply = graded(replied())
    assert (reply.prompt_tokens, reply.completion_tokens) == (900, 80)
    assert (reply.latency_s, reply.model) == (1.5, "served-1")


def test_the_version_names_model_and_prompt() -> None:
    one, other = (ModelGrader(FakeModel([], model=name)).version for name in ("a", "b"))
    assert one.startswith("a/prompt-")
    assert one != other


def test_an_answer_that_was_cut_off_is_asked_for_once_more_with_twice_the_room() -> None:
    model = FakeModel([replied('{"criteria": [', complete=False), replied()])
    reply = ModelGrader(model).grade(RUBRIC, CallType.DISCOVERY, talk())
    first, second = model.asked
    assert second == replace(first, max_output_tokens=2 * first.max_output_tokens)
    assert (reply.prompt_tokens, reply.completion_tokens) == (1800, 160)


def test_an_answer_that_is_cut_off_twice_is_unusable() -> None:
    with pytest.raises(GradingError, match="cut off twice"):
        graded(replied(complete=False), replied(complete=False))


def test_a_model_that_declines_is_not_asked_again() -> None:
    with pytest.raises(GradingRefused):
        graded(replied("", refusal="I cannot help with that"))


def test_why_a_model_declined_is_not_repeated_since_it_may_quote_the_call() -> None:
    with pytest.raises(GradingRefused) as refused:
        graded(replied("", refusal="Priya said her budget is forty thousand"))
    assert "Priya" not in str(refused.value)


def test_a_transcript_too_long_for_one_request_is_refused_before_any_request() -> None:
    turns = (Turn(0, "Ana Lee", 0.0, 9.0, "word " * (MAX_WORDS + 1), Side.REP),)
    with pytest.raises(GradingRefused, match=f"{MAX_WORDS + 1} words"):
        graded(transcript=Transcript(turns))


def test_trouble_of_the_vendor_rises_as_it_is() -> None:
    with pytest.raises(RateLimited):
        graded(RateLimited("openai", 20.0))


@pytest.mark.parametrize(
    "text",
    ["", "not JSON", "[]", '{"criteria": []}', GOOD.replace('"level": 2', '"level": 5')],
    ids=["empty", "text", "a list", "no answer", "off the scale"],
)
def test_a_reply_of_another_shape_is_unusable(text: str) -> None:
    with pytest.raises(GradingError):
        graded(replied(text))
