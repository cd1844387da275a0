"""A point (x(t), y(t)) that moves over z(x, y): where it is, how it moves, and how fast z changes for it.

dz/dt = ∇z · (x′, y′): the gradient where the point is, times its velocity (Stewart, Calculus, §14.5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import hypot, inf, isfinite, isnan

import numpy as np
from numpy.typing import NDArray

from core.computational_graph import Dependencies, dependencies
from core.errors import SettingError
from core.expression import Expression
from core.gradient import gradient_field
from core.jacobian.matrix import NOISE
from core.numbers import number, related, rounded_point
from core.sampling import robust_range
from core.windows import Window, rounded_outward

FloatArray = NDArray[np.float64]

SAMPLES = 601
STOPS = 61
_MARGIN = 0.25
"""Of the path's extent, on each side: room for the arrows."""


@dataclass(frozen=True, eq=False)
class Moving:
    """The point at one t: place (2,), velocity (2,), z and its gradient (2,); NaN where there is none."""

    t: float
    place: FloatArray
    velocity: FloatArray
    value: float
    gradient: FloatArray

    @property
    def terms(self) -> tuple[float, float]:
        """∂z/∂x·x′ and ∂z/∂y·y′, one for each path from z to t."""
        first, second = (self.gradient * self.velocity).tolist()
        return first, second

    @property
    def size(self) -> float:
        """|∂z/∂x·x′| + |∂z/∂y·y′|, which rounding follows."""
        return float(sum(map(abs, self.terms)))

    @property
    def rate(self) -> float:
        """dz/dt = ∇z · (x′, y′); 0 where the two terms leave nothing but rounding."""
        total = sum(self.terms)
        return 0.0 if abs(total) <= NOISE * self.size else total


@dataclass(frozen=True, eq=False)
class Walk:
    """The point at SAMPLES values of t: t, value and rate (k,), place, velocity and gradient (k, 2)."""

    t: FloatArray
    place: FloatArray
    velocity: FloatArray
    value: FloatArray
    gradient: FloatArray

    @cached_property
    def rate(self) -> FloatArray:
        """dz/dt for every t, NaN where it has none."""
        terms = self.gradient * self.velocity
        total, size = terms.sum(axis=1), np.abs(terms).sum(axis=1)
        rates: FloatArray = np.where(np.abs(total) <= NOISE * size, 0.0, total)
        return rates

    @cached_property
    def window(self) -> Window:
        """The piece of the plane that shows the path, with room for the arrows."""
        x, y = (rounded_outward(low - self.room, high + self.room) for low, high in self._ends)
        return Window(x, y)

    @cached_property
    def room(self) -> float:
        """How long an arrow may be that starts on the path and ends inside the window."""
        return _MARGIN * (max(high - low for low, high in self._ends) or 4.0)

    @cached_property
    def _ends(self) -> list[tuple[float, float]]:
        return [robust_range(self.place[:, axis]) for axis in (0, 1)]

    @cached_property
    def heights(self) -> tuple[float, float]:
        """The range of z along the path."""
        low, high = robust_range(self.value)
        return rounded_outward(low, high if high > low else low + 1.0)

    def stop(self, t: float) -> int:
        """The number of the stop, 0 … STOPS − 1, that is nearest to t."""
        return int(np.argmin(np.abs(self.t[:: (SAMPLES - 1) // (STOPS - 1)] - t)))


@dataclass(frozen=True, eq=False)
class PathChain:
    """z(x, y) and the path x(t), y(t); `tree` holds the derivatives of all of them as formulas."""

    z: Expression
    x: Expression
    y: Expression
    tree: Dependencies

    def at(self, t: float) -> Moving:
        """The point at a finite t."""
        (x, along_x), (y, along_y) = (gradient_field(path).at((t,)) for path in (self.x, self.y))
        place, velocity = np.array([x, y]), np.array([along_x[0], along_y[0]])
        value, gradient = gradient_field(self.z).at((x, y))
        return Moving(t, place, velocity, value, gradient)

    def walk(self, low: float, high: float) -> Walk:
        """The point for t from low to high. Raises SettingError ("tlo", "thi") for a range that is none."""
        if not isfinite(low):
            raise SettingError("t has to start at a finite number.", "tlo")
        if not low < high < inf:
            raise SettingError("t has to end at a finite number above its start.", "thi")
        t = np.linspace(low, high, SAMPLES)
        (x, along_x), (y, along_y) = (gradient_field(path).over(t[:, None]) for path in (self.x, self.y))
        place = np.column_stack([x, y])
        value, gradient = gradient_field(self.z).over(place)
        return Walk(t, place, np.column_stack([along_x, along_y]), value, gradient)

    def sentence(self, moving: Moving) -> str:
        """What happens at this t, with the numbers, or what is missing."""
        missing = self._missing(moving)
        if missing:
            return missing
        t, rate = self.tree.variable, moving.rate
        here = f"At {t} = {number(moving.t)} the point is at {_at(moving.place.tolist())}"
        if not hypot(*moving.velocity):
            return f"{here} and stands still for a moment, so dz/d{t} = 0."
        if not hypot(*moving.gradient):
            return f"{here}, where z is level in every direction, so dz/d{t} = 0."
        if rate == 0:
            return f"{here} and moves along the level curve, at a right angle to ∇z, so dz/d{t} = 0."
        return f"{here} and z {'rises' if rate > 0 else 'falls'} there: {related(rate, f'dz/d{t}')}."

    def _missing(self, moving: Moving) -> str:
        when = f"at {self.tree.variable} = {number(moving.t)}"
        for name, place, speed in zip("xy", moving.place.tolist(), moving.velocity.tolist(), strict=True):
            if not isfinite(place):
                return f"{name} has no value {when}."
            if not isfinite(speed):
                return f"{name} has no derivative {when}, so the rule does not apply there."
        where = _at(moving.place.tolist())
        if isnan(moving.value):
            return f"z has no value at {where}, where the point is {when}."
        if not np.isfinite(moving.gradient).all():
            return (
                f"z has no gradient at {where}, where the point is {when}, so the rule does not apply there."
            )
        return ""


@lru_cache(maxsize=64)
def path_chain(z: Expression, x: Expression, y: Expression) -> PathChain:
    """z of two variables along a path, both functions of the same single variable.

    Raises CalculusError where z(x(t), y(t)) is too large a formula.

    >>> from core.expression import parse
    >>> x, y = (parse(text, ("t",)) for text in ("3sin(2t)", "4cos(2t)"))
    >>> path_chain(parse("x^2 - 3x y + 2y^2", ("x", "y")), x, y).at(0.0).rate
    -72.0
    """
    paths = dict(zip(z.variables, (x, y), strict=True))
    return PathChain(z, x, y, dependencies(z, paths))


def _at(place: Sequence[float]) -> str:
    return rounded_point(place, ("x", "y"))
