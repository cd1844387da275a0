"""Overflow and underflow: where the numbers of a format end, and how log-sum-exp stays inside.

log(e^a + e^b + …) = m + log(e^(a−m) + e^(b−m) + …) with m the largest: no power is above 1, and one of them
is 1 (Blanchard, Higham and Higham 2021, "Accurately computing the log-sum-exp and softmax functions").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.differencing.arithmetic import stored
from core.errors import SettingError
from core.expression.precise import context
from core.floating.formats import Float, Format, format_of
from core.floating.rounding import from_mpf, nearest, spacing
from core.floating.stored import Stored
from core.floating.writing import decimal, shortest
from core.numbers import number
from core.steps import Check

LARGEST_X = 12_000.0
"""Beyond it e^x leaves what many digits are computed for, and every format has long ended."""

_DIGITS = 400
"""Enough for log(e^v) to give back the smallest v of float64."""

_GAPS = 4
"""Gaps by which a library's exp may differ from the nearest number."""


@dataclass(frozen=True, eq=False)
class Exponential:
    """e^x in a format. Between `underflow` and `overflow` it is a positive finite number.

    Below `subnormal` its digits become fewer.
    """

    form: Format
    x: Stored
    value: Stored
    overflow: float
    underflow: float
    subnormal: float
    check: Check

    @property
    def kind(self) -> str:
        """What the bits say: normal, subnormal, zero or infinite."""
        return self.value.bits.kind

    @property
    def verdict(self) -> str:
        """What e^x became, and where the border is."""
        begin = f"e^x at x = {self.x.text} is {_size(self.value.meant)}"
        if self.kind == "infinite":
            border = number(self.overflow, 5)
            return f"{begin}; {self.form.name} says ∞, as for every x above {border}: overflow."
        if self.kind == "zero":
            border = number(self.underflow, 5)
            return f"{begin}; {self.form.name} says 0, as for every x below {border}: underflow."
        if self.kind == "subnormal":
            digits = self.form.precision - self.value.bits.fraction.find("1") - 1
            return f"{begin}, a subnormal number of {self.form.name}: only {digits} of its bits still count."
        ends = f"{number(self.underflow, 5)} and {number(self.overflow, 5)}"
        return f"{begin}. {self.form.name} can hold e^x for x between {ends}."


def exponential(x: float, dtype: str = "float64") -> Exponential:
    """e^x in a format; raises SettingError("x") beyond |x| ≤ 12000, ("dtype") for an unknown format.

    >>> exponential(710.0).value.text, exponential(-746.0).kind
    ('∞', 'zero')
    """
    form = format_of(dtype)
    if not abs(x) <= LARGEST_X:
        raise SettingError("x must be a number between −12000 and 12000.", "x")
    place = stored(x, dtype, "x")
    with np.errstate(all="ignore"):
        value: Float = np.exp(place)
    mp = context(_DIGITS)
    truth = from_mpf(mp.exp(mp.mpf(float(place)))) or Fraction(0)
    return Exponential(
        form=form,
        x=Stored("x", place, form, Fraction(repr(float(x)))),
        value=Stored("e^x", value, form, truth),
        overflow=_log(form.largest),
        underflow=_log(form.smallest / 2),
        subnormal=_log(form.smallest_normal),
        check=_near("e^x", value, truth, form),
    )


@dataclass(frozen=True, eq=False)
class LogSumExp:
    """log Σ e^v, as it is written and with the largest taken out first."""

    form: Format
    values: tuple[Stored, ...]
    naive: Stored
    shifted: Stored
    check: Check

    @property
    def verdict(self) -> str:
        """What both ways say."""
        listed = ", ".join(value.text for value in self.values)
        begin = f"log(Σ eᵛ) for v = {listed} is {number(float(self.naive.meant or 0), 10)}."
        good = f"With the largest v taken out first it is {self.shifted.text}"
        if self.naive.exact is None:
            cause = "∞: a power is too large" if self.naive.value > 0 else "−∞: every power has become 0"
            return f"{begin} As written, {self.form.name} says {cause}. {good}, and no power is above 1."
        return f"{begin} As written, {self.form.name} says {self.naive.text}. {good}."


