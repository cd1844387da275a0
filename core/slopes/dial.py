"""The dial: D_u f for every direction u, as a curve around the point.

With a gradient D_u f = ∇f·u = |∇f| cos(θ − θ_∇) (Stewart, Calculus, §14.6, theorem 15). Without one the curve
is made of the one-sided slopes of f itself, walking away from the point.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from core.expression import Expression
from core.gradient import directional_derivative, gradient_at
from core.quotients import both_sides
from core.slopes.angles import Degrees, bearing, unit
from core.slopes.cuts import straight_cut
from core.slopes.standing import WITHOUT_GRADIENT, standing

Floats = NDArray[np.float64]

EVERY = 3
"""Degrees from one direction to the next; a cosine drawn so is within 0.04 % of its height."""

EVERY_SIDE = 9
"""Without a gradient each slope costs a limit."""


@dataclass(frozen=True, eq=False)
class Dial:
    """D_u f, slope (n,), over the angles (n,) in degrees, 0 … 360; NaN where f has no slope on that way.

    steepest: where D_u f is largest, NaN where ∇f is 0 or missing. level: the two directions with D_u f = 0.
    """

    angles: Floats
    slope: Floats
    steepest: Degrees
    level: tuple[Degrees, ...]
    differentiable: bool

    @property
    def largest(self) -> float:
        """The largest |D_u f|, 0 where there is none."""
        finite = np.abs(self.slope[np.isfinite(self.slope)])
        return float(finite.max(initial=0.0))


def dial(e: Expression, point: Sequence[float]) -> Dial:
    """D_u f around a point of the plane. The steepest direction itself is one of the angles.

    >>> from core.expression import parse
    >>> found = dial(parse("x^2 + y^2", ("x", "y")), (1.0, 1.0))
    >>> round(found.steepest, 9), [round(angle, 9) for angle in found.level]
    (45.0, [135.0, -45.0])
    """
    gradient = gradient_at(e, point)
    if standing(e, point).kind in WITHOUT_GRADIENT:
        return _by_sides(e, point)
    if gradient.magnitude == 0:
        angles = np.arange(0.0, 360.0 + EVERY, EVERY)
        return Dial(angles, np.zeros_like(angles), math.nan, (), True)
    steepest = bearing(gradient.vector.tolist())
    angles = np.arange(0.0, 360.0 + EVERY, EVERY) + steepest
    slope = gradient.magnitude * np.cos(np.radians(angles - steepest))
    return Dial(angles, slope, steepest, tuple(_turned(steepest + turn) for turn in (90.0, -90.0)), True)


def slope_towards(e: Expression, point: Sequence[float], angle: Degrees) -> float:
    """D_u f, or without a gradient the slope on the way that starts in this direction; NaN for none."""
    if standing(e, point).kind not in WITHOUT_GRADIENT:
        return directional_derivative(e, point, unit(angle))
    _, after = both_sides(straight_cut(e, point, angle), (Fraction(0),), 0)
    return after.slope if after.settled else math.nan


def _turned(angle: Degrees) -> Degrees:
    """The same direction with −180 < θ ≤ 180."""
    return angle - 360 if angle > 180 else angle + 360 if angle <= -180 else angle


def _by_sides(e: Expression, point: Sequence[float]) -> Dial:
    """Slopes walking away: each way through the point gives two, one for each end of it."""
    half = np.arange(0.0, 180.0, EVERY_SIDE)
    found = [both_sides(straight_cut(e, point, angle), (Fraction(0),), 0) for angle in half.tolist()]
    ahead = [after.slope if after.settled else math.nan for _, after in found]
    behind = [-before.slope if before.settled else math.nan for before, _ in found]
    slope = np.array([*ahead, *behind, ahead[0]])
    return Dial(np.append(np.concatenate([half, half + 180]), 360.0), slope, math.nan, (), False)
