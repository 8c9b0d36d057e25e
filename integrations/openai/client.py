"""Chat completions: what is asked, what comes back, and what each failure means.

One client per process; its own retries are off, since the retry policy lives in ``jobs``.
Its requests go over ``WholeAnswers``, which limits the time and the size of each, and at
the ``Pace`` that the settings allow. Parameters that not every server knows are only sent
where they are set.
"""

from collections.abc import Sequence
from typing import Any

import httpx2
import openai

from domain.errors import IntegrationError, VendorUnavailable
from domain.ports import Check, ModelReply, ModelRequest
from integrations.openai.completion import VENDOR, AskedFor, read_completion
from integrations.openai.failures import translated
from integrations.openai.pace import Pace
from integrations.openai.settings import OpenAiSettings
from integrations.openai.tiers import FlexTier, has_no_flex, is_out_of_room
from integrations.openai.transport import WholeAnswers

MAX_ANSWER_BYTES = 8 * 1024 * 1024
"""Some hundred times the longest scorecard."""
BYTES_PER_TOKEN = 4
"""For the pace alone; what was used, the server says."""


class OpenAiModel:
    """A ``LanguageModel`` behind OpenAI's chat completions API; safe in many threads."""

    def __init__(self, settings: OpenAiSettings) -> None:
        self.settings = settings
        self.asked = AskedFor(
            model=settings.model,
            effort=settings.reasoning_effort,
            tier="flex" if settings.flex else None,
        )
        self._tier = FlexTier(wanted=settings.flex)
        self._pace = Pace(
            VENDOR,
            requests_per_minute=settings.requests_per_minute,
            tokens_per_minute=settings.tokens_per_minute,
            max_wait_s=settings.max_wait_s,
        )
        self._client = openai.OpenAI(
            api_key=settings.api_key,
            base_url=settings.base_url,
            timeout=settings.timeout_s,
            max_retries=0,
            http_client=httpx2.Client(
                transport=WholeAnswers(
                    VENDOR, limit_s=settings.timeout_s, max_bytes=MAX_ANSWER_BYTES
                ),
                trust_env=False,
            ),
        )

    @property
    def model(self) -> str:
        """See ``LanguageModel.model``."""
        return self.asked.named(self.asked.model)

    def complete(self, request: ModelRequest) -> ModelReply:
        """See ``LanguageModel.complete``; what the flex tier refuses, the ordinary one is asked.

        Raises ``VendorUnavailable`` if no whole answer came within ``timeout_s`` seconds,
        ``UnexpectedPayload`` if it is larger than ``MAX_ANSWER_BYTES``, and without asking
        ``RateLimited`` or ``CredentialsRejected`` as ``Pace.enter`` does.
        """
        size = len(request.system.encode()) + len(request.user.encode())
        self._pace.enter(size // BYTES_PER_TOKEN + self.room(request))
        try:
            body = self._ask(request)
        except openai.OpenAIError as error:
            known = translated(error)
            self._pace.refused(known)
            raise known from error
        self._pace.answered()
        return read_completion(body, self.asked)

    def room(self, request: ModelRequest) -> int:
        """See ``LanguageModel.room``; sent as ``max_completion_tokens``."""
        return request.max_output_tokens + self.settings.thinking_tokens

    def check(self) -> Sequence[Check]:
        """See ``LanguageModel.check``."""
        where = f"model {self.settings.model}"
        try:
            self._client.models.retrieve(self.settings.model)
        except openai.NotFoundError:
            remedy = "Set REPLOOP_OPENAI_MODEL to a model this key may use"
            return [Check(where, ok=False, detail="the server does not know it", remedy=remedy)]
        except (openai.OpenAIError, IntegrationError) as error:
            known = translated(error) if isinstance(error, openai.OpenAIError) else error
            remedy = "Check REPLOOP_OPENAI_BASE_URL and REPLOOP_OPENAI_API_KEY"
            return [Check(where, ok=False, detail=known.detail, remedy=remedy)]
        return [Check(where, ok=True, detail="the server answers and knows it")]

    def body_of(self, request: ModelRequest) -> dict[str, Any]:
        """The JSON body of a request, without the tier."""
        body: dict[str, Any] = {
            "model": self.settings.model,
            "messages": [
                {"role": "system", "content": request.system},
                {"role": "user", "content": request.user},
            ],
            "response_format": {
                "type": "json_schema",
                "json_schema": {
                    "name": request.schema_name,
                    "schema": dict(request.schema),
                    "strict": True,
                },
            },
            "max_completion_tokens": self.room(request),
        }
        if self.settings.reasoning_effort is not None:
            body["reasoning_effort"] = self.settings.reasoning_effort
        if self.settings.own_parameters:
            body["store"] = False  # customers' calls are not to be kept there
            if request.cache_key:
                body["prompt_cache_key"] = request.cache_key
        return body

    def _ask(self, request: ModelRequest) -> bytes:
        body = self.body_of(request)
        tier = self._tier.now()
        if tier is None:
            return self._send(body)
        try:
            return self._send({**body, "service_tier": tier})
        except openai.APIStatusError as error:
            if not (has_no_flex(error) or is_out_of_room(error)):
                raise
            self._tier.rest(for_good=has_no_flex(error))
        except VendorUnavailable:
            self._tier.rest()  # the row's next attempt asks the ordinary tier
            raise
        return self._send(body)

    def _send(self, body: dict[str, Any]) -> bytes:
        raw = self._client.chat.completions.with_raw_response.create(**body)
        return raw.http_response.content
