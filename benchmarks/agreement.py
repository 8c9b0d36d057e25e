"""How well figures agree with labels. Each takes pairs of (label, figure)."""

from collections.abc import Sequence

Pairs = Sequence[tuple[float, float]]


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
