"""The minimum a run heads for: where going downhill from the start in small, safe steps ends.

A regularised Newton descent (Nocedal & Wright, Numerical Optimization, §3.4 and §4.1) that never steps
farther than it can trust its quadratic model, so that it stays in the valley where it began; then Newton
steps on the gradient until rounding stops them. Corners, edges of the domain and slopes without end are
results of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import hypot, inf, isfinite, nan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.curvature import CurvatureField, curvature_field, kind_of
from core.expression import Expression
from core.gradient import Field, gradient_field
from core.learning_rate.quadratics import as_typed, read_quadratic
from core.numbers import number, point

Floats = NDArray[np.float64]
Kind = Literal["minimum", "flat", "corner", "edge", "none", "unfound"]

MOST_STEPS = 400
MOST_MOVES = 50
AWAY = 1e8
NEAR = 1e-4
FLAT_SLOPE = 1e-9
NO_SLOPE = 1e-12
_DIRECTIONS = {1: np.array([[1.0], [-1.0]])}
_ANGLES = 2 * np.pi * np.arange(16) / 16
_DIRECTIONS[2] = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)], axis=1).round(15)
_RADII = 10.0 ** -np.arange(1, 10)


@dataclass(frozen=True, eq=False)
class Valley:
    """Where downhill ends: `point` (d,), f there, and ‖∇f‖ there as the residual (NaN at a corner).

    kind: "minimum" (∇f = 0, every eigenvalue of the Hessian above 0); "flat" (∇f = 0, an eigenvalue is 0, and
    nothing beside it is lower); "corner" (nothing beside it is lower, and there is no slope); "edge" (f falls
    up to the edge of its domain); "none" (f falls for ever that way, and `point` is just how far it was
    followed); "unfound" (400 safe steps were not enough). `unbounded` says for "none" that f itself has no
    lower bound there, rather than a value it only comes near.
    """

    kind: Kind
    point: Floats
    value: float
    residual: float
    unbounded: bool = False

    @property
    def has_minimum(self) -> bool:
        """Whether the point is a minimum of f."""
        return self.kind in ("minimum", "flat", "corner")

    def sentence(self, names: tuple[str, ...]) -> str:
        """Where the valley ends, for a person."""
        here = point(tuple(self.point.tolist()), names)
        match self.kind:
            case "minimum":
                return f"Downhill from the start lies the minimum at {here}, where f = {number(self.value)}."
            case "flat":
                return f"Downhill from the start lies a minimum at {here}, flat in some direction."
            case "corner":
                return f"Downhill from the start lies a corner at {here}: a minimum without a slope."
            case "edge":
                return f"Downhill from the start f falls up to the edge of its domain at {here}."
            case "unfound":
                return f"No minimum was found within {MOST_STEPS} careful steps downhill from the start."
        if self.unbounded:
            return "f has no minimum this way: downhill from the start it falls to −∞."
        return "f has no minimum this way: downhill from the start it levels off and never turns up again."


def valley(e: Expression, start: Sequence[float]) -> Valley:
    """The end of the way downhill from `start` (d,), d = 1 or 2, where f has a value; exact on quadratics.

    >>> from core.expression import parse
    >>> valley(parse("x^2 - 4x + 4"), (0.0,)).point.tolist()
    [2.0]
    """
    return _valley(e, tuple(float(value) for value in start))


@lru_cache(maxsize=256)
def _valley(e: Expression, start: tuple[float, ...]) -> Valley:
    return _of_quadratic(e, start) or _Walk(gradient_field(e), curvature_field(e), np.array(start)).valley()


def _of_quadratic(e: Expression, start: tuple[float, ...]) -> Valley | None:
    quadratic = read_quadratic(e)
    if quadratic is None:
        return None
    typed = as_typed(start)
    stationary = quadratic.stationary(typed)
    lowest = quadratic.eigenvalues[0].compare(Fraction(0))
    if stationary is None or lowest < 0:
        return Valley("none", np.array(start), -inf, nan, unbounded=True)
    place = np.array([float(value) for value in stationary])
    value, slope = gradient_field(e).at(place.tolist())
    return Valley("minimum" if lowest > 0 else "flat", place, value, hypot(*slope))


class _Walk:
    """One way downhill; `x`, `f`, `slope` are where it stands."""

    def __init__(self, field: Field, curvature: CurvatureField, start: Floats) -> None:
        self.field = field
        self.curvature = curvature
        self.start = start
        self.x = start
        self.f, self.slope = self._look(start)
        self.reach = 0.05 * (1 + hypot(*start))
        self.directions = _DIRECTIONS[len(start)]

    def _look(self, x: Floats) -> tuple[float, Floats]:
        return self.field.at(x.tolist())

    def _bend(self) -> Floats:
        return self.curvature.at(self.x.tolist())

    def valley(self) -> Valley:
        with np.errstate(over="ignore", invalid="ignore"):
            for _ in range(MOST_STEPS):
                if not isfinite(self.f) or hypot(*(self.x - self.start)) > AWAY * (1 + hypot(*self.start)):
                    return self._without_end()
                if self._downhill():
                    continue
                end = self._end()
                if end is not None:
                    return end
        return Valley("unfound", self.x, self.f, hypot(*self.slope))

    def _downhill(self) -> bool:
        """One step of −(H + μI)⁻¹∇f, or a shorter reach; False when there is nothing left to gain.

        μ = ‖∇f‖/reach − λ_min, if positive, keeps the step within reach and makes H + μI positive definite.
        """
        steepness, size = hypot(*self.slope), 1 + hypot(*self.x)
        if not isfinite(steepness) or steepness <= NO_SLOPE or self.reach < 1e-13 * size:
            return False
        matrix = self._bend()
        if not np.isfinite(matrix).all():
            matrix = np.zeros_like(matrix)
        eigenvalues, vectors = np.linalg.eigh(matrix)
        least = steepness / self.reach
        shift = max(0.0, least - float(eigenvalues[0]))
        # λ − λ_min + least, and not λ + μ: far out, where `least` is tiny, that sum would round to 0
        bend = eigenvalues - eigenvalues[0] + least if shift > 0 else eigenvalues
        step = -(vectors @ ((vectors.T @ self.slope) / bend))
        length = hypot(*step)
        if shift == 0 and length < NEAR * size and steepness < NEAR * (1 + abs(self.f)):
            return False
        self._try(step, length, expected=-float(self.slope @ step + step @ matrix @ step / 2))
        return True

    def _try(self, step: Floats, length: float, expected: float) -> None:
        """Take the step if f falls; trust the model farther or less far as it foretold the fall."""
        f, slope = self._look(self.x + step)
        fallen = self.f - f
        if fallen > 1e-4 * expected:
            self.x, self.f, self.slope = self.x + step, f, slope
        if fallen > 0.75 * expected:
            self.reach *= 2
        elif not fallen >= 0.25 * expected:
            self.reach = min(self.reach, length) / 4

    def _end(self) -> Valley | None:
        """What the point is where no step gains anything; None after moving on to a lower one beside it."""
        self._polish()
        steepness = hypot(*self.slope)
        hessian = self._bend()
        if np.isfinite(hessian).all() and steepness < FLAT_SLOPE * (1 + abs(self.f)):
            if not _settled(hessian, self.slope, self.x):
                return self._without_end()
            if kind_of(np.linalg.eigvalsh(hessian)) == "minimum":
                return Valley("minimum", self.x, self.f, steepness)
            return None if self._moves_lower() else Valley("flat", self.x, self.f, steepness)
        if not np.isfinite(self._around()[1][-len(self.directions) :]).all():
            return Valley("edge", self.x.round(9) + 0.0, self.f, nan)
        return None if self._moves_lower() else Valley("corner", self.x, self.f, nan)

    def _polish(self) -> None:
        """Newton's steps on ∇f while they make it shorter; then the nearest short decimal if no worse."""
        for _ in range(60):
            matrix = self._bend()
            if not np.isfinite(matrix).all():
                break
            eigenvalues, vectors = np.linalg.eigh(matrix)
            if not eigenvalues[0] > 0:
                break
            if not self._adopt(self.x - vectors @ ((vectors.T @ self.slope) / eigenvalues), strictly=True):
                break
        for decimals in range(3, 13):
            if self._adopt(self.x.round(decimals) + 0.0, strictly=False):
                break

    def _adopt(self, x: Floats, strictly: bool) -> bool:
        """Move to x if ‖∇f‖ is less there; or, not strictly, if neither f nor a slope is more."""
        if hypot(*(x - self.x)) > 0.01 * (1 + hypot(*self.x)):
            return False
        f, slope = self._look(x)
        here, there = hypot(*self.slope), hypot(*slope)
        if not isfinite(f):
            return False
        better = there < here if strictly else f <= self.f and not there > here
        if better:
            self.x, self.f, self.slope = x, f, slope
        return better

    def _around(self) -> tuple[Floats, Floats]:
        """Points on small circles around x, the smallest last, and the values of f there."""
        radii = _RADII[:, None, None] * (1 + hypot(*self.x))
        points = (self.x + radii * self.directions).reshape(-1, len(self.x))
        return points, self.field.over(points)[0]

    def _moves_lower(self) -> bool:
        """Whether a point on the small circles is lower, beyond rounding; if so x moves there and on.

        Along a crease, where the slope points across, this is the only way on.
        """
        moves = 0
        while moves < MOST_MOVES and self._move():
            moves += 1
        return moves > 0

    def _move(self) -> bool:
        points, values = self._around()
        values = np.where(np.isnan(values), np.inf, values)
        best = int(np.argmin(values))
        if not values[best] < self.f - 1e-13 * (1 + abs(self.f)):
            return False
        self.reach = hypot(*(points[best] - self.x))
        self.x = points[best]
        self.f, self.slope = self._look(self.x)
        return True

    def _without_end(self) -> Valley:
        fallen = self._look(self.start)[0] - self.f
        far = hypot(*(self.x - self.start)) > AWAY * (1 + hypot(*self.start)) or not isfinite(self.f)
        return Valley("none", self.x, self.f, hypot(*self.slope), unbounded=far and fallen > AWAY)


def same_place(one: Floats, other: Floats) -> bool:
    """Whether two points found by iteration are one: 10^−4 apart at most, relative beyond 1."""
    return hypot(*(one - other)) <= 1e-4 * (1 + hypot(*one))


def _settled(hessian: Floats, slope: Floats, x: Floats) -> bool:
    """Whether Newton's step is short: where f only levels off (e^x) the slope is small, the step is not."""
    eigenvalues, vectors = np.linalg.eigh(hessian)
    along = vectors.T @ slope
    felt = np.abs(along) > 0
    with np.errstate(divide="ignore", over="ignore"):
        step = along[felt] / eigenvalues[felt]
    return bool((np.abs(step) <= 1e-3 * (1 + hypot(*x))).all())
