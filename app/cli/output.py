"""How the command line speaks: tables and sentences for people, JSON for scripts.

Answers go to standard output and nothing else does; errors, questions and progress go to
standard error. With ``--json`` standard output holds exactly one JSON document, or nothing
if the command failed before it had an answer.
"""

import dataclasses
import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Annotated, Any, NoReturn

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console, ConsoleDimensions
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from app.cli.english import english
from domain.phrases import Phrase

FAILED = 1
MISUSED = 2
NOT_FOUND = 3
STOPPED = 130

UNWRAPPED = 10_000
"""Columns where nobody reads along: a row stays a line, so that grep and cut find it whole."""

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]

_NOT_SHOWN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, marks that turn the order of text, and halves of characters."""


class _Screen(Console):
    """A console as wide as the terminal; lines are not broken where there is none."""

    @property
    def size(self) -> ConsoleDimensions:
        """Columns and rows."""
        found = super().size
        return found if self.is_terminal else ConsoleDimensions(UNWRAPPED, found.height)

    @size.setter
    def size(self, new_size: tuple[int, int]) -> None:
        self._width, self._height = new_size


console = _Screen(highlight=False)
errors = _Screen(stderr=True, highlight=False)


def plain(value: Any) -> Any:
    """Domain values as JSON: dataclasses as objects, moments as ISO text, phrases in English."""
    match value:
        case Phrase():
            return english(value)
        case Enum() | date():  # moments are dates too
            return value.value if isinstance(value, Enum) else value.isoformat()
        case Mapping():
            return {str(k): plain(v) for k, v in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(v) for v in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    return value


def as_json(value: Any) -> str:
    """One JSON document. What could steer a terminal is written as an escape: the same value."""
    text = json.dumps(plain(value), ensure_ascii=False, indent=2, allow_nan=False)
    return _NOT_SHOWN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(as_json(value) + "\n")


def shown(value: object) -> str:
    """Text from outside, ready to print: markup in it means nothing, nor do escape codes."""
    return escape(_NOT_SHOWN.sub("\ufffd", str(value)))


def say(*lines: object) -> None:
    """Sentences on standard output; each is shown as it is."""
    for line in lines:
        console.print(shown(line))


def say_indented(text: object, columns: int, style: str = "") -> None:
    """A sentence that begins, and goes on in its next lines, after so many blanks."""
    console.print(Padding.indent(Text.from_markup(shown(text), style=style), columns))


def print_table(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[object]], *, whole: int = 0
) -> None:
    """A table below its title; every cell is shown as it is.

    Lines within a cell are for people: where nobody reads along a row stays one line, and so
    does the title, which a table's own would not: that is cut to the width of the table. The
    first ``whole`` columns are never broken: they hold what is copied into the next command.
    """
    if title:
        console.print(shown(title), style="bold")
    table = Table(
        header_style="bold",
        box=SIMPLE_HEAD,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        show_edge=False,
    )
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=number < whole)
    between = "\n" if console.is_terminal else "  "
    for row in rows:
        table.add_row(*(between.join(shown(cell).splitlines()) for cell in row))
    console.print(table)


def note(text: str) -> None:
    """Something to know, on standard error; it stops nothing."""
    errors.print(f"[yellow]note:[/yellow] {shown(text)}")


def fail(message: str, code: int = FAILED) -> NoReturn:
    """Say what went wrong and end."""
    errors.print(f"[red]error:[/red] {shown(message)}")
    raise typer.Exit(code)
