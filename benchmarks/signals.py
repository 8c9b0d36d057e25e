"""What the turn reader sees beside what people labelled, beside simple rules and beside people.

Four tables: the labels that came with the sources, labels of our own on sources that the model
has not learned from, shares of a whole conversation, and how often a probability comes true.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from rich.console import Console

from benchmarks.agreement import auc, f1, interval, spearman
from benchmarks.ceilings import ceilings
from benchmarks.figures import Effort, Section
from benchmarks.labelled import TASKS, Item, Task, folder, items_of
from benchmarks.lessons import held_out
from benchmarks.rivals import bag_of_words, elsewhere
from benchmarks.signal_lines import reliability
from benchmarks.signal_shares import shares
from benchmarks.signal_transfer import transfer

TITLE = "Turn signals against people's labels (90 % interval by conversation)"
COLUMNS = (
    "label", "turns", "figure", "reader, held out", "source not learned", "rule", "bag of words",
    "people",
)  # fmt: skip
RESAMPLES = 100
_LINE: Final = 0.5
Pairs = list[tuple[float, float]]
Measure = Callable[[Pairs], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables(Section):
    """The first table, and the others below it."""

    more: Sequence[Section] = field(default_factory=tuple)

    def show(self, out: Console) -> None:
        """Print all of them."""
        Section.show(self, out)
        for section in self.more:
            section.show(out)


def measure(effort: Effort) -> Section:
    """All tables; without the labelled conversations the first is empty and says why."""
    if not folder().is_dir():
        missing = f"skipped: no folder {folder()}; REPLOOP_DATA_SAMPLES names another"
        return Section(title=TITLE, columns=COLUMNS, rows=(), notes=(missing,))
    rows: list[list[str]] = []
    data: dict[str, object] = {}
    count = max(10, round(RESAMPLES * effort.scale))
    people = ceilings()
    for task in TASKS:
        for punctuated in (True, False):
            name = task.name if punctuated else f"{task.name}, bare"
            found = _measured(task, _Compared(task, punctuated, effort.scale), count)
            rows += [_row(name, kind, values, people.get(task.name)) for kind, values in found]
            data[name] = dict(found)
    more = (transfer(effort), shares(effort), reliability(effort))
    return Tables(
        title=TITLE,
        columns=COLUMNS,
        rows=rows,
        notes=(
            "held out: one conversation in three, by its id, that nothing was learned from;",
            "source not learned: all conversations, read by a model that saw none of that source;",
            "rule: a question mark for what is asked, then the number of words; where nothing but",
            "length is left, its F1 is that of saying yes to every turn; bag of words: logistic",
            "regression on one and two words in a row, learned from the same conversations;",
            "people: one judge beside the others; bare: lower case without punctuation",
        ),
        data={**data, **{section.title: section.data for section in more}},
        more=more,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Compared:
    """The items of one task with each rival's figure for them."""

    task: Task
    punctuated: bool
    scale: float

    def columns(self) -> Mapping[str, Sequence[Item]]:
        items = items_of(self.task, punctuated=self.punctuated, scale=self.scale)
        kept = [item for item in items if held_out(item.talk)]
        return {
            "reader, held out": kept,
            "source not learned": elsewhere(
                self.task, items, punctuated=self.punctuated, scale=self.scale
            ),
            "rule": [item.instead(item.floor) for item in kept],
            "bag of words": bag_of_words(self.task, kept, self.scale),
        }


def _measured(
    task: Task, compared: _Compared, count: int
) -> list[tuple[str, dict[str, list[float]]]]:
    columns = compared.columns()
    marks = task.by_mark and compared.punctuated
    kinds: dict[str, Measure] = {"Spearman": spearman} if task.ranked else {"F1": _f1, "AUC": auc}
    found = []
    for kind, measured in kinds.items():
        values = {"turns": [float(len(columns["reader, held out"]))]}
        for name, items in columns.items():
            own = _yes if kind == "F1" and name == "rule" and not marks else measured
            values[name] = interval([(i.talk, i.truth, i.ours) for i in items], own, count)
        found.append((kind, values))
    return found


def _f1(pairs: Pairs) -> float:
    return f1(pairs, _LINE)


def _yes(pairs: Pairs) -> float:
    return f1(pairs, 0.0)


def _row(
    name: str, kind: str, values: Mapping[str, list[float]], people: Mapping[str, float] | None
) -> list[str]:
    shown = [
        f"{values[c][0]:.2f} ({values[c][1]:.2f}-{values[c][2]:.2f})" if values[c] else "-"
        for c in COLUMNS[3:7]
    ]
    ceiling = f"{people[kind]:.2f}" if people and kind in people else "-"
    return [name, f"{values['turns'][0]:.0f}", kind, *shown, ceiling]
