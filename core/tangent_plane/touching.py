"""The second way for a tangent plane: it has to touch f in every direction, not along the axes only.

√|xy| at (0, 0) has both partial derivatives and no tangent plane (differentiability; Apostol, Calculus II,
§8.11). So a plane's slopes are held against difference quotients of f in two slanting directions.
"""

import math
from collections.abc import Sequence
from fractions import Fraction

from core.expression import Expression
from core.gradient import CHECK_TOLERANCE, SHOWN_DIGITS
from core.numbers import number
from core.quotients import DIGITS, Side, both_sides
from core.slopes.angles import Degrees, degrees_text, unit
from core.slopes.cuts import straight_cut
from core.steps import Check

SLANTS: tuple[Degrees, ...] = (30.0, 120.0)
"""Two directions at a right angle to each other, along no axis and no diagonal."""


def slanting_check(e: Expression, point: Sequence[float], slopes: Sequence[float]) -> Check:
    """The slopes (f_x, f_y)·u of a plane against those of f for the directions u of `SLANTS`.

    At the edge of the domain the side that exists decides.
    """
    planned = [math.fsum(slope * part for slope, part in zip(slopes, unit(at), strict=True)) for at in SLANTS]
    found = [both_sides(straight_cut(e, point, at), (Fraction(0),), 0) for at in SLANTS]
    angles = " and ".join(map(degrees_text, SLANTS))
    return Check(
        compared=f"The plane's slopes at {angles} to the x-axis against difference quotients of the function "
        f"in these directions, h = 10⁻³⁰ in {DIGITS} digits.",
        shown=_pair(planned),
        second=_pair([_either(sides) for sides in found]),
        difference=max(_gap(slope, sides) for slope, sides in zip(planned, found, strict=True)),
        tolerance=CHECK_TOLERANCE * max(1.0, *map(abs, slopes)),
    )


def _gap(slope: float, sides: tuple[Side, Side]) -> float:
    """How far the slope is from those on both sides, or on the one side where f has values."""
    there = [side for side in sides if not math.isnan(side.slope)]
    return max((abs(slope - side.slope) if side.settled else math.inf for side in there), default=math.inf)


def _either(sides: tuple[Side, Side]) -> float:
    left, right = sides
    return left.slope if math.isnan(right.slope) else right.slope


def _pair(values: Sequence[float]) -> str:
    return "(" + ", ".join(number(value, SHOWN_DIGITS) for value in values) + ")"
