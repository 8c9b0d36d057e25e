"""Slack's mrkdwn as HTML: the subset people meet, with everything else shown as text."""

import html
import re

EMOJI = {
    "arrow_down_small": "🔽",
    "arrow_right": "➡️",
    "arrow_up_small": "🔼",
    "checkered_flag": "🏁",
    "first_place_medal": "🥇",
    "grey_question": "❔",
    "handshake": "🤝",
    "hourglass_flowing_sand": "⏳",
    "no_entry_sign": "🚫",
    "octagonal_sign": "🛑",
    "pencil2": "✏️",
    "round_pushpin": "📍",
    "second_place_medal": "🥈",
    "seedling": "🌱",
    "speech_balloon": "💬",
    "star": "⭐",
    "tada": "🎉",
    "third_place_medal": "🥉",
    "wastebasket": "🗑️",
    "white_check_mark": "✅",
    "zzz": "💤",
}

_ANGLE = re.compile(r"<([^<>]*)>")
_STYLES = (
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])"), "strong"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])"), "em"),
    (re.compile(r"(?<![\w~])~(?=\S)([^~\n]*?\S)~(?![\w~])"), "s"),
    (re.compile(r"(?<![\w`])`([^`\n]+)`(?![\w`])"), "code"),
)
_SHORTCODE = re.compile(r":([a-z0-9_+'-]+):")
_HOLE = re.compile("\ue000(\\d+)\ue001")


def to_html(text: str) -> str:
    """A mrkdwn text as HTML; lines that begin with > become quotations."""
    parts: list[str] = []
    quote: list[str] = []
    for line in text.split("\n"):
        if line.startswith((">", "&gt;")):
            quote.append(_inline(line.removeprefix("&gt;").removeprefix(">").lstrip()))
            continue
        if quote:
            parts.append(_quotation(quote))
            quote = []
        parts.append(f"<div class=line>{_inline(line) or '&nbsp;'}</div>")
    if quote:
        parts.append(_quotation(quote))
    return "".join(parts)


def plain_to_html(text: str, *, emoji: bool) -> str:
    """A plain_text object as HTML: nothing is markup, emoji codes only where asked for."""
    shown = html.escape(text)
    return _with_emoji(shown) if emoji else shown


def _quotation(lines: list[str]) -> str:
    return f"<blockquote>{'<br>'.join(lines)}</blockquote>"


def _inline(line: str) -> str:
    """One line: angle brackets first, put aside so that styles do not touch addresses."""
    aside: list[str] = []

    def keep(match: re.Match[str]) -> str:
        aside.append(_angle(match[1]))
        return f"\ue000{len(aside) - 1}\ue001"

    line = _ANGLE.sub(keep, line.replace("\ue000", "").replace("\ue001", ""))
    shown = html.escape(_decode(line))
    for pattern, tag in _STYLES:
        shown = pattern.sub(rf"<{tag}>\1</{tag}>", shown)
    return _HOLE.sub(lambda m: aside[int(m[1])], _with_emoji(shown))


def _angle(inside: str) -> str:
    """A link, a mention or a ping, as Slack would show it."""
    target, _, label = inside.partition("|")
    target = _decode(target)
    if re.match(r"(https?|mailto):", target):
        shown = html.escape(_decode(label)) or html.escape(target)
        return f'<a href="{html.escape(target)}" rel="noreferrer">{shown}</a>'
    if target.startswith(("@", "#", "!")):
        name = _decode(label) or target[1:]
        mark = "#" if target.startswith("#") else "@"
        return f"<span class=mention>{mark}{html.escape(name)}</span>"
    return html.escape(f"<{_decode(inside)}>")


def _decode(text: str) -> str:
    """Slack knows three entities, no more."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _with_emoji(shown: str) -> str:
    return _SHORTCODE.sub(lambda m: EMOJI.get(m[1], m[0]), shown)
