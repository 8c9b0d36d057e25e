"""Which skills go with won deals: one model of all skills, segments and reps together.

    logit P(win) = alpha_seg + gamma' z + sum_s x_s (b_s + u_seg,s) + r_rep

``x`` are a rep's levels as they were known before the deal was opened, never those of the
deal's own calls: a buyer's mood raises both. ``b``, ``u`` and ``r`` are normal around 0 with
variances that are fitted too, so that a skill in a segment borrows from the other segments
as far as they agree, and a strong rep does not make all of their skills look useful. What is
found is an association: nobody was assigned a level by chance.

Fitted by Newton to the mode with Laplace's covariance; variances by EM.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.float64]
POINTS = 10.0
"""Effects are given per so many points of a skill."""
PRIOR_SD = {"b": 0.15, "u": 0.10, "r": 0.30}
PRIOR_UNITS = 6.0
"""Pseudo-units that a prior variance counts for in its update."""
FIXED_SD = 3.0
"""Prior of intercepts and of what is known of a deal: wide."""
EM_ROUNDS = 20
NEWTON_STEPS = 30
CLOSE = 1e-8
MIN_REPS, MIN_DEALS, MIN_WINS = 25, 300, 60
MANY_REPS = 100
_MAX_LOGIT = 30.0


@dataclass(frozen=True, slots=True)
class ClosedDeal:
    """One closed deal: who, where, whether won, what was known when it was opened."""

    rep: str
    segment: str
    won: bool
    levels: tuple[float, ...]
    """The rep's level in every skill before it was opened, 0-100, in the order of the skills."""
    known: tuple[float, ...]
    """What else is known of it (lead source, competitor, amount, month), as numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One skill in one segment: log odds of winning per 10 points, and how sure that is."""

    segment: str
    skill: int
    log_odds: float
    standard_error: float
    claimed: bool
    """Whether it may be called one that goes with winning: few such claims are false."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where each kind of unknown stands: intercepts, known, b, u by segment, r by rep."""

    segments: tuple[str, ...]
    reps: tuple[str, ...]
    known: int
    skills: int

    @property
    def b(self) -> int:
        return len(self.segments) + self.known

    @property
    def u(self) -> int:
        return self.b + self.skills

    @property
    def r(self) -> int:
        return self.u + self.skills * len(self.segments)

    @property
    def size(self) -> int:
        return self.r + len(self.reps)

    def parts(self) -> dict[str, slice]:
        return {
            "b": slice(self.b, self.u),
            "u": slice(self.u, self.r),
            "r": slice(self.r, self.size),
        }


def fit_outcomes(deals: Sequence[ClosedDeal]) -> tuple[Effect, ...]:
    """Every skill's effect in every segment; empty without both wins and losses.

    Claims: two-sided posterior tail areas, Benjamini-Hochberg over all cells at 0.10 (0.05
    from 100 reps on), for effects above zero, and only with at least 25 reps, and 300 closed
    deals and 60 wins in the segment.
    """
    wins = sum(d.won for d in deals)
    if not 0 < wins < len(deals):
        return ()
    layout = _layout(deals)
    design, won = _design(deals, layout), np.array([d.won for d in deals], dtype=np.float64)
    mode, covariance = _fitted(design, won, layout)
    cells = [
        (segment, skill, *_cell(place, skill, layout, mode, covariance))
        for place, segment in enumerate(layout.segments)
        for skill in range(layout.skills)
    ]
    claimed = _claims([_tail(e / s) for _, _, e, s in cells], len(layout.reps))
    enough = {s for s in layout.segments if _enough(deals, s)} if _many(layout) else set()
    return tuple(
        Effect(
            segment=segment,
            skill=skill,
            log_odds=effect,
            standard_error=error,
            claimed=claims and effect > 0.0 and segment in enough,
        )
        for (segment, skill, effect, error), claims in zip(cells, claimed, strict=True)
    )


def _layout(deals: Sequence[ClosedDeal]) -> _Layout:
    return _Layout(
        segments=tuple(sorted({d.segment for d in deals})),
        reps=tuple(sorted({d.rep for d in deals})),
        known=len(deals[0].known),
        skills=len(deals[0].levels),
    )


