"""Slack's rich text as HTML."""

import html
from collections.abc import Mapping
from typing import Any

from sandbox.slack_mrkdwn import EMOJI

_STYLES = (("bold", "strong"), ("italic", "em"), ("strike", "s"), ("code", "code"))


def rich_text_to_html(block: Mapping[str, Any]) -> str:
    """A rich_text block: sections, lists, quotations and code."""
    return "".join(_part(part) for part in block["elements"])


def _part(part: Mapping[str, Any]) -> str:
    inside = "".join(_leaf(leaf) for leaf in part.get("elements", ()))
    match part.get("type"):
        case "rich_text_list":
            tag = "ol" if part.get("style") == "ordered" else "ul"
            items = "".join(f"<li>{_part(item)}</li>" for item in part["elements"])
            return f"<{tag}>{items}</{tag}>"
        case "rich_text_quote":
            return f"<blockquote>{inside}</blockquote>"
        case "rich_text_preformatted":
            return f"<pre>{inside}</pre>"
        case _:
            return f"<div>{inside}</div>"


def _leaf(leaf: Mapping[str, Any]) -> str:
    match leaf.get("type"):
        case "link":
            label = html.escape(leaf.get("text") or leaf["url"])
            web = str(leaf["url"]).startswith("http")
            shown = f'<a href="{html.escape(leaf["url"])}">{label}</a>' if web else label
        case "emoji":
            shown = EMOJI.get(leaf["name"], f":{html.escape(leaf['name'])}:")
        case "user":
            shown = f"<span class=mention>@{html.escape(leaf['user_id'])}</span>"
        case _:
            shown = html.escape(str(leaf.get("text", ""))).replace("\n", "<br>")
    style = leaf.get("style") or {}
    for name, tag in _STYLES:
        if style.get(name):
            shown = f"<{tag}>{shown}</{tag}>"
    return shown
