"""The second-derivative test at a point, and the higher derivatives that settle it where f″ = 0.

If f′ = … = f⁽ⁿ⁻¹⁾ = 0 and f⁽ⁿ⁾ ≠ 0: for even n a minimum (f⁽ⁿ⁾ > 0) or a maximum, for odd n neither
(Spivak, Calculus, ch. 20, theorem 2).
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import isfinite
from typing import Any, Literal

from core.derivative_facts.orders import HIGHEST, derivatives
from core.expression import Expression
from core.gradient import slope_across
from core.limiting.neighbourhood import Point
from core.numbers import number, rounded_point

Verdict = Literal["minimum", "maximum", "inflection", "not level", "undecided", "no derivative", "undefined"]

DIGITS = 60
_ZERO = 1e-25
"""A derivative this small at a place known to forty digits or more is 0."""

_BESIDE = Fraction(1, 10**4)


@dataclass(frozen=True)
class SecondDerivativeTest:
    """What the derivatives of f at x say.

    values: f, f′, f″, … as far as they were needed or exist. order: of the first derivative from f′ on that
    is not 0, 0 where there is none up to the eighth. verdict: "not level" where f′ ≠ 0; "undecided" where all
    derivatives are 0. There, and where f has no slope, `beside` says what f does on both sides: −1, 0, 1 for
    lower, equal, higher.
    """

    x: float
    place: Any
    values: tuple[float, ...]
    order: int
    verdict: Verdict
    beside: tuple[int, int] | None = None

    @property
    def needs_more(self) -> bool:
        """Whether f′ = f″ = 0, so that the second derivative alone says nothing."""
        return len(self.values) > 2 and self.values[1] == 0 == self.values[2]

    @property
    def sentence(self) -> str:
        """The verdict with its reason, for a person."""
        here = f"At {rounded_point((self.x,), ('x',))}"
        match self.verdict:
            case "undefined":
                return f"{here} f has no value."
            case "no derivative":
                missing = "slope" if len(self.values) < 2 else "second derivative"
                return f"{here} f = {number(self.values[0])} and f has no {missing}. {self._sides}"
            case "not level":
                return f"{here} f′ = {number(self.values[1])}, not 0: no minimum and no maximum. {self._bend}"
            case "undecided":
                return f"{here} all derivatives up to the eighth are 0. {self._sides}"
        if self.order == 2:
            sign = "above" if self.values[2] > 0 else "below"
            return f"{here} f′ = 0 and f″ = {number(self.values[2])}, {sign} 0: a {self.verdict}."
        return f"{here} f′ = f″ = 0: need more information. {self._settled}"

    @property
    def _bend(self) -> str:
        if len(self.values) < 3:
            return "f″ does not exist there."
        second = self.values[2]
        bend = "bends up" if second > 0 else "bends down" if second < 0 else "may change its bend"
        return f"f″ = {number(second)}: there f {bend}."

    @property
    def _settled(self) -> str:
        """How a higher derivative decides."""
        name, value = derivative_name(self.order), self.values[self.order]
        if self.order % 2:
            return (
                f"The first derivative that is not 0 is {name} = {number(value)}, of odd order: "
                "neither minimum nor maximum, a level inflection point."
            )
        sign = "above" if value > 0 else "below"
        return (
            f"The first derivative that is not 0 is {name} = {number(value)}, of even order and {sign} 0: "
            f"a {self.verdict}."
        )

    @property
    def _sides(self) -> str:
        words = {-1: "lower", 0: "equal", 1: "higher"}
        if self.beside is None:
            return "f has no values beside it to compare."
        left, right = (words[sign] for sign in self.beside)
        where = f"{left} on both sides" if left == right else f"{left} on the left and {right} on the right"
        return f"{number(float(_BESIDE), 3)} away f is {where}."


def derivative_name(order: int) -> str:
    """f′, f″, f‴, f⁽⁴⁾, …

    >>> derivative_name(2), derivative_name(4)
    ('f″', 'f⁽⁴⁾')
    """
    return ("f", "f′", "f″", "f‴")[order] if order < 4 else f"f⁽{'⁴⁵⁶⁷⁸'[order - 4]}⁾"


@lru_cache(maxsize=256)
def second_derivative_test(e: Expression, at: Point) -> SecondDerivativeTest:
    """The test at a place: a float counts as the decimal it is written as, a Fraction or mpf as it is.

    Give the `place` of a found stationary point, not its float, where it is irrational: only the whole
    digits show that a derivative is 0.

    >>> from core.expression import parse
    >>> second_derivative_test(parse("x^4"), 0.0).sentence[:45]
    'At x = 0 f′ = f″ = 0: need more information. '
    """
    place = Fraction(repr(at)) if isinstance(at, float) else at
    here = e.precise(place, digits=DIGITS)
    if not isfinite(here):
        return SecondDerivativeTest(float(place), place, (), 0, "undefined")
    values = [float(here)]
    for order in range(1, HIGHEST + 1):
        value = _derivative(e, order, place)
        if value is None:
            verdict: Verdict = "no derivative" if order <= 2 else "undecided"
            verdict = "not level" if order == 2 and values[1] else verdict
            return _told(e, place, values, verdict)
        values.append(value)
        if order >= 2 and any(values[1:]):
            return _told(e, place, values, _verdict(values))
    return _told(e, place, values, "undecided")


def _told(e: Expression, place: Any, values: list[float], verdict: Verdict) -> SecondDerivativeTest:
    order = next((k for k, value in enumerate(values) if k and value), 0)
    beside = _sides(e, place) if verdict in ("undecided", "no derivative") else None
    return SecondDerivativeTest(float(place), place, tuple(values), order, verdict, beside)


def _derivative(e: Expression, order: int, place: Any) -> float | None:
    """f⁽ᵏ⁾ at the place, 0 where only the last digits are not; None where it does not exist."""
    found = derivatives(e, order)
    if len(found) < order:
        return None
    value = found[-1].precise(place, digits=DIGITS)
    if order == 1 and value != value and isinstance(place, Fraction):
        # x·|x| has a slope at 0 where its formula has none
        value = slope_across(e, (float(place),), 0)
    if not isfinite(value):
        return None
    return 0.0 if abs(value) < _ZERO else float(value)


def _verdict(values: list[float]) -> Verdict:
    """By the first derivative that is not 0."""
    order = next(k for k, value in enumerate(values) if k and value)
    if order == 1:
        return "not level"
    if order % 2:
        return "inflection"
    return "minimum" if values[order] > 0 else "maximum"


def _sides(e: Expression, place: Any) -> tuple[int, int] | None:
    """Whether f is lower, equal or higher a little to the left and to the right."""
    here = e.precise(place, digits=DIGITS)
    step = here.context.mpf(_BESIDE.numerator) / _BESIDE.denominator
    middle = here.context.mpf(place.numerator) / place.denominator if isinstance(place, Fraction) else place
    rises = [e.precise(middle + way * step, digits=DIGITS) - here for way in (-1, 1)]
    if not all(map(isfinite, rises)):
        return None
    left, right = (int(rise > 0) - int(rise < 0) for rise in rises)
    return left, right
