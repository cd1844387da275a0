"""Rounding to a format in exact fractions: the second way for every single operation.

IEEE 754 asks that +, −, ·, / and √ give the exact result, rounded to the nearest number of the format, and
of two equally near the one whose last bit is 0 (IEEE 754-2019, §4.3.1).
"""

from fractions import Fraction
from math import inf, isfinite
from typing import Any

from core.floating.formats import Float, Format


def spacing(value: Fraction, form: Format) -> Fraction:
    """The gap from |value| to the next number of the format away from 0, one unit in the last place.

    >>> from core.floating.formats import FORMATS
    >>> float(spacing(Fraction(9), FORMATS["float64"])), float(spacing(Fraction(0), FORMATS["float16"]))
    (1.7763568394002505e-15, 5.960464477539063e-08)
    """
    if value == 0:
        return form.smallest
    return max(power_of_two(exponent_of_two(abs(value)) - form.fraction_bits), form.smallest)


def nearest(value: Fraction, form: Format) -> float:
    """The number of the format nearest to the value, ±∞ from half a gap beyond the largest number on.

    Every number of the three formats is a Python float.

    >>> from core.floating.formats import FORMATS
    >>> nearest(Fraction(1, 10), FORMATS["float16"]), nearest(Fraction(70000), FORMATS["float16"])
    (0.0999755859375, inf)
    """
    gap = spacing(value, form)
    rounded = round(value / gap) * gap
    if abs(rounded) > form.largest:
        return inf if value > 0 else -inf
    return float(rounded)


def to_float(value: Fraction) -> float:
    """The nearest float64, ±∞ beyond the largest.

    >>> to_float(Fraction(1, 3)), to_float(Fraction(-(10**400)))
    (0.3333333333333333, -inf)
    """
    try:
        return float(value)
    except OverflowError:
        return inf if value > 0 else -inf


def exact(value: Float | float) -> Fraction | None:
    """What is stored, as a fraction; None for ±∞ and NaN.

    >>> exact(0.1)
    Fraction(3602879701896397, 36028797018963968)
    """
    return Fraction(float(value)) if isfinite(value) else None


def from_mpf(value: Any) -> Fraction | None:
    """An mpf as the fraction it is; None for ±∞ and NaN."""
    if not value.context.isfinite(value):
        return None
    sign, digits, power, _ = value._mpf_
    size = int(digits) * power_of_two(int(power))
    return -size if sign else size


def exponent_of_two(value: Fraction) -> int:
    """⌊log₂ value⌋ for a value above 0.

    >>> exponent_of_two(Fraction(9)), exponent_of_two(Fraction(1, 3)), exponent_of_two(Fraction(8))
    (3, -2, 3)
    """
    guess = value.numerator.bit_length() - value.denominator.bit_length()
    return guess if value >= power_of_two(guess) else guess - 1


def power_of_two(exponent: int) -> Fraction:
    """2^exponent."""
    return Fraction(2) ** exponent
