"""Cuts as samples for a picture: along both axes, one of them sliding, and in any direction."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.gradient import gradient_field
from core.sampling import Curve, robust_range, sample_curve
from core.slopes.angles import Degrees, unit
from core.windows import Range, Window, rounded_outward

Floats = NDArray[np.float64]

FRAMES = 21
"""Places of the sliding cut."""

SAMPLES = 65
"""Along each of them; the cut through the point itself is sampled as finely as it needs."""

_LOOKS = 65
_LEAP = 0.5  # of the picture's height, between two samples
_ALONE = 0.02  # a middle so near to one end, or beyond, does not lie on a steep but unbroken way


@dataclass(frozen=True, eq=False)
class Cuts:
    """Cuts along x at many y, and the one along y through the point.

    at (k,): the y of every cut along x, ascending; at[start] is the point's own. along_x (k) and along_y are
    curves of f. value (k,) and slopes (k, 2): f and ∇f where the cut along x meets the one along y.
    heights: the range of f over the window, the same wherever the point is.
    """

    point: tuple[float, float]
    at: Floats
    start: int
    along_x: tuple[Curve, ...]
    along_y: Curve
    value: Floats
    slopes: Floats
    heights: Range


@dataclass(frozen=True, eq=False)
class StraightCut:
    """f(p + t·u) for |t| ≤ reach as a curve over t, its value and its slope D_u f at t = 0 (NaN for none)."""

    angle: Degrees
    curve: Curve
    value: float
    slope: float
    reach: float
    heights: Range


def cuts(e: Expression, point: Sequence[float], window: Window) -> Cuts:
    """Cuts through a point of the window."""
    px, py = map(float, point)
    heights = window_heights(e, window)
    at, start = sliding_places(window.y, py)
    meet = np.column_stack([np.full(at.size, px), at])
    value, slopes = gradient_field(e).over(meet)
    value[start], slopes[start] = gradient_field(e).at((px, py))
    coarse = _coarse(e, window)
    fine = sample_curve(lambda x: e(x, py), *window.x, view=heights)
    upward = sample_curve(lambda y: e(px, y), *window.y, view=heights)
    along_x = (*coarse[:start], fine, *coarse[start + 1 :])
    return Cuts((px, py), at, start, along_x, upward, value, slopes, heights)


def straight_section(e: Expression, point: Sequence[float], angle: Degrees, window: Window) -> StraightCut:
    """The cut through a point in one direction; its length depends on the window alone."""
    (px, py), (ux, uy) = map(float, point), unit(angle)
    reach = min(window.x[1] - window.x[0], window.y[1] - window.y[0]) / 2
    heights = window_heights(e, window)
    curve = sample_curve(lambda t: e(px + t * ux, py + t * uy), -reach, reach, view=heights)
    value, slopes = gradient_field(e).at((px, py))
    return StraightCut(angle, curve, value, float(slopes @ (ux, uy)), reach, heights)


@lru_cache(maxsize=64)
def window_heights(e: Expression, window: Window) -> Range:
    """The values of f over the window, without what lies next to a pole."""
    x, y = (np.linspace(*ends, _LOOKS) for ends in (window.x, window.y))
    return rounded_outward(*robust_range(e(np.tile(x, y.size), np.repeat(y, x.size))))


def sliding_places(ends: Range, own: float) -> tuple[Floats, int]:
    """Even places from end to end, the nearest replaced by the point's own, and its number.

    >>> places, start = sliding_places((0.0, 20.0), 3.2)
    >>> places[start - 1 : start + 2].tolist(), start
    ([2.0, 3.2, 4.0], 3)
    """
    places = _even(ends)
    start = int(np.argmin(np.abs(places - own)))
    places[start] = own
    return places, start


def _even(ends: Range) -> Floats:
    return np.linspace(*ends, FRAMES)


@lru_cache(maxsize=64)
def _coarse(e: Expression, window: Window) -> tuple[Curve, ...]:
    """The cuts along x at all even places; they are the same wherever the point is.

    A gap stands wherever f leaps between two samples and at their middle.
    """
    x, at, heights = np.linspace(*window.x, 2 * SAMPLES - 1), _even(window.y), window_heights(e, window)
    z = e(np.tile(x, at.size), np.repeat(at, x.size)).reshape(at.size, x.size)
    z = np.where(np.abs(z) < 1e290, z, math.nan)
    return tuple(_with_gaps(x, row, heights) for row in z)


def _with_gaps(x: Floats, z: Floats, heights: Range) -> Curve:
    left, middle, right = z[:-2:2], z[1::2], z[2::2]
    leap = np.abs(right - left) > _LEAP * (heights[1] - heights[0])
    share = np.divide(middle - left, right - left, out=np.full_like(left, 0.5), where=leap)
    broken = np.isnan(middle) | (leap & ((share < _ALONE) | (share > 1 - _ALONE)))
    place = np.flatnonzero(broken) + 1
    return Curve(np.insert(x[::2], place, x[1::2][broken]), np.insert(z[::2], place, math.nan), heights)
