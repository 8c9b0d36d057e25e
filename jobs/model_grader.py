"""The model grader: one request a call for the whole rubric, through the model port.

Only a call too long for one request is asked about in windows, side by side, whose answers
are merged in code (``scoring.merge``).
"""

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from domain.calls import CallType, Transcript
from domain.errors import (
    CredentialsRejected,
    GradingError,
    GradingRefused,
    IntegrationError,
    SetupRejected,
    UnexpectedPayload,
)
from domain.ports import LanguageModel, ModelReply, ModelRequest
from domain.rubrics import Rubric
from domain.scores import GraderReply
from domain.usage import NOTHING, Usage
from jobs.spending import Spending
from jobs.thinking import THINKING
from scoring.cost import Budget
from scoring.merge import merged_answers
from scoring.occasion import with_occasions_checked
from scoring.prompt import PROMPT_VERSION, grading_requests, prompt_tokens
from scoring.reply import read_reply

WINDOW_TOKENS = 40_000
"""Of transcript in one request; a 45-minute call is about 10,000."""


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
        self,
        rubric: Rubric,
        call_type: CallType,
        transcript: Transcript,
        *,
        spent: Usage = NOTHING,
    ) -> tuple[ModelRequest, ...]:
        """What would be asked about a call: one request, or one a window; within the budget.

        ``spent`` is what earlier tries have used of it.

        Raises:
            GradingRefused: the call is too long, or would exceed the budget.
        """
        requests = self._planned(rubric, call_type, transcript)
        self.budget.admit(self.at_most(requests), spent)
        return requests

    def grade(
        self,
        rubric: Rubric,
        call_type: CallType,
        transcript: Transcript,
        *,
        spent: Usage = NOTHING,
    ) -> GraderReply:
        """See ``Grader.grade``.

        An answer that was cut off is asked for once more with twice the room.

        Raises:
            GradingRefused: the model declined, the call is too long or over its budget, or
                the answer was cut off again.
            GradingError: the reply cannot be used.
        """
        spending = Spending(self.budget, spent)
        with THINKING:
            requests = self._planned(rubric, call_type, transcript)
            spending.admit(self.at_most(requests))
        started = self.clock()
        try:
            replies = self.ask_all(requests, spending)
            usage = replace(spending.used, latency_s=self.clock() - started)
            with THINKING:
                reply = self._read(rubric, call_type, transcript, replies)
        except (GradingError, IntegrationError) as error:
            error.usage = spending.used
            raise
        return replace(reply, usage=usage)

    def used_by(self, replies: Iterable[ModelReply]) -> Usage:
        """What these replies took, priced where that is known."""
        priced = (self.budget.priced(one.usage, known=one.as_priced) for one in replies)
        return sum(priced, NOTHING)

    def _planned(
        self, rubric: Rubric, call_type: CallType, transcript: Transcript
    ) -> tuple[ModelRequest, ...]:
        return grading_requests(rubric, call_type, transcript, window_tokens=self.window_tokens)

    def _read(
        self,
        rubric: Rubric,
        call_type: CallType,
        transcript: Transcript,
        replies: Sequence[ModelReply],
    ) -> GraderReply:
        """The answers in the replies for the windows of a call, in their order."""
        for one in replies:
            check_complete(one)
        criteria = rubric.applicable(call_type)
        answers = [read_reply(one.text, criteria) for one in replies]
        merged = merged_answers(rubric, call_type, transcript, answers)
        served = "+".join(dict.fromkeys(one.model for one in replies))
        return GraderReply(
            answers=with_occasions_checked(criteria, call_type, transcript, merged),
            model=served,
            version=version_of(served) if served else None,
        )

    def ask_all(self, requests: Sequence[ModelRequest], spending: Spending) -> list[ModelReply]:
        """Ask side by side what ``spending`` has admitted; the replies in their order."""
        if len(requests) == 1:
            return [self._ask(requests[0], spending)]
        with ThreadPoolExecutor(max_workers=len(requests)) as pool:
            return list(pool.map(lambda request: self._ask(request, spending), requests))

    def _ask(self, request: ModelRequest, spending: Spending) -> ModelReply:
        first = self._complete(request, spending)
        if first.complete or first.refusal is not None:
            return first
        roomier = replace(request, max_output_tokens=2 * request.max_output_tokens)
        spending.admit(self.at_most([roomier]))
        try:
            return self._complete(roomier, spending)
        except CredentialsRejected:
            raise
        except SetupRejected as error:  # it took the same with less room
            raise GradingRefused("the answer was cut off, and more room is not taken") from error

    def _complete(self, request: ModelRequest, spending: Spending) -> ModelReply:
        try:
            reply = self.model.complete(request)
        except UnexpectedPayload as error:
            # Whatever stood between us and the model may be gone by the next attempt.
            raise GradingError(error.detail) from error
        spending.note(self.used_by([reply]))
        return reply

    def at_most(self, requests: Sequence[ModelRequest]) -> Usage:
        """What requests can use: their prompts, estimated, and all the room for the answers."""
        return Usage(
            requests=len(requests),
            prompt_tokens=sum(map(prompt_tokens, requests)),
            completion_tokens=sum(map(self.model.room, requests)),
        )


def version_of(model: str) -> str:
    """The version of a grader that asks this model with the present prompt."""
    return f"{model}/prompt-{PROMPT_VERSION}"


def check_complete(reply: ModelReply) -> None:
    """Nothing, if the answer is whole. Raises ``GradingRefused`` if not."""
    if reply.refusal is not None:
        raise GradingRefused("the model declined to grade this call")
    if not reply.complete:
        raise GradingRefused("the answer was cut off, though it had twice its room")
