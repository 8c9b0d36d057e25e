"""The model grader: one request a call for the whole rubric, through the model port.

Only a call too long for one request is asked about in windows, side by side, whose answers
are merged in code (``scoring.merge``).
"""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import reduce
from operator import add

from domain.calls import CallType, Transcript
from domain.errors import GradingError, GradingRefused, UnexpectedPayload
from domain.ports import LanguageModel, ModelReply, ModelRequest
from domain.rubrics import Rubric
from domain.scores import GraderReply, Usage
from jobs.spending import Spending
from jobs.thinking import THINKING
from scoring.cost import Budget
from scoring.merge import merged_answers
from scoring.prompt import PROMPT_VERSION, grading_requests, prompt_tokens
from scoring.reply import read_reply

WINDOW_TOKENS = 40_000
"""Of transcript in one request; a 45-minute call is about 10,000."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request's last reply, and what all its replies used."""

    reply: ModelReply
    usage: Usage


@dataclass(frozen=True, slots=True)
class ModelGrader:
    """A ``Grader`` that asks any OpenAI-compatible model."""

    model: LanguageModel
    budget: Budget = field(default_factory=Budget)
    window_tokens: int = WINDOW_TOKENS
    clock: Callable[[], float] = time.monotonic

    @property
    def name(self) -> str:
        """See ``Grader.name``."""
        return "model"

    @property
    def version(self) -> str:
        """Model and prompt: another of either may give another level."""
        return version_of(self.model.model)

    def requests(
        self, rubric: Rubric, call_type: CallType, transcript: Transcript
    ) -> tuple[ModelRequest, ...]:
        """What would be asked about a call: one request, or one a window; within the budget.

        Raises:
            GradingRefused: the call is too long, or would exceed the budget.
        """
        requests = grading_requests(rubric, call_type, transcript, window_tokens=self.window_tokens)
        self.budget.admit(_at_most(requests), Usage())
        return requests

    def grade(self, rubric: Rubric, call_type: CallType, transcript: Transcript) -> GraderReply:
        """See ``Grader.grade``.

        An answer that was cut off is asked for once more with twice the room.

        Raises:
            GradingRefused: the model declined, the call is too long or over its budget, or
                the answer was cut off again.
            GradingError: the reply cannot be used.
        """
        with THINKING:
            requests = self.requests(rubric, call_type, transcript)
        started = self.clock()
        asked = self._ask_all(requests, Spending(self.budget, _at_most(requests)))
        taken_s = self.clock() - started
        with THINKING:
            return self.read(rubric, call_type, transcript, asked, taken_s)

    def read(
        self,
        rubric: Rubric,
        call_type: CallType,
        transcript: Transcript,
        asked: Sequence[Asked],
        taken_s: float,
    ) -> GraderReply:
        """The answers in the replies for the windows of a call, in their order.

        Raises:
            GradingRefused: the model declined, or its answer was cut off.
            GradingError: a reply cannot be used.
        """
        for one in asked:
            _check(one.reply)
        criteria = rubric.applicable(call_type)
        answers = [read_reply(one.reply.text, criteria) for one in asked]
        usage = reduce(add, (one.usage for one in asked))
        served = "+".join(dict.fromkeys(one.reply.model for one in asked))
        return GraderReply(
            answers=merged_answers(rubric, call_type, transcript, answers),
            usage=replace(usage, latency_s=taken_s),
            model=served,
            version=version_of(served) if served else None,
        )

    def _ask_all(self, requests: Sequence[ModelRequest], spending: Spending) -> list[Asked]:
        if len(requests) == 1:
            return [self._ask(requests[0], spending)]
        with ThreadPoolExecutor(max_workers=len(requests)) as pool:
            return list(pool.map(lambda request: self._ask(request, spending), requests))

    def _ask(self, request: ModelRequest, spending: Spending) -> Asked:
        first = self._complete(request)
        if first.reply.complete or first.reply.refusal is not None:
            return first
        roomier = replace(request, max_output_tokens=2 * request.max_output_tokens)
        spending.add(_at_most([roomier]))
        second = self._complete(roomier)
        return Asked(second.reply, first.usage + second.usage)

    def _complete(self, request: ModelRequest) -> Asked:
        try:
            reply = self.model.complete(request)
        except UnexpectedPayload as error:
            # Whatever stood between us and the model may be gone by the next attempt.
            raise GradingError(error.detail) from error
        return Asked(reply, self.budget.priced(reply.usage, known=reply.as_priced))


def version_of(model: str) -> str:
    """The version of a grader that asks this model with the present prompt."""
    return f"{model}/prompt-{PROMPT_VERSION}"


def _at_most(requests: Sequence[ModelRequest]) -> Usage:
    """What requests can use: their prompts, estimated, and all the room for the answers."""
    return Usage(
        requests=len(requests),
        prompt_tokens=sum(map(prompt_tokens, requests)),
        completion_tokens=sum(r.max_output_tokens for r in requests),
    )


def _check(reply: ModelReply) -> None:
    if reply.refusal is not None:
        raise GradingRefused("the model declined to grade this call")
    if not reply.complete:
        raise GradingRefused("the answer was cut off, though it had twice its room")
