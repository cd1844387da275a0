"""The three binary formats a computation can be done in, and what each can hold."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, log10

import numpy as np

from core.errors import SettingError

Float = np.floating
"""A number in one of the formats, as NumPy holds it."""


@dataclass(frozen=True)
class Format:
    """Numbers (−1)^s · 1.f · 2^e, with f of `fraction_bits` binary digits (IEEE 754-2019, §3.4).

    Below the smallest normal number the leading 1 becomes a 0, and the exponent stays where it is.
    """

    name: str
    type: type[Float]
    exponent_bits: int
    fraction_bits: int

    @property
    def bits(self) -> int:
        """How many bits a number takes, its sign included."""
        return 1 + self.exponent_bits + self.fraction_bits

    @property
    def precision(self) -> int:
        """p, the binary digits of a normal number, its leading 1 included."""
        return self.fraction_bits + 1

    @property
    def bias(self) -> int:
        """What is added to the exponent to store it; also the largest exponent."""
        return int(2 ** (self.exponent_bits - 1)) - 1

    @property
    def epsilon(self) -> Fraction:
        """2^(1−p), the gap between 1 and the next number."""
        return Fraction(1, 2**self.fraction_bits)

    @property
    def largest(self) -> Fraction:
        """(2 − ε)·2^bias."""
        return (2 - self.epsilon) * Fraction(2) ** self.bias

    @property
    def smallest_normal(self) -> Fraction:
        """2^(1−bias), below which digits are lost."""
        return Fraction(1, 2 ** (self.bias - 1))

    @property
    def smallest(self) -> Fraction:
        """The smallest number above 0."""
        return self.smallest_normal * self.epsilon

    @property
    def decimals(self) -> int:
        """1 + ⌈p·log₁₀2⌉ decimal digits tell every number from its neighbours.

        >>> [form.decimals for form in FORMATS.values()]
        [5, 9, 17]
        """
        return 1 + ceil(self.precision * log10(2))


FORMATS: dict[str, Format] = {
    "float16": Format("float16", np.float16, 5, 10),
    "float32": Format("float32", np.float32, 8, 23),
    "float64": Format("float64", np.float64, 11, 52),
}


def format_of(dtype: str) -> Format:
    """The format of this name; raises SettingError("dtype") for any other."""
    if dtype not in FORMATS:
        raise SettingError(f"There is no such number format. Choose one of {', '.join(FORMATS)}.", "dtype")
    return FORMATS[dtype]
