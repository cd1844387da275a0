"""The pass of dual numbers on the blackboard: one worked step for every part of the function."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from math import isfinite

from core.dual.forward import Dual, Line, dual_at
from core.expression import Expression
from core.gradient import slope_across
from core.numbers import is_whole, number, number_latex
from core.quotients import DIGITS, SPACING_TEXT, central
from core.steps import Check, LazySteps, Step
from core.substitution import as_factor, formula_latex, shown_length, substituted_latex

LONGEST_SUBSTITUTION = 100
FLOAT64_PROMISE = 1e-9
_NEIGHBOUR = Fraction(1) + Fraction(1, 2**50)


def dual_steps(e: Expression, x: float) -> LazySteps:
    """[0] starts x with slope 1, then one step for every part, and the last one reads off f and f′."""
    dual = dual_at(e, x)
    middle = [partial(_part, e, dual, place) for place in range(1, len(dual.lines))]
    return LazySteps([partial(_start, e, x), *middle, partial(_end, e, dual)])


def _start(e: Expression, x: float) -> Step:
    name = e.variables[0]
    latex = _aligned(
        [
            r"\varepsilon^2 &= 0, \qquad f(x + \varepsilon) = f(x) + f'(x)\,\varepsilon",
            rf"v_{{1}} &= {name} = {number_latex(x)}, \qquad \dot v_{{1}} = 1",
        ]
    )
    why = (
        f"A number carries its slope along. {name} changes as fast as {name}, so its slope is 1; there is no "
        "h, and nothing is subtracted."
    )
    return Step(f"Start with {name} = {number(x)} and slope 1", latex, why)


def _part(e: Expression, dual: Dual, place: int) -> Step:
    """v_k and its slope by the rule of its last operation."""
    line = dual.lines[place]
    names = {earlier.name: earlier.latex for earlier in dual.lines}
    values = {earlier.name: earlier.value for earlier in dual.lines[:place]}
    value = number_latex(line.value)
    lines = [rf"{line.latex} &= {formula_latex(line.local, names)} {_equals(line.value)} {value}"]
    if line.terms:
        lines += _slope_lines(dual, line, names, values)
    why = dual.trouble if dual.trouble and not isfinite(line.slope) else _why(line)
    return Step(f"{line.name}, and how fast it changes", _aligned(lines), why, _check(e, line, dual.x))


def _slope_lines(dual: Dual, line: Line, names: dict[str, str], values: dict[str, float]) -> list[str]:
    """v̇ by the chain rule: in names, with the numbers put in, and its value."""
    named, inserted, used = [], [], []
    for term in line.terms:
        earlier = dual.lines[term.argument]
        used += [earlier.value, earlier.slope]
        named.append(rf"{as_factor(formula_latex(term.partial, names))} \cdot {earlier.moving}")
        factor = as_factor(substituted_latex(term.partial, values))
        inserted.append(rf"{factor} \cdot {as_factor(number_latex(earlier.slope))}")
    rows = [rf"{line.moving} &= {' + '.join(named)}"]
    numbers = " + ".join(inserted)
    if shown_length(numbers) <= LONGEST_SUBSTITUTION:
        rows.append(rf"&{_equals(*used)} {numbers}")
    rows.append(rf"&{_equals(line.slope)} {number_latex(line.slope)}")
    return rows


def _why(line: Line) -> str:
    if len(line.terms) > 1:
        return "Both arguments move, and each contributes its own part of the slope."
    return "The chain rule: how the part follows its argument, times how fast the argument moves."


def _end(e: Expression, dual: Dual) -> Step:
    name = e.variables[0]
    here = number_latex(dual.x)
    latex = _aligned(
        [
            rf"f({here}) &{_equals(dual.value)} {number_latex(dual.value, 17)}",
            rf"f'({here}) &{_equals(dual.slope)} {number_latex(dual.slope, 17)}",
        ]
    )
    if dual.trouble is None:
        why = "One pass gives the value and the slope, and its only error is the rounding of each operation."
    else:
        why = dual.trouble + _across(e, dual)
    return Step(f"f and f′ at {name} = {number(dual.x)}", latex, why, _whole_check(e, dual))


def _across(e: Expression, dual: Dual) -> str:
    """What f itself has there, where the parts had no slope."""
    if not isfinite(dual.value):
        return ""
    slope = slope_across(e, (dual.x,), 0)
    if isfinite(slope):
        return f" f as a whole has slope {number(slope)} here: the rules see the parts alone."
    return " Neither has f. A library that reports a number here has chosen one."


def _check(e: Expression, line: Line, x: float) -> Check | None:
    part = Expression.of_tree(line.whole, e.variables)
    return against_quotient(part, line.name, line.slope, x)


def _whole_check(e: Expression, dual: Dual) -> Check | None:
    return against_quotient(e, "f", dual.slope, dual.x)


def against_quotient(part: Expression, name: str, slope: float, x: float) -> Check | None:
    """The slope beside a difference quotient in many digits; None where there is no slope to hold it against.

    The promise is that of float64, and what a change of the last digit of x does to the slope: no way of
    computing in float64 can tell x from its neighbour.
    """
    if not isfinite(slope):
        return None
    here, beside = (central(part, (Fraction(x) * step,), 0) for step in (Fraction(1), _NEIGHBOUR))
    change = abs(float(beside - here))
    return Check(
        compared=f"The slope of {name} by dual numbers in float64, against its difference quotient, "
        f"{SPACING_TEXT} in {DIGITS} digits.",
        shown=number(slope, 17),
        second=number(float(here), 17),
        difference=abs(float(here - slope)),
        tolerance=FLOAT64_PROMISE * max(1.0, abs(slope)) + 8 * change,
    )


def _equals(*values: float) -> str:
    return "=" if all(is_whole(value) for value in values) else r"\approx"


def _aligned(lines: Sequence[str]) -> str:
    return r"\begin{aligned} " + r" \\ ".join(lines) + r" \end{aligned}"
