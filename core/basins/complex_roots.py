"""Newton's method in the complex plane: which root of a polynomial each start is taken to (Cayley, 1879)."""

import numpy as np
import sympy
from numpy.typing import NDArray

from core.basins.basins import MOST_CELLS, NOWHERE, Basins, Window, middles
from core.basins.goals import Goal
from core.expression import Expression
from core.expression.symbols import symbol
from core.expression.work_limit import TooMuchWork, limited
from core.windows import rounded_outward

Complexes = NDArray[np.complex128]

HIGHEST = 12
MOST_STEPS = 60
MOST_CALLS = 200_000
"""Of SymPy, to multiply the powers out; about a quarter of a second."""

SHORT = 1e-9
NEAR = 1e-4
UNIT = 2.0
"""Half the window's width where 0 is the only root."""


def complex_basins(e: Expression, window: Window, *, cells: int = 200) -> Basins | None:
    """The basins of z − p(z)/p′(z) over a window of the real and the imaginary part; None for no polynomial.

    p is the typed function of x with z put in; its degree goes from 1 to 12. Goals hold (Re z, Im z), and
    |p(z)| as the residual.

    >>> from core.expression import parse
    >>> found = complex_basins(parse("x^3 - 1"), ((-2.0, 2.0), (-2.0, 2.0)), cells=40)
    >>> [goal.point.round(4).tolist() for goal in found.goals]
    [[-0.5, -0.866], [-0.5, 0.866], [1.0, 0.0]]
    """
    if cells * cells > MOST_CELLS:
        raise ValueError("basins have at most 250 000 cells")
    polynomial = coefficients(e)
    if polynomial is None:
        return None
    x, y = (middles(ends, cells) for ends in window)
    start = (x[None, :] + 1j * y[:, None]).ravel()
    end, steps = _walk(polynomial, start)
    roots = _roots(polynomial)
    off = np.abs(end[:, None] - roots[None, :])
    near = off.argmin(axis=1)
    arrived = np.isfinite(end) & (off.min(axis=1) <= NEAR * np.maximum(1.0, np.abs(end)))
    goal = np.where(arrived, near, NOWHERE).astype(np.int16).reshape(cells, cells)
    goals = tuple(_goal(polynomial, complex(root)) for root in roots)
    return Basins(x, y, goal, steps.reshape(cells, cells), goals, "newton", window)


def complex_window(e: Expression) -> Window:
    """A square of the complex plane about 0 that shows all roots, with as much room again around them.

    >>> from core.expression import parse
    >>> complex_window(parse("z^3 - 8", ("z",)))
    ((-4.0, 4.0), (-4.0, 4.0))
    """
    polynomial = coefficients(e)
    farthest = 0.0 if polynomial is None else float(np.abs(_roots(polynomial)).max())
    ends = rounded_outward(-2 * farthest, 2 * farthest) if farthest else (-UNIT, UNIT)
    return ends, ends


def coefficients(e: Expression) -> NDArray[np.float64] | None:
    """The coefficients of a polynomial in x, the highest first; None for all else and above degree 12."""
    x = symbol(e.variables[0])
    if len(e.variables) != 1 or not e.sympy.is_polynomial(x):
        return None
    try:
        polynomial = limited(lambda: sympy.Poly(e.sympy, x), MOST_CALLS)
    except TooMuchWork:
        return None
    if not 1 <= polynomial.degree() <= HIGHEST:
        return None
    found = np.array([float(value) for value in polynomial.all_coeffs()])
    return found if np.isfinite(found).all() else None


def _walk(polynomial: NDArray[np.float64], start: Complexes) -> tuple[Complexes, NDArray[np.int16]]:
    """The ends, NaN for those still under way, and the steps."""
    z, steps = start.copy(), np.zeros(len(start), dtype=np.int16)
    slope = np.polyder(polynomial)
    running = np.arange(len(z))
    with np.errstate(all="ignore"):
        for k in range(1, MOST_STEPS + 2):
            here = z[running]
            value = np.polyval(polynomial, here)
            step = np.where(value == 0, 0.0, -value / np.polyval(slope, here))
            z[running] = here + step
            there = np.abs(step) <= SHORT * np.maximum(1.0, np.abs(here))
            steps[running] = np.where(there, k - 1, k)
            running = running[~there & np.isfinite(step)]
            if not len(running):
                break
    z[running] = np.nan
    return z, steps


def _roots(polynomial: NDArray[np.float64]) -> Complexes:
    """All roots by the companion matrix, each once, from left to right; a second way beside the walk."""
    kept: list[complex] = []
    for root in np.roots(polynomial).tolist():
        if all(abs(root - known) > NEAR * max(1.0, abs(root)) for known in kept):
            kept.append(complex(root))
    kept.sort(key=lambda root: (round(root.real, 6), round(root.imag, 6)))
    return np.array(kept)


def _goal(polynomial: NDArray[np.float64], root: complex) -> Goal:
    residual = float(abs(np.polyval(polynomial, root)))
    point = np.array([root.real, root.imag])
    return Goal(np.where(np.abs(point) < 1e-14, 0.0, point), 0.0, "root", residual)
