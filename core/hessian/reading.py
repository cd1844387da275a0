"""What the Hessian at a point says: its exact matrix and eigenvalues, definiteness, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import hypot, inf, isfinite
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.critical_points.places import exact_at
from core.curvature import ROUNDING, Hessian, Kind, curvature_field, hessian_at
from core.expression import Expression
from core.gradient import gradient_field
from core.learning_rate.quadratics import Eigenvalue, Quadratic, Vector, as_typed
from core.numbers import number, rounded_point

Floats = NDArray[np.float64]
Definiteness = Literal[
    "positive definite",
    "negative definite",
    "indefinite",
    "positive semidefinite",
    "negative semidefinite",
    "zero",
    "undefined",
]

LEVEL = 1e-10
"""‖∇f‖ at a critical point, beside the Hessian there."""

TYPED = 12
"""Digits of a coordinate that was typed; a longer one is some irrational number's neighbour."""

REASONS: dict[Definiteness, str] = {
    "positive definite": "Both eigenvalues are above 0",
    "negative definite": "Both eigenvalues are below 0",
    "indefinite": "The eigenvalues have opposite signs",
    "positive semidefinite": "One eigenvalue is 0 and the other is above 0",
    "negative semidefinite": "One eigenvalue is 0 and the other is below 0",
    "zero": "Both eigenvalues are 0",
    "undefined": "There are no second derivatives",
}
SHAPES: dict[Definiteness, str] = {
    "positive definite": "f bends up in every direction",
    "negative definite": "f bends down in every direction",
    "indefinite": "f bends up in one direction and down in another",
    "positive semidefinite": "f bends up in one direction; the Hessian sees no bend across it",
    "negative semidefinite": "f bends down in one direction; the Hessian sees no bend across it",
    "zero": "the Hessian sees no bend in any direction",
    "undefined": "f has no curvature there",
}
_CONCLUSIONS: dict[Kind, str] = {
    "minimum": "with ∇f = 0 that proves a minimum",
    "maximum": "with ∇f = 0 that proves a maximum",
    "saddle": "with ∇f = 0 that proves a saddle, neither minimum nor maximum",
    "degenerate": "so although ∇f = 0 the Hessian cannot tell what the point is",
}


@dataclass(frozen=True, eq=False)
class HessianReading:
    """The Hessian of f(x, y) at a point, read.

    exact: the matrix in fractions where rational arithmetic gives it, and then `roots`, its eigenvalues in
    ascending order. condition: |λ| largest over smallest, ∞ for a singular matrix, NaN without one. kind:
    what the point is, None where ∇f is not 0 or not there.
    """

    point: tuple[float, ...]
    value: float
    gradient: Floats
    hessian: Hessian
    exact: tuple[Vector, ...] | None
    roots: tuple[Eigenvalue, ...] | None
    definiteness: Definiteness
    condition: float
    kind: Kind | None

    @property
    def signs(self) -> tuple[int, ...]:
        """−1, 0 or 1 for each eigenvalue; none without second derivatives."""
        return _signs(self.hessian, self.roots)

    @property
    def name(self) -> str:
        """What the matrix is called."""
        return "the zero matrix" if self.definiteness == "zero" else self.definiteness

    @property
    def exists(self) -> bool:
        """Whether f has second derivatives there."""
        return self.definiteness != "undefined"

    @property
    def is_critical(self) -> bool:
        """Whether ∇f = 0 there."""
        return self.kind is not None

    @property
    def eigenvalues(self) -> tuple[float, ...]:
        """Ascending, from the exact ones where there are; what is 0 beside the other is 0."""
        if self.roots:
            return tuple(map(float, self.roots))
        zeros = (one if sign else 0.0 for one, sign in zip(self.hessian.eigenvalues, self.signs, strict=True))
        return tuple(map(float, zeros))

    @property
    def sentence(self) -> str:
        """The verdict with its reason, for a person."""
        here = rounded_point(self.point, ("x", "y"))
        if not self.exists:
            return self._without_curvature(here)
        low, high = (number(one, 4) for one in self.eigenvalues)
        reason = f"{REASONS[self.definiteness]} (λ = {low} and {high}), so H is {self.name} at {here}"
        if self.kind is not None:
            return f"{reason}; {_CONCLUSIONS[self.kind]}."
        return f"{reason}: {SHAPES[self.definiteness]}. {self._not_critical}"

    @property
    def _not_critical(self) -> str:
        if not np.isfinite(self.gradient).all():
            return "There is no gradient there."
        slope = number(hypot(*self.gradient), 4)
        return f"∇f is not 0 there (its length is {slope}), so the point is no minimum, maximum or saddle."

    def _without_curvature(self, here: str) -> str:
        """What is missing, and what is still true."""
        if not isfinite(self.value):
            return f"f has no value at {here}, so it has no gradient and no Hessian there."
        if not np.isfinite(self.gradient).all():
            return (
                f"At {here} f has the value {number(self.value)} and no gradient, so no Hessian: "
                "only the values around it can tell what the point is."
            )
        parts = ", ".join(number(one) for one in self.gradient.tolist())
        return (
            f"At {here} f has the gradient ({parts}) and not all second derivatives: "
            "the tangent plane is there, a quadratic model is not."
        )


