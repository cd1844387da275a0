"""What a run itself shows of its roots and its rate, without any theory of momentum."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

EPS = float(np.finfo(np.float64).eps)
ROUNDINGS = 8
"""So many go into one iterate's part of the error."""

ROUNDING = 1e-11
"""A part of the error this small beside the first is mostly rounding."""


@dataclass(frozen=True)
class Recursion:
    """e_{k+1} = linear·e_k − product·e_{k−1} as it fits the iterates, and how far the fit can be trusted."""

    linear: float
    product: float
    trust: float


def recursion(part: Floats, size: float) -> Recursion | None:
    """The recursion of one part of the error (k+1,), by least squares over the run (Prony's method, 1795).

    `size` is that of the iterates themselves, which are rounded. None where the run has too few steps, or
    shows a single root only, so that no two numbers can be told.

    >>> found = recursion(np.array([1.0, 0.5, 0.0, -0.25, -0.25]), size=1.0)
    >>> round(found.linear, 12), round(found.product, 12)
    (1.0, 0.5)
    """
    part = part[: _usable(part)]
    if len(part) < 4:
        return None
    scale = np.maximum(np.abs(part[1:-1]), np.abs(part[0]))
    rows = np.column_stack([part[1:-1], -part[:-2]]) / scale[:, None]
    solution, _, rank, singular = np.linalg.lstsq(rows, part[2:] / scale, rcond=1e-9)
    if rank < 2:
        return None
    noise = ROUNDINGS * EPS * np.sqrt(len(scale)) * (1 + size / np.abs(part[0]))
    return Recursion(float(solution[0]), float(solution[1]), float(noise / singular[-1]))


def decay(parts: Floats) -> float:
    """The mean factor per step of the error (k+1, d) over the second half of its run, NaN for none.

    Two neighbouring errors are taken together, so that one that happens to cross 0 does not count as none.

    >>> decay(np.array([[8.0], [4.0], [2.0], [1.0], [0.5]]))
    0.5
    """
    used = _usable(np.abs(parts).max(axis=1))
    if used < 4:
        return float("nan")
    pair = np.hypot.reduce(np.hstack([parts[1:used], parts[: used - 1]]), axis=1)
    middle = (used - 1) // 2
    return float((pair[-1] / pair[middle]) ** (1 / (len(pair) - 1 - middle)))


def _usable(error: Floats) -> int:
    """How many iterates come before the first that is lost in rounding or no longer finite."""
    with np.errstate(over="ignore", invalid="ignore"):
        size = np.maximum(np.abs(error), np.abs(np.append(error[1:], 0.0)))
        good = np.isfinite(size) & (size < 1e150) & (size > ROUNDING * size[0])
    lost = np.flatnonzero(~good)
    return int(lost[0]) if len(lost) else len(error)
