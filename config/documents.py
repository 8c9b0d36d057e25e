"""YAML files that remember where everything stands, so that every complaint names a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import yaml

from domain.errors import ConfigurationError

MAX_TEXT_CHARS = 600


@dataclass(frozen=True, slots=True)
class Place:
    """One node of a YAML document: reads itself as a type, or says file, line and remedy."""

    file: str
    node: yaml.Node

    @property
    def where(self) -> str:
        """Like ``config/rubrics/discovery.v1.yaml:12``; lines count from 1."""
        return f"{self.file}:{self.node.start_mark.line + 1}"

    def fail(self, problem: str, remedy: str) -> ConfigurationError:
        """The error to raise about this place."""
        return ConfigurationError(self.where, problem, remedy)

    def mapping(self, required: Iterable[str], optional: Iterable[str] = ()) -> "dict[str, Place]":
        """The entries of a mapping. Refuses missing, repeated and unknown keys."""
        entries = self.entries()
        needed = tuple(required)
        known = (*needed, *optional)
        for key, (place, _) in entries.items():
            if key not in known:
                raise place.fail(f"unknown key {key!r}", f"Use one of: {', '.join(known)}")
        missing = [key for key in needed if key not in entries]
        if missing:
            raise self.fail(f"missing {', '.join(missing)}", "Add what is missing")
        return {key: value for key, (_, value) in entries.items()}

    def entries(self) -> "dict[str, tuple[Place, Place]]":
        """Key to (place of the key, place of the value), for keys that are not fixed."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fail("expected keys with values here", "Write `key: value` lines")
        found: dict[str, tuple[Place, Place]] = {}
        for key_node, value_node in self.node.value:
            key = Place(self.file, key_node)
            name = key.text()
            if name in found:
                raise key.fail(f"{name!r} stands here twice", "Keep one of the two")
            found[name] = (key, Place(self.file, value_node))
        return found

    def items(self) -> "tuple[Place, ...]":
        """The places of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.fail("expected a list here", "Write `- item` lines or [a, b]")
        return tuple(Place(self.file, node) for node in self.node.value)

    def text(self) -> str:
        """Text on one line, trimmed, 1 to 600 characters."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.fail("expected text here", "Write one piece of text")
        value = " ".join(str(self.node.value).split())
        if not value:
            raise self.fail("empty text", "Write something or remove the key")
        if len(value) > MAX_TEXT_CHARS:
            raise self.fail(
                f"text of {len(value)} characters", f"Shorten it to {MAX_TEXT_CHARS} at most"
            )
        return value

    def number(self, low: float, high: float) -> float:
        """A number from ``low`` to ``high``, both allowed."""
        text = self.text()
        try:
            value = float(text)
        except ValueError:
            raise self.fail(f"{text!r} is not a number", f"Write {low:g} to {high:g}") from None
        if not low <= value <= high:
            raise self.fail(f"{value:g} is out of range", f"Write {low:g} to {high:g}")
        return value

    def integer(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both allowed."""
        value = self.number(low, high)
        if value != int(value):
            raise self.fail(f"{value:g} is not a whole number", f"Write {low} to {high}")
        return int(value)

    def boolean(self) -> bool:
        """``true`` or ``false``."""
        return self.one_of(("true", "false")) == "true"

    def one_of(self, allowed: Iterable[str]) -> str:
        """One of the given words."""
        value, words = self.text(), tuple(allowed)
        if value not in words:
            near = get_close_matches(value, words, n=1)
            hint = f"Did you mean {near[0]}? " if near else ""
            raise self.fail(f"{value!r} is not known", f"{hint}Use one of: {', '.join(words)}")
        return value


def read_document(path: Path) -> Place:
    """Read one YAML file.

    Raises ``ConfigurationError`` naming file and line if it cannot be read, is not UTF-8, is
    not YAML, or is empty.
    """
    file = shown_name(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8 text"
        raise ConfigurationError(file, f"cannot be read ({reason})", "Check the file") from error
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{file}:{mark.line + 1}" if mark else file
        problem = getattr(error, "problem", None) or "characters that YAML does not allow"
        remedy = "Mend the line: often a quote, a colon in plain text or the indentation"
        raise ConfigurationError(where, f"not YAML: {problem}", remedy) from error
    if node is None:
        raise ConfigurationError(f"{file}:1", "the file is empty", "Fill it or remove it")
    _refuse_aliases(file, node)
    return Place(file, node)


def _refuse_aliases(file: str, root: yaml.Node) -> None:
    """A shared or recursive node (``*name``) would make a line number lie."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            raise Place(file, node).fail("`*` aliases are not read", "Write the text out")
        seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            waiting += [part for pair in node.value for part in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def shown_name(path: Path) -> str:
    """The file as people know it: from its ``config`` folder on, else as it was given."""
    parts = path.parts
    if "config" not in parts:
        return path.as_posix()
    last = len(parts) - 1 - parts[::-1].index("config")
    return "/".join(parts[last:])
