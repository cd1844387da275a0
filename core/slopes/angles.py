"""Directions in the plane as angles in degrees, counted from the x-axis against the clock."""

import math
from collections.abc import Sequence
from fractions import Fraction

from core.expression.tree import Binary, Call, Constant, Negate, Node, Number
from core.numbers import number

Degrees = float

_EXACT = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}
_HALF_ROOT = Call("sqrt", (Binary("/", Number(Fraction(1)), Number(Fraction(2))),))


def unit(angle: Degrees) -> tuple[float, float]:
    """u = (cos θ, sin θ), exact along the axes.

    >>> unit(90), unit(-180)
    ((0.0, 1.0), (-1.0, 0.0))
    """
    exact = _EXACT.get(float(angle) % 360)
    return exact or (math.cos(math.radians(angle)), math.sin(math.radians(angle)))


def unit_trees(angle: Degrees) -> tuple[Node, Node]:
    """The same as trees, for as many digits as asked: cos 45° is √(1/2), cos 10° is cos(10π/180).

    The angle is the decimal it prints as.
    """
    theta = Fraction(repr(float(angle))) % 360
    return _cosine(theta), _cosine((theta - 90) % 360)


def bearing(vector: Sequence[float]) -> Degrees:
    """atan2(v_y, v_x) in degrees, −180 < θ ≤ 180, NaN for the zero vector, which points nowhere.

    >>> bearing((-2, -2)), bearing((0, 1)), bearing((-1, 0))
    (-135.0, 90.0, 180.0)
    """
    x, y = vector
    if x == y == 0:
        return math.nan
    return math.degrees(math.atan2(y + 0.0, x))


def bearing_by_quotient(vector: Sequence[float]) -> Degrees:
    """tan⁻¹(v_y/v_x) in degrees, −90 < θ < 90: right only for v_x > 0, and NaN, without a value, for v_x = 0.

    >>> bearing_by_quotient((-2, -2)), bearing_by_quotient((0, 1))
    (45.0, nan)
    """
    x, y = vector
    return math.degrees(math.atan(y / x)) if x else math.nan


def degrees_text(angle: Degrees) -> str:
    """The angle to a hundredth of a degree.

    >>> degrees_text(56.309932), degrees_text(-135.0)
    ('56.31°', '−135°')
    """
    return f"{number(round(angle, 2))}°"


def _cosine(theta: Fraction) -> Node:
    """cos θ for 0 ≤ θ < 360; exact where the angle is a multiple of 45°."""
    whole = {0: 1, 90: 0, 180: -1, 270: 0}.get(int(theta)) if theta.denominator == 1 else None
    if whole is not None:
        return Negate(Number(Fraction(1))) if whole < 0 else Number(Fraction(whole))
    if theta % 90 == 45:
        return _HALF_ROOT if theta in (45, 315) else Negate(_HALF_ROOT)
    turn = Binary("/", Binary("*", Number(theta), Constant("pi")), Number(Fraction(180)))
    return Call("cos", (turn,))
