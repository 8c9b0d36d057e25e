"""A model that was asked before: what it answered then, and itself for everything else."""

import hashlib
import json
import threading
from collections.abc import Mapping, Sequence

from domain.ports import Check, LanguageModel, ModelReply, ModelRequest


def key_of(request: ModelRequest) -> str:
    """The same for the same request, whoever makes it and when."""
    parts = [request.system, request.user, dict(request.schema), request.max_output_tokens]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:40]


class AnsweredModel:
    """A ``LanguageModel``; every earlier reply is given once, since a second reading is new."""

    def __init__(self, model: LanguageModel, replies: Mapping[str, ModelReply]) -> None:
        self._model = model
        self._replies = dict(replies)
        self._lock = threading.Lock()

    @property
    def model(self) -> str:
        """See ``LanguageModel.model``."""
        return self._model.model

    def complete(self, request: ModelRequest) -> ModelReply:
        """See ``LanguageModel.complete``."""
        with self._lock:
            reply = self._replies.pop(key_of(request), None)
        return self._model.complete(request) if reply is None else reply

    def room(self, request: ModelRequest) -> int:
        """See ``LanguageModel.room``."""
        return self._model.room(request)

    def check(self) -> Sequence[Check]:
        """See ``LanguageModel.check``."""
        return self._model.check()
