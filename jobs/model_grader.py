"""The model grader: one request a call for the whole rubric, through the model port."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from domain.calls import CallType, Transcript
from domain.errors import GradingError, GradingRefused
from domain.ports import LanguageModel, ModelReply
from domain.rubrics import Rubric
from domain.scores import GraderReply
from scoring.prompt import MAX_WORDS, PROMPT_VERSION, grading_request
from scoring.reply import read_reply


@dataclass(frozen=True, slots=True)
class ModelGrader:
    """A ``Grader`` that asks any OpenAI-compatible model."""

    model: LanguageModel
    clock: Callable[[], float] = time.monotonic

    @property
    def name(self) -> str:
        """See ``Grader.name``."""
        return "model"

    @property
    def version(self) -> str:
        """Model and prompt: another of either may give another level."""
        return f"{self.model.model}/prompt-{PROMPT_VERSION}"

    def grade(self, rubric: Rubric, call_type: CallType, transcript: Transcript) -> GraderReply:
        """See ``Grader.grade``.

        An answer that was cut off is asked for once more with twice the room.

        Raises:
            GradingRefused: the model declined, or the transcript is too long for one request.
            GradingError: the reply cannot be used.
        """
        words = sum(turn.words for turn in transcript.turns)
        if words > MAX_WORDS:
            raise GradingRefused(f"{words} words are more than one request may hold ({MAX_WORDS})")
        request = grading_request(rubric, call_type, transcript)
        started = self.clock()
        reply = self.model.complete(request)
        spent = [reply]
        if not reply.complete:
            roomier = replace(request, max_output_tokens=2 * request.max_output_tokens)
            reply = self.model.complete(roomier)
            spent.append(reply)
        _check(reply)
        return GraderReply(
            answers=read_reply(reply.text, rubric.applicable(call_type)),
            prompt_tokens=sum(r.prompt_tokens for r in spent),
            completion_tokens=sum(r.completion_tokens for r in spent),
            latency_s=self.clock() - started,
            model=reply.model,
        )


def _check(reply: ModelReply) -> None:
    if reply.refusal is not None:
        raise GradingRefused("the model declined to grade this call")
    if not reply.complete:
        raise GradingError("the reply was cut off twice")
