"""How well figures agree with labels. Each takes pairs of (label, figure)."""

import random
from collections.abc import Callable, Sequence

Pairs = Sequence[tuple[float, float]]
SEED = 20_261_125


def f1(pairs: Pairs, line: float) -> float:
    """F1, 0-1, of saying yes from ``line`` upward; 0 if nothing is found."""
    hits = sum(truth > 0 and seen >= line for truth, seen in pairs)
    said = sum(seen >= line for _, seen in pairs)
    true = sum(truth > 0 for truth, _ in pairs)
    return 2 * hits / (said + true) if said + true else 0.0


def auc(pairs: Pairs) -> float:
    """Chance that a turn with the label has the higher figure, ties half; 0.5 without both."""
    ranks = _ranks([seen for _, seen in pairs])
    yes = [rank for rank, (truth, _) in zip(ranks, pairs, strict=True) if truth > 0]
    no = len(pairs) - len(yes)
    if not yes or not no:
        return 0.5
    return (sum(yes) - len(yes) * (len(yes) + 1) / 2) / (len(yes) * no)


def spearman(pairs: Pairs) -> float:
    """Rank correlation, -1 to 1, ties sharing their rank; 0 where one side does not vary."""
    first, second = _ranks([a for a, _ in pairs]), _ranks([b for _, b in pairs])
    middle = (len(pairs) + 1) / 2
    both = sum((a - middle) * (b - middle) for a, b in zip(first, second, strict=True))
    spread = sum((a - middle) ** 2 for a in first) * sum((b - middle) ** 2 for b in second)
    return float(both / spread**0.5) if spread else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks, start = [0.0] * len(values), 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + end + 1) / 2
        start = end
    return ranks


def pearson(pairs: Pairs) -> float:
    """Correlation, -1 to 1; 0 where one side does not vary."""
    count = len(pairs) or 1
    first, second = sum(a for a, _ in pairs) / count, sum(b for _, b in pairs) / count
    both = sum((a - first) * (b - second) for a, b in pairs)
    spread = sum((a - first) ** 2 for a, _ in pairs) * sum((b - second) ** 2 for _, b in pairs)
    return float(both / spread**0.5) if spread > 1e-18 else 0.0


def interval(
    items: Sequence[tuple[str, float, float]],
    measured: Callable[[list[tuple[float, float]]], float],
    count: int,
) -> list[float]:
    """The figure and the ends of its 90 % interval; conversations are drawn, not turns.

    Items are (conversation, label, figure). Nothing for no items.
    """
    if not items:
        return []
    talks: dict[str, list[tuple[float, float]]] = {}
    for talk, truth, seen in items:
        talks.setdefault(talk, []).append((truth, seen))
    groups = list(talks.values())
    drawn = random.Random(SEED)
    values = sorted(
        measured([pair for group in drawn.choices(groups, k=len(groups)) for pair in group])
        for _ in range(count)
    )
    at = measured([pair for group in groups for pair in group])
    return [at, values[int(0.05 * count)], values[min(count - 1, int(0.95 * count))]]
