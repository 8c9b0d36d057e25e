"""What Slack refuses in a posted message, as far as it is known."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

MESSAGE_BLOCKS = 50
TEXT_CHARS = 40_000
BLOCKS_CHARS = 13_200
"""Where ``msg_blocks_too_long`` has been seen to begin; Slack documents no number."""
METADATA_BYTES = 16_000

_ELEMENT_LIMITS = {"context": 10, "actions": 25}
_KNOWN = {"header", "section", "context", "divider", "actions", "image", "rich_text", "markdown"}


def refusal(body: Mapping[str, Any]) -> str | None:
    """Slack's error code for this ``chat.postMessage`` body, or ``None`` if it is fine."""
    blocks, text = body.get("blocks"), body.get("text") or ""
    if not blocks and not text:
        return "no_text"
    if len(text) > TEXT_CHARS:
        return "msg_too_long"
    if blocks is not None:
        if not isinstance(blocks, list) or len(blocks) > MESSAGE_BLOCKS:
            return "invalid_blocks"
        if not all(_block_is_valid(b) for b in blocks):
            return "invalid_blocks"
        if len(json.dumps(blocks)) > BLOCKS_CHARS:
            return "msg_blocks_too_long"
    return _metadata_refusal(body.get("metadata"))


def _metadata_refusal(metadata: Any) -> str | None:
    if metadata is None:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_payload"), dict):
        return "invalid_metadata_format"
    return "metadata_too_large" if len(json.dumps(metadata)) > METADATA_BYTES else None


def _block_is_valid(block: Any) -> bool:
    if not isinstance(block, dict) or block.get("type") not in _KNOWN:
        return False
    kind = block["type"]
    if kind == "header":
        return _text_is_valid(block.get("text"), 150, ("plain_text",))
    if kind == "section":
        return _section_is_valid(block)
    if kind in _ELEMENT_LIMITS:
        elements = block.get("elements")
        return _elements_are_valid(elements, _ELEMENT_LIMITS[kind], buttons=kind == "actions")
    return kind != "image" or bool(block.get("alt_text"))


def _section_is_valid(block: Mapping[str, Any]) -> bool:
    text, fields = block.get("text"), block.get("fields")
    if text is None and not fields:
        return False
    if text is not None and not _text_is_valid(text, 3000):
        return False
    return not fields or (len(fields) <= 10 and all(_text_is_valid(f, 2000) for f in fields))


def _elements_are_valid(elements: Any, limit: int, *, buttons: bool) -> bool:
    if not isinstance(elements, Sequence) or not 1 <= len(elements) <= limit:
        return False
    return all(
        _text_is_valid(e.get("text"), 75, ("plain_text",))
        if buttons
        else e.get("type") == "image" or _text_is_valid(e, 3000)
        for e in elements
    )


def _text_is_valid(
    text: Any, limit: int, kinds: tuple[str, ...] = ("plain_text", "mrkdwn")
) -> bool:
    if not isinstance(text, dict) or text.get("type") not in kinds:
        return False
    said = text.get("text")
    return isinstance(said, str) and 1 <= len(said) <= limit
