"""The second way for an entry: the difference quotient of the typed component in many digits."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from core.expression import Expression
from core.gradient import CHECK_TOLERANCE, SHOWN_DIGITS, slope_across
from core.numbers import number
from core.quotients import DIGITS, SPACING_TEXT, central
from core.steps import Check

AGAINST = f"against the difference quotient of the function as typed, {SPACING_TEXT} in {DIGITS} digits."


def quotient(function: Expression, point: Sequence[float], axis: int, slope: float) -> float:
    """∂f/∂x_axis at a point by differences: the common slope of both sides, NaN where they share none.

    At the edge of the domain, where `slope` has a value all the same, the side that exists decides.
    """
    across = slope_across(function, point, axis)
    if across == across or slope != slope:
        return across
    return float(central(function, exact(point), axis))


def exact(point: Sequence[float]) -> tuple[Fraction, ...]:
    """The point as decimals on the screen: 0.1 is 1/10. Raises ValueError for one that is not finite."""
    return tuple(Fraction(repr(float(coordinate))) for coordinate in point)


def quotient_check(
    function: Expression,
    point: Sequence[float],
    axis: int,
    slope: float,
    subject: str,
    scale: float = 1.0,
) -> Check:
    """A number for ∂f/∂x_axis against the difference quotient; where neither exists the two agree.

    `scale` is the size of the terms that the number is a sum of, which rounding follows.
    """
    second = quotient(function, point, axis, slope)
    return compared(f"{subject} {AGAINST}", slope, second, scale)


def compared(sentence: str, shown: float, second: Any, scale: float = 1.0) -> Check:
    """A Check of two numbers, relative to the largest of 1, the second and `scale`."""
    known = [abs(size) for size in (float(second), scale) if math.isfinite(size)]
    return Check(
        compared=sentence,
        shown=number(shown, SHOWN_DIGITS),
        second=number(float(second), SHOWN_DIGITS),
        difference=_gap(shown, second),
        tolerance=CHECK_TOLERANCE * max([1.0, *known]),
    )


def worst(checks: Sequence[Check]) -> Check:
    """The check that comes nearest to failing, or fails most."""
    return max(checks, key=lambda check: (not check.holds, check.difference / check.tolerance))


def _gap(shown: float, second: Any) -> float:
    if math.isnan(shown) and math.isnan(second):
        return 0.0
    if math.isnan(shown) or math.isnan(second):
        return math.inf
    return 0.0 if shown == second else abs(float(shown - second))
