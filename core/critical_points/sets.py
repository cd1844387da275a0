"""Critical points that are not isolated: a whole line, circle, curve or area on which ∇f = 0.

From a point with a singular Hessian a little step is taken along the flat direction and led back to ∇f = 0.
If it comes back to the same point, that is isolated; if it stays away, there are others beside it, and the
line or circle through them is tried.
"""

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from core.critical_points.outlines import ASIDE, WAYS, Outline, Shape, distance, outline
from core.critical_points.search import Found, Plane, grid, settle
from core.expression import Expression
from core.expression.precise import precise_value
from core.expression.tree import Node
from core.numbers import number
from core.steps import Check

Floats = NDArray[np.float64]

MOST_SETS = 12
MOST_LOOKS = 30
_DIGITS = 50
_LOOKS = 5
_ROUNDS = 25
_TOLERANCE = 1e-8


@dataclass(frozen=True, eq=False)
class CriticalSet:
    """Many critical points together: points (n, 2) along it, inside the window, f there, and what it is.

    name: "the line x = 0", "a curve through (1, 2)", with coordinates in decimals where they are no simple
    fractions. The check takes ∇f at five of the points in many digits.
    """

    shape: Shape
    name: str
    points: Floats
    value: float
    check: Check

    @property
    def sentence(self) -> str:
        """What it means, for a person."""
        if self.shape == "area":
            return f"f is constant, {number(self.value)}, on {self.name}: every point there is critical."
        return (
            f"∇f = 0 on {self.name}, where f = {number(self.value)}: these critical points are not isolated, "
            "and the Hessian is singular at every one of them."
        )


@dataclass(frozen=True, eq=False)
class Sorted:
    """The sets, and the points that belong to none, each with its doubt.

    `complete` is False where more sets remain.
    """

    sets: tuple[CriticalSet, ...]
    isolated: Found
    complete: bool


def sort_out(e: Expression, plane: Plane, pool: Found) -> Sorted:
    """Which points (all with a singular Hessian) belong to sets, and to which."""
    waiting = np.argsort(pool.doubt, kind="stable")
    sets: list[CriticalSet] = []
    isolated: list[tuple[float, float, float]] = []
    for _ in range(MOST_LOOKS):
        if not len(waiting) or len(sets) == MOST_SETS:
            break
        first = int(waiting[0])
        here, left = pool.u[first], pool.u[waiting]
        beside = _beside(plane, here)
        if len(beside) == 0:
            away = distance(left - here)
            taken = away <= ASIDE / 2
            # many ends about one point: slow convergence from all sides, and the point is among them
            isolated.append((*here.tolist(), float(pool.doubt[first] + 2 * away[taken].max())))
        else:
            shape = outline(plane, here, beside, left)
            found = _set(e, plane, shape)
            sets += [found] if found.check.holds else []
            taken = shape.holds(left)
        waiting = waiting[~(taken | (waiting == first))]
    rows = np.array(isolated).reshape(-1, 3)
    return Sorted(tuple(sets), Found(rows[:, :2], rows[:, 2]), not len(waiting))


def _beside(plane: Plane, here: Floats) -> Floats:
    """Other critical points (n, 2) about as far from `here` as `ASIDE`; none beside an isolated one."""
    _, vectors = np.linalg.eigh(plane.bend(here[None])[0])
    ways = np.vstack([vectors.T, -vectors.T, WAYS])
    found = settle(plane, here + ASIDE * ways, _ROUNDS)
    away = distance(found.u - here)
    kept = (found.doubt < 1e-6) & (away > ASIDE / 4) & (away < 3 * ASIDE)
    return found.u[kept]


def _set(e: Expression, plane: Plane, shape: Outline) -> CriticalSet:
    inside = shape.points[(np.abs(shape.points) <= 1 + 1e-9).all(axis=1)]
    points = plane.place(inside)
    values = e(*points.T)
    known = np.isfinite(values)
    value = float(np.median(values[known]))
    tiny = abs(value) < 1e-12 * plane.size
    check = _check(e, plane, points[known])
    return CriticalSet(shape.shape, shape.name, points[known], 0.0 if tiny else value, check)


def _check(e: Expression, plane: Plane, points: Floats) -> Check:
    """Both slopes in many digits, each beside what it is elsewhere: a small one may stand by a steep one."""
    looks = points[np.linspace(0, len(points) - 1, min(_LOOKS, len(points))).astype(int)]
    elsewhere = plane.place(grid(_LOOKS))
    parts = [_steepest(e, tree, looks) / (_steepest(e, tree, elsewhere) or 1.0) for tree in plane.field.trees]
    return Check(
        compared=f"∂f/∂x and ∂f/∂y in {_DIGITS} digits at {len(looks)} places of the set, beside their size "
        "in the window, against 0.",
        shown="0",
        second=number(max(parts), 3),
        difference=max(parts),
        tolerance=_TOLERANCE,
    )


def _steepest(e: Expression, tree: Node, places: Floats) -> float:
    """The largest size of a slope at places (n, 2) where it has a value."""
    sizes = [
        abs(float(precise_value(tree, dict(zip(e.variables, place, strict=True)), _DIGITS)))
        for place in places.tolist()
    ]
    return max((size for size in sizes if isfinite(size)), default=0.0)
