"""The loss of single batches jumps; a fading average of it shows where it goes."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

BETA = 0.9
LATEX = r"s_k = \frac{\beta s'_{k-1} + (1-\beta) L_k}{1-\beta^k} = \frac{s'_k}{1-\beta^k}"
SOURCE = "Kingma & Ba, Adam: a method for stochastic optimization, 2015, §3, with β = 0.9"


def smoothed(losses: Floats, beta: float = BETA) -> Floats:
    """s′_k / (1 − βᵏ) with s′_k = βs′_{k−1} + (1 − β)L_k, s′₀ = 0: older losses (k,) fade by β each step.

    Divided by 1 − βᵏ, the weights add up to 1 from the first loss on. A gap (NaN) leaves the average alone
    and stays a gap.

    >>> smoothed(np.array([4.0, 4.0, 4.0])).round(9).tolist()
    [4.0, 4.0, 4.0]
    >>> smoothed(np.array([0.0, 1.9])).round(9).tolist()
    [0.0, 1.0]
    """
    average, weight = 0.0, 0.0
    values = np.full(len(losses), np.nan)
    for k, loss in enumerate(losses.tolist()):
        if loss == loss:
            average, weight = beta * average + (1 - beta) * loss, beta * weight + (1 - beta)
            values[k] = average / weight
    return values
