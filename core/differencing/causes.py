"""The two causes of the error of a stencil, as two straight lines on log–log paper, and where they cross.

error(h) ≤ C·hᵖ + (A + B/h). Truncation C·hᵖ is the term of Taylor's formula that bites first, with the exact
higher derivative. Rounding: B = Σ|w|·(how far a value of f may be off, mostly the spacing of f(x0)), and A is
what even the best quotient keeps: its own spacing, and what the spacing of x does to f′. See Higham, Accuracy
and Stability of Numerical Algorithms (2002), §1.14; for the complex step B = 0.
"""

from dataclasses import dataclass
from functools import cached_property
from math import factorial, inf, isnan, nan

import numpy as np
from numpy.typing import NDArray

from core.differencing.arithmetic import gap
from core.differencing.local import HIGHEST, Local
from core.differencing.stencils import Stencil

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Causes:
    """The lines for one stencil at one point; all NaN where f has no derivatives to foretell from.

    coefficient and order: C and p, C = 0 where Taylor's formula ends before (a line, a parabola with
    central). slope: B, flat: A. span: the smallest h that can be taken and the largest looked at; where
    nothing is truncated the largest is the best.
    """

    coefficient: float
    order: int
    slope: float
    flat: float
    span: tuple[float, float]

    def truncation(self, h: Floats) -> Floats:
        """C·hᵖ (m,)."""
        with np.errstate(under="ignore", over="ignore"):
            return self.coefficient * h**self.order

    def rounding(self, h: Floats) -> Floats:
        """A + B/h (m,)."""
        with np.errstate(under="ignore", over="ignore"):
            return self.flat + self.slope / h

    def total(self, h: Floats) -> Floats:
        """The sum of the two (m,)."""
        return self.truncation(h) + self.rounding(h)

    @property
    def known(self) -> bool:
        """Whether there is anything to foretell."""
        return not isnan(self.coefficient + self.slope + self.flat)

    @cached_property
    def best_h(self) -> float:
        """Where the sum is least: h = (B/(p·C))^(1/(p+1)); with B = 0 the largest h with C·hᵖ ≤ A."""
        if not self.known:
            return nan
        low, high = self.span
        return max(min(_bites(self.coefficient, self.order, self.slope, self.flat), high), low)

    @property
    def best_error(self) -> float:
        """The sum at the best h."""
        return float(self.total(np.array([self.best_h]))[0])

    @property
    def plateau(self) -> tuple[float, float]:
        """From which h to which A outweighs both other terms; the first is not below the second if none."""
        if not self.known or not self.flat:
            return nan, nan
        end = (self.flat / self.coefficient) ** (1 / self.order) if self.coefficient else inf
        return self.slope / self.flat, min(end, self.span[1])


def causes(facts: Local, stencil: Stencil, span: tuple[float, float], *, applies: bool = True) -> Causes:
    """The lines at a point, for h in a span; nothing is foretold for a stencil that does not apply.

    The term that bites first is the one whose own best h is smallest.
    """
    truncated = _terms(facts, stencil) if applies else None
    slope = float(stencil.weight) * facts.noise
    if truncated is None or isnan(facts.flat + slope):
        return Causes(nan, stencil.order, nan, nan, span)
    # A step shorter than the gap between x and its neighbours cannot be taken.
    shortest = gap(facts.x, facts.dtype) / min(map(abs, filter(None, stencil.offsets)), default=inf)
    span = (min(max(span[0], float(shortest)), span[1]), span[1])
    nothing = (0.0, stencil.order)
    coefficient, order = min(
        truncated, key=lambda term: _bites(term[0], term[1], slope, facts.flat), default=nothing
    )
    return Causes(coefficient, order, slope, facts.flat, span)


def _terms(facts: Local, stencil: Stencil) -> list[tuple[float, int]] | None:
    """(|moment·f⁽ⁿ⁾|/n!, n − 1) for each term up to the first derivative that does not exist.

    None where that is the first one needed.
    """
    terms: list[tuple[float, int]] = []
    for n in range(2, HIGHEST + 1):
        moment = stencil.moment(n)
        if moment and isnan(facts.derivatives[n]):
            return terms or None
        if moment and facts.derivatives[n]:
            terms.append((abs(float(moment) * facts.derivatives[n]) / factorial(n), n - 1))
    return terms


def _bites(coefficient: float, order: int, slope: float, flat: float) -> float:
    """The best h if C·hᵖ were the only term of truncation."""
    if not coefficient:
        return inf
    if slope:
        return float((slope / (order * coefficient)) ** (1 / (order + 1)))
    return float((flat / coefficient) ** (1 / order))
