"""How far along a step: halved until f falls enough, for many points at once."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]
MeritAt = Callable[[Floats, Rows], Floats]
"""The merit (m,) after the steps (m, d) of the points `rows` (m,); NaN where f has no value."""

ENOUGH = 1e-4
"""The part of what the slope promises that f has to fall by."""

MOST_ASKED = 60
"""Looks at f before a search gives up."""

NOISE = 10 * float(np.finfo(np.float64).eps)


def halved(
    step: Floats, merit: Floats, promise: Floats, merit_at: MeritAt, first: Floats | None = None
) -> tuple[Floats, int]:
    """(t (n,), looks): the first of t, t/2, t/4, … with merit(x + t·s) ≤ merit(x) − 10⁻⁴·t·promise.

    step (n, d), merit and promise = −∇·s (n,); `first` (n,) is 1 by default. Armijo, 1966; Nocedal & Wright,
    Numerical Optimization, algorithm 3.1. The last digits of f are noise: a step is not refused for them.
    """
    t = np.ones(len(step)) if first is None else first.copy()
    bound = merit + NOISE * np.abs(merit)
    rows = np.arange(len(step))
    for looks in range(1, MOST_ASKED + 1):
        falls = merit_at(t[rows, None] * step[rows], rows) <= (bound - ENOUGH * t * promise)[rows]
        rows = rows[~falls]
        if not len(rows):
            return t, looks
        t[rows] /= 2
    return t, MOST_ASKED + 1
