"""One request a call through the model port, and what its replies may be."""

import itertools
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from domain.calls import CallType, Side, Transcript, Turn
from domain.errors import (
    CredentialsRejected,
    GradingError,
    GradingRefused,
    RateLimited,
    SetupRejected,
    UnexpectedPayload,
    VendorUnavailable,
)
from domain.ports import Check, ModelReply, ModelRequest
from domain.scores import GraderReply, NotScoredBecause
from domain.usage import NOTHING, Usage
from jobs.model_grader import ModelGrader
from scoring.cost import Budget, Prices
from scoring.prompt import PROMPT_VERSION, prompt_tokens
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
    usage = Usage(requests=1, prompt_tokens=900, cached_tokens=400, completion_tokens=80)
    reply = ModelReply(text=text, model="served-1", complete=True, usage=usage)
    return replace(reply, **changes)  # type: ignore[arg-type]


@dataclass
class FakeModel:
    """Gives these replies in turn, to whichever thread asks."""

    replies: list[ModelReply | Exception]
    model: str = "asked-1"
    asked: list[ModelRequest] = field(default_factory=list)
    thinking_tokens: int = 0

    def complete(self, request: ModelRequest) -> ModelReply:
        self.asked.append(request)
        reply = self.replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return reply

    def room(self, request: ModelRequest) -> int:
        return request.max_output_tokens + self.thinking_tokens

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
    assert reply.usage == Usage(
        requests=1, prompt_tokens=900, cached_tokens=400, completion_tokens=80, latency_s=1.5
    )
    assert reply.model == "served-1"
    assert reply.version == f"served-1/prompt-{PROMPT_VERSION}"


def test_the_version_names_model_and_prompt() -> None:
    one, other = (ModelGrader(FakeModel([], model=name)).version for name in ("a", "b"))
    assert one.startswith("a/prompt-")
    assert one != other


def test_an_answer_that_was_cut_off_is_asked_for_once_more_with_twice_the_room() -> None:
    model = FakeModel([replied('{"criteria": [', complete=False), replied()])
    reply = ModelGrader(model).grade(RUBRIC, CallType.DISCOVERY, talk())
    first, second = model.asked
    assert second == replace(first, max_output_tokens=2 * first.max_output_tokens)
    assert (reply.usage.requests, reply.usage.prompt_tokens) == (2, 1800)
    assert reply.usage.completion_tokens == 160


def test_an_answer_that_is_cut_off_twice_is_not_asked_for_again() -> None:
    with pytest.raises(GradingRefused, match="cut off, though it had twice its room"):
        graded(replied(complete=False), replied(complete=False))


def test_a_model_that_takes_no_more_room_is_not_asked_again_and_again() -> None:
    with pytest.raises(GradingRefused, match="more room is not taken"):
        graded(replied(complete=False), SetupRejected("openai", "max_completion_tokens"))


def test_credentials_that_were_rejected_meanwhile_wait_for_a_person() -> None:
    with pytest.raises(CredentialsRejected):
        graded(replied(complete=False), CredentialsRejected("openai", "quota"))


def test_a_model_that_declines_is_not_asked_again() -> None:
    with pytest.raises(GradingRefused):
        graded(replied("", refusal="I cannot help with that"))


def test_why_a_model_declined_is_not_repeated_since_it_may_quote_the_call() -> None:
    with pytest.raises(GradingRefused) as refused:
        graded(replied("", refusal="Priya said her budget is forty thousand"))
    assert "Priya" not in str(refused.value)


def long_talk(turns: int) -> Transcript:
    """``turns`` turns of about ten tokens each, all of the rep."""
    text = "Shall we meet again on Thursday at ten?"
    made = (Turn(i, "Ana Lee", float(i), i + 1.0, text, Side.REP) for i in range(turns))
    return Transcript(tuple(made))