def log_sum_exp(values: Sequence[float] = (1000.0, 1001.0, 1002.0), dtype: str = "float64") -> LogSumExp:
    """Both ways to log Σ e^v for 1 to 20 numbers; raises SettingError("values") or ("dtype").

    >>> log_sum_exp((1000.0, 1000.0)).shifted.text
    '1000.6931471805599'
    """
    form = format_of(dtype)
    if not 1 <= len(values) <= 20:
        raise SettingError("log-sum-exp is shown for 1 to 20 numbers.", "values")
    if not all(abs(value) <= LARGEST_X for value in values):
        raise SettingError("The numbers must lie between −12000 and 12000.", "values")
    held = np.array([stored(value, dtype, "values") for value in values])
    with np.errstate(all="ignore"):
        naive, shifted = both_ways(held)
    mp = context(_DIGITS)
    truth = from_mpf(mp.log(mp.fsum([mp.exp(mp.mpf(float(value))) for value in held]))) or Fraction(0)
    return LogSumExp(
        form=form,
        values=tuple(
            Stored("v", kept, form, Fraction(repr(float(value))))
            for kept, value in zip(held, values, strict=True)
        ),
        naive=Stored("log Σ e^v", naive, form, truth),
        shifted=Stored("m + log Σ e^(v − m)", shifted, form, truth),
        check=_near("m + log Σ e^(v − m)", shifted, truth, form, float(np.max(np.abs(held)))),
    )


def both_ways(values: NDArray[Any]) -> tuple[Any, Any]:
    """log Σ e^v of values (n,) or (n, k) in their own format: as written, and with the largest taken out."""
    largest = values.max(axis=0)
    naive = np.log(np.sum(np.exp(values), axis=0))
    return naive, largest + np.log(np.sum(np.exp(values - largest), axis=0))


@dataclass(frozen=True, eq=False)
class Ends:
    """The ends of a format: largest, smallest normal and smallest number, and one step beyond both ends."""

    form: Format
    largest: Stored
    smallest_normal: Stored
    smallest: Stored
    beyond_largest: Stored
    below_smallest: Stored


def ends(dtype: str = "float64") -> Ends:
    """Where a format ends: ten times the largest number, and half of the smallest.

    >>> shown = ends("float64")
    >>> shown.beyond_largest.text, shown.below_smallest.text
    ('∞', '0')
    """
    form = format_of(dtype)
    largest, smallest = form.type(float(form.largest)), form.type(float(form.smallest))
    with np.errstate(all="ignore"):
        beyond, below = largest * form.type(10), smallest / form.type(2)
    return Ends(
        form,
        Stored("largest", largest, form, form.largest),
        Stored("smallest normal", form.type(float(form.smallest_normal)), form, form.smallest_normal),
        Stored("smallest", smallest, form, form.smallest),
        Stored("10 · largest", beyond, form, 10 * form.largest),
        Stored("smallest / 2", below, form, form.smallest / 2),
    )


def _near(name: str, value: Any, truth: Fraction, form: Format, size: float = 0.0) -> Check:
    """The computed number against the nearest one to the many-digit value, four gaps allowed."""
    second = nearest(truth, form)
    gap = spacing(max(abs(truth), Fraction(size)), form)
    same = float(value) == second
    return Check(
        f"{name} in {form.name} against {_DIGITS} digits, rounded to the format; {_GAPS} gaps are allowed.",
        shortest(value),
        shortest(form.type(second)),
        0.0 if same else abs(float(value) - second),
        float(min(_GAPS * gap, form.largest)),
    )


def _log(value: Fraction) -> float:
    return log(value.numerator) - log(value.denominator)


def _size(value: Fraction | None) -> str:
    """A size that may be beyond float64."""
    return decimal(value or Fraction(0), 6)
