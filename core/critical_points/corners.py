"""Lowest and highest points at which f has no gradient: corners, where ∇f = 0 finds nothing."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.continuity.suspects import suspects
from core.expression import Expression
from core.expression.tree import Negate
from core.gradient import gradient_at
from core.learning_rate.valleys import valley
from core.numbers import number, rounded_point
from core.sampling.contours import Window

Floats = NDArray[np.float64]

GRID = 41
MOST = 4
_SAME = 1e-6


@dataclass(frozen=True, eq=False)
class Corner:
    """A lowest or highest point (2,) without a gradient, as (0, 0) of |x| + |y|."""

    point: Floats
    value: float
    kind: Literal["minimum", "maximum"]

    def sentence(self, names: tuple[str, ...] = ("x", "y")) -> str:
        """What it is, for a person."""
        here = rounded_point(self.point.tolist(), names)
        return (
            f"At {here} f has a {self.kind}, {number(self.value)}, and no gradient: "
            "no equation ∇f = 0 and no Hessian finds it."
        )


def corners(e: Expression, window: Window) -> tuple[Corner, ...]:
    """Corners in the window, at most `MOST` of each kind; none for a function made of smooth parts.

    >>> from core.expression import parse
    >>> [corner.kind for corner in corners(parse("|x| + |y|", ("x", "y")), ((-2, 2), (-2, 2)))]
    ['minimum']
    """
    if not suspects(e.tree):
        return ()
    upside_down = Expression.of_tree(Negate(e.tree), e.variables)
    low = [Corner(at, value, "minimum") for at, value in _lowest(e, window)]
    return (*low, *(Corner(at, -value, "maximum") for at, value in _lowest(upside_down, window)))


def _lowest(e: Expression, window: Window) -> list[tuple[Floats, float]]:
    """Corners that are minima, from the low points of a grid."""
    found: list[tuple[Floats, float]] = []
    low, high = np.array(window).T
    for start in _low_points(e, window)[:MOST]:
        end = valley(e, start.tolist())
        inside = bool(((end.point >= low) & (end.point <= high)).all())
        new = all(np.hypot(*(end.point - other)) > _SAME for other, _ in found)
        if (
            end.kind == "corner"
            and inside
            and new
            and np.isnan(gradient_at(e, end.point.tolist()).vector).any()
        ):
            found.append((end.point, end.value))
    return found


def _low_points(e: Expression, window: Window) -> Floats:
    """Inner points (n, 2) of a grid that are lower than all eight around them, lowest first."""
    x, y = (np.linspace(*ends, GRID) for ends in window)
    z = e(x[:, None], y[None])
    z = np.where(np.isfinite(z), z, np.inf)
    inner = z[1:-1, 1:-1]
    shifts = [(i, j) for i in range(3) for j in range(3) if (i, j) != (1, 1)]
    around = np.stack([z[i : GRID - 2 + i, j : GRID - 2 + j] for i, j in shifts])
    i, j = np.nonzero((inner < np.inf) & (inner <= around.min(axis=0)) & (inner < around.max(axis=0)))
    order = np.argsort(inner[i, j], kind="stable")
    return np.column_stack([x[i + 1], y[j + 1]])[order]
