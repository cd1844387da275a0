"""From a place that float64 found to a certified one: ∇f there in many digits, and the Hessian's eigenvalues.

A place with small denominators is tried first; elsewhere Newton's method in many digits shows whether the
point is regular, because only then the digits double with every round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.critical_points.places import many_digits, simple_fraction
from core.curvature import curvature_field
from core.expression import Expression
from core.expression.precise import context, precise_value
from core.gradient import gradient_field

Floats = NDArray[np.float64]

DIGITS = 60
RESIDUAL = 1e-10
"""The longest ∇f of a certified point, beside 1 and the Hessian there."""

_VANISHES = 45
_SETTLED = 25
"""A Newton step of 10⁻²⁵ leaves an error of about its square."""

_SINGULAR = 20
_ROUNDS = 14
_WATCHED = 4
_SLOWEST = 0.9


@dataclass(frozen=True, eq=False)
class Certified:
    """A place with ∇f = 0: Fractions where it is exact, else mpf; ‖∇f‖ there; eigenvalues (2,) ascending.

    regular: whether the Hessian there is not singular. An eigenvalue that is 0 beside the others is 0.
    """

    place: tuple[Any, Any]
    residual: float
    eigenvalues: Floats
    regular: bool

    @property
    def exact(self) -> bool:
        """Whether the coordinates are known as fractions."""
        return all(isinstance(one, Fraction) for one in self.place)

    @property
    def point(self) -> Floats:
        """The place in float64 (2,)."""
        return np.array([float(one) for one in self.place])


def certified(
    e: Expression, point: Sequence[float], doubt: Sequence[float], scale: float
) -> Certified | None:
    """The critical point near `point`, no farther than `doubt` (2,) in each coordinate; None without one.

    scale: a typical second derivative, beside which eigenvalues are 0.
    """
    work = _Work(e, scale)
    near = [simple_fraction(at, most) for at, most in zip(point, doubt, strict=True)]
    if None not in near and work.vanishes(near):
        return work.judged(near, sure=True)
    return work.newton(point, doubt)


class _Work:
    """∇f and ∇²f of one function in many digits."""

    def __init__(self, e: Expression, scale: float) -> None:
        self.names = e.variables
        self.mp = context(DIGITS)
        self.slopes = gradient_field(e).trees
        (xx, xy), (_, yy) = curvature_field(e).trees
        self.bends = (xx, xy, yy)
        self.scale = self.mp.mpf(scale)

    def values(self, trees: Sequence[Any], place: Sequence[Any]) -> list[Any]:
        at = dict(zip(self.names, place, strict=True))
        return [precise_value(tree, at, DIGITS) for tree in trees]

    def vanishes(self, place: Sequence[Any]) -> bool:
        return all(abs(slope) <= self.mp.mpf(10) ** -_VANISHES for slope in self.values(self.slopes, place))

    def newton(self, point: Sequence[float], doubt: Sequence[float]) -> Certified | None:
        """Newton's method; after some rounds with steps made longer by the order of a multiple root."""
        place = [many_digits(at, self.mp) for at in point]
        lengths: list[Any] = []
        factor = self.mp.mpf(1)
        for _ in range(_ROUNDS):
            step = self._step(place)
            if step is None:
                return None
            place = [at - factor * part for at, part in zip(place, step, strict=True)]
            lengths.append(max(map(abs, step)))
            if any(abs(at - start) > 10 * most for at, start, most in zip(place, point, doubt, strict=True)):
                return None
            if lengths[-1] <= self.mp.mpf(10) ** -_SETTLED * (1 + max(map(abs, place))):
                return self.judged([self._neat(at) for at in place], sure=factor == 1)
            if len(lengths) == _WATCHED:
                ratio = lengths[-1] / lengths[-2]
                if not ratio <= _SLOWEST:
                    return None
                factor = self.mp.nint(1 / (1 - ratio))
        return None

    def _step(self, place: Sequence[Any]) -> list[Any] | None:
        """H⁻¹∇f; nothing to do is a step of 0 where H is singular, None where there is no value."""
        fx, fy = self.values(self.slopes, place)
        a, b, d = self.values(self.bends, place)
        determinant = a * d - b * b
        if not all(map(self.mp.isfinite, (fx, fy, a, b, d))):
            return None
        if fx == fy == 0:
            return [self.mp.zero, self.mp.zero]
        return None if not determinant else [(d * fx - b * fy) / determinant, (a * fy - b * fx) / determinant]

    def _neat(self, at: Any) -> Any:
        """The coordinate as a fraction where it is one of a small denominator to all digits found."""
        near = simple_fraction(float(at), 1e-14)
        if near is None or abs(at - many_digits(near, self.mp)) > self.mp.mpf(10) ** -_SETTLED:
            return at
        return near

    def judged(self, place: Sequence[Any], *, sure: bool) -> Certified | None:
        """The point with its residual and eigenvalues; not regular where Newton's rounds were slow."""
        slope, bend = self.values(self.slopes, place), self.values(self.bends, place)
        if not all(map(self.mp.isfinite, (*slope, *bend))):
            return None
        a, b, d = bend
        middle, gap = (a + d) / 2, self.mp.hypot((a - d) / 2, b)
        large = max(abs(middle - gap), abs(middle + gap))
        zero = max(large, self.scale) * self.mp.mpf(10) ** -_SINGULAR
        values = [one if abs(one) > zero else self.mp.zero for one in (middle - gap, middle + gap)]
        residual = float(self.mp.hypot(*slope))
        if residual > RESIDUAL * max(1.0, float(large)):
            return None
        x, y = place
        return Certified((x, y), residual, np.array([float(one) for one in values]), sure and all(values))
