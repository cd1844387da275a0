"""sin(1/x) and its exact derivative on equally spaced places: the two panels of the source.

Source: "Essential Math for the Deep Learning", `plot_oscillating(min, max, steps)`.
"""

from dataclasses import dataclass
from math import pi, sqrt

import numpy as np

from core.expression.numeric import FloatArray
from core.gradient import gradient_field
from core.numbers import number
from core.printed_tables.oscillation import F


@dataclass(frozen=True, eq=False)
class Panels:
    """x, f and f′ (count,); NaN where there is no slope. `blind`: nearer to 0 the places miss whole turns."""

    x: FloatArray
    f: FloatArray
    slope: FloatArray
    blind: float

    @property
    def caption(self) -> str:
        """What the drawn places cannot show."""
        missed = int((np.abs(self.x) < self.blind).sum())
        return (
            f"{len(self.x)} places. For |x| below {number(self.blind, 2)} a turn of the function holds fewer "
            f"than two of them: the {missed} places there are aliased too, and show no true shape."
        )


def panels(low: float, high: float, count: int) -> Panels:
    """`count` equally spaced places from low < 0 to high > 0, ends included.

    Two places per local period 2πx² need a spacing d ≤ πx², so the view is blind for |x| < √(d/π).
    """
    x = np.linspace(low, high, count)
    f, slope = gradient_field(F).over(x[:, None])
    return Panels(x, f, slope[:, 0], sqrt((high - low) / (count - 1) / pi))
