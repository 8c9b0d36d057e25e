"""How unsure the offsets leave a level, after each call: by the mix of calls up to then.

What was known after a call must not change when later calls are of another kind, so each call
is given the mix up to it and no later one.
"""

from scoring.linear import dot, times
from scoring.norms import Norms, Reading


class MixErrors:
    """Takes readings in time order, each at the same small cost.

    With ``x`` the mean row of the scores of live readings so far and ``u`` the usual one, the level
    is unsure by ``2 noise (x - u)' S (x - u)``, ``S = (X'X + lambda I)^-1`` from the fit. Sums of
    ``S x``, ``x' S x`` and ``u' S x`` are carried along instead of ``x``.
    """

    def __init__(self, norms: Norms) -> None:
        self._norms = norms
        self._usual = dot(norms.usual, times(norms.spread, norms.usual))
        self.restart()

    def restart(self) -> None:
        """Forget every reading."""
        self._scores = 0
        self._spread_sum = [0.0] * len(self._norms.columns)
        self._own = self._with_usual = self._now = 0.0

    def take(self, reading: Reading) -> float:
        """Points squared after one more reading; 0 before any live one of known criteria."""
        part = None if reading.practice else self._norms.part(reading.mix)
        if part is None:
            return self._now
        self._scores += part.scores
        self._own += 2.0 * sum([x * self._spread_sum[i] for i, x in part.row.items()]) + part.own
        self._with_usual += part.with_usual
        self._spread_sum = [a + b for a, b in zip(self._spread_sum, part.spread_row, strict=True)]
        n = self._scores
        square = self._own / n**2 - 2.0 * self._with_usual / n + self._usual
        self._now = 2.0 * self._norms.noise * max(0.0, square)
        return self._now
