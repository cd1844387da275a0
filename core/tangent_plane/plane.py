"""The tangent plane z = f(p) + f_x(p)·(x − a) + f_y(p)·(y − b) at p = (a, b), or why there is none."""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

from core.expression import Expression
from core.gradient import gradient_field
from core.numbers import LARGEST, number
from core.sampling.polyline import FloatArray
from core.slopes.standing import WITHOUT_GRADIENT, standing

Pair = tuple[float, float]


@dataclass(frozen=True)
class TangentPlane:
    """The plane that touches f at `point` (a, b): its height there, f(a, b), and its slopes (f_x, f_y).

    `exists` is false where f has none; `sentence` says what the plane does, or why there is none.
    """

    expression: Expression
    point: Pair
    height: float
    slopes: Pair
    exists: bool
    sentence: str

    def __call__(self, x: FloatArray, y: FloatArray) -> FloatArray:
        """The plane's height over (x, y), arrays of one shape; NaN where there is no plane."""
        (a, b), (along_x, along_y) = self.point, self.slopes
        height = self.height if self.exists else math.nan
        return height + along_x * (x - a) + along_y * (y - b)

    @property
    def level(self) -> bool:
        """Whether the plane is parallel to the floor: ∇f = 0."""
        return self.exists and self.slopes == (0.0, 0.0)

    @cached_property
    def constant(self) -> float:
        """The plane's height over the origin, the c of z = f_x·x + f_y·y + c."""
        (a, b), (along_x, along_y) = self.point, self.slopes
        return math.fsum((self.height, -along_x * a, -along_y * b))


@lru_cache(maxsize=256)
def tangent_plane(e: Expression, point: Pair) -> TangentPlane:
    """The tangent plane of a function of two variables at a point of finite coordinates.

    >>> from core.expression import parse
    >>> plane = tangent_plane(parse("x^2 + y^2", ("x", "y")), (2.0, 3.0))
    >>> plane.height, plane.slopes, plane.constant
    (13.0, (4.0, 6.0), -13.0)
    """
    height, gradient = gradient_field(e).at(point)
    along_x, along_y = (gradient + 0.0).tolist()  # −0 would be written with its sign
    slopes = (along_x, along_y)
    why_not = _why_none(e, point, height)
    return TangentPlane(e, point, height, slopes, not why_not, why_not or _lie(slopes, height))


def _why_none(e: Expression, point: Pair, height: float) -> str:
    """Why f has no tangent plane at the point; "" where it has one."""
    here = standing(e, point)
    if here.kind in WITHOUT_GRADIENT:
        return f"{here.sentence} There is no tangent plane."
    if math.isinf(height):
        return f"At {here.place} f is beyond {LARGEST}: there is no height to lay a plane at."
    return ""


def _lie(slopes: Pair, height: float) -> str:
    """How the plane lies in space."""
    if slopes == (0.0, 0.0):
        return f"Both slopes are 0: the tangent plane is level, z = {number(height)}."
    along_x, along_y = (
        f"{'rises' if slope > 0 else 'falls'} by {number(abs(slope))} per unit" if slope else "is level"
        for slope in slopes
    )
    return f"Along x the tangent plane {along_x}, along y it {along_y}."
