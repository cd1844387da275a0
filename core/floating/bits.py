"""The bits of a number: sign, exponent, fraction, and the value they stand for."""

from dataclasses import dataclass
from fractions import Fraction
from math import inf, nan
from typing import Literal

import numpy as np

from core.floating.formats import Float, Format
from core.floating.rounding import power_of_two

Kind = Literal["normal", "subnormal", "zero", "infinite", "not a number"]


@dataclass(frozen=True)
class Bits:
    """The stored bits, each part as a text of 0 and 1; `exponent` is stored with the bias added."""

    form: Format
    sign: str
    exponent: str
    fraction: str

    @property
    def kind(self) -> Kind:
        """What the exponent says: all ones are ∞ or NaN, all zeros are 0 or a subnormal number."""
        some = "1" in self.fraction
        if "0" not in self.exponent:
            return "not a number" if some else "infinite"
        if "1" not in self.exponent:
            return "subnormal" if some else "zero"
        return "normal"

    @property
    def power(self) -> int:
        """e of 1.f · 2^e, or of 0.f · 2^e."""
        return max(int(self.exponent, 2), 1) - self.form.bias

    @property
    def value(self) -> Fraction | float:
        """(−1)^s · 1.f · 2^e, or 0.f for a subnormal number, from the bits alone."""
        sign = -1 if self.sign == "1" else 1
        if self.kind == "not a number":
            return nan
        if self.kind == "infinite":
            return sign * inf
        leading = 1 if self.kind == "normal" else 0
        return sign * (leading + int(self.fraction, 2) * self.form.epsilon) * power_of_two(self.power)

    @property
    def latex(self) -> str:
        r"""The value as the bits spell it.

        >>> from core.floating.formats import FORMATS
        >>> bits_of(np.float16(-6.5), FORMATS["float16"]).latex
        '-\\left(1 + \\frac{640}{2^{10}}\\right) \\cdot 2^{2}'
        """
        sign = "-" if self.sign == "1" else ""
        if self.kind == "not a number":
            return r"\text{not a number}"
        if self.kind == "infinite":
            return rf"{sign}\infty"
        if self.kind == "zero":
            return f"{sign}0"
        part = rf"\frac{{{int(self.fraction, 2)}}}{{2^{{{self.form.fraction_bits}}}}}"
        size = rf"\left(1 + {part}\right)" if self.kind == "normal" else part
        return rf"{sign}{size} \cdot 2^{{{self.power}}}"


def bits_of(value: Float, form: Format) -> Bits:
    """The bits of a number of this format.

    >>> from core.floating.formats import FORMATS
    >>> bits = bits_of(np.float16(0.1), FORMATS["float16"])
    >>> bits.sign, bits.exponent, bits.fraction
    ('0', '01011', '1001100110')
    """
    stored = int(np.array(value, dtype=form.type).view(f"u{form.bits // 8}"))
    text = f"{stored:0{form.bits}b}"
    split = 1 + form.exponent_bits
    return Bits(form, text[0], text[1:split], text[split:])
