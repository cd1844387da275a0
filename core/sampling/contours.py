"""Level curves of g(x, y): what a walker on a map follows, and what descent crosses at right angles."""

from collections.abc import Callable
from dataclasses import dataclass

import contourpy
import numpy as np
from numpy.typing import NDArray

from core.sampling.polyline import BoolArray, FloatArray, kept_vertices

Surface = Callable[[FloatArray, FloatArray], FloatArray]
Window = tuple[tuple[float, float], tuple[float, float]]

GRID = 121
"""Samples along each axis of the picture."""
VERTICES = 4000
"""No picture has more vertices."""

_PIXEL = 600.0  # the picture's width and height in px, where tolerances are measured
_TOLERANCE = 0.3  # px
_CROSSINGS, _TANGLE = 12_000, 5_000  # grid edges that all levels together, and a level alone, may cross


@dataclass(frozen=True, eq=False)
class LevelCurves:
    """The vertices of all level curves of a picture, one row each: g(xᵢ, yᵢ) ≈ levelᵢ.

    Rows with the same `line` belong to one unbroken curve, in drawing order; a closed curve repeats its
    first vertex. All arrays have shape (n,); n = 0 when g is constant or nowhere defined, and when it
    oscillates faster than the grid can follow: then `unresolved` is true.
    """

    x: FloatArray
    y: FloatArray
    level: FloatArray
    line: NDArray[np.int64]
    unresolved: bool = False


def level_curves(
    g: Surface, window: Window, *, count: int = 12, levels: FloatArray | None = None
) -> LevelCurves:
    """About `count` level curves of g in window = ((x_low, x_high), (y_low, y_high)), or those of `levels`.

    g maps two float64 arrays (n,) → (n,), NaN off its domain. The curves come from a grid of 121 × 121
    values (marching squares); they end where g is undefined and do not follow poles and jumps.
    """
    (x_low, x_high), (y_low, y_high) = window
    columns, rows = np.linspace(x_low, x_high, GRID), np.linspace(y_low, y_high, GRID)
    z = _values(g, np.tile(columns, GRID), np.repeat(rows, GRID)).reshape(GRID, GRID)
    levels, unresolved = _affordable(chosen_levels(z, count) if levels is None else levels, z)
    broken = _broken_edges(g, columns, rows, z, levels)
    column, row, level, line = _lines(z, levels, broken)
    scale = _PIXEL / (GRID - 1)
    kept = _enough(column * scale, row * scale, line)
    x = x_low + (x_high - x_low) * (column[kept] / (GRID - 1))
    y = y_low + (y_high - y_low) * (row[kept] / (GRID - 1))
    return LevelCurves(x, y, level[kept], line[kept], unresolved)


def chosen_levels(z: FloatArray, count: int) -> FloatArray:
    """Up to `count` distinct, readable levels that cut the values z evenly, denser at both ends.

    The quantiles (1 − cos(π(k + ½)/count))/2 are close at the lowest and the highest values, so that a
    valley and a summit show although they are small (the nodes of Chebyshev). Each level is rounded as far
    as half the gap to its neighbours allows. A value that fills an area is no level: there is no curve.

    >>> chosen_levels(np.linspace(0.0, 10.0, 101), 4).tolist()
    [0.4, 3.0, 7.0, 9.6]
    """
    finite = z[np.isfinite(z)]
    values, counts = np.unique(finite, return_counts=True)
    plateaus = values[counts > 0.01 * finite.size]
    uneven = finite[~np.isin(finite, plateaus)]
    if uneven.size == 0:
        return uneven
    share = (1.0 - np.cos(np.pi * (np.arange(count) + 0.5) / count)) / 2.0
    levels = np.unique(np.quantile(uneven, share))
    lowest, highest = values[0], values[-1]
    digits = max(1e-11 * max(abs(lowest), abs(highest)), 1e-290)
    apart = (np.diff(levels, prepend=lowest) > digits) & (levels < highest - digits)
    return _readable(levels[apart], lowest, highest, plateaus)


def _readable(levels: FloatArray, lowest: float, highest: float, plateaus: FloatArray) -> FloatArray:
    """Each level as a multiple of the largest 1, 2 or 5 · 10ᵏ that is at most half the gap beside it."""
    gaps = np.diff(levels, prepend=lowest, append=highest)
    half = 0.5 * np.minimum(gaps[:-1], gaps[1:])
    power = 10.0 ** np.floor(np.log10(half))
    step = power * np.where(half >= 5.0 * power, 5.0, np.where(half >= 2.0 * power, 2.0, 1.0))
    rounded = np.round(levels / step) * step
    rounded = np.where(np.isin(rounded, plateaus), rounded + 0.5 * step, rounded)
    return np.unique([float(f"{level:.12g}") for level in rounded])


def _affordable(levels: FloatArray, z: FloatArray) -> tuple[FloatArray, bool]:
    """As many of the levels, evenly thinned, as cross few enough grid edges, and whether none does.

    A single level that crosses more than `_TANGLE` edges is an artefact of the grid.
    """
    while levels.size:
        band = np.searchsorted(levels, z)
        crossings = np.abs(np.diff(band, axis=0)).sum() + np.abs(np.diff(band, axis=1)).sum()
        if crossings <= min(_CROSSINGS, _TANGLE * levels.size):
            return levels, False
        if levels.size == 1:
            break
        levels = levels[1::2]
    return levels[:0], levels.size > 0


def _values(g: Surface, x: FloatArray, y: FloatArray) -> FloatArray:
    """g at the points, NaN wherever it is undefined or too large for a picture."""
    z = np.broadcast_to(np.asarray(g(x, y), dtype=np.float64), x.shape)
    return np.where(np.abs(z) < 1e290, z, np.nan)


