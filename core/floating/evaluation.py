"""A typed function computed wholly in one format, and how much its rounding may matter."""

from fractions import Fraction
from typing import Any

import numpy as np

from core.differencing.arithmetic import typed_program
from core.expression import Expression
from core.floating.formats import Float, Format
from core.floating.rounding import from_mpf, spacing

EXACT_DIGITS = 80
"""Digits of the second way: enough to see what float64 loses at h = 10^−30."""


def value_in(e: Expression, x: Float, form: Format) -> Float:
    """f(x) with every operation rounded to the format; NaN off the domain, ±∞ for what is too large.

    >>> from core.expression import parse
    >>> from core.floating.formats import FORMATS
    >>> float(value_in(parse("x + 1"), np.float16(0.0001), FORMATS["float16"]))
    1.0
    """
    value: Float = typed_program(e, form.name).read(np.array([x], dtype=form.type)).values[0]
    return value


_TRIALS = (3, 4, 5, 6)
_SPARE = 4.0


def rounding_noise(e: Expression, x: Float, form: Format) -> float:
    """How far rounding may carry f(x) in the format, from the same formula in other software.

    The formula runs in mpmath with about 46, 50, 53 and 56 binary digits; what it loses there, scaled to the
    format's precision, is what it may lose here. Four times the largest, and four gaps of the value, are
    allowed: rounding errors of two computations have the same size but not the same luck. x must be finite.
    """
    place = Fraction(float(x))
    truth = e.precise(place, digits=EXACT_DIGITS)
    known = from_mpf(truth)
    if known is None:
        return float("nan")
    lost = max(_lost(e.precise(place, digits=digits), truth, form) for digits in _TRIALS)
    return _SPARE * (lost + float(spacing(known, form)))


def _lost(value: Any, truth: Any, form: Format) -> float:
    """|value − truth|, scaled from the precision of the value to the format's."""
    if not value.context.isfinite(value):
        return float("inf")
    return float(abs(value - truth)) * float(2.0 ** (value.context.prec - form.precision))
