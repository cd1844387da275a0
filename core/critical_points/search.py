"""Where ∇f = 0 in a window, found from many starts at once in float64.

Levenberg's and Marquardt's method on ∇f = 0 with the damping ‖∇f‖² of Fan and Yuan, "On the Quadratic
Convergence of the Levenberg–Marquardt Method without Nonsingularity Assumption" (2005): it converges fast
also onto a whole curve of critical points, where Newton's method has no unique step.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.curvature import CurvatureField, curvature_field
from core.expression import Expression
from core.gradient import Field, gradient_field
from core.sampling.contours import Window

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

STARTS = 29
"""Along each axis."""

MOST_ROUNDS = 150
CROWDED_ROUNDS = 35
MOST_SLOW = 160
"""So many of the points that are still under way after `CROWDED_ROUNDS` go on."""

LONGEST_STEP = 0.14
"""About two cells of the starts, in half windows."""

AT_REST = 1e-13
CLOSE = 1e-3
"""A step this short after the last round: the point is near, though convergence is slow."""

LEVEL = 1e-7
"""‖∇f‖ at rest, beside a typical one: where it is least but not 0 the method rests too."""

MARGIN = 0.15
_SHIFT = 0.0309
_TOO_LARGE = 1e150


@dataclass(frozen=True, eq=False)
class Plane:
    """∇f and ∇²f in the coordinates of a window: u = (x − centre) / half, so that it is |u₁|, |u₂| ≤ 1.

    centre, half: (2,). size: a typical ‖∇f‖ there, by which all slopes are divided.
    """

    centre: Floats
    half: Floats
    size: float
    field: Field
    curvature: CurvatureField

    @classmethod
    def of(cls, e: Expression, window: Window) -> "Plane":
        """The function's plane over a window ((x_low, x_high), (y_low, y_high))."""
        low, high = np.array(window, dtype=np.float64).T
        plane = cls((low + high) / 2, (high - low) / 2, 1.0, gradient_field(e), curvature_field(e))
        lengths = np.linalg.norm(plane.slope(grid(STARTS)), axis=1)
        usual = lengths[np.isfinite(lengths) & (lengths > 0)]
        size = float(np.median(usual)) if usual.size else 1.0
        return cls(plane.centre, plane.half, size, plane.field, plane.curvature)

    def place(self, u: Floats) -> Floats:
        """The points (n, 2) in the window's own numbers."""
        return self.centre + self.half * u

    def slope(self, u: Floats) -> Floats:
        """∇f (n, 2) in these coordinates; NaN where it is undefined or too large."""
        slope = self.field.over(self.place(u))[1] * (self.half / self.size)
        return np.where(np.abs(slope) < _TOO_LARGE, slope, np.nan)

    def bend(self, u: Floats) -> Floats:
        """∇²f (n, 2, 2) in these coordinates."""
        scale = np.outer(self.half, self.half) / self.size
        bend: Floats = self.curvature.over(self.place(u)) * scale
        return bend


@dataclass(frozen=True, eq=False)
class Found:
    """Points u (n, 2) near which ∇f = 0, and how far from it each may still be (n,), in half windows."""

    u: Floats
    doubt: Floats


def grid(count: int) -> Floats:
    """count² places over |u| ≤ 1, none of them on a line of symmetry that people type."""
    ticks = np.linspace(-1.0, 1.0, count) * (1 - _SHIFT / 2) + _SHIFT / 3
    return np.stack([axis.ravel() for axis in np.meshgrid(ticks, ticks + _SHIFT / 7)], axis=1)


def search(plane: Plane) -> Found:
    """Where the starts come to rest in the window, each place many times."""
    found = settle(plane, grid(STARTS))
    inside = (np.abs(found.u) <= 1 + 1e-9).all(axis=1)
    return Found(found.u[inside], found.doubt[inside])


def settle(plane: Plane, starts: Floats, rounds: int = MOST_ROUNDS) -> Found:
    """Where points (n, 2) end; those that leave the window or get nowhere are dropped.

    A step that does not make ‖∇f‖ smaller is not taken, and the next one is a quarter as long.
    """
    with np.errstate(all="ignore"):
        u, slope = starts, plane.slope(starts)
        reach = np.full(len(u), LONGEST_STEP)
        last = np.full(len(u), np.inf)
        ends: list[Floats] = []
        for k in range(rounds):
            step = _step(plane, u, slope)
            length = np.hypot(*step.T)
            rests = length <= AT_REST
            ends.append(_level(u, slope, length, rests))
            going = ~rests & np.isfinite(length) & (reach > AT_REST) & (np.abs(u) < 1 + MARGIN).all(axis=1)
            if k == CROWDED_ROUNDS:
                going &= np.cumsum(going) % (1 + np.count_nonzero(going) // MOST_SLOW) == 0
            u, slope, reach, last, step = (part[going] for part in (u, slope, reach, length, step))
            if not len(u):
                break
            taken = np.minimum(last, reach)
            step *= (taken / last)[:, None]
            there = plane.slope(u + step)
            better = np.hypot(*there.T) < np.hypot(*slope.T)
            reach = np.where(better, np.minimum(2 * reach, LONGEST_STEP), taken / 4)
            u, slope = np.where(better[:, None], u + step, u), np.where(better[:, None], there, slope)
    ends.append(_level(u, slope, last, last <= CLOSE))
    rows = np.concatenate(ends)
    return Found(rows[:, :2], 30 * rows[:, 2] + 1e-9)


def _level(u: Floats, slope: Floats, length: Floats, rests: Bools) -> Floats:
    """Rows (u₁, u₂, last step) of the points at rest at which ∇f is 0, as far as float64 tells."""
    kept = rests & (np.hypot(*slope.T) <= LEVEL)
    return np.column_stack([u[kept], length[kept]])


def _step(plane: Plane, u: Floats, slope: Floats) -> Floats:
    """−Σ λ/(λ² + ‖∇f‖²)·(v·∇f) v over the eigenvectors v of each H."""
    bend = plane.bend(u)
    a, b, d = bend[:, 0, 0], bend[:, 0, 1], bend[:, 1, 1]
    damping = np.minimum((slope**2).sum(axis=1), 1.0) + np.finfo(float).tiny
    middle, gap = (a + d) / 2, np.hypot((a - d) / 2, b)
    v = _first_eigenvector(a, b, d, middle + gap)
    step = np.zeros_like(u)
    for way, bent in ((v, middle + gap), (np.column_stack([-v[:, 1], v[:, 0]]), middle - gap)):
        step -= way * ((way * slope).sum(axis=1) * bent / (bent**2 + damping))[:, None]
    return step


def _first_eigenvector(a: Floats, b: Floats, d: Floats, large: Floats) -> Floats:
    """The direction (n, 2) of the larger eigenvalue of each ((a, b), (b, d))."""
    v = np.where((a >= d)[:, None], np.column_stack([large - d, b]), np.column_stack([b, large - a]))
    size = np.hypot(*v.T)
    found: Floats = np.where(size[:, None] > 0, v / np.where(size > 0, size, 1.0)[:, None], [1.0, 0.0])
    return found
