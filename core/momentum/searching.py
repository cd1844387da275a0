"""The least factor of heavy-ball steps by search: the step as one matrix, and a grid that closes in.

It knows no formula of momentum, so it is the second way for all of them.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

PLACES = 24
ROUNDS = 9
KEPT = 3
"""Cells on each side of the best place that the next, finer grid covers."""


def step_factor(H: Floats, rate: ArrayLike, beta: ArrayLike) -> Floats:
    """The largest eigenvalue in size of ((1 + β)I − ηH, −βI; I, 0), for η and β that broadcast.

    It takes (e_k, e_{k−1}) to (e_{k+1}, e_k); H is symmetric (d, d).

    >>> step_factor(np.array([[1.0]]), 1.0, [0.0, 0.25]).round(12).tolist()
    [0.0, 0.5]
    """
    eta, memory = np.broadcast_arrays(np.asarray(rate, dtype=np.float64), np.asarray(beta, dtype=np.float64))
    d = len(H)
    unit = np.eye(d)
    step = np.zeros((*eta.shape, 2 * d, 2 * d))
    step[..., :d, :d] = (1 + memory[..., None, None]) * unit - eta[..., None, None] * H
    step[..., :d, d:] = -memory[..., None, None] * unit
    step[..., d:, :d] = unit
    factors: Floats = np.abs(np.linalg.eigvals(step)).max(axis=-1, initial=0.0)
    return factors


def least_factor(H: Floats, rates: tuple[float, float]) -> float:
    """The least factor over η in this range, or at this one η, and β from 0 to 1."""
    ranges = np.array([rates, (0.0, 1.0)])
    low, high = ranges[:, :1], ranges[:, 1:]
    best = float("inf")
    for _ in range(ROUNDS):
        eta, beta = (
            np.unique(np.linspace(low_end, high_end, PLACES)) for low_end, high_end in ranges.tolist()
        )
        factors = step_factor(H, eta[:, None], beta)
        place = np.unravel_index(factors.argmin(), factors.shape)
        best = min(best, float(factors[place]))
        middle = np.array([eta[place[0]], beta[place[1]]])
        reach = KEPT * np.ptp(ranges, axis=1) / (PLACES - 1)
        ranges = np.clip(np.column_stack([middle - reach, middle + reach]), low, high)
    return best
