"""One h in one sentence: what the stencil reports, what is true, and which of the two causes it is."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor, isfinite, log10, nan
from typing import Any

import numpy as np

from core.differences import ErrorCurve, error_curve
from core.differencing.stencils import Stencil
from core.expression import Expression
from core.floating.writing import shortest
from core.numbers import number
from core.quotients import DIGITS, central
from core.steps import Check

_SHARE = 1e-9
_ABSOLUTE = 1e-25
_SHOWN = 4
_DIGITS = 10


@dataclass(frozen=True)
class Verdict:
    """What one h does. estimate and error are NaN where there is none.

    truncation and rounding split estimate − f′(x0), signs included: the same formula without any rounding,
    less the truth; and what the format added. Both NaN for the complex step and where there is no error.
    check is None where f has no derivative or the stencil no value.
    """

    status: str
    estimate: float
    error: float
    truncation: float
    rounding: float
    sentence: str
    reason: str
    check: Check | None


def verdict(e: Expression, x0: float, h: float, dtype: str, stencil: str) -> Verdict:
    """The verdict on one h. Raises SettingError for settings that cannot be used, as `error_curve` does.

    >>> from core.expression import parse
    >>> verdict(parse("x^2"), 3.0, 1e-16, "float64", "forward").status
    'x + h = x'
    """
    curve = error_curve(e, x0, stencil, dtype, [h])
    status, estimate, error = str(curve.status[0]), float(curve.estimate[0]), float(curve.error[0])
    truncation = rounding = nan
    if isfinite(error) and not curve.stencil.is_complex:
        exact = exact_estimate(e, curve.x0, curve.stencil, Fraction(float(np.dtype(dtype).type(h))))
        truncation, rounding = float(exact - curve.facts.truth), float(estimate - exact)
    return Verdict(
        status=status,
        estimate=estimate,
        error=error,
        truncation=truncation,
        rounding=rounding,
        sentence=_sentence(curve, h, truncation, rounding),
        reason=curve.reason(0),
        check=_check(e, curve),
    )


def exact_estimate(e: Expression, x: float, stencil: Stencil, h: Fraction) -> Any:
    """The formula of a real stencil at the stored x and h without rounding, in 120 digits, as an mpf.

    nan where h is stored as 0, or where f has no value at a place it needs.
    """
    place = Fraction(x)
    values = {offset: e.precise(place + offset * h, digits=DIGITS) for offset in stencil.offsets}
    total = sum(part.times * (values[Fraction(part.ahead)] - values[Fraction(part.behind)])
                for part in stencil.differences)  # fmt: skip
    if not h:
        return values[stencil.offsets[0]].context.nan
    return total * h.denominator / (stencil.over * h.numerator)


def _sentence(curve: ErrorCurve, h: float, truncation: float, rounding: float) -> str:
    estimate, error = float(curve.estimate[0]), float(curve.error[0])
    name = curve.stencil.label if curve.stencil.is_complex else f"{curve.stencil.label} difference"
    start = f"In {curve.dtype}, the {name} with h = {number(h, 4)}"
    if not isfinite(estimate):
        return f"{start} gives no value. {curve.reason(0)}"
    gives = f"{start} gives {shortest(np.dtype(curve.dtype).type(estimate))}"
    if not isfinite(error):
        return f"{gives}, but {_lower(curve.reason(0))}"
    shown = float(f"{curve.truth:.{_DIGITS - 1}e}")
    sign = "=" if shown == curve.truth and not curve.facts.low else "≈"
    truth = f"f′({number(curve.x0)}) {sign} {number(curve.truth, _DIGITS)}"
    said = f"{gives} where {truth}, an error of {number(error, _SHOWN)}"
    if not isfinite(truncation + rounding):
        return f"{said}: {curve.status[0]}."
    parts = f"truncation {number(truncation, 3)}, rounding {number(rounding, 3)}"
    return f"{said} ({parts}): {curve.status[0]}."


def _lower(sentence: str) -> str:
    """A sentence to go on with: names of functions keep their letter."""
    return sentence if sentence.startswith("f ") else sentence[0].lower() + sentence[1:]


def _check(e: Expression, curve: ErrorCurve) -> Check | None:
    """The error against a derivative found without any rule: a central quotient in many digits."""
    estimate, error = float(curve.estimate[0]), float(curve.error[0])
    if not isfinite(error):
        return None
    second = float(abs(estimate - _quotient(e, Fraction(curve.x0))))
    return Check(
        compared="The error against the derivative by the rules, and against a central difference quotient "
        f"of its own, h = 10⁻³⁰·|x| in {DIGITS} digits or more.",
        shown=number(error, _DIGITS),
        second=number(second, _DIGITS),
        difference=abs(error - second),
        tolerance=_SHARE * error + _ABSOLUTE * max(1.0, abs(curve.truth)),
    )


def _quotient(e: Expression, x: Fraction) -> Any:
    """(f(x + h) − f(x − h))/2h as an mpf, h = 10⁻³⁰·|x| (10⁻³⁰ at 0), in digits enough for any float x.

    At the edge of the domain the quotient of the side that exists.
    """
    scale = abs(x) or Fraction(1)
    h = scale / 10**30
    digits = DIGITS + max(0, -floor(log10(scale)))
    rise = e.precise(x + h, digits=digits) - e.precise(x - h, digits=digits)
    return rise * h.denominator / (2 * h.numerator) if rise == rise else central(e, (x,), 0)
