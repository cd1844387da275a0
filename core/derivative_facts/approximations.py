"""Taylor polynomials over a window: the numbers behind the picture of f and its polynomials."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.derivative_facts.taylor import Taylor
from core.expression.numeric import Program

PLACES = 240


@dataclass(frozen=True, eq=False)
class Approximations:
    """x (n,), f there (n,), the polynomials of degree 0, 1, … there (d + 1, n), and max |f − T| of each.

    f is NaN off its domain; `largest` (d + 1,) is taken over the places where f has a value.
    """

    expansion: Taylor
    x: NDArray[np.float64]
    f: NDArray[np.float64]
    polynomials: NDArray[np.float64]
    largest: NDArray[np.float64]


def approximations(expansion: Taylor, low: float, high: float) -> Approximations:
    """The polynomials of an expansion at even places of [low, high], x₀ among them if it lies inside."""
    x = np.linspace(low, high, PLACES + 1)
    x0 = float(expansion.x0)
    if low <= x0 <= high:
        x[int(np.argmin(np.abs(x - x0)))] = x0
    trees = [expansion.polynomial(degree).tree for degree in range(expansion.degree + 1)]
    f, *values = Program((expansion.e.tree, *trees), expansion.e.variables)(x)
    f = np.where(np.isfinite(f), f, np.nan)
    polynomials = np.stack(values)
    known = np.isfinite(f)
    largest = np.max(np.abs(polynomials - f)[:, known], axis=1, initial=0.0)
    return Approximations(expansion, x, f, polynomials, largest)
