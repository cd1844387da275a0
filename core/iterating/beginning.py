"""Where a run begins: the keys of the start in the address, and what is refused there."""

from collections.abc import Sequence
from math import isfinite, isnan

import numpy as np
from numpy.typing import NDArray

from core.errors import SettingError
from core.expression import Expression
from core.expression.precise import undefined_part
from core.gradient import gradient_field
from core.iterating.stopping import undefined
from core.numbers import point

Floats = NDArray[np.float64]


def start_keys(dimension: int) -> tuple[str, ...]:
    """The keys of the start in the address: "x0" in one variable, "px" and "py" in two."""
    return ("x0",) if dimension == 1 else ("px", "py")


def start_of(e: Expression, start: Sequence[float]) -> Floats:
    """The start as floats (d,); raises SettingError for what is no point, or where f has no value.

    >>> from core.expression import parse
    >>> start_of(parse("log x"), [2]).tolist()
    [2.0]
    """
    names = e.variables
    keys = start_keys(len(names))
    if len(start) != len(names):
        raise SettingError(f"The start needs one number for each of {', '.join(names)}.", keys[0])
    for key, name, value in zip(keys, names, start, strict=True):
        if not isfinite(value):
            raise SettingError(f"The start {name} must be a finite number.", key)
    where = np.array(start, dtype=np.float64)
    _require_value(e, tuple(where.tolist()))
    return where


def _require_value(e: Expression, where: tuple[float, ...]) -> None:
    """A run can begin only where f has a value that float64 can hold."""
    value, _ = gradient_field(e).at(where)
    if isfinite(value):
        return
    here = point(where, e.variables)
    part = undefined_part(e.tree, e.variables, where) if isnan(value) else None
    reason = undefined(part, here) if part is not None else f"f is too large to compute at {here}"
    raise SettingError(f"The run cannot start here: {reason}.", start_keys(len(where))[0])
