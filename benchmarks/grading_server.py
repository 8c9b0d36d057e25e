"""A scripted server of chat completions: ``python -m benchmarks.grading_server ANSWER_FILE``.

It answers every request after a set latency with the entries of the answer file that the
request's schema names, and refuses every so-many-th with a 429, as told. It counts what it
was sent: tokens as bytes of the messages over four. Its own process, so that its time is not
the client's. ``POST /terms`` sets latency and refusals and begins the count anew; ``GET
/seen`` gives it.
"""

import asyncio
import json
import socket
import sys
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

KEY, MODEL = "sk-benchmark", "scripted-1"
BYTES_PER_TOKEN = 4


class GradingServer:
    """``POST /v1/chat/completions``, ``POST /terms`` and ``GET /seen``."""

    def __init__(self, answer: str) -> None:
        self._entries = {e["id"]: e for e in json.loads(answer)["criteria"]}
        self._answers: dict[tuple[str, ...], str] = {}
        self._terms: dict[str, float] = {}
        self._now_open = 0
        self.seen: dict[str, int] = {}
        self._begin({"latency_s": 0.0})
        self.app = Starlette(
            routes=[
                Route("/v1/chat/completions", self.complete, methods=["POST"]),
                Route("/terms", self.set_terms, methods=["POST"]),
                Route("/seen", self.tell),
            ]
        )

    def _begin(self, terms: dict[str, float]) -> None:
        self._terms = terms
        self.seen = {"requests": 0, "answered": 0, "refused": 0, "prompt_tokens": 0, "at_once": 0}

    async def set_terms(self, request: Request) -> Response:
        """``latency_s``, ``refuse_every`` (0: never) and ``retry_after_s``."""
        self._begin(await request.json())
        return JSONResponse({})

    async def tell(self, request: Request) -> Response:
        """What was counted since the terms were set."""
        del request
        return JSONResponse(self.seen)

    async def complete(self, request: Request) -> Response:
        """One completion, or a refusal at once."""
        raw = await request.body()
        body = json.loads(raw)
        tokens = sum(len(m["content"].encode()) for m in body["messages"]) // BYTES_PER_TOKEN
        self.seen["requests"] += 1
        self.seen["prompt_tokens"] += tokens
        every = int(self._terms.get("refuse_every", 0))
        if every and self.seen["requests"] % every == 0:
            self.seen["refused"] += 1
            return _refusal(self._terms.get("retry_after_s", 1.0))
        self._now_open += 1
        self.seen["at_once"] = max(self.seen["at_once"], self._now_open)
        await asyncio.sleep(self._terms["latency_s"])
        self._now_open -= 1
        self.seen["answered"] += 1
        return JSONResponse(_completion(self._answer(body), tokens))

    def _answer(self, body: dict[str, Any]) -> str:
        schema = body["response_format"]["json_schema"]["schema"]
        ids = tuple(schema["properties"]["criteria"]["items"]["properties"]["id"]["enum"])
        if ids not in self._answers:
            self._answers[ids] = json.dumps({"criteria": [self._entries[i] for i in ids]})
        return self._answers[ids]


def _refusal(retry_after_s: float) -> Response:
    error = {"message": "Rate limit reached.", "type": "requests", "code": "rate_limit_exceeded"}
    headers = {"retry-after": f"{retry_after_s:g}"}
    return JSONResponse({"error": error}, status_code=429, headers=headers)


def _completion(content: str, prompt_tokens: int) -> dict[str, Any]:
    message = {"role": "assistant", "content": content, "refusal": None}
    answered = len(content) // BYTES_PER_TOKEN
    return {
        "id": "chatcmpl-scripted",
        "object": "chat.completion",
        "created": 0,
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": {
            "prompt_tokens": prompt_tokens,
            "completion_tokens": answered,
            "total_tokens": prompt_tokens + answered,
        },
    }


def main() -> None:
    """Serve until the process is told to end."""
    server = GradingServer(Path(sys.argv[1]).read_text(encoding="utf-8"))
    listener = socket.create_server(("127.0.0.1", 0), backlog=512)
    config = uvicorn.Config(
        server.app, log_level="critical", lifespan="off", ws="none", timeout_keep_alive=75
    )
    print(f"http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
