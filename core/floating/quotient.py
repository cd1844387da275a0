"""(f(x + h) − f(x))/h computed in one format, with every number on the way and the exact one beside it."""

import math
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from core.differencing.arithmetic import stored
from core.errors import SettingError
from core.expression import Expression
from core.expression.precise import precise_value
from core.floating.evaluation import EXACT_DIGITS, value_in
from core.floating.formats import Float, Format, format_of
from core.floating.rounding import exact, from_mpf
from core.floating.stored import Stored
from core.gradient import gradient_field


@dataclass(frozen=True, eq=False)
class Quotient:
    """The forward difference at one x and h.

    x and h are meant as the decimals that were typed. From there on the stored x and h count: moved is x + h,
    there and here are f(x + h) and f(x), rise is their difference, and each is meant as exact arithmetic
    finds it from the stored x and h. The result is meant to be `slope`, the exact f'(x), None where f has
    none. at_moved is the exact value of f at the stored x + h.
    """

    e: Expression
    form: Format
    x: Stored
    h: Stored
    moved: Stored
    there: Stored
    here: Stored
    rise: Stored
    result: Stored
    at_moved: Fraction | None
    slope: Fraction | None

    @property
    def numbers(self) -> tuple[Stored, ...]:
        """All numbers in the order in which they are computed."""
        return self.x, self.h, self.moved, self.there, self.here, self.rise, self.result


def forward_quotient(e: Expression, x0: float, h: float, dtype: str = "float64") -> Quotient:
    """The forward difference of a function of one variable, each operation done in the format.

    Raises SettingError: "dtype" for an unknown format, "h" for h ≤ 0 or no number, "x0" for an x that the
    format cannot hold or where f has no value.
    """
    form = format_of(dtype)
    x = _typed("x", x0, form, "x0")
    step = _typed("h", h, form, "h")
    if not h > 0:
        raise SettingError("h must be a number above 0.", "h")
    place, width = Fraction(float(x.value)), Fraction(float(step.value))
    meant_here, meant_there = exact_value(e, place), exact_value(e, place + width)
    if meant_here is None:
        raise SettingError(f"f has no value at x = {x.text}, so there is nothing to compare with.", "x0")
    with np.errstate(all="ignore"):
        moved = x.value + step.value
        there, here = value_in(e, moved, form), value_in(e, x.value, form)
        rise = there - here
        result = rise / step.value
    slope = exact_slope(e, x.value)
    risen = None if meant_there is None else meant_there - meant_here
    stored_place = exact(moved)
    return Quotient(
        e=e,
        form=form,
        x=x,
        h=step,
        moved=Stored("x + h", moved, form, place + width),
        there=Stored("f(x + h)", there, form, meant_there),
        here=Stored("f(x)", here, form, meant_here),
        rise=Stored("f(x + h) − f(x)", rise, form, risen),
        result=Stored("quotient", result, form, slope),
        at_moved=None if stored_place is None else exact_value(e, stored_place),
        slope=slope,
    )


def exact_value(e: Expression, place: Fraction) -> Fraction | None:
    """f at an exact place, to 80 digits; None off the domain."""
    return from_mpf(e.precise(place, digits=EXACT_DIGITS))


def exact_slope(e: Expression, x: Float) -> Fraction | None:
    """f'(x) to 80 digits, None where f has no derivative."""
    field = gradient_field(e)
    _, (slope,) = field.at((float(x),))
    if not math.isfinite(slope):
        return None
    at = dict(zip(e.variables, (Fraction(float(x)),), strict=True))
    known = from_mpf(precise_value(field.trees[0], at, EXACT_DIGITS))
    # On a smooth border, such as that of x·|x|, the formula has no value and both sides have decided.
    return Fraction(float(slope)) if known is None else known


def _typed(name: str, value: float, form: Format, setting: str) -> Stored:
    return Stored(name, stored(value, form.name, setting), form, Fraction(repr(float(value))))
