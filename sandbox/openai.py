"""A server that speaks OpenAI's chat completions, with a stand-in for a model behind it.

The stand-in is no judge of calls: it reads the numbered lines of the prompt and answers by
counting simple marks in them, always the same for the same prompt, with quotes that stand
there. It exists so that the real client, the real prompt and the real checks can run. Tests
may queue replies of their own (a refusal, prose, a cut-off answer, an invented quote).
"""

import json
import re
import time
from collections import deque
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from sandbox.base import Sandbox
from sandbox.openai_batches import Batches

LINE = re.compile(r"^(\d+) ([RBO]): (.*)$", re.MULTILINE)
NUMBERS = re.compile(r"\d|percent|hours|weeks|euro|dollar", re.IGNORECASE)
DATES = re.compile(
    r"\b(mon|tues|wednes|thurs|fri)day\b|tomorrow|next week|calendar|invite", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class ScriptedReply:
    """What the stand-in answers instead of reading: see the tests."""

    content: object
    refusal: str | None = None
    finish_reason: str = "stop"
    model: object = None
    """What it calls itself; by default the model asked for."""
    usage: object = None
    """What it says it used; by default the truth."""


class OpenAiSandbox(Sandbox):
    """``POST /v1/chat/completions``, ``GET /v1/models/{id}``, files and batches."""

    slug = "openai"

    def __init__(self, api_key: str = "sk-sandbox", model: str = "sandbox-1") -> None:
        super().__init__()
        self.api_key, self.model = api_key, model
        self.scripted: deque[ScriptedReply] = deque()
        self.refuses: frozenset[str] = frozenset()
        """Parameters that this server does not know and answers with a 400."""
        self.flex_is_full = False
        self.batches = Batches(self._answer, self._denied)
        self.app = Starlette(
            routes=[
                Route("/v1/chat/completions", self._complete, methods=["POST"]),
                Route("/v1/models/{model}", self._model),
                *self.batches.routes("/v1"),
            ]
        )

    def _denied(self, request: Request) -> JSONResponse | None:
        if request.headers.get("authorization") == f"Bearer {self.api_key}":
            return None
        return _error(401, "Incorrect API key provided.", "invalid_api_key")

    async def _model(self, request: Request) -> JSONResponse:
        if denied := self._denied(request):
            return denied
        if request.path_params["model"] != self.model:
            return _error(404, "The model does not exist.", "model_not_found")
        return JSONResponse(
            {"id": self.model, "object": "model", "created": 0, "owned_by": "sandbox"}
        )

    async def _complete(self, request: Request) -> JSONResponse:
        if denied := self._denied(request):
            return denied
        body = await request.json()
        if body.get("model") != self.model:
            return _error(404, "The model does not exist.", "model_not_found")
        if unknown := sorted(self.refuses & body.keys()):
            return _error(
                400, f"Unknown parameter: '{unknown[0]}'.", "unknown_parameter", unknown[0]
            )
        tier = body.get("service_tier")
        if tier == "flex" and self.flex_is_full:
            return _error(429, "Flex has no room now.", "resource_unavailable")
        answer = self._answer(body)
        return JSONResponse(answer if tier is None else {**answer, "service_tier": tier})

    def _answer(self, body: dict[str, Any]) -> dict[str, Any]:
        """The completion for a request's body."""
        prompt = "\n".join(str(m.get("content", "")) for m in body["messages"])
        schema = body["response_format"]["json_schema"]["schema"]
        with self.lock:
            reply = self.scripted.popleft() if self.scripted else None
        reply = reply or ScriptedReply(json.dumps(_read(prompt, schema)))
        return _completion(self.model, prompt, reply)


def _error(status: int, message: str, code: str, param: str | None = None) -> JSONResponse:
    error = {"message": message, "type": "invalid_request_error", "param": param, "code": code}
    return JSONResponse({"error": error}, status_code=status)


def _completion(model: str, prompt: str, reply: ScriptedReply) -> dict[str, Any]:
    asked, answered = len(prompt) // 4, len(str(reply.content or "")) // 4
    usage = {
        "prompt_tokens": asked,
        "completion_tokens": answered,
        "total_tokens": asked + answered,
        "prompt_tokens_details": {"cached_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": 0},
    }
    message = {"role": "assistant", "content": reply.content, "refusal": reply.refusal}
    return {
        "id": "chatcmpl-sandbox",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": reply.model or model,
        "choices": [
            {
                "index": 0,
                "message": message,
                "logprobs": None,
                "finish_reason": reply.finish_reason,
            }
        ],
        "usage": reply.usage or usage,
    }


def _read(prompt: str, schema: dict[str, Any]) -> dict[str, Any]:
    lines = [(int(n), role, text) for n, role, text in LINE.findall(prompt)]
    if "facts" in schema["properties"]:
        return {"facts": _facts(lines)}
    ids = schema["properties"]["criteria"]["items"]["properties"]["id"]["enum"]
    return {"criteria": [_answer(name, lines) for name in ids]}


def _answer(name: str, lines: list[tuple[int, str, str]]) -> dict[str, Any]:
    said = [(n, text) for n, role, text in lines if role == "R" and len(text.split()) >= 4]
    marked = [(n, text) for n, text in said if _marks(name, text)]
    level = min(4, len(marked))
    shown = marked[:2] if marked else said[:1]
    return {
        "id": name,
        "status": "scored" if said else "cannot_tell",
        "evidence": [{"turn": n, "quote": " ".join(text.split()[:14])} for n, text in shown],
        "level": level if said else None,
        "reason": f"{len(marked)} turns show it.",
        "tip": "Do it once more, and earlier.",
        "better": "" if level == 4 else "Could you walk me through that step by step?",
    }


def _facts(lines: list[tuple[int, str, str]]) -> list[dict[str, Any]]:
    """One fact: the last thing that somebody said with a day in it is the next step."""
    dated = [(n, text) for n, role, text in lines if role in "RB" and DATES.search(text)]
    return [
        {
            "element": "common.next_step",
            "turn": n,
            "quote": " ".join(text.split()[:20]),
            "value": " ".join(text.split()[:20]),
            "when": "",
        }
        for n, text in dated[-1:]
    ]


def _marks(name: str, text: str) -> bool:
    if "next" in name:
        return bool(DATES.search(text))
    if any(word in name for word in ("impact", "metric", "value", "budget")):
        return bool(NUMBERS.search(text))
    return text.rstrip().endswith("?")
