"""Euler's number: the base whose exponential function has slope 1 at 0.

(aˣ)′ = lim (aˣ⁺ʰ − aˣ)/h = aˣ·lim (aʰ − 1)/h = aˣ·ln a. The base with (aʰ − 1)/h = 1 is (1 + h)^(1/h), and as
h → 0 it tends to e (Euler, Introductio in analysin infinitorum, 1748, ch. 7).
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from core.errors import SettingError
from core.expression import Expression, parse
from core.expression.precise import context
from core.expression.tree import Binary, Number, Variable
from core.limiting.neighbourhood import as_point
from core.numbers import number, number_latex
from core.quotients import central
from core.steps import Check, Step

DIGITS = 60
SPACINGS = tuple(Fraction(1, 10**k) for k in range(1, 9))
COUNTS = tuple(10**k for k in range(8))
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class BaseSlope:
    """The slope of aˣ at 0, ln a, and the difference quotients (aʰ − 1)/h that tend to it."""

    base: float
    slope: float
    quotients: tuple[tuple[float, float], ...]
    check: Check


def base_slope(base: float) -> BaseSlope:
    """The slope of baseˣ at 0; raises SettingError("base") unless base > 0.

    >>> base_slope(2.0).slope == math.log(2)
    True
    """
    if not 0 < base < math.inf:
        raise SettingError("The base has to be a number above 0.", "base")
    place = as_point(float(base))
    power = _power(place)
    rows = tuple((float(h), float((power.precise(h, digits=DIGITS) - 1) / _mpf(h))) for h in SPACINGS)
    slope, quotient = math.log(base), float(central(power, (Fraction(0),), 0))
    check = Check(
        "ln a against the difference quotient of aˣ at 0 in many digits.",
        number(slope, 12),
        number(quotient, 12),
        abs(slope - quotient),
        _TOLERANCE * max(1.0, abs(slope)),
    )
    return BaseSlope(base, slope, rows, check)


def towards_e() -> tuple[tuple[int, float], ...]:
    """(n, (1 + 1/n)ⁿ) for n = 1, 10, …, 10⁷: the base with (aʰ − 1)/h = 1 for h = 1/n.

    >>> towards_e()[:2]
    ((1, 2.0), (10, 2.5937424601))
    """
    return tuple((n, float((1 + _mpf(Fraction(1, n))) ** n)) for n in COUNTS)


def euler_steps(base: float) -> tuple[Step, ...]:
    """From the difference quotient of aˣ to the base whose slope is its own value."""
    found = base_slope(base)
    a, slope = number_latex(base), number_latex(found.slope)
    last = towards_e()[-1]
    return (
        Step(
            "The quotient of aˣ",
            rf"\frac{{{a}^{{x+h}} - {a}^{{x}}}}{{h}} = {a}^{{x}} \cdot \frac{{{a}^{{h}} - 1}}{{h}}",
            "aˣ⁺ʰ = aˣ·aʰ, so the slope anywhere is the value there times the slope at 0.",
        ),
        Step(
            "The slope at 0",
            rf"\lim_{{h \to 0}} \frac{{{a}^{{h}} - 1}}{{h}} = \ln {a} {_equals(found.slope)} {slope}",
            "The slope at 0 is the natural logarithm of the base: below 1 for a < e, above 1 for a > e.",
            found.check,
        ),
        Step(
            "The base with slope 1",
            r"\frac{a^{h} - 1}{h} = 1 \;\Longleftrightarrow\; a = \left(1 + h\right)^{1/h} \to e",
            "With h = 1/n this is (1 + 1/n)ⁿ: 2 for n = 1, 2.59374 for n = 10, 2.70481 for n = 100.",
            Check(
                f"e against (1 + 1/n)ⁿ for n = {number(last[0])}, which is about e/(2n) short of it.",
                number(math.e, 12),
                number(last[1], 12),
                abs(math.e - last[1] - math.e / (2 * last[0])),
                1e-12,
            ),
        ),
        Step(
            "Its own derivative",
            r"\left(e^{x}\right)' = e^{x} \cdot \ln e = e^{x}",
            "For a = e the factor is 1: the slope of eˣ is its value, everywhere.",
            _own_slope(),
        ),
    )


def _own_slope() -> Check:
    value, quotient = math.e, float(central(parse("e^x"), (Fraction(1),), 0))
    compared = "e¹ against the difference quotient of eˣ at x = 1 in many digits."
    return Check(compared, number(value, 12), number(quotient, 12), abs(value - quotient), _TOLERANCE)


def _power(base: Fraction) -> Expression:
    return Expression.of_tree(Binary("^", Number(base), Variable("x")), ("x",))


def _mpf(value: Fraction) -> Any:
    return context(DIGITS).mpf(value.numerator) / value.denominator


def _equals(value: float) -> str:
    return "=" if value == round(value) else r"\approx"
