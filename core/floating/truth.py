"""The exact slope by which a quotient is measured, found a second way."""

from fractions import Fraction

from core import gradient
from core.floating.quotient import Quotient
from core.floating.rounding import from_mpf, to_float
from core.floating.writing import decimal
from core.quotients import DIGITS, SPACING_TEXT, central
from core.steps import Check

TOLERANCE = 1e-12
"""Relative to a slope above 1, absolute below."""


def slope_check(q: Quotient) -> Check:
    """f'(x) from the rules of differentiation against the symmetric quotient of f in many digits.

    Where f has no derivative, the quotients of both sides say so.
    """
    place = Fraction(float(q.x.value))
    second = from_mpf(central(q.e, (place,), 0))
    if q.slope is None or second is None:
        return gradient.slope_check(q.e, (float(place),))
    return Check(
        f"The rules of differentiation against the symmetric quotient, {SPACING_TEXT} in {DIGITS} digits.",
        decimal(q.slope),
        decimal(second),
        to_float(abs(q.slope - second)),
        TOLERANCE * max(1.0, to_float(abs(second))),
    )
