"""One h under the microscope: a difference quotient in a number format, digit by digit and bit by bit."""

from dataclasses import dataclass

from core.expression import Expression
from core.floating.budget import Budget, budget
from core.floating.digits import DigitTable, Number, digit_table
from core.floating.quotient import Quotient, forward_quotient
from core.floating.sentences import verdict_sentence
from core.floating.stored import Stored
from core.floating.truth import slope_check
from core.floating.worked import quotient_steps
from core.steps import Check, LazySteps


@dataclass(frozen=True, eq=False)
class Microscope:
    """(f(x + h) − f(x))/h in one format.

    `quotient` holds every number on the way with its bits and its neighbours. `digits` are f(x + h), f(x) and
    their difference with the digits that cancel and those that are right, None where a number is missing or
    all are 0. `budget` says how much of the error comes from where, None where there is no finite error.
    `check` finds f'(x), which all is measured by, a second way.
    """

    quotient: Quotient
    digits: DigitTable | None
    budget: Budget | None
    verdict: str
    check: Check
    steps: LazySteps


def microscope(e: Expression, x0: float, h: float, dtype: str = "float64") -> Microscope:
    """The forward difference of a function of one variable at x0, with every rounding shown.

    dtype is "float16", "float32" or "float64"; every operation is done in it. Raises SettingError: "x0" where
    f has no value or the format ends before, "h" for h ≤ 0 or no number, "dtype" for an unknown format.

    >>> from core.expression import parse
    >>> microscope(parse("x^2"), 3.0, 0.01).quotient.result.text
    '6.009999999999849'
    """
    q = forward_quotient(e, x0, h, dtype)
    digits, parts = _digits(q), budget(q)
    return Microscope(
        quotient=q,
        digits=digits,
        budget=parts,
        verdict=verdict_sentence(q, parts, digits),
        check=slope_check(q),
        steps=quotient_steps(q, parts, digits),
    )


def _digits(q: Quotient) -> DigitTable | None:
    numbers = [_number(stored) for stored in (q.there, q.here, q.rise)]
    there, here, rise = numbers
    if there is None or here is None or rise is None:
        return None
    return digit_table(there, here, rise, q.form)


def _number(stored: Stored) -> Number | None:
    if stored.exact is None or stored.meant is None:
        return None
    return Number(stored.name, stored.exact, stored.meant)
