"""The difference quotient on the blackboard: one table of methods, each with its lines or "not mine".

A method takes f as a SymPy expression in x and returns the lines that lead from (f(x + h) − f(x))/h to f′(x),
or None.
Each line is a picture (LaTeX) and a value (SymPy, in x and h), so that it can be checked on its own.
"""

from collections.abc import Callable
from dataclasses import dataclass

import sympy

from core.expression.latex import latex
from core.expression.symbols import from_sympy, symbol
from core.substitution import as_factor

MOST_EXPANDED = 8
"""The largest power that is written out; beyond it an expansion teaches nothing."""

X = symbol("x")
H = sympy.Symbol("h", real=True, nonzero=True)


@dataclass(frozen=True)
class Line:
    """One line: a title, its LaTeX, its value in x and h, and one sentence of why."""

    title: str
    latex: str
    value: sympy.Expr
    why: str


Method = Callable[[sympy.Expr], list[Line] | None]


def quotient_lines(f: sympy.Expr) -> list[Line] | None:
    """The lines of the first method that is able, None where differentiation rules are needed."""
    return next((lines for method in METHODS if (lines := method(f)) is not None), None)


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
    lines = [
        Line("Expand", _over_h(f"{in_powers(moved)} - {as_factor(in_powers(here))}"), whole, "Multiply out."),
        Line(
            "Cancel",
            _over_h(in_powers(difference)),
            difference / H,
            "Every term without h stands there twice, with opposite signs.",
        ),
        Line("Divide by h", in_powers(quotient), quotient, "h is small but never 0, so it may be cancelled."),
    ]
    return [*lines, _limit(quotient)]


def rational(f: sympy.Expr) -> list[Line] | None:
    """p/q: a common denominator brings the h in the numerator to light."""
    if not f.is_rational_function(X):
        return None
    top, bottom = (sympy.expand(part) for part in sympy.fraction(sympy.together(f)))
    if max(sympy.degree(top, X), sympy.degree(bottom, X)) > MOST_EXPANDED / 2:
        return None
    top_moved, bottom_moved = top.subs(X, X + H), bottom.subs(X, X + H)
    rest = sympy.expand(top_moved * bottom - top * bottom_moved)
    below = _product(bottom_moved, bottom)
    crossed = f"{_product(top_moved, bottom)} - {as_factor(_product(top, bottom_moved))}"
    quotient = sympy.expand(rest / H)
    denominator = bottom_moved * bottom
    return [
        Line(
            "Common denominator",
            rf"\frac{{{crossed}}}{{h \cdot {below}}}",
            (top_moved * bottom - top * bottom_moved) / (H * denominator),
            "Two fractions are subtracted over the product of their denominators.",
        ),
        Line(
            "Expand and cancel",
            rf"\frac{{{in_powers(rest)}}}{{h \cdot {below}}}",
            rest / (H * denominator),
            "What is left in the numerator has h in every term.",
        ),
        Line(
            "Divide by h",
            rf"\frac{{{in_powers(quotient)}}}{{{below}}}",
            quotient / denominator,
            "h is small but never 0, so it may be cancelled.",
        ),
        _limit(quotient / denominator),
    ]


