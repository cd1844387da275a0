"""A function under the microscope: its curve near a point at every power of ten, in window coordinates.

Level k shows x = a + u·w, w = width·10^−k, and y = c + v·s with u and v from −1 to 1, so that a window of
width 10^−12 is drawn as well as one of width 1. Where float64 has too few digits left for a level, the curve
is sampled in many digits. Toward ±∞ a level shows x from 0 to ±10^k·width instead.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.expression.precise import context
from core.limiting.neighbourhood import Point, as_point, is_infinite, many_digits
from core.sampling import sample_curve

FloatArray = NDArray[np.float64]

DIGITS = 100
MOST_LEVELS = 16
_LOOK = 16  # places on each side that are always worked out in many digits
_FINE = 60  # … and where float64 is too coarse
_NOISE = 0.004  # of half the height: a pixel
_FAR = 32.0
_LARGEST = 1e290
_PART_OF_A_PIXEL = 1e-3  # in units of u
_NEAR = (_PART_OF_A_PIXEL, 0.01)  # cancellation is worst next to the point
_TYPICAL, _OUTLIER = 0.8, 5.0


@dataclass(frozen=True, eq=False)
class Level:
    """One window: w and s as above, c its middle, u and v (n,) the curve, NaN rows for gaps.

    `looks` (m, 2) are true points (u, v) on the curve, for marks; `precise`: float64 was too coarse.
    """

    half_width: float
    half_height: float
    u: FloatArray
    v: FloatArray
    looks: FloatArray
    precise: bool


@dataclass(frozen=True, eq=False)
class Zoom:
    """The levels for one point; `middle` is c, the same in all levels."""

    point: Point
    middle: Any
    levels: tuple[Level, ...]

    def height(self, value: Any, level: Level) -> float:
        """The place v of a value in a level; NaN for nan."""
        return float((value - self.middle) / level.half_height)

    def band(self, distance: float, level: Level) -> tuple[float, float]:
        """The ends in u, perhaps outside the window, of all places nearer than this distance.

        Toward ±∞ the distance is 1/|x|, and the band ends at the far side of the window.
        """
        if is_infinite(self.point):
            start = 2.0 / (distance * level.half_width) - 1.0
            return (start, 1.0) if self.point > 0 else (-1.0, -start)
        return -distance / level.half_width, distance / level.half_width


def zoom_levels(e: Expression, a: Point, middle: Any = None, *, width: float = 1.0, levels: int = 13) -> Zoom:
    """The levels for a function of one variable near a; `middle` is the limit where there is one.

    Without it the windows are centred on what is typical of the first. Raises ValueError unless
    0 < width < ∞ and 1 ≤ levels ≤ 16.
    """
    if not (0 < width < math.inf and 1 <= levels <= MOST_LEVELS):
        raise ValueError("a zoom needs a positive width and 1 to 16 levels")
    point = as_point(a)
    sizes = [width * 10.0 ** (k if is_infinite(point) else -k) for k in range(levels)]
    mp = context(DIGITS)
    centre = None if middle is None or not abs(middle) < _LARGEST else mp.mpf(middle)
    made: list[Level] = []
    for size in sizes:
        window = _Window(e, point, size)
        looks = window.values(_offsets(_LOOK, point))
        if centre is None:
            centre = _typical_middle(looks)
        # Never closer vertically than horizontally: a straight line keeps its slope from level to level.
        floor = made[0].half_height * (1.0 if is_infinite(point) else size / width) if made else 0.0
        made.append(_level(window, looks, centre, floor))
    return Zoom(point, centre, tuple(made))


class _Window:
    """The map from u to x at one level, in float64 and in many digits."""

    def __init__(self, e: Expression, point: Point, size: float) -> None:
        self.e, self.point, self.size = e, point, size

    def exact(self, u: float) -> Any:
        mp = context(DIGITS)
        if is_infinite(self.point):
            return self.size * (mp.mpf(u) + (1 if self.point > 0 else -1)) / 2
        return many_digits(self.point) + mp.mpf(u) * self.size

    def floats(self, u: FloatArray) -> FloatArray:
        if is_infinite(self.point):
            return self.size * (u + math.copysign(1.0, self.point)) / 2.0
        return float(self.point) + u * self.size

    def values(self, u: FloatArray) -> list[tuple[float, Any]]:
        return [(float(at), self.e.precise(self.exact(at), digits=DIGITS)) for at in u]


def _offsets(count: int, point: Point) -> FloatArray:
    """Even places u on both sides of 0 without it; toward ±∞ all across the window."""
    if is_infinite(point):
        even = np.linspace(-1.0, 1.0, 2 * count + 1)
        return even[1:] if point > 0 else even[:-1]
    side = np.concatenate([_NEAR, np.arange(1, count + 1) / count])
    return np.concatenate([-side[::-1], side])


def _typical_middle(looks: list[tuple[float, Any]]) -> Any:
    """Midway between the tenth from below and the tenth from above: 0 for 1/x."""
    known = sorted(value for _, value in looks if abs(value) < _LARGEST)
    tenth = len(known) // 10
    return (known[tenth] + known[-1 - tenth]) / 2 if known else context(DIGITS).zero


def _level(window: _Window, looks: list[tuple[float, Any]], centre: Any, floor: float) -> Level:
    deviations = [float(value - centre) for _, value in looks]
    height = max(_reach(np.abs(deviations)), floor) or 1.0
    points = np.array([(u, off / height) for (u, _), off in zip(looks, deviations, strict=True)])
    coarse = _moderate(window.e(window.floats(points[:, 0]))) - float(centre)
    seen = np.abs(points[:, 1]) <= 1.0
    noise = np.abs(coarse / height - points[:, 1])[seen]
    precise = bool(noise.size and not np.nanmax(np.where(np.isnan(noise), math.inf, noise)) <= _NOISE)
    draw: Callable[..., tuple[FloatArray, FloatArray]] = _many_digits if precise else _float64
    u, v = draw(window, centre, height)
    kept = np.abs(points[:, 1]) <= 1.0
    return Level(window.size, height, u, v, points[kept], precise)


def _reach(deviations: FloatArray) -> float:
    """Half the height that shows the curve whole, or its typical part where it has a pole."""
    finite = deviations[deviations < _LARGEST]
    if finite.size == 0:
        return 0.0
    most, typical = float(finite.max()), float(np.quantile(finite, _TYPICAL))
    whole = most <= _OUTLIER * typical or typical == 0.0
    return 1.15 * (most if whole else 0.5 * _OUTLIER * typical)


def _float64(window: _Window, centre: Any, height: float) -> tuple[FloatArray, FloatArray]:
    middle = float(centre)

    def relative(u: FloatArray) -> FloatArray:
        return (_moderate(window.e(window.floats(u))) - middle) / height

    curve = sample_curve(relative, -1.0, 1.0, view=(-1.0, 1.0))
    return (curve.x, curve.y) if is_infinite(window.point) else _without_middle(curve.x, curve.y)


def _moderate(values: FloatArray) -> FloatArray:
    """The values without those near the end of float64, which no window shows."""
    return np.where(np.abs(values) < _LARGEST, values, math.nan)


def _without_middle(u: FloatArray, v: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The curve without the part of a pixel at the point, where cancellation is worst and nothing shows.

    A gap there stays a gap.
    """
    middle = np.abs(u) < _PART_OF_A_PIXEL
    if not np.isnan(v[middle]).any():
        return u[~middle], v[~middle]
    hole = int(np.argmax(middle))
    return np.insert(u[~middle], hole, 0.0), np.insert(v[~middle], hole, math.nan)


def _many_digits(window: _Window, centre: Any, height: float) -> tuple[FloatArray, FloatArray]:
    values = window.values(_offsets(_FINE, window.point))
    u = np.array([at for at, _ in values])
    v = np.array([float((value - centre) / height) for _, value in values])
    v[~(np.abs(v) <= _FAR)] = math.nan
    if is_infinite(window.point):
        return u, v
    # What happens at the point itself is said by its dots; the curve may have a hole there.
    hole = int(np.searchsorted(u, 0.0))
    return np.insert(u, hole, 0.0), np.insert(v, hole, math.nan)
