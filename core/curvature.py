"""The Hessian: exact second partials, compiled once per function, and what their eigenvalues tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import combinations_with_replacement
from typing import Any, Literal

import numpy as np
import sympy
from numpy.typing import ArrayLike, NDArray

from core.expression import Expression
from core.expression.numeric import Program
from core.expression.symbols import from_sympy, symbol
from core.expression.tree import Node
from core.gradient import gradient_field
from core.numbers import number
from core.steps import Check

Floats = NDArray[np.float64]
Kind = Literal["minimum", "maximum", "saddle", "degenerate"]

ROUNDING = 1e-13
"""An eigenvalue this small beside the largest one counts as 0."""

CHECK_DIGITS = 80
CHECK_STEP = Fraction(1, 10**17)
CHECK_TOLERANCE = 1e-9
"""Relative to the largest entry above 1, absolute below: what float64 keeps after ordinary cancellation."""


@dataclass(frozen=True, eq=False)
class Hessian:
    """The matrix of second partial derivatives (d, d) at one point.

    eigenvalues (d,) ascend; eigenvectors (d, d) are the columns that belong to them, of length 1. `kind` says
    what a point with ∇f = 0 and this matrix is; "degenerate" when the second derivatives do not decide (an
    eigenvalue is 0 and the others have one sign, or a derivative does not exist and all are NaN).
    """

    matrix: Floats
    eigenvalues: Floats
    eigenvectors: Floats
    kind: Kind


@dataclass(frozen=True, eq=False)
class CurvatureField:
    """The second partials of one function: `partials[i][j]` = ∂²f/∂x_i∂x_j in SymPy, symmetric.

    `trees` holds the same in the language. The program computes f and then each of them once; `places` (d, d)
    says which output stands where in the matrix.
    """

    partials: tuple[tuple[sympy.Expr, ...], ...]
    trees: tuple[tuple[Node, ...], ...]
    places: NDArray[np.intp]
    program: Program

    def at(self, point: Sequence[float]) -> Floats:
        """The matrix (d, d) at one point; NaN where f or a second derivative does not exist. Quick."""
        values = np.array(self.program.scalar(*point))
        # −1/x² has values where log x has none
        return values[self.places] if values[0] == values[0] else np.full(self.places.shape, np.nan)

    def over(self, points: ArrayLike) -> Floats:
        """The matrices (n, d, d) at points (n, d)."""
        columns = np.asarray(points, dtype=np.float64).T
        values = np.stack(self.program(*columns), axis=-1)
        values[np.isnan(values[:, 0])] = np.nan
        return values[:, self.places]


@lru_cache(maxsize=256)
def curvature_field(e: Expression) -> CurvatureField:
    """The second partials of a function by SymPy's rules, made once per function."""
    slopes = gradient_field(e).partials
    axes = range(len(slopes))
    upper = [(i, j) for i in axes for j in axes if i <= j]
    second = [slopes[i].diff(symbol(e.variables[j])) for i, j in upper]
    order = np.array([[upper.index((min(i, j), max(i, j))) for j in axes] for i in axes])
    read = [from_sympy(part) for part in second]
    partials = tuple(tuple(second[place] for place in row) for row in order.tolist())
    trees = tuple(tuple(read[place] for place in row) for row in order.tolist())
    return CurvatureField(partials, trees, order + 1, Program((e.tree, *read), e.variables))


def hessian_at(e: Expression, point: Sequence[float]) -> Hessian:
    """∇²f at a point (d,).

    >>> from core.expression import parse
    >>> hessian_at(parse("x^2 + 30y^2", ("x", "y")), (1.0, 1.0)).eigenvalues.tolist()
    [2.0, 60.0]
    """
    matrix = curvature_field(e).at(point)
    if not np.isfinite(matrix).all():
        nowhere = np.full_like(matrix, np.nan)
        return Hessian(matrix, nowhere[0], nowhere, "degenerate")
    eigenvalues, eigenvectors = np.linalg.eigh(matrix)
    return Hessian(matrix, eigenvalues, eigenvectors, kind_of(eigenvalues))


def eigenvalues_over(e: Expression, points: ArrayLike) -> Floats:
    """The Hessian's eigenvalues (n, d), ascending, at points (n, d); a row of NaN where it has no value."""
    matrices = curvature_field(e).over(points)
    there = np.isfinite(matrices).all(axis=(1, 2))
    eigenvalues = np.full(matrices.shape[:2], np.nan)
    eigenvalues[there] = np.linalg.eigvalsh(matrices[there])
    return eigenvalues


def curvature_check(e: Expression, point: Sequence[float]) -> Check:
    """∇²f at a point against second difference quotients of f in 80 digits, h = 10^−17·max(1, |x|).

    ∂²f/∂x_i∂x_j ≈ (f(+ +) − f(+ −) − f(− +) + f(− −)) / 4h_i h_j with ±h in both directions; the typed tree
    and mpmath alone. Where f has no second derivative the check does not hold.
    """
    matrix = curvature_field(e).at(point)
    place = [Fraction(float(coordinate)) for coordinate in point]
    axes = range(len(place))
    second = np.zeros((len(place), len(place)))
    for i, j in combinations_with_replacement(axes, 2):
        second[i, j] = second[j, i] = second_difference(e, place, i, j)
    gap = float(np.max(np.abs(matrix - second)))
    return Check(
        compared="The second derivatives by the rules, against second difference quotients of the function, "
        f"h = 10⁻¹⁷·max(1, |x|) in {CHECK_DIGITS} digits.",
        shown=_shown(matrix),
        second=_shown(second),
        difference=gap,
        tolerance=CHECK_TOLERANCE * max(1.0, float(np.max(np.abs(second)))),
    )


def second_difference(e: Expression, place: Sequence[Fraction], i: int, j: int) -> float:
    """∂²f/∂x_i∂x_j at a place (d,) by the quotient above, as the nearest float; NaN where f has no value."""
    spacing = [CHECK_STEP * max(Fraction(1), abs(at)) for at in place]

    def value(first: int, other: int) -> Any:
        moved = [at + spacing[k] * (first * (k == i) + other * (k == j)) for k, at in enumerate(place)]
        return e.precise(*moved, digits=CHECK_DIGITS)

    difference = value(1, 1) - value(1, -1) - value(-1, 1) + value(-1, -1)
    area = 4 * spacing[i] * spacing[j]
    return float(difference * area.denominator / area.numerator)


def _shown(matrix: Floats) -> str:
    rows = ["(" + ", ".join(number(float(entry), 12) for entry in row) + ")" for row in matrix]
    return ", ".join(rows) if len(matrix) > 1 else number(float(matrix[0, 0]), 12)


def kind_of(eigenvalues: NDArray[np.floating]) -> Kind:
    """What a point with ∇f = 0 is, by the signs of the Hessian's eigenvalues (the second derivative test).

    >>> kind_of(np.array([-2.0, 2.0])), kind_of(np.array([0.0, 2.0]))
    ('saddle', 'degenerate')
    """
    smallest = ROUNDING * float(np.max(np.abs(eigenvalues)))
    up, down = bool((eigenvalues > smallest).any()), bool((eigenvalues < -smallest).any())
    if up and down:
        return "saddle"
    if (eigenvalues > smallest).all():
        return "minimum"
    return "maximum" if (eigenvalues < -smallest).all() else "degenerate"
