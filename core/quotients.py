"""Difference quotients of the typed function in many digits: the second way for every slope.

They use the typed tree and mpmath alone. All are of second order, so that a strong curvature does not show.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isfinite, isnan
from typing import Any

from core.expression.expression import Expression

DIGITS = 120
SPACINGS = (Fraction(1, 10**30), Fraction(1, 10**40))
SPACING_TEXT = "h = 10⁻³⁰·max(1, |x|)"
SETTLED = 1e-12
"""How well quotients of both spacings must agree, relative to a slope above 1, absolute below."""


@dataclass(frozen=True)
class Side:
    """The slope towards one side, NaN where f has no value there; `settled` when h no longer matters."""

    slope: float
    settled: bool


@lru_cache(maxsize=512)
def both_sides(e: Expression, place: tuple[Fraction, ...], axis: int) -> tuple[Side, Side]:
    """(left, right): ±(4f(x±h) − 3f(x) − f(x±2h)) / 2h along one axis, for two spacings h."""
    wide, close = (_one_sided(e, place, axis, spacing) for spacing in SPACINGS)
    left, right = (Side(float(b), agree((float(a), float(b)))) for a, b in zip(wide, close, strict=True))
    return left, right


def central(e: Expression, place: Sequence[Fraction], axis: int) -> Any:
    """(f(x+h) − f(x−h)) / 2h as an mpf; at the edge of the domain the quotient of the side that exists."""
    value = _along(e, place, axis)
    h = _spacing(place, axis, SPACINGS[0])
    quotient = (value(h) - value(-h)) * h.denominator / (2 * h.numerator)
    if quotient == quotient:
        return quotient
    left, right = _one_sided(e, place, axis, SPACINGS[0])
    return left if left == left else right


def agree(slopes: Sequence[float], tolerance: float = SETTLED) -> bool:
    """Whether all are within the tolerance of each other, relative above 1 and absolute below.

    ∞, a slope beyond float64, agrees with itself.

    >>> from math import inf, nan
    >>> agree([1.0, 1.0 + 1e-15]), agree([inf, inf]), agree([inf, -inf]), agree([nan, nan])
    (True, True, False, False)
    """
    if not all(map(isfinite, slopes)):
        return not isnan(slopes[0]) and all(slope == slopes[0] for slope in slopes)
    return max(slopes) - min(slopes) <= tolerance * max(1.0, *map(abs, slopes))


def _one_sided(e: Expression, place: Sequence[Fraction], axis: int, spacing: Fraction) -> list[Any]:
    """The quotients from the left and from the right, as mpf."""
    value = _along(e, place, axis)
    h = _spacing(place, axis, spacing)
    here = value(Fraction(0))
    return [
        sign * (4 * value(sign * h) - 3 * here - value(2 * sign * h)) * h.denominator / (2 * h.numerator)
        for sign in (-1, 1)
    ]


def _along(e: Expression, place: Sequence[Fraction], axis: int) -> Callable[[Fraction], Any]:
    def value(offset: Fraction) -> Any:
        moved = (at + offset if i == axis else at for i, at in enumerate(place))
        return e.precise(*moved, digits=DIGITS)

    return value


def _spacing(place: Sequence[Fraction], axis: int, spacing: Fraction) -> Fraction:
    return spacing * max(Fraction(1), abs(place[axis]))
