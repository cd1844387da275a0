"""The mixed second derivatives on the blackboard: two orders, one answer, and what it is not."""

import math
from collections.abc import Sequence
from functools import lru_cache

from core.derivation import Derivation, differentiate
from core.expression import Expression, parse
from core.gradient import gradient_at
from core.numbers import number_latex
from core.slopes.blackboard.checks import compare, mixed_quotient
from core.slopes.blackboard.writing import equals, partial_name, place
from core.slopes.standing import WITHOUT_GRADIENT, standing
from core.steps import Step
from core.substitution import formula_latex

CLAIRAUT = "{x^2 + y^2 = 0: 0, x y (x^2 - y^2)/(x^2 + y^2)}"
"""Both mixed derivatives exist at (0, 0) and differ: −1 and 1 (Peano; Apostol, Mathematical Analysis)."""


def mixed_steps(e: Expression, point: Sequence[float]) -> tuple[Step, ...]:
    """∂²f/∂y∂x and ∂²f/∂x∂y of a function of two variables: derived, compared, and not the sum f_x + f_y."""
    if standing(e, point).kind in WITHOUT_GRADIENT:
        why = "A second derivative is the slope of a first one, and here f has no gradient to start from."
        return (Step("No second derivatives", r"\nabla f \text{ is missing here}", why),)
    return (_order(e, point, 0, 1), _order(e, point, 1, 0), _equal(e, point), _not_the_sum(e, point))


def clairaut_steps() -> tuple[Step, ...]:
    """xy(x² − y²)/(x² + y²), 0 at the origin: there the order matters."""
    e, origin = counterexample(), (0.0, 0.0)
    x_first, y_first = (mixed_value(e, origin, *order) for order in ((0, 1), (1, 0)))
    function = Step(
        "Where the order matters",
        rf"f(x, y) = {e.latex}",
        "f and its first partial derivatives are continuous everywhere, the mixed ones not at the origin.",
    )
    found = Step(
        "At the origin the two differ",
        rf"{partial_name('y', 'x')}(0, 0) = {number_latex(x_first)}, \qquad "
        rf"{partial_name('x', 'y')}(0, 0) = {number_latex(y_first)}",
        "f_x(0, y) = −y and f_y(x, 0) = x: their slopes are −1 and 1. Clairaut's theorem asks for "
        "continuity, and here it is missing.",
        compare("The slope of f_x along y, from its formula at y = 10⁻⁶.", x_first, _on_the_axis(e)),
    )
    return (function, found)


@lru_cache(maxsize=1)
def counterexample() -> Expression:
    """The function of `clairaut_steps`."""
    return parse(CLAIRAUT, ("x", "y"))


def mixed_value(e: Expression, point: Sequence[float], first: int, then: int) -> float:
    """∂/∂x_then (∂f/∂x_first) at a point: by the rules, else as a quotient of quotients; NaN for none."""
    value = float(_second(e, first, then).formula(*point))
    return mixed_quotient(e, point, first, then) if math.isnan(value) else value


def _second(e: Expression, first: int, then: int) -> Derivation:
    return differentiate(differentiate(e, e.variables[first]).formula, e.variables[then])


def _on_the_axis(e: Expression) -> float:
    """f_x(0, y)/y at y = 10⁻⁶."""
    away = 1e-6
    return float(gradient_at(e, (0.0, away)).vector[0]) / away


def _order(e: Expression, point: Sequence[float], first: int, then: int) -> Step:
    """First along one variable, then along the other."""
    one, other = e.variables[first], e.variables[then]
    before, after = differentiate(e, one), _second(e, first, then)
    value = mixed_value(e, point, first, then)
    lines = [
        rf"{partial_name(one)} &= {before.formula.latex}",
        rf"{partial_name(other, one)} = \frac{{\partial}}{{\partial {other}}} {partial_name(one)} "
        rf"&= {formula_latex(after.formula.tree)}",
        rf"{partial_name(other, one)}{place(point)} &{equals(value)} {number_latex(value)}",
    ]
    latex = r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
    why = f"How the slope along {one} changes on the way along {other}."
    compared = "The number against a quotient of difference quotients of f in many digits, in the same order."
    check = compare(compared, value, mixed_quotient(e, point, first, then)) if value == value else None
    return Step(f"First {one}, then {other}", latex, why, check, after.steps)


def _equal(e: Expression, point: Sequence[float]) -> Step:
    one, other = (mixed_value(e, point, *order) for order in ((0, 1), (1, 0)))
    x, y = e.variables
    names = partial_name(y, x), partial_name(x, y)
    compared = "Both orders at the point."
    if math.isnan(one) or math.isnan(other):
        why = "At this point one of them has no value, so there is nothing to compare."
        return Step("Does the order matter", rf"{names[0]}, \; {names[1]}", why)
    if abs(one - other) > 1e-9 * max(1.0, abs(one)):
        why = "Here the order matters. Clairaut's theorem asks for continuous second derivatives."
        latex = rf"{names[0]} = {number_latex(one)} \ne {number_latex(other)} = {names[1]}"
        return Step("Does the order matter", latex, why)
    latex = rf"{names[0]} = {names[1]} {equals(one)} {number_latex(one)}"
    why = "The order does not matter where both are continuous (Clairaut's theorem, also called Schwarz's)."
    return Step("Does the order matter", latex, why, compare(compared, one, other))


def _not_the_sum(e: Expression, point: Sequence[float]) -> Step:
    """f_x + f_y is something else."""
    mixed = mixed_value(e, point, 0, 1)
    total = float(sum(gradient_at(e, point).vector))
    x, y = e.variables
    latex = (
        rf"{partial_name(y, x)} {equals(mixed)} {number_latex(mixed)}, \qquad "
        rf"{partial_name(x)} + {partial_name(y)} {equals(total)} {number_latex(total)}"
    )
    same = " That they meet at this point is chance." if abs(mixed - total) < 1e-9 else ""
    why = (
        "A second derivative tells how a slope changes; the sum of the first ones is a slope itself, "
        f"√2 times the one towards 45°.{same}"
    )
    return Step("It is not the sum", latex, why)
