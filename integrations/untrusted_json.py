"""JSON from outside: what Python's parser lets through or crashes on is a ``ValueError``."""

import json
import re
from typing import Any, NoReturn

MAX_DEPTH = 64
_BRACKETS = re.compile(r"[\[\]{}]")


def parse_json(data: bytes | str) -> Any:
    """Parse UTF-8 JSON strictly.

    Raises ``ValueError`` for invalid UTF-8, a byte-order mark, anything that is not JSON,
    NaN and Infinity, integers of thousands of digits, nesting deeper than 64 levels and
    unpaired surrogates (which could be parsed but never stored).
    """
    text = data.decode("utf-8") if isinstance(data, bytes) else data
    _refuse_depth(text)
    value = _DECODER.decode(text)
    if "\\u" in text:
        json.dumps(value, ensure_ascii=False).encode("utf-8")  # UnicodeEncodeError is a ValueError
    return value


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _refuse_depth(text: str) -> None:
    """Refuse nesting before the recursive parser meets it; brackets in strings do not count."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    depth = 0
    parts = text.replace("\\\\", "").replace('\\"', "").split('"')
    for outside in parts[::2]:
        for bracket in _BRACKETS.findall(outside):
            depth += 1 if bracket in "[{" else -1
            if depth > MAX_DEPTH:
                raise ValueError(f"nested deeper than {MAX_DEPTH} levels")


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)
"""Made once: ``json.loads`` with an option makes a new one for every webhook."""
