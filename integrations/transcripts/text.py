"""From bytes of unknown origin to lines and tidy text, in linear time and bounded size."""

import re
import unicodedata

from domain.errors import UnreadableTranscript

MAX_BYTES = 20 * 1024 * 1024
MAX_LINE_CHARS = 10_000
"""Nobody says this much in one cue; longer lines are noise or an attack on later stages."""

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_JOINERS = "\u200c\u200d"
_BLANK_LETTERS = "\u115f\u1160\u3164\uffa0"
_SAMPLE_CHARS = 4096


def decode(data: bytes, name: str) -> str:
    """Text of a file: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252.

    Raises ``UnreadableTranscript`` for more than 20 MiB, for binary data, and for bytes
    that are text in none of these encodings.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableTranscript(name, f"larger than {MAX_BYTES // 2**20} MiB")
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        raise UnreadableTranscript(name, "not text in UTF-8, UTF-16 or Windows-1252") from error
    if _looks_binary(text):
        raise UnreadableTranscript(name, "binary data, not text")
    return text


def _encoding(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        # Old subtitle editors write Windows-1252, which knows no NUL in text.
        return "ascii" if b"\0" in data else "cp1252"
    return "utf-8"


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE_CHARS]
    controls = sum(1 for c in sample if c < " " and c not in "\t\r\n\f")
    return controls * 20 > len(sample)


def lines_of(text: str) -> list[str]:
    """Lines ended by CR, LF or both; other separators of Unicode are part of the text."""
    return _NEWLINE.split(text)


def refuse_long(text: str, name: str, line: int) -> None:
    """Raise ``UnreadableTranscript`` if one line or turn holds more than 10,000 characters."""
    if len(text) > MAX_LINE_CHARS:
        problem = f"one piece of speech has {len(text):,} characters, more than {MAX_LINE_CHARS:,}"
        raise UnreadableTranscript(f"{name}, line {line}", problem)


def tidy(text: str) -> str:
    """Single spaces, and nothing invisible: no control, format, private or unpaired characters.

    Joiners are kept between letters outside ASCII, where scripts and emoji need them.
    """
    if not text.isprintable():
        text = "".join(_visible(text, i) for i in range(len(text)))
    return " ".join(text.split())


def _visible(text: str, i: int) -> str:
    char = text[i]
    if char.isprintable():
        hidden = char in _BLANK_LETTERS or "\U000e0100" <= char <= "\U000e01ef"
        return "" if hidden else char
    if char in _JOINERS:
        around = text[max(0, i - 1) : i] + text[i + 1 : i + 2]
        return char if len(around) == 2 and not any(c.isascii() for c in around) else ""
    return " " if char.isspace() or unicodedata.category(char).startswith("Z") else ""
