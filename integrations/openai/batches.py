"""OpenAI's Batch API: many requests in a file, answered within a day at a lower price.

A file holds one request a line, named by our key; its answers come in any order, in an output
file for those that were answered and an error file for the rest, which nobody reads: whatever
has no answer is asked in the ordinary way.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Literal

import httpx2
import openai

from domain.batches import BatchProgress
from domain.errors import UnexpectedPayload
from domain.ports import ModelReply, ModelRequest
from integrations.openai.client import OpenAiModel
from integrations.openai.completion import VENDOR, completion_of
from integrations.openai.failures import translated
from integrations.openai.transport import WholeAnswers
from integrations.untrusted_json import parse_json

ENDPOINT: Literal["/v1/chat/completions"] = "/v1/chat/completions"
TIMEOUT_S = 300.0
"""A file of some hundred calls is tens of megabytes each way."""
MAX_ANSWER_BYTES = 128 * 1024 * 1024
NAME = "reploop_batch"
"""Under which the metadata of a batch names ours."""
ENDED = frozenset({"completed", "expired", "failed", "cancelled"})
LATEST = 100
"""Batches among which ours is looked for by name."""


class OpenAiBatches:
    """See ``ModelBatches``; what is asked is what ``model`` would ask."""

    def __init__(self, model: OpenAiModel) -> None:
        self._model = model
        settings = model.settings
        self._client = openai.OpenAI(
            api_key=settings.api_key,
            base_url=settings.base_url,
            timeout=TIMEOUT_S,
            max_retries=0,
            http_client=httpx2.Client(
                transport=WholeAnswers(VENDOR, limit_s=TIMEOUT_S, max_bytes=MAX_ANSWER_BYTES),
                trust_env=False,
            ),
        )

    def send(self, name: str, requests: Mapping[str, ModelRequest]) -> str:
        """See ``ModelBatches.send``."""
        lines = [
            {"custom_id": key, "method": "POST", "url": ENDPOINT, "body": self._model.body_of(each)}
            for key, each in requests.items()
        ]
        content = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        with _told():
            file = self._client.files.create(
                file=("batch.jsonl", content.encode("utf-8", "replace")), purpose="batch"
            )
            return self._begin(file.id, name)

    def _begin(self, file_id: str, name: str) -> str:
        try:
            batch = self._client.batches.create(
                input_file_id=file_id,
                endpoint=ENDPOINT,
                completion_window="24h",
                metadata={NAME: name},
            )
        except openai.APIStatusError as error:
            if error.status_code < 400:  # a redirect: no plain refusal, so it may have begun
                raise UnexpectedPayload(VENDOR, f"status {error.status_code}") from error
            raise
        remote_id: object = batch.id  # whatever the server sent
        if not isinstance(remote_id, str) or not remote_id:
            raise UnexpectedPayload(VENDOR, "a batch without an id")
        return remote_id

    def find(self, name: str) -> str | None:
        """See ``ModelBatches.find``; among the latest hundred."""
        with _told():
            for batch in self._client.batches.list(limit=LATEST).data:
                if (batch.metadata or {}).get(NAME) == name:
                    return batch.id
        return None

    def look(self, remote_id: str) -> BatchProgress:
        """See ``ModelBatches.look``."""
        with _told():
            batch = self._client.batches.retrieve(remote_id)
            counts, ended = batch.request_counts, batch.status in ENDED
            if counts is None:
                return BatchProgress(0, 0, ended)
            return BatchProgress(counts.completed + counts.failed, counts.total, ended)

    def replies(self, remote_id: str) -> Mapping[str, ModelReply]:
        """See ``ModelBatches.replies``. A line that cannot be read counts as no answer."""
        with _told():
            file_id = self._client.batches.retrieve(remote_id).output_file_id
            content = b"" if file_id is None else self._client.files.content(file_id).content
        return dict(self._read(content))

    def _read(self, content: bytes) -> Iterator[tuple[str, ModelReply]]:
        for line in content.splitlines():
            try:
                yield self._reply(parse_json(line))
            except (ValueError, UnexpectedPayload):
                continue

    def _reply(self, line: Any) -> tuple[str, ModelReply]:
        """One line's key and reply; at the price of batches, which no setting states."""
        response = line.get("response") if isinstance(line, dict) else None
        if not isinstance(response, dict) or response.get("status_code") != 200:
            raise UnexpectedPayload(VENDOR, "a line of a batch has no answer")
        key = line.get("custom_id")
        if not isinstance(key, str):
            raise UnexpectedPayload(VENDOR, "a line of a batch has no name")
        reply = completion_of(response.get("body"), self._model.asked)
        return key, replace(reply, as_priced=False)


@contextmanager
def _told() -> Iterator[None]:
    """Errors of the package as ours; an answer of another shape is one of them."""
    try:
        yield
    except openai.OpenAIError as error:
        raise translated(error) from error
    except (AttributeError, TypeError, ValueError) as error:
        raise UnexpectedPayload(VENDOR, "the answer is none about batches") from error
