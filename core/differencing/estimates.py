"""What a stencil reports for many h at once, every operation in the dtype."""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.differencing.arithmetic import Reals, typed_program
from core.differencing.complex_arithmetic import DTYPES, complex_values, why_no_complex_step
from core.differencing.stencils import Stencil
from core.expression import Expression

Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Estimates:
    """value (m,) as float64 for each h (m,), NaN where there is none, and what happened, each (m,).

    absorbed: every step from x0 was lost, x0 + h = x0 in the dtype. overflowed: a number was too large.
    outside: f has no value at a place the stencil needs. why_not: why the stencil does not apply at all.
    """

    value: Floats
    absorbed: Truths
    overflowed: Truths
    outside: Truths
    why_not: str = ""


def estimates(e: Expression, x0: float, stencil: Stencil, dtype: str, h: Floats) -> Estimates:
    """The stencil at x0 for each h (m,), both rounded to the dtype first; no warnings."""
    kind = np.dtype(dtype).type
    with np.errstate(all="ignore"):
        if stencil.is_complex:
            return _complex_step(e, kind(x0), dtype, h.astype(kind))
        return _differences(e, kind(x0), stencil, dtype, h.astype(kind))


def _differences(e: Expression, x: Any, stencil: Stencil, dtype: str, h: Reals) -> Estimates:
    offsets = stencil.offsets
    places = np.stack([x + h * h.dtype.type(offset) for offset in offsets])
    reading = typed_program(e, dtype).read(places)
    at = dict(zip(offsets, reading.values, strict=True))
    total = np.zeros_like(h)
    for part in stencil.differences:
        total = total + h.dtype.type(part.times) * (at[Fraction(part.ahead)] - at[Fraction(part.behind)])
    value = (total / (h.dtype.type(stencil.over) * h)).astype(np.float64)
    there = np.isfinite(reading.values).all(axis=0)
    absorbed = (places == places[0]).all(axis=0)
    too_large = (reading.overflowed & ~np.isfinite(reading.values)).any(axis=0)
    too_large |= ~np.isfinite(places).all(axis=0)
    outside = ~there & ~too_large
    overflowed = too_large | (there & ~absorbed & ~np.isfinite(value))
    # 0/0 where h itself is lost; the formula as written would report 0 for every h that is.
    value = np.where(absorbed & there, 0.0, np.where(outside | overflowed, np.nan, value))
    return Estimates(value, absorbed, overflowed, outside)


@lru_cache(maxsize=256)
def _why_not(e: Expression, dtype: str) -> str:
    return why_no_complex_step(e.tree, dtype)


def _complex_step(e: Expression, x: Any, dtype: str, h: Reals) -> Estimates:
    nowhere = np.zeros(h.shape, dtype=np.bool_)
    why_not = _why_not(e, dtype)
    if why_not:
        return Estimates(np.full(h.shape, np.nan), nowhere, nowhere, nowhere, why_not)
    values = complex_values(e.tree, (x + 1j * h).astype(DTYPES[dtype]))
    value = (values.imag / h).astype(np.float64)
    lost = h == 0
    none = ~lost & ~np.isfinite(value)
    overflows = bool(typed_program(e, dtype).read(np.array([x])).overflowed[0])
    value = np.where(none, np.nan, np.where(lost, 0.0, value))
    return Estimates(value, absorbed=lost, overflowed=none & overflows, outside=none & (not overflows))
