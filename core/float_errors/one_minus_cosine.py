"""Cancellation in (1 − cos x)/x² near 0, where cos x is 1 to nearly all digits.

1 − cos x = 2·sin²(x/2) has no subtraction (Higham, Accuracy and Stability, §1.7). The value tends to 1/2.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.differencing.arithmetic import stored
from core.errors import SettingError
from core.expression.precise import context
from core.floating.formats import Format, format_of
from core.floating.rounding import from_mpf
from core.floating.stored import Stored
from core.floating.writing import decimal
from core.numbers import number
from core.steps import Check

EXPONENTS = np.linspace(0.0, -10.0, 81)
"""log₁₀ of the x of the picture."""

_DIGITS = 80
_UNITS = 16
"""ε by which the form without subtraction may be off; sin of a library errs by a few."""


@dataclass(frozen=True, eq=False)
class OneMinusCosine:
    """Both forms at one x, and their relative errors (81,) over x = 10^exponents."""

    form: Format
    x: Stored
    naive: Stored
    stable: Stored
    naive_errors: NDArray[np.float64]
    stable_errors: NDArray[np.float64]
    check: Check

    @property
    def verdict(self) -> str:
        """Both values and how far they are off."""
        naive, stable = (_off(part) for part in (self.naive, self.stable))
        true = decimal(self.stable.meant or Fraction(0), 12)
        begin = f"At x = {self.x.text} the value is {true}; as it is written, {self.form.name} finds"
        if self.naive.value == 0:
            lost = f"{begin} 0: cos x is stored as 1, and nothing is left of the difference."
        else:
            lost = f"{begin} {self.naive.text}, a relative error of {naive}."
        return f"{lost} 2 sin²(x/2)/x² finds {self.stable.text}, a relative error of {stable}."


def one_minus_cosine(x: float = 1e-6, dtype: str = "float64") -> OneMinusCosine:
    """(1 − cos x)/x² two ways; raises SettingError("x") unless 10^−10 ≤ |x| ≤ 1, ("dtype").

    >>> shown = one_minus_cosine(1e-9)
    >>> shown.naive.text, shown.stable.text
    ('0', '0.5')
    """
    form = format_of(dtype)
    if not 1e-10 <= abs(x) <= 1:
        raise SettingError("x must lie between 10⁻¹⁰ and 1.", "x")
    place = stored(x, dtype, "x")
    if place == 0:
        least = number(float(form.smallest), 2)
        raise SettingError(f"{form.name} stores this x as 0; its smallest number is {least}.", "x")
    sweep = np.power(10.0, EXPONENTS).astype(form.type)
    truths = [_truth(each) for each in sweep]
    (naive,), (stable,) = (each.tolist() for each in _both(np.array([place])))
    truth = _truth(place) or Fraction(0)
    naive_errors, stable_errors = (_relative(values, truths) for values in _both(sweep))
    second = Stored("2 sin²(x/2)/x²", form.type(stable), form, truth)
    return OneMinusCosine(
        form,
        Stored("x", place, form, Fraction(repr(float(x)))),
        Stored("(1 − cos x)/x²", form.type(naive), form, truth),
        second,
        naive_errors,
        stable_errors,
        _check(second, truth, form),
    )


def _both(x: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """The form as written and the one without subtraction, in the format of x; NaN where x is stored as 0.

    x² is below float16's and float32's numbers long before the quotient is: both divide by x twice.
    """
    with np.errstate(all="ignore"):
        # Half of the smallest number is stored as 0, where the quotient tends to 1.
        half = np.where(x / 2 == 0, x.dtype.type(1), np.sin(x / 2) / (x / 2))
        return (1 - np.cos(x)) / x / x, half * half / 2


def _truth(x: Any) -> Fraction | None:
    """2·sin²(x/2)/x² to 80 digits, None for an x stored as 0."""
    if x == 0:
        return None
    mp = context(_DIGITS)
    place = mp.mpf(float(x))
    return from_mpf((1 - mp.cos(place)) / place**2)


def _relative(values: NDArray[Any], truths: list[Fraction | None]) -> NDArray[np.float64]:
    return np.array(
        [
            np.nan if truth is None or not np.isfinite(value) else float(abs(Fraction(value) / truth - 1))
            for value, truth in zip(values.tolist(), truths, strict=True)
        ]
    )


def _check(stable: Stored, truth: Fraction, form: Format) -> Check:
    return Check(
        f"The form without subtraction in {form.name} against the written one in {_DIGITS} digits; "
        f"{_UNITS} ε are allowed.",
        stable.text,
        decimal(truth),
        float(abs((stable.exact or Fraction(0)) - truth)),
        _UNITS * float(form.epsilon) * float(truth),
    )


def _off(part: Stored) -> str:
    """The relative error, as the picture says it."""
    if part.exact is None or not part.meant:
        return "∞"
    return number(float(abs(part.exact / part.meant - 1)), 3)
