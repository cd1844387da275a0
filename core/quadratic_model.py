"""The quadratic model of f at a point: q(p + s) = f(p) + ∇f(p)·s + ½ sᵀ∇²f(p)s, and how far to trust it.

The second-order Taylor polynomial (Nocedal and Wright, Numerical Optimization, §2.1): its error grows like
the cube of the distance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import cos, inf, isfinite, sin
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.curvature import curvature_field
from core.expression import Expression
from core.expression.precise import context
from core.gradient import gradient_field
from core.numbers import number
from core.sampling.contours import LevelCurves, Window, level_curves
from core.steps import Check

Floats = NDArray[np.float64]

PART = 0.1
"""The model is trusted while its error is at most this part of the largest change it has promised so far."""

SAMPLES = 400
DIRECTIONS = 72
DIGITS = 60

_HALVINGS = 45
_CLOSE = Fraction(1, 10**4)
_LIKE_A_CUBE = 0.02


@dataclass(frozen=True, eq=False)
class QuadraticModel:
    """q at a point (2,): f there, ∇f (2,) and ∇²f (2, 2)."""

    point: Floats
    value: float
    gradient: Floats
    matrix: Floats

    def __call__(self, x: ArrayLike, y: ArrayLike) -> Floats:
        """q at (x, y), arrays that broadcast; a surface like f."""
        u, v = (
            np.asarray(x, dtype=np.float64) - self.point[0],
            np.asarray(y, dtype=np.float64) - self.point[1],
        )
        (a, b), (_, d) = self.matrix
        linear = self.gradient[0] * u + self.gradient[1] * v
        model: Floats = self.value + linear + 0.5 * (a * u * u + 2 * b * u * v + d * v * v)
        return model

    def levels(self, window: Window, like: LevelCurves) -> LevelCurves:
        """The level curves of q in a window, at every other level of f's own: more would hide those."""
        return level_curves(self, window, levels=np.unique(like.level)[::2])


@dataclass(frozen=True, eq=False)
class Ray:
    """f and q from the point outward: distance, f, q (n,) and the error's `part` of the promised change (n,).

    trusted: the distance at which the part passes 10 %, ∞ where it never does up to the end. ends: whether f
    has no value there, which is where trust ends too.
    """

    direction: Floats
    distance: Floats
    f: Floats
    model: Floats
    part: Floats
    trusted: float
    ends: bool
    check: Check | None

    @property
    def sentence(self) -> str:
        """How far the model holds this way, for a person."""
        percent = f"{number(100 * PART)} %"
        if self.trusted == 0:
            return "The model promises no change this way: all that f does along it is error."
        if self.ends:
            return f"The model can be trusted up to the edge of f's domain, {number(self.trusted, 4)} away."
        if not isfinite(self.trusted):
            far = number(float(self.distance[-1]), 4)
            return f"As far as {far} this way the error stays below {percent} of the change promised."
        return (
            f"At a distance of {number(self.trusted, 4)} the error passes {percent} of the change promised."
        )


def quadratic_model(e: Expression, point: Sequence[float]) -> QuadraticModel | None:
    """The model of a function of x and y at a point; None where f, ∇f or ∇²f does not exist.

    >>> from core.expression import parse
    >>> model = quadratic_model(parse("cos(x) + y^2", ("x", "y")), (0.0, 1.0))
    >>> float(model(0.5, 2.0))
    4.875
    """
    value, gradient = gradient_field(e).at(point)
    matrix = curvature_field(e).at(point)
    if not (isfinite(value) and np.isfinite(gradient).all() and np.isfinite(matrix).all()):
        return None
    return QuadraticModel(np.array(point, dtype=np.float64), value, gradient, matrix)


def error_along(e: Expression, model: QuadraticModel, angle: float, reach: float) -> Ray:
    """How f leaves its model along a ray of this angle (radians), up to a distance `reach` > 0."""
    way = np.array([cos(angle), sin(angle)]).round(15) + 0.0
    distance = np.linspace(0.0, reach, SAMPLES + 1)
    places = model.point + distance[:, None] * way
    f, q = e(*places.T), model(*places.T)
    promised = np.maximum.accumulate(np.abs(q - model.value))
    part = _part(np.abs(f - q), promised)
    if not promised.any():
        return Ray(way, distance, f, q, part, 0.0, False, None)
    low, high = _first_beyond(e, model, way, distance, part)
    ends = isfinite(high) and not isfinite(float(e(*(model.point + high * way))))
    trusted = 0.0 if high <= 1e-9 * reach else low
    check = None if ends or not 0 < trusted < inf else _distance_check(e, model, way, (low, high))
    return Ray(way, distance, f, q, part, trusted, ends, check)


