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
    """A ``LanguageModel`` for one try at one call; a second reading in it is asked anew.

    Calls with equal words share a reply, each through a model of its own.
    """

    def __init__(self, model: LanguageModel, replies: Mapping[str, ModelReply]) -> None:
        self._model = model
        self._replies = replies
        self._given: set[str] = set()
        self._lock = threading.Lock()
        self.asked: list[ModelReply] = []
        """What the model itself replied."""

    @property
    def model(self) -> str:
        """See ``LanguageModel.model``."""
        return self._model.model

    def complete(self, request: ModelRequest) -> ModelReply:
        """See ``LanguageModel.complete``; every earlier reply is given once."""
        key = key_of(request)
        with self._lock:
            reply = None if key in self._given else self._replies.get(key)
            self._given.add(key)
        if reply is None:
            reply = self._model.complete(request)
            self.asked.append(reply)
        return reply

    def room(self, request: ModelRequest) -> int:
        """See ``LanguageModel.room``."""
        return self._model.room(request)

    def check(self) -> Sequence[Check]:
        """See ``LanguageModel.check``."""
        return self._model.check()