def in_window(number: int, level: int) -> ModelReply:
    """Answers whose two quotes stand in two turns from ``number`` on."""
    quotes = [{"quote": "Shall we meet again on Thursday", "turn": number + n} for n in (0, 1)]
    entries = [entry(c.id, level=level, evidence=quotes) for c in RUBRIC.criteria]
    return replied(json.dumps({"criteria": entries}))


def windowed(*replies: ModelReply, budget: Budget | None = None) -> tuple[FakeModel, ModelGrader]:
    model = FakeModel([*replies])
    return model, ModelGrader(model, budget=budget or Budget(), window_tokens=600)


def test_a_call_too_long_for_one_request_is_asked_about_in_overlapping_windows() -> None:
    model, grader = windowed(in_window(0, 1), in_window(60, 3))
    reply = grader.grade(RUBRIC, CallType.DISCOVERY, long_talk(90))
    assert {a.level for a in reply.answers.values()} == {3}
    assert (reply.usage.requests, reply.usage.prompt_tokens) == (2, 1800)
    parts = sorted(request.user for request in model.asked)
    shown = [[int(n) for n in re.findall(r"^(\d+) R:", part, re.MULTILINE)] for part in parts]
    assert [numbers[0] for numbers in shown] == [0, 48]
    assert [numbers[-1] for numbers in shown] == [49, 89]


def test_every_window_is_asked_with_the_same_words_before_the_transcript() -> None:
    model, grader = windowed(in_window(0, 1), in_window(60, 3))
    grader.grade(RUBRIC, CallType.DISCOVERY, long_talk(90))
    assert len({request.system for request in model.asked}) == 1
    assert len({request.cache_key for request in model.asked}) == 1


def test_a_call_longer_than_all_windows_together_is_refused_before_any_request() -> None:
    model, grader = windowed()
    with pytest.raises(GradingRefused, match="more than 10 requests of 600 may hold"):
        grader.grade(RUBRIC, CallType.DISCOVERY, long_talk(1000))
    assert model.asked == []


def test_a_call_over_its_budget_is_refused_before_any_request() -> None:
    model, grader = windowed(budget=Budget(prompt_tokens=1000))
    with pytest.raises(GradingRefused, match="REPLOOP_OPENAI_MAX_PROMPT_TOKENS"):
        grader.grade(RUBRIC, CallType.DISCOVERY, long_talk(90))
    assert model.asked == []


PRICES = Prices(prompt=2.0, cached=0.5, completion=10.0)


def test_the_cost_is_reckoned_from_what_the_server_counted() -> None:
    grader = ModelGrader(FakeModel([replied()]), budget=Budget(prices=PRICES))
    reply = grader.grade(RUBRIC, CallType.DISCOVERY, talk())
    assert reply.usage.cost == pytest.approx((500 * 2.0 + 400 * 0.5 + 80 * 10.0) / 1_000_000)


def test_without_prices_nothing_is_said_of_cost() -> None:
    assert graded(replied()).usage.cost is None


def test_a_reply_on_other_terms_than_asked_for_has_no_known_cost() -> None:
    grader = ModelGrader(FakeModel([replied(as_priced=False)]), budget=Budget(prices=PRICES))
    assert grader.grade(RUBRIC, CallType.DISCOVERY, talk()).usage.cost is None


def test_a_second_try_that_could_pass_the_budget_is_not_made() -> None:
    grader = ModelGrader(FakeModel([replied("{", complete=False)]))
    once = sum(map(prompt_tokens, grader.requests(RUBRIC, CallType.DISCOVERY, talk())))
    tight = replace(grader, budget=Budget(prompt_tokens=once + 1))
    with pytest.raises(GradingRefused, match="budget"):
        tight.grade(RUBRIC, CallType.DISCOVERY, talk())


