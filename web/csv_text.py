"""CSV that a spreadsheet opens as text: no cell is ever run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Cell = str | float | int | None


def csv_bytes(rows: Iterable[Sequence[Cell]]) -> bytes:
    """RFC 4180 in UTF-8. Text that a spreadsheet would run gets a leading apostrophe."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[_safe(cell) for cell in row] for row in rows])
    return out.getvalue().encode()


def _safe(cell: Cell) -> Cell:
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell
