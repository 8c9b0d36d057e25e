"""What a section gives back: a table for people, the raw numbers for programs."""

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.table import Table


class Unsound(Exception):
    """A measurement that does not measure what it says; no number is better than this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much is measured. ``FULL`` is for numbers, ``QUICK`` only shows that all of it runs."""

    rounds: int = 9
    round_s: float = 2.0
    """Seconds of load each server gets in each round."""
    connections: int = 32
    repeats: int = 5
    calls: int = 200
    """Calls that web and worker have handled when their memory is read again."""
    scale: float = 1.0
    """Share of the full input of the small measurements, 0-1."""


FULL = Effort()
QUICK = Effort(rounds=1, round_s=0.1, connections=4, repeats=1, calls=3, scale=0.02)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One table. ``notes`` stand below it; ``data`` goes into the JSON document."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()
    data: Mapping[str, object] = field(default_factory=dict)

    def show(self, out: Console) -> None:
        """Print it."""
        table = Table(title=self.title, title_justify="left", title_style="bold")
        for number, column in enumerate(self.columns):
            table.add_column(column, justify="right" if number else "left")
        for row in self.rows:
            table.add_row(*row)
        out.print(table)
        for note in self.notes:
            out.print(f"  {note}")


def middle(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def spread(values: Sequence[float], digits: int = 0) -> str:
    """``lowest-highest``, so that nobody reads a median as if it were exact."""
    return f"{min(values):,.{digits}f}-{max(values):,.{digits}f}"
