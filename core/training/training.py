"""What a training has left behind: `Training`, with every number the lesson shows."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from core.datasets import Samples
from core.models import Model
from core.models.worked.writing import plain
from core.optimizers import State
from core.training.plan import Plan
from core.training.smoothing import smoothed

Floats = NDArray[np.float64]
Status = Literal["finished", "converged", "diverged", "stopped"]


@dataclass(frozen=True, eq=False)
class LastStep:
    """The last step: θ before and after it (p,), the rows of its batch, its rate, and the method's memory."""

    before: Floats
    after: Floats
    rows: NDArray[np.intp]
    rate: float
    state: State


@dataclass(frozen=True, eq=False)
class Training:
    """E epochs of S steps in all, from θ₀.

    parameters (E+1, p), epoch_losses (E+1,) and slopes (E+1,), ‖∇L‖, belong to the start and to the end of
    every epoch and to all data. losses (S+1,) is the loss of each step's batch before that step, and last of
    the last batch after it. rates (S,). What is not finite is NaN, a gap.

    status: "converged" (‖∇L‖ ≤ tolerance, the rest of the epochs was not needed), "diverged" (broken off in
    the last epoch listed), "stopped" (before all epochs were done) or "finished".
    """

    model: Model
    samples: Samples
    plan: Plan
    parameters: Floats
    epoch_losses: Floats
    slopes: Floats
    losses: Floats
    rates: Floats
    status: Status
    last_step: LastStep | None

    @property
    def epochs(self) -> int:
        """How many epochs were begun, E."""
        return len(self.parameters) - 1

    @property
    def steps(self) -> int:
        """How many steps were taken, S."""
        return len(self.rates)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parameters (p)."""
        return self.model.parameters(self.samples.x.shape[1])

    @property
    def called(self) -> tuple[str, ...]:
        """The same as a sentence writes them, w₁₂ for w12."""
        return tuple(map(plain, self.names))

    @cached_property
    def smoothed(self) -> Floats:
        """The losses (S+1,) as a fading average."""
        return smoothed(self.losses)

    @cached_property
    def epoch_of_step(self) -> Floats:
        """Where each of the losses (S+1,) stands on an axis of epochs."""
        return np.arange(self.steps + 1) / self.plan.steps_an_epoch(self.samples.size)
