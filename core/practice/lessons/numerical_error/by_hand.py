"""A difference quotient as on paper: its values, the quotient, and what both are held against."""

from fractions import Fraction
from math import isfinite

from core.differences import STENCILS
from core.differencing.stencils import Stencil
from core.differencing.verdict import exact_estimate
from core.expression.precise import precise_value
from core.gradient import gradient_field
from core.numbers import number_latex
from core.practice.hinting import unfinished
from core.practice.question import Unsuitable
from core.practice.situation import Situation
from core.steps import Step


def quotient_steps(s: Situation, row: Stencil) -> tuple[Step, Step]:
    """The values of f at the places of the stencil, and the quotient."""
    x, h = Fraction(repr(s.point[0])), typed_step(s.h)
    values = {offset: float(s.e.precise(x + offset * h)) for offset in row.offsets}
    lines = [
        rf"f({number_latex(float(x + offset * h))}) &= {number_latex(value)}"
        for offset, value in values.items()
    ]
    (part,) = row.differences
    ahead, behind = (number_latex(values[Fraction(end)]) for end in (part.ahead, part.behind))
    bottom = number_latex(float(h * row.over))
    minus = rf"\left({behind}\right)" if behind.startswith("-") else behind
    value = number_latex(estimate_at(s, row))
    latex = rf"{row.latex} = \frac{{{ahead} - {minus}}}{{{bottom}}} = {value}"
    return (
        Step(
            "The values of f", aligned_lines(lines), "The quotient needs f at these places and nowhere else."
        ),
        Step("The quotient", latex, f"The rise of f, divided by the run {run_of(row)}."),
    )


def cut_short(steps: tuple[Step, Step]) -> Step:
    return unfinished(steps[1], "The quotient", steps[1].why)


def run_of(row: Stencil) -> str:
    return "h" if row.over == 1 else f"{row.over}h"


def real_stencil(s: Situation) -> Stencil:
    """The stencil, one difference of two values; Unsuitable for the others and where f has no value."""
    row = STENCILS[s.stencil]
    if len(row.differences) != 1:
        raise Unsuitable("This is asked of the forward, backward and central difference quotient alone.")
    if not isfinite(estimate_at(s, row)) or not isfinite(slope_at(s)):
        raise Unsuitable("f has no value at a place that the quotient needs, or no slope at x.")
    return row


def estimate_at(s: Situation, row: Stencil) -> float:
    return float(exact_estimate(s.e, s.point[0], row, typed_step(s.h)))


def slope_at(s: Situation) -> float:
    return float(gradient_field(s.e).at(s.point)[1][0])


def precise_slope_at(s: Situation) -> object:
    """f′(x) in many digits."""
    return precise_value(gradient_field(s.e).trees[0], {s.e.variables[0]: Fraction(s.point[0])}, 60)


def typed_step(h: float) -> Fraction:
    """h as the decimal that was typed."""
    return Fraction(repr(float(h)))


def aligned_lines(lines: list[str]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