def root(f: sympy.Expr) -> list[Line] | None:
    """c·√u + p: the conjugate turns the difference of roots into the difference of what stands below them."""
    parts = _root_parts(f)
    if parts is None:
        return None
    factor, under, rest = parts
    moved = sympy.expand(under.subs(X, X + H))
    change, rest_change = sympy.expand(moved - under), sympy.expand((rest.subs(X, X + H) - rest) / H)
    roots = sympy.sqrt(moved) + sympy.sqrt(under)
    sum_latex = rf"\sqrt{{{in_powers(moved)}}} + \sqrt{{{in_powers(under)}}}"
    quotient = sympy.expand(change / H)
    ahead = "" if factor == 1 else "-" if factor == -1 else rf"{printed(factor)} \cdot "

    def line(title: str, over: str, under_: str, value: sympy.Expr, why: str) -> Line:
        tail = "" if rest_change == 0 else f" + {as_factor(in_powers(rest_change))}"
        fraction = rf"\frac{{{over}}}{{{under_}}}"
        return Line(title, ahead + fraction + tail, factor * value + rest_change, why)

    under_moved = rf"\left({in_powers(moved)}\right) - {as_factor(in_powers(under))}"
    with_h = rf"h \left({sum_latex}\right)"
    return [
        line(
            "Multiply by the conjugate",
            under_moved,
            with_h,
            (moved - under) / (H * roots),
            "(√u − √v)(√u + √v) = u − v: above and below by the sum of the roots.",
        ),
        line("Cancel", in_powers(change), with_h, change / (H * roots), "What is left above has h in it."),
        line(
            "Divide by h",
            in_powers(quotient),
            sum_latex,
            quotient / roots,
            "h is small but never 0, so it may be cancelled.",
        ),
        _limit(factor * quotient / roots + rest_change),
    ]


METHODS: tuple[Method, ...] = (constant, polynomial, rational, root)
"""In the order of trial: the simplest method that is able comes first."""


def printed(formula: sympy.Expr) -> str:
    """LaTeX of a SymPy expression, by way of our own tree."""
    return latex(from_sympy(formula))


def in_powers(polynomial_: sympy.Expr) -> str:
    """A polynomial in x and h as it is written by hand: falling powers of x, rising powers of h."""
    if polynomial_ == 0:
        return "0"
    terms = sympy.Poly(polynomial_, X, H).terms()
    text = ""
    for (of_x, of_h), coefficient in sorted(terms, key=lambda term: (term[0][1], -term[0][0])):
        negative = coefficient.could_extract_minus_sign()
        sign = ("-" if negative else "") if not text else (" - " if negative else " + ")
        text += sign + _term(-coefficient if negative else coefficient, of_x, of_h)
    return text


def _term(coefficient: sympy.Expr, of_x: int, of_h: int) -> str:
    powers = " ".join(_power(name, n) for name, n in (("x", of_x), ("h", of_h)) if n)
    if not powers:
        number = printed(coefficient)
        return as_factor(number) if coefficient.is_Add else number
    return powers if coefficient == 1 else f"{as_factor(printed(coefficient))} {powers}"


def _power(name: str, exponent: int) -> str:
    return name if exponent == 1 else f"{name}^{{{exponent}}}"


def _root_parts(f: sympy.Expr) -> tuple[sympy.Expr, sympy.Expr, sympy.Expr] | None:
    """(c, u, p) of c·√u + p with a number c and polynomials u and p."""
    roots = [term for term in sympy.Add.make_args(f) if not term.is_polynomial(X)]
    if len(roots) != 1:
        return None
    factor, power = roots[0].as_independent(X)
    if not (isinstance(power, sympy.Pow) and power.exp == sympy.S.Half and power.base.is_polynomial(X)):
        return None
    rest = f - roots[0]
    if max(sympy.degree(power.base, X), sympy.degree(rest, X)) > MOST_EXPANDED / 2:
        return None
    return factor, sympy.expand(power.base), rest


def _limit(quotient: sympy.Expr) -> Line:
    value = sympy.cancel(quotient.subs(H, 0)) if quotient.is_rational_function() else quotient.subs(H, 0)
    why = "Now nothing is divided by h any more, so h may become 0."
    return Line("Let h → 0", printed(value), value, why)


def _over_h(top: str) -> str:
    return rf"\frac{{{top}}}{{h}}"


def _product(*factors: sympy.Expr) -> str:
    parts = [in_powers(sympy.expand(factor)) for factor in factors if factor != 1]
    return r" \cdot ".join(map(as_factor, parts)) if len(parts) > 1 else "".join(parts) or "1"
