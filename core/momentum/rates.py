"""How fast heavy-ball steps settle on a quadratic, for whole maps of (η, β) at once, and the best of them.

μ and L are the least and the largest eigenvalue, κ = L/μ (Polyak, 1964; Wright and Recht, Optimization for
Data Analysis, 2022, chapter 4; Goh, Why Momentum Really Works, 2017).
"""

from dataclasses import dataclass
from math import inf, sqrt
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class BestBeta:
    """The best β for one η: factor is what it leaves of the error per step, √β.

    `set_by` names the direction that is slowest there: "flattest" up to the joint best η, where
    β = (1 − √(ημ))²; "steepest" from there to η = 4/L, where β = (1 − √(ηL))².
    """

    beta: float
    factor: float
    set_by: Literal["flattest", "steepest"]


@dataclass(frozen=True)
class JointBest:
    """The best pair (η, β), its factor, and that of gradient descent with its own best rate 2/(μ + L)."""

    rate: float
    beta: float
    factor: float
    descent_factor: float


def factor(product: ArrayLike, beta: ArrayLike) -> Floats:
    """The larger size of the two roots of z² − (1 + β − ηλ) z + β, for ηλ and β that broadcast.

    Good to 10⁻⁸ beside a double root and to rounding elsewhere.

    >>> factor([0.25, 1.0], [0.0, 0.25]).tolist()
    [0.75, 0.5]
    """
    memory = np.asarray(beta, dtype=np.float64)
    linear = 1 + memory - np.asarray(product, dtype=np.float64)
    discriminant = linear * linear - 4 * memory
    real = (np.abs(linear) + np.sqrt(np.maximum(discriminant, 0))) / 2
    return np.where(discriminant < 0, np.sqrt(memory), real)


def best_beta(rate: float, least: float, most: float) -> BestBeta | None:
    """The β in [0, 1) with the least factor for this η; None for η ≥ 4/L, where every β < 1 fails.

    (1 − √(ηλ))² is best for one λ alone: less β is over-damped there, more leaves √β. The slowest direction
    decides, so the larger of the two squares is best for both.

    >>> best_beta(0.25, 1.0, 4.0), best_beta(2.25, 1.0, 1.0).set_by
    (BestBeta(beta=0.25, factor=0.5, set_by='flattest'), 'steepest')
    """
    if rate * most >= 4:
        return None
    flattest, steepest = 1 - sqrt(rate * least), sqrt(rate * most) - 1
    if flattest >= steepest:
        return BestBeta(flattest * flattest, flattest, "flattest")
    return BestBeta(steepest * steepest, steepest, "steepest")


def joint_best(least: float, most: float) -> JointBest:
    """η = 4/(√L + √μ)², β = ((√κ − 1)/(√κ + 1))²: both directions are then equally slow.

    >>> best = joint_best(1.0, 9.0)
    >>> best.rate, best.beta, best.factor, best.descent_factor
    (0.25, 0.25, 0.5, 0.8)
    """
    root = sqrt(most / least)
    left = (root - 1) / (root + 1)
    return JointBest(
        rate=4 / (sqrt(most) + sqrt(least)) ** 2,
        beta=left * left,
        factor=left,
        descent_factor=(most - least) / (most + least),
    )


def steps_per_digit(left: float) -> float:
    """How many steps bring one more correct digit when each leaves this part of the error; ∞ from 1 on.

    >>> steps_per_digit(0.1), steps_per_digit(1.0)
    (1.0, inf)
    """
    if left >= 1:
        return inf
    return float(-1 / np.log10(left)) if left > 0 else 0.0
