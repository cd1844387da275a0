"""The zeros of a function of one variable in an interval: simple and touching ones, to fifty digits or exact.

float64 finds them on a grid, many digits refine them (Illinois' variant of regula falsi, Dowell and Jarratt,
1971), and a fraction with a small denominator that is a zero is taken for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from core.expression import Expression
from core.expression.precise import context
from core.limiting.neighbourhood import Point

MOST_ZEROS = 40
_GRID = 4096
_DIGITS = 70
_TINY = 60  # a value below 10^−60 of the function's size is taken for 0
_LARGEST_DENOMINATOR = 1000
_TURN_STEP = 25  # slopes for touching zeros are differences over 10^−25
_ROUNDS = 60
_LOW = 1e-3  # a low point may be zero if it lies below this part of the median

Function = Callable[[Any], Any]


@dataclass(frozen=True)
class Zeros:
    """Ascending zeros, exact as a Fraction or as an mpf; `complete` is False where there are too many."""

    places: tuple[Point, ...]
    complete: bool


def zeros(g: Expression, low: float, high: float) -> Zeros:
    """The zeros of g in [low, high], at most `MOST_ZEROS`, those nearest to the middle."""
    mp = context(_DIGITS)
    x = _grid(low, high)
    y = g(x)
    pairs = [*_sign_changes(x, y), *_touches(x, y)]
    middle = 0.5 * low + 0.5 * high
    pairs.sort(key=lambda pair: abs(pair[0] - middle))
    found: dict[str, Point] = {}
    for left, right, touching in pairs[:MOST_ZEROS]:
        place = _zero(g, mp.mpf(left), mp.mpf(right), touching)
        if place is not None and low <= place <= high:
            found.setdefault(mp.nstr(_mpf(place), 25), place)
    return Zeros(tuple(sorted(found.values(), key=_mpf)), len(pairs) <= MOST_ZEROS)


def _grid(low: float, high: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Even, with every other point shifted, so that neither a period nor a round number falls on all."""
    x = np.linspace(low, high, _GRID + 1)
    x[1:-1:2] += np.random.default_rng(2).uniform(-0.4, 0.4, x[1:-1:2].size) * (high - low) / _GRID
    return np.asarray(np.concatenate([[low - (high - low) / _GRID], x, [high + (high - low) / _GRID]]))


def _sign_changes(x: Any, y: Any) -> list[tuple[float, float, bool]]:
    crossing = (np.sign(y[:-1]) * np.sign(y[1:]) < 0) & np.isfinite(y[:-1] + y[1:])
    at = np.flatnonzero(crossing)
    exact = np.flatnonzero(y == 0)
    pairs = [(float(x[i]), float(x[i + 1]), False) for i in at]
    return pairs + [(float(x[i]), float(x[i]), False) for i in exact]


def _touches(x: Any, y: Any) -> list[tuple[float, float, bool]]:
    """Where |y| has a low point of one sign near 0: it may touch zero there."""
    size = np.abs(y)
    if not np.isfinite(size).any():
        return []
    same = (np.sign(y[:-2]) == np.sign(y[1:-1])) & (np.sign(y[1:-1]) == np.sign(y[2:]))
    low_point = same & (size[1:-1] <= size[:-2]) & (size[1:-1] <= size[2:]) & (size[1:-1] > 0)
    deep = size[1:-1] < _LOW * (1.0 + np.median(size[np.isfinite(size)]))
    return [(float(x[i]), float(x[i + 2]), True) for i in np.flatnonzero(low_point & deep)]


def _zero(g: Expression, left: Any, right: Any, touching: bool) -> Point | None:
    mp = context(_DIGITS)
    step = mp.mpf(10) ** -_TURN_STEP

    def value(x: Any) -> Any:
        return g.precise(x, digits=_DIGITS)

    def slope(x: Any) -> Any:
        return (value(x + step) - value(x - step)) / (2 * step)

    place = left if left == right else _illinois(slope if touching else value, left, right)
    if place is None:
        return None
    exact = _simple_fraction(place)
    if exact is not None and abs(value(exact)) <= mp.mpf(10) ** -_TINY:
        return exact
    # A turning point found through differences is good to some forty digits, its value to eighty.
    close = mp.mpf(10) ** -(_TURN_STEP + 5 if touching else _TINY - 10)
    return place if abs(value(place)) <= close else None


def _illinois(g: Function, left: Any, right: Any) -> Any:
    """The zero of g between two places of opposite sign; None where the signs agree or g has a gap."""
    at_left, at_right = g(left), g(right)
    # sin(πx) at x = 3 is no exact 0 in any digits, and its sign there means nothing.
    for place, value in ((left, at_left), (right, at_right)):
        if abs(value) <= left.context.mpf(10) ** -_TINY:
            return place
    if not at_left * at_right < 0:
        return None
    for _ in range(_ROUNDS):
        middle = (left * at_right - right * at_left) / (at_right - at_left)
        here = g(middle)
        if here != here:
            return None
        if here == 0 or abs(right - left) <= abs(middle) * left.context.mpf(10) ** -(_DIGITS - 5):
            return middle
        if here * at_right < 0:
            left, at_left = right, at_right
        else:
            at_left = at_left / 2
        right, at_right = middle, here
    return right


def _simple_fraction(place: Any) -> Fraction | None:
    """The fraction with a denominator up to 1000 that float64 cannot tell from the place."""
    near = Fraction(float(place)).limit_denominator(_LARGEST_DENOMINATOR)
    return near if abs(float(near) - float(place)) <= 1e-9 * (1.0 + abs(float(place))) else None


def _mpf(place: Point) -> Any:
    mp = context(_DIGITS)
    return mp.mpf(place.numerator) / place.denominator if isinstance(place, Fraction) else place
