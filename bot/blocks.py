"""The few Block Kit blocks Reploop uses, each within Slack's limits."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.charts import Picture
from bot.text import (
    BLOCKS_CHARS,
    CONTEXT_CHARS,
    MESSAGE_BLOCKS,
    TEXT_CHARS,
    WORDS_CHARS,
    bounded,
    plain,
)

Block = dict[str, Any]
ALT_CHARS = 2000


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: ``text`` for notifications and screen readers, ``blocks`` to look at."""

    text: str
    blocks: tuple[Block, ...]
    picture: Picture | None = None
    """What its ``picture_block`` shows, still to be drawn and uploaded."""


def header(text: str) -> Block:
    """A title; foreign words in it are shown literally."""
    return {"type": "header", "text": {"type": "plain_text", "text": plain(text), "emoji": False}}


def section(lines: Sequence[str]) -> Block:
    """A paragraph of finished mrkdwn lines; those beyond 3,000 characters are dropped."""
    return {"type": "section", "text": _mrkdwn(bounded([line for line in lines if line]))}


def context(line: str) -> Block:
    """A small grey line."""
    return {"type": "context", "elements": [_mrkdwn(bounded([line], CONTEXT_CHARS))]}


def divider() -> Block:
    """A thin line."""
    return {"type": "divider"}


def picture_block(picture: Picture) -> Block:
    """The place of a picture, until its file has an id; see ``with_picture``."""
    return {"type": "image", "slack_file": {"id": ""}, "alt_text": picture.alt[:ALT_CHARS]}


def with_picture(blocks: Sequence[Block], file_id: str | None) -> list[Block]:
    """The blocks with the uploaded file in its place; without one the place is left out."""
    return [
        {**block, "slack_file": {"id": file_id}} if block["type"] == "image" else block
        for block in blocks
        if block["type"] != "image" or file_id
    ]


def message(text: str, blocks: Sequence[Block], picture: Picture | None = None) -> Message:
    """Bind a fallback text and blocks; callers keep the blocks' ``Size`` within limits."""
    return Message(bounded([text], TEXT_CHARS), tuple(blocks), picture)


@dataclass(frozen=True, slots=True)
class Size:
    """How much of a message some blocks take up: their number, their length, and their texts'."""

    blocks: int
    chars: int
    """As JSON."""
    words: int
    """Characters of all texts in them, links and all."""

    def __add__(self, other: "Size") -> "Size":
        """Taken up by both together."""
        return Size(self.blocks + other.blocks, self.chars + other.chars, self.words + other.words)

    def __sub__(self, other: "Size") -> "Size":
        """Taken up without the other, which is part of it."""
        return Size(self.blocks - other.blocks, self.chars - other.chars, self.words - other.words)

    @property
    def fits(self) -> bool:
        """Whether Slack takes that much as one message."""
        fits = self.blocks <= MESSAGE_BLOCKS and self.chars <= BLOCKS_CHARS
        return fits and self.words <= WORDS_CHARS


def size(blocks: Sequence[Block]) -> Size:
    """The size of these blocks, each with the separator that follows it."""
    chars = sum(len(json.dumps(block, ensure_ascii=False)) + 2 for block in blocks)
    return Size(len(blocks), chars, _words(blocks))


def _words(part: object) -> int:
    """Characters of every text, however deep."""
    match part:
        case Mapping():
            own = part.get("text")
            here = len(own) if isinstance(own, str) else 0
            return here + sum(_words(value) for value in part.values())
        case list() | tuple():
            return sum(map(_words, part))
    return 0


def _mrkdwn(text: str) -> Block:
    return {"type": "mrkdwn", "text": text or "—", "verbatim": True}
