"""Words into Slack's markup: escaped, bounded, and unable to ping, mention or link.

Everything that people, buyers or a model said passes through ``escape`` (for mrkdwn) or
``plain`` (for plain_text) on its way into a message. Angle brackets are the only way to
write a ping, a mention or a masked link, so without them none can be made; ``mrkdwn``
objects are sent ``verbatim``, so that Slack does not turn bare addresses into links.
"""

import re
import unicodedata
from urllib.parse import quote

HEADER_CHARS = 150
SECTION_CHARS = 3000
CONTEXT_CHARS = 2000
MESSAGE_BLOCKS = 50
BLOCKS_CHARS = 14_000
"""Length of all blocks as JSON, and…"""
WORDS_CHARS = 9_000
"""…of all texts in them. Slack refuses longer messages (``msg_blocks_too_long``) and documents no
number. People who measured saw 9,597 characters of text in 15,561 of JSON pass, and 11,341 in
17,694 refused (bolt-js issues 2867 and 2509)."""
TEXT_CHARS = 3800
"""Of the fallback text; Slack splits a message in two at 4,000."""
NAME_CHARS = 60
QUOTE_CHARS = 220
SENTENCE_CHARS = 320
URL_CHARS = 1500

_SPACE = re.compile(r"\s+")
_KEPT_FORMAT_CHARS = "\u200c\u200d"  # joiners that some scripts and emoji need
_MARKS = re.compile(r"(?<!\w)[*_~`]+|[*_~`]+(?!\w)|:(?=[\w+'-]*[A-Za-z][\w+'-]*:)")
_JOINER = "\u2060"  # invisible: stops a mark from being read as formatting


def one_line(text: str) -> str:
    """Text on one line, without control, direction-changing or broken characters."""
    spaced = _SPACE.sub(" ", text)
    kept = (c for c in spaced if c in _KEPT_FORMAT_CHARS or unicodedata.category(c)[0] != "C")
    return "".join(kept).strip()


def shorten(text: str, limit: int) -> str:
    """One line of at most ``limit`` characters, cut at the end of a word with ``…``."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    head, space, _ = cut.rpartition(" ")
    return (head if space and len(head) > limit // 2 else cut).rstrip(" ,;:.-") + "…"


def escape(text: str, limit: int = SENTENCE_CHARS) -> str:
    """Foreign words for a mrkdwn text: one line, bounded, shown literally."""
    marked = _MARKS.sub(lambda m: _JOINER.join((*m[0], "")), shorten(text, limit))
    return marked.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str, limit: int = HEADER_CHARS) -> str:
    """Foreign words for a plain_text object, where Slack knows no entities."""
    return shorten(text.replace("<", "‹").replace(">", "›"), limit) or "—"


def link(url: str, label: str) -> str:
    """A link built by us. Without a usable http(s) address only the label is shown."""
    shown = escape(label, NAME_CHARS).replace("|", "¦")
    if not re.match(r"https?://[^\s/]", url) or len(url) > URL_CHARS:
        return shown
    safe = quote(url, safe=":/?#[]@!$&'()*+,;=%~-._").replace("&", "&amp;")
    return f"<{safe}|{shown}>" if shown else f"<{safe}>"


def bounded(lines: list[str], limit: int = SECTION_CHARS) -> str:
    """Finished lines joined; whole lines are dropped from the end to fit ``limit``."""
    kept: list[str] = []
    size = 0
    for line in lines:
        size += len(line) + 1
        if size > limit - 1:
            kept.append("…")
            break
        kept.append(line)
    return "\n".join(kept)
