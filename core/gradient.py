"""The gradient: exact partial derivatives, compiled once per function, and the many-digit check of a slope.

∇f = (∂f/∂x₁, …, ∂f/∂x_d) from SymPy's rules, read back into our tree and run through the same float64 program
as f. Where f has no value or no slope (a corner, a jump, a vertical tangent) the gradient is NaN.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
import sympy
from numpy.typing import ArrayLike

from core.expression.expression import Expression
from core.expression.latex import latex
from core.expression.numeric import FloatArray, Program
from core.expression.symbols import from_sympy, symbol
from core.expression.tree import Node
from core.numbers import number
from core.quotients import DIGITS, SPACING_TEXT, Side, agree, both_sides
from core.steps import Check

Sides = tuple[Side, Side]

SHOWN_DIGITS = 12
CHECK_TOLERANCE = 1e-9
"""Relative to a slope above 1, absolute below: what float64 keeps of a slope after ordinary cancellation."""

BORDER_ZERO = 1e-15
"""A slope of |x|^1.5 at 0 comes out as a power of h; so small a slope is 0."""


@dataclass(frozen=True, eq=False)
class Gradient:
    """∇f at one point: vector (d,), its length, and its direction (d,) of length 1 (NaN for 0 and ∞)."""

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
        return tuple(map(latex, self.trees))

    def at(self, point: Sequence[float]) -> tuple[float, FloatArray]:
        """(f, ∇f) at one point of d coordinates, ∇f of shape (d,); NaN where there is none. Quick.

        Where f has a value and its formula for a slope has none (a border, x·|x| at 0), the slopes on both
        sides decide; see `slope_across`.
        """
        value, *slopes = self.program.scalar(*point)
        if all(map(math.isfinite, (value, *point))):
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
    direction = vector / magnitude if 0 < magnitude < math.inf else np.full_like(vector, math.nan)
    return Gradient(vector, magnitude, direction)


def directional_derivative(
    expression: Expression, point: Sequence[float], direction: Sequence[float]
) -> float:
    """D_u f = ∇f·u with u = v/|v|: the slope of f on the way v (d,) from a point (d,).

    v need not have length 1. NaN where there is no gradient. Raises ValueError for a direction without a
    length. The formula needs f to be differentiable (Stewart, Calculus, §14.6); `core.slopes.standing` says
    where it is not.

    >>> from core.expression import parse
    >>> directional_derivative(parse("x^2 + y^2", ("x", "y")), (2, 3), (3, 4))
    7.2
    """
    length = math.hypot(*direction)
    if not (0 < length < math.inf):
        raise ValueError(f"a direction needs a length, {tuple(direction)} has none")
    _, vector = gradient_field(expression).at(point)
    return float(sum(slope * part for slope, part in zip(vector.tolist(), direction, strict=True)) / length)


def slope_across(expression: Expression, point: Sequence[float], axis: int) -> float:
    """∂f/∂x_axis where the formula has no value: the common slope of both sides, NaN if they have none.

    The quotients of both sides and two spacings must all agree to 10^−12: they do on a smooth border and at
    x·|x|, not at a corner, a jump, an oscillation or a vertical tangent.
    """
    return _common(both_sides(expression, _place(point), axis))


def slope_check(expression: Expression, point: Sequence[float]) -> Check:
    """∇f at a point against difference quotients of f in many digits, from the left and from the right.

    At the edge of the domain the side that exists decides. Where neither way finds a slope, because f has no
    value or the sides differ or do not settle, the two agree, and `compared` says why there is none.
    """
    _, gradient = gradient_field(expression).at(point)
    place = _place(point)
    sides = [both_sides(expression, place, axis) for axis in range(len(place))]
    sizes = [abs(side.slope) for pair in sides for side in pair if side.settled and math.isfinite(side.slope)]
    return Check(
        compared=_compared(expression.variables, sides),
        shown=_shown([number(slope, SHOWN_DIGITS) for slope in gradient.tolist()]),
        second=_shown([_found(pair) for pair in sides]),
        difference=max(_gap(slope, pair) for slope, pair in zip(gradient.tolist(), sides, strict=True)),
        tolerance=CHECK_TOLERANCE * max([1.0, *sizes]),
    )


def _place(point: Sequence[float]) -> tuple[Fraction, ...]:
    """The point as decimals on the screen: the corner of |x − 1/10| is met at 0.1, not 5·10^−18 beside it."""
    if not all(map(math.isfinite, point)):
        raise ValueError(f"a slope needs a point of finite coordinates, not {tuple(point)}")
    return tuple(Fraction(repr(float(coordinate))) for coordinate in point)


def _common(sides: Sides) -> float:
    """The slope that both sides share, else NaN."""
    left, right = sides
    if not (left.settled and right.settled and agree((left.slope, right.slope))) or math.isinf(left.slope):
        return math.nan
    return right.slope if abs(right.slope) > BORDER_ZERO else 0.0


def _gap(slope: float, sides: Sides) -> float:
    """How far the slope is from those of the sides; 0 where both ways find none, ∞ where only one does."""
    if math.isnan(slope):
        return 0.0 if math.isnan(_common(sides)) else math.inf
    existing = [side.slope for side in sides if not math.isnan(side.slope)]
    return max((0.0 if side == slope else abs(slope - side) for side in existing), default=math.inf)


def _compared(names: Sequence[str], sides: Sequence[Sides]) -> str:
    edges = ""
    for name, (left, right) in zip(names, sides, strict=True):
        missing = [math.isnan(side.slope) for side in (left, right)]
        if all(missing) or (any(missing) and not (left.settled or right.settled)):
            return f"Along {name} there is no slope: the function lacks a value at the point or beside it."
        if any(missing):
            edges += f" Along {name} the function has values on the {'right' if missing[0] else 'left'} only."
        elif not (left.settled and right.settled):
            return f"Along {name} there is no slope: the difference quotients do not settle."
        elif not agree((left.slope, right.slope), CHECK_TOLERANCE):
            both = f"{_side(left)} from the left and {_side(right)} from the right"
            return f"Along {name} the slope is {both}."
    return (
        "The rules of differentiation against difference quotients of the function from both sides, "
        f"{SPACING_TEXT} in {DIGITS} digits.{edges}"
    )


def _found(sides: Sides) -> str:
    """One number, or what was found on the left and on the right."""
    left, right = sides
    if math.isnan(left.slope) and math.isnan(right.slope):
        return number(math.nan)
    if agree((left.slope, right.slope), CHECK_TOLERANCE) and left.settled and right.settled:
        return _side(right)
    return f"{_side(left)} | {_side(right)}"


def _side(side: Side) -> str:
    if math.isnan(side.slope):
        return "no value"
    return number(side.slope, SHOWN_DIGITS) if side.settled else "no limit"


def _shown(numbers: Sequence[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"({', '.join(numbers)})"
