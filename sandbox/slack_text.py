"""A Slack message as text for a terminal: what a person would read, without the layout."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any

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
    match block.get("type"):
        case "header":
            yield f"── {shown(block['text']['text'])} ──"
        case "divider":
            yield "─" * 40
        case "context":
            yield " · ".join(shown(e["text"]) for e in block["elements"] if "text" in e)
        case "section":
            if "text" in block:
                yield shown(block["text"]["text"])
            yield from (shown(field["text"]) for field in block.get("fields", ()))
        case "actions":
            yield " ".join(f"[{shown(e['text']['text'])}]" for e in block["elements"])
        case _:
            return