@lru_cache(maxsize=256)
def hessian_reading(e: Expression, point: tuple[float, ...]) -> HessianReading:
    """The Hessian of a function of x and y at a point.

    >>> from core.expression import parse
    >>> hessian_reading(parse("2x^2 - 2y^2", ("x", "y")), (0.0, 0.0)).definiteness
    'indefinite'
    """
    value, gradient = gradient_field(e).at(point)
    hessian = hessian_at(e, point)
    exact = exact_matrix(e, point) if np.isfinite(hessian.matrix).all() else None
    roots = Quadratic(exact, (Fraction(0),) * 2, Fraction(0)).eigenvalues if exact else None
    signs = _signs(hessian, roots)
    definiteness = _definiteness(signs)
    sizes = np.abs(np.array(list(map(float, roots)) if roots else hessian.eigenvalues))
    condition = inf if definiteness != "undefined" and 0 in signs else float(sizes.max() / sizes.min())
    critical = definiteness != "undefined" and _is_level(e, point, gradient, hessian)
    kind = _kind(definiteness) if critical else None
    return HessianReading(point, value, gradient, hessian, exact, roots, definiteness, condition, kind)


def exact_matrix(e: Expression, point: Sequence[float]) -> tuple[Vector, ...] | None:
    """∇²f in fractions at the decimals a person typed, None where an entry is not rational arithmetic."""
    if any(len(repr(float(at)).strip("-").replace(".", "")) > TYPED for at in point):
        return None
    place = as_typed(point)
    rows = [[exact_at(tree, e.variables, place) for tree in row] for row in curvature_field(e).trees]
    known = tuple(tuple(entry for entry in row if entry is not None) for row in rows)
    return known if all(len(row) == len(point) for row in known) else None


def _signs(hessian: Hessian, roots: tuple[Eigenvalue, ...] | None) -> tuple[int, ...]:
    """−1, 0 or 1 for each eigenvalue; none without second derivatives."""
    if roots:
        return tuple(root.compare(Fraction(0)) for root in roots)
    values = hessian.eigenvalues
    if not np.isfinite(values).all():
        return ()
    zero = ROUNDING * float(np.abs(values).max())
    return tuple(0 if abs(one) <= zero else int(np.sign(one)) for one in values.tolist())


def _definiteness(signs: tuple[int, ...]) -> Definiteness:
    """The name for the signs of two eigenvalues in ascending order."""
    names: dict[tuple[int, ...], Definiteness] = {
        (): "undefined",
        (1, 1): "positive definite",
        (-1, -1): "negative definite",
        (-1, 1): "indefinite",
        (0, 1): "positive semidefinite",
        (-1, 0): "negative semidefinite",
        (0, 0): "zero",
    }
    return names[signs]


def _kind(definiteness: Definiteness) -> Kind:
    kinds: dict[Definiteness, Kind] = {
        "positive definite": "minimum",
        "negative definite": "maximum",
        "indefinite": "saddle",
    }
    return kinds.get(definiteness, "degenerate")


def _is_level(e: Expression, point: Sequence[float], gradient: Floats, hessian: Hessian) -> bool:
    """Whether ∇f = 0: exactly where fractions tell, else as far as float64 does."""
    exact = [exact_at(tree, e.variables, as_typed(point)) for tree in gradient_field(e).trees]
    if None not in exact and not any(exact):
        return True
    # a point that is irrational has a slope of rounding size, which the curvature bounds
    size = float(np.abs(hessian.matrix).max()) * (1 + hypot(*point))
    return bool(np.isfinite(gradient).all() and hypot(*gradient) <= LEVEL * size)
