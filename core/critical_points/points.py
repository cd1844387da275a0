"""All critical points of f(x, y) in a window: found from many starts, certified, classified, and said."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.critical_points.around import LookAround, look_around
from core.critical_points.certifying import DIGITS, RESIDUAL, Certified, certified
from core.critical_points.corners import Corner, corners
from core.critical_points.search import Found, Plane, search
from core.critical_points.sets import CriticalSet, sort_out
from core.curvature import Kind, kind_of
from core.expression import Expression
from core.numbers import number, rounded_point
from core.sampling.contours import Window
from core.steps import Check

Floats = NDArray[np.float64]

MOST_POINTS = 50
MOST_SLOW = 6
NOTHING = 1e-40
"""A value this small at a place known to some sixty digits is 0."""

_NEARLY_SINGULAR = 1e-4
_SAME = 1e-7
_ORDER: tuple[Kind, ...] = ("minimum", "saddle", "maximum", "degenerate")
_PLURALS = {"minimum": "minima", "maximum": "maxima", "saddle": "saddles", "degenerate": "degenerate points"}


@dataclass(frozen=True, eq=False)
class CriticalPoint:
    """A point (2,) with ∇f = 0, f there, and what the eigenvalues (2,) of its Hessian make of it.

    place: the coordinates as exactly as they are known, Fractions or mpf. look: for a degenerate point what f
    does on small circles around it, which the Hessian cannot tell.
    """

    point: Floats
    value: float
    eigenvalues: Floats
    kind: Kind
    place: tuple[Any, Any]
    exact: bool
    residual: float
    look: LookAround | None = None

    @property
    def check(self) -> Check:
        """∇f there in many digits, against 0."""
        largest = float(np.abs(self.eigenvalues).max())
        return Check(
            compared=f"∇f at the point, in {DIGITS} digits, against 0.",
            shown="0",
            second=number(self.residual, 3),
            difference=self.residual,
            tolerance=RESIDUAL * max(1.0, largest),
        )

    @property
    def sentence(self) -> str:
        """What it is, for a person."""
        here = f"{rounded_point(self.point.tolist(), ('x', 'y'))}, f = {number(self.value)}"
        low, high = (number(one, 4) for one in self.eigenvalues.tolist())
        match self.kind:
            case "minimum":
                return f"Minimum at {here}: both eigenvalues, {low} and {high}, are above 0."
            case "maximum":
                return f"Maximum at {here}: both eigenvalues, {low} and {high}, are below 0."
            case "saddle":
                return f"Saddle at {here}: the eigenvalues {low} and {high} have opposite signs."
        told = "" if self.look is None else f" {self.look.sentence}"
        return f"Degenerate point at {here}: an eigenvalue is 0, so the Hessian cannot tell.{told}"


@dataclass(frozen=True, eq=False)
class CriticalMap:
    """Everything critical in a window: isolated points, sets of them, and corners without a gradient.

    `complete` is False where there are too many to list. What lies between all starts is missed: the search
    proves that each point is there, and not that there is no other.
    """

    points: tuple[CriticalPoint, ...]
    sets: tuple[CriticalSet, ...]
    corners: tuple[Corner, ...]
    complete: bool

    @property
    def sentence(self) -> str:
        """How many of what, for a person."""
        counts = Counter(point.kind for point in self.points)
        parts = [f"{counts[kind]} {_named(kind, counts[kind])}" for kind in _ORDER if counts[kind]]
        parts += [one.name for one in self.sets]
        parts += [f"a corner ({corner.kind})" for corner in self.corners]
        if not parts:
            return "No critical point was found in this window."
        more = "" if self.complete else " There are more than are listed here."
        return f"Critical in this window: {', '.join(parts)}.{more}"


@lru_cache(maxsize=128)
def critical_points(e: Expression, window: Window) -> CriticalMap:
    """The critical points of a function of x and y in ((x_low, x_high), (y_low, y_high)).

    >>> from core.expression import parse
    >>> found = critical_points(parse("x^3 - 3x + y^2", ("x", "y")), ((-2, 2), (-2, 2)))
    >>> [(point.kind, point.point.tolist()) for point in found.points]
    [('minimum', [1.0, 0.0]), ('saddle', [-1.0, 0.0])]
    """
    plane = Plane.of(e, window)
    found = _merged(search(plane))
    singular = _singular(plane, found)
    regular = Found(found.u[~singular], found.doubt[~singular])
    pool = Found(found.u[singular], found.doubt[singular])
    told = sort_out(e, plane, pool)
    flat = told.isolated
    middle = np.argsort(np.abs(regular.u).max(axis=1), kind="stable")[:MOST_POINTS]
    u = np.vstack([regular.u[middle], flat.u[:MOST_SLOW]])
    doubt = np.concatenate([regular.doubt[middle], flat.doubt[:MOST_SLOW]])
    points = _points(e, plane, Found(u, doubt))
    complete = told.complete and len(regular.u) <= MOST_POINTS and len(flat.u) <= MOST_SLOW
    return CriticalMap(points, told.sets, corners(e, window), complete)


def kind_check(e: Expression, point: CriticalPoint, scale: float = 1.0) -> Check:
    """What the eigenvalues say against f itself on small circles, a way that knows no derivative."""
    look = point.look or look_around(e, point.place, scale)
    agrees = point.kind == "degenerate" or look.finding in (point.kind, f"flat {point.kind}")
    return Check(
        compared=f"The kind by the eigenvalues, against f on circles of radius "
        f"{' and '.join(number(radius, 3) for radius in look.radii)} in many digits.",
        shown=point.kind,
        second=look.finding,
        difference=0.0 if agrees else float("inf"),
        tolerance=0.0,
    )


def _named(kind: Kind, count: int) -> str:
    return _PLURALS[kind] if count > 1 else {"degenerate": "degenerate point"}.get(kind, kind)


def _merged(found: Found) -> Found:
    """Each place once: of those nearer to each other than their doubt, the one with the least doubt."""
    order = np.argsort(found.doubt, kind="stable")
    u, doubt = found.u[order], found.doubt[order]
    kept: list[int] = []
    left = np.arange(len(u))
    while len(left):
        first = int(left[0])
        kept.append(first)
        away = np.hypot(*(u[left] - u[first]).T)
        left = left[(away > _SAME + 2 * (doubt[left] + doubt[first])) & (left != first)]
    return Found(u[kept], doubt[kept])


def _singular(plane: Plane, found: Found) -> NDArray[np.bool_]:
    """Where an eigenvalue is nearly 0, or convergence was slow, as it is at a multiple root."""
    if not len(found.u):
        return np.zeros(0, dtype=np.bool_)
    sizes = np.abs(np.linalg.eigvalsh(plane.bend(found.u)))
    nearly = sizes.min(axis=1) <= _NEARLY_SINGULAR * np.maximum(sizes.max(axis=1), 1.0)
    singular: NDArray[np.bool_] = nearly | (found.doubt > 1e-6)
    return singular


def _points(e: Expression, plane: Plane, found: Found) -> tuple[CriticalPoint, ...]:
    """The certified ones, minima first, from left to right."""
    scale = plane.size / float(plane.half.max()) ** 2
    kept: list[CriticalPoint] = []
    for place, doubt in zip(plane.place(found.u).tolist(), found.doubt.tolist(), strict=True):
        sure = certified(e, place, (doubt * plane.half).tolist(), scale)
        if sure is None or any(
            np.hypot(*(sure.point - one.point)) < _SAME * plane.half.max() for one in kept
        ):
            continue
        kept.append(_point(e, sure, float(plane.half.min())))
    return tuple(sorted(kept, key=lambda one: (_ORDER.index(one.kind), *one.point.tolist())))


def _point(e: Expression, sure: Certified, scale: float) -> CriticalPoint:
    kind: Kind = kind_of(sure.eigenvalues) if sure.regular else "degenerate"
    look = look_around(e, sure.place, scale) if kind == "degenerate" else None
    point = sure.point + 0.0
    value = e.precise(*sure.place, digits=DIGITS)
    value = 0.0 if abs(value) < NOTHING else float(value)
    return CriticalPoint(point, value, sure.eigenvalues, kind, sure.place, sure.exact, sure.residual, look)
