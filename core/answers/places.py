"""Where an answer is looked at: places that nobody would choose, and round ones to show."""

import random
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression

DIGITS = (60, 240)
ROUND = tuple(map(Fraction, ("1", "2", "-1", "0.5", "3", "-2", "0", "-0.5", "5", "0.1", "10", "-3", "-10")))
"""Tried in this order for a place to show: the first where two functions differ is the witness."""

_SPREADS = ((-1.0, 1.0, 40), (-5.0, 5.0, 60), (-30.0, 30.0, 30), (-400.0, 400.0, 20))
_ALIKE = 1e-25
_NOTHING = 1e-40


@dataclass(frozen=True, eq=False)
class Places:
    """The same numbers twice: exact, and as float64 (n,)."""

    exact: tuple[Fraction, ...]
    floats: NDArray[np.float64]

    @classmethod
    def of(cls, numbers: list[Fraction]) -> "Places":
        """From exact numbers."""
        return cls(tuple(numbers), np.array([float(x) for x in numbers]))

    def where(self, chosen: NDArray[np.bool_]) -> "Places":
        """The chosen ones, in order."""
        kept = tuple(x for x, keep in zip(self.exact, chosen.tolist(), strict=True) if keep)
        return Places(kept, self.floats[chosen])


def random_places(text: str) -> Places:
    """Irregular places over several scales, the same ones whenever the same text is asked about.

    >>> random_places("x^2").exact == random_places("x^2").exact
    True
    """
    chance = random.Random(text)
    return Places.of(
        [Fraction(chance.uniform(low, high)) for low, high, count in _SPREADS for _ in range(count)]
    )


def same_at(one: Expression, other: Expression, x: Fraction, size: float = 1.0) -> bool | None:
    """Whether two functions agree at x, None where one has no value there.

    They agree when 25 digits do, or when they differ by less than 10⁻⁴⁰ of `size`, the size of what they are
    made of; a difference is looked at again in 240 digits, because cancellation may have made it.
    """
    for digits in DIGITS:
        first, second = one.precise(x, digits=digits), other.precise(x, digits=digits)
        mp = first.context
        if not (mp.isfinite(first) and mp.isfinite(second)):
            return None
        gap = abs(first - second)
        if gap <= max(_ALIKE * max(abs(first), abs(second)), _NOTHING * size):
            return True
    return False
