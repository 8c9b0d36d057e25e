"""As much SOQL as Reploop sends: SELECT … FROM … [WHERE a = x AND b IN (…)] [LIMIT n]."""

import re
from dataclasses import dataclass
from typing import Any

TOKEN = re.compile(
    r"\s*(?:(?P<string>'(?:[^'\\]|\\.)*')|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<word>[A-Za-z_][A-Za-z0-9_.]*)|(?P<mark>[(),=]))"
)
UNESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class MalformedQuery(Exception):
    """Answered as MALFORMED_QUERY."""


@dataclass(frozen=True, slots=True)
class Condition:
    """``path`` must equal one of ``values``."""

    path: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query."""

    fields: tuple[str, ...]
    table: str
    conditions: tuple[Condition, ...]
    limit: int | None


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        position = 0
        text = text.rstrip()
        while position < len(text):
            match = TOKEN.match(text, position)
            if match is None:
                raise MalformedQuery(f"unexpected token: {text[position : position + 20]}")
            kind = match.lastgroup or ""
            self.tokens.append((kind, match.group(kind)))
            position = match.end()
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self, kind: str) -> str:
        if self.at >= len(self.tokens) or self.tokens[self.at][0] != kind:
            raise MalformedQuery(f"unexpected token: {self.peek() or '<EOF>'}")
        self.at += 1
        return self.tokens[self.at - 1][1]

    def keyword(self, word: str) -> bool:
        if self.peek().upper() != word:
            return False
        self.at += 1
        return True

    def expect(self, word: str) -> None:
        if not self.keyword(word):
            raise MalformedQuery(f"expecting {word}, found {self.peek() or '<EOF>'}")


def parse(text: str) -> Query:
    """Read a query. Raises ``MalformedQuery``."""
    reader = _Reader(text)
    reader.expect("SELECT")
    fields = [reader.take("word")]
    while reader.keyword(","):
        fields.append(reader.take("word"))
    reader.expect("FROM")
    table = reader.take("word")
    conditions = []
    if reader.keyword("WHERE"):
        conditions.append(_condition(reader))
        while reader.keyword("AND"):
            conditions.append(_condition(reader))
    limit = int(reader.take("number")) if reader.keyword("LIMIT") else None
    if reader.at < len(reader.tokens):
        raise MalformedQuery(f"unexpected token: {reader.peek()}")
    return Query(tuple(fields), table, tuple(conditions), limit)


def _condition(reader: _Reader) -> Condition:
    path = reader.take("word")
    if not reader.keyword("IN"):
        reader.expect("=")
        return Condition(path, (_literal(reader),))
    reader.expect("(")
    values = [_literal(reader)]
    while reader.keyword(","):
        values.append(_literal(reader))
    reader.expect(")")
    return Condition(path, tuple(values))


def _literal(reader: _Reader) -> Any:
    kind, value = reader.tokens[reader.at] if reader.at < len(reader.tokens) else ("", "")
    reader.at += 1
    if kind == "string":
        return re.sub(r"\\(.)", lambda m: UNESCAPED.get(m[1], m[1]), value[1:-1])
    if kind == "number":
        return float(value)
    if kind == "word" and value.lower() in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[value.lower()]
    raise MalformedQuery(f"unexpected token: {value or '<EOF>'}")
