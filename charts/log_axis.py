"""A logarithmic axis over exponents: a place v stands for 10^v, so that zero and ∞ never reach Vega."""

from typing import Any

import numpy as np

from charts.clipping import Floats
from core.numbers import number

_WRITTEN = range(-30, 31)


def powers() -> dict[str, Any]:
    """The parameter `powers`: what is written at a whole exponent."""
    written = {str(exponent): number(10.0**exponent) for exponent in _WRITTEN}
    return {"name": "powers", "value": written}


def power_axis(**more: Any) -> dict[str, Any]:
    """An axis with a tick at whole exponents."""
    labels = "datum.value == round(datum.value) ? powers['' + datum.value] || '1e' + datum.value : ''"
    return {"labelExpr": labels, "tickMinStep": 1, **more}


def exponents(values: Floats, rounding: float = 0.0) -> Floats:
    """log₁₀ of the values; −∞ for all that is not above `rounding`, NaN stays.

    >>> exponents(np.array([100.0, 0.0, -1.0])).tolist()
    [2.0, -inf, -inf]
    """
    above = values > rounding
    logarithms = np.log10(np.where(above, values, 1.0))
    result: Floats = np.where(np.isnan(values), np.nan, np.where(above, logarithms, -np.inf))
    return result
