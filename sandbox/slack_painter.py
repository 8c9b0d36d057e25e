"""Blocks as HTML: what a person would see of them, with what has been filled in."""

import base64
import html
from collections.abc import Callable, Mapping
from typing import Any

from sandbox.slack_blocks import with_ids
from sandbox.slack_files import File, kind_of
from sandbox.slack_markdown import markdown_to_html
from sandbox.slack_mrkdwn import plain_to_html, to_html
from sandbox.slack_rich_text import rich_text_to_html
from sandbox.slack_values import Values, holds_a_value, initial_state, value_in
from sandbox.slack_wire import Member

Part = Mapping[str, Any]


class Painter:
    """Paints blocks. ``values``: what stands in inputs; ``errors``: by block id."""

    def __init__(self, files: Mapping[str, File], members: Mapping[str, Member]) -> None:
        self._files, self._members = files, members
        self._values: Values = {}
        self._errors: Mapping[str, str] = {}
        self._blocks: Mapping[str, Callable[[Part], str]] = {
            "actions": self._actions,
            "context": self._context,
            "context_actions": self._actions,
            "divider": lambda block: "<hr>" if block else "",
            "header": lambda block: f"<h3>{_text(block['text'])}</h3>",
            "image": self._picture,
            "input": self._input,
            "markdown": lambda b: f"<div class=markdown>{markdown_to_html(b['text'])}</div>",
            "rich_text": lambda block: f"<div class=rich>{rich_text_to_html(block)}</div>",
            "section": self._section,
            "table": self._table,
        }

    def paint(
        self,
        blocks: Any,
        values: Values | None = None,
        errors: Mapping[str, str] | None = None,
    ) -> str:
        """All blocks, one after another."""
        named = with_ids(blocks)
        self._values = initial_state(named) if values is None else values
        self._errors = errors or {}
        return "".join(self._block(block) for block in named)

    def _block(self, block: Part) -> str:
        show = self._blocks.get(str(block.get("type")))
        return show(block) if show else f"<p class=none>[{html.escape(str(block['type']))}]</p>"

    # ── blocks ──────────────────────────────────────────────────────────────────────────

    def _section(self, block: Part) -> str:
        shown = f"<div class=section>{_text(block['text'])}</div>" if block.get("text") else ""
        if block.get("fields"):
            cells = "".join(f"<div>{_text(f)}</div>" for f in block["fields"])
            shown += f"<div class=fields>{cells}</div>"
        if not block.get("accessory"):
            return shown
        beside = self._element(block["accessory"], block)
        return f"<div class=with>{shown}<div class=beside>{beside}</div></div>"

    def _actions(self, block: Part) -> str:
        kind = "actions" if block["type"] == "actions" else "feedback"
        inside = "".join(self._element(e, block) for e in block["elements"])
        return f"<div class={kind}>{inside}</div>"

    def _context(self, block: Part) -> str:
        shown = (
            self._image(e, "small") if e["type"] == "image" else f"<div>{_text(e)}</div>"
            for e in block["elements"]
        )
        return f"<div class=context>{''.join(shown)}</div>"

    def _picture(self, block: Part) -> str:
        title = f"<figcaption>{_text(block['title'])}</figcaption>" if block.get("title") else ""
        return f"<figure>{title}{self._image(block, 'large')}</figure>"

    def _input(self, block: Part) -> str:
        optional = " <span>(optional)</span>" if block.get("optional") else ""
        hint = f"<div class=hint>{_text(block['hint'])}</div>" if block.get("hint") else ""
        wrong = self._errors.get(block["block_id"])
        error = f"<div class=wrong>{html.escape(wrong)}</div>" if wrong else ""
        return (
            f"<div class=field><div class=label>{_text(block['label'])}{optional}</div>"
            f"{self._element(block['element'], block)}{error}{hint}</div>"
        )

    def _table(self, block: Part) -> str:
        settings = [s or {} for s in block.get("column_settings") or []]
        rows = "".join(f"<tr>{self._row(row, settings)}</tr>" for row in block["rows"])
        return f"<div class=wide><table>{rows}</table></div>"

    def _row(self, row: list[Part], settings: list[Part]) -> str:
        shown = ""
        for number, cell in enumerate(row):
            align = settings[number].get("align") if number < len(settings) else None
            style = f" style=text-align:{align}" if align in ("left", "center", "right") else ""
            rich = cell["type"] == "rich_text"
            inside = rich_text_to_html(cell) if rich else html.escape(str(cell["text"]))
            shown += f"<td{style}>{inside}</td>"
        return shown

    # ── elements ────────────────────────────────────────────────────────────────────────

    def _element(self, element: Part, block: Part) -> str:
        kind = element["type"]
        if kind in ("button", "workflow_button"):
            return _button(element)
        if kind == "image":
            return self._image(element, "small")
        if kind == "overflow":
            return _overflow(element)
        if kind == "feedback_buttons":
            both = (element["positive_button"], element["negative_button"])
            return "".join(f"<span class=button>{_text(b['text'])}</span>" for b in both)
        if kind in ("checkboxes", "radio_buttons"):
            return _picks(element, self._value(element, block))
        return self._box(element, block) if holds_a_value(element) else _button(element)

    def _box(self, element: Part, block: Part) -> str:
        """A menu, a calendar or a field for text, with what stands in it."""
        value, typed = self._value(element, block), element["type"].endswith("_input")
        values = value if isinstance(value, list) else [value]
        shown = ", ".join(self._said(v, plain=typed) for v in values if v is not None)
        if not shown:
            placeholder = element.get("placeholder")
            shown = f"<i>{_text(placeholder) if placeholder else ''}</i>"
        sort = "box input" if block["type"] == "input" else "box"
        tall = " tall" if element.get("multiline") else ""
        arrow = "" if typed else "<i aria-hidden=true>▾</i>"
        return f'<span class="{sort}{tall}"><span>{shown}</span>{arrow}</span>'

    def _value(self, element: Part, block: Part) -> Any:
        kept = self._values.get(block["block_id"], {}).get(element["action_id"])
        return value_in(kept) if kept else None

    def _said(self, value: Any, *, plain: bool) -> str:
        if isinstance(value, Mapping):
            return _text(value["text"]) if "text" in value else ""
        member = None if plain else self._members.get(str(value))
        return html.escape(member.name if member else str(value))

    def _image(self, element: Part, size: str) -> str:
        alt = html.escape(str(element.get("alt_text", "")))
        url = html.escape(str(element.get("image_url") or self._file(element)))
        shown = url.startswith(("http", "data:image/"))
        return f'<img class="{size}" src="{url}" alt="{alt}">' if shown else alt

    def _file(self, element: Part) -> str:
        """An uploaded file as a data URI; "" where there is none."""
        named = element.get("slack_file") or {}
        file = self._files.get(str(named.get("id") or str(named.get("url")).rsplit("/", 1)[-1]))
        if file is None or file.content is None:
            return ""
        return f"data:{kind_of(file)};base64,{base64.b64encode(file.content).decode()}"


