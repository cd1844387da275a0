"""The same run for many learning rates at once: how long each takes to arrive, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.descent import Trace, run
from core.expression import Expression
from core.gradient import Field, gradient_field
from core.iterating.stopping import AWAY
from core.learning_rate.stability import ARRIVED, Prediction
from core.learning_rate.valleys import Valley, valley
from core.schedules import SCHEDULES, Moment

Floats = NDArray[np.float64]

ELSEWHERE = 1e-3
"""A run whose slope vanishes farther than this from the minimum has settled in another place."""

TELLING = (0.2, 0.5, 1.0, 1.8, 2.2)
"""ηλ_max from too small to diverging."""

DECADES = (0.001, 0.01, 0.1, 0.5, 1.0)
"""Rates to show where no curvature gives a scale."""


@dataclass(frozen=True, eq=False)
class Sweep:
    """Steps to arrive for every rate: rate (m,), steps (m,) with NaN where a run did not, outcome (m,).

    outcome: "arrives", "another valley", "diverged", "left the domain", "no slope" (it landed where f has
    none), "not yet". `by_distance` says what arriving means: ‖x_k − x*‖ ≤ 10^−6, or ‖∇f‖ ≤ 10^−6 where
    downhill from the start lies neither a minimum with curvature nor a corner.
    """

    rate: Floats
    steps: Floats
    outcome: NDArray[np.str_]
    by_distance: bool


def sweep(
    e: Expression,
    start: Sequence[float],
    rates: ArrayLike,
    steps: int = 500,
    schedule: str = "constant",
    knobs: Mapping[str, float] | None = None,
) -> Sweep:
    """Gradient descent from `start` (d,), where f has a value, with every one of `rates` (m,), all positive.

    >>> from core.expression import parse
    >>> result = sweep(parse("x^2"), (1.0,), [0.1, 0.5, 1.0, 1.1])
    >>> result.steps.tolist(), result.outcome.tolist()
    ([62.0, 1.0, nan, nan], ['arrives', 'arrives', 'not yet', 'diverged'])
    """
    eta = np.asarray(rates, dtype=np.float64)
    batch = _Batch(gradient_field(e), valley(e, start), np.array(start, dtype=np.float64), eta)
    row = SCHEDULES[schedule]
    settings = {knob.name: knob.default for knob in row.knobs} | dict(knobs or {})
    with np.errstate(over="ignore", invalid="ignore"):
        batch.look(0)
        for k in range(steps):
            if not len(batch.running):
                break
            batch.step(row.rate(batch.eta, batch.moment(k, steps), **settings))
            batch.look(k + 1)
    return Sweep(eta, batch.steps, batch.outcome, batch.by_distance)


class _Batch:
    """The runs still under way: `running` holds their places among all, x (n, d) where they are."""

    def __init__(self, field: Field, heading: Valley, start: Floats, eta: Floats) -> None:
        self.field = field
        self.heading = heading
        self.by_distance = heading.kind in ("minimum", "corner")
        self.running = np.arange(len(eta))
        self.eta = eta
        self.x = np.tile(start, (len(eta), 1))
        self.steps = np.full(len(eta), np.nan)
        self.outcome = np.full(len(eta), "not yet", dtype="<U16")
        f, self.gradient = field.over(self.x[:1])
        self.f = np.repeat(f, len(eta))
        self.gradient = np.repeat(self.gradient, len(eta), axis=0)
        self.slope = _squared(self.gradient)
        self.far = (AWAY * max(1.0, float(np.linalg.norm(start)))) ** 2
        self.large = AWAY * max(1.0, float(np.abs(f[0])))

    def moment(self, k: int, steps: int) -> Moment:
        x, gradient = self.x, self.gradient

        def value_at(t: Floats) -> Floats:
            return self.field.over(x - t[:, None] * gradient)[0]

        return Moment(k, steps, self.f, self.slope, value_at)

    def step(self, rate: Floats) -> None:
        """x_{k+1} = x_k − η ∇f(x_k) in every run."""
        self.x = self.x - rate[:, None] * self.gradient
        self.f, self.gradient = self.field.over(self.x)

    def look(self, k: int) -> None:
        """Which runs are over after k steps; those drop out of the batch."""
        slope = self.slope = _squared(self.gradient)
        away = _squared(self.x)
        still = slope <= ARRIVED**2
        arrived = still
        if self.by_distance:
            distance = _squared(self.x - self.heading.point)
            arrived = distance <= ARRIVED**2
            still = still & (distance > ELSEWHERE**2)
        well = (away <= self.far) & (np.abs(self.f) <= self.large) & (slope < np.inf)
        over = arrived | still | ~well
        if not over.any():
            return
        self._name(~well & ~arrived, "diverged")
        self._name(np.isnan(self.f) & (away < np.inf), "left the domain")
        self._name(np.isnan(slope) & np.isfinite(self.f) & ~arrived, "no slope")
        self._name(still & ~arrived, "another valley")
        self._name(arrived, "arrives")
        self.steps[self.running[arrived]] = k
        left = ~over
        self.running, self.eta, self.x = self.running[left], self.eta[left], self.x[left]
        self.f, self.gradient, self.slope = self.f[left], self.gradient[left], slope[left]

    def _name(self, which: NDArray[np.bool_], outcome: str) -> None:
        self.outcome[self.running[which]] = outcome


def _squared(vectors: Floats) -> Floats:
    """‖v‖² along the last axis, (n, d) → (n,)."""
    squared: Floats = np.einsum("nd,nd->n", vectors, vectors)
    return squared


def family(
    e: Expression, start: Sequence[float], rates: Sequence[float], steps: int, schedule: str = "constant"
) -> tuple[Trace, ...]:
    """One run per rate, all from the same start, to be compared in one picture."""
    return tuple(run(e, start, rate=rate, steps=steps, schedule=schedule) for rate in rates)


def telling_rates(prediction: Prediction | None) -> tuple[float, ...]:
    """Rates from too small to diverging, to two digits: 0.2, 0.5, 1, 1.8 and 2.2 over λ_max.

    Without a positive curvature there is no scale to choose by, and the rates are plain decades.

    >>> from core.expression import parse
    >>> from core.learning_rate.stability import predict
    >>> telling_rates(predict(parse("x^2 + 30y^2", ("x", "y")), (0.0, 0.0), 0.1))
    (0.0033, 0.0083, 0.017, 0.03, 0.037)
    """
    if prediction is None or not prediction.eigenvalues[-1] > 0:
        return DECADES
    return tuple(float(f"{share / prediction.eigenvalues[-1]:.1e}") for share in TELLING)
