"""The relative errors of a computation over a whole range of its input, for the pictures beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.expression.precise import context
from core.float_errors.number_range import both_ways
from core.float_errors.quadratic_formula import computed_roots, exact_roots
from core.floating.formats import Format, format_of
from core.floating.rounding import from_mpf, to_float

Floats = NDArray[np.float64]

_DIGITS = 40


@dataclass(frozen=True, eq=False)
class Sweep:
    """Relative errors (k,) by name over x (k,), ascending; ∞ for a result that overflowed, NaN for none."""

    form: Format
    x: Floats
    errors: dict[str, Floats]

    def nearest(self, x: float) -> int:
        """The place nearest to an x."""
        return int(np.argmin(np.abs(self.x - x)))


def exponential_sweep(dtype: str) -> Sweep:
    """e^x for x = −800 … 800; raises SettingError("dtype").

    >>> sweep = exponential_sweep("float64")
    >>> sweep.errors["eˣ"][[0, -1]].tolist()
    [1.0, inf]
    """
    form = format_of(dtype)
    x = np.linspace(-800, 800, 161)
    mp = context(_DIGITS)
    truths = [from_mpf(mp.exp(mp.mpf(place))) for place in x.tolist()]
    with np.errstate(all="ignore"):
        values = np.exp(x.astype(form.type))
    return Sweep(form, x, {"eˣ": _relative(values, truths)})


def log_sum_exp_sweep(dtype: str) -> Sweep:
    """log(eˢ + eˢ⁺¹ + eˢ⁺²) = s + log(1 + e + e²) both ways, s = −1000 … 1000; SettingError("dtype").

    >>> sweep = log_sum_exp_sweep("float64")
    >>> float(sweep.errors["as written"][-1]), float(sweep.errors["largest taken out"][-1]) < 1e-15
    (inf, True)
    """
    form = format_of(dtype)
    s = np.linspace(-1000, 1000, 201)
    mp = context(_DIGITS)
    more = mp.log(1 + mp.e + mp.e**2)
    truths = [from_mpf(more + int(place)) for place in s.tolist()]
    with np.errstate(all="ignore"):
        naive, shifted = both_ways(np.stack([s, s + 1, s + 2]).astype(form.type))
    return Sweep(
        form, s, {"as written": _relative(naive, truths), "largest taken out": _relative(shifted, truths)}
    )


def quadratic_sweep(dtype: str) -> Sweep:
    """The root of x² + bx + 1 nearer to 0 both ways, over log₁₀ b = 1 … 12; raises SettingError("dtype").

    NaN where b² is beyond the format.

    >>> sweep = quadratic_sweep("float64")
    >>> place = sweep.nearest(8.0)
    >>> round(float(sweep.errors["the formula"][place]), 3), float(sweep.errors["stable form"][place]) < 1e-15
    (0.255, True)
    """
    form = format_of(dtype)
    exponents = np.linspace(1, 12, 89)
    naive, stable, truths = [], [], []
    one = form.type(1)
    with np.errstate(over="ignore"):
        coefficients = (10.0**exponents).astype(form.type)
    for b in coefficients:
        with np.errstate(all="ignore"):
            found = computed_roots(one, b, one)
        known = bool(np.isfinite(found["square"]))
        truths.append(exact_roots(Fraction(1), Fraction(float(b)), Fraction(1))["naive"] if known else None)
        naive.append(found["naive"])
        stable.append(found["stable"])
    return Sweep(
        form, exponents, {"the formula": _relative(naive, truths), "stable form": _relative(stable, truths)}
    )


def _relative(values: Sequence[Any] | NDArray[Any], truths: Sequence[Fraction | None]) -> Floats:
    return np.array([_off(float(value), truth) for value, truth in zip(values, truths, strict=True)])


def _off(value: float, truth: Fraction | None) -> float:
    if truth is None or np.isnan(value):
        return float("nan")
    return float("inf") if np.isinf(value) else to_float(abs(Fraction(value) / truth - 1))
