"""Small draws from a seed, the same on every machine and for ever.

NumPy promises the stream of a bit generator, not what its distributions make of it (NEP 19); so whole numbers
are made of the raw stream here. The remainder by n favours some by no more than n/2⁶⁴.
"""

from collections.abc import Sequence
from typing import TypeVar

from numpy.random import PCG64

T = TypeVar("T")


class Draws:
    """A stream of draws for these seeds, whole numbers ≥ 0.

    >>> Draws(11, 5).whole(1, 6) == Draws(11, 5).whole(1, 6)
    True
    """

    def __init__(self, *seeds: int) -> None:
        self._bits = PCG64(list(seeds))

    def whole(self, low: int, high: int, *but: int) -> int:
        """A whole number from low to high, none of `but`."""
        return self.pick([n for n in range(low, high + 1) if n not in but])

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[int(self._bits.random_raw()) % len(options)]

    def order(self, options: Sequence[T]) -> list[T]:
        """All options in an order of chance."""
        left = list(options)
        return [left.pop(int(self._bits.random_raw()) % len(left)) for _ in options]
