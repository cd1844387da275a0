"""Places near a point, from one side and however near: x = a ± d, or x = ±1/d where a is ±∞.

One distance d serves everywhere, so that a table, a δ and the evidence for a limit at ∞ are those at a point:
"x > N" is "0 < d < 1/N".
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.expression.precise import context

FloatArray = NDArray[np.float64]
Side = Literal["left", "right"]
Point = Any
"""An int, a float (meant as the decimal it prints as), an exact fraction, or an mpf such as π/2."""

FAITHFUL_DIGITS = 50
_WORKING_DIGITS = (60, 120, 240, 480, 960)
_EXACT_BITS = 64  # an mpf so short was a whole number or a float
_DIGITS_PER_BIT = math.log10(2)
PLACE_DIGITS = 1000  # places are exact to this many digits, more than any value needs


@dataclass(frozen=True)
class Approach:
    """The way to `point` from one side; ∞ has a left side only, −∞ a right side only."""

    point: Point
    side: Side

    def at(self, distance: Any) -> Any:
        """The place x as an mpf, exact for every distance (int, Fraction, float or mpf) in use here."""
        mp = context(PLACE_DIGITS)
        step = (
            mp.mpf(distance.numerator) / distance.denominator if isinstance(distance, Fraction) else distance
        )
        away = -mp.mpf(step) if self.side == "left" else mp.mpf(step)
        if is_infinite(self.point):
            return -1 / away
        return many_digits(self.point) + away

    def floats(self, distance: FloatArray) -> FloatArray:
        """The places in float64, rounded as float64 rounds them."""
        away = -distance if self.side == "left" else distance
        return -1.0 / away if is_infinite(self.point) else float(self.point) + away

    def value(self, e: Expression, distance: Any) -> Any:
        """f at that distance, to `FAITHFUL_DIGITS` digits that are true, however much cancels."""
        return faithful(lambda digits: e.precise(self.at(distance), digits=digits))


def approaches(point: Point) -> tuple[Approach, ...]:
    """The ways to a point: left and right, or the only one.

    >>> [way.side for way in approaches(3.0)], [way.side for way in approaches(math.inf)]
    (['left', 'right'], ['left'])
    """
    place = as_point(point)
    if is_infinite(place):
        return (Approach(place, "left" if place > 0 else "right"),)
    return (Approach(place, "left"), Approach(place, "right"))


def as_point(a: Point) -> Point:
    """The point as it is meant: 0.1 is one tenth. Raises ValueError for NaN.

    >>> as_point(0.1), as_point(2)
    (Fraction(1, 10), Fraction(2, 1))
    """
    if a != a:
        raise ValueError("a point has to be a number")
    if isinstance(a, int | Fraction):
        return Fraction(a)
    if isinstance(a, float):
        return a if math.isinf(a) else Fraction(repr(a))
    if is_infinite(a):
        return math.inf if a > 0 else -math.inf
    sign, mantissa, exponent, bits = a._mpf_
    if bits > _EXACT_BITS:
        return a
    exact = Fraction(int(mantissa)) * Fraction(2) ** exponent
    return -exact if sign else exact


def is_infinite(a: Point) -> bool:
    """Whether a is ∞ or −∞."""
    return not isinstance(a, Fraction) and bool(abs(a) == math.inf)


def known_digits(a: Point) -> int:
    """How many digits of the point are true: all that are ever used, unless it was rounded to an mpf."""
    exact = isinstance(a, int | float | Fraction)
    return PLACE_DIGITS if exact else int(a._mpf_[3] * _DIGITS_PER_BIT)


def many_digits(a: Point) -> Any:
    """A finite number as an mpf of as many digits as it has."""
    mp = context(PLACE_DIGITS)
    return mp.mpf(a.numerator) / a.denominator if isinstance(a, Fraction) else mp.mpf(a)


def faithful(value: Callable[[int], Any]) -> Any:
    """`value(digits)`, worked out with more and more digits until 50 of them stand.

    (1 − cos x)/x² at 10^−30 loses 60 digits to cancellation. What never settles within 960 digits is
    returned as it came out last.
    """
    mp = context(_WORKING_DIGITS[-1])
    last = value(_WORKING_DIGITS[0])
    for digits in _WORKING_DIGITS[1:]:
        before, last = last, value(digits)
        if before == last or (before != before and last != last):
            return last
        if mp.isfinite(before) and mp.isfinite(last):
            gap = abs(mp.mpf(before) - mp.mpf(last))
            if gap <= abs(mp.mpf(last)) * mp.mpf(10) ** -FAITHFUL_DIGITS:
                return last
    return last
