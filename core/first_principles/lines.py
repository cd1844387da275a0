"""A line of a worked difference quotient, and how polynomials in x and h are written by hand.

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

DIVIDED = "h is small but never 0, so it may be cancelled."
LET_GO = "Now nothing is divided by h any more, so h may become 0."


@dataclass(frozen=True)
class Line:
    """One line: a title, its LaTeX, its value in x and h, and one sentence of why."""

    title: str
    latex: str
    value: sympy.Expr
    why: str


Method = Callable[[sympy.Expr], list[Line] | None]
"""f as a SymPy expression in x ↦ the lines from (f(x + h) − f(x))/h to f′(x), or None: not mine."""


def fraction(above: str, below: str) -> str:
    """A fraction in LaTeX."""
    return rf"\frac{{{above}}}{{{below}}}"


def printed(formula: sympy.Expr) -> str:
    """LaTeX of a SymPy expression, by way of our own tree."""
    return latex(from_sympy(formula))


def product(*factors: sympy.Expr) -> str:
    """Polynomials multiplied, each in brackets where it needs them."""
    parts = [in_powers(sympy.expand(factor)) for factor in factors if factor != 1]
    return r" \cdot ".join(map(as_factor, parts)) if len(parts) > 1 else "".join(parts) or "1"


def in_powers(polynomial: sympy.Expr) -> str:
    """A polynomial in x and h as it is written by hand: falling powers of x, rising powers of h."""
    if polynomial == 0:
        return "0"
    terms = sympy.Poly(polynomial, X, H).terms()
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
