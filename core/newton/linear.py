"""The linear equation of a Newton step, J·s = −F, in one or two unknowns and for many points at once."""

from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

ROUNDING = 4 * float(np.finfo(np.float64).eps)
"""A determinant ad − bc this small beside |ad| + |bc| cannot be told from 0 in float64."""


def newton_step(field: Array, jacobian: Array) -> Array:
    """s with J·s = −F for F (..., d) and J (..., d, d), d = 1 or 2; NaN where J is singular.

    The arrays may hold float64 or many-digit numbers.

    >>> newton_step(np.array([277.6, 213.6]), np.array([[198.4, -2.6], [-2.6, 157.6]])).round(5).tolist()
    [-1.41726, -1.37871]
    """
    if field.shape[-1] == 1:
        return _divided(-field, jacobian[..., 0])
    entries = tuple(jacobian[..., i, j] for i, j in ((0, 0), (0, 1), (1, 0), (1, 1)))
    largest = reduce(np.maximum, map(np.abs, entries))
    a, b, c, d = (_divided(entry, largest) for entry in entries)
    determinant, singular = _determinant(a, b, c, d)
    p, q = -field[..., 0], -field[..., 1]
    below = np.where(singular, 0, determinant) * largest
    return np.stack([_divided(d * p - b * q, below), _divided(a * q - c * p, below)], axis=-1)


def is_singular(jacobian: Array) -> bool:
    """Whether float64 cannot tell the determinant of J (d, d) from 0.

    >>> is_singular(np.array([[1.0, 2.0], [2.0, 4.0]])), is_singular(np.diag([2.0, 1e-20]))
    (True, False)
    """
    if jacobian.shape[-1] == 1:
        return bool(jacobian[0, 0] == 0)
    return bool(_determinant(*_divided(jacobian, np.max(np.abs(jacobian))).ravel())[1])


def _determinant(a: Array, b: Array, c: Array, d: Array) -> tuple[Array, Array]:
    """ad − bc, and where it is 0 or might be."""
    main, other = a * d, b * c
    determinant = main - other
    large = np.abs(determinant) > ROUNDING * (np.abs(main) + np.abs(other))
    return determinant, np.logical_not(large)


def _divided(above: Array, below: Array) -> Array:
    """above / below, NaN where below is 0; no warnings."""
    zero = below == 0
    with np.errstate(over="ignore", invalid="ignore"):
        return np.where(zero, np.nan, above / np.where(zero, 1, below))
