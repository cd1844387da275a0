"""Where many runs begin: a grid over a window, or places drawn at random from a seed."""

from math import isqrt

import numpy as np
from numpy.typing import NDArray

from core.basins.basins import middles

Floats = NDArray[np.float64]
Window = tuple[tuple[float, float], ...]

MOST_STARTS = 4096


def grid_starts(window: Window, count: int) -> Floats:
    """At least `count` starts (n, d), the middles of as many cells along each side, row by row from the left.

    >>> grid_starts(((0.0, 4.0), (0.0, 2.0)), 4).tolist()
    [[1.0, 0.5], [3.0, 0.5], [1.0, 1.5], [3.0, 1.5]]
    """
    _require_count(count)
    side = count if len(window) == 1 else isqrt(count - 1) + 1
    places = np.meshgrid(*(middles(ends, side) for ends in window))
    return np.stack([place.ravel() for place in places], axis=1)


def random_starts(window: Window, count: int, seed: int) -> Floats:
    """`count` starts (n, d), uniform over the window; the same seed draws the same places.

    >>> bool((random_starts(((0.0, 1.0),), 3, seed=1) == random_starts(((0.0, 1.0),), 3, seed=1)).all())
    True
    """
    _require_count(count)
    low, high = np.array(window).T
    return np.random.default_rng(seed).uniform(low, high, size=(count, len(window)))


def _require_count(count: int) -> None:
    if not 1 <= count <= MOST_STARTS:
        raise ValueError(f"there must be between 1 and {MOST_STARTS} starts, not {count}")
