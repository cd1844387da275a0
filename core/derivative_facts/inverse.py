"""Inverse functions: g(f(x)) = x, so g′(y) = 1/f′(g(y)): at mirrored points the slopes are m and 1/m.

The theorem on inverse functions (Spivak, Calculus, ch. 12) needs f one-to-one on its domain and f′ ≠ 0 there.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.dual.rules import put
from core.errors import SettingError
from core.expression import Expression, parse
from core.expression.latex import latex
from core.expression.symbols import from_sympy, to_sympy
from core.expression.tree import Node, Variable
from core.gradient import gradient_field
from core.limiting.neighbourhood import as_point
from core.numbers import is_whole, number, number_latex
from core.quotients import central
from core.steps import Check, Step

PLACES = 80
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class InversePair:
    """f and its inverse g, as texts of x, on low < x < high where f is one-to-one.

    `window` is the range of both axes that shows the pair and its mirror line.
    """

    name: str
    f: str
    g: str
    low: float
    high: float
    window: tuple[float, float]
    at: float


PAIRS = (
    InversePair("square and root", "x^2", "sqrt(x)", 0.0, math.inf, (-0.5, 4.5), 1.5),
    InversePair("exponential and logarithm", "e^x", "log(x)", -math.inf, math.inf, (-4.0, 4.0), 0.5),
    InversePair("cube and cube root", "x^3", "cbrt(x)", -math.inf, math.inf, (-2.5, 2.5), 1.0),
    InversePair("sine and arcsine", "sin(x)", "asin(x)", -math.pi / 2, math.pi / 2, (-2.0, 2.0), 1.0),
    InversePair("tangent and arctangent", "tan(x)", "atan(x)", -math.pi / 2, math.pi / 2, (-4.0, 4.0), 1.0),
    InversePair("sigmoid and logit", "sigmoid(x)", "log(x/(1 - x))", -math.inf, math.inf, (-4.0, 4.0), 1.0),
)


@dataclass(frozen=True)
class Mirrored:
    """(x, y) on f with its slope, and (y, x) on g with the reciprocal; ±∞ where a tangent stands upright."""

    x: float
    y: float
    slope: float
    inverse_slope: float


def mirrored(pair: InversePair, x: float) -> Mirrored:
    """Both points and both slopes; raises SettingError("x0") for an x outside the domain of the pair.

    >>> mirrored(PAIRS[0], 3.0)
    Mirrored(x=3.0, y=9.0, slope=6.0, inverse_slope=0.16666666666666666)
    """
    if not pair.low <= x <= pair.high or not math.isfinite(x):
        raise SettingError(f"For {pair.name} x has to lie {_between(pair)}.", "x0")
    value, (slope,) = gradient_field(parse(pair.f)).at((x,))
    # At the edge of its half f still has a slope as a whole: 2x at 0.
    return Mirrored(x, value, float(slope), math.inf if slope == 0 else 1 / float(slope))


def mirrored_points(pair: InversePair, x0: float) -> tuple[Mirrored, ...]:
    """Points all along the part of f that its window shows, ascending in x, x0 among them if it can be."""
    low, high = max(pair.low, pair.window[0]), min(pair.high, pair.window[1])
    places = [low + (high - low) * k / PLACES for k in range(PLACES + 1)]
    nearest = min(range(PLACES + 1), key=lambda k: abs(places[k] - x0))
    if low <= x0 <= high:
        places[nearest] = x0
    points = (mirrored(pair, x) for x in places)
    bottom, top = pair.window
    return tuple(point for point in points if bottom <= point.y <= top and math.isfinite(point.slope))


def nearest(points: Sequence[Mirrored], x0: float) -> int:
    """The number of the point that lies nearest to x0."""
    return min(range(len(points)), key=lambda k: abs(points[k].x - x0))


def inverse_steps(pair: InversePair, x: float) -> tuple[Step, ...]:
    """From g(f(x)) = x to g′(y) = 1/f′(g(y)), and the numbers at x."""
    f, g = parse(pair.f), parse(pair.g)
    point = mirrored(pair, x)
    slope = gradient_field(f).trees[0]
    in_y: dict[str, Node] = {"x": Variable("y")}
    inside, at_inverse = put(g.tree, in_y), put(slope, {"x": put(g.tree, in_y)})
    m, y = number_latex(point.slope), number_latex(point.y)
    return (
        Step(
            "One undoes the other",
            rf"g(f(x)) = x, \qquad f(x) = {f.latex}, \qquad g(y) = {latex(inside)}",
            "g takes every value of f back to where it came from.",
            _round_trip(f, g, point),
        ),
        Step(
            "Differentiate both sides",
            r"g'(f(x)) \cdot f'(x) = 1",
            "The chain rule on the left, the identity on the right.",
        ),
        Step(
            "Solve for g′",
            rf"g'(y) = \frac{{1}}{{f'(g(y))}} = \frac{{1}}{{{latex(at_inverse)}}}" + _worked_out(at_inverse),
            "f′ is taken at x = g(y), the point that y came from, and not at y itself.",
            _formula_check(at_inverse, g, point),
        ),
        Step(
            "The numbers",
            rf"f'({number_latex(x)}) {_equals(point.slope)} {m} \quad\Rightarrow\quad "
            + _reciprocal(point, m, y),
            _meaning(point),
            _slope_check(g, point),
        ),
    )


def _worked_out(at_inverse: Node) -> str:
    """The same worked out, where that is shorter: e^{log y} is y."""
    symbols = 1 / to_sympy(at_inverse)
    shorter = latex(from_sympy(symbols))
    return f" = {shorter}" if len(shorter) < len(latex(at_inverse)) else ""


def _reciprocal(point: Mirrored, m: str, y: str) -> str:
    if point.slope == 0:
        return rf"g'({y}) \text{{ does not exist}}"
    return rf"g'({y}) = \frac{{1}}{{{m}}} {_equals(point.inverse_slope)} {number_latex(point.inverse_slope)}"


def _equals(value: float) -> str:
    return "=" if is_whole(value) else r"\approx"


def _between(pair: InversePair) -> str:
    if math.isinf(pair.high):
        return f"at {number(pair.low)} or above" if math.isfinite(pair.low) else "at a finite place"
    return f"between {number(pair.low)} and {number(pair.high)}"


def _meaning(point: Mirrored) -> str:
    if point.slope == 0:
        return "Where f is level its mirror image stands upright: 1/0 has no value, and g has no slope there."
    return "Mirrored at the line y = x, run and rise change places: the slope m becomes 1/m."


def _round_trip(f: Expression, g: Expression, point: Mirrored) -> Check:
    back = float(g.precise(f.precise(as_point(point.x))))
    return Check(
        f"x itself, and g(f(x)) in many digits at x = {number(point.x)}.",
        number(point.x, 12),
        number(back, 12),
        abs(back - point.x),
        _TOLERANCE * max(1.0, abs(point.x)),
    )


def _formula_check(at_inverse: Node, g: Expression, point: Mirrored) -> Check | None:
    """1/f′(g(y)) against the derivative of g by the rules."""
    if point.slope == 0:
        return None
    below = Expression.of_tree(at_inverse, ("y",)).precise(_exact(point.y))
    _, (by_rules,) = gradient_field(g).at((point.y,))
    formula = float(1 / below)
    return _against("The formula against the rules applied to g itself", formula, float(by_rules), point)


def _slope_check(g: Expression, point: Mirrored) -> Check | None:
    """1/m against the difference quotient of g."""
    if point.slope == 0:
        return None
    quotient = float(central(g, (_exact(point.y),), 0))
    return _against("1/m against the difference quotient of g", point.inverse_slope, quotient, point)


def _against(what: str, shown: float, second: float, point: Mirrored) -> Check:
    tolerance = _TOLERANCE * max(1.0, abs(shown))
    return Check(
        f"{what}, at y = {number(point.y)}.",
        number(shown, 12),
        number(second, 12),
        abs(shown - second),
        tolerance,
    )


def _exact(value: float) -> Fraction:
    return Fraction(repr(value))
