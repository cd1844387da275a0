"""Tangents along a curve: many places of a window, with f, f′, f″ … at each of them."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.expression.numeric import Program
from core.gradient import slope_across

PLACES = 120


@dataclass(frozen=True, eq=False)
class Tangents:
    """x (n,) ascending and values (orders + 1, n): f, f′, … there, NaN where there is none.

    `start` is the place of x₀.
    """

    x: NDArray[np.float64]
    values: NDArray[np.float64]
    start: int


def tangents(
    e: Expression, derivatives: tuple[Expression, ...], low: float, high: float, x0: float
) -> Tangents:
    """The tangents of a function of one variable in [low, high]; the place nearest to x0 is x0 itself.

    `derivatives` are f′, f″, …, at least the first.
    """
    x = np.linspace(low, high, PLACES + 1)
    start = int(np.argmin(np.abs(x - x0)))
    if low <= x0 <= high:
        x[start] = x0
    program = Program((e.tree, *(order.tree for order in derivatives)), e.variables)
    values = np.stack(program(x))
    values[:, ~np.isfinite(values[0])] = math.nan
    for place in np.flatnonzero(np.isnan(values[1]) & np.isfinite(values[0])).tolist():
        # x|x| has a slope at 0 that its formula lacks
        values[1, place] = slope_across(e, (float(x[place]),), 0)
    return Tangents(x, values, start)
