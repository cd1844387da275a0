"""Four ways to add one number n times, each in its own format; `METHODS` lists them.

Naive: s ← s + x, whose error grows with the number of terms. Pairwise: halves first, then their sum; its
error grows with the logarithm. Kahan: what each addition loses is carried into the next. fsum: the exact sum,
rounded once (Higham, Accuracy and Stability, §4.1 to §4.3; Shewchuk 1997 for fsum).
"""

from collections.abc import Callable
from math import fsum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.floating.formats import Float

Counts = NDArray[np.int64]
Sums = NDArray[np.floating[Any]]


def naive(x: Float, counts: Counts) -> Sums:
    """The running sum from the left. NumPy's cumsum adds strictly one after the other, in the format."""
    running: Sums = np.cumsum(np.full(int(counts[-1]), x, dtype=x.dtype), dtype=x.dtype)
    return running[counts - 1]


def halving(x: Float, counts: Counts) -> Sums:
    """S(n) = S(⌊n/2⌋) + S(⌈n/2⌉); equal terms make the sum a function of n alone."""
    known: dict[int, Float] = {1: x}

    def of(n: int) -> Float:
        if n not in known:
            known[n] = of(n // 2) + of(n - n // 2)
        return known[n]

    return np.array([of(int(n)) for n in counts], dtype=x.dtype)


def kahan(x: Float, counts: Counts) -> Sums:
    """y = x − c; t = s + y; c = (t − s) − y; s = t, with c the part of y that t has lost."""
    # Python's own floats are float64, and ten times as quick as NumPy's single numbers.
    term: Any = float(x) if x.dtype == np.float64 else x
    total = lost = term - term
    sums, done = [], 0
    for n in counts.tolist():
        for _ in range(n - done):
            carried = term - lost
            larger = total + carried
            lost = (larger - total) - carried
            total = larger
        sums.append(total)
        done = n
    return np.array(sums, dtype=x.dtype)


def exactly_rounded(x: Float, counts: Counts) -> Sums:
    """math.fsum of n copies, rounded to the format. A block of 2^k copies is x·2^k exactly, so blocks do."""
    size = float(x)
    sums = [fsum(size * 2.0**k for k in range(n.bit_length()) if n >> k & 1) for n in counts.tolist()]
    return np.array(sums).astype(x.dtype)


METHODS: dict[str, Callable[[Float, Counts], Sums]] = {
    "naive": naive,
    "pairwise": halving,
    "Kahan": kahan,
    "fsum": exactly_rounded,
}
"""The ways to add, from the worst to the best."""
