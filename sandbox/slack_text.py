"""A Slack message as text for a terminal: what a person would read, without the layout."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sandbox.slack_blocks import elements_of
from sandbox.slack_mrkdwn import EMOJI
from sandbox.slack_wire import Posted

_LINK = re.compile(r"<(?:[^<>|]*)\|([^<>]*)>")
_BARE = re.compile(r"<(https?:[^<>|]*)>")
_CODE = re.compile(r":([a-z0-9_+'-]+):")


def message_as_text(message: Posted) -> str:
    """All blocks, one after another; the fallback text where there are none."""
    if not message.blocks:
        return shown(message.text)
    return "\n".join(line for block in message.blocks for line in _block(block))


def shown(text: str) -> str:
    """Mrkdwn as it reads: links by their label, emoji as characters, entities decoded."""
    text = _BARE.sub(r"\1", _LINK.sub(r"\1", text))
    text = _CODE.sub(lambda m: EMOJI.get(m[1], m[0]), text)
    lines = (line.removeprefix("&gt;").strip() for line in text.split("\n"))
    return "\n".join(html.unescape(line).replace("*", "") for line in lines)


def _block(block: Mapping[str, Any]) -> Iterator[str]:
    show = _BLOCKS.get(str(block.get("type")))
    yield from show(block) if show else ()


def _section(block: Mapping[str, Any]) -> Iterator[str]:
    if "text" in block:
        yield shown(block["text"]["text"])
    yield from (shown(field["text"]) for field in block.get("fields", ()))
    yield from map(_element, elements_of(block))


def _element(element: Mapping[str, Any]) -> str:
    """What can be acted on, in brackets: by its text, its placeholder or its options."""
    if element["type"] == "feedback_buttons":
        both = (element["positive_button"], element["negative_button"])
        return " ".join(f"[{shown(b['text']['text'])}]" for b in both)
    if element["type"] in ("overflow", "radio_buttons", "checkboxes"):
        return f"[{' / '.join(shown(o['text']['text']) for o in element['options'])}]"
    said = element.get("text") or element.get("placeholder")
    return f"[{shown(said['text']) if said else ''}]"


_BLOCKS: Mapping[str, Callable[[Mapping[str, Any]], Iterable[str]]] = {
    "header": lambda b: [f"── {shown(b['text']['text'])} ──"],
    "divider": lambda b: ["─" * 40] if b else [],
    "context": lambda b: [" · ".join(shown(e["text"]) for e in b["elements"] if "text" in e)],
    "section": _section,
    "actions": lambda b: [" ".join(map(_element, b["elements"]))],
    "context_actions": lambda b: [" ".join(map(_element, b["elements"]))],
    "markdown": lambda b: [b["text"]],
    "image": lambda b: [f"[{shown(b['alt_text'])}]"],
    "input": lambda b: [f"{shown(b['label']['text'])}: {_element(b['element'])}"],
    "table": lambda b: [" | ".join(str(c.get("text", "")) for c in row) for row in b["rows"]],
}
