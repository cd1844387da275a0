"""How far the numbers of a format are apart: the gap doubles at each power of two."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from core.differencing.arithmetic import stored
from core.floating.formats import FORMATS, Format, format_of
from core.floating.rounding import exponent_of_two, power_of_two
from core.floating.stored import Stored
from core.floating.writing import decimal, shortest
from core.numbers import number
from core.steps import Check

POWERS = 4
"""Doublings in the picture: more would press the first ones flat."""


@dataclass(frozen=True, eq=False)
class Gaps:
    """Stairs over 0 ≤ |x| ≤ the power of two above `here`.

    edges (n + 1,) ascending and gap (n,), the distance between neighbours from one edge to the next; `here`
    is the number asked about, `beyond` the next one away from 0.
    """

    form: Format
    edges: NDArray[np.float64]
    gap: NDArray[np.float64]
    here: Stored
    beyond: Stored

    @property
    def verdict(self) -> str:
        """The number, its neighbour and the gap, in a sentence."""
        if self.beyond.exact is None:
            return f"{self.here.text} is where {self.form.name} ends: there is no number beyond it."
        gap = number(float(self.here.spacing or 0), 3)
        return (
            f"In {self.form.name} the number next to {self.here.text} is {self.beyond.text}, {gap} away. "
            "The gap doubles at each power of two: large numbers stand far apart and small ones close."
        )

    @property
    def check(self) -> Check | None:
        """The gap by the rule against the distance to the neighbour; None where there is no neighbour."""
        ruled, here, beyond = self.here.spacing, self.here.exact, self.beyond.exact
        if ruled is None or here is None or beyond is None:
            return None
        found = abs(beyond - here)
        compared = "The gap from the exponent, 2^(e − p + 1), against the distance to the neighbour."
        return Check(compared, decimal(ruled), decimal(found), float(abs(ruled - found)), 0.0)


def gaps(x: float, dtype: str) -> Gaps:
    """The gaps around a number, from 0 up to the power of two above it.

    Raises SettingError: "dtype" for an unknown format, "x0" for a number that is not finite in it.

    >>> shown = gaps(3.0, "float16")
    >>> shown.edges.tolist(), (shown.gap / shown.gap[0]).tolist()
    ([0.0, 0.5, 1.0, 2.0, 4.0], [1.0, 2.0, 4.0, 8.0])
    """
    form = format_of(dtype)
    value = stored(x, dtype, "x0")
    here = Stored(shortest(value), value, form, None)
    with np.errstate(over="ignore"):
        next_value = np.nextafter(value, form.type(np.copysign(np.inf, value)))
    size = abs(here.exact or Fraction(0))
    top = exponent_of_two(size) + 1 if size else 0
    edges = [power_of_two(top - down) for down in reversed(range(POWERS))]
    # From 0 to the first edge, the gap just below that edge stands for all the halvings on the way to 0.
    widths = [max(edge / 2 * form.epsilon, form.smallest) for edge in edges]
    return Gaps(
        form,
        np.array([0.0, *map(_float, edges)]),
        np.array([*map(_float, widths)]),
        here,
        Stored(shortest(next_value), next_value, form, None),
    )


def _float(value: Fraction) -> float:
    """2^1024, the edge beyond the largest float64, becomes that number."""
    return float(min(value, FORMATS["float64"].largest))
