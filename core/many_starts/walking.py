"""One optimiser from many starts at once: every run takes its own steps until it is over."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.descent import Sense
from core.expression import Expression
from core.gradient import gradient_field
from core.iterating.sights import sight_of
from core.iterating.stopping import AWAY
from core.optimizers import Optimizer, State
from core.schedules import Moment, Schedule

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

STILL = 1e-8
"""A run whose slope is no longer than this has arrived."""

ENDS = ("under way", "still", "away", "no slope", "no step")
UNDER_WAY, IS_STILL, IS_AWAY, NO_SLOPE, NO_STEP = range(len(ENDS))


@dataclass(frozen=True, eq=False)
class Walked:
    """Where n runs ended: x (n, d), f (n,), their number of steps (n,) and how they ended (n,), as in `ENDS`.

    `rests` (p, n, d) are all places after each of p periods of a schedule that begins anew, NaN from where a
    run is over; p is 0 for the others.
    """

    x: Floats
    f: Floats
    steps: NDArray[np.int16]
    end: NDArray[np.int8]
    rests: Floats


@dataclass(frozen=True)
class Rule:
    """How each of the runs goes: the optimiser with its knobs, η, its schedule, and down or up."""

    method: Optimizer
    knobs: Mapping[str, float]
    eta: float
    schedule: Schedule
    schedule_knobs: Mapping[str, float]
    steps: int
    sense: Sense

    @property
    def period(self) -> int:
        """After so many steps the rate begins anew; 0 for a schedule that never does."""
        return int(self.schedule_knobs["period"]) if self.schedule.name == "restarts" else 0


class Crowd:
    """All runs: where they are, and which are still under way (`running`, places among all)."""

    def __init__(self, e: Expression, starts: Floats, rule: Rule) -> None:
        self.e, self.rule = e, rule
        self.field = gradient_field(e)
        self.sign = 1 if rule.sense == "descent" else -1
        self.x = starts.copy()
        self.f = np.full(len(starts), np.nan)
        self.steps = np.zeros(len(starts), dtype=np.int16)
        self.end = np.full(len(starts), UNDER_WAY, dtype=np.int8)
        self.running = np.arange(len(starts))
        self.here = starts.copy()
        self.state: State = rule.method.init(self.here)
        self.far = AWAY * np.maximum(1.0, np.linalg.norm(starts, axis=1))
        self.rests: list[Floats] = []

    def walk(self) -> Walked:
        """All steps of all runs; a run that is over takes no part in the next."""
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            for k in range(self.rule.steps + 1):
                self._look(k)
                if k == self.rule.steps or not len(self.running):
                    break
                self._step(k)
        rests = np.array(self.rests).reshape(len(self.rests), *self.x.shape)
        return Walked(self.x, self.f, self.steps, self.end, rests)

    def _look(self, k: int) -> None:
        """f and ∇f where the runs are now; those that are over stay there."""
        self.value, gradient = self.field.over(self.here)
        self.down = self.sign * gradient
        self.x[self.running], self.f[self.running] = self.here, self.value
        self.steps[self.running] = k
        self._rest(k)
        self.squared = np.einsum("nd,nd->n", self.down, self.down)
        # Without a slope there is no next step, be f known or not: a corner, an edge.
        self._over(~np.isfinite(self.squared), NO_SLOPE)
        self._over(np.linalg.norm(self.here, axis=1) > self.far[self.running], IS_AWAY)
        if not self.rule.period:
            self._over(self.squared <= STILL * STILL, IS_STILL)

    def _rest(self, k: int) -> None:
        if self.rule.period and k and k % self.rule.period == 0:
            rest = np.full_like(self.x, np.nan)
            rest[self.running] = self.here
            self.rests.append(rest)

    def _step(self, k: int) -> None:
        """x + the optimiser's step; a run without one is over where it is."""
        step, self.state = self.rule.method.move(
            self.down,
            self.state,
            self._rate(k),
            self.rule.knobs,
            sight_of(self.e, self.here, self.value, self.sign),
        )
        self.here = self.here + step
        self._over(np.isnan(step.sum(axis=1)), NO_STEP)

    def _rate(self, k: int) -> float | Floats:
        """η of this step: one number, or a column where each run has its own."""
        here, down = self.here, self.down

        def value_at(t: Floats) -> Floats:
            return self.sign * self.field.over(here - t[:, None] * down)[0]

        moment = Moment(k, self.rule.steps, self.sign * self.value, self.squared, value_at)
        if self.rule.schedule.fixed:
            return float(self.rule.schedule.rate(np.array(self.rule.eta), moment, **self.rule.schedule_knobs))
        eta = np.full(len(here), self.rule.eta)
        return self.rule.schedule.rate(eta, moment, **self.rule.schedule_knobs)[:, None]

    def _over(self, which: NDArray[np.bool_], end: int) -> None:
        """These runs are over; all that is known of the others moves up."""
        if not which.any():
            return
        self.end[self.running[which]] = end
        left = np.flatnonzero(~which)
        self.running, self.here, self.value = self.running[left], self.here[left], self.value[left]
        self.down, self.squared = self.down[left], self.squared[left]
        self.state = type(self.state)(*(part[left] for part in self.state))
