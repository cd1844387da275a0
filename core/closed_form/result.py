"""Where descent is heading, found without descending."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from core.steps import Check, Step

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ClosedForm:
    """The parameters (p,) with the least loss, that loss, how they are found, and a second way.

    parameters is None where no finite parameters have the least loss, or no formula is known: the sentence
    says which. exact holds the same numbers as rationals, None where they are none. By "formula" False a
    method that repeats itself found them.
    """

    parameters: Floats | None
    loss: float
    sentence: str
    steps: Sequence[Step]
    check: Check | None
    exact: tuple[Fraction, ...] | None = None
    formula: bool = True
