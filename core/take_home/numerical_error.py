"""Numerical Error as a script: the difference quotient in one number format, beside f′ in 50 digits."""

from fractions import Fraction
from math import isfinite

import numpy as np

from core.differencing.arithmetic import stored
from core.differencing.complex_arithmetic import complex_values, why_no_complex_step
from core.differencing.local import local
from core.differencing.stencils import Stencil
from core.errors import CalculusError
from core.expression import Expression
from core.expression.precise import precise_value
from core.expression.python_source import COMPLEX, MPMATH, NUMPY
from core.gradient import gradient_field
from core.take_home.script import Function, written

_LINES = """
def estimate(h):
    \"\"\"The {label} difference; every operation is rounded to {dtype}.\"\"\"
    h = np.{dtype}(h)
    if {nowhere}:
        return np.nan  # f has no value at x
    if h == 0:
        return 0.0  # so small an h is stored as 0, and nothing is left to divide by
    with np.errstate(all="ignore"):
        found = float({formula})
    return found if np.isfinite(found) else np.nan


x = np.{dtype}({x0!r})
{slope}


def error(h):
    \"\"\"How far the estimate is from the slope, worked out in 50 digits.\"\"\"
    return abs(mpf(estimate(h)) - slope)


h = {h!r}
print("slope =", mp.nstr(slope, 17))
print("estimate =", estimate(h))
print("error =", mp.nstr(error(h), 17))

print("h, estimate, error")
for k in range(17):
    h = float(f"1e-{{k}}")
    print(f"{{h:g}}  {{estimate(h)!r}}  {{mp.nstr(error(h), 17)}}")
"""


_BESIDE = (1.0, 1e-2, 1e-8)

_BY_FORMULA = """# the stored x is meant, not the typed one; without a value of f there is no slope
slope = f_slope(float(x)) if np.isfinite(f(x)) else mp.nan"""

_FROM_BOTH_SIDES = """# the formula has no value at x, and yet f has a slope: both sides agree
tiny = mpf(10)**-20
slope = (f_exact(x + tiny) - f_exact(x - tiny))/(2*tiny)"""


def numerical_error_script(e: Expression, x0: float, h: float, dtype: str, stencil: Stencil) -> str:
    """One h, and the whole way from h = 1 to 10⁻¹⁶.

    Raises CalculusError where the formula does not apply to f, and SettingError for an x0 that the format
    cannot hold.
    """
    why_not = why_no_complex_step(e.tree, dtype) if stencil.is_complex else ""
    if why_not:
        raise CalculusError(why_not)
    (slope,) = gradient_field(e).trees
    facts = local(e, float(stored(x0, dtype, "x0")), dtype)
    by_formula = isfinite(precise_value(slope, {e.variables[0]: facts.x})) or not isfinite(facts.high)
    dialect = COMPLEX if stencil.is_complex else NUMPY
    functions = [
        Function("f", e.variables, e.tree, dialect, "f, in the format of x."),
        Function("f_slope", e.variables, slope, MPMATH, "The exact slope, in 50 digits."),
    ]
    if not by_formula:
        functions.append(Function("f_exact", e.variables, e.tree, MPMATH, "f in 50 digits."))
    lines = _LINES.format(
        label=stencil.label,
        dtype=dtype,
        formula=_formula(stencil, dtype),
        x0=x0,
        h=h,
        nowhere=_nowhere(e, facts.x, stencil),
        slope=_BY_FORMULA if by_formula else _FROM_BOTH_SIDES,
    )
    return written("Why is a smaller h not a better h?", e, functions, lines)


def _nowhere(e: Expression, x: float, stencil: Stencil) -> str:
    """When there is no estimate: log x at −1 has a value beside the real axis, and yet no slope there."""
    beside = np.array([complex(x, h) for h in _BESIDE])
    undefined = stencil.is_complex and not np.isfinite(complex_values(e.tree, beside)).any()
    return "not np.isfinite(f(x))" if undefined else "h == 0 and not np.isfinite(f(x))"


def _formula(stencil: Stencil, dtype: str) -> str:
    """The stencil in Python, with its differences in the order in which they are added."""
    if stencil.is_complex:
        kind = "complex64" if dtype == "float32" else "complex128"
        return f"f(np.{kind}(x + 1j*h)).imag/h"
    total = ""
    for part in stencil.differences:
        times = "" if abs(part.times) == 1 else f"{abs(part.times)}*"
        sign = "-" if part.times < 0 else "+"
        difference = f"(f({_place(Fraction(part.ahead))}) - f({_place(Fraction(part.behind))}))"
        total += f" {sign} {times}{difference}" if total else f"{times}{difference}"
    over = "h" if stencil.over == 1 else f"({stencil.over}*h)"
    return f"({total})/{over}"


def _place(offset: Fraction) -> str:
    if not offset:
        return "x"
    size = abs(offset)
    step = "h" if size == 1 else f"{float(size):g}*h"
    return f"x {'+' if offset > 0 else '-'} {step}"
