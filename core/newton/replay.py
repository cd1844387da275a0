"""One Newton step again in many digits, from difference quotients of the typed function alone."""

from fractions import Fraction
from math import hypot
from typing import Any

import numpy as np

from core.curvature import CHECK_DIGITS, second_difference
from core.expression.precise import context
from core.newton.run import NewtonRun
from core.numbers import named, point
from core.quotients import DIGITS, central
from core.steps import Check

FLOAT64_PROMISE = 1e-9
EPS = float(np.finfo(np.float64).eps)


def newton_step_check(run: NewtonRun, k: int) -> Check | None:
    """x_k of a run of plain steps beside x_k from x_{k−1} in many digits; None where there is no second way.

    f′, ∇f and H are difference quotients of the typed function, and mpmath's elimination solves for the step.
    A matrix of condition κ multiplies the rounding of float64 by κ, and the promise is lower by as much.
    """
    if run.method != "newton" or not np.isfinite(run.x[k]).all():
        return None
    second = _again(run, k)
    if second is None:
        return None
    shown = run.x[k]
    size = hypot(*run.x[k - 1]) + hypot(*run.step[k - 1])
    condition = float(np.linalg.cond(run.jacobian[k - 1]))
    names = run.target.expression.variables
    return Check(
        compared=f"Step {k} in float64 with exact derivatives, and again in {CHECK_DIGITS} digits with "
        "difference quotients of the function.",
        shown=point(shown.tolist(), names, 17),
        second=named([_decimal(value) for value in second], names),
        difference=max(abs(float(there - float(here))) for there, here in zip(second, shown, strict=True)),
        tolerance=max(FLOAT64_PROMISE, 64 * EPS * condition) * size,
    )


def _again(run: NewtonRun, k: int) -> list[Any] | None:
    """x_{k−1} + s with J·s = −F, everything from values of f; None where a value is missing."""
    e, mp = run.target.expression, context(CHECK_DIGITS)
    place = [Fraction(value) for value in run.x[k - 1].tolist()]
    axes = range(len(place))
    slope = [mp.mpf(central(e, place, axis)) for axis in axes]
    if run.target.aim == "root":
        field, jacobian = [mp.mpf(e.precise(*place, digits=DIGITS))], [slope]
    else:
        field, jacobian = slope, [[mp.mpf(second_difference(e, place, i, j)) for j in axes] for i in axes]
    if not all(map(mp.isfinite, [*field, *(entry for row in jacobian for entry in row)])):
        return None
    matrix = mp.matrix(jacobian)
    if not mp.det(matrix):
        return None
    step = mp.lu_solve(matrix, mp.matrix([-value for value in field]))
    return [mp.mpf(at.numerator) / at.denominator + step[i] for i, at in enumerate(place)]


def _decimal(value: Any) -> str:
    return str(context(CHECK_DIGITS).nstr(value, 20)).replace("-", "−")
