"""Cancellation in the quadratic formula: −b + √(b² − 4ac) where the two are nearly equal.

The root without cancellation is computed first, the other from c/a = x₁·x₂ (Goldberg 1991, "What every
computer scientist should know about floating-point arithmetic", §1.4; Higham, Accuracy and Stability, §1.8).
"""

from dataclasses import dataclass
from fractions import Fraction
from math import sqrt
from typing import Any

import numpy as np

from core.differencing.arithmetic import stored
from core.errors import SettingError
from core.expression.precise import context
from core.floating.digits import right_digits
from core.floating.formats import Format, format_of
from core.floating.rounding import from_mpf
from core.floating.sentences import relative
from core.floating.stored import Stored
from core.floating.writing import decimal
from core.numbers import number
from core.steps import Check, Step

TELLING_B = {"float16": 60.0, "float32": 1e4, "float64": 1e8}
"""With a = c = 1, a b at which few digits of the formula's root are left."""

_DIGITS = 80
_READABLE = Fraction(1, 1000)
_UNITS = 8
"""ε by which the stable root may be off: a handful of roundings, none of them magnified."""


@dataclass(frozen=True, eq=False)
class Roots:
    """The root of ax² + bx + c = 0 nearer to 0, by the formula and by its stable form.

    `far` is the other root, `surd` √(b² − 4ac). Each is meant to be exact for the stored coefficients.
    """

    form: Format
    a: Stored
    b: Stored
    c: Stored
    surd: Stored
    naive: Stored
    far: Stored
    stable: Stored
    check: Check

    @property
    def naive_digits(self) -> int:
        """How many digits of the formula's root are right."""
        return _right(self.naive)

    @property
    def stable_digits(self) -> int:
        """How many digits of the stable form's root are right."""
        return _right(self.stable)

    @property
    def verdict(self) -> str:
        """Both roots and how many of their digits are right."""
        stable = f"{self.stable.text}, {_worth(self.stable)}"
        formula = f"{self.naive.text}, {_worth(self.naive)}"
        left = abs(float(self.surd.value) - abs(float(self.b.value)))
        if left > abs(float(self.b.value)) / 10 or self.naive_digits >= self.stable_digits:
            return f"Hardly a digit cancels: the formula finds {formula}; the stable form finds {stable}."
        how = "the same number" if left == 0 else "so nearly the same that most of their digits cancel"
        return (
            f"The formula finds {formula}: |b| is {number(abs(float(self.b.value)), 17)} and √(b² − 4ac) is "
            f"{self.surd.text}, {how}. The stable form finds {stable}."
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """The root of the discriminant, the formula, the far root, the stable form."""
        sign, other = ("+", "-") if float(self.b.value) >= 0 else ("-", "+")
        surd = r"\sqrt{b^{2} - 4ac}"
        return (
            self._step("The discriminant", surd, self.surd, "b² hardly changes when 4ac is small beside it."),
            self._step(
                "The formula",
                rf"\frac{{-b {sign} {surd}}}{{2a}}",
                self.naive,
                "Two numbers of nearly the same size are subtracted: their leading digits cancel.",
            ),
            self._step(
                "The root far from 0",
                rf"q = \frac{{-b {other} {surd}}}{{2}}, \quad \frac{{q}}{{a}}",
                self.far,
                "Here both have the same sign and are added: nothing cancels.",
            ),
            self._step(
                "The stable form",
                r"\frac{c}{q}",
                self.stable,
                "The product of the roots is c/a, so the root near 0 is c/q: no subtraction is left.",
                self.check,
            ),
        )

    def _step(self, title: str, formula: str, part: Stored, why: str, check: Check | None = None) -> Step:
        worth = _worth(part)
        return Step(title, f"{formula} = {part.latex}", f"{why} {worth[0].upper()}{worth[1:]}.", check)


def quadratic_roots(a: float = 1.0, b: float = 1e8, c: float = 1.0, dtype: str = "float64") -> Roots:
    """The root nearer to 0 two ways, in a format.

    Raises SettingError: "a" for 0, "b" where there is no real root or b² is beyond the format, "dtype".

    >>> roots = quadratic_roots()
    >>> roots.naive.text, roots.stable.text
    ('−7.450580596923828 × 10⁻⁹', '−10⁻⁸')
    """
    form = format_of(dtype)
    first, middle, last = (
        Stored(name, stored(value, dtype, name), form, Fraction(repr(float(value))))
        for name, value in (("a", a), ("b", b), ("c", c))
    )
    truths = exact_roots(*(Fraction(float(part.value)) for part in (first, middle, last)))
    with np.errstate(all="ignore"):
        computed = computed_roots(first.value, middle.value, last.value)
    if not np.isfinite(computed["square"]):
        raise SettingError(f"b² is beyond {form.name}; choose a smaller b.", "b")
    parts = {name: Stored(name, computed[name], form, truths[name]) for name in truths}
    check = _check(first, middle, last, parts["stable"], truths, form)
    return Roots(form, first, middle, last, **parts, check=check)


def computed_roots(a: Any, b: Any, c: Any) -> dict[str, Any]:
    """Every number in the format of a, b and c."""
    kind = type(a)
    square = b * b
    surd = np.sqrt(square - kind(4) * a * c)
    # copysign(1, b): where b is 0 nothing cancels and either sign will do.
    sign = np.copysign(kind(1), b)
    q = -(b + sign * surd) / kind(2)
    return {
        "square": square,
        "surd": surd,
        "naive": (-b + sign * surd) / (kind(2) * a),
        "far": q / a,
        "stable": c / q if q else kind(0),
    }


def exact_roots(a: Fraction, b: Fraction, c: Fraction) -> dict[str, Fraction]:
    """The same numbers to 80 digits."""
    discriminant = b * b - 4 * a * c
    if a == 0:
        raise SettingError("a must not be 0: without x² the equation is not quadratic.", "a")
    if discriminant < 0:
        raise SettingError("There is no real root: b² must be at least 4ac.", "b")
    mp = context(_DIGITS)
    surd = from_mpf(mp.sqrt(mp.mpf(discriminant.numerator) / discriminant.denominator)) or Fraction(0)
    q = -(b + (surd if b >= 0 else -surd)) / 2
    near = c / q if q else Fraction(0)
    return {"surd": surd, "naive": near, "far": q / a, "stable": near}


def _check(a: Stored, b: Stored, c: Stored, root: Stored, truths: dict[str, Fraction], form: Format) -> Check:
    """The stable root against 80 digits; a discriminant near 0 carries its own rounding into it."""
    epsilon, first, middle, last = float(form.epsilon), *(float(part.value) for part in (a, b, c))
    size = middle * middle + 4 * abs(first * last)
    surd, doubt = float(truths["surd"]), 4 * epsilon * size
    shaken = sqrt(surd * surd + doubt) - sqrt(max(surd * surd - doubt, 0.0))
    q = abs(float(truths["far"]) * first)
    relative = _UNITS * epsilon + (shaken / (2 * q) if q else 1.0)
    true = truths["stable"]
    return Check(
        f"The stable form in {form.name} against the root to {_DIGITS} digits; allowed are {_UNITS} ε and "
        "what the rounding of b² − 4ac may do.",
        root.text,
        decimal(true),
        float(abs((root.exact or Fraction(0)) - true)),
        relative * abs(float(true)) + float(form.smallest),
    )


def _right(part: Stored) -> int:
    if part.exact is None or part.meant is None:
        return 0
    return right_digits(part.exact, part.meant, part.form.decimals)


def _worth(part: Stored) -> str:
    """How far a number is off in percent, or how many of its digits are right where nearly all are."""
    if part.exact is not None and part.meant and abs(part.exact / part.meant - 1) > _READABLE:
        return f"off by {relative(part.exact / part.meant - 1)}"
    return f"right to {_right(part)} digits"
