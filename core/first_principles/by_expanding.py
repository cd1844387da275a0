"""Methods that multiply out: constants, polynomials and quotients of polynomials."""

import sympy

from core.first_principles.lines import (
    DIVIDED,
    LET_GO,
    MOST_EXPANDED,
    H,
    Line,
    X,
    fraction,
    in_powers,
    printed,
    product,
)
from core.substitution import as_factor


def constant(f: sympy.Expr) -> list[Line] | None:
    """c ↦ (c − c)/h = 0"""
    if f.has(X):
        return None
    return [
        Line("Subtract", r"\frac{0}{h} = 0", sympy.S.Zero, "The values are the same, and 0/h is 0."),
        Line("Let h → 0", "0", sympy.S.Zero, "What does not depend on h stays as it is."),
    ]


def polynomial(f: sympy.Expr) -> list[Line] | None:
    """p(x + h) − p(x) has h in every term that is left."""
    if not f.is_polynomial(X) or sympy.degree(f, X) > MOST_EXPANDED:
        return None
    moved, here = sympy.expand(f.subs(X, X + H)), sympy.expand(f)
    difference, quotient = sympy.expand(moved - here), sympy.expand((moved - here) / H)
    whole = (moved - here) / H
    expanded = fraction(f"{in_powers(moved)} - {as_factor(in_powers(here))}", "h")
    return [
        Line("Expand", expanded, whole, "Multiply out."),
        Line(
            "Cancel",
            fraction(in_powers(difference), "h"),
            difference / H,
            "Every term without h stands there twice, with opposite signs.",
        ),
        Line("Divide by h", in_powers(quotient), quotient, DIVIDED),
        _limit(quotient),
    ]


def rational(f: sympy.Expr) -> list[Line] | None:
    """p/q: a common denominator brings the h in the numerator to light."""
    if not f.is_rational_function(X):
        return None
    top, bottom = (sympy.expand(part) for part in sympy.fraction(sympy.together(f)))
    if max(sympy.degree(top, X), sympy.degree(bottom, X)) > MOST_EXPANDED / 2:
        return None
    top_moved, bottom_moved = top.subs(X, X + H), bottom.subs(X, X + H)
    rest = sympy.expand(top_moved * bottom - top * bottom_moved)
    below = product(bottom_moved, bottom)
    crossed = f"{product(top_moved, bottom)} - {as_factor(product(top, bottom_moved))}"
    quotient = sympy.expand(rest / H)
    denominator = bottom_moved * bottom
    return [
        Line(
            "Common denominator",
            fraction(crossed, rf"h \cdot {below}"),
            (top_moved * bottom - top * bottom_moved) / (H * denominator),
            "Two fractions are subtracted over the product of their denominators.",
        ),
        Line(
            "Expand and cancel",
            fraction(in_powers(rest), rf"h \cdot {below}"),
            rest / (H * denominator),
            "What is left in the numerator has h in every term.",
        ),
        Line("Divide by h", fraction(in_powers(quotient), below), quotient / denominator, DIVIDED),
        _limit(quotient / denominator),
    ]


def _limit(quotient: sympy.Expr) -> Line:
    value = sympy.cancel(quotient.subs(H, 0))
    return Line("Let h → 0", printed(value), value, LET_GO)
