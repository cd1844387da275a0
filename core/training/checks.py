"""The second way for a training: its last step taken again in many digits, and the loss at its end."""

from typing import Any

import numpy as np

from core.descent.retracing import exactly
from core.expression.precise import context
from core.models.checking import TOLERANCE, corner_sentence, rounding_scale
from core.models.many_digits import DIGITS, precise_loss, precise_slope
from core.numbers import number
from core.optimizers import Array, State
from core.steps import Check
from core.training.methods import TRAINERS, sight_of_parameters
from core.training.training import LastStep, Training

SHOWN = 15
ULP = 2.0**-52
LARGEST_SCALE = 1e30
"""Beyond it the products inside a slope are so large that float64 keeps no digit that could be compared."""


def step_check(training: Training) -> Check | None:
    """The parameter that the last step moved most, in float64 and again in many digits.

    Its slope is the difference quotient of the batch's loss, and the method's update is worked out with as
    many digits from the memory it had. None where no step was taken, where it led out of float64 or its
    rounding is too large for a comparison, and where a relu unit sits on its corner, which has no slope.
    """
    step = training.last_step
    if step is None or not np.isfinite(step.after).all():
        return None
    x, y = training.samples.x[step.rows], training.samples.y[step.rows]
    if corner_sentence(training.model, step.before, x):
        return None
    place = int(np.argmax(np.abs(step.after - step.before)))
    slope = precise_slope(training.model, step.before, x, y, place)
    if not context(DIGITS).isfinite(slope):
        return None
    second = _after(training, step, place, slope)
    scale = rounding_scale(step.before, x, y)
    if not scale < LARGEST_SCALE:
        return None
    # What float64 may get wrong in the slope, carried through the update.
    slack = context(DIGITS).mpf(TOLERANCE * max(1.0, scale))
    moved = max(abs(_after(training, step, place, slope + way * slack) - second) for way in (1, -1))
    shown = float(step.after[place])
    size = abs(shown) + abs(float(step.before[place]))
    return Check(
        compared=f"{training.called[place]} after step {training.steps}, in float64 and again in {DIGITS} "
        "digits, with the slope from the difference quotient of the loss.",
        shown=number(shown, SHOWN),
        second=number(float(second), SHOWN),
        difference=float(abs(second - shown)),
        tolerance=float(moved) + 16 * ULP * size,
    )


def loss_check(training: Training) -> Check | None:
    """The loss at the last parameters with a finite one, in float64 and sample by sample in many digits."""
    known = np.flatnonzero(np.isfinite(training.epoch_losses))
    if not len(known):
        return None
    epoch = int(known[-1])
    theta, x, y = training.parameters[epoch], training.samples.x, training.samples.y
    shown = float(training.epoch_losses[epoch])
    second = precise_loss(training.model, theta.tolist(), x, y)
    scale = max(1.0, rounding_scale(theta, x, y))
    return Check(
        compared=f"The loss on all data after epoch {epoch}, in float64 and again in {DIGITS} digits.",
        shown=number(shown, SHOWN),
        second=number(float(second), SHOWN),
        difference=float(abs(second - shown)),
        tolerance=TOLERANCE * (scale + shown),
    )


def _after(training: Training, step: LastStep, place: int, slope: Any) -> Any:
    """One parameter after the step, every number with many digits; the other slopes are those of float64."""
    x, y = training.samples.x[step.rows], training.samples.y[step.rows]
    gradient, before = exactly(training.model.gradient(step.before, x, y)), exactly(step.before)
    gradient[place] = slope
    method, rate = TRAINERS[training.plan.optimizer], context(DIGITS).mpf(step.rate)
    sight = sight_of_parameters(before)
    move, _ = method.move(gradient, _precise(step.state), rate, training.plan.knobs, sight)
    return before[place] + move[place]


def _precise(state: State) -> State:
    parts: list[Array] = [exactly(part) for part in state]
    return type(state)(*parts) if parts else state
