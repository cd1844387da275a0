"""What η did to a run, in one named outcome, beside what was predicted."""

from dataclasses import dataclass
from math import hypot

import numpy as np
from numpy.typing import NDArray

from core.curvature import curvature_field
from core.descent import Trace
from core.expression import Expression
from core.learning_rate.outcomes import Case, case_of, kind_of_outcome
from core.learning_rate.sentences import sentence
from core.learning_rate.stability import Prediction, distances
from core.learning_rate.valleys import Valley
from core.numbers import number
from core.steps import Check

Floats = NDArray[np.float64]

MEANINGFUL = 0.1
"""Where η times the curvature changes by more than this on the way to the minimum, no factor is foretold."""

_BETWEEN = np.linspace(0, 1, 9)


@dataclass(frozen=True, eq=False)
class Outcome:
    """How a run turned out. `kind` is a key of `OUTCOMES`.

    prediction is None where the run heads for no smooth point with ∇f = 0; measured is the factor by which
    ‖x_k − x*‖ was multiplied per step, NaN where there is nothing to measure. check is None where the run is
    not near enough to that point for the prediction to mean anything.
    """

    kind: str
    sentence: str
    heading: Valley
    prediction: Prediction | None
    measured: float
    check: Check | None


def outcome(e: Expression, trace: Trace, rate: float, steps: int) -> Outcome:
    """The outcome of a run of plain gradient descent that was given a rate η and a number of steps.

    >>> from core.descent import run
    >>> from core.expression import parse
    >>> e = parse("x^2 - 4x + 4")
    >>> outcome(e, run(e, [0.0], rate=1.0, steps=5), 1.0, 5).kind
    'cycles'
    """
    case = case_of(e, trace, rate, steps)
    kind = kind_of_outcome(case)
    check = _factor_check(case) if kind != "escapes" else None
    return Outcome(kind, sentence(case, kind), case.heading, case.prediction, case.measured, check)


def _factor_check(case: Case) -> Check | None:
    """The last step's factor, read off the run and off I − ηH at the minimum.

    ‖x_{k+1} − x*‖ / ‖x_k − x*‖ is ‖(I − ηH̄)e‖/‖e‖ with the mean H̄ of the Hessian between x_k and x*: the two
    differ by no more than η ‖H̄ − H‖, the greatest such difference at nine points in between, and rounding.
    """
    if case.prediction is None:
        return None
    k = _last_measurable_step(case)
    if k is None:
        return None
    minimum = case.prediction.point
    error = case.trace.x[k] - minimum
    rate = float(case.trace.rate[k])
    hessians = curvature_field(case.e).over(minimum + _BETWEEN[:, None] * error)
    there = hessians[0]
    predicted = hypot(*(error - rate * there @ error)) / hypot(*error)
    measured = hypot(*(case.trace.x[k + 1] - minimum)) / hypot(*error)
    change = rate * float(np.max(np.linalg.norm(hessians - there, axis=(1, 2))))
    if not change <= MEANINGFUL:
        return None
    size = 1 + hypot(*minimum) + hypot(*case.trace.x[k])
    rounding = 1e-13 * size * (1 + rate * float(np.linalg.norm(there))) / hypot(*error)
    return Check(
        compared=f"The factor of step {k + 1}: I − ηH at the minimum, and the quotient of the two errors.",
        shown=number(predicted),
        second=number(measured),
        difference=abs(predicted - measured),
        tolerance=change + rounding,
    )


def _last_measurable_step(case: Case) -> int | None:
    """The last k with a finite step from x_k, where the error still has some true digits.

    None where the minimum is flat: there 1 − ηλ is 1 and foretells nothing.
    """
    if case.prediction is None or not (case.prediction.exact or case.heading.kind == "minimum"):
        return None
    distance = distances(case.trace, case.prediction.point)
    floor = 1e-9 * (1 + hypot(*case.prediction.point))
    usable = np.flatnonzero((distance[:-1] > floor) & np.isfinite(distance[1:]) & np.isfinite(distance[:-1]))
    return int(usable[-1]) if len(usable) else None
