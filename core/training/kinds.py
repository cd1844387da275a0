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

TREND = 0.25
"""Two halves whose means differ by less than this part of the range show no trend."""


def kind_of(training: Training) -> Kind:
    """Broken off, flat enough to stop, up and down, risen, hardly moved, settled or falling, in this order.

    Late epochs are the last quarter or so. They go up and down where the loss both rises and falls among them
    and the means of their two halves differ by less than a quarter of the range.
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
    """By how much the second half lies below the first, as a part of the range; 0 for a constant loss."""
    half, extent = len(late) // 2, float(np.ptp(late))
    return float(late[:half].mean() - late[half:].mean()) / extent if extent else 0.0


def _hops(parameters: Floats) -> bool:
    """Whether the last epoch went back against the one before: the loss may be the same on both sides.

    >>> _hops(np.array([[0.0], [6.0], [0.0]])), _hops(np.array([[0.0], [1.0], [2.0]]))
    (True, False)
    """
    moves = np.diff(parameters[-3:], axis=0)
    return len(moves) == 2 and float(moves[0] @ moves[1]) < 0
