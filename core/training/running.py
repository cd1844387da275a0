"""A training under way: the parameters as they stand, and everything that was met on the way there."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.datasets import Samples
from core.errors import SettingError
from core.models import Model
from core.optimizers import State
from core.schedules import SCHEDULES, Moment
from core.training.methods import TRAINERS, sight_of_parameters
from core.training.plan import Plan
from core.training.training import Floats, LastStep, Status, Training

AWAY = 1e12
"""A loss so many times the first one (or 1, if that is more) is on its way to infinity."""

Rows = NDArray[np.intp]


class Running:
    """A training under way; `done` of `plan.epochs` epochs are behind it."""

    def __init__(
        self, model: Model, samples: Samples, plan: Plan, start: Sequence[float] | None = None
    ) -> None:
        beginning, self._order = np.random.default_rng(plan.seed).spawn(2)
        self.plan = plan
        self._model, self._samples = model, samples
        self._theta = _start(model, samples, beginning, start)
        self._method = TRAINERS[plan.optimizer]
        self._state: State = self._method.init(self._theta)
        self._last: LastStep | None = None
        self._parameters: list[Floats] = []
        self._epoch_losses: list[float] = []
        self._slopes: list[float] = []
        self._losses: list[float] = []
        self._rates: list[float] = []
        self._look()
        if not np.isfinite(self.loss):
            raise SettingError("The loss has no finite value at this start.", "start")
        self._far = AWAY * max(1.0, abs(self.loss))
        self.status: Status = "stopped"
        self._judge()

    @property
    def done(self) -> int:
        """How many epochs are behind it."""
        return len(self._parameters) - 1

    @property
    def loss(self) -> float:
        """The loss on all data, NaN where it has no finite value."""
        return self._epoch_losses[-1]

    def so_far(self) -> Training:
        """The training up to here."""
        rows = self._last.rows if self._last is not None else np.arange(self._samples.size)
        end = self._loss(rows)
        return Training(
            model=self._model,
            samples=self._samples,
            plan=self.plan,
            parameters=_gapped(self._parameters),
            epoch_losses=_gapped(self._epoch_losses),
            slopes=_gapped(self._slopes),
            losses=_gapped([*self._losses, end]),
            rates=np.array(self._rates),
            status=self.status,
            last_step=self._last,
        )

    def epoch(self) -> None:
        """Once through the data, and a look at all of it at the end."""
        for rows in self._batches():
            x, y = self._samples.x[rows], self._samples.y[rows]
            loss = float(self._model.loss(self._theta, x, y))
            if not abs(loss) <= self._far:
                break
            self._step(rows, x, y, loss)
        self._look()
        self._judge()

    def _step(self, rows: Rows, x: Floats, y: Floats, loss: float) -> None:
        theta, state = self._theta, self._state
        gradient = self._model.gradient(theta, x, y)
        rate = self._rate(gradient, loss, x, y)
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            sight = sight_of_parameters(theta)
            step, self._state = self._method.move(gradient, state, rate, self.plan.knobs, sight)
            self._theta = theta + step
        self._last = LastStep(theta, self._theta, rows, rate, state)
        self._losses.append(loss)
        self._rates.append(rate)

    def _rate(self, gradient: Floats, loss: float, x: Floats, y: Floats) -> float:
        """η of this step; a schedule that looks at the loss looks at that of the batch."""
        if self.plan.schedule == "constant":
            return self.plan.rate
        theta = self._theta

        def value_at(t: Floats) -> Floats:
            return self._model.loss(theta - t * gradient, x, y)

        steps = self.plan.epochs * self.plan.steps_an_epoch(self._samples.size)
        with np.errstate(over="ignore", invalid="ignore"):
            squared = np.array(gradient @ gradient)
            moment = Moment(len(self._rates), steps, np.array(loss), squared, value_at)
            schedule = SCHEDULES[self.plan.schedule]
            return float(schedule.rate(np.array(self.plan.rate), moment, **self.plan.schedule_knobs))

    def _batches(self) -> Iterator[Rows]:
        n, batch = self._samples.size, self.plan.batch
        order = np.arange(n) if self.plan.full(n) else self._order.permutation(n)
        return (order[first : first + batch] for first in range(0, n, batch))

    def _loss(self, rows: Rows) -> float:
        return float(self._model.loss(self._theta, self._samples.x[rows], self._samples.y[rows]))

    def _look(self) -> None:
        """Loss and slope on all data."""
        x, y = self._samples.x, self._samples.y
        with np.errstate(over="ignore", invalid="ignore"):
            self._parameters.append(self._theta)
            self._epoch_losses.append(float(self._model.loss(self._theta, x, y)))
            self._slopes.append(float(np.linalg.norm(self._model.gradient(self._theta, x, y))))

    def _judge(self) -> None:
        if not (abs(self.loss) <= self._far and np.isfinite(self._theta).all()):
            self.status = "diverged"
        elif self._slopes[-1] <= self.plan.tolerance:
            self.status = "converged"
        elif self.done == self.plan.epochs:
            self.status = "finished"


def _start(model: Model, samples: Samples, rng: np.random.Generator, start: Sequence[float] | None) -> Floats:
    d = samples.x.shape[1]
    if start is None:
        return model.begin(d, rng)
    theta, names = np.array(start, dtype=np.float64), model.parameters(d)
    if theta.shape != (len(names),) or not np.isfinite(theta).all():
        raise SettingError(f"The start needs a number for each of {', '.join(names)}.", "start")
    return theta


def _gapped(values: Sequence[float] | Sequence[Floats]) -> Floats:
    """The same in one array, NaN for what is not finite."""
    numbers = np.array(values, dtype=np.float64)
    return np.where(np.isfinite(numbers), numbers, np.nan)
