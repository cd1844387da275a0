"""The level curve through a point, walked along: ∇f stands at a right angle to it.

Each step goes along the level direction (−f_y, f_x)/|∇f| and is put back onto f = c by Newton's method along
the gradient (predictor and corrector; Allgower and Georg, Numerical Continuation Methods, chapter 3).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.gradient import Field, gradient_field
from core.windows import Window

Floats = NDArray[np.float64]
Place = tuple[float, float]

MOST_STEPS = 240
"""In each of the two directions."""

TURN = math.cos(math.radians(5.0))
"""No step may turn more, so that the drawn line is a curve to the eye."""

FIRST, LONGEST, SHORTEST = 1 / 800, 1 / 60, 1 / 20_000
"""A step, in parts of the window; small at first, where the right angle is looked at."""

_CORRECTIONS = 3

_SETTLED = 1e-5
"""The last correction, in parts of the window: a hundredth of a pixel."""


@dataclass(frozen=True, eq=False)
class LevelCurve:
    """Vertices x, y (n,) of one unbroken curve f = `level`; the point itself is the row `start`.

    n = 0 where ∇f is 0 or missing: there is no curve to follow. It ends at a corner and where ∇f vanishes.
    """

    x: Floats
    y: Floats
    level: float
    start: int


def level_curve(e: Expression, point: Sequence[float], window: Window) -> LevelCurve:
    """The curve f(x, y) = f(p) through p = point, as far as the window shows it."""
    walk = _Walk(gradient_field(e), window, gradient_field(e).at(point)[0])
    start = (float(point[0]), float(point[1]))
    forward = walk.along(start, 1.0)
    if forward[-1:] == [start]:
        places = [start, *_evenly_closed(forward[:-1], start, walk.along(start, -1.0, most=1)), start]
        before = 0
    else:
        backward = walk.along(start, -1.0)
        places = [*reversed(backward), start, *forward] if forward or backward else []
        before = len(backward)
    x, y = np.array(places).reshape(-1, 2).T
    return LevelCurve(x, y, walk.level, before)


def _evenly_closed(loop: list[Place], start: Place, last: list[Place]) -> list[Place]:
    """The loop with a last vertex as far before the start as the first is behind it: no kink at the point."""
    for end in last:
        while loop and math.dist(loop[-1], start) < 1.1 * math.dist(end, start):
            loop.pop()
    return [*loop, *last]


@dataclass(frozen=True)
class _Walk:
    """A walk on f = level inside the window."""

    field: Field
    window: Window
    level: float

    def along(self, start: Place, sign: float, most: int = MOST_STEPS) -> list[Place]:
        """The places after the start; the start again at the end where the curve closes."""
        size = self._size
        step, here = FIRST * size, start
        tangent = self._tangent(self.field.at(start)[1], sign)
        places: list[Place] = []
        while tangent is not None and len(places) < most and step > SHORTEST * size:
            there, ahead = self._moved((here[0] + step * tangent[0], here[1] + step * tangent[1]), sign)
            far = math.dist(here, there)
            turn = -1.0 if ahead is None else tangent[0] * ahead[0] + tangent[1] * ahead[1]
            if not (turn >= TURN and 0.5 * step <= far <= 1.5 * step):
                step /= 2
                continue
            if len(places) > 4 and math.dist(there, start) < 1.2 * far:
                return [*places, start]
            places.append(there)
            if not self._seen(there):
                break
            here, tangent, step = there, ahead, min(1.5 * step, LONGEST * size)
        return places

    def _moved(self, place: Place, sign: float) -> tuple[Place, Place | None]:
        """The place put back onto the curve, and the way on from there; None where f gives none."""
        x, y = place
        for _ in range(_CORRECTIONS):
            value, slope = self.field.at((x, y))
            steepness = math.hypot(*slope)
            gap = (self.level - value) / steepness if 0 < steepness < math.inf else math.nan
            if not math.isfinite(gap):
                return place, None
            across, up = (float(part) / steepness for part in slope)
            x, y = x + gap * across, y + gap * up
        tangent = self._tangent(slope, sign) if abs(gap) <= _SETTLED * self._size else None
        return (x, y), tangent

    def _tangent(self, slope: Floats, sign: float) -> Place | None:
        length = math.hypot(*slope)
        if not (0 < length < math.inf):
            return None
        return -sign * float(slope[1]) / length, sign * float(slope[0]) / length

    @property
    def _size(self) -> float:
        return max(self.window.x[1] - self.window.x[0], self.window.y[1] - self.window.y[0])

    def _seen(self, place: Place) -> bool:
        (left, right), (low, high) = self.window.x, self.window.y
        return left <= place[0] <= right and low <= place[1] <= high
