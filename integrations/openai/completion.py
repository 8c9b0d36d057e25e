"""One chat completion, read from the body of an answer as anybody could have sent it."""

import re
from dataclasses import dataclass
from typing import Any

from domain.errors import UnexpectedPayload
from domain.ports import ModelReply
from domain.usage import Usage
from integrations.untrusted_json import parse_json

VENDOR = "openai"
_MODEL_NAME = re.compile(r"[\w.:/@+-]{1,100}", re.ASCII)
MAX_TOKENS = 10**9
"""Counts beyond it are no counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFor:
    """What an answer is to be read against: model, effort and tier of its request."""

    model: str
    effort: str | None = None
    tier: str | None = None

    def named(self, model: str) -> str:
        """A model with whatever else changes its answers."""
        return model if self.effort is None else f"{model}@{self.effort}"


def read_completion(body: bytes, asked: AskedFor) -> ModelReply:
    """The reply in a body. A name or a count that cannot be one is left out.

    Raises:
        UnexpectedPayload: the body is not a chat completion (a login page, say).
    """
    try:
        return completion_of(parse_json(body), asked)
    except ValueError as error:
        raise UnexpectedPayload(VENDOR, "the answer is not a chat completion") from error


def completion_of(document: Any, asked: AskedFor) -> ModelReply:
    """The reply in a parsed body. Raises ``UnexpectedPayload`` as ``read_completion`` does."""
    choice = _first(document)
    message = choice.get("message")
    if not isinstance(message, dict):
        raise UnexpectedPayload(VENDOR, "the answer is not a chat completion")
    text, refusal = message.get("content"), message.get("refusal")
    finish = choice.get("finish_reason")
    if finish == "content_filter" and not refusal:
        refusal = "content filter"
    tier = document.get("service_tier")
    return ModelReply(
        text=text if isinstance(text, str) else "",
        model=asked.named(_model(document.get("model"), asked.model)),
        complete=finish != "length",
        refusal=str(refusal) if refusal else None,
        usage=_usage(document.get("usage")),
        as_priced=asked.tier is None or tier == asked.tier,
    )


def _first(document: Any) -> dict[str, Any]:
    choices = document.get("choices") if isinstance(document, dict) else None
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise UnexpectedPayload(VENDOR, "the answer is not a chat completion")
    return choices[0]


def _model(name: object, asked: str) -> str:
    """The model as the server names it; what cannot be a name counts as the one asked for."""
    return name if isinstance(name, str) and _MODEL_NAME.fullmatch(name) else asked


def _usage(given: object) -> Usage:
    usage = given if isinstance(given, dict) else {}
    prompt, completion = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
    return Usage(
        requests=1,
        prompt_tokens=prompt,
        cached_tokens=min(prompt, _detail(usage, "prompt_tokens_details", "cached_tokens")),
        completion_tokens=completion,
        reasoning_tokens=min(
            completion, _detail(usage, "completion_tokens_details", "reasoning_tokens")
        ),
    )


def _detail(usage: dict[str, Any], group: str, name: str) -> int:
    details = usage.get(group)
    return _count(details, name) if isinstance(details, dict) else 0


def _count(counts: dict[str, Any], name: str) -> int:
    value = counts.get(name)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_TOKENS:
        return 0
    return value
