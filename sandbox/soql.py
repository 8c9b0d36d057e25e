"""As much SOQL as Reploop sends: SELECT … FROM … [WHERE a op x AND …] [ORDER BY …] [LIMIT n]."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

TOKEN = re.compile(
    r"\s*(?:(?P<string>'(?:[^'\\]|\\.)*')"
    r"|(?P<moment>\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))?)"
    r"|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<word>[A-Za-z_][A-Za-z0-9_.]*)|(?P<mark><=|>=|!=|[(),=<>]))"
)
UNESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
OPERATORS = ("=", "!=", "<", "<=", ">", ">=")


class MalformedQuery(Exception):
    """Answered as MALFORMED_QUERY."""


@dataclass(frozen=True, slots=True)
class Condition:
    """``path`` compared with ``values``: one, or any of several for ``IN``."""

    path: str
    values: tuple[Any, ...]
    operator: str = "="
    folded: frozenset[Any] = field(init=False, compare=False)
    """The values as a set, for fast looking up; text in lower case."""

    def __post_init__(self) -> None:
        """Fold once: a list can hold hundreds."""
        folded = frozenset(v.lower() if isinstance(v, str) else v for v in self.values)
        object.__setattr__(self, "folded", folded)


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query."""

    fields: tuple[str, ...]
    table: str
    conditions: tuple[Condition, ...]
    limit: int | None
    order: tuple[tuple[str, bool], ...] = ()
    """Paths to sort by, each with whether it runs downwards."""


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
    order = _order(reader)
    limit = int(reader.take("number")) if reader.keyword("LIMIT") else None
    if reader.at < len(reader.tokens):
        raise MalformedQuery(f"unexpected token: {reader.peek()}")
    return Query(tuple(fields), table, tuple(conditions), limit, order)


def _order(reader: _Reader) -> tuple[tuple[str, bool], ...]:
    if not reader.keyword("ORDER"):
        return ()
    reader.expect("BY")
    found = []
    while True:
        path = reader.take("word")
        downwards = reader.keyword("DESC")
        if not downwards:
            reader.keyword("ASC")
        found.append((path, downwards))
        if not reader.keyword(","):
            return tuple(found)


def _condition(reader: _Reader) -> Condition:
    path = reader.take("word")
    if not reader.keyword("IN"):
        operator = reader.take("mark")
        if operator not in OPERATORS:
            raise MalformedQuery(f"unexpected token: {operator}")
        return Condition(path, (_literal(reader),), operator)
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
    if kind == "moment":
        return datetime.fromisoformat(value).astimezone(UTC) if "T" in value else value
    if kind == "word" and value.lower() in ("true", "false", "null"):
        return {"true": True, "false": False, "null": None}[value.lower()]
    raise MalformedQuery(f"unexpected token: {value or '<EOF>'}")