def trusted_outline(e: Expression, model: QuadraticModel, reach: float) -> Floats:
    """The places (73, 2) all around at which trust ends, a closed polygon; none farther than `reach`."""
    angles = np.linspace(0.0, 2 * np.pi, DIRECTIONS + 1)
    ways = np.column_stack([np.cos(angles), np.sin(angles)])
    distance = np.linspace(0.0, reach, SAMPLES + 1)
    places = model.point + distance[:, None, None] * ways
    f, q = e(places[..., 0], places[..., 1]), model(places[..., 0], places[..., 1])
    promised = np.maximum.accumulate(np.abs(q - model.value), axis=0)
    within = _part(np.abs(f - q), promised) <= PART
    steps = np.where(within.all(axis=0), SAMPLES, np.argmin(within, axis=0) - 1).clip(0)
    outline: Floats = model.point + distance[steps][:, None] * ways
    return outline


def model_check(e: Expression, model: QuadraticModel) -> Check:
    """The error beside the point in many digits: at half the distance it has to be an eighth, or less.

    f is the typed tree in mpmath; a wrong slope would leave a half, a wrong curvature a quarter.
    """
    errors = [_exact_error(e, model, _CLOSE / k, (Fraction(3, 5), Fraction(4, 5))) for k in (1, 2)]
    # what the rounding of ∇f and ∇²f to float64 alone makes of it
    floor = 1e-19 * max(1.0, float(np.abs(model.gradient).max()), float(np.abs(model.matrix).max()))
    ratio = 0.0 if abs(errors[0]) <= floor else float(errors[1] / errors[0])
    return Check(
        compared="The model's error at a distance of 10⁻⁴ and at half of it, along (3/5, 4/5), in "
        f"{DIGITS} digits: their quotient is at most 1/8.",
        shown="1/8" if ratio else "0, the model is exact",
        second=number(ratio, 6),
        difference=max(0.0, ratio - 1 / 8),
        tolerance=_LIKE_A_CUBE,
    )


def _part(error: Floats, promised: Floats) -> Floats:
    """error / promised; 0 where both are only rounding."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(error <= 1e-12 * np.maximum(promised, 1e-300) + 1e-15, 0.0, error / promised)


def _first_beyond(
    e: Expression, model: QuadraticModel, way: Floats, distance: Floats, part: Floats
) -> tuple[float, float]:
    """The last distance at which the part is at most 10 % and the first beyond; (∞, ∞) without one."""
    beyond = ~(part <= PART)
    if not beyond.any():
        return inf, inf
    k = int(np.argmax(beyond))
    low, high = float(distance[max(k - 1, 0)]), float(distance[k])
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _part_at(e, model, way, middle) <= PART:
            low = middle
        else:
            high = middle
    return low, high


def _part_at(e: Expression, model: QuadraticModel, way: Floats, distance: float) -> float:
    place = model.point + distance * way
    error = np.abs(e(*place) - model(*place))
    return float(_part(error, np.asarray(_promised(model, way, distance))))


def _promised(model: QuadraticModel, way: Floats, distance: float) -> float:
    """The largest |q − f(p)| up to the distance: at its end, or where q turns."""
    slope, bend = float(model.gradient @ way), float(way @ model.matrix @ way)
    turn = -slope / bend if bend else inf
    ends = [distance, turn] if 0 < turn < distance else [distance]
    return max(abs(slope * t + bend * t * t / 2) for t in ends)


def _distance_check(e: Expression, model: QuadraticModel, way: Floats, ends: tuple[float, float]) -> Check:
    """The part on both sides of the distance again, with f in many digits."""
    x, y = (Fraction(float(at)) for at in way)
    errors = [abs(_exact_error(e, model, Fraction(end), (x, y))) for end in ends]
    before, after = (
        float(error / context(DIGITS).mpf(_promised(model, way, end)))
        for error, end in zip(errors, ends, strict=True)
    )
    return Check(
        compared=f"The error on both sides of that distance beside the change promised, with f in {DIGITS} "
        "digits: 10 % lies between.",
        shown=f"{number(100 * PART)} %",
        second=f"{number(100 * before, 8)} % and {number(100 * after, 8)} %",
        difference=max(0.0, before - PART, PART - after),
        tolerance=1e-6,
    )


def _exact_error(e: Expression, model: QuadraticModel, distance: Fraction, way: Sequence[Fraction]) -> Any:
    """f − q at a distance along a direction, f − f(p) from the tree in many digits."""
    mp = context(DIGITS)
    p, s = [Fraction(float(at)) for at in model.point], [distance * one for one in way]
    rise = e.precise(p[0] + s[0], p[1] + s[1], digits=DIGITS) - e.precise(*p, digits=DIGITS)
    g, (a, b, _, d) = (
        [Fraction(at) for at in part.ravel().tolist()] for part in (model.gradient, model.matrix)
    )
    promised = g[0] * s[0] + g[1] * s[1] + (a * s[0] ** 2 + 2 * b * s[0] * s[1] + d * s[1] ** 2) / 2
    return rise - mp.mpf(promised.numerator) / promised.denominator
