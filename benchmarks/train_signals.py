"""``python -m benchmarks.train_signals``: learns the turn reader's weights and writes them.

Reads the text in ``benchmarks/training`` and the labelled conversations that
``REPLOOP_DATA_SAMPLES`` names; writes ``scoring/builtin/learned/*.py``. The same input gives the
same files.
"""

import sys
import time
from pathlib import Path

from benchmarks.labelled import folder
from benchmarks.models import COUNTS, Model, taught

FOLDER = Path(__file__).resolve().parents[1] / "scoring" / "builtin" / "learned"
WIDTH = 98
_HEAD = '''"""Learned weights of ``{figure}``; written by ``python -m benchmarks.train_signals``."""

LINE = ({bias}, {slope}, {several})
WEIGHTS = """
{weights}
"""
'''


def main() -> None:
    """Learn and write one figure after another, or those named."""
    if not folder().is_dir():
        sys.exit(f"no folder {folder()}; REPLOOP_DATA_SAMPLES names another")
    for figure in sys.argv[1:] or COUNTS:
        began = time.monotonic()
        model = taught(figure, lambda _: True)
        (FOLDER / f"{figure}.py").write_text(written(figure, model), encoding="utf-8")
        print(f"{figure}: {len(model.weights)} weights, {time.monotonic() - began:.0f} s")


def written(figure: str, model: Model) -> str:
    """The module that holds the model."""
    lines, line = [], ""
    for pair in (f"{name} {weight:.2f}" for name, weight in sorted(model.weights.items())):
        if pair.endswith((" 0.00", " -0.00")):
            continue
        if line and len(line) + len(pair) + 2 > WIDTH:
            lines.append(line)
            line = ""
        line = f"{line}; {pair}" if line else pair
    at = model.line
    return _HEAD.format(
        figure=figure, bias=at.bias, slope=at.slope, several=at.several,
        weights="\n".join([*lines, line]),
    )  # fmt: skip


if __name__ == "__main__":
    main()
