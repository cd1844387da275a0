"""The numbers along the edges of the box."""

import math

from core.numbers import number

MOST = 6
"""Ticks along one edge."""


def ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Round numbers in [low, high], 3 to 6 of them, each with its fraction of the way.

    >>> ticks(-4.0, 4.0)
    [(0.0, '−4'), (0.25, '−2'), (0.5, '0'), (0.75, '2'), (1.0, '4')]
    """
    size = high / 2 - low / 2
    power = 10.0 ** math.floor(math.log10(size))
    steps = (k * power for k in (0.2, 0.5, 1.0, 2.0, 5.0))
    step = next(step for step in steps if _last(high, step) - _first(low, step) < MOST)
    marks = range(_first(low, step), _last(high, step) + 1)
    return [(_between(low, high, k * step), number(float(f"{k * step:.12g}"))) for k in marks]


def _first(low: float, step: float) -> int:
    return math.ceil(low / step - 1e-9)


def _last(high: float, step: float) -> int:
    return math.floor(high / step + 1e-9)


def _between(low: float, high: float, value: float) -> float:
    return min(max((value / 2 - low / 2) / (high / 2 - low / 2), 0.0), 1.0)
