"""How often a probability comes true, on conversations that nothing was learned from."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from benchmarks.figures import Effort, Section
from benchmarks.labelled import TASKS, items_of
from benchmarks.lessons import held_out, studied
from scoring.builtin.learned import LEARNED
from scoring.builtin.turn_signals import learned

TITLE = "How often a probability comes true (share of turns with the label, and turns)"
EDGES: Final = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0001)
COLUMNS = (
    "figure", *(f"{a:.1f}-{min(b, 1.0):.1f}" for a, b in pairwise(EDGES)),
)  # fmt: skip
Pairs = Sequence[tuple[float, float]]


def reliability(effort: Effort) -> Section:
    """The table, as written and bare together."""
    rows, data = [], {}
    for figure in LEARNED:
        pairs = [*_labelled(figure, effort), *_ours(figure)]
        cells = [[y for y, p in pairs if a <= p < b]
                 for a, b in pairwise(EDGES)]  # fmt: skip
        rows.append([figure.replace("_", " "), *(_cell(cell) for cell in cells)])
        data[figure] = [[sum(cell), len(cell)] for cell in cells]
    return Section(
        title=TITLE,
        columns=COLUMNS,
        rows=rows,
        notes=(
            "held-out turns of P4G and of our labels. 0.5 is where F1 is best, not where every",
            "second turn has the label: for what is rare the line lies below even odds",
        ),
        data=data,
    )


def _cell(truths: Sequence[float]) -> str:
    return f"{sum(truths) / len(truths):.2f} ({len(truths)})" if truths else "-"


def _labelled(figure: str, effort: Effort) -> Pairs:
    return [
        (item.truth, item.ours)
        for task in TASKS if task.figure == figure and task.source == "p4g"
        for punctuated in (True, False)
        for item in items_of(task, punctuated=punctuated, scale=effort.scale)
        if held_out(item.talk)
    ]  # fmt: skip


def _ours(figure: str) -> Pairs:
    seen: list[tuple[float, float]] = []
    for lesson, _, turns in studied("ours"):
        if held_out(lesson.id):
            for turn in turns:
                if figure in turn.known and turn.pieces:
                    readings: Mapping[str, float] = learned(turn.features)
                    seen.append((float(turn.known[figure]), readings[figure]))
    return seen
