"""Which kind of training it was: the names, and the rule that tells them apart."""

from typing import Literal

import numpy as np

from core.training.training import Floats, Training

Kind = Literal[
    "diverged", "converged", "flat-start", "stuck", "risen", "noisy", "swings", "settled", "falling"
]

HARDLY = 1e-3
"""A loss that has fallen by less than this part of what it was has hardly moved."""

SETTLED = 1e-5
"""Late losses in a range less than this part of the last one have settled."""

TREND = 0.75
"""Two halves show a trend where at least so large a part of the pairs, net, says so.

Independent noise of 24 losses gets there in one case of a thousand: its deviation is √(25/432) = 0.24
(Mann and Whitney, Annals of Mathematical Statistics 18, 1947).
"""


def kind_of(training: Training) -> Kind:
    """Broken off, flat enough to stop, up and down, risen, hardly moved, settled or falling, in this order.

    Late epochs are the last quarter or so. They go up and down where the loss both rises and falls among them
    and their two halves show no trend.
    """
    if training.status == "diverged":
        return "diverged"
    if training.status == "converged":
        return "converged" if training.steps else "flat-start"
    first, last, late = training.epoch_losses[0], training.epoch_losses[-1], late_losses(training)
    up_and_down: Kind = "swings" if training.plan.full(training.samples.size) else "noisy"
    moves, trend = np.diff(late), _trend(late)
    if np.any(moves > 0) and np.any(moves < 0) and abs(trend) < TREND:
        return up_and_down
    if last > first:
        return "risen"
    if first - last <= HARDLY * first:
        return up_and_down if _hops(training.parameters) else "stuck"
    if np.ptp(late) <= SETTLED * last:
        return "settled"
    return "falling" if trend > 0 and late[0] > last else up_and_down


def late_losses(training: Training) -> Floats:
    """The losses on all data of the last quarter of the epochs, or of eight where that is more.

    Their number is a multiple of four, if there are so many: two halves of a loss that hops between two
    values then have the same mean.
    """
    wanted = 4 * max(2, training.epochs // 16)
    known = len(training.epoch_losses)
    return training.epoch_losses[-min(wanted, 4 * (known // 4) or known) :]


def _trend(late: Floats) -> float:
    """Of all pairs from both halves, how many fall less how many rise, as a part: 1 where all fall.

    A single spike, which stretches the range and moves a mean, weighs no more than any other loss.

    >>> _trend(np.array([9.0, 3, 2, 1])), _trend(np.array([1.0, 2, 1, 2]))
    (1.0, 0.0)
    """
    half = len(late) // 2
    return float(np.sign(late[:half, None] - late[half:]).mean()) if half else 0.0


def _hops(parameters: Floats) -> bool:
    """Whether the last epoch went back against the one before: the loss may be the same on both sides.

    >>> _hops(np.array([[0.0], [6.0], [0.0]])), _hops(np.array([[0.0], [1.0], [2.0]]))
    (True, False)
    """
    moves = np.diff(parameters[-3:], axis=0)
    return len(moves) == 2 and float(moves[0] @ moves[1]) < 0
