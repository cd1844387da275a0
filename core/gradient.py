"""The gradient: exact partial derivatives, compiled once per function, and the many-digit check of a slope.

∇f = (∂f/∂x₁, …, ∂f/∂x_d) from SymPy's rules, read back into our tree and run through the same float64 program
as f. Where f has no value or no slope (a corner, a jump, a vertical tangent) the gradient is NaN.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
import sympy
from numpy.typing import ArrayLike

from core.expression.expression import Expression
from core.expression.numeric import FloatArray, Program
from core.expression.symbols import from_sympy, symbol
from core.expression.tree import Node
from core.steps import Check

CHECK_DIGITS = 60
CHECK_STEP = Fraction(1, 10**17)
CHECK_TOLERANCE = 1e-9
"""Relative to a slope above 1, absolute below: what float64 keeps of a slope after ordinary cancellation."""

BORDER_DIGITS = 120
BORDER_STEPS = (Fraction(1, 10**30), Fraction(1, 10**40))
BORDER_TOLERANCE = 1e-12
BORDER_ZERO = 1e-15
"""A slope of x·|x| at 0 comes out as the step itself; so small a slope is 0."""


@dataclass(frozen=True, eq=False)
class Gradient:
    """∇f at one point: vector (d,), its length, and its direction (d,) of length 1 (NaN where ∇f is 0)."""

    vector: FloatArray
    magnitude: float
    direction: FloatArray


@dataclass(frozen=True, eq=False)
class Field:
    """f and its partial derivatives, compiled together.

    partials: one SymPy expression per variable, trees: the same in the language, both in the order of
    `expression.variables`.
    """

    expression: Expression
    partials: tuple[sympy.Expr, ...]
    trees: tuple[Node, ...]
    program: Program

    @property
    def latex(self) -> tuple[str, ...]:
        """LaTeX of each partial derivative."""
        return tuple(sympy.latex(partial) for partial in self.partials)

    def at(self, point: Sequence[float]) -> tuple[float, FloatArray]:
        """(f, ∇f) at one point of d coordinates, ∇f of shape (d,); NaN where there is none. Quick.

        Where f has a value and its formula for a slope has none (a border, x·|x| at 0), the slopes on both
        sides decide; see `slope_across`.
        """
        value, *slopes = self.program.scalar(*point)
        if math.isfinite(value):
            slopes = [
                slope if slope == slope else slope_across(self.expression, point, axis)
                for axis, slope in enumerate(slopes)
            ]
        elif value != value:
            slopes = [math.nan] * len(slopes)
        return value, np.array(slopes)

    def over(self, points: ArrayLike) -> tuple[FloatArray, FloatArray]:
        """(f, ∇f) at points (n, d): shapes (n,) and (n, d). Slopes on borders stay NaN here."""
        columns = np.asarray(points, dtype=np.float64).T
        value, *slopes = self.program(*columns)
        gradient = np.stack(slopes, axis=1)
        gradient[np.isnan(value)] = math.nan
        return value, gradient


@lru_cache(maxsize=256)
def gradient_field(expression: Expression) -> Field:
    """The field of a function, made once per function."""
    partials = tuple(expression.sympy.diff(symbol(name)) for name in expression.variables)
    trees = tuple(from_sympy(partial) for partial in partials)
    return Field(expression, partials, trees, Program((expression.tree, *trees), expression.variables))


def gradient_at(expression: Expression, point: Sequence[float]) -> Gradient:
    """∇f at a point; NaN, and no error, where there is none."""
    _, vector = gradient_field(expression).at(point)
    magnitude = math.hypot(*vector)
    direction = vector / magnitude if magnitude else np.full_like(vector, math.nan)
    return Gradient(vector, magnitude, direction)


def slope_across(expression: Expression, point: Sequence[float], axis: int) -> float:
    """∂f/∂x_axis where the formula has no value: the common slope of both sides, NaN if they have none.

    The quotients (f(x ± h) − f(x))/(±h) for h = 10^−30 and 10^−40, in 120 digits, must all agree to 10^−12:
    they do on a smooth border and at x·|x|, not at a corner, a jump, an oscillation or a vertical tangent.
    """
    quotients = [
        quotient
        for step in BORDER_STEPS
        for quotient in _quotients(expression, _place(point), axis, step, BORDER_DIGITS)
    ]
    if not _agree(quotients, BORDER_TOLERANCE):
        return math.nan
    return quotients[-1] if abs(quotients[-1]) > BORDER_ZERO else 0.0


def slope_check(expression: Expression, point: Sequence[float]) -> Check:
    """∇f at a point against difference quotients of f in 60 digits (h = 10^−17), from the left and the right.

    The second way uses the typed tree and mpmath alone. The check does not hold, and says why, where f has no
    value at or beside the point, or where the slopes of the two sides differ.
    """
    _, gradient = gradient_field(expression).at(point)
    place = _place(point)
    sides = np.array(
        [_quotients(expression, place, axis, CHECK_STEP, CHECK_DIGITS) for axis in range(len(place))]
    )
    middle = sides.mean(axis=1)
    return Check(
        compared=_compared(expression, place, sides),
        shown=_shown(gradient),
        second=_shown(middle),
        difference=float(np.max(np.abs(sides - gradient[:, np.newaxis]))),
        tolerance=CHECK_TOLERANCE * max(1.0, *(abs(slope) for slope in middle)),
    )


def _place(point: Sequence[float]) -> tuple[Fraction, ...]:
    """The point as decimals on the screen: the corner of |x − 1/10| is met at 0.1, not 5·10^−18 beside it."""
    if not all(map(math.isfinite, point)):
        raise ValueError(f"a slope needs a point of finite coordinates, not {tuple(point)}")
    return tuple(Fraction(repr(float(coordinate))) for coordinate in point)


def _quotients(
    expression: Expression, place: Sequence[Fraction], axis: int, step: Fraction, digits: int
) -> tuple[float, float]:
    """(f(x) − f(x−h))/h and (f(x+h) − f(x))/h along one axis, NaN where a value is missing."""

    def value(offset: Fraction) -> Any:
        moved = (at + offset if i == axis else at for i, at in enumerate(place))
        return expression.precise(*moved, digits=digits)

    before, here, after = value(-step), value(Fraction(0)), value(step)
    count = step.denominator
    return float((here - before) * count), float((after - here) * count)


def _agree(slopes: Sequence[float], tolerance: float) -> bool:
    """Whether all are finite and within the tolerance of each other, relative above 1 and absolute below."""
    if not all(map(math.isfinite, slopes)):
        return False
    return max(slopes) - min(slopes) <= tolerance * max(1.0, *map(abs, slopes))


def _compared(expression: Expression, place: Sequence[Fraction], sides: FloatArray) -> str:
    for axis, (name, (left, right)) in enumerate(zip(expression.variables, sides, strict=True)):
        if math.isnan(left) or math.isnan(right):
            return f"Along {name} there is no slope: the function lacks a value at the point or beside it."
        nearer = _quotients(expression, place, axis, BORDER_STEPS[0], BORDER_DIGITS)
        if not (_agree((left, nearer[0]), CHECK_TOLERANCE) and _agree((right, nearer[1]), CHECK_TOLERANCE)):
            return f"Along {name} there is no slope: the difference quotients do not settle."
        if not _agree((left, right), CHECK_TOLERANCE):
            both = f"{_number(left)} from the left and {_number(right)} from the right"
            return f"Along {name} the slope is {both}."
    return (
        "The rules of differentiation against difference quotients of the function from both sides, "
        f"h = 10^−17 in {CHECK_DIGITS} digits."
    )


def _shown(vector: FloatArray) -> str:
    numbers = ", ".join(map(_number, vector))
    return numbers if len(vector) == 1 else f"({numbers})"


def _number(value: float) -> str:
    return "undefined" if value != value else f"{value:.12g}".replace("-", "−")
