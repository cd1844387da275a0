"""Momentum on one quadratic: the error split along the eigenvectors, what each part must do and did."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.curvature import hessian_at
from core.descent import Trace, run
from core.errors import SettingError
from core.expression import Expression
from core.iterating.beginning import start_of
from core.learning_rate.quadratics import Quadratic, as_typed, read_quadratic
from core.momentum.measured import decay
from core.momentum.modes import Mode, mode
from core.momentum.rates import BestBeta, JointBest, best_beta, joint_best

Floats = NDArray[np.float64]

PRESENT = 1e-12
"""A part of the error this small beside the whole is only the rounding of the eigenvectors."""


@dataclass(frozen=True, eq=False)
class Momentum:
    """Heavy-ball steps with rate η and momentum β on ½ xᵀH x + bᵀx + c, H positive definite, in d variables.

    `minimum` (d,) is x*; H, eigenvalues (d,) ascending and eigenvectors (d, d), one to a column, describe the
    bowl. `parts` (k+1, d) are the parts of x_k − x* along the eigenvectors, one for each iterate of `trace`;
    `modes` (d) is what each of them must do.
    """

    expression: Expression
    minimum: Floats
    H: Floats
    eigenvectors: Floats
    modes: tuple[Mode, ...]
    trace: Trace
    rate: float
    beta: float

    @cached_property
    def parts(self) -> Floats:
        with np.errstate(over="ignore", invalid="ignore"):
            parts: Floats = (self.trace.x - self.minimum) @ self.eigenvectors
        return parts

    @property
    def felt(self) -> NDArray[np.bool_]:
        """Which modes the start has a part in (d,): from an eigenvector a run never leaves it."""
        first = np.abs(self.parts[0])
        felt: NDArray[np.bool_] = first > PRESENT * first.max(initial=0.0)
        return felt

    @property
    def factor(self) -> float:
        """What a step leaves of the error in the end: the largest root of the modes that the start feels."""
        return max((m.factor for m, felt in zip(self.modes, self.felt, strict=True) if felt), default=0.0)

    @property
    def descent_factor(self) -> float:
        """The same for plain gradient descent with this η, max |1 − ηλ|."""
        pairs = zip(self.modes, self.felt, strict=True)
        return max((abs(1 - m.product) for m, felt in pairs if felt), default=0.0)

    @property
    def measured(self) -> float:
        """The geometric mean of what steps left of the error, over the second half of the run."""
        return decay(self.parts)

    @property
    def least(self) -> float:
        """μ, the smallest eigenvalue."""
        return self.modes[0].eigenvalue

    @property
    def most(self) -> float:
        """L, the largest eigenvalue."""
        return self.modes[-1].eigenvalue

    @property
    def best_beta(self) -> BestBeta | None:
        """The best β for this η."""
        return best_beta(self.rate, self.least, self.most)

    @property
    def joint_best(self) -> JointBest:
        """The best pair of η and β."""
        return joint_best(self.least, self.most)


def momentum_on(
    e: Expression, start: Sequence[float], rate: float, beta: float, steps: int = 100
) -> Momentum | None:
    """The worked theory and the run of so many steps; None where f is no quadratic with a minimum.

    Raises SettingError, naming the control, for a start without a value, a rate that is not above 0, and a β
    outside [0, 1).

    >>> from core.expression import parse
    >>> found = momentum_on(parse("x^2 + 25y^2", ("x", "y")), (5, 2), 0.02, 0.64)
    >>> [m.kind for m in found.modes], found.factor
    (['critical', 'under-damped'], 0.8)
    """
    if not 0 <= beta < 1:
        raise SettingError("The momentum β must be a number from 0 up to, but not including, 1.", "beta")
    quadratic = read_quadratic(e)
    where = start_of(e, start)
    if quadratic is None or quadratic.eigenvalues[0].compare(Fraction(0)) <= 0:
        return None
    trace = run(e, where.tolist(), "momentum", rate, steps, tolerance=0.0, knobs={"beta": beta})
    minimum = _minimum(quadratic, where)
    hessian = hessian_at(e, minimum.tolist())
    return Momentum(
        expression=e,
        minimum=minimum,
        H=hessian.matrix,
        eigenvectors=hessian.eigenvectors,
        modes=tuple(mode(eigenvalue, rate, beta) for eigenvalue in quadratic.eigenvalues),
        trace=trace,
        rate=rate,
        beta=beta,
    )


def _minimum(quadratic: Quadratic, start: Floats) -> Floats:
    """x* = −H⁻¹b, rounded once."""
    point = quadratic.stationary(as_typed(start.tolist()))
    assert point is not None  # H is positive definite
    return np.array([float(part) for part in point])
