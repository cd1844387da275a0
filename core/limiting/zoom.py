"""A function under the microscope: its curve near a point at every power of ten, in window coordinates.

Level k shows x = a + u·w, w = width·10^−k, and y = c + v·s with u and v from −1 to 1, so that a window of
width 10^−12 is drawn as well as one of width 1. Where float64 has too few digits left for a level, the curve
is sampled in many digits. Toward ±∞ a level shows x from 0 to ±10^k·width instead.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.expression.precise import context
from core.limiting.neighbourhood import Point, as_point, is_infinite, many_digits
from core.sampling import sample_curve

FloatArray = NDArray[np.float64]
Looks = list[tuple[float, Any]]
"""Places u with the true values there, in many digits."""

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
_MARGIN = 1.15
_BESIDE, _LEAP = 1e-9, 0.05  # so near to the point, in u, so high a rise, in v, is a jump
_FIRST, _MUCH_WIDER = 3, 5.0
_GOLDEN = (math.sqrt(5) - 1) / 2


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

    Without it the windows are centred on what is typical of them. Raises ValueError unless
    0 < width < ∞ and 1 ≤ levels ≤ 16.
    """
    if not (0 < width < math.inf and 1 <= levels <= MOST_LEVELS):
        raise ValueError("a zoom needs a positive width and 1 to 16 levels")
    point = as_point(a)
    sizes = [width * 10.0 ** (k if is_infinite(point) else -k) for k in range(levels)]
    mp = context(DIGITS)
    centre = None if middle is None or not abs(middle) < _LARGEST else mp.mpf(middle)
    windows = [_Window(e, point, size) for size in sizes]
    looks = [window.values(_looks(point)) for window in windows]
    if centre is None:
        centre = _middle_far_out(looks) if is_infinite(point) else _middle_near(looks[0])
    floor = 0.0 if is_infinite(point) else _of_value(e, point, looks[0], centre)
    made: list[Level] = []
    for window, seen in zip(windows, looks, strict=True):
        made.append(_level(window, seen, centre, floor))
        # Never closer vertically than horizontally: a straight line keeps its slope from level to level.
        floor = made[0].half_height * (1.0 if is_infinite(point) else window.size / width / 10.0)
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

    def values(self, u: FloatArray) -> Looks:
        return [(float(at), self.e.precise(self.exact(at), digits=DIGITS)) for at in u]


def _offsets(count: int, point: Point) -> FloatArray:
    """Even places u on both sides of 0 without it; toward ±∞ all across the window."""
    if is_infinite(point):
        even = np.linspace(-1.0, 1.0, 2 * count + 1)
        return even[1:] if point > 0 else even[:-1]
    side = np.concatenate([_NEAR, np.arange(1, count + 1) / count])
    return np.concatenate([-side[::-1], side])


def _looks(point: Point) -> FloatArray:
    """The places worked out at every level; far out at irregular distances, in which no period can hide."""
    even = _offsets(_LOOK, point)
    if not is_infinite(point):
        return even
    shift = (np.arange(1, even.size + 1) * _GOLDEN % 1.0) / _LOOK
    return even - shift if point > 0 else even + shift


def _middle_near(looks: Looks) -> Any:
    """The middle of the widest window, without the places so near that they may sit on a pole."""
    return _typical_middle([value for u, value in looks if abs(u) > _NEAR[-1]])


def _middle_far_out(looks: Sequence[Looks]) -> Any:
    """The middle of the first windows together, or of the first alone where f grows on the way."""
    first, more = ([value for look in looks[:count] for _, value in look] for count in (1, _FIRST))
    low, high = _typical(first)
    least, most = _typical(more)
    return _typical_middle(first if most - least > _MUCH_WIDER * (high - low) else more)


def _typical(values: Sequence[Any]) -> tuple[Any, Any]:
    """The tenth of the values from below and the tenth from above; (0, 0) of none."""
    mp = context(DIGITS)
    known = sorted(value for value in values if abs(value) < _LARGEST) or [mp.zero]
    tenth = len(known) // 10
    return known[tenth], known[-1 - tenth]


def _typical_middle(values: Sequence[Any]) -> Any:
    """About midway between the typical ends, as a short number: 0 for 1/x."""
    mp = context(DIGITS)
    low, high = _typical(values)
    spread = high - low
    if not spread:
        return low
    if abs(low + high) < spread / 5:
        return mp.zero
    unit = mp.mpf(10) ** (mp.floor(mp.log10(spread)) - 1)
    return mp.nint((low + high) / 2 / unit) * unit


def _of_value(e: Expression, point: Point, looks: Looks, centre: Any) -> float:
    """Half the height that shows f(a) too, where it is not too far from the curve; else 0."""
    away = abs(float(e.precise(many_digits(point), digits=DIGITS) - centre))
    usual = _reach(np.array([abs(float(value - centre)) for _, value in looks]))
    return _MARGIN * away if away <= _OUTLIER * usual else 0.0


def _level(window: _Window, looks: Looks, centre: Any, floor: float) -> Level:
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
    return _MARGIN * (most if whole else 0.5 * _OUTLIER * typical)


def _float64(window: _Window, centre: Any, height: float) -> tuple[FloatArray, FloatArray]:
    middle = float(centre)

    def relative(u: FloatArray) -> FloatArray:
        return (_moderate(window.e(window.floats(u))) - middle) / height

    curve = sample_curve(relative, -1.0, 1.0, view=(-1.0, 1.0))
    if is_infinite(window.point):
        return curve.x, curve.y
    return _without_middle(curve.x, curve.y, lambda: _leaps(window, height))


def _leaps(window: _Window, height: float) -> bool:
    """Whether the curve jumps at the point, as |x|/x does; a line drawn across would be no part of it."""
    (_, left), (_, right) = window.values(np.array([-_BESIDE, _BESIDE]))
    return not abs(right - left) <= _LEAP * height


def _moderate(values: FloatArray) -> FloatArray:
    """The values without those near the end of float64, which no window shows."""
    return np.where(np.abs(values) < _LARGEST, values, math.nan)


def _without_middle(u: FloatArray, v: FloatArray, leaps: Callable[[], bool]) -> tuple[FloatArray, FloatArray]:
    """The curve without the part of a pixel at the point, where cancellation is worst and nothing shows.

    A gap there stays a gap, and a jump becomes one.
    """
    middle = np.abs(u) < _PART_OF_A_PIXEL
    if not (np.isnan(v[middle]).any() or leaps()):
        return u[~middle], v[~middle]
    hole = int(np.searchsorted(u[~middle], 0.0))
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
