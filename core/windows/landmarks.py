"""Where something happens: critical points, poles, roots and edges of the domain, found on a grid."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core.sampling.polyline import BoolArray, FloatArray

Function = Callable[[FloatArray], FloatArray]
Gradient = Callable[[FloatArray], FloatArray]

_UNIFORM = (np.arange(-400, 400) + 0.618) / 400.0
_FINE = np.geomspace(1e-7, 2e-3, 48)
_GRID = np.unique(np.concatenate([_UNIFORM, _FINE, -_FINE]))
_SCALES = (10.0, 1000.0)
_CELLS = 48
_NODES: FloatArray = np.linspace(-0.5 * _CELLS, 0.5 * _CELLS, _CELLS + 1) + 0.0309  # round numbers lie inside
_EIGHTHS: FloatArray = np.linspace(0.0, 1.0, 9)
_CROWD = 40


@dataclass(frozen=True, eq=False)
class Landmarks:
    """What the search along a line has found for |x| ≤ `scale`; each array is ascending.

    `critical` are the extrema, corners, cusps and level inflections, `poles` the infinite values, `roots`
    the other sign changes, `edges` the ends of the domain. `steepest` is where |f′| is largest, NaN if that
    is at the ends of the search.
    """

    critical: FloatArray
    poles: FloatArray
    roots: FloatArray
    edges: FloatArray
    steepest: float
    scale: float


def landmarks(f: Function, slope: Function) -> Landmarks:
    """The landmarks of f for |x| ≤ 10, or for |x| ≤ 1000 if nothing happens nearer.

    f and its derivative `slope` map float64 arrays (n,) → (n,), NaN off the domain. The search costs some
    thousand evaluations and is no proof: what begins and ends between two samples is missed.
    """
    found = _search(f, slope, _SCALES[0])
    if found.critical.size or found.poles.size:
        return found
    farther = _search(f, slope, _SCALES[1])
    news = farther.critical.size or farther.poles.size or farther.edges.size > found.edges.size
    return farther if news else found


def values(f: Function, x: FloatArray) -> FloatArray:
    """f(x) with the shape of x, NaN wherever it is undefined or too large for a picture."""
    y = np.broadcast_to(np.asarray(f(x), dtype=np.float64), x.shape)
    return np.where(np.abs(y) < 1e290, y, np.nan)


def plane_critical_points(gradient: Gradient) -> FloatArray:
    """Points (n, 2) near which both components of the gradient (n, 2) → (n, 2) change sign.

    Looks at |x|, |y| ≤ 10 and more closely at ≤ 1, and at ≤ 100 if it finds nothing. Finds extrema, saddles,
    corners and poles, to a hundredth of a cell of the grid. Where they are more than 40 it leaves them out:
    they fill a curve or the plane.
    """
    near, far = _plane_search(gradient, 1.0), _plane_search(gradient, 10.0)
    found = _apart(np.concatenate([near, far[np.abs(far).max(axis=1, initial=0.0) > 0.95]]), 0.05)
    return found if len(found) else _plane_search(gradient, 100.0)


def _search(f: Function, slope: Function, scale: float) -> Landmarks:
    x = _GRID * scale

    def defined(t: FloatArray) -> FloatArray:
        return np.where(np.isnan(np.broadcast_to(f(t), t.shape)), -1.0, 1.0)

    rise = values(slope, x)
    turns, turn_grows = _sign_changes(slope, f, x)
    roots, root_grows = _sign_changes(f, f, x)
    edges, _ = _sign_changes(defined, f, x)
    critical = np.union1d(turns[~turn_grows], _level(x, rise))
    poles = np.union1d(turns[turn_grows], roots[root_grows])
    return Landmarks(critical, poles, roots[~root_grows], edges, _steepest(x, rise, scale), scale)


def _sign_changes(h: Function, f: Function, x: FloatArray) -> tuple[FloatArray, BoolArray]:
    """Where h changes sign, to 1/4096 of the grid x, and whether |f| grows on the way as to a pole."""
    sign = np.sign(values(h, x))
    at = np.flatnonzero(sign[:-1] * sign[1:] < 0.0)
    if at.size == 0:
        return np.empty(0), np.empty(0, dtype=np.bool_)
    left, right = x[at], x[at + 1]
    coarse = np.fmax(np.abs(values(f, left)), np.abs(values(f, right)))
    for _ in range(3):
        ladder = left[:, None] + (right - left)[:, None] * (np.arange(17) / 16.0)
        signs = np.sign(values(h, ladder.ravel())).reshape(ladder.shape)
        changed = np.maximum(np.argmax(signs != signs[:, :1], axis=1), 1)
        rung = np.arange(at.size)
        left, right = ladder[rung, changed - 1], ladder[rung, changed]
    fine = np.fmax(np.abs(values(f, left)), np.abs(values(f, right)))
    return 0.5 * (left + right), fine > 8.0 * coarse


def _level(x: FloatArray, rise: FloatArray) -> FloatArray:
    """Where the slope touches 0 without changing sign, as that of x³ does."""
    size = np.abs(rise)
    finite = size[np.isfinite(size)]
    small = 1e-4 * np.median(finite) if finite.size else 0.0
    least = (size[1:-1] < size[:-2]) & (size[1:-1] <= size[2:]) & (np.sign(rise[:-2]) == np.sign(rise[2:]))
    places: FloatArray = x[1:-1][least & (size[1:-1] < small)]
    return places


def _steepest(x: FloatArray, rise: FloatArray, scale: float) -> float:
    """Where |rise| is largest, unless it is even or grows towards the ends of the search."""
    size = np.nan_to_num(np.abs(rise), nan=0.0)
    at = int(np.argmax(size))
    inside = abs(x[at]) < 0.9 * scale and size[at] > 1.001 * np.median(size)
    return float(x[at]) if inside else float("nan")


def _plane_search(gradient: Gradient, scale: float) -> FloatArray:
    """Cells of a grid over |x|, |y| ≤ scale with sign changes in both components, refined twice by 8.

    Along a narrow valley the cells are many, and get more: there Newton's method tells which have a point.
    """
    size = 2.0 * scale / _CELLS
    coarse = _turning_cells(gradient, np.zeros((1, 2)), size * _NODES)
    if len(coarse) > 5 * _CROWD:
        return coarse[:0]
    fine = _turning_cells(gradient, coarse, size * _EIGHTHS)
    if len(fine) <= _CROWD:
        fine = _turning_cells(gradient, fine, size / 8.0 * _EIGHTHS)
    crowd = len(fine) > _CROWD
    found = _settled(gradient, coarse + 0.5 * size, size) if crowd else fine + size / 128.0
    found = _apart(found, 0.5 * size)
    return found if len(found) <= _CROWD else found[:0]


def _settled(gradient: Gradient, points: FloatArray, size: float) -> FloatArray:
    """Where ten steps of Newton's method for ∇g = 0, none longer than two cells, come to rest.

    The Hessian comes from difference quotients over a millionth of a cell.
    """
    across, up = np.array([1e-6 * size, 0.0]), np.array([0.0, 1e-6 * size])
    for _ in range(10):
        slope = gradient(points)
        (a, b), (c, d) = (gradient(points + across) - slope).T, (gradient(points + up) - slope).T
        determinant = a * d - b * c
        # A determinant below the normal numbers has lost its digits, and its inverse overflows.
        singular = ~(np.abs(determinant) > np.finfo(np.float64).tiny)
        inverse = 1e-6 * size / np.where(singular, 1.0, determinant)
        step = np.column_stack([d * slope[:, 0] - c * slope[:, 1], a * slope[:, 1] - b * slope[:, 0]])
        step = np.where(singular[:, None], size, step * inverse[:, None])
        length = np.hypot(*step.T)
        points = points - step * np.minimum(1.0, 2.0 * size / np.maximum(length, 1e-300))[:, None]
    settled: FloatArray = points[length < 1e-3 * size]
    return settled


def _turning_cells(gradient: Gradient, corners: FloatArray, offsets: FloatArray) -> FloatArray:
    """Lower left corners of the cells of a small grid at each corner in which both components change sign."""
    shape = (len(corners), offsets.size, offsets.size)
    x = np.broadcast_to(corners[:, 0, None, None] + offsets[:, None], shape)
    y = np.broadcast_to(corners[:, 1, None, None] + offsets, shape)
    slope = np.asarray(gradient(np.column_stack([x.ravel(), y.ravel()])), dtype=np.float64)
    sign = np.sign(slope).reshape(*shape, 2)
    around = np.stack([sign[:, :-1, :-1], sign[:, 1:, :-1], sign[:, :-1, 1:], sign[:, 1:, 1:]])
    turning = np.all((around.min(axis=0) < 0.0) & (around.max(axis=0) > 0.0), axis=-1)
    at = np.nonzero(turning)
    return np.column_stack([x[:, :-1, :-1][at], y[:, :-1, :-1][at]])


def _apart(points: FloatArray, distance: float) -> FloatArray:
    """One of each cluster of points closer to each other than `distance`."""
    kept: list[FloatArray] = []
    for point in points:
        if all(np.hypot(*(point - other)) > distance for other in kept):
            kept.append(point)
    return np.array(kept).reshape(-1, 2)
