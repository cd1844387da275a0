"""One partial derivative on the blackboard: the cut, the rules with the other variables held, the number."""

import math
from collections.abc import Sequence

from core.derivation import differentiate
from core.expression import Expression
from core.gradient import gradient_field
from core.numbers import number, number_latex
from core.slopes.blackboard.checks import axis_check
from core.slopes.blackboard.writing import equals, partial_name, place
from core.slopes.cuts import axis_cut
from core.slopes.sides import side_slopes
from core.steps import Step
from core.substitution import formula_latex, substituted_latex


def partial_steps(e: Expression, point: Sequence[float], axis: int) -> tuple[Step, ...]:
    """∂f/∂x_axis at a point of d coordinates: cut, derivation, numbers put in.

    At a point without this slope the last step says so; `core.slopes.blackboard.sides` shows both sides.
    """
    derivation = differentiate(e, e.variables[axis])
    return (_cut(e, point, axis), *derivation.steps, number_step(e, point, axis))


def number_step(e: Expression, point: Sequence[float], axis: int) -> Step:
    """The point put into ∂f/∂x_axis, checked against a difference quotient of f."""
    name = e.variables[axis]
    formula = differentiate(e, name).formula
    slope = float(gradient_field(e).at(point)[1][axis])
    left = rf"{partial_name(name)}{place(point)}"
    if math.isnan(slope):
        return Step("Put the point in", rf"{left} \text{{ does not exist}}", _none(e, point, axis))
    shown = rf"{equals(slope, *point)} {number_latex(slope)}"
    why = f"Along {name} f climbs by {number(slope)} per unit here."
    if slope <= 0:
        why = (
            f"Along {name} f falls by {number(-slope)} per unit here."
            if slope
            else f"Along {name} f is level."
        )
    if math.isnan(float(formula(*point))):
        why = f"The formula has no value here, but the difference quotients from both sides agree. {why}"
        return Step("Both sides agree", f"{left} {shown}", why, axis_check(slope, e, point, axis))
    inserted = substituted_latex(formula.tree, dict(zip(e.variables, map(float, point), strict=True)))
    middle = "" if inserted in (number_latex(slope), formula_latex(formula.tree)) else f" = {inserted}"
    return Step("Put the point in", f"{left}{middle} {shown}", why, axis_check(slope, e, point, axis))


def _none(e: Expression, point: Sequence[float], axis: int) -> str:
    name = e.variables[axis]
    if math.isnan(gradient_field(e).at(point)[0]):
        return "f has no value at the point, so there is nothing to measure a slope from."
    if len(point) != 2:
        return f"The slopes from both sides along {name} do not agree."
    way = side_slopes(e, point, 90.0 * axis)
    return f"{way.name.capitalize()} the slope is {way.words}: there is no single number for both sides."


def _cut(e: Expression, point: Sequence[float], axis: int) -> Step:
    """f(x, 3) = x² + 3²: what is left when the others are numbers."""
    free = e.variables[axis]
    held = [(name, at) for name, at in zip(e.variables, point, strict=True) if name != free]
    arguments = [
        name if name == free else number_latex(float(at)) for name, at in zip(e.variables, point, strict=True)
    ]
    latex = rf"f({', '.join(arguments)}) = {formula_latex(axis_cut(e, point, axis).tree)}"
    names = " and ".join(f"{name} at {number(float(at))}" for name, at in held)
    why = f"Hold {names}: the surface is cut along {free}, and the cut is a curve in one variable."
    return Step(f"Cut along {free}", latex, why)
