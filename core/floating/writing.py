"""Digits of a stored number: the fewest that tell it from its neighbours, or all there are."""

from fractions import Fraction
from math import floor, isinf, isnan, log10

import numpy as np

from core.floating.formats import Float

SHOWN = 24
"""Digits of an exact value; 0.1 in float64 has 55."""

_SMALLEST_PLAIN = -5
_LARGEST_PLAIN = 16
_SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def shortest(value: Float | float, *, latex: bool = False) -> str:
    """The fewest digits that read back as this number of its own format (a Python float is a float64).

    >>> shortest(np.float32(0.1)), shortest(0.1 + 0.2), shortest(np.float16(1e-7)), shortest(-2.0)
    ('0.1', '0.30000000000000004', '10⁻⁷', '−2')
    """
    if isnan(value):
        return r"\text{not a number}" if latex else "not a number"
    if isinf(value):
        sign = "" if value > 0 else "-" if latex else "−"
        return sign + (r"\infty" if latex else "∞")
    kept = value if isinstance(value, np.floating) else np.float64(value)
    mantissa, _, power = np.format_float_scientific(kept, unique=True, trim="-").partition("e")
    return _laid_out(bool(value < 0), mantissa.lstrip("-").replace(".", ""), int(power), latex)


def decimal(value: Fraction, digits: int = SHOWN, *, latex: bool = False) -> str:
    """The value in full, or its first digits and … where it goes on.

    >>> decimal(Fraction(0.1)), decimal(Fraction(-5, 2)), decimal(Fraction(1, 3), 3)
    ('0.100000000000000005551115…', '−2.5', '0.333…')
    """
    if value == 0:
        return "0"
    lead = exponent_of_ten(abs(value))
    scaled = abs(value) * Fraction(10) ** (digits - 1 - lead)
    whole = scaled.numerator // scaled.denominator
    return _laid_out(value < 0, str(whole).rstrip("0"), lead, latex, goes_on=whole != scaled)


def exponent_of_ten(value: Fraction) -> int:
    """⌊log₁₀ value⌋ for a value above 0.

    >>> exponent_of_ten(Fraction(999)), exponent_of_ten(Fraction(1000)), exponent_of_ten(Fraction(1, 3))
    (2, 3, -1)
    """
    # From the powers of two, at most two too low: Python writes no integer of more than 4300 digits.
    guess = floor((value.numerator.bit_length() - 1 - value.denominator.bit_length()) * log10(2)) - 1
    while Fraction(10) ** (guess + 1) <= value:
        guess += 1
    return guess


def _laid_out(negative: bool, digits: str, power: int, latex: bool, *, goes_on: bool = False) -> str:
    """d.ddd · 10^power as a person writes it: plain where that is short."""
    sign = "" if not negative else "-" if latex else "−"
    more = "" if not goes_on else r"\ldots" if latex else "…"
    if _SMALLEST_PLAIN <= power < 0:
        return f"{sign}0.{'0' * (-power - 1)}{digits}{more}"
    # A number that goes on must not show zeros in place of digits it has.
    if 0 <= power < _LARGEST_PLAIN and (not goes_on or len(digits) > power):
        whole, rest = digits[: power + 1].ljust(power + 1, "0"), digits[power + 1 :]
        point = "." if rest or goes_on else ""
        return f"{sign}{whole}{point}{rest}{more}"
    first, rest = digits[:1], digits[1:]
    mantissa = first + ("." if rest or goes_on else "") + rest + more
    ten = f"10^{{{power}}}" if latex else "10" + str(power).translate(_SUPERSCRIPT)
    times = r" \cdot " if latex else " × "
    return sign + (ten if mantissa == "1" else mantissa + times + ten)
