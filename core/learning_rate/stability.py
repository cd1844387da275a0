"""What the learning rate will do, predicted from the curvature, and what it did.

Near a minimum x* a step of gradient descent multiplies the error by I − ηH, H the Hessian at x*: along an
eigenvector with the eigenvalue λ by 1 − ηλ (Goodfellow, Bengio & Courville, Deep Learning, §4.3.1; Nesterov,
Introductory Lectures on Convex Optimization, §1.2.3). On a quadratic this is exact.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf, isfinite, log, log1p, nan

import numpy as np
from numpy.typing import NDArray

from core.curvature import ROUNDING, eigenvalues_over, hessian_at
from core.descent import Trace
from core.expression import Expression
from core.learning_rate.quadratics import Eigenvalue, as_typed, read_quadratic

Floats = NDArray[np.float64]

ARRIVED = 1e-6
"""A run has arrived when ‖x_k − x*‖ is no more than this."""

_WINDOW = 10


@dataclass(frozen=True, eq=False)
class Prediction:
    """What gradient descent with a constant rate η does near `point` (d,), where ∇f = 0.

    eigenvalues (d,) of the Hessian there, ascending, and factors (d,) = 1 − ηλ with their signs. `exact` says
    that f is a quadratic with rational coefficients: then this holds everywhere, the numbers were found in
    exact arithmetic with η as the decimal it was typed as, and directions without curvature do not count
    (along the floor of a valley nothing moves).
    """

    point: Floats
    eigenvalues: Floats
    factors: Floats
    rate: float
    exact: bool

    @property
    def felt(self) -> NDArray[np.bool_]:
        """Which directions count: all, but the floor of an exact quadratic valley."""
        largest = float(np.max(np.abs(self.eigenvalues)))
        return (np.abs(self.eigenvalues) > ROUNDING * largest) | (not self.exact)

    @property
    def limit(self) -> float:
        """2/λ_max, below which the run settles; ∞ without curvature, 0 where a curvature is negative."""
        least, most = float(self.eigenvalues[0]), float(self.eigenvalues[-1])
        if least < 0 and self.felt[0]:
            return 0.0
        return 2 / most if most > 0 else inf

    @property
    def best(self) -> float:
        """2/(λ_min + λ_max), the constant rate with the least factor; NaN where there is none."""
        felt = self.eigenvalues[self.felt]
        if not len(felt) or felt[0] < 0 or not felt[-1] > 0:
            return nan
        return float(2 / (felt[0] + felt[-1]))

    @property
    def factor(self) -> float:
        """max |1 − ηλ|: by how much the slowest part of the error is multiplied at each step."""
        return float(np.max(np.abs(self.factors[self.felt]), initial=0.0)) if self.felt.any() else 1.0

    @property
    def condition(self) -> float:
        """λ_max/λ_min, how much steeper the steepest direction is than the flattest; ∞ with a flat one."""
        felt = self.eigenvalues[self.felt]
        if not len(felt) or not felt[0] > 0:
            return inf if len(felt) and felt[0] == 0 else nan
        return float(felt[-1] / felt[0])

    def steps(self, distance: float, accuracy: float = ARRIVED) -> float:
        """The least n with factor^n · distance ≤ accuracy; ∞ when the factor is 1 or more."""
        return steps_to(self.factor, distance, accuracy)


def steps_to(factor: float, distance: float, accuracy: float = ARRIVED) -> float:
    """The least n with factor^n · distance ≤ accuracy, ∞ where there is none.

    >>> steps_to(0.5, 1.0, 0.25), steps_to(1.0, 1.0)
    (2, inf)
    """
    if distance <= accuracy:
        return 0
    if not factor < 1:
        return inf
    if factor == 0:
        return 1
    decay = log1p(factor - 1) if factor > 0.5 else log(factor)
    # a quotient that is whole but for rounding is that whole number of steps
    return ceil(log(accuracy / distance) / decay - 1e-9)


def predict(e: Expression, minimum: Sequence[float], rate: float) -> Prediction:
    """The prediction at a point (d,) with ∇f = 0; NaN eigenvalues where f has no second derivative.

    >>> from core.expression import parse
    >>> p = predict(parse("x^2 + 30y^2", ("x", "y")), (0.0, 0.0), 0.03)
    >>> p.limit, p.factor, p.condition
    (0.03333333333333333, 0.94, 30.0)
    """
    point = np.array(minimum, dtype=np.float64)
    quadratic = read_quadratic(e)
    if quadratic is None:
        eigenvalues = hessian_at(e, tuple(point.tolist())).eigenvalues
        return Prediction(point, eigenvalues, 1 - rate * eigenvalues, rate, exact=False)
    exact = quadratic.eigenvalues
    factors = [error_factor(eigenvalue, rate) for eigenvalue in exact]
    return Prediction(
        point, np.array([float(eigenvalue) for eigenvalue in exact]), np.array(factors), rate, exact=True
    )


def error_factor(eigenvalue: Eigenvalue, rate: float) -> float:
    """1 − ηλ, rounded once: η counts as the decimal it was typed as.

    >>> from fractions import Fraction
    >>> error_factor(Eigenvalue(Fraction(2)), 0.9)
    -0.8
    """
    (eta,) = as_typed([rate])
    return float(Eigenvalue(1 - eta * eigenvalue.centre, -eigenvalue.sign, eta * eta * eigenvalue.radicand))


def local(e: Expression, trace: Trace) -> Floats:
    """η·λ_max at every iterate (k+1,): where it is above 2, a step along that direction is too long.

    The last iterate counts with the rate of the last step; NaN where f has no second derivative, or no step
    was taken.
    """
    if not trace.steps:
        return np.full(1, nan)
    rate = np.append(trace.rate, trace.rate[-1])
    finite = np.isfinite(trace.x).all(axis=1)
    largest = np.full(len(trace.x), nan)
    largest[finite] = eigenvalues_over(e, trace.x[finite])[:, -1]
    product: Floats = rate * largest
    return product


def distances(trace: Trace, minimum: Floats) -> Floats:
    """‖x_k − x*‖ (k+1,)."""
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(np.linalg.norm(trace.x - minimum, axis=1), dtype=np.float64)


def measured_factor(trace: Trace, minimum: Floats) -> float:
    """By how much ‖x_k − x*‖ was multiplied per step, the geometric mean of the last ten above rounding.

    NaN when no step began farther from x* than rounding, or began right on it.
    """
    distance = distances(trace, minimum)
    rounding = 1e-12 * (1 + float(np.linalg.norm(minimum)))
    usable = np.flatnonzero(np.isfinite(distance) & (distance > rounding))
    if not len(usable) or len(distance) < 2:
        return nan
    last = min(int(usable[-1]), len(distance) - 1)
    first = max(last - _WINDOW, 0)
    if last == first:
        return float(distance[1] / distance[0]) if isfinite(distance[1]) else nan
    if distance[first] == 0:
        return nan
    return float((distance[last] / distance[first]) ** (1 / (last - first)))
