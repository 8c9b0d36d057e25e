"""Labels of our own: each source read by a model that learned nothing from that source."""

from collections.abc import Sequence

from benchmarks.agreement import auc, f1, interval
from benchmarks.figures import Effort, Section
from benchmarks.lessons import OURS, Studied, held_out, studied
from benchmarks.models import Model
from benchmarks.rivals import without

TITLE = "Turn signals on sources that were not learned from (labels of our own)"
COLUMNS = ("label", "turns", "yes", "F1", "F1 held out", "AUC", "F1 of yes to all")
RESAMPLES = 100
FIGURES = ("question", "open_question", "reflection")
NAMES = {"lend_an_ear": "support chat", "primock57": "doctors", "uptake": "lessons"}


def transfer(effort: Effort) -> Section:
    """The table: figures on all labelled turns of a source, and on those held out besides."""
    count = max(10, round(RESAMPLES * effort.scale))
    rows, data = [], {}
    for figure in FIGURES:
        for source in OURS:
            model = without(figure, source, effort.scale)
            for form, bare in (("written", ""), ("bare", ", bare")):
                found = _found(figure, source, form, model)
                name = f"{figure.replace('_', ' ')}, {NAMES[source]}{bare}"
                row, values = _row(name, found, count)
                rows.append(row)
                data[name] = values
    return Section(
        title=TITLE,
        columns=COLUMNS,
        rows=rows,
        notes=(
            "chat, consultations and lessons learned from the other two and from our own text;",
            "held out: the third of the conversations that no choice was made by",
        ),
        data=data,
    )


def _found(figure: str, source: str, form: str, model: Model) -> list[tuple[str, float, float]]:
    wanted = f"our labels, {source}"
    return [
        (lesson.id, float(turn.known[figure]), _seen(turn, model))
        for lesson, written, turns in studied("ours")
        if written == form and lesson.source == wanted
        for turn in turns if figure in turn.known
    ]  # fmt: skip


def _seen(turn: Studied, model: Model) -> float:
    return model.likely(turn.features)


def _row(
    name: str, found: Sequence[tuple[str, float, float]], count: int
) -> tuple[list[str], dict[str, list[float]]]:
    kept = [item for item in found if held_out(item[0])]
    values = {
        "F1": interval(found, lambda pairs: f1(pairs, 0.5), count),
        "F1 held out": interval(kept, lambda pairs: f1(pairs, 0.5), count),
        "AUC": interval(found, auc, count),
        "F1 of yes to all": interval(found, lambda pairs: f1(pairs, 0.0), count),
    }
    shown = [f"{v[0]:.2f} ({v[1]:.2f}-{v[2]:.2f})" for v in values.values()]
    return [name, str(len(found)), f"{sum(t for _, t, _ in found):.0f}", *shown], values
