"""The sandbox Slack as people would see it: one column of messages for each recipient."""

import html
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sandbox.slack import SlackSandbox
from sandbox.slack_mrkdwn import plain_to_html, to_html
from sandbox.slack_wire import Member, Posted, direct_channel

STYLE = """
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#1d1c1d;overflow-wrap:anywhere;
 font:15px/1.467 Lato,"Slack-Lato",-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,
 "Noto Color Emoji",sans-serif}
main{max-width:780px;margin:0 auto;padding:0 20px 48px}
h2{position:sticky;top:0;z-index:1;margin:0 -20px;padding:12px 20px;background:#fff;
 border-bottom:1px solid #dddcdd;font-size:18px;line-height:24px;font-weight:900}
h2 small{margin-left:8px;color:#616061;font-size:13px;font-weight:400}
article{display:flex;gap:8px;padding:12px 0 8px}
.face{flex:0 0 36px;height:36px;border-radius:8px;background:#1f3a34;color:#e8f3ee;
 font-weight:900;font-size:18px;line-height:36px;text-align:center}
.body{flex:1;min-width:0}
.who{display:flex;align-items:center;gap:6px;line-height:22px}
.who b{font-weight:900}
.app{padding:0 3px;border-radius:2px;background:#ebeaeb;color:#616061;font-size:10px;
 font-weight:700;line-height:14px}
time,.only{color:#616061;font-size:12px}
h3{margin:8px 0 4px;font-size:18px;line-height:1.333;font-weight:900}
.section,.fields,.context,.actions{margin:4px 0 8px}
.line{min-height:22px}
.fields{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:8px 16px}
.context{display:flex;flex-wrap:wrap;gap:4px 8px;color:#616061;font-size:13px;line-height:18px}
.context .line{min-height:0}
.context img{width:20px;height:20px}
hr{margin:12px 0;border:0;border-top:1px solid #dddcdd}
blockquote{margin:4px 0;padding:0 0 0 12px;border-left:4px solid #dddcdd}
a{color:#1264a3;text-decoration:none}
a:hover{text-decoration:underline}
code{padding:2px 3px 1px;border:1px solid #e0dfe0;border-radius:3px;background:#f8f8f8;
 color:#c01343;font:12px/1.5 Monaco,Menlo,Consolas,monospace}
.mention{padding:0 2px 1px;border-radius:3px;background:#e8f5fa;color:#1264a3}
.button{display:inline-block;margin:0 8px 8px 0;padding:4px 12px;border:1px solid #bbbabb;
 border-radius:8px;color:#1d1c1d;font-size:13px;font-weight:700}
.primary{border-color:#007a5a;background:#007a5a;color:#fff}
.danger{border-color:#e01e5a;background:#e01e5a;color:#fff}
img.large{max-width:100%;border-radius:8px}
.empty{color:#616061}
""".strip()


def slack_page(sandbox: SlackSandbox, only_user: str | None = None) -> str:
    """An HTML page of everything posted, by recipient; ``only_user`` is a Slack user id."""
    with sandbox.lock:
        messages, members = list(sandbox.messages), dict(sandbox.members)
    shown = [m for i, m in members.items() if only_user in (None, i)]
    columns = [_direct(m, messages) for m in sorted(shown, key=lambda m: m.name)]
    if only_user is None:
        columns += [_channel(name, messages) for name in sorted(sandbox.channels)]
    inside = "".join(columns) or "<p class=empty>No message has been sent yet.</p>"
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width,initial-scale=1">'
        f"<title>Slack (sandbox)</title><style>{STYLE}</style></head>"
        f"<body><main>{inside}</main></body></html>"
    )


def _direct(member: Member, messages: Iterable[Posted]) -> str:
    channel = direct_channel(member.id)
    mine = [m for m in messages if m.channel == channel or m.only_for == member.id]
    return _column(member.name, member.email, mine, _zone(member.time_zone))


def _channel(name: str, messages: Iterable[Posted]) -> str:
    public = [m for m in messages if m.channel == name and m.only_for is None]
    return _column(f"#{name}", "channel", public, UTC)


def _column(title: str, note: str, messages: list[Posted], zone: tzinfo) -> str:
    if not messages:
        return ""
    heading = f"<h2>{html.escape(title)}<small>{html.escape(note)}</small></h2>"
    return f"<section>{heading}{''.join(_message(m, zone) for m in messages)}</section>"


def _message(message: Posted, zone: tzinfo) -> str:
    at = datetime.fromtimestamp(float(message.ts), zone)
    inside = "".join(_block(b) for b in message.blocks) or (
        f"<div class=section>{to_html(message.text)}</div>"
    )
    only = "<span class=only>Only visible to you</span>" if message.only_for else ""
    return (
        f'<article><div class=face aria-hidden=true>R</div><div class=body><div class="who">'
        f"<b>Reploop</b><span class=app>APP</span>"
        f"<time datetime={at.isoformat()}>{at:%a} {at.day} {at:%b, %H:%M}</time>{only}</div>"
        f"{inside}</div></article>"
    )


def _block(block: Mapping[str, Any]) -> str:
    show = _BLOCKS.get(str(block.get("type")))
    return show(block) if show else ""


def _section(block: Mapping[str, Any]) -> str:
    shown = f"<div class=section>{_text(block['text'])}</div>" if "text" in block else ""
    if block.get("fields"):
        cells = "".join(f"<div>{_text(f)}</div>" for f in block["fields"])
        shown += f"<div class=fields>{cells}</div>"
    return shown


def _small(element: Mapping[str, Any]) -> str:
    return (
        _image(element, "small") if element["type"] == "image" else f"<div>{_text(element)}</div>"
    )


def _text(text: Mapping[str, Any]) -> str:
    if text["type"] == "plain_text":
        return plain_to_html(text["text"], emoji=text.get("emoji", True))
    return to_html(text["text"])


def _button(element: Mapping[str, Any]) -> str:
    style = element.get("style", "")
    style = style if style in ("primary", "danger") else ""
    return f'<a class="button {style}"{_href(element.get("url"))}>{_text(element["text"])}</a>'


def _image(element: Mapping[str, Any], size: str) -> str:
    url, alt = html.escape(str(element.get("image_url", ""))), html.escape(element["alt_text"])
    return f'<img class="{size}" src="{url}" alt="{alt}">' if url.startswith("http") else alt


def _href(url: Any) -> str:
    return f' href="{html.escape(url)}"' if isinstance(url, str) and url.startswith("http") else ""


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


_BLOCKS: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "header": lambda b: f"<h3>{_text(b['text'])}</h3>",
    "section": _section,
    "context": lambda b: f"<div class=context>{''.join(map(_small, b['elements']))}</div>",
    "divider": lambda b: "<hr>",  # noqa: ARG005 - every renderer is handed its block
    "actions": lambda b: f"<div class=actions>{''.join(map(_button, b['elements']))}</div>",
    "image": lambda b: _image(b, "large"),
}
