"""What every peer draws: f(x) = x² − 4x + 4 by 400 points, and 20 steps of descent from x = −2."""

import numpy as np

ETAS = np.round(np.linspace(0.01, 1.0, 100), 2)
FIRST = 0.2
X = np.linspace(-3.0, 7.0, 400)
Y = X**2 - 4 * X + 4


def path(eta: float) -> tuple[np.ndarray, np.ndarray]:
    """x and f(x) of 20 steps x ← x − η·(2x − 4), the start first."""
    x = 2.0 + (-2.0 - 2.0) * (1.0 - 2.0 * eta) ** np.arange(21)
    return x, x**2 - 4 * x + 4
