"""One step of a run taken again in many digits, from difference quotients of the typed function."""

from fractions import Fraction
from functools import partial
from math import hypot
from typing import Any

import numpy as np

from core.curvature import curvature_field, second_difference
from core.descent import Trace
from core.descent.retracing import exactly, sight_at, sign_of, state_before
from core.expression import Expression
from core.expression.precise import context
from core.numbers import named, point
from core.optimizers import OPTIMIZERS, Array
from core.quotients import DIGITS, SPACING_TEXT, central
from core.steps import Check

FLOAT64_PROMISE = 1e-9
EPS = float(np.finfo(np.float64).eps)


def step_check(e: Expression, trace: Trace, k: int) -> Check | None:
    """x_k of the trace beside x_k from x_{k−1} in many digits; None where there is no second way.

    That is where x_k is beyond float64, or f has no value close beside x_{k−1}. The slope is a difference
    quotient in a precision that makes its truncation error and its rounding error both smaller than float64
    can show. So the promise is that of float64.
    """
    shown = trace.x[k]
    if not np.all(np.isfinite(shown)):
        return None
    slope = _slope(e, trace.x[k - 1].tolist())
    if not all(map(context(DIGITS).isfinite, slope)):
        return None
    second = _again(e, trace, k, slope)
    difference = max(abs(float(there - float(here))) for there, here in zip(second, shown, strict=True))
    size = hypot(*trace.x[k - 1]) + hypot(*trace.step[k - 1])
    return Check(
        compared=f"Step {k} in float64 with the exact slope, and again in {DIGITS} digits with the slope "
        f"from difference quotients, {SPACING_TEXT}.",
        shown=point(shown.tolist(), e.variables, 17),
        second=named([_decimal(value) for value in second], e.variables),
        difference=difference,
        tolerance=_promise(e, trace, k) * size,
    )


def _promise(e: Expression, trace: Trace, k: int) -> float:
    """What float64 keeps of a step: a Hessian of condition κ multiplies its rounding by κ."""
    if "hessian" not in OPTIMIZERS[trace.optimizer].looks:
        return FLOAT64_PROMISE
    hessian = curvature_field(e).at(trace.x[k - 1].tolist())
    if not np.isfinite(hessian).all():
        return FLOAT64_PROMISE
    return max(FLOAT64_PROMISE, 64 * EPS * float(np.linalg.cond(hessian)))


def _decimal(value: Any) -> str:
    return str(context(DIGITS).nstr(value, 20)).replace("-", "−")


def _again(e: Expression, trace: Trace, k: int, slope: list[Any]) -> list[Any]:
    """x_{k−1} + update(slope), every number with DIGITS digits."""
    here = exactly(trace.x[k - 1])
    method, sign = OPTIMIZERS[trace.optimizer], sign_of(trace)
    if not method.remembers and not any(slope):
        return list(here)  # no direction is downhill
    rate = context(DIGITS).mpf(float(trace.rate[k - 1]))
    downhill_from = np.array([sign * value for value in slope], dtype=object)
    sight = sight_at(trace, k, here, partial(_hessian, e, trace, k))
    state = state_before(trace, k, many_digits=True)
    with np.errstate(invalid="ignore"):  # where H has no inverse, a step of NaN is compared
        step, _ = method.move(downhill_from, state, rate, trace.knobs, sight)
    return [start + move for start, move in zip(here, step, strict=True)]


def _hessian(e: Expression, trace: Trace, k: int) -> Array:
    """The second difference quotients where step k begins."""
    place = [Fraction(value) for value in trace.x[k - 1].tolist()]
    axes, mp = range(len(place)), context(DIGITS)
    rows = [[sign_of(trace) * mp.mpf(second_difference(e, place, i, j)) for j in axes] for i in axes]
    return np.array(rows, dtype=object)


def _slope(e: Expression, here: list[float]) -> list[Any]:
    """The difference quotient along each axis."""
    place = [Fraction(value) for value in here]
    return [central(e, place, axis) for axis in range(len(place))]
