"""Hostile words in every place of a notice that other people's words can reach."""

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

from bot.blocks import Message
from tests.integrations.samples import specs

T = TypeVar("T")
FREE_TEXT = frozenset(
    {
        "better",
        "call_title",
        "headline",
        "last_focus",
        "name",
        "note",
        "nothing_because",
        "question",
        "quote",
        "reason",
        "rep_name",
        "scope",
        "skill_name",
        "speaker",
        "suggestion",
        "summary",
        "tip",
        "title",
        "why",
    }
)
ATTACKS = (
    "<!channel>",
    "hello <!here|here>",
    "<@U123456>",
    "<https://evil.test|https://app.reploop.example/calls/1>",
    "<script>alert(1)</script>",
    "&lt;!channel&gt;",
    "*bold* _it_ ~no~ `code` ```block```",
    "line\n> forged quote\n• forged point",
    "https://evil.test/x",
    ":white_check_mark: approved",
    "\u202egnp.exe\u200b\x00\ud800",
    "x" * 9000,
    "word " * 3000,
    "|>|<|",
    "",
)
hostile_text = st.one_of(st.sampled_from(ATTACKS), st.text(max_size=80))


def poisoned(value: T, text: str) -> T:
    """A copy in which every free text is ``text``."""
    changed: Any = value
    if isinstance(value, tuple):
        changed = tuple(poisoned(v, text) for v in value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = dataclasses.replace(
            value,
            **{
                f.name: _field(f.name, getattr(value, f.name), text)
                for f in dataclasses.fields(value)
                if f.init
            },
        )
    result: T = changed
    return result


def _field(name: str, value: Any, text: str) -> Any:
    if isinstance(value, str):
        return text if name in FREE_TEXT else value
    if isinstance(value, Mapping):  # what goes into a phrase
        return {k: text if isinstance(v, str) else poisoned(v, text) for k, v in value.items()}
    return poisoned(value, text)


def texts(block: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The text objects of a block, those of its buttons and options among them."""
    if "text" in block:
        yield block["text"]
    inside = [*block.get("elements", ()), block.get("accessory") or {}]
    for element in inside:
        if element.get("type") in ("mrkdwn", "plain_text"):
            yield element
        elif "text" in element:
            yield element["text"]
        yield from (option["text"] for option in element.get("options", ()))


def addresses(message: Message) -> set[str]:
    """Everything in angle brackets, up to its label."""
    said = [t["text"] for b in message.blocks for t in texts(b) if t["type"] == "mrkdwn"]
    return {m for text in (*said, message.text) for m in re.findall(r"<([^|>]*)", text)}


def spec(name: str) -> Any:
    """One of the vendors' schemas."""
    return json.loads((specs() / name).read_text(encoding="utf-8"))
