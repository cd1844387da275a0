"""What the page Training computes, kept for every session; samples and trainings by their identity."""

from functools import lru_cache

from core.backpropagation import Pass, backpropagate, gradient_steps
from core.closed_form import ClosedForm, closed_form
from core.datasets import Samples, data_in, objection
from core.golf import Golf, play
from core.losses import TwoStarts, loss_levels, two_ends
from core.models import Floats, Model
from core.models.checking import gradient_checks
from core.sampling.contours import LevelCurves
from core.steps import Check, LazySteps
from core.training import Plan, Training, epoch_by_epoch, loss_check, step_check, working_rate
from ui.cached import PICTURES

Knobs = tuple[tuple[str, float], ...]
Box = tuple[tuple[float, float], tuple[float, float]]


@lru_cache(maxsize=PICTURES)
def samples_of(data: str, seed: int, knobs: Knobs = ()) -> Samples:
    """The data of a text of the key `data`: the same object for the same text, seed and knobs."""
    return data_in(data, seed, **dict(knobs))


@lru_cache(maxsize=PICTURES)
def objection_of(model: Model, samples: Samples) -> str | None:
    """Why the model cannot learn from these data; None where it can."""
    return objection(model, samples)


@lru_cache(maxsize=PICTURES)
def closed_form_of(model: Model, samples: Samples) -> ClosedForm | None:
    """Where training is heading; None for a network. Raises SettingError for data that do not fit."""
    return closed_form(model, samples)


@lru_cache(maxsize=PICTURES)
def working_rate_of(model: Model, samples: Samples, plan: Plan) -> float | None:
    """A rate that works where that of the plan does not."""
    return working_rate(model, samples, plan)


@lru_cache(maxsize=PICTURES)
def step_check_of(training: Training) -> Check | None:
    """The last step, taken again in many digits."""
    return step_check(training)


@lru_cache(maxsize=PICTURES)
def loss_check_of(training: Training) -> Check | None:
    """The loss at the end, sample by sample in many digits."""
    return loss_check(training)


@lru_cache(maxsize=PICTURES)
def drawn_start_of(model: Model, samples: Samples, plan: Plan) -> Floats:
    """The parameters (p,) that the seed of the plan draws."""
    start: Floats = next(epoch_by_epoch(model, samples, plan)).so_far().parameters[0]
    return start


@lru_cache(maxsize=PICTURES)
def levels_of(model: Model, samples: Samples, window: Box) -> LevelCurves:
    """The level curves of the loss over its two parameters."""
    return loss_levels(model, samples, window)


@lru_cache(maxsize=PICTURES)
def golf_of(force: float, target: float, rate: float, shots: int) -> Golf:
    """A round of golf; raises SettingError for numbers out of range."""
    return play(start=force, target=target, rate=rate, shots=shots)


@lru_cache(maxsize=PICTURES)
def gradient_checks_of(training: Training, epoch: int) -> tuple[Check, ...]:
    """Every slope of the loss on all data after an epoch; raises SettingError for a runaway."""
    samples = training.samples
    return gradient_checks(training.model, training.parameters[epoch], samples.x, samples.y)


@lru_cache(maxsize=PICTURES)
def sample_steps_of(training: Training, epoch: int, sample: int) -> LazySteps:
    """The gradient for one sample with the weights after an epoch; raises SettingError for a runaway."""
    theta, samples = training.parameters[epoch], training.samples
    return gradient_steps(training.model, theta, samples.x, samples.y, sample, training.plan.rate)


@lru_cache(maxsize=PICTURES)
def pass_of(training: Training, epoch: int, sample: int) -> Pass:
    """Both ways through a network for one sample with the weights after an epoch."""
    theta, samples = training.parameters[epoch], training.samples
    label = float(samples.y[sample])
    return backpropagate(training.model, theta, samples.x[sample], label, training.plan.rate)


@lru_cache(maxsize=PICTURES)
def two_ends_of(first: Training, second: Training) -> TwoStarts:
    """Where two trainings ended, and the loss between."""
    return two_ends(first, second)
