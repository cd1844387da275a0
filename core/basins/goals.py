"""The places where many runs end: near ends are one goal, made exact and named."""

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray

from core.newton.linear import newton_step
from core.newton.outcomes import kind_at
from core.newton.target import Target

Floats = NDArray[np.float64]

MOST_GOALS = 16
"""As many as a picture can tell apart."""

SAME = 1e-4
"""Ends this near, relative beyond 1, are one goal: at a multiple zero a short step is still far from it."""

NEAR = 3 * SAME
POLISH = 4
LEVEL = 1e-6
FEWEST = 5e-5
"""Of all ends: one or two starts in a whole picture are no basin that can be seen."""

DIGITS = 30


@dataclass(frozen=True, eq=False)
class Goal:
    """One place: point (d,), f there, its kind ("root", "minimum", …, "others"), ‖F‖ as the residual."""

    point: Floats
    value: float
    kind: str
    residual: float


def goals_of(target: Target, ends: Floats) -> tuple[tuple[Goal, ...], NDArray[np.int16]]:
    """The goals of the ends (n, d) from left to right, and which of them each end belongs to, −1 for none.

    A short step is no proof: a goal is a place where F really is 0. Where there are more than `MOST_GOALS`
    (a line of level places, a wave), the last goal stands for all others, its point NaN.
    """
    if not len(ends):
        return (), np.empty(0, dtype=np.int16)
    points, more = _points(target, ends)
    goals = tuple(_goal(target, point) for point in points)
    places = _nearest(ends, goals)
    lost = places < 0
    if more and lost.any():
        nowhere = np.full(ends.shape[1], np.nan)
        goals = (*goals, Goal(nowhere, float("nan"), "others", float("nan")))
        places[lost] = len(goals) - 1
    return goals, places


def _points(target: Target, ends: Floats) -> tuple[list[Floats], bool]:
    """The places with the most ends, from left to right, and whether there are more."""
    cells, counts = np.unique(_cells(ends), axis=0, return_counts=True)
    often = np.argsort(-counts, kind="stable")[: 10 * MOST_GOALS]
    crowded = cells[often][counts[often] > FEWEST * len(ends)]
    points: list[Floats] = []
    for cell in crowded:
        place = _polished(target, cell * SAME)
        if _is_level(target, place) and all(not _same(place, known) for known in points):
            if len(points) == MOST_GOALS:
                return _in_order(points), True
            points.append(place)
    return _in_order(points), False


def _in_order(points: list[Floats]) -> list[Floats]:
    return sorted(points, key=lambda point: [round(float(value), 6) for value in point])


def _nearest(ends: Floats, goals: tuple[Goal, ...]) -> NDArray[np.int16]:
    if not goals:
        return np.full(len(ends), -1, dtype=np.int16)
    off = np.stack([np.linalg.norm(ends - goal.point, axis=1) for goal in goals], axis=1)
    nearest = off.argmin(axis=1)
    near = off[np.arange(len(ends)), nearest] <= NEAR * np.maximum(1.0, np.linalg.norm(ends, axis=1))
    return np.where(near, nearest, -1).astype(np.int16)


def _is_level(target: Target, point: Floats) -> bool:
    """Whether F is 0 at the point, and not merely small: far out on a tail Newton's step stays long.

    With J = 0 the typed formula decides in many digits: e^(−x²) only underflows to 0.
    """
    here = target.at(point.tolist())
    size = hypot(*here.field.tolist())
    step = newton_step(here.field, here.jacobian)
    if np.isfinite(step).all() and here.jacobian.any():
        return hypot(*step.tolist()) <= NEAR * max(1.0, hypot(*point.tolist()))
    if not size <= LEVEL:
        return False
    return bool(here.jacobian.any() or not any(target.precise(point.tolist(), DIGITS)[0]))


def _cells(ends: Floats) -> Floats:
    size = np.maximum(1.0, 10.0 ** np.floor(np.log10(np.maximum(np.abs(ends), 1.0))))
    cells: Floats = np.round(ends / (SAME * size)) * size
    return cells


def _same(one: Floats, other: Floats) -> bool:
    return hypot(*(one - other).tolist()) <= NEAR * max(1.0, hypot(*one.tolist()))


def _polished(target: Target, point: Floats) -> Floats:
    """A few more Newton steps while they bring F nearer to 0; then the short decimal if no worse."""
    best, left = point, _left(target, point)
    for _ in range(POLISH):
        here = target.at(best.tolist())
        step = newton_step(here.field, here.jacobian)
        moved = best + step
        if not np.isfinite(moved).all() or not _left(target, moved) < left or not _same(moved, point):
            break
        best, left = moved, _left(target, moved)
    short = best.round(10) + 0.0
    return short if _left(target, short) <= left else best


def _left(target: Target, point: Floats) -> float:
    size = hypot(*target.at(point.tolist()).field.tolist())
    return size if size == size else np.inf


def _goal(target: Target, point: Floats) -> Goal:
    here = target.at(point.tolist())
    kind = "root" if target.aim == "root" else kind_at(here.jacobian)
    return Goal(point, here.value, kind, hypot(*here.field.tolist()))
