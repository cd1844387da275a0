"""What Newton's method looks for: a field F that is to vanish, and its derivative J.

A root of f: F = f, J = f′. A minimum of f: F = ∇f, J = H, the Hessian. The step is the same, J·s = −F.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from core.curvature import curvature_field
from core.expression import Expression
from core.expression.numeric import Program
from core.expression.precise import precise_value
from core.expression.tree import Node
from core.gradient import gradient_field

Floats = NDArray[np.float64]
Aim = Literal["root", "minimum"]


@dataclass(frozen=True, eq=False)
class Local:
    """What the method sees at one point: f, F (d,), J (d, d), and ∇f (d,)."""

    value: float
    field: Floats
    jacobian: Floats
    gradient: Floats


@dataclass(frozen=True)
class Target:
    """f and the aim; a root is looked for in one variable only (ValueError else)."""

    expression: Expression
    aim: Aim

    def __post_init__(self) -> None:
        if self.aim == "root" and len(self.expression.variables) != 1:
            raise ValueError("a root of one function is a point only in one variable")

    def at(self, point: Sequence[float]) -> Local:
        """Everything at one point; NaN where it does not exist."""
        value, gradient = gradient_field(self.expression).at(point)
        if self.aim == "root":
            return Local(value, np.array([value]), gradient[:, None], gradient)
        return Local(value, gradient, curvature_field(self.expression).at(point), gradient)

    def over(self, columns: Sequence[Floats]) -> tuple[Floats, Floats]:
        """(F (n, d), J (n, d, d)) at n points given by their coordinates, d arrays (n,)."""
        values = _program(self)(*columns)
        d = len(columns)
        return np.stack(values[:d], axis=-1), np.stack(values[d:], axis=-1).reshape(-1, d, d)

    def precise(self, point: Sequence[Any], digits: int) -> tuple[NDArray[Any], NDArray[Any]]:
        """(F (d,), J (d, d)) as many-digit numbers, from the formulas of the derivatives."""
        at = dict(zip(self.expression.variables, point, strict=True))
        field, jacobian = target_trees(self)
        d = len(point)
        values = [precise_value(tree, at, digits) for tree in (*field, *jacobian)]
        return np.array(values[:d], dtype=object), np.array(values[d:], dtype=object).reshape(d, d)

    def merit(self, value: Any) -> Any:
        """What a careful step has to make smaller: f, or ½f² when a root is looked for."""
        return value if self.aim == "minimum" else value * value / 2

    def merit_slope(self, field: Floats, jacobian: Floats) -> Floats:
        """The gradient of the merit (..., d): ∇f, or f·f′."""
        return field if self.aim == "minimum" else field * jacobian[..., 0]


@lru_cache(maxsize=256)
def target_trees(target: Target) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The formulas of F (d) and of J (d·d, row by row), in the language."""
    slopes = gradient_field(target.expression).trees
    if target.aim == "root":
        return (target.expression.tree,), slopes
    return slopes, tuple(tree for row in curvature_field(target.expression).trees for tree in row)


@lru_cache(maxsize=256)
def _program(target: Target) -> Program:
    field, jacobian = target_trees(target)
    return Program((*field, *jacobian), target.expression.variables)
