"""Secants that become the tangent: the slope (f(a + h) − f(a))/h for a falling row of h."""

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from core.continuity.breaks import side_slope, slope_kind
from core.errors import SettingError
from core.expression import Expression
from core.limiting.neighbourhood import Point, approaches, as_point, is_infinite
from core.limiting.trend import Trend
from core.limiting.value import value_at

MOST_SECANTS = 200


@dataclass(frozen=True, eq=False)
class Secants:
    """Secants at (x, y): h (n,) falls in size, there (n,) is f(a + h), slope (n,); NaN where f has no value.

    `tangent` is the common slope of both sides, NaN where there is none, as at a corner.
    """

    x: float
    y: float
    h: NDArray[np.float64]
    there: NDArray[np.float64]
    slope: NDArray[np.float64]
    tangent: float
    left_slope: Trend
    right_slope: Trend


def secants(e: Expression, a: Point, *, widest: float = 1.0, count: int = 49, ratio: float = 0.1) -> Secants:
    """`count` secants of a function of one variable, from h = widest down to widest·ratio⁴ in even ratios.

    A negative `widest` comes from the left. Slopes are worked out in many digits, so that small h does no
    harm. Raises SettingError("a") where f has no value at a, ValueError for a useless row of h.
    """
    if not (0 < abs(widest) < math.inf and 2 <= count <= MOST_SECANTS and 0 < ratio < 1):
        raise ValueError("secants need a finite widest h, 2 to 200 steps and a ratio between 0 and 1")
    if is_infinite(as_point(a)):
        raise SettingError("A secant needs a finite point.", "a")
    left, right = approaches(a)
    here = value_at(e, right.point)
    if not math.isfinite(here):
        raise SettingError("There is no secant here, because f has no value at this point.", "a")
    way = right if widest > 0 else left
    h = [Fraction(float(f"{size:.3g}")) for size in abs(widest) * np.geomspace(1.0, ratio**4, count)]
    there = [way.value(e, size) for size in h]
    sign = 1 if widest > 0 else -1
    rise = [sign * (value - here) for value in there]
    sides = side_slope(e, left), side_slope(e, right)
    return Secants(
        x=float(right.at(0)),
        y=float(here),
        h=sign * np.array([float(size) for size in h]),
        there=np.array([float(value) for value in there]),
        slope=np.array(
            [float(up / size.numerator * size.denominator) for up, size in zip(rise, h, strict=True)]
        ),
        tangent=_common(*sides),
        left_slope=sides[0],
        right_slope=sides[1],
    )


def _common(left: Trend, right: Trend) -> float:
    finite = left.kind == right.kind == "finite"
    return float(right.limit) if finite and slope_kind(left, right) is None else math.nan
