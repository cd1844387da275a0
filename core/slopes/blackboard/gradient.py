"""The gradient on the blackboard: formulas, the point put in, its length, and where it points."""

import math
from collections.abc import Sequence

from core.derivation import differentiate
from core.expression import Expression
from core.gradient import Gradient, gradient_at, slope_check
from core.numbers import number, number_latex
from core.slopes.angles import bearing, bearing_by_quotient, degrees_text
from core.slopes.blackboard.checks import compare, length_check, way_check
from core.slopes.blackboard.sides import side_steps
from core.slopes.blackboard.writing import equals, numbers, partial_name, place
from core.slopes.standing import WITHOUT_GRADIENT, standing
from core.steps import Check, Step
from core.substitution import as_factor, column, formula_latex, substituted_latex

MYTH = ((-2.0, -2.0), (2.0, 2.0), (0.0, 1.0))
"""Gradients that tan⁻¹(f_y/f_x) mistakes for another, leaves alone, or cannot do."""


def gradient_steps(e: Expression, point: Sequence[float]) -> tuple[Step, ...]:
    """∇f at a point of d coordinates; in the plane also its angle, or the slopes of the sides."""
    found = gradient_at(e, point)
    if len(point) == 2 and standing(e, point).kind in WITHOUT_GRADIENT:
        return (_formulas(e), *side_steps(e, point))
    if not all(map(math.isfinite, found.vector)):
        return (_formulas(e),)
    common = (_formulas(e), _at(e, point, found), _length(e, point, found))
    return (*common, _angle(e, point, found)) if len(point) == 2 else common


def _formulas(e: Expression) -> Step:
    """∇f as a column of formulas; folded in it, how each was found."""
    derivations = [differentiate(e, name) for name in e.variables]
    substeps = tuple(
        Step(
            f"Along {d.variable}",
            rf"{partial_name(d.variable)} = {d.formula.latex}",
            "Every other variable is held constant.",
            d.checks[0] if d.checks else None,
            d.steps,
        )
        for d in derivations
    )
    names = column([partial_name(name) for name in e.variables])
    latex = rf"\nabla f = {names} = {column([formula_latex(d.formula.tree) for d in derivations])}"
    why = "One partial derivative for each variable, one below the other: together they are one vector."
    return Step("The partial derivatives", latex, why, None, substeps)


def _at(e: Expression, point: Sequence[float], found: Gradient) -> Step:
    values = dict(zip(e.variables, map(float, point), strict=True))
    formulas = [differentiate(e, name).formula for name in e.variables]
    inserted = column([substituted_latex(formula.tree, values) for formula in formulas])
    shown = numbers(found.vector.tolist())
    whole = all(math.isfinite(float(formula(*point))) for formula in formulas)
    middle = f" = {inserted}" if whole and inserted != shown else ""
    latex = rf"\nabla f{place(point)}{middle} {equals(*found.vector, *point)} {shown}"
    why = "The formulas hold everywhere; the arrow belongs to one point."
    return Step("Put the point in", latex, why, slope_check(e, point))


def _length(e: Expression, point: Sequence[float], found: Gradient) -> Step:
    squares = " + ".join(f"{_squared(part)}" for part in found.vector.tolist())
    value = rf"{equals(found.magnitude)} {number_latex(found.magnitude)}"
    latex = rf"\left\lVert \nabla f \right\rVert = \sqrt{{{squares}}} {value}"
    if found.magnitude == 0:
        why = "An arrow without length: no direction leads up, and the tangent plane is level."
        return Step("How steep", latex, why)
    why = f"On the steepest way f grows by {number(found.magnitude, 5)} for every unit walked."
    if len(point) == 2:
        return Step(
            "How steep", latex, why, way_check(found.magnitude, e, point, bearing(found.vector.tolist()))
        )
    return Step("How steep", latex, why, length_check(found.magnitude, e, point))


def _squared(value: float) -> str:
    return f"{as_factor(number_latex(value))}^2"


def _angle(e: Expression, point: Sequence[float], found: Gradient) -> Step:
    """θ = atan2(f_y, f_x)."""
    fx, fy = found.vector.tolist()
    if found.magnitude == 0:
        return Step("Which way", r"\nabla f = 0", "The zero vector points nowhere, so there is no angle.")
    theta = bearing((fx, fy))
    latex = rf"\theta = \operatorname{{atan2}}\left({number_latex(fy)},\, {number_latex(fx)}\right) "
    latex += rf"{equals(round(theta, 9))} {_degrees(theta)}"
    why = f"Counted from the x-axis against the clock. {_quotient_words(fx, fy)}"
    return Step("Which way", latex, why, _angle_check(e, point, found), (_myth(),))


def _quotient_words(fx: float, fy: float) -> str:
    """What tan⁻¹(f_y/f_x) would have said here."""
    if fx == 0:
        return "tan⁻¹(f_y/f_x) has no value here, because f_x = 0."
    other = bearing_by_quotient((fx, fy))
    if fx < 0:
        return f"tan⁻¹(f_y/f_x) would say {degrees_text(other)}, the opposite way, because f_x < 0."
    return "Here tan⁻¹(f_y/f_x) says the same, because f_x > 0."


def _angle_check(e: Expression, point: Sequence[float], found: Gradient) -> Check:
    """The slope of f itself on the way at a right angle, which has to be 0 along a level curve."""
    across = way_check(0.0, e, point, bearing(found.vector.tolist()) + 90)
    flat = compare(across.compared, 0.0, 0.0)
    return Check(
        compared="At a right angle to the arrow f must not change: the difference quotient of f on that way.",
        shown=flat.shown,
        second=across.second,
        difference=across.difference,
        tolerance=flat.tolerance * max(1.0, found.magnitude),
    )


def _myth() -> Step:
    """Three gradients, and both formulas for their angle."""
    rows = [
        rf"{place((fx, fy))} &: & \operatorname{{atan2}} &= {_degrees(bearing((fx, fy)))}"
        rf", & \tan^{{-1}}\tfrac{{f_y}}{{f_x}} &= {_degrees(bearing_by_quotient((fx, fy)))}"
        for fx, fy in MYTH
    ]
    latex = r"\begin{aligned} " + r" \\ ".join(rows) + r" \end{aligned}"
    why = (
        "The quotient forgets the signs: (−2, −2) and (2, 2) have the same f_y/f_x and opposite directions. "
        "atan2 looks at both components."
    )
    return Step("Why not tan⁻¹(f_y/f_x)", latex, why)


def _degrees(angle: float) -> str:
    return r"\text{undefined}" if math.isnan(angle) else rf"{number_latex(round(angle, 2))}^\circ"
