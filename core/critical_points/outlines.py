"""The shape of a set of critical points: a line, a circle, another curve, or an area, and its name."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.critical_points.places import simple_fraction
from core.critical_points.search import Plane, grid
from core.numbers import number

Floats = NDArray[np.float64]
Shape = Literal["line", "circle", "curve", "area"]

ASIDE = 0.02
"""How far beside a point another one is looked for, in half windows."""

LINKED = 0.16
"""Points of one curve lie no farther apart than about two cells of the starts."""

ON_IT = 2e-3
MARKS = 41

_TURNS = np.pi * np.arange(12) / 6 + 0.1
WAYS = np.column_stack([np.cos(_TURNS), np.sin(_TURNS)])
"""Twelve directions, none along an axis."""

_LEVEL = 1e-9

_ACROSS = 15
_WIDE = 1.8
"""An area as wide as this in half windows, with no slope anywhere on a grid, is all there is."""


@dataclass(frozen=True, eq=False)
class Outline:
    """A shape, its name, and points (n, 2) along it in half windows; those of a line or circle in order."""

    shape: Shape
    name: str
    points: Floats

    def holds(self, u: Floats) -> NDArray[np.bool_]:
        """Which points (m, 2) belong to it."""
        if self.shape in ("curve", "area"):
            return _near(u, self.points, LINKED)
        start, way = self.points[:-1], np.diff(self.points, axis=0)
        gaps = u[:, None] - start[None]
        along = np.clip((gaps * way).sum(axis=2) / (way**2).sum(axis=1), 0.0, 1.0)
        held: NDArray[np.bool_] = distance(gaps - along[:, :, None] * way).min(axis=1) <= ON_IT
        return held


def outline(plane: Plane, here: Floats, beside: Floats, pool: Floats) -> Outline:
    """What the points beside `here` are part of."""
    if _is_level(plane, here + ASIDE * WAYS):
        points = _component(here, pool)
        whole = _is_level(plane, grid(_ACROSS)) and bool((np.ptp(points, axis=0) > _WIDE).all())
        name = "all of the window" if whole else f"an area about {_written(plane.place(here))}"
        return Outline("area", name, points)
    farthest = beside[int(np.argmax(distance(beside - here)))]
    line = _line(here, farthest)
    if _is_level(plane, line):
        return Outline("line", f"the line {_equation(plane, line)}", line)
    opposite = beside[int(np.argmax(distance(beside - farthest)))]
    circle = _circle(*plane.place(np.array([here, farthest, opposite])))
    if circle is not None:
        centre, radius, around = circle
        around = (around - plane.centre) / plane.half
        if _is_level(plane, around):
            return Outline(
                "circle", f"the circle of radius {_simple(radius)} about {_written(centre)}", around
            )
    points = _component(here, pool)
    part = Outline("line", "", line).holds(points).all()
    name = (
        f"a part of the line {_equation(plane, line)}"
        if part
        else f"a curve through {_written(plane.place(here))}"
    )
    return Outline("curve", name, points)


def _line(one: Floats, other: Floats) -> Floats:
    """Points (n, 2) of the line through two points, all across |u| ≤ 1."""
    way = (other - one) / distance(other - one)
    with np.errstate(divide="ignore", invalid="ignore"):
        cuts = np.concatenate([(1 - one) / way, (-1 - one) / way])
    reach = np.sort(np.where(np.isfinite(cuts), cuts, np.inf))
    ends = [t for t in reach if np.isfinite(t) and (np.abs(one + t * way) <= 1 + 1e-9).all()]
    t = np.linspace(min(ends, default=0.0), max(ends, default=0.0), MARKS)
    points: Floats = one + t[:, None] * way
    return points


def _circle(a: Floats, b: Floats, c: Floats) -> tuple[Floats, float, Floats] | None:
    """Centre, radius and points of the circle through three points; None where they are in line."""
    matrix = 2 * np.array([b - a, c - a])
    if abs(np.linalg.det(matrix)) < 1e-9 * np.abs(matrix).max() ** 2:
        return None
    centre = np.linalg.solve(matrix, np.array([b @ b - a @ a, c @ c - a @ a]))
    snapped = [simple_fraction(float(one), 1e-6) for one in centre]
    centre = np.array([float(s) if s is not None else one for s, one in zip(snapped, centre, strict=True)])
    radius = float(distance(a - centre))
    turns = np.linspace(0, 2 * np.pi, 2 * MARKS)
    return centre, radius, centre + radius * np.column_stack([np.cos(turns), np.sin(turns)])


def _is_level(plane: Plane, points: Floats) -> bool:
    """Whether ∇f = 0 at all points where f has a gradient, and at most points it has one."""
    slopes = distance(plane.slope(points))
    known = np.isfinite(slopes)
    return bool(known.mean() > 0.8 and (slopes[known] <= _LEVEL).all())


def _component(here: Floats, pool: Floats) -> Floats:
    """`here` and the points of the pool that hang together with it."""
    linked = np.zeros(len(pool), dtype=np.bool_)
    border = here[None]
    while len(border):
        new = ~linked & _near(pool, border, LINKED)
        linked |= new
        border = pool[new]
    return np.vstack([here[None], pool[linked]])


def _near(points: Floats, others: Floats, most: float) -> NDArray[np.bool_]:
    """Which points (n, 2) lie near to any of the others (m, 2)."""
    gaps = np.hypot(*(points[:, None] - others[None]).transpose(2, 0, 1))
    near: NDArray[np.bool_] = gaps.min(axis=1) <= most
    return near


def _equation(plane: Plane, line: Floats) -> str:
    """x = 0, y = 2 or y = 2x + 1, with simple fractions where they fit."""
    start, end = plane.place(line[[0, -1]])
    rise = end - start
    if abs(rise[0]) < 1e-9 * plane.half[0]:
        return f"x = {_simple(float((start + end)[0] / 2))}"
    if abs(rise[1]) < 1e-9 * plane.half[1]:
        return f"y = {_simple(float((start + end)[1] / 2))}"
    slope = float(rise[1] / rise[0])
    height = float(start[1] - slope * start[0])
    factor = {"1": "", "−1": "−"}.get(_simple(slope), f"{_simple(slope)}·")
    if abs(height) < 1e-9 * plane.half[1]:
        return f"y = {factor}x"
    return f"y = {factor}x {'−' if height < 0 else '+'} {_simple(abs(height))}"


def _simple(value: float) -> str:
    near = simple_fraction(value, 1e-7 * max(1.0, abs(value)))
    return number(float(near) if near is not None else value)


def _written(place: Floats) -> str:
    return f"({_simple(float(place[0]))}, {_simple(float(place[1]))})"


def distance(gaps: Floats) -> Floats:
    """The length of each row."""
    length: Floats = np.hypot(gaps[..., 0], gaps[..., 1])
    return length
