"""What Slack refuses in a posted message or a view, as far as it is known."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.slack_blocks import MARKDOWN_CHARS, problems
from sandbox.slack_checks import (
    Check,
    anything,
    flag,
    kinds,
    plain,
    said,
    shape,
    string,
)

TEXT_CHARS = 40_000
BLOCKS_CHARS, WORDS_CHARS = 17_694, 11_341
"""The shortest blocks, as JSON and as texts in them, that people measured being refused; Slack
documents no number for ``msg_blocks_too_long``. Tables and markdown are not counted: they have
limits of their own."""
METADATA_BYTES = 16_000
VIEW_BYTES = 250_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """Slack's error code, and what it says about where the trouble is."""

    code: str
    messages: tuple[str, ...] = ()


def refusal(body: Mapping[str, Any]) -> Refusal | None:
    """Why Slack would refuse this ``chat.postMessage`` body; ``None`` if it is fine."""
    blocks, text = body.get("blocks"), body.get("text") or ""
    markdown = body.get("markdown_text")
    if markdown is not None:
        return _markdown_refusal(markdown, has_more=bool(blocks or text))
    if not blocks and not text:
        return Refusal("no_text")
    if len(text) > TEXT_CHARS:
        return Refusal("msg_too_long")
    return _blocks_refusal(blocks) or _metadata_refusal(body.get("metadata"))


def _markdown_refusal(markdown: Any, *, has_more: bool) -> Refusal | None:
    if has_more:
        return Refusal("markdown_text_conflict")
    return Refusal("msg_too_long") if len(str(markdown)) > MARKDOWN_CHARS else None


def _blocks_refusal(blocks: Any) -> Refusal | None:
    if not blocks and blocks in (None, []):
        return None
    found = problems(blocks, "message")
    if found:
        return Refusal("invalid_blocks", tuple(found))
    counted = [block for block in blocks if block["type"] not in ("table", "markdown")]
    too_long = len(json.dumps(counted, ensure_ascii=False)) >= BLOCKS_CHARS
    return Refusal("msg_blocks_too_long") if too_long or _words(counted) >= WORDS_CHARS else None


def _words(part: Any) -> int:
    """Characters of every text, however deep."""
    if isinstance(part, dict):
        own = part.get("text")
        here = len(own) if isinstance(own, str) else 0
        return here + sum(map(_words, part.values()))
    return sum(map(_words, part)) if isinstance(part, list | tuple) else 0


def _metadata_refusal(metadata: Any) -> Refusal | None:
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_payload"), dict):
        return Refusal("invalid_metadata_format")
    too_large = len(json.dumps(metadata)) > METADATA_BYTES
    return Refusal("metadata_too_large") if too_large else None


_SHARED: dict[str, Check] = {
    "blocks": anything,
    "callback_id": string(255),
    "external_id": string(255),
    "private_metadata": string(3000),
}
_VIEWS = {
    "modal": shape(
        "title blocks",
        **_SHARED,
        title=plain(24),
        submit=plain(24),
        close=plain(24),
        clear_on_close=flag,
        notify_on_close=flag,
        submit_disabled=flag,
    ),
    "home": shape("blocks", **_SHARED),
}


def view_refusal(view: Any, kind: str) -> Refusal | None:
    """Why Slack would refuse this view; ``kind`` is the one that the method takes."""
    if len(json.dumps(view)) > VIEW_BYTES:
        return Refusal("view_too_large")
    found = list(_view_problems(view, kind))
    return Refusal("invalid_arguments", tuple(found)) if found else None


def _view_problems(view: Any, kind: str) -> Iterator[str]:
    yield from kinds({kind: _VIEWS[kind]})(view, "/view")
    if not isinstance(view, dict) or view.get("blocks") is None:
        return
    found = problems(view["blocks"], "modal" if kind == "modal" else "home", "/view/blocks")
    yield from found
    if not found and kind == "modal" and not view.get("submit"):
        for index, block in enumerate(view["blocks"]):
            if block["type"] == "input":
                yield said("submit is required with an input block", f"/view/blocks/{index}")
                return
