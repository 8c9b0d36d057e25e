"""Answers that models, gateways and attackers are known for, and what is to become of each."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.calls import CallState
from sandbox.base import Fault
from sandbox.openai import ScriptedReply

STEP = "Shall we meet again on Thursday at ten"
ASKED = "what happened after the warehouse closed"
BUYERS = "We lost two shifts and nobody told the drivers"


def entry(name: str, **changes: object) -> dict[str, object]:
    """One answer: level 2 with a true quote, but for these changes."""
    whole: dict[str, object] = {
        "id": name, "status": "scored", "level": 2, "reason": "Asked.", "tip": "Again.",
        "better": "", "evidence": [{"turn": 0, "quote": STEP}],
    }  # fmt: skip
    return {**whole, **changes}


STEP_OK = entry("dated_step")
ASKED_OK = entry("open_questions", evidence=[{"turn": 2, "quote": ASKED}])
NONE = entry("objection_answered", status="no_occasion", level=None, evidence=[])


def said(*entries: object) -> str:
    """The content of a reply with these answers."""
    return json.dumps({"criteria": list(entries)})


GOOD = said(STEP_OK, ASKED_OK, NONE)


def reply(content: object = GOOD, **more: object) -> ScriptedReply:
    """A reply with this content."""
    return ScriptedReply(content, **more)  # type: ignore[arg-type]


def with_step(**changes: object) -> ScriptedReply:
    """A good reply but for the answer to the first criterion."""
    return reply(said(entry("dated_step", **changes), ASKED_OK, NONE))


def answer(status: int, body: object = None, **headers: str) -> Fault:
    """An answer of the server itself, before any model."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Fault("answer", path="completions", status=status, body=body, headers=named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the server does first; it is good afterwards, unless ``always``."""

    does: Sequence[Fault | ScriptedReply]
    always: bool = False
    final: CallState = CallState.SCORED
    requests: int = 2
    error: str | None = None


def passing(*does: Fault | ScriptedReply) -> Case:
    """Trouble that is gone by the next attempt: one request for each, and the good one."""
    return Case(does=does, requests=len(does) + 1)


def useless(does: Fault | ScriptedReply, error: str) -> Case:
    """A server that never answers usefully: three gradings, then the call is dead."""
    return Case(does=[does], always=True, final=CallState.DEAD, requests=3, error=error)


def final(does: Fault | ScriptedReply, error: str) -> Case:
    """What will be the same however often one asks: dead at once."""
    return Case(does=[does], final=CallState.DEAD, requests=1, error=error)


CUT = reply('{"criteria": [{', finish_reason="length")
EMPTY = {"id": "c", "object": "chat.completion", "choices": []}
PAGE = "<html>Sign in</html>"
DEEP = "[" * 1000 + "]" * 1000
DECLINED = "the model declined to grade this call"
NOT_JSON, NO_COMPLETION = "the reply is not JSON", "the answer is not a chat completion"

CASES: Mapping[str, Case] = {
    "control: all is well": Case(does=[reply()], requests=1),
    "429 with Retry-After": passing(answer(429, {}, retry_after="7")),
    "429 that names a moment": passing(answer(429, {}, retry_after="2026-11-25T12:00:20Z")),
    "429 with nonsense to wait": passing(answer(429, {}, retry_after="soon")),
    "500 three times": passing(*[answer(500, {})] * 3),
    "503 with a page": passing(answer(503, PAGE)),
    "connection reset": passing(Fault("drop", path="completions")),
    "no answer": passing(Fault("hang", path="completions", delay_s=0.8)),
    "one byte now and then": passing(
        Fault("drip", path="completions", status=200, body=" " * 16, delay_s=0.05)
    ),
    "a login page, once": passing(answer(200, PAGE)),
    "a login page, always": useless(answer(200, PAGE), NO_COMPLETION),
    "no choices": passing(answer(200, EMPTY)),
    "half a JSON": passing(answer(200, '{"choices": [')),
    "JSON a thousand deep": passing(answer(200, f'{{"choices":{DEEP}}}')),
    "prose": useless(reply("Sure! Here are the scores: great job"), NOT_JSON),
    "JSON in a code fence": useless(reply(f"Here you go:\n```json\n{GOOD}\n```"), NOT_JSON),
    "empty content": useless(reply(""), NOT_JSON),
    "content that is no text": passing(reply([{"type": "text", "text": GOOD}])),
    "an array": passing(reply("[]")),
    "content a thousand deep": passing(reply(DEEP)),
    "truncated once": passing(CUT),
    "truncated always": Case(
        does=[CUT], always=True, final=CallState.DEAD, error="the answer was cut off"
    ),
    "refusal": final(reply(None, refusal="I can't help with that"), DECLINED),
    "content filter": final(reply("", finish_reason="content_filter"), DECLINED),
    "level 9": useless(with_step(level=9), "level 9 is off the scale"),
    "level 2.5": passing(with_step(level=2.5)),
    "level true": passing(with_step(level=True)),
    "level NaN": passing(reply(GOOD.replace('"level": 2', '"level": NaN', 1))),
    "a criterion missing": useless(reply(said(STEP_OK, NONE)), "no answer for open_questions"),
    "a criterion twice": passing(reply(said(STEP_OK, STEP_OK, ASKED_OK, NONE))),
    "an unknown status": passing(with_step(status="superb")),
    "evidence that is no list": passing(with_step(evidence="turn 0")),
    "a turn that is no number": passing(with_step(evidence=[{"turn": "0", "quote": STEP}])),
    "status 400": final(answer(400, {"error": {"message": "bad"}}), "status 400"),
    "about what was said": final(
        answer(400, {"error": {"param": "messages", "code": "context_length_exceeded"}}),
        "status 400",
    ),
    "too large": final(answer(413, PAGE), "status 413"),
    "status 418, mended later": passing(answer(418, {})),
    "a redirect, mended later": passing(answer(302, None, location="https://evil.example/")),
    "a model retired, mended later": passing(answer(404, {"error": {"code": "model_not_found"}})),
    "a bill unpaid, paid later": passing(answer(402, {})),
    "a parameter refused, unset later": passing(
        answer(400, {"error": {"message": "bad", "param": "store"}})
    ),
    "key rejected, mended later": passing(answer(401, {})),
    "quota used up, filled later": passing(answer(429, {"error": {"code": "insufficient_quota"}})),
}
