"""Weights of the turn reader that were learned, one module for each figure.

The modules beside this one are written by ``python -m benchmarks.train_signals`` and never by
hand. They hold one line of ``feature weight`` pairs after another, parted by semicolons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from scoring.builtin.learned import commitment, objection, open_question, question, reflection


@dataclass(frozen=True, slots=True)
class Line:
    """From the highest sum of a turn's pieces to log odds: where the line lies, how steep."""

    bias: float
    slope: float
    several: float
    """For the logarithm of the number of pieces: among many, one is high by chance."""


_MODULES = {
    "question": question,
    "open_question": open_question,
    "reflection": reflection,
    "objection": objection,
    "commitment": commitment,
}
LEARNED: Final[Mapping[str, Line]] = MappingProxyType(
    {name: Line(*module.LINE) for name, module in _MODULES.items()}
)
"""The figures that are learned, in the order of ``weights_by_feature``."""


@cache
def weights_by_feature() -> Mapping[str, tuple[tuple[int, float], ...]]:
    """For each feature: which of ``LEARNED`` weigh it, by place, and how much."""
    found: dict[str, list[tuple[int, float]]] = {}
    for at, module in enumerate(_MODULES.values()):
        for name, weight in weights_in(module.WEIGHTS).items():
            found.setdefault(name, []).append((at, weight))
    return MappingProxyType({name: tuple(pairs) for name, pairs in found.items()})


def weights_in(text: str) -> dict[str, float]:
    """``{"w:why": 1.2}`` for ``"w:why 1.2"``; pairs are parted by semicolons."""
    pairs = (pair.strip().rpartition(" ") for pair in text.replace("\n", ";").split(";"))
    return {name: float(weight) for name, _, weight in pairs if name}
