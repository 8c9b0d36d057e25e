"""What Slack allows as blocks in a message, a modal and the app's home."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from sandbox.slack_checks import (
    Check,
    also,
    anything,
    each,
    flag,
    kinds,
    mrkdwn,
    number,
    one_of,
    plain,
    said,
    shape,
    string,
    whole,
    words,
)
from sandbox.slack_elements import (
    ACCESSORY,
    ACTIONS,
    CONTEXT,
    CONTEXT_ACTIONS,
    ID,
    IMAGE,
    IMAGE_URL,
    INPUTS,
    SLACK_FILE,
)

Surface = Literal["message", "modal", "home"]
MOST: Mapping[str, int] = {"message": 50, "modal": 100, "home": 100}
MARKDOWN_CHARS = 12_000
TABLE_CHARS = 10_000
"""All tables of a message together."""


def _said_something(value: Any, at: str) -> Iterator[str]:
    if not value.get("text") and not value.get("fields"):
        yield said("must define either text or fields", at)


def _one_source(value: Any, at: str) -> Iterator[str]:
    if ("image_url" in value) == ("slack_file" in value):
        yield said("must define either image_url or slack_file", at)


def _ids_differ(value: Any, at: str) -> Iterator[str]:
    seen: set[str] = set()
    for index, element in enumerate(value["elements"]):
        action_id = element.get("action_id")
        if action_id in seen:
            yield said(
                f"`action_id` {action_id} already exists", f"{at}/elements/{index}/action_id"
            )
        if action_id:
            seen.add(action_id)


_RICH = shape("elements", elements=each(anything, 1000, 0), block_id=ID)
_CELL = kinds(
    {
        "raw_text": shape("text", text=string(TABLE_CHARS, 1)),
        "raw_number": shape("value text", value=number, text=string(255)),
        "rich_text": _RICH,
    }
)
_COLUMN = shape(align=one_of("left", "center", "right"), is_wrapped=flag)
_CARD = {
    "block_id": ID,
    "title": mrkdwn(150),
    "subtitle": mrkdwn(150),
    "body": mrkdwn(200),
    "icon": IMAGE,
    "hero_image": IMAGE,
    "actions": each(ACTIONS, 10),
}

_ANYWHERE: dict[str, Check] = {
    "actions": also(shape("elements", block_id=ID, elements=each(ACTIONS, 25)), _ids_differ),
    "context": shape("elements", block_id=ID, elements=each(CONTEXT, 10)),
    "divider": shape(block_id=ID),
    "header": shape("text", block_id=ID, text=plain(150), level=whole(1, 4)),
    "image": also(
        shape(
            "alt_text",
            block_id=ID,
            alt_text=string(2000, 1),
            title=plain(2000),
            image_url=IMAGE_URL,
            slack_file=SLACK_FILE,
        ),
        _one_source,
    ),
    "input": shape(
        "label element",
        block_id=ID,
        label=plain(2000),
        hint=plain(2000),
        element=INPUTS,
        optional=flag,
        dispatch_action=flag,
    ),
    "rich_text": _RICH,
    "section": also(
        shape(
            block_id=ID,
            text=words(3000),
            fields=each(words(2000), 10),
            accessory=ACCESSORY,
            expand=flag,
        ),
        _said_something,
    ),
    "video": shape(
        "alt_text title thumbnail_url video_url",
        block_id=ID,
        alt_text=string(2000, 1),
        title=plain(200),
        thumbnail_url=IMAGE_URL,
        video_url=IMAGE_URL,
        title_url=IMAGE_URL,
        description=plain(200),
        author_name=string(50),
        provider_name=string(255),
        provider_icon_url=IMAGE_URL,
    ),
}
_MESSAGES_ONLY: dict[str, Check] = {
    "alert": shape(
        "text",
        block_id=ID,
        text=words(3000),
        level=one_of("default", "info", "warning", "error", "success"),
    ),
    "card": shape(**_CARD),
    "carousel": shape("elements", block_id=ID, elements=each(shape(**_CARD), 10)),
    "context_actions": also(
        shape("elements", block_id=ID, elements=each(CONTEXT_ACTIONS, 5)), _ids_differ
    ),
    "file": shape("external_id source", block_id=ID, external_id=ID, source=one_of("remote")),
    "markdown": shape("text", block_id=ID, text=string(MARKDOWN_CHARS, 1)),
    "plan": shape("title", block_id=ID, title=string(255, 1), tasks=each(anything, 50, 0)),
    "table": shape(
        "rows",
        block_id=ID,
        rows=each(each(_CELL, 20), 100),
        column_settings=each(_COLUMN, 20, 0),
    ),
    "task_card": shape(
        "task_id title status",
        block_id=ID,
        task_id=ID,
        title=string(255, 1),
        status=one_of("pending", "in_progress", "complete", "error"),
        details=_RICH,
        output=_RICH,
        sources=each(anything, 20, 0),
    ),
}
_KNOWN: Mapping[str, Check] = {
    "message": kinds({**_ANYWHERE, **_MESSAGES_ONLY}),
    "modal": kinds(_ANYWHERE),
    "home": kinds(_ANYWHERE),
}


def problems(blocks: Any, surface: Surface, at: str = "/blocks") -> list[str]:
    """What Slack would say against these blocks there; empty if nothing."""
    least = 1 if surface == "message" else 0
    found = list(each(_KNOWN[surface], MOST[surface], least)(blocks, at))
    if not found:
        for check in _TOGETHER:
            found += check(blocks, at)
    return found


def _block_ids_differ(blocks: list[Any], at: str) -> Iterator[str]:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        block_id = block.get("block_id")
        if block_id in seen:
            yield said(f"`block_id` {block_id} already exists", f"{at}/{index}/block_id")
        if block_id:
            seen.add(block_id)


def _one_table(blocks: list[Any], at: str) -> Iterator[str]:
    tables = [i for i, b in enumerate(blocks) if b["type"] == "table"]
    for index in tables[1:]:
        yield said("only one table is allowed in a message", f"{at}/{index}")
    cells = (c for i in tables for row in blocks[i]["rows"] for c in row)
    if sum(len(str(c.get("text", ""))) for c in cells) > TABLE_CHARS:
        yield said(f"tables must be less than {TABLE_CHARS + 1} characters", at)


def _markdown_fits(blocks: list[Any], at: str) -> Iterator[str]:
    if sum(len(b["text"]) for b in blocks if b["type"] == "markdown") > MARKDOWN_CHARS:
        yield said(f"markdown must be less than {MARKDOWN_CHARS + 1} characters in all", at)


def _one_focus(blocks: list[Any], at: str) -> Iterator[str]:
    if sum(bool(e.get("focus_on_load")) for b in blocks for e in elements_of(b)) > 1:
        yield said("only one element can have focus_on_load", at)


_TOGETHER: tuple[Callable[[list[Any], str], Iterator[str]], ...] = (
    _block_ids_differ,
    _one_table,
    _markdown_fits,
    _one_focus,
)


def elements_of(block: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What a person can act on in a block."""
    kind = block.get("type")
    if kind in ("actions", "context_actions"):
        return list(block["elements"])
    if kind == "input":
        return [block["element"]]
    accessory = block.get("accessory")
    return [accessory] if accessory and accessory["type"] != "image" else []


def files_in(blocks: Any, at: str = "/blocks") -> Iterator[tuple[Mapping[str, Any], str]]:
    """Every ``slack_file`` of valid blocks, with its place."""
    if isinstance(blocks, list):
        for index, item in enumerate(blocks):
            yield from files_in(item, f"{at}/{index}")
    elif isinstance(blocks, dict):
        for name, item in blocks.items():
            if name == "slack_file":
                yield item, f"{at}/{name}"
            else:
                yield from files_in(item, f"{at}/{name}")


def with_ids(blocks: Any) -> list[dict[str, Any]]:
    """Blocks as Slack hands them back: every block and element with an id."""
    return [_with_ids(block, index) for index, block in enumerate(blocks)]


def _with_ids(block: Mapping[str, Any], index: int) -> dict[str, Any]:
    block_id = block.get("block_id") or f"b{index:04x}"
    shown = {**block, "block_id": block_id}
    named = [
        {**e, "action_id": e.get("action_id") or f"{block_id}.{n}"}
        for n, e in enumerate(elements_of(block))
    ]
    if block["type"] in ("actions", "context_actions"):
        shown["elements"] = named
    elif named:
        shown["element" if block["type"] == "input" else "accessory"] = named[0]
    return shown
