"""The sentence for each kind of training, with its numbers."""

from collections.abc import Callable

import numpy as np

from core.numbers import number
from core.training.greatest_rate import greatest_rate
from core.training.kinds import SETTLED, Kind, late_losses
from core.training.training import Training

_TOO_FAR = "Each step goes too far: a smaller η narrows that range, and one that shrinks lets it settle."


def _diverged(training: Training) -> str:
    first, last = training.losses[0], training.losses[np.isfinite(training.losses)][-1]
    sentence = f"The training runs away: it is broken off after {_done(training)}"
    if training.model.name == "coin":
        return f"{sentence}, where P is no longer between 0 and 1. {_smaller(training)}"
    if last > first:
        sentence += f", with the loss of a batch up from {number(first, 4)} to {number(last, 4)}"
    return f"{sentence}. {_limit(training) or _smaller(training)}"


def _converged(training: Training) -> str:
    slope = f"‖∇L‖ = {number(training.slopes[-1], 3)} ≤ {number(training.plan.tolerance)}"
    loss = number(training.epoch_losses[-1])
    end = "" if training.model.convex else " The loss is not convex, so another start may end lower."
    return f"The training has converged after {_done(training)}: the loss is {loss} and {slope}.{end}"


def _flat_start(training: Training) -> str:
    here = f"‖∇L‖ = {number(training.slopes[0], 3)} ≤ {number(training.plan.tolerance)}"
    return (
        f"No step is taken: at the start already {here}, and the loss is {number(training.epoch_losses[0])}."
    )


def _stuck(training: Training) -> str:
    first, last = training.epoch_losses[[0, -1]]
    return (
        f"The training is stuck: {_done(training)} have changed the loss from {number(first, 6)} to only "
        f"{number(last, 6)}. With ‖∇L‖ = {number(training.slopes[-1], 3)} and η = "
        f"{number(training.plan.rate)} the steps are too short to lead anywhere."
    )


def _risen(training: Training) -> str:
    first, last = training.epoch_losses[[0, -1]]
    return (
        f"After {_done(training)} the loss is higher than at the start: {number(last, 4)} in place of "
        f"{number(first, 4)}. {_limit(training) or _smaller(training)}"
    )


def _noisy(training: Training) -> str:
    batch, n = training.plan.batch, training.samples.size
    seen = f"only {batch} of the {n} samples" if batch > 1 else f"only one of the {n} samples"
    return (
        f"The loss no longer falls: {_range(training)}, for each step sees {seen}. "
        "A larger batch or a smaller η makes that range narrower."
    )


def _swings(training: Training) -> str:
    why = _limit(training) or _TOO_FAR
    return f"The training does not settle: {_range(training)}. {why}"


def _settled(training: Training) -> str:
    late = late_losses(training)
    return (
        f"The loss has settled at {number(late[-1])}: the last {_epochs(len(late) - 1)} changed it by less "
        f"than {number(100 * SETTLED)} %, and ‖∇L‖ = {number(training.slopes[-1], 3)}."
    )


def _falling(training: Training) -> str:
    first, last = training.epoch_losses[[0, -1]]
    late = late_losses(training)
    share = number(100 * float((late[0] - last) / late[0]), 2)
    return (
        f"After {_done(training)} the loss is {number(last, 4)}, down from {number(first, 4)}, and still "
        f"falling: the last {_epochs(len(late) - 1)} took {share} % off."
    )


def _limit(training: Training) -> str:
    """Where a rate too large for the full batch is the reason, and the limit is known."""
    plan = training.plan
    limit = greatest_rate(training.model, training.samples)
    plain = plan.optimizer == "gd" and plan.schedule == "constant"
    if limit is None or not plain or plan.rate < limit * (1 - 1e-9):
        return ""
    side = "above" if plan.rate > limit * (1 + 1e-9) else "at"
    bound = f"2/λ_max = {number(limit, 4)}"
    return f"η = {number(plan.rate)} is {side} {bound}, the limit for this loss on all data."


def _smaller(training: Training) -> str:
    return f"Try η smaller than {number(training.plan.rate)}."


def _range(training: Training) -> str:
    late = late_losses(training)
    lowest, highest = (number(float(loss), 4) for loss in (late.min(), late.max()))
    if lowest == highest:
        return f"in the last {_epochs(len(late) - 1)} the parameters hop to and fro, and it stays at {lowest}"
    return f"in the last {_epochs(len(late) - 1)} it moves between {lowest} and {highest}"


def _done(training: Training) -> str:
    steps = "1 step" if training.steps == 1 else f"{training.steps} steps"
    epochs = "1 epoch" if training.epochs == 1 else _epochs(training.epochs)
    return f"{epochs} ({steps})"


def _epochs(count: int) -> str:
    return "epoch" if count == 1 else f"{count} epochs"


SENTENCES: dict[Kind, Callable[[Training], str]] = {
    "diverged": _diverged,
    "converged": _converged,
    "flat-start": _flat_start,
    "stuck": _stuck,
    "risen": _risen,
    "noisy": _noisy,
    "swings": _swings,
    "settled": _settled,
    "falling": _falling,
}
