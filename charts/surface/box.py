"""The box that a surface is drawn in: every place as fractions 0 … 1 of its sides, ready to travel."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from charts.clipping import Box, Floats

Range = tuple[float, float]

UPRIGHT = 0.62
"""The height of the box beside the longer side of its floor."""

MOST_STRETCHED = 4.0
FURTHEST = 1e6
"""In box heights; beyond it a corner of a cell may lie anywhere, its cell is clipped all the same."""


@dataclass(frozen=True)
class Frame:
    """The window on the floor and the range of heights above it."""

    window: Box
    heights: Range

    @property
    def sides(self) -> tuple[float, float, float]:
        """Lengths of the sides as drawn, the longer side of the floor 1.

        One unit is as long along x as along y, unless one side is over four times the other.
        """
        (left, right), (low, high) = self.window
        ratio = min(max((high - low) / (right - left), 1 / MOST_STRETCHED), MOST_STRETCHED)
        return min(1.0, 1 / ratio), min(1.0, ratio), UPRIGHT

    def fractions(self, x: ArrayLike, y: ArrayLike, z: ArrayLike) -> Floats:
        """Places (n, 3) as fractions of the sides.

        >>> Frame(((0.0, 4.0), (0.0, 2.0)), (0.0, 10.0)).fractions([1.0], [1.0], [5.0]).tolist()
        [[0.25, 0.5, 0.5]]
        """
        places = np.column_stack([np.asarray(part, dtype=np.float64) for part in (x, y, z)])
        low, high = np.array([*self.window, self.heights]).T
        # Halves, because the difference of two finite numbers may not be finite.
        found: Floats = np.clip((places / 2 - low / 2) / (high / 2 - low / 2), -FURTHEST, FURTHEST)
        return found

    def holds(self, place: Sequence[float]) -> bool:
        """Whether a place (u, v, w) in fractions lies in the box; one that is not a number does not."""
        return all(0.0 <= part <= 1.0 for part in place)


def packed(numbers: Floats) -> str:
    """The numbers row by row in 32 bits each (little-endian) and base 64; a screen shows no more digits.

    >>> packed(np.array([1.0]))
    'AACAPw=='
    """
    return base64.b64encode(numbers.astype("<f4").tobytes()).decode("ascii")