def _text(text: Part) -> str:
    if text["type"] == "plain_text":
        return plain_to_html(text["text"], emoji=text.get("emoji", True))
    return to_html(text["text"])


def _button(element: Part) -> str:
    style = element.get("style", "")
    style = style if style in ("primary", "danger") else ""
    inside = _text(element["text"]) if element.get("text") else html.escape(element["type"])
    return f'<a class="button {style}"{_href(element.get("url"))}>{inside}</a>'


def _overflow(element: Part) -> str:
    options = "".join(f"<small>{_text(o['text'])}</small>" for o in element["options"])
    return f"<span class=more><span class=button>…</span>{options}</span>"


def _picks(element: Part, value: Any) -> str:
    chosen = value if isinstance(value, list) else [value]
    round_ = element["type"] == "radio_buttons"
    shown = ""
    for option in element["options"]:
        on = option in chosen
        mark = ("◉" if on else "○") if round_ else ("☑" if on else "☐")
        about = option.get("description")
        more = f"<small>{_text(about)}</small>" if about else ""
        said = _text(option["text"]).replace("<div class=line>", "<span>")
        shown += f"<div class=pick>{mark} {said.replace('</div>', '</span>')}{more}</div>"
    return f"<div>{shown}</div>"


def _href(url: Any) -> str:
    return f' href="{html.escape(url)}"' if isinstance(url, str) and url.startswith("http") else ""