def test_thinking_counts_against_the_budget_as_it_is_sent() -> None:
    model = FakeModel([replied()])
    (request,) = ModelGrader(model).requests(RUBRIC, CallType.DISCOVERY, talk())
    at_most = Usage(
        prompt_tokens=prompt_tokens(request), completion_tokens=request.max_output_tokens
    )
    budget = Budget(cost=1.01 * PRICES.of(at_most), prices=PRICES)
    ModelGrader(model, budget).requests(RUBRIC, CallType.DISCOVERY, talk())
    with pytest.raises(GradingRefused, match="REPLOOP_OPENAI_MAX_COST"):
        ModelGrader(replace(model, thinking_tokens=4000), budget).grade(
            RUBRIC, CallType.DISCOVERY, talk()
        )
    assert model.asked == []


def test_what_was_spent_on_the_call_before_leaves_less_of_its_budget() -> None:
    model = FakeModel([replied()])
    grader = ModelGrader(model, Budget(prompt_tokens=10_000))
    reply = grader.grade(RUBRIC, CallType.DISCOVERY, talk(), spent=Usage(prompt_tokens=5_000))
    assert reply.usage.requests == 1
    with pytest.raises(GradingRefused, match="budget"):
        grader.grade(RUBRIC, CallType.DISCOVERY, talk(), spent=Usage(prompt_tokens=9_999))
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    ("replies", "requests"),
    [
        ((replied("nonsense"),), 1),
        ((replied("", refusal="no"),), 1),
        ((replied(complete=False), replied(complete=False)), 2),
        ((UnexpectedPayload("openai", "a page"),), 0),
    ],
    ids=["unusable", "declined", "cut off twice", "a page"],
)
def test_an_unusable_reply_says_what_was_paid_all_the_same(
    replies: tuple[ModelReply | Exception, ...], requests: int
) -> None:
    grader = ModelGrader(FakeModel([*replies]), Budget(prices=PRICES))
    with pytest.raises(GradingError) as raised:
        grader.grade(RUBRIC, CallType.DISCOVERY, talk())
    one = grader.budget.priced(replied().usage, known=True)
    assert raised.value.usage == sum([one] * requests, NOTHING)


def test_a_limit_before_the_second_try_says_what_the_first_was_paid() -> None:
    with pytest.raises(RateLimited) as raised:
        graded(replied(complete=False), RateLimited("openai", 20.0))
    assert raised.value.usage == replied().usage


def test_windows_that_were_answered_are_paid_though_another_failed() -> None:
    model = FakeModel([in_window(0, 1), VendorUnavailable("openai", "503")])
    with pytest.raises(VendorUnavailable) as raised:
        ModelGrader(model, window_tokens=600).grade(RUBRIC, CallType.DISCOVERY, long_talk(90))
    assert raised.value.usage.requests == 1


def test_a_buyers_objection_that_the_model_overlooked_leaves_the_criterion_unsure() -> None:
    said = (
        "The price is ninety thousand a year.",
        "That is far too expensive for us, honestly.",
        "Well, let me show you the next screen of it.",
    )
    sides = (Side.REP, Side.BUYER, Side.REP)
    spoken = enumerate(zip(said, sides, strict=True))
    turns = (Turn(i, "x", float(i), i + 1.0, text, side) for i, (text, side) in spoken)
    (criterion,) = (c for c in RUBRIC.criteria if c.needs_occasion)
    rubric = replace(RUBRIC, criteria=(replace(criterion, reader="objections"),))
    none = entry(criterion.id, status="no_occasion", level=None, evidence=[])
    model = FakeModel([replied(json.dumps({"criteria": [none]}))])
    reply = ModelGrader(model).grade(rubric, CallType.DISCOVERY, Transcript(tuple(turns)))
    assert reply.answers[criterion.id].not_scored is NotScoredBecause.GRADER_UNSURE


def test_what_stands_between_us_and_the_model_may_be_gone_by_the_next_try() -> None:
    with pytest.raises(GradingError, match="not a chat completion") as raised:
        graded(UnexpectedPayload("openai", "the answer is not a chat completion"))
    assert not isinstance(raised.value, GradingRefused)


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
