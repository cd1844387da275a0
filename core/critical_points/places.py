"""A place as exactly as it is known: fractions of small denominators, or mpf where it is irrational."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from core.derivation.terms.slots import fill
from core.expression.latex import written_size
from core.expression.powers import exact_value
from core.expression.tree import Node, Number

DENOMINATORS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 50, 100, 1000)
"""Of the coordinates that are tried as exact ones, simplest first."""

LONGEST = 2000
"""Numbers, names and signs of a formula that is worked out in fractions."""


def many_digits(value: Any, mp: Any) -> Any:
    """The number as an mpf of this context."""
    return mp.mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else mp.mpf(value)


def simple_fraction(value: float, tolerance: float) -> Fraction | None:
    """The fraction of the smallest denominator that is no farther away than the tolerance.

    >>> simple_fraction(0.3333333, 1e-6), simple_fraction(2**0.5, 1e-9)
    (Fraction(1, 3), None)
    """
    for denominator in DENOMINATORS:
        near = Fraction(round(value * denominator), denominator)
        if abs(float(near) - value) <= tolerance:
            return near
    return None


def exact_at(formula: Node, names: Sequence[str], place: Sequence[Fraction]) -> Fraction | None:
    """The formula's value in fractions, None where it is not rational arithmetic, or too long.

    >>> from core.expression import parse
    >>> exact_at(parse("x^2 / 3").tree, ("x",), (Fraction(1, 2),))
    Fraction(1, 12)
    """
    if written_size(formula) > LONGEST:
        return None
    return exact_value(fill(formula, {name: Number(at) for name, at in zip(names, place, strict=True)}))
