"""What the turn reader finds of what people labelled, beside a floor that knows nothing.

The floor is one rule: a question mark for what is asked, else the number of words. Intervals
hold 90 % of resamples of whole conversations. The reader's wording and weights were chosen by
hand while looking at these very conversations: expect less elsewhere.
"""

import random
from collections.abc import Callable, Mapping, Sequence

from benchmarks.agreement import auc, f1, spearman
from benchmarks.figures import Effort, Section
from benchmarks.labelled import TASKS, Item, Task, folder, items_of

TITLE = "Turn signals against people's labels (90 % interval by conversation)"
COLUMNS = ("label", "turns", "yes", "figure", "reader", "floor")
SEED = 20_261_125
RESAMPLES = 300
_LINE = 0.5
Pairs = list[tuple[float, float]]
Measure = Callable[[Pairs], float]


def measure(effort: Effort) -> Section:
    """The section; without the labelled conversations it is empty and says why."""
    if not folder().is_dir():
        missing = f"skipped: no folder {folder()}; REPLOOP_DATA_SAMPLES names another"
        return Section(title=TITLE, columns=COLUMNS, rows=(), notes=(missing,))
    rows: list[list[str]] = []
    data: dict[str, object] = {}
    for task in TASKS:
        for punctuated in (True, False):
            name = task.name if punctuated else f"{task.name}, bare"
            items = items_of(task, punctuated=punctuated, scale=effort.scale)
            found = _measured(task, items, max(10, round(RESAMPLES * effort.scale)))
            rows += [_row(name, items, task, kind, values) for kind, values in found.items()]
            data[name] = found
    return Section(
        title=TITLE,
        columns=COLUMNS,
        rows=rows,
        notes=(
            "bare: lower case without punctuation, as raw speech recognition writes",
            "floor: a question mark for what is asked, then the number of words;",
            "where nothing but length is left, its F1 is that of saying yes to every turn;",
            "the reader was written with these conversations in view: expect less elsewhere",
        ),
        data=data,
    )  # fmt: skip


def _measured(
    task: Task, items: Sequence[Item], count: int
) -> Mapping[str, dict[str, list[float]]]:
    marks = task.by_mark and any(i.floor >= 1.0 for i in items)
    kinds: dict[str, tuple[Measure, Measure]] = {"Spearman": (spearman, spearman)}
    if not task.ranked:
        ours, floor = (lambda p: f1(p, _LINE)), (lambda p: f1(p, _LINE if marks else 0.0))
        kinds = {"F1": (ours, floor), "AUC": (auc, auc)}
    return {
        kind: {
            "reader": _interval(items, "ours", own, count),
            "floor": _interval(items, "floor", its, count),
        }
        for kind, (own, its) in kinds.items()
    }


def _interval(items: Sequence[Item], field: str, measured: Measure, count: int) -> list[float]:
    """The figure and the ends of its interval."""
    talks: dict[int, Pairs] = {}
    for item in items:
        talks.setdefault(item.conversation, []).append((item.truth, getattr(item, field)))
    groups = list(talks.values())
    drawn = random.Random(SEED)
    values = sorted(
        measured([pair for group in drawn.choices(groups, k=len(groups)) for pair in group])
        for _ in range(count)
    )
    at = measured([pair for group in groups for pair in group])
    return [at, values[int(0.05 * count)], values[min(count - 1, int(0.95 * count))]]


def _row(
    name: str, items: Sequence[Item], task: Task, kind: str, values: Mapping[str, list[float]]
) -> list[str]:
    yes = "-" if task.ranked else f"{sum(i.truth for i in items):.0f}"
    shown = [f"{at:.2f} ({low:.2f}-{high:.2f})" for at, low, high in
             (values["reader"], values["floor"])]  # fmt: skip
    return [name, str(len(items)), yes, kind, *shown]
