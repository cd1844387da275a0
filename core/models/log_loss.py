"""σ and the log-loss from z itself, accurate wherever float64 has numbers.

Written with s = 1 − 2y, which is +1 for y = 0 and −1 for y = 1, nothing is subtracted from 1:
L = log(1 + e^(sz)) and ∂L/∂z = s·σ(sz), the same as −(y − ŷ) (Goodfellow, Bengio and Courville, Deep
Learning, §6.2.2.2, the softplus of (1 − 2y)z).
"""

import numpy as np

from core.models.model import Floats

LOSS_LATEX = r"L = -y \log \hat{y} - (1 - y) \log(1 - \hat{y})"


def sigmoid(z: Floats) -> Floats:
    """1/(1 + e^−z); e^z where z < 0, so that nothing overflows and small values keep their digits.

    >>> sigmoid(np.array([0.0, 800.0, -40.0])).tolist()
    [0.5, 1.0, 4.248354255291589e-18]
    """
    small = np.exp(-np.abs(z))
    value: Floats = np.where(z >= 0, 1.0, small) / (1 + small)
    return value


def log_loss(z: Floats, y: Floats) -> Floats:
    """−y·log σ(z) − (1 − y)·log(1 − σ(z)) for labels y of 0 or 1.

    >>> log_loss(np.array([0.0, 800.0, 800.0]), np.array([1.0, 1.0, 0.0])).round(4).tolist()
    [0.6931, 0.0, 800.0]
    """
    value: Floats = np.logaddexp(0.0, (1 - 2 * y) * z)
    return value


def log_loss_slope(z: Floats, y: Floats) -> Floats:
    """∂L/∂z = −(y − ŷ), without the cancellation where ŷ is near y.

    >>> log_loss_slope(np.array([0.0, 40.0]), np.array([1.0, 1.0])).tolist()
    [-0.5, -4.248354255291589e-18]
    """
    side = 1 - 2 * y
    return side * sigmoid(side * z)
