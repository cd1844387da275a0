"""What comes out when the point is put in: a value by the limit laws, or an indeterminate form."""

from dataclasses import dataclass

import sympy
from sympy.calculus.accumulationbounds import AccumulationBounds

from core.limiting.one_side import X
from core.limiting.problem import Problem

_CONTINUOUS_AT_INFINITY = (sympy.exp, sympy.atan, sympy.tanh, sympy.erf, sympy.log, sympy.sinh, sympy.cosh)


@dataclass(frozen=True)
class Form:
    """An indeterminate form: its name in LaTeX, the part of f it stands in."""

    name: str
    part: sympy.Expr


OSCILLATING = r"\text{oscillating}"


def arrival(problem: Problem, part: sympy.Expr) -> sympy.Expr | Form:
    """Where a part of f arrives by the limit laws alone, ±oo included; else the form that stops them."""
    if not part.has(X):
        return part
    if part == X:
        return problem.point.sympy
    if isinstance(part, sympy.Add):
        return _sum(problem, part)
    if isinstance(part, sympy.Mul):
        return _product(problem, part)
    if isinstance(part, sympy.Pow):
        return _power(problem, part)
    return _function(problem, part)


def _sum(problem: Problem, part: sympy.Add) -> sympy.Expr | Form:
    stopped, ends = _ends(problem, *part.args)
    if stopped:
        return stopped
    if sympy.oo in ends and -sympy.oo in ends:
        return Form(r"\infty - \infty", part)
    return sympy.Add(*ends)


def _product(problem: Problem, part: sympy.Mul) -> sympy.Expr | Form:
    top, bottom = sympy.fraction(part)
    if bottom.has(X):
        return _quotient(problem, part, top, bottom)
    stopped, ends = _ends(problem, *part.args)
    if stopped:
        return stopped
    if any(end.is_zero for end in ends) and any(end.is_infinite for end in ends):
        return Form(r"0 \cdot \infty", part)
    return sympy.Mul(*ends)


def _quotient(problem: Problem, part: sympy.Expr, top: sympy.Expr, bottom: sympy.Expr) -> sympy.Expr | Form:
    stopped, ends = _ends(problem, top, bottom)
    if stopped:
        return stopped
    over, under = ends
    if over.is_infinite and under.is_infinite:
        return Form(r"\frac{\infty}{\infty}", part)
    if under.is_infinite:
        return sympy.S.Zero
    if not _vanishes(under):
        return over / under
    if _vanishes(over):
        return Form(r"\frac{0}{0}", part)
    return _known(problem, part)


def _power(problem: Problem, part: sympy.Pow) -> sympy.Expr | Form:
    stopped, ends = _ends(problem, part.base, part.exp)
    if stopped:
        return stopped
    base, exponent = ends
    if base == 1 and exponent.is_infinite:
        return Form(r"1^{\infty}", part)
    if _vanishes(base) and _vanishes(exponent) and part.exp.has(X):
        return Form("0^{0}", part)
    if base is sympy.oo and _vanishes(exponent) and part.exp.has(X):
        return Form(r"\infty^{0}", part)
    value = sympy.Pow(base, exponent)
    return value if _is_end(value) else _known(problem, part)


def _function(problem: Problem, part: sympy.Expr) -> sympy.Expr | Form:
    stopped, ends = _ends(problem, *part.args)
    if stopped:
        return stopped
    if any(end.is_infinite for end in ends) and not isinstance(part, _CONTINUOUS_AT_INFINITY):
        return Form(OSCILLATING, part) if part.has(sympy.sin, sympy.cos) else _known(problem, part)
    value = part.func(*ends)
    return value if _is_end(value) else _known(problem, part)


def _ends(problem: Problem, *parts: sympy.Expr) -> tuple[Form | None, list[sympy.Expr]]:
    """(the form that stops one of the parts, where they all arrive otherwise)."""
    ends: list[sympy.Expr] = []
    for part in parts:
        end = arrival(problem, part)
        if isinstance(end, Form):
            return end, []
        ends.append(end)
    return None, ends


def _known(problem: Problem, part: sympy.Expr) -> sympy.Expr | Form:
    """A pole, or the end of a domain: the side decides."""
    value = problem.limit(part)
    return Form(OSCILLATING, part) if value is None else value


def _vanishes(value: sympy.Expr) -> bool:
    if value.is_zero is None:
        return bool(sympy.simplify(value).is_zero)
    return bool(value.is_zero)


def _is_end(value: sympy.Expr) -> bool:
    return bool(value.is_extended_real) and not value.has(AccumulationBounds, sympy.zoo, sympy.nan)
