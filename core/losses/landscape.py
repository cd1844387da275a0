"""The loss over two parameters as a landscape: its window, and its level curves."""

import numpy as np

from core.datasets import Samples
from core.models import Floats, Model
from core.sampling.contours import LevelCurves, Window, level_curves
from core.windows import rounded_outward

_AT_ONCE = 500_000
"""Predictions held in memory at a time."""

_BEYOND = 1.3


def loss_levels(model: Model, samples: Samples, window: Window, *, count: int = 12) -> LevelCurves:
    """Level curves of the loss on all samples over θ₁ (across) and θ₂ (up); `model` has two parameters."""
    rows = max(1, _AT_ONCE // samples.size)

    def loss(first: Floats, second: Floats) -> Floats:
        theta = np.column_stack([first, second])
        parts = [theta[i : i + rows] for i in range(0, len(theta), rows)]
        return np.concatenate([model.loss(part, samples.x, samples.y) for part in parts])

    return level_curves(loss, window, count=count)


def landscape_window(start: Floats, target: Floats) -> Window:
    """About a square around the target (2,), wide enough that the start is inside with room to spare.

    The target is the closed form or, where there is none, the end of a training. Nothing else that a slider
    moves can change the window.
    """
    half = _BEYOND * float(np.abs(start - target).max()) or 1.0
    (x_low, x_high), (y_low, y_high) = (
        rounded_outward(float(middle) - half, float(middle) + half) for middle in target
    )
    return (x_low, x_high), (y_low, y_high)
