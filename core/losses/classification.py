"""The squared loss of ŷ = σ(z) and its slope in z, to be held against the log-loss of `core.models`.

Both take z of any shape and a label y of 0 or 1, and compute from z, so that ŷ near 0 or 1 loses no digits.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.models.log_loss import log_loss_slope, sigmoid

Floats = NDArray[np.float64]


def squared_loss(z: ArrayLike, y: ArrayLike) -> Floats:
    """(y − ŷ)²/2.

    >>> float(squared_loss(0.0, 1))
    0.125
    """
    return log_loss_slope(np.asarray(z, dtype=np.float64), np.asarray(y)) ** 2 / 2


def squared_slope(z: ArrayLike, y: ArrayLike) -> Floats:
    """d/dz of the squared loss: −(y − ŷ)·ŷ(1 − ŷ), nearly 0 when the model is sure, right or wrong.

    >>> float(squared_slope(0.0, 1))
    -0.125
    """
    place = np.asarray(z, dtype=np.float64)
    return log_loss_slope(place, np.asarray(y)) * sigmoid(place) * sigmoid(-place)
