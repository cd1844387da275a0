"""Difference quotients of f at one place for the h of the slides, with all the digits that Python prints.

Source: "Calculus for ML", slides of IEEE Helwan, where f is x² and x is 3.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite, nan, sqrt
from typing import Any, Literal

import numpy as np

from core.dual.three_ways import true_slope
from core.expression import Expression
from core.expression.precise import context
from core.numbers import number

Formula = Literal["forward", "central"]

DIGITS = 50
SQRT_EPSILON = sqrt(float(np.finfo(np.float64).eps))
ROWS: tuple[tuple[Formula, str, float], ...] = (
    ("forward", "0.01", 0.01),
    ("forward", "0.001", 0.001),
    ("forward", "0.0001", 0.0001),
    ("forward", "0.00001", 0.00001),
    ("forward", "√ε", SQRT_EPSILON),
    ("forward", "10⁻¹⁴", 1e-14),
    ("central", "10⁻¹⁴", 1e-14),
    ("forward", "10⁻¹⁵", 1e-15),
    ("central", "10⁻¹⁵", 1e-15),
    ("forward", "10⁻¹⁶", 1e-16),
)
"""The rows of the slides; what they print beside 10⁻¹⁵ are the numbers of 10⁻¹⁴, so both are here."""


@dataclass(frozen=True)
class PrintedRow:
    """One quotient in float64, and its error taken apart.

    `printed` is what Python prints; `truncation` is the error that the formula makes in exact arithmetic with
    the same h, `rounding` what float64 adds to it: together they are the error. NaN where f has no value or
    no slope.
    """

    formula: Formula
    h: str
    value: float
    truncation: float
    rounding: float
    remark: str

    @property
    def printed(self) -> str:
        """All the digits that tell this float64 from the next."""
        return repr(self.value)


def printed_rows(e: Expression, x: float) -> tuple[PrintedRow, ...]:
    """The rows of the slides for a function of one variable at x.

    >>> from core.expression import parse
    >>> [row.printed for row in printed_rows(parse("x^2"), 3.0)[:2]]
    ['6.009999999999849', '6.000999999999479']
    """
    truth = true_slope(e, x)
    return tuple(_row(e, x, formula, name, h, truth) for formula, name, h in ROWS)


def _row(e: Expression, x: float, formula: Formula, name: str, h: float, truth: Any) -> PrintedRow:
    value = quotient(lambda t: float(e(t)), x, h, formula)
    exact = exact_quotient(e, x, h, formula)
    truncation = float(exact - truth)
    rounding = float(value - exact) if isfinite(value) else nan
    return PrintedRow(
        formula, name, value, truncation, rounding, _remark(x, h, formula, truncation, rounding)
    )


def quotient(f: Callable[[float], float], x: float, h: float, formula: Formula) -> float:
    """(f(x + h) − f(x))/h, or (f(x + h) − f(x − h))/2h, in float64, as Python computes it."""
    if formula == "forward":
        return (f(x + h) - f(x)) / h
    return (f(x + h) - f(x - h)) / (2 * h)


def exact_quotient(e: Expression, x: float, h: float, formula: Formula) -> Any:
    """The same quotient for the same stored x and h, in 50 digits, as an mpf; nan where f has no value."""
    here, step = Fraction(x), Fraction(h)
    left = here if formula == "forward" else here - step
    width = step if formula == "forward" else 2 * step
    rise = e.precise(here + step, digits=DIGITS) - e.precise(left, digits=DIGITS)
    return rise / context(DIGITS).mpf(width.numerator) * width.denominator


def _remark(x: float, h: float, formula: Formula, truncation: float, rounding: float) -> str:
    """Which of the two errors decides, in a few words."""
    if not isfinite(rounding):
        return "f has no value at one of the two places."
    if not isfinite(truncation):
        return "f has no slope here, and the quotient is a number all the same."
    if x + h == x and (formula == "forward" or x - h == x):
        return f"x + h rounds to x: the next float64 is {number(float(np.spacing(x)), 2)} away."
    total, larger = abs(truncation + rounding), max(abs(truncation), abs(rounding))
    if larger == 0:
        return "No error at all."
    if total < larger / 10:
        return "Luck: the two errors have opposite signs and cancel."
    if abs(truncation) > 10 * abs(rounding):
        return "Truncation decides: a smaller h would help."
    if abs(rounding) > 10 * abs(truncation):
        return "Rounding decides: a larger h would help."
    return "Both errors count: h is near its best."
