"""The minimum of logistic regression, held against one more Newton step in many digits."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.datasets import Samples
from core.expression.precise import context
from core.numbers import named, number
from core.steps import Check

DIGITS = 30
TOLERANCE = 1e-12


def newton_check(theta: NDArray[np.float64], samples: Samples, names: Sequence[str]) -> Check | None:
    """θ, and θ − H⁻¹∇L with every number in 30 digits; None where columns of x depend on each other.

    They differ by as much as z = w·x + b does at any sample, so that the units of x do not matter.
    """
    mp = context(DIGITS)
    gradient, H = _slope_and_bend(theta.tolist(), samples)
    try:
        step = mp.lu_solve(H, gradient)
    except ZeroDivisionError:
        return None
    second = [mp.mpf(value) - move for value, move in zip(theta.tolist(), step, strict=True)]
    design = np.column_stack([samples.x, np.ones(samples.size)])
    moved = design @ np.array([float(move) for move in step])
    return Check(
        compared=f"The parameters that Newton's method came to, and those after one more step in {DIGITS} "
        "digits: by how much any w·x + b changes.",
        shown=named([number(value, 13) for value in theta.tolist()], names),
        second=named([number(float(value), 13) for value in second], names),
        difference=float(np.abs(moved).max()),
        tolerance=TOLERANCE * (1 + float(np.abs(design @ theta).max())),
    )


def _slope_and_bend(theta: Sequence[float], samples: Samples) -> tuple[Any, Any]:
    """Σ(σ(z) − y)(x, 1) and Σσ(z)(1 − σ(z))(x, 1)(x, 1)ᵀ, sample by sample."""
    mp = context(DIGITS)
    p = len(theta)
    gradient, H = mp.zeros(p, 1), mp.zeros(p)
    for inputs, y in zip(samples.x.tolist(), samples.y.tolist(), strict=True):
        row = [mp.mpf(value) for value in (*inputs, 1.0)]
        share = 1 / (1 + mp.exp(-mp.fdot(theta, row)))
        weight = share * (1 - share)
        for i in range(p):
            gradient[i] += (share - y) * row[i]
            for j in range(p):
                H[i, j] += weight * row[i] * row[j]
    return gradient, H
