"""The error curve: |estimate − f′(x0)| against h for a stencil, computed wholly in one number format.

The truth is the exact derivative in 50 digits at the stored x0, never a float; the two causes of the error
are lines of their own, from Taylor's formula and from the spacing of f(x0).
"""

from dataclasses import dataclass
from math import isfinite, nan

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.differencing.arithmetic import stored
from core.differencing.causes import Causes, causes
from core.differencing.estimates import estimates
from core.differencing.local import Local, local
from core.differencing.statuses import reason, statuses
from core.differencing.stencils import STENCILS, Stencil
from core.errors import SettingError
from core.expression import Expression

__all__ = ["POWERS_OF_TEN", "POWERS_OF_TWO", "STENCILS", "ErrorCurve", "error_curve"]

Floats = NDArray[np.float64]

POWERS_OF_TWO: Floats = np.ldexp(1.0, -np.arange(53))
"""h = 2⁰ … 2⁻⁵², each exactly representable."""

POWERS_OF_TEN: Floats = np.array([float(f"1e-{k}") for k in range(17)])
"""h = 10⁰ … 10⁻¹⁶, of which only the first is exactly representable."""


@dataclass(frozen=True, eq=False)
class ErrorCurve:
    """One stencil at one point. Arrays are (m,), one entry for each h.

    x0: as stored in the dtype. truth: f′(x0) rounded to float64, NaN where f has none. estimate: NaN where
    there is none; error: |estimate − truth|, exact to the last digit. truncation, rounding: the two causes,
    NaN where f has no derivatives to foretell them from. status: a key of `STATUSES` for each h. best_h:
    the h with the least error found, of equal ones the nearest to the predicted. why_not: why the stencil
    does not apply, empty where it does.
    """

    stencil: Stencil
    dtype: str
    x0: float
    truth: float
    h: Floats
    estimate: Floats
    error: Floats
    truncation: Floats
    rounding: Floats
    status: NDArray[np.str_]
    best_h: float
    best_error: float
    model: Causes
    facts: Local
    why_not: str

    @property
    def predicted_h(self) -> float:
        """The h where truncation and rounding together are least, NaN where nothing can be foretold."""
        return self.model.best_h

    @property
    def predicted_error(self) -> float:
        """The sum of the two there."""
        return self.model.best_error if self.model.known else nan

    def reason(self, nth: int) -> str:
        """Why the status of the nth h is what it is, in a sentence with its numbers."""
        name, h = str(self.status[nth]), float(self.h[nth])
        return reason(
            name,
            h=h,
            error=float(self.error[nth]),
            x=self.x0,
            dtype=self.dtype,
            model=self.model,
            why=self.why_not,
        )


def error_curve(
    e: Expression,
    x0: float,
    stencil: str = "forward",
    dtype: str = "float64",
    h: ArrayLike = POWERS_OF_TWO,
) -> ErrorCurve:
    """The curve of a stencil of `STENCILS` for a function of one variable, for every h (m,) above 0.

    Raises SettingError for a dtype that there is not, an x0 that the dtype cannot hold, or an h that is not
    above 0. A point without a derivative is a result: its truth and errors are NaN.

    >>> from core.expression import parse
    >>> curve = error_curve(parse("x^2"), 3.0, "forward", h=[0.01, 1e-16])
    >>> curve.estimate.tolist(), curve.status.tolist()
    ([6.009999999999849, 0.0], ['truncation dominates', 'x + h = x'])
    """
    row, steps = STENCILS[stencil], _steps(h)
    facts = local(e, float(stored(x0, dtype, "x0")), dtype)
    found = estimates(e, facts.x, row, dtype, steps)
    # (estimate − high) is exact where it is small, so that no digit of the error is lost.
    with np.errstate(invalid="ignore", over="ignore"):
        error = np.abs((found.value - facts.high) - facts.low)
    model = causes(facts, row, _span(steps), applies=not found.why_not)
    best = _best(steps, np.where(found.absorbed, np.nan, error), model)
    least = max(_least(error, best, model), facts.flat)
    return ErrorCurve(
        stencil=row,
        dtype=dtype,
        x0=facts.x,
        truth=facts.high,
        h=steps,
        estimate=found.value,
        error=error,
        truncation=model.truncation(steps),
        rounding=model.rounding(steps),
        status=statuses(steps, error, found, model, least),
        best_h=nan if best is None else float(steps[best]),
        best_error=nan if best is None else float(error[best]),
        model=model,
        facts=facts,
        why_not=found.why_not,
    )


def _steps(h: ArrayLike) -> Floats:
    steps = np.atleast_1d(np.asarray(h, dtype=np.float64))
    if not (np.isfinite(steps) & (steps > 0)).all():
        raise SettingError("h must be a number greater than 0.", "h")
    return steps


def _span(h: Floats) -> tuple[float, float]:
    """The least and the greatest h that a best one may be: 2⁻⁵² … 1, and further out if h goes further."""
    low, high = float(POWERS_OF_TWO[-1]), float(POWERS_OF_TWO[0])
    return min(low, float(h.min())), max(high, float(h.max()))


def _best(h: Floats, error: Floats, model: Causes) -> int | None:
    """The place of the least error; of equal ones the nearest to the predicted h, else the largest h."""
    if not np.isfinite(error).any():
        return None
    equal = np.flatnonzero(error == np.nanmin(error))
    aim = model.best_h if model.known else float(h.max())
    return int(equal[np.argmin(np.abs(np.log(h[equal] / aim)))])


def _least(error: Floats, best: int | None, model: Causes) -> float:
    """The error that can be expected at best: the predicted one, else the least found."""
    if model.known and isfinite(model.best_error):
        return model.best_error
    return nan if best is None else float(error[best])
