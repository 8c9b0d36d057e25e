"""How the command line speaks: tables and sentences for people, JSON for scripts.

Exit codes: 0 done; 1 something failed (the message says what and how to mend it); 2 the
command was not understood; 3 there is no such thing, or it may not be seen.
"""

import dataclasses
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import wraps
from typing import Annotated, Any, NoReturn, ParamSpec, TypeVar

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from domain.errors import ConfigurationError, NotVisible, ReploopError

FAILED = 1
NOT_FOUND = 3

console = Console(highlight=False)
errors = Console(stderr=True, highlight=False)

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]

P = ParamSpec("P")
R = TypeVar("R")


def plain(value: Any) -> Any:
    """Domain values as JSON: dataclasses as objects, moments as ISO text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    return value


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    sys.stdout.write(json.dumps(plain(value), ensure_ascii=False, indent=2) + "\n")


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """A table; every cell is shown as it is, markup in it means nothing."""
    table = Table(title=escape(title), title_justify="left", header_style="bold")
    for column in columns:
        table.add_column(column)
    for row in rows:
        table.add_row(*(escape(str(cell)) for cell in row))
    console.print(table)


def fail(message: str, code: int = FAILED) -> NoReturn:
    """Say what went wrong and end."""
    errors.print(f"[red]error:[/red] {escape(message)}")
    raise typer.Exit(code)


def speaks_plainly(command: Callable[P, R]) -> Callable[P, R]:
    """Turn our errors into a sentence and an exit code instead of a trace."""

    @wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except ConfigurationError as error:
            fail(f"{error.where}: {error.problem}.\n       {error.remedy}.")
        except NotVisible as error:
            fail(str(error), NOT_FOUND)
        except ReploopError as error:
            fail(str(error))

    return wrapped
