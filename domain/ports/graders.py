"""What Reploop needs of whoever reads calls: a grader, and a language model behind one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.batches import BatchProgress
from domain.calls import CallType, Transcript
from domain.ports.vendors import Check
from domain.rubrics import Rubric
from domain.scores import GraderReply
from domain.usage import NOTHING, Usage


class Grader(Protocol):
    """Reads a transcript against a rubric. Answers are unchecked until code checked them."""

    @property
    def name(self) -> str:
        """``builtin`` or ``model``."""
        ...

    @property
    def version(self) -> str:
        """Changes whenever the same call could get another level."""
        ...

    def grade(
        self,
        rubric: Rubric,
        call_type: CallType,
        transcript: Transcript,
        *,
        spent: Usage = NOTHING,
    ) -> GraderReply:
        """Answer every applicable criterion of ``rubric``.

        ``spent`` was used on the call before and counts against its budget; the reply's own
        usage does not hold it. Raises ``GradingError`` (``GradingRefused`` when trying again
        will not help) and, for a remote model, ``IntegrationError``; their ``usage`` says
        what was used in vain.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRequest:
    """One question to a language model that must answer in JSON of this schema."""

    system: str
    user: str
    schema_name: str
    schema: Mapping[str, object]
    max_output_tokens: int
    cache_key: str = ""
    """The same for requests that begin alike, so that a provider's cache can find them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelReply:
    """What a language model answered; ``text`` is unchecked and may be cut off."""

    text: str
    model: str
    complete: bool
    """False when the answer stopped at the limit of tokens."""
    refusal: str | None = None
    usage: Usage = NOTHING
    """One request and its tokens; latency and cost are for the asker to add."""
    as_priced: bool = True
    """False when it was served on other terms than asked for, so that no price is known."""


class LanguageModel(Protocol):
    """Any server that speaks OpenAI's chat completions with structured output."""

    @property
    def model(self) -> str:
        """The model asked for, with whatever else changes its answers, such as its effort."""
        ...

    def complete(self, request: ModelRequest) -> ModelReply:
        """Ask once; never retries. Raises ``IntegrationError``."""
        ...

    def room(self, request: ModelRequest) -> int:
        """The most tokens its answer may take, those it may think with included."""
        ...

    def check(self) -> Sequence[Check]:
        """Try the credentials and the model; raises nothing."""
        ...


class ModelBatches(Protocol):
    """A provider that answers many requests in its own time, for less."""

    def send(self, name: str, requests: Mapping[str, ModelRequest]) -> str:
        """Hand over requests by key; returns the provider's id of the batch.

        ``name`` is ours, and finds the batch again. Raises ``VendorUnavailable`` or
        ``UnexpectedPayload`` where nobody knows whether it was taken, and any other
        ``IntegrationError`` where it was not.
        """
        ...

    def find(self, name: str) -> str | None:
        """The provider's id of the batch of this name, if it took one of late.

        Raises ``IntegrationError``.
        """
        ...

    def look(self, remote_id: str) -> BatchProgress:
        """How far it is. Raises ``IntegrationError``."""
        ...

    def replies(self, remote_id: str) -> Mapping[str, ModelReply]:
        """The replies of an ended batch by key; requests that failed or expired are missing.

        Raises ``IntegrationError``.
        """
        ...