def _broken_edges(
    g: Surface, columns: FloatArray, rows: FloatArray, z: FloatArray, levels: FloatArray
) -> tuple[BoolArray, BoolArray]:
    """Grid edges across which g jumps or has a pole: along x (GRID, GRID − 1), along y (GRID − 1, GRID)."""

    def crosswise(y: FloatArray, x: FloatArray) -> FloatArray:
        return _values(g, x, y)

    def lengthwise(x: FloatArray, y: FloatArray) -> FloatArray:
        return _values(g, x, y)

    along_x = _broken_along(lengthwise, columns, rows, z, levels)
    along_y = _broken_along(crosswise, rows, columns, z.T, levels).T
    return along_x, along_y


def _broken_along(
    g: Surface, along: FloatArray, across: FloatArray, z: FloatArray, levels: FloatArray
) -> BoolArray:
    """Edges in the second axis of z over which the rise persists while the edge is halved five times.

    Suspected are only edges that a level crosses and whose rise is unlike that of both neighbours: three
    times as large, or the other way. More than 2000 of them are noise, of which nothing can be said.
    """
    rise = np.diff(z, axis=1)
    beside = np.pad(np.nan_to_num(rise, nan=0.0), ((0, 0), (1, 1)))
    before, after = beside[:, :-2], beside[:, 2:]
    unlike = (np.abs(rise) > 3.0 * np.maximum(np.abs(before), np.abs(after))) | (
        (rise * np.sign(before) <= 0.0) & (rise * np.sign(after) <= 0.0)
    )
    crossed = np.diff(np.searchsorted(levels, z), axis=1) != 0
    row, column = np.nonzero(unlike & crossed & np.isfinite(rise))
    broken = np.zeros(rise.shape, dtype=np.bool_)
    if 0 < row.size <= 2000:
        persists = _rise_persists(
            lambda t: g(t, across[row]), along[column], along[column + 1], z[row, column], z[row, column + 1]
        )
        broken[row[persists], column[persists]] = True
    return broken


def _rise_persists(
    g: Callable[[FloatArray], FloatArray],
    left: FloatArray,
    right: FloatArray,
    z_left: FloatArray,
    z_right: FloatArray,
) -> BoolArray:
    """Whether the steeper half of the interval, halved five times, keeps half of its rise or meets a NaN."""
    whole = np.abs(z_right - z_left)
    undefined = np.zeros(whole.shape, dtype=np.bool_)
    for _ in range(5):
        middle = 0.5 * (left + right)
        z = g(middle)
        undefined |= np.isnan(z)
        first = np.abs(z - z_left) >= np.abs(z_right - z)
        left, right = np.where(first, left, middle), np.where(first, middle, right)
        z_left, z_right = np.where(first, z_left, z), np.where(first, z, z_right)
    persists: BoolArray = undefined | (np.abs(z_right - z_left) >= 0.5 * whole)
    return persists


def _lines(
    z: FloatArray, levels: FloatArray, broken: tuple[BoolArray, BoolArray]
) -> tuple[FloatArray, FloatArray, FloatArray, NDArray[np.int64]]:
    """Column, row, level and line of every vertex, in units of the grid, without the broken edges."""
    generator = contourpy.contour_generator(z=np.ma.masked_invalid(z), name="serial", line_type="Separate")
    points, starts, heights = [np.empty((0, 2))], [np.empty(0, dtype=np.bool_)], [np.empty(0)]
    for level in levels:
        for vertices in generator.lines(float(level)):
            points.append(np.asarray(vertices))
            starts.append(np.arange(len(vertices)) == 0)
            heights.append(np.full(len(vertices), level))
    column, row = np.concatenate(points).T
    start, level_of = np.concatenate(starts), np.concatenate(heights)
    sound = ~_on_broken_edge(column, row, broken)
    start[1:] |= ~sound[:-1]
    line = np.cumsum(start)
    alone = np.bincount(line[sound], minlength=line.max(initial=0) + 1)[line] < 2
    keep = sound & ~alone
    _, line = np.unique(line[keep], return_inverse=True)
    return column[keep], row[keep], level_of[keep], line.astype(np.int64)


def _on_broken_edge(column: FloatArray, row: FloatArray, broken: tuple[BoolArray, BoolArray]) -> BoolArray:
    """Vertices of marching squares lie on grid edges; these lie on one that g does not cross smoothly."""
    along_x, along_y = broken
    left, low = np.floor(column + 1e-9).astype(np.intp), np.floor(row + 1e-9).astype(np.intp)
    on_row, on_column = np.abs(row - low) < 1e-9, np.abs(column - left) < 1e-9
    last = GRID - 2
    across_x = on_row & ~on_column & along_x[low, np.minimum(left, last)]
    across_y = on_column & ~on_row & along_y[np.minimum(low, last), left]
    crossing: BoolArray = across_x | across_y
    return crossing


def _enough(u: FloatArray, v: FloatArray, line: NDArray[np.int64]) -> BoolArray:
    """The vertices that keep every line within `_TOLERANCE`, or as near as `VERTICES` of them can."""
    change = np.diff(line) != 0
    ends = np.append(True, change) | np.append(change, True) if line.size else np.empty(0, dtype=np.bool_)
    tolerance = _TOLERANCE
    kept = kept_vertices(u, v, fixed=ends, tolerance=tolerance)
    while np.count_nonzero(kept) > VERTICES and tolerance < _PIXEL:
        tolerance *= 2.0
        kept = kept_vertices(u, v, fixed=ends, tolerance=tolerance)
    return kept
