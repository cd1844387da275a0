"""The second way for slopes: difference quotients of the typed function itself, in many digits."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from core.expression import Expression
from core.gradient import CHECK_TOLERANCE, SHOWN_DIGITS
from core.numbers import number
from core.quotients import DIGITS, SPACING_TEXT, agree, central
from core.slopes.angles import Degrees
from core.slopes.cuts import axis_cut, straight_cut
from core.steps import Check

_INNER = Fraction(1, 10**50)
_OUTER = (Fraction(1, 10**15), Fraction(1, 10**17))
"""The inner quotient is settled long before the outer ones: ∂/∂y of ∂f/∂x, in this order."""


def compare(compared: str, shown: float, second: float) -> Check:
    """Two numbers, to nine digits relative to one above 1, absolute below."""
    return Check(
        compared=compared,
        shown=number(shown, SHOWN_DIGITS),
        second=number(second, SHOWN_DIGITS),
        difference=0.0 if shown == second else abs(shown - second),
        tolerance=CHECK_TOLERANCE * max(1.0, abs(second)),
    )


def axis_check(slope: float, e: Expression, point: Sequence[float], axis: int) -> Check:
    """A partial derivative against the difference quotient of the cut along its axis."""
    name = e.variables[axis]
    second = central(axis_cut(e, point, axis), (Fraction(repr(float(point[axis]))),), 0)
    compared = (
        f"The number against the difference quotient of f along {name}, {SPACING_TEXT} in {DIGITS} digits."
    )
    return compare(compared, slope, float(second))


def length_check(length: float, e: Expression, point: Sequence[float]) -> Check:
    """|∇f| against the root of the squares of the difference quotients along every axis."""
    places = [Fraction(repr(float(at))) for at in point]
    quotients = [float(central(e, places, axis)) for axis in range(len(places))]
    compared = f"The length, from difference quotients of f along every axis, in {DIGITS} digits."
    return compare(compared, length, math.hypot(*quotients))


def way_check(slope: float, e: Expression, point: Sequence[float], angle: Degrees) -> Check:
    """D_u f against the difference quotient of f on the straight way itself, which knows no gradient."""
    second = central(straight_cut(e, point, angle), (Fraction(0),), 0)
    compared = (
        f"The number against the difference quotient of f on the straight way, h = 10⁻³⁰ in {DIGITS} digits."
    )
    return compare(compared, slope, float(second))


def mixed_quotient(e: Expression, point: Sequence[float], first: int, then: int) -> float:
    """∂/∂x_then of ∂f/∂x_first as a quotient of quotients; NaN where it does not settle.

    (s(+k) − s(0))/k and (s(0) − s(−k))/k of s = (f(x + h) − f(x − h))/2h, with h far smaller than k, so that
    the order in which the limits are taken is kept. Both sides and two k have to agree.
    """
    places = [Fraction(repr(float(at))) for at in point]

    def slope(away: Fraction) -> Any:
        def value(sign: int) -> Any:
            moved = list(places)
            moved[first] += sign * _INNER
            moved[then] += away
            return e.precise(*moved, digits=DIGITS)

        return (value(1) - value(-1)) * _INNER.denominator / 2

    here = slope(Fraction(0))
    sides = [
        float((slope(sign * spacing) - here) * sign * spacing.denominator)
        for spacing in _OUTER
        for sign in (1, -1)
    ]
    return (sides[2] + sides[3]) / 2 if agree(sides, CHECK_TOLERANCE) else math.nan
