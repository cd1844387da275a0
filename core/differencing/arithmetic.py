"""f in the arithmetic of one dtype: every operation of the program is rounded to it.

float16, float32 and float64 are the binary formats of IEEE 754 (2019), as NumPy computes with them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError
from core.expression import Expression
from core.expression.numeric import Program
from core.expression.tree import Node
from core.floating.formats import format_of
from core.numbers import number

Reals = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Reading:
    """values (…) in the dtype, NaN where undefined; overflowed (…): where something became too large."""

    values: Reals
    overflowed: NDArray[np.bool_]


class TypedProgram(Program):
    """The program of a tree of one variable with every register in one dtype.

    In float64 its values are those of `Expression.__call__`, bit for bit.
    """

    def __init__(self, tree: Node, variables: Sequence[str], dtype: str) -> None:
        super().__init__((tree,), variables)
        self.dtype = np.dtype(dtype)

    def read(self, x: Reals) -> Reading:
        """f over an array of the dtype; no warnings."""
        registers = [self._stored(value) for value in self._blank]
        registers[0] = x
        overflowed = np.zeros(x.shape, dtype=np.bool_)
        with np.errstate(all="ignore"):
            for out, step in self._array_steps:
                registers[out] = np.asarray(step(registers)).astype(self.dtype, copy=False)
                overflowed |= np.isinf(registers[out])
        values = np.broadcast_to(registers[self._outputs[0]], x.shape)
        return Reading(values, overflowed | np.isinf(values))

    def _stored(self, constant: float | None) -> Any:
        with np.errstate(over="ignore"):
            return None if constant is None else self.dtype.type(constant)


@lru_cache(maxsize=256)
def typed_program(e: Expression, dtype: str) -> TypedProgram:
    """The program of a function of one variable in a dtype of `FORMATS`, made once."""
    return TypedProgram(e.tree, e.variables, format_of(dtype).name)


def stored(value: float, dtype: str, setting: str) -> Any:
    """The value as the dtype holds it. Raises SettingError for one too large for it, or no number."""
    with np.errstate(over="ignore"):
        held = np.dtype(dtype).type(value)
    if not np.isfinite(held):
        largest = number(float(np.finfo(dtype).max))
        raise SettingError(f"{setting} must be a number that {dtype} can hold, up to {largest}.", setting)
    return held


def gap(value: float, dtype: str) -> float:
    """The distance from |value| to the next number of the dtype, the greatest there is where it is too large.

    NaN for NaN.

    >>> gap(9.0, "float64"), gap(-1.0, "float16"), gap(1e9, "float16")
    (1.7763568394002505e-15, 0.0009765625, 32.0)
    """
    if value != value:
        return nan
    # Just below its largest number: the dtype has none after it to be apart from.
    held = min(abs(value), float(np.finfo(dtype).max) * 0.75)
    return float(np.spacing(np.dtype(dtype).type(held)))
