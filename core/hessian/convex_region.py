"""Where in a window f is convex: the places at which its Hessian is positive definite.

There, and on every convex part of it, each chord lies above f (Boyd and Vandenberghe, Convex Optimization,
§3.1.4).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.curvature import eigenvalues_over
from core.expression import Expression
from core.sampling.contours import Window

Floats = NDArray[np.float64]

STRIPS = 72
COLUMNS = 97


@dataclass(frozen=True, eq=False)
class ConvexRegion:
    """The region as level strips: x0 ≤ x ≤ x1, y0 ≤ y ≤ y1, each (n,); `share` of the window, from 0 to 1.

    The sides are interpolated between samples; a strip is 1/72 of the window's height.
    """

    x0: Floats
    x1: Floats
    y0: Floats
    y1: Floats
    share: float

    @property
    def sentence(self) -> str:
        """How much of the window it is, for a person."""
        if self.share == 0:
            return "Nowhere in this window is the Hessian positive definite."
        if self.share > 1 - 1e-9:
            return "The Hessian is positive definite all over this window: f is strictly convex here."
        percent = min(max(round(100 * self.share), 1), 99)
        return f"The Hessian is positive definite on about {percent} % of this window."


def convex_region(e: Expression, window: Window) -> ConvexRegion:
    """The strips of a window in which both eigenvalues are above 0.

    >>> from core.expression import parse
    >>> convex_region(parse("x^3 + y^2", ("x", "y")), ((-1, 1), (-1, 1))).share
    0.5
    """
    (left, right), (low, high) = window
    x = np.linspace(left, right, COLUMNS)
    height = (high - low) / STRIPS
    y = low + height * (np.arange(STRIPS) + 0.5)
    points = np.column_stack([np.tile(x, STRIPS), np.repeat(y, COLUMNS)])
    least = eigenvalues_over(e, points)[:, 0].reshape(STRIPS, COLUMNS)
    row, x0, x1 = _intervals(x, least)
    share = float((x1 - x0).sum() * height / ((right - left) * (high - low)))
    return ConvexRegion(x0, x1, low + height * row, low + height * (row + 1), share)


def _intervals(x: Floats, values: Floats) -> tuple[Floats, Floats, Floats]:
    """(row, start, end) of the pieces of each row of values (m, n) at x (n,) that are above 0."""
    above = values > 0
    edged = np.pad(above, ((0, 0), (1, 1))).astype(np.int8)
    row, first = np.nonzero(np.diff(edged, axis=1) > 0)
    _, after = np.nonzero(np.diff(edged, axis=1) < 0)
    start = _crossing(x, values, row, first, first - 1)
    end = _crossing(x, values, row, after - 1, after)
    return row.astype(np.float64), start, end


def _crossing(
    x: Floats, values: Floats, row: NDArray[np.intp], inside: NDArray[np.intp], outside: NDArray[np.intp]
) -> Floats:
    """Where the values pass 0 on the way from a column inside to the one outside it, by a straight line."""
    last = len(x) - 1
    beyond = np.clip(outside, 0, last)
    here, there = values[row, inside], values[row, beyond]
    falls = np.isfinite(there) & (there <= 0)
    part = np.where(falls, here / np.where(falls, here - there, 1.0), 0.0)
    crossing: Floats = x[inside] + part * (x[beyond] - x[inside])
    return crossing
