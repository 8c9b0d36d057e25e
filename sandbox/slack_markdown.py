"""Standard markdown as HTML, as far as Slack's markdown block shows it."""

import html
import re
from collections.abc import Iterator

_STYLES = (
    (re.compile(r"\*\*(?=\S)(.+?\S?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*]+?)\*(?![\w*])"), r"<em>\1</em>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)_(?!\w)"), r"<em>\1</em>"),
    (re.compile(r"~~(?=\S)(.+?)~~"), r"<s>\1</s>"),
)
_ASIDE = re.compile(r"`([^`]+)`|\[([^\]]+)\]\((https?://[^\s)]+)\)")
_HOLE = re.compile("\ue000(\\d+)\ue001")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_BULLET = re.compile(r"\s*[-*+]\s+(.*)")
_NUMBER = re.compile(r"\s*\d+[.)]\s+(.*)")
_QUOTE = re.compile(r">\s?(.*)")
_RULE = re.compile(r"\s*(-{3,}|\*{3,})\s*")
_ROW = re.compile(r"\s*\|(.*)\|\s*")
_DASHES = re.compile(r"[\s|:-]+")
_LISTS = (("ul", _BULLET), ("ol", _NUMBER), ("blockquote", _QUOTE), ("table", _ROW))


def markdown_to_html(text: str) -> str:
    """Headings, lists, quotations, tables, code and the styles within a line."""
    parts: list[str] = []
    for index, piece in enumerate(text.split("```")):
        if index % 2:
            inside = piece.split("\n", 1)[-1] if "\n" in piece else piece
            parts.append(f"<pre>{html.escape(inside)}</pre>")
        else:
            parts.extend(_blocks(piece.strip("\n").split("\n")) if piece.strip() else ())
    return "".join(parts)


def _blocks(lines: list[str]) -> Iterator[str]:
    open_tag, gathered = "", list[str]()
    for line in [*lines, ""]:
        tag, inside = _kind(line)
        if gathered and tag != open_tag:
            yield _gathered(open_tag, gathered)
            gathered = []
        if tag in ("ul", "ol", "blockquote", "table"):
            gathered.append(inside)
        elif line.strip():
            yield f"<{tag}>" if tag == "hr" else f"<{tag}>{_inline(inside)}</{tag}>"
        open_tag = tag


def _kind(line: str) -> tuple[str, str]:
    if _RULE.fullmatch(line):
        return "hr", ""
    for tag, pattern in (("h4", _HEADING), *_LISTS):
        found = pattern.fullmatch(line)
        if found:
            return tag, found[1]
    return "p", line


def _gathered(tag: str, lines: list[str]) -> str:
    if tag == "table":
        rows = [line for line in lines if not _DASHES.fullmatch(line)]
        cells = ("".join(f"<td>{_inline(c.strip())}</td>" for c in r.split("|")) for r in rows)
        inside = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<div class=wide><table>{inside}</table></div>"
    if tag == "blockquote":
        return f"<blockquote>{'<br>'.join(map(_inline, lines))}</blockquote>"
    return f"<{tag}>{''.join(f'<li>{_inline(line)}</li>' for line in lines)}</{tag}>"


def _inline(line: str) -> str:
    aside: list[str] = []

    def keep(match: re.Match[str]) -> str:
        code, label, address = match.groups()
        if code is not None:
            aside.append(f"<code>{html.escape(code)}</code>")
        else:
            href = html.escape(address)
            aside.append(f'<a href="{href}" rel="noreferrer">{html.escape(label)}</a>')
        return f"\ue000{len(aside) - 1}\ue001"

    shown = html.escape(_ASIDE.sub(keep, line.replace("\ue000", "").replace("\ue001", "")))
    for pattern, tag in _STYLES:
        shown = pattern.sub(tag, shown)
    return _HOLE.sub(lambda m: aside[int(m[1])], shown)