def _many(layout: _Layout) -> bool:
    return len(layout.reps) >= MIN_REPS


def _enough(deals: Sequence[ClosedDeal], segment: str) -> bool:
    here = [d for d in deals if d.segment == segment]
    return len(here) >= MIN_DEALS and sum(d.won for d in here) >= MIN_WINS


def _design(deals: Sequence[ClosedDeal], layout: _Layout) -> Matrix:
    """One row a deal; levels and what is known are centred, levels per 10 points."""
    rows = len(deals)
    segment = np.array([layout.segments.index(d.segment) for d in deals])
    place = {rep: i for i, rep in enumerate(layout.reps)}
    rep = np.array([place[d.rep] for d in deals])
    x = np.array([d.levels for d in deals], dtype=np.float64) / POINTS
    z = np.array([d.known for d in deals], dtype=np.float64).reshape(rows, layout.known)
    x -= x.mean(axis=0)
    z -= z.mean(axis=0)
    design = np.zeros((rows, layout.size))
    every = np.arange(rows)
    design[every, segment] = 1.0
    design[:, len(layout.segments) : layout.b] = z
    design[:, layout.b : layout.u] = x
    for skill in range(layout.skills):
        design[every, layout.u + segment * layout.skills + skill] = x[:, skill]
    design[every, layout.r + rep] = 1.0
    return design


def _fitted(design: Matrix, won: Matrix, layout: _Layout) -> tuple[Matrix, Matrix]:
    """Mode and covariance, after variances and mode have been fitted in turns."""
    variances = {name: sd**2 for name, sd in PRIOR_SD.items()}
    mode = np.zeros(layout.size)
    covariance = np.eye(layout.size)
    for _ in range(EM_ROUNDS):
        mode, covariance = _newton(design, won, _precision(layout, variances), mode)
        spread = np.diag(covariance)
        for name, part in layout.parts().items():
            squares = float(np.sum(mode[part] ** 2 + spread[part]))
            units = part.stop - part.start
            variances[name] = (squares + PRIOR_UNITS * PRIOR_SD[name] ** 2) / (units + PRIOR_UNITS)
    return mode, covariance


def _precision(layout: _Layout, variances: dict[str, float]) -> Matrix:
    precision = np.full(layout.size, 1.0 / FIXED_SD**2)
    for name, part in layout.parts().items():
        precision[part] = 1.0 / variances[name]
    return precision


def _newton(design: Matrix, won: Matrix, precision: Matrix, start: Matrix) -> tuple[Matrix, Matrix]:
    """The mode of the posterior, and the inverse of its curvature there."""
    mode, curvature = start, np.diag(precision)
    for _ in range(NEWTON_STEPS):
        chance = 1.0 / (1.0 + np.exp(-np.clip(design @ mode, -_MAX_LOGIT, _MAX_LOGIT)))
        weight = chance * (1.0 - chance)
        curvature = (design.T * weight) @ design + np.diag(precision)
        step = np.linalg.solve(curvature, design.T @ (won - chance) - precision * mode)
        mode = mode + step
        if float(np.max(np.abs(step))) < CLOSE:
            break
    return mode, np.asarray(np.linalg.inv(curvature), dtype=np.float64)


def _cell(
    place: int, skill: int, layout: _Layout, mode: Matrix, covariance: Matrix
) -> tuple[float, float]:
    """``b + u`` of one segment and skill with its standard error."""
    at, more = layout.b + skill, layout.u + place * layout.skills + skill
    variance = covariance[at, at] + covariance[more, more] + 2.0 * covariance[at, more]
    return float(mode[at] + mode[more]), math.sqrt(float(variance))


def _tail(z: float) -> float:
    """Chance of a standard normal variable to lie at least so far from zero."""
    return math.erfc(abs(z) / math.sqrt(2.0))


def _claims(tails: Sequence[float], reps: int) -> list[bool]:
    """Benjamini and Hochberg 1995: the share of false ones among the claims stays below q."""
    q = 0.05 if reps >= MANY_REPS else 0.10
    ordered = sorted(tails)
    bound = max(
        (p for rank, p in enumerate(ordered, 1) if p <= q * rank / len(ordered)), default=-1.0
    )
    return [p <= bound for p in tails]
