"""The derivative from its definition: f′(x) = lim (f(x + h) − f(x))/h as h → 0, line by line.

Every line is checked with numbers against the quotient of the typed function itself, in many digits; the last
one against the quotient from both sides with h = 10^−30.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy

from core.expression import Expression
from core.expression.precise import context
from core.expression.symbols import symbol
from core.expression.tree import Binary, Call, Node, Piecewise
from core.first_principles.lines import H, Line, X
from core.first_principles.methods import quotient_lines
from core.limiting.approach import digits_text
from core.quotients import central
from core.steps import Check, Step
from core.substitution import as_factor, formula_latex

DIGITS = 60
_STEP = Fraction(1, 10)
_EQUAL = 1e-40
_NEAR = 1e-18
_SHOWN = 12
_PLACES = tuple(map(Fraction, ("3", "1/2", "-1/2", "2", "-2", "7/10", "20", "-20", "100", "-100")))

_MOVED = r"\left(x + h\right)"
DEFINITION = Step(
    "The difference quotient",
    r"f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}",
    "The slope of the line through two points of the curve, and what it tends to as they come together.",
)


@dataclass(frozen=True)
class DifferenceQuotient:
    """The worked quotient: `steps` and `derivative`, or no derivative and the `rule` that is needed."""

    steps: tuple[Step, ...]
    derivative: sympy.Expr | None
    rule: str | None


def difference_quotient(e: Expression) -> DifferenceQuotient:
    """The definition applied to a function of one variable.

    Worked out for polynomials, their quotients, and c·√u + p, c/√u + p, c·|u| + p with polynomials u and p;
    for others the definition stands alone and `rule` says in a sentence what is needed.
    """
    f = e.sympy.subs(symbol(e.variables[0]), X)
    place = _place(e)
    lines = quotient_lines(f) if place is not None else None
    if lines is None or place is None:
        return DifferenceQuotient((DEFINITION,), None, needed_rule(e.tree))
    steps = [_step(e, line, place) for line in (_substituted(e, f), *lines[:-1])]
    return DifferenceQuotient((DEFINITION, *steps, _last(e, lines[-1], place)), lines[-1].value, None)


def needed_rule(node: Node) -> str:
    """Which rule of differentiation the function asks for, seen from the outermost operation."""
    match node:
        case Call(function, arguments) if any(isinstance(part, Binary | Call) for part in arguments):
            return f"The chain rule is needed here: {function} stands around another function."
        case Call(function):
            return f"The derivative of {function} is needed here, which has a limit of its own behind it."
        case Binary("*"):
            return "The product rule is needed here."
        case Binary("/"):
            return "The quotient rule is needed here."
        case Binary("^"):
            return "The power rule or the exponential rule is needed here."
        case Piecewise():
            return "Each line of the definition has its own quotient here, and the borders need both sides."
        case _:
            return "The sum rule is needed here: each term has a derivative of its own."


def _substituted(e: Expression, f: sympy.Expr) -> Line:
    """f(x + h) and f(x) in the shape that was typed."""
    (name,) = e.variables
    # Under a root, between bars or alone in a fraction, x + h needs no brackets.
    moved = formula_latex(e.tree, {name: _MOVED}).replace(f"{{{_MOVED}}}", "{x + h}")
    moved = moved.replace(rf"\left|{_MOVED}\right|", r"\left|x + h\right|")
    here = as_factor(formula_latex(e.tree, {name: "x"}))
    why = "x + h takes the place of x in the first term."
    return Line("Substitute", rf"\frac{{{moved} - {here}}}{{h}}", (f.subs(X, X + H) - f) / H, why)


def _place(e: Expression) -> Fraction | None:
    """A place where f is defined on both sides, to put numbers into the lines."""
    for place in _PLACES:
        around = (place - _STEP, place, place + _STEP)
        if all(context(DIGITS).isfinite(e.precise(x, digits=DIGITS)) for x in around):
            return place
    return None


def quotient(e: Expression, x: Fraction, h: Fraction) -> Any:
    """(f(x + h) − f(x))/h of the typed function, as an mpf."""
    rise = e.precise(x + h, digits=DIGITS) - e.precise(x, digits=DIGITS)
    return rise * h.denominator / h.numerator


def _step(e: Expression, line: Line, place: Fraction) -> Step:
    here = _evaluated(line.value, place, _STEP)
    there = quotient(e, place, _STEP)
    where = f"x = {_decimal(place)}, h = {_decimal(_STEP)}"
    compared = f"This line against the quotient of the function itself, at {where}."
    return Step(line.title, line.latex, line.why, _check(compared, here, there, _EQUAL))


def _last(e: Expression, line: Line, place: Fraction) -> Step:
    here = _evaluated(line.value, place, _STEP)
    both = central(e, (place,), 0)
    compared = f"This slope against the quotient of the function for h = 10⁻³⁰, at x = {_decimal(place)}."
    return Step(line.title, f"f'(x) = {line.latex}", line.why, _check(compared, here, both, _NEAR))


def _check(compared: str, here: Any, there: Any, tolerance: float) -> Check:
    return Check(
        compared=compared,
        shown=digits_text(here, _SHOWN),
        second=digits_text(there, _SHOWN),
        difference=float(abs(here - there)),
        tolerance=tolerance * max(1.0, float(abs(there))),
    )


def _evaluated(value: sympy.Expr, x: Fraction, h: Fraction) -> Any:
    """The line's value as an mpf; SymPy evaluates it, and only numbers go in."""
    numbers = {X: sympy.Rational(x.numerator, x.denominator), H: sympy.Rational(h.numerator, h.denominator)}
    return context(DIGITS).mpf(sympy.Float(value.subs(numbers).evalf(DIGITS), DIGITS)._mpf_)


def _decimal(value: Fraction) -> str:
    return f"{float(value):g}".replace("-", "−")
