"""One step of a run taken again in many digits, from difference quotients of the typed function."""

from fractions import Fraction
from math import hypot
from typing import Any

import numpy as np

from core.descent import Trace
from core.expression import Expression
from core.expression.precise import context
from core.numbers import named, point
from core.optimizers import OPTIMIZERS
from core.quotients import DIGITS, SPACING_TEXT, central
from core.steps import Check

FLOAT64_PROMISE = 1e-9


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
    second = _again(trace, k, slope)
    difference = max(abs(float(there - float(here))) for there, here in zip(second, shown, strict=True))
    size = hypot(*trace.x[k - 1]) + hypot(*trace.step[k - 1])
    return Check(
        compared=f"Step {k} in float64 with the exact slope, and again in {DIGITS} digits with the slope "
        f"from difference quotients, {SPACING_TEXT}.",
        shown=point(shown.tolist(), e.variables, 17),
        second=named([_decimal(value) for value in second], e.variables),
        difference=difference,
        tolerance=FLOAT64_PROMISE * size,
    )


def _decimal(value: Any) -> str:
    return str(context(DIGITS).nstr(value, 20)).replace("-", "−")


def _again(trace: Trace, k: int, slope: list[Any]) -> list[Any]:
    """x_{k−1} + update(slope), every number with DIGITS digits."""
    here = [context(DIGITS).mpf(value) for value in trace.x[k - 1].tolist()]
    method = OPTIMIZERS[trace.optimizer]
    if not method.remembers and not any(slope):
        return here  # no direction is downhill
    sign = 1 if trace.sense == "descent" else -1
    state = method.init(trace.x[0])
    if method.remembers:
        for gradient in trace.gradient[: k - 1]:
            _, state = method.update(sign * gradient, state, trace.rate[0], **trace.knobs)
    rate = context(DIGITS).mpf(float(trace.rate[k - 1]))
    downhill_from = np.array([sign * value for value in slope], dtype=object)
    step, _ = method.update(downhill_from, state, rate, **trace.knobs)
    return [start + move for start, move in zip(here, step, strict=True)]


def _slope(e: Expression, here: list[float]) -> list[Any]:
    """The difference quotient along each axis."""
    place = [Fraction(value) for value in here]
    return [central(e, place, axis) for axis in range(len(place))]
