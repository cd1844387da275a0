"""One step of a run taken again with fifty digits, from difference quotients of the typed function."""

from math import hypot
from typing import Any

import numpy as np

from core.descent import Trace
from core.expression import Expression
from core.expression.precise import context
from core.numbers import named, point
from core.optimizers import OPTIMIZERS
from core.steps import Check

DIGITS = 80
SPACING = "1e-20"
FLOAT64_PROMISE = 1e-9


def step_check(e: Expression, trace: Trace, k: int) -> Check | None:
    """x_k of the trace beside x_k from x_{k−1} in many digits; None where x_k is beyond float64.

    The slope is (f(x+h) − f(x−h)) / 2h with h = 10⁻²⁰, in a precision that makes its truncation error
    h²f'''/6 and its rounding error both smaller than float64 can show. So the promise is that of float64.
    """
    shown = trace.x[k]
    if not np.all(np.isfinite(shown)):
        return None
    second = _again(e, trace, k)
    difference = max(abs(float(there - float(here))) for there, here in zip(second, shown, strict=True))
    size = hypot(*trace.x[k - 1]) + hypot(*trace.step[k - 1])
    return Check(
        compared=f"Step {k} in float64 with the exact slope, and again in {DIGITS} digits with the slope "
        "from (f(x + h) − f(x − h)) / 2h, h = 10⁻²⁰.",
        shown=point(shown.tolist(), e.variables, 17),
        second=named([_decimal(value) for value in second], e.variables),
        difference=difference,
        tolerance=FLOAT64_PROMISE * size,
    )


def _decimal(value: Any) -> str:
    return str(context(DIGITS).nstr(value, 20)).replace("-", "−")


def _again(e: Expression, trace: Trace, k: int) -> list[Any]:
    """x_{k−1} + update(slope), every number with DIGITS digits."""
    here = [context(DIGITS).mpf(value) for value in trace.x[k - 1].tolist()]
    sign = 1 if trace.sense == "descent" else -1
    slope = np.array([sign * value for value in _slope(e, here)], dtype=object)
    method = OPTIMIZERS[trace.optimizer]
    state = method.init(trace.x[0])
    if method.remembers:
        for gradient in trace.gradient[: k - 1]:
            _, state = method.update(sign * gradient, state, trace.rate[0], **trace.knobs)
    rate = context(DIGITS).mpf(float(trace.rate[k - 1]))
    step, _ = method.update(slope, state, rate, **trace.knobs)
    return [start + move for start, move in zip(here, step, strict=True)]


def _slope(e: Expression, here: list[Any]) -> list[Any]:
    """The difference quotient along each axis."""
    slope = []
    for axis, value in enumerate(here):
        h = context(DIGITS).mpf(SPACING) * max(1, abs(value))
        ahead, behind = list(here), list(here)
        ahead[axis], behind[axis] = value + h, value - h
        rise = e.precise(*ahead, digits=DIGITS) - e.precise(*behind, digits=DIGITS)
        slope.append(rise / (2 * h))
    return slope
