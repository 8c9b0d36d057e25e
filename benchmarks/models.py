"""Learns one figure of the turn reader, and where its line lies."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.agreement import f1
from benchmarks.learning import Method, Row, learn, total_of
from benchmarks.lessons import Lesson, Studied, fold_of, held_out, studied
from scoring.builtin.learned import Line
from scoring.builtin.turn_features import Features

FOLDS = 3
LAST_ROUNDS = 1
"""Times that whole-turn labels are laid on the sentence most like the figure."""
SURELY_NOT = -2.5
"""Log odds below which another sentence of such a turn teaches what the figure is not."""
COUNTS: Final[Mapping[str, Mapping[str, float]]] = {
    "question": {"own": 1.0, "ours": 1.0, "p4g": 0.5, "marks": 0.5},
    "open_question": {"own": 1.0, "ours": 1.0},
    "reflection": {"own": 1.0, "ours": 1.0},
    "commitment": {"own": 1.0, "p4g": 1.0},
    "objection": {"own": 1.0, "p4g": 1.0},
}
"""The lessons each figure is learned from, and how much one piece of each counts."""

Wanted = Callable[[Lesson], bool]
Pair = tuple[float, float, bool]
"""The highest sum of a turn's pieces, the logarithm of their number, and the label."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of one figure and the line that makes them a probability."""

    weights: Mapping[str, float]
    line: Line

    def likely(self, pieces: Sequence[Features]) -> float:
        """The probability for a turn of these pieces; 0 for none."""
        if not pieces:
            return 0.0
        best, several = self.summed(pieces)
        total = self.line.bias + self.line.slope * best + self.line.several * several
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def summed(self, pieces: Sequence[Features]) -> tuple[float, float]:
        """The highest sum, and the logarithm of how many pieces there are."""
        return max(total_of(self.weights, p) for p in pieces), math.log(len(pieces))


def taught(figure: str, wanted: Wanted, method: Method | None = None, folds: int = FOLDS) -> Model:
    """What the lessons that are wanted teach; those held out are never among them."""
    method = method or Method()

    def kept(lesson: Lesson) -> bool:
        return wanted(lesson) and (lesson.source.startswith("own ") or not held_out(lesson.id))

    pairs: dict[str, list[Pair]] = {}
    for fold in range(folds):
        weights = _weights(figure, _others(kept, fold, folds), method)
        for source, pair in _checked(figure, weights, _nth(kept, fold, folds)):
            pairs.setdefault(source, []).append(pair)
    return Model(_weights(figure, kept, method), line_for(list(pairs.values())))


def _others(wanted: Wanted, fold: int, folds: int) -> Wanted:
    return lambda lesson: wanted(lesson) and fold_of(lesson.id, folds) != fold


def _nth(wanted: Wanted, fold: int, folds: int) -> Wanted:
    return lambda lesson: wanted(lesson) and fold_of(lesson.id, folds) == fold


def _weights(figure: str, wanted: Wanted, method: Method) -> dict[str, float]:
    certain, whole = [], []
    for source, counts in COUNTS[figure].items():
        for lesson, _, turns in studied(source):
            if not wanted(lesson):
                continue
            if lesson.whole:
                whole += [t for t in turns if figure in t.known and t.pieces]
            else:
                certain += list(_rows(figure, turns, counts))
    weights = learn(certain, method)
    for _ in range(LAST_ROUNDS if whole else 0):
        laid = [row for turn in whole for row in _laid(figure, turn, weights)]
        weights = learn(certain + laid, method)
    return weights


def _rows(figure: str, turns: Iterable[Studied], counts: float) -> Iterator[Row]:
    for turn in turns:
        for features, known in turn.pieces:
            if figure in known:
                yield Row(features, known[figure], counts)


def _laid(figure: str, turn: Studied, weights: Mapping[str, float]) -> Iterator[Row]:
    """A label of a whole turn, laid on the piece that looks most like it."""
    if not turn.known[figure]:
        yield from (Row(features, truth=False) for features, _ in turn.pieces)
        return
    totals = [total_of(weights, features) for features, _ in turn.pieces]
    best = max(range(len(totals)), key=totals.__getitem__)
    yield Row(turn.pieces[best][0], truth=True)
    for total, (features, _) in zip(totals, turn.pieces, strict=True):
        if total < SURELY_NOT:
            yield Row(features, truth=False)


def _checked(
    figure: str, weights: Mapping[str, float], wanted: Wanted
) -> Iterator[tuple[str, Pair]]:
    """Each turn that is wanted, with its source. Turns labelled by marks alone set no line."""
    model = Model(weights, Line(0.0, 1.0, 0.0))
    for source in COUNTS[figure]:
        if source == "marks":
            continue
        for lesson, form, turns in studied(source):
            if wanted(lesson) and form in ("written", "bare"):
                for turn in turns:
                    if figure in turn.known and turn.pieces:
                        best, several = model.summed(turn.features)
                        yield source, (best, several, turn.known[figure])


def line_for(sources: Sequence[Sequence[Pair]]) -> Line:
    """The logistic of the highest sum, every source counting alike, moved to its best F1.

    First the slope that makes the figure a probability, then the bias at which 0.5 is the line
    with the highest mean F1 over the sources; of a flat top, its middle.
    """
    bias, slope, several = _logistic(sources)
    moves = [step / 20 for step in range(-60, 61)]
    scores = []
    for move in moves:
        found = [
            f1([(float(y), bias + move + slope * x + several * n) for x, n, y in pairs], 0.0)
            for pairs in sources
        ]
        scores.append(sum(found) / len(found))
    top = [m for m, s in zip(moves, scores, strict=True) if s >= max(scores) - 0.003]
    return Line(round(bias + top[len(top) // 2], 3), round(slope, 3), round(several, 3))


def _logistic(sources: Sequence[Sequence[Pair]]) -> tuple[float, float, float]:
    """Newton's steps for three weights, with a little pull towards (0, 1, 0)."""
    at = [0.0, 1.0, 0.0]
    rows = [(p, 1000.0 / len(pairs)) for pairs in sources for p in pairs]
    for _ in range(12):
        slopes = [0.0, 1.0 - at[1], -at[2]]
        bends = [[1e-6, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
        for (best, several, truth), counts in rows:
            x = (1.0, best, several)
            total = sum(w * v for w, v in zip(at, x, strict=True))
            p = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
            for i in range(3):
                slopes[i] += counts * (truth - p) * x[i]
                for j in range(3):
                    bends[i][j] += counts * p * (1.0 - p) * x[i] * x[j]
        at = [w + step for w, step in zip(at, _solved(bends, slopes), strict=True)]
    return at[0], at[1], at[2]


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Three equations, by elimination; the matrix is symmetric and positive."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(3):
        for j in range(3):
            if j != i:
                factor = rows[j][i] / rows[i][i]
                rows[j] = [a - factor * b for a, b in zip(rows[j], rows[i], strict=True)]
    return [row[3] / row[i] for i, row in enumerate(rows)]
