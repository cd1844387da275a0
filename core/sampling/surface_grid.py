"""z = f(x, y) over a window, for a picture in space: a grid of heights, and cuts along straight lines."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.sampling.polyline import FloatArray
from core.slopes.angles import Degrees, unit

Surface = Callable[[FloatArray, FloatArray], FloatArray]
Window = tuple[tuple[float, float], tuple[float, float]]

CELLS = 48
"""Along each side: finer than a cell of the screen's picture can show, few enough to turn without delay."""

_LARGEST = 1e290
_SAMPLES = 97


@dataclass(frozen=True, eq=False)
class SurfaceGrid:
    """Heights z (m, n) over x (n,) and y (m,), all ascending; NaN where the surface has no value."""

    x: FloatArray
    y: FloatArray
    z: FloatArray


@dataclass(frozen=True, eq=False)
class Cut:
    """The surface along a straight line through a point: x, y, z (k,); z is NaN where there is no value."""

    x: FloatArray
    y: FloatArray
    z: FloatArray


def surface_grid(f: Surface, window: Window, cells: int = CELLS) -> SurfaceGrid:
    """f over a grid of cells × cells in window = ((x_low, x_high), (y_low, y_high)).

    f maps two float64 arrays (k,) → (k,), NaN off its domain.

    >>> surface_grid(lambda x, y: x + 10 * y, ((0.0, 2.0), (0.0, 1.0)), cells=2).z.tolist()
    [[0.0, 1.0, 2.0], [5.0, 6.0, 7.0], [10.0, 11.0, 12.0]]
    """
    x, y = (np.linspace(low, high, cells + 1) for low, high in window)
    across, along = np.meshgrid(x, y)
    return SurfaceGrid(x, y, _heights(f, across.ravel(), along.ravel()).reshape(across.shape))


def cut_through(f: Surface, point: tuple[float, float], degrees: Degrees, window: Window) -> Cut:
    """f along the line through the point at this angle to the x-axis, as far as the window reaches.

    (x, y) = point + t·(cos θ, sin θ), 97 places, one of them the point; none where the point is outside.
    """
    u = np.array(unit(degrees))
    first, last = _reach(np.array(point), u, window)
    if not first <= 0.0 <= last:
        return Cut(*np.empty((3, 0)))
    t = np.unique(np.append(np.linspace(first, last, _SAMPLES), 0.0))
    x, y = (place + t * step for place, step in zip(point, u.tolist(), strict=True))
    return Cut(x, y, _heights(f, x, y))


def _reach(point: FloatArray, u: FloatArray, window: Window) -> tuple[float, float]:
    """The t from where to where point + t·u lies in the window; an empty range where it never does."""
    moving = u != 0.0
    low, high = np.array(window).T
    if ((point < low) | (point > high)).any():
        return 1.0, 0.0
    ends = np.stack([(low - point)[moving] / u[moving], (high - point)[moving] / u[moving]])
    return float(ends.min(axis=0).max()), float(ends.max(axis=0).min())


def _heights(f: Surface, x: FloatArray, y: FloatArray) -> FloatArray:
    """f at the places, NaN where it has no value or one too large for a picture."""
    z = np.broadcast_to(np.asarray(f(x, y), dtype=np.float64), x.shape)
    return np.where(np.abs(z) < _LARGEST, z, np.nan)
