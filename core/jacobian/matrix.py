"""The Jacobian of f: ℝⁿ → ℝᵐ, the m × n matrix of all slopes: J_ij = ∂f_i/∂x_j.

A row for each output, a column for each input (Magnus and Neudecker, Matrix Differential Calculus, §5.5).
Entries are derived by the rules of the course; their numbers come from SymPy's through the float64 program.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.derivation import Derivation, differentiate
from core.expression.tree import Node
from core.gradient import gradient_field
from core.jacobian.typed import VectorFunction
from core.numbers import point as point_text

NOISE = 1e-14
"""Relative to the terms of a sum: what is left of 0.1·2.1 − 0.7·0.3 is rounding, and counts as 0."""


@dataclass(frozen=True, eq=False)
class LocalMap:
    """f and its Jacobian at one point: value (m,), matrix (m, n); NaN where there is none."""

    function: VectorFunction
    point: tuple[float, ...]
    value: NDArray[np.float64]
    matrix: NDArray[np.float64]

    @property
    def determinant(self) -> float | None:
        """det J, how many times larger a small area (or volume) becomes, negative where it is mirrored.

        None where J is not square.
        """
        m, n = self.matrix.shape
        if m != n:
            return None
        value = determinant(self.matrix.tolist())
        size = determinant(np.abs(self.matrix).tolist(), sign=1)
        return 0.0 if abs(value) <= NOISE * size else float(value)

    @property
    def missing(self) -> str:
        """What does not exist at this point, in a sentence; empty where all of it does."""
        where = point_text(self.point, self.function.inputs)
        for name, value, row in zip(
            self.function.names, self.value.tolist(), self.matrix.tolist(), strict=True
        ):
            if isnan(value):
                return f"{name} has no value at {where}."
            for variable, slope in zip(self.function.inputs, row, strict=True):
                if isnan(slope):
                    return f"{name} has no slope along {variable} at {where}."
        return ""


@dataclass(frozen=True, eq=False)
class Jacobian:
    """The matrix as formulas: entries[i][j] is the derivation of ∂f_i/∂x_j."""

    function: VectorFunction
    entries: tuple[tuple[Derivation, ...], ...]

    @cached_property
    def formulas(self) -> tuple[tuple[Node, ...], ...]:
        """The entries' formulas in the language, m rows of n."""
        return tuple(tuple(entry.formula.tree for entry in row) for row in self.entries)

    def at(self, point: Sequence[float]) -> LocalMap:
        """The numbers at a point of n finite coordinates.

        >>> from core.jacobian.typed import vector_function
        >>> jacobian(vector_function("x y\\nx + y\\nsin x", ("x", "y"))).at((0, 2)).matrix.tolist()
        [[2.0, 0.0], [1.0, 1.0], [1.0, 0.0]]
        """
        place = tuple(float(coordinate) for coordinate in point)
        values, rows = zip(*(gradient_field(f).at(place) for f in self.function.components), strict=True)
        return LocalMap(self.function, place, np.array(values), np.stack(rows))


@lru_cache(maxsize=64)
def jacobian(function: VectorFunction) -> Jacobian:
    """The Jacobian of a vector function, made once for each."""
    return Jacobian(
        function,
        tuple(tuple(differentiate(f, name) for name in function.inputs) for f in function.components),
    )


def determinant(rows: Sequence[Sequence[Any]], sign: int = -1) -> Any:
    """The determinant of a small square matrix of any numbers, along its first row (Laplace).

    With sign = 1 no product is subtracted: of absolute values, that is the size of what was added up.

    >>> determinant([[1, 2], [3, 4]]), determinant([[1, 2], [3, 4]], sign=1)
    (-2, 10)
    """
    first, *below = rows
    if not below:
        return first[0]
    minors = ([[*row[:j], *row[j + 1 :]] for row in below] for j in range(len(first)))
    terms = zip(first, minors, strict=True)
    return sum(sign**j * entry * determinant(minor, sign) for j, (entry, minor) in enumerate(terms))
