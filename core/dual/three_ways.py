"""Symbolic, numerical and automatic differentiation of one function at one place, side by side."""

from dataclasses import dataclass
from math import isnan, nan
from typing import Any

from core.dual.forward import dual_at
from core.expression import Expression
from core.expression.latex import written_size
from core.expression.precise import precise_value
from core.gradient import gradient_field, slope_across
from core.numbers import number

DIGITS = 50


@dataclass(frozen=True)
class Way:
    """One way to a slope: what it found, its error against 50 digits, and what it costs.

    `error` is |value − truth|, NaN where f has no slope or the way found no number; `evaluations` counts
    evaluations of f itself.
    """

    name: str
    value: float
    error: float
    evaluations: int
    needs: str


def true_slope(e: Expression, x: float) -> Any:
    """f′(x) as an mpf from the exact derivative in 50 digits; nan where f has no slope.

    Where the derivative's formula has no value (x·|x| at 0), quotients from both sides decide.
    """
    slope = precise_value(gradient_field(e).trees[0], {e.variables[0]: x}, DIGITS)
    if slope.context.isfinite(slope) and slope.context.isfinite(e.precise(x)):
        return slope
    return slope.context.mpf(slope_across(e, (x,), 0))


def three_ways(e: Expression, x: float, h: float) -> tuple[Way, ...]:
    """f′(x) by its formula, by two difference quotients with this h, and by dual numbers; all in float64.

    The symbolic way works out the formula alone and does not look across a border.
    """
    truth = true_slope(e, x)
    field, dual = gradient_field(e), dual_at(e, x)
    value, slope = field.program.scalar(x)
    symbolic = nan if isnan(value) else slope
    left, here, right = e([x - h, x, x + h]).tolist()
    size, derived = written_size(e.tree), written_size(field.trees[0])
    formula = f"a formula for f′, of size {derived} where f has {size}"
    work = "f as a formula or a program, run once with the rule of each operation"
    rows = (
        ("symbolic", symbolic, 0, formula),
        (f"forward difference, h = {number(h, 3)}", (right - here) / h, 2, "values of f alone, and a good h"),
        (
            f"central difference, h = {number(h, 3)}",
            (right - left) / (2 * h),
            2,
            "values of f alone, and a good h",
        ),
        ("automatic (dual numbers)", dual.slope, 1, work),
    )
    return tuple(
        Way(name, value, float(abs(truth - value)), count, needs) for name, value, count, needs in rows
    )
