"""Round-off: π to n digits, and how many of them a format can hold."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError
from core.expression.precise import context
from core.floating.formats import Format, format_of
from core.floating.rounding import from_mpf
from core.floating.stored import Stored
from core.floating.writing import decimal, shortest
from core.numbers import number
from core.steps import Check

MOST = 30
"""Digits that can be asked for; float64 has held all it can long before."""

_DIGITS = 60


@dataclass(frozen=True, eq=False)
class RoundedPi:
    """π to `digits` digits. Errors (MOST,) for 1, 2, … digits: of the decimal, and once it is stored.

    `kept` is that decimal as the format stores it, `own` the format's own π.
    """

    form: Format
    digits: int
    rounded: Fraction
    decimal_errors: NDArray[np.float64]
    stored_errors: NDArray[np.float64]
    kept: Stored
    own: Stored
    check: Check

    @property
    def sine(self) -> float:
        """sin of the format's own π, which is π − (that number) to all digits shown, and not 0."""
        return float(np.sin(np.float64(self.own.value)))

    @property
    def verdict(self) -> str:
        """How far the digits go, and where the format ends."""
        off = number(float(self.decimal_errors[self.digits - 1]), 3)
        stored_off = number(float(self.stored_errors[self.digits - 1]), 3)
        noun = "digit" if self.digits == 1 else "digits"
        start = f"π to {self.digits} {noun} is {decimal(self.rounded, MOST)}, off by {off}."
        if self.kept.exact == self.own.exact:
            return (
                f"{start} {self.form.name} cannot tell it from π: it stores {self.own.text}, off by "
                f"{stored_off}, and more digits change nothing. Its sine is {shortest(self.sine)}, not 0."
            )
        return f"{start} Stored in {self.form.name} it is {self.kept.text}, off by {stored_off}."


def rounded_pi(digits: int = 5, dtype: str = "float64") -> RoundedPi:
    """π to 1 … 30 digits; raises SettingError("dtype") or ("digits").

    >>> rounded_pi(3).kept.text, rounded_pi(16).own.text
    ('3.14', '3.141592653589793')
    """
    form = format_of(dtype)
    if not 1 <= digits <= MOST:
        raise SettingError(f"π is shown to between 1 and {MOST} digits.", "digits")
    pi = from_mpf(+context(_DIGITS).pi) or Fraction(0)
    rounded = [_to_digits(pi, count) for count in range(1, MOST + 1)]
    held = [form.type(float(value)) for value in rounded]
    chosen = rounded[digits - 1]
    return RoundedPi(
        form=form,
        digits=digits,
        rounded=chosen,
        decimal_errors=np.array([float(abs(value - pi)) for value in rounded]),
        stored_errors=np.array([float(abs(Fraction(float(value)) - pi)) for value in held]),
        kept=Stored(decimal(chosen), held[digits - 1], form, chosen),
        own=Stored("π", form.type(float(pi)), form, pi),
        check=_check(chosen, digits),
    )


def machin_pi(digits: int) -> Fraction:
    """16·arctan(1/5) − 4·arctan(1/239) in exact fractions, cut below 10^−digits (Machin, 1706).

    >>> decimal(machin_pi(30), 20)
    '3.1415926535897932384…'
    """
    return 16 * _arctan(5, digits + 2) - 4 * _arctan(239, digits + 2)


def _arctan(inverse: int, digits: int) -> Fraction:
    """arctan(1/n) = 1/n − 1/(3n³) + 1/(5n⁵) − …, all terms above 10^−digits."""
    total, odd, power = Fraction(0), 1, Fraction(1, inverse)
    while power / odd > Fraction(1, 10**digits):
        total += power / odd if odd % 4 == 1 else -power / odd
        odd, power = odd + 2, power / inverse**2
    return total


def _to_digits(value: Fraction, digits: int) -> Fraction:
    unit = Fraction(1, 10 ** (digits - 1))
    return round(value / unit) * unit


def _check(chosen: Fraction, digits: int) -> Check:
    second = _to_digits(machin_pi(MOST + 5), digits)
    return Check(
        "These digits of π by mpmath against Machin's formula in exact fractions.",
        decimal(chosen, MOST),
        decimal(second, MOST),
        float(abs(chosen - second)),
        0.0,
    )
