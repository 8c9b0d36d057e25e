"""Other readers of the same turns: ours without a source, and a bag of words."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from benchmarks.labelled import Item, Task, notes_in
from benchmarks.learning import Method, Row, learn, total_of
from benchmarks.lessons import fold_of, held_out, studied
from benchmarks.models import COUNTS, Model, line_for, taught
from scoring.builtin.speech import plain_words


@cache
def without(figure: str, source: str, scale: float = 1.0) -> Model:
    """What all lessons teach but those of one source, labelled by whomever.

    Below the full scale one lesson in five teaches: that shows that it runs, and no more.
    """
    return taught(
        figure,
        lambda lesson: source not in lesson.source and _taken(lesson.id, scale),
        folds=2,
    )


def _taken(lesson: str, scale: float) -> bool:
    return scale >= 1.0 or fold_of(f"few {lesson}", 5) == 0


def elsewhere(
    task: Task, items: Sequence[Item], *, punctuated: bool, scale: float
) -> Sequence[Item]:
    """The items as a model reads them that learned nothing from their source.

    Empty where the figure is not learned at all: then the reader is the same everywhere.
    """
    if task.figure not in COUNTS:
        return ()
    model = without(task.figure, task.source, scale)
    seen = {
        (talk, at): model.likely(note.features())
        for talk, at, note in notes_in(task.source, punctuated=punctuated)
    }
    return [item.instead(seen[item.talk, item.turn]) for item in items]


def bag_of_words(task: Task, items: Sequence[Item], scale: float) -> Sequence[Item]:
    """The items as a bag of words reads them, learned from the reader's own lessons."""
    if task.figure not in COUNTS:
        return ()
    weights, bias = _bag(task.figure, scale)
    return [
        item.instead(_squashed(total_of(weights, words_of(item.text)) + bias)) for item in items
    ]


@cache
def _bag(figure: str, scale: float) -> tuple[Mapping[str, float], float]:
    """Weights, and what moves the line to where F1 is best in what was learned from."""
    rows = []
    for source, counts in COUNTS[figure].items():
        for lesson, _, turns in studied(source):
            if (source == "own" or not held_out(lesson.id)) and _taken(lesson.id, scale):
                rows += [
                    Row(words_of(t.text), t.known[figure], counts)
                    for t in turns if figure in t.known and t.text
                ]  # fmt: skip
    weights = learn(rows, Method(l1=2.0))
    pairs = [(total_of(weights, row.features), 0.0, row.truth) for row in rows]
    return weights, line_for([pairs]).bias


def words_of(text: str) -> dict[str, float]:
    """Words, pairs of words, and a question mark, each counted once."""
    words = plain_words(text).split()
    found = dict.fromkeys([*words, *map(" ".join, pairwise(words))], 1.0)
    return {"": 1.0, **found, **({"?": 1.0} if "?" in text else {})}


def _squashed(total: float) -> float:
    """Any number to 0-1, 0 to a half; its order is all that counts."""
    return 0.5 + total / (2.0 * (1.0 + abs(total)))
