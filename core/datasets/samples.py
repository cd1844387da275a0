"""What a model learns from: a small table of numbers, its last column the one to be predicted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(frozen=True, eq=False)
class Samples:
    """n samples: x (n, d), d = 0, 1, 2 …, with the names of its columns; y (n,) with its name.

    With d = 0 there is nothing to predict from: y are places on a line, or tosses of a coin.
    """

    x: Floats
    y: Floats
    columns: tuple[str, ...]
    target: str

    @property
    def size(self) -> int:
        """How many samples there are, n."""
        return len(self.y)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all columns, that of y last."""
        return (*self.columns, self.target)

    @property
    def table(self) -> Floats:
        """Everything in one array (n, d + 1), y last."""
        return np.column_stack([self.x, self.y])


def samples_of(table: ArrayLike, names: Sequence[str] | None = None) -> Samples:
    """Samples of a table (n, d + 1) whose last column is y; without names they are x, y or x₁, x₂, …, y.

    >>> samples_of([[1, 2], [2, 5], [3, 3]]).columns
    ('x',)
    """
    numbers = np.array(table, dtype=np.float64)
    *columns, target = names or usual_names(numbers.shape[1])
    return Samples(numbers[:, :-1], numbers[:, -1], tuple(columns), target)


def usual_names(width: int) -> tuple[str, ...]:
    """The names of `width` columns that nobody named.

    >>> usual_names(1), usual_names(2), usual_names(3)
    (('y',), ('x', 'y'), ('x₁', 'x₂', 'y'))
    """
    if width <= 2:
        return ("x", "y")[2 - width :]
    return (*(f"x{column}".translate(_DIGITS) for column in range(1, width)), "y")
