"""Round-off: decimals are not stored, only numbers near them. 0.1 + 0.2 is the best-known case."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from core.differencing.arithmetic import stored
from core.floating.formats import Format, format_of
from core.floating.rounding import nearest
from core.floating.stored import Stored
from core.floating.writing import decimal, shortest
from core.numbers import number
from core.steps import Check, Step


@dataclass(frozen=True, eq=False)
class DecimalSum:
    """a + b in a format: the stored a and b, their rounded sum, and the number nearest to the decimal sum."""

    form: Format
    a: Stored
    b: Stored
    total: Stored
    best: Stored
    check: Check

    @property
    def verdict(self) -> str:
        """Whether the roundings show, with the digits."""
        asked = f"{self.a.name} + {self.b.name}"
        off = number(abs(float(self.total.off or 0)), 3)
        if self.total.is_exact:
            return f"{asked} = {self.total.text} in {self.form.name}, exactly."
        if self.total.exact == self.best.exact:
            return (
                f"{asked} = {self.total.text} in {self.form.name}: three roundings happened, and they end at "
                f"the number nearest to the sum all the same, {off} beside it."
            )
        return (
            f"{asked} = {self.total.text} in {self.form.name}, and not {self.best.text}: a, b and the sum "
            f"are rounded, and together they are off by {off}."
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """Store a, store b, add."""
        return (_stored_step(self.a), _stored_step(self.b), _sum_step(self))


def decimal_sum(a: float = 0.1, b: float = 0.2, dtype: str = "float64") -> DecimalSum:
    """a + b for two decimals as typed; raises SettingError("dtype"), ("a") or ("b").

    >>> decimal_sum().total.text, decimal_sum(0.5, 0.25).verdict
    ('0.30000000000000004', '0.5 + 0.25 = 0.75 in float64, exactly.')
    """
    form = format_of(dtype)
    first, second = _typed(a, form, "a"), _typed(b, form, "b")
    meant = Fraction(repr(float(a))) + Fraction(repr(float(b)))
    with np.errstate(over="ignore"):
        total = first.value + second.value
        best = form.type(nearest(meant, form))
    exactly = Fraction(float(first.value)) + Fraction(float(second.value))
    other = nearest(exactly, form)
    check = Check(
        f"The sum in {form.name} against the number nearest to the sum of both stored numbers, in fractions.",
        shortest(total),
        shortest(form.type(other)),
        0.0 if float(total) == other else abs(float(total) - other),
        0.0,
    )
    return DecimalSum(
        form, first, second, Stored("a + b", total, form, meant), Stored("best", best, form, meant), check
    )


def _typed(value: float, form: Format, setting: str) -> Stored:
    kept = stored(value, form.name, setting)
    return Stored(shortest(float(value)), kept, form, Fraction(repr(float(value))))


def _stored_step(part: Stored) -> Step:
    spelled = Fraction(part.bits.value)
    exactly = part.exact or Fraction(0)
    check = Check(
        "The value of the bits, by the rule of the format, against the number itself.",
        decimal(spelled, 60),
        decimal(exactly, 60),
        float(abs(spelled - exactly)),
        0.0,
    )
    off = number(abs(float(part.off or 0)), 3)
    why = "The decimal is a number of the format." if part.is_exact else f"Off by {off}: none is nearer."
    return Step(f"Store {part.name}", rf"{decimal(exactly, 60, latex=True)} = {part.bits.latex}", why, check)


def _sum_step(done: DecimalSum) -> Step:
    exactly = (done.a.exact or Fraction(0)) + (done.b.exact or Fraction(0))
    latex = rf"{decimal(exactly, 60, latex=True)} \to {done.total.latex}"
    gap = number(float(done.total.spacing or 0), 3)
    why = f"The exact sum of the two stored numbers is rounded again; numbers there are {gap} apart."
    return Step("Add", latex, why, done.check)
