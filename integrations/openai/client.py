"""The only file that touches the ``openai`` package.

One client per process; its own retries are off, since the retry policy lives in ``jobs``.
Its requests go over ``WholeAnswers``, which limits the time and the size of each.
"""

import json
from collections.abc import Sequence
from typing import Any

import httpx2
import openai

from domain.errors import (
    CredentialsRejected,
    IntegrationError,
    Permanent,
    RateLimited,
    UnexpectedPayload,
    VendorUnavailable,
)
from domain.ports import Check, ModelReply, ModelRequest
from integrations.openai.settings import OpenAiSettings
from integrations.openai.transport import WholeAnswers

VENDOR = "openai"
MAX_ANSWER_BYTES = 8 * 1024 * 1024
"""Some hundred times the longest scorecard."""
DEFAULT_RETRY_AFTER_S = 20.0


class OpenAiModel:
    """A ``LanguageModel`` behind OpenAI's chat completions API."""

    def __init__(self, settings: OpenAiSettings) -> None:
        self._settings = settings
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
        return self._settings.model

    def complete(self, request: ModelRequest) -> ModelReply:
        """See ``LanguageModel.complete``.

        Raises ``VendorUnavailable`` if no whole answer came within ``timeout_s`` seconds,
        ``UnexpectedPayload`` if it is larger than ``MAX_ANSWER_BYTES``.
        """
        try:
            raw = self._client.chat.completions.with_raw_response.create(
                model=self._settings.model,
                messages=[
                    {"role": "system", "content": request.system},
                    {"role": "user", "content": request.user},
                ],
                response_format={
                    "type": "json_schema",
                    "json_schema": {
                        "name": request.schema_name,
                        "schema": dict(request.schema),
                        "strict": True,
                    },
                },
                max_completion_tokens=request.max_output_tokens,
            )
            body = raw.http_response.text
        except openai.OpenAIError as error:
            raise translated(error) from error
        return read_completion(body)

    def check(self) -> Sequence[Check]:
        """See ``LanguageModel.check``."""
        where = f"model {self._settings.model}"
        try:
            self._client.models.retrieve(self._settings.model)
        except openai.NotFoundError:
            remedy = "Set REPLOOP_OPENAI_MODEL to a model this key may use"
            return [Check(where, ok=False, detail="the server does not know it", remedy=remedy)]
        except (openai.OpenAIError, IntegrationError) as error:
            known = translated(error) if isinstance(error, openai.OpenAIError) else error
            remedy = "Check REPLOOP_OPENAI_BASE_URL and REPLOOP_OPENAI_API_KEY"
            return [Check(where, ok=False, detail=known.detail, remedy=remedy)]
        return [Check(where, ok=True, detail="the server answers and knows it")]


def read_completion(body: str) -> ModelReply:
    """One completion from the body of an answer.

    Raises:
        UnexpectedPayload: the body is not a chat completion (a login page, say).
    """
    try:
        document: Any = json.loads(body)
        choice = document["choices"][0]
        message = choice["message"]
        usage = document.get("usage") or {}
        return ModelReply(
            text=message.get("content") or "",
            model=str(document.get("model") or ""),
            complete=choice.get("finish_reason") != "length",
            refusal=message.get("refusal"),
            prompt_tokens=int(usage.get("prompt_tokens") or 0),
            completion_tokens=int(usage.get("completion_tokens") or 0),
        )
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise UnexpectedPayload(VENDOR, "the answer is not a chat completion") from error


def translated(error: openai.OpenAIError) -> IntegrationError:
    """An error of the package as one of ours; never holds text of the request."""
    if isinstance(error, openai.RateLimitError):
        if error.code == "insufficient_quota":
            return CredentialsRejected(VENDOR, "the account's quota is used up")
        return RateLimited(VENDOR, _retry_after_s(error))
    if isinstance(error, openai.APIStatusError):
        return _of_status(error.status_code)
    return VendorUnavailable(VENDOR, f"the connection failed ({type(error).__name__})")


def _of_status(status: int) -> IntegrationError:
    detail = f"status {status}"
    if status in (401, 403):
        return CredentialsRejected(VENDOR, detail)
    if status == 408 or status >= 500:
        return VendorUnavailable(VENDOR, detail)
    return Permanent(VENDOR, detail)


def _retry_after_s(error: openai.RateLimitError) -> float:
    value = error.response.headers.get("retry-after", "")
    try:
        return max(0.0, min(float(value), 3600.0))
    except ValueError:
        return DEFAULT_RETRY_AFTER_S
