"""Taylor polynomials: T_n(x) = Σ f⁽ᵏ⁾(x₀)·(x − x₀)ᵏ/k!, k = 0 … n, and how far they are from f.

Taylor's theorem (Spivak, Calculus, ch. 20): f(x) − T_n(x) = f⁽ⁿ⁺¹⁾(ξ)·(x − x₀)ⁿ⁺¹/(n + 1)! for a ξ between.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import comb, factorial, inf
from typing import Any

import sympy

from core.derivative_facts.orders import HIGHEST, Order, orders
from core.errors import SettingError
from core.expression import Expression
from core.expression.latex import latex, written_size
from core.expression.powers import exact_value
from core.expression.precise import context
from core.expression.symbols import ONE, ZERO, from_sympy, symbol
from core.expression.tree import Binary, Negate, Node, Number, Variable
from core.expression.work_limit import TooMuchWork, limited
from core.limiting.neighbourhood import Point, as_point, is_infinite
from core.numbers import number, number_latex
from core.quotients import agree, both_sides
from core.steps import Check, Step
from core.sympy_failures import GIVING_UP

DIGITS = 60
MOST_CALLS = 60_000
MOST_SIGNS = 25
"""A coefficient with more numbers, names and signs is shown as a decimal."""

_CHECK_DIGITS = 400
_CHECK_SPACING = Fraction(1, 10**40)
_TOLERANCE = 1e-12


@dataclass(frozen=True)
class Coefficient:
    """c_k = f⁽ᵏ⁾(x₀)/k!: as an mpf, as a tree, and whether the tree is that very number."""

    order: int
    value: Any
    tree: Node
    is_exact: bool


@dataclass(frozen=True)
class Taylor:
    """The expansion of e at x0, up to the degree its derivatives exist there.

    `asked` is the degree that was wanted; the coefficients stop earlier where a derivative is missing.
    """

    e: Expression
    x0: Fraction
    asked: int
    coefficients: tuple[Coefficient, ...]

    @property
    def degree(self) -> int:
        """The highest degree there is a polynomial of."""
        return len(self.coefficients) - 1

    def polynomial(self, degree: int) -> Expression:
        """T_degree as a function of the language, in powers of (x − x₀)."""
        tree: Node = ZERO
        for term in self.coefficients[: degree + 1]:
            tree = _added(tree, _term(term.tree, self._distance, term.order))
        return Expression.of_tree(tree, self.e.variables)

    def error(self, degree: int, x: float) -> float:
        """f(x) − T_degree(x) from many digits; NaN where f has no value."""
        there = Fraction(repr(float(x)))
        value = self.e.precise(there, digits=DIGITS)
        distance = there - self.x0
        total = value.context.zero
        for term in reversed(self.coefficients[: degree + 1]):
            total = total * distance.numerator / distance.denominator + term.value
        return float(value - total)

    def latex(self, degree: int) -> str:
        """T_n(x) = … (≈ where a coefficient is rounded)."""
        kept = self.coefficients[: degree + 1]
        sign = "=" if all(term.is_exact for term in kept) else r"\approx"
        return f"T_{{{degree}}}(x) {sign} {latex(self.polynomial(degree).tree)}"

    @property
    def sentence(self) -> str:
        """How far the expansion goes, and why it ends."""
        where = f"x = {number(float(self.x0))}"
        if self.degree < self.asked:
            order = self.degree + 1
            return f"At {where} the expansion ends: no derivative of order {order} was found there."
        return f"At {where} f has all derivatives up to order {self.degree}."

    @property
    def _distance(self) -> Node:
        x = Variable(self.e.variables[0])
        if self.x0 == 0:
            return x
        size = Number(abs(self.x0))
        return Binary("-" if self.x0 > 0 else "+", x, size)


def taylor(e: Expression, x0: Point, degree: int = HIGHEST) -> Taylor:
    """The expansion of a function of one variable at x0, degree 1 to 8.

    Raises SettingError("x0") where f has no value there, ValueError for another degree.

    >>> from core.expression import parse
    >>> str(taylor(parse("e^x"), 0, 2).polynomial(2))
    '1 + x + x^2/2'
    """
    if not 1 <= degree <= HIGHEST:
        raise ValueError(f"degrees go from 1 to {HIGHEST}")
    place = as_point(x0)
    if is_infinite(place) or not isinstance(place, Fraction):
        raise SettingError("A Taylor polynomial needs a finite point.", "x0")
    found = _coefficients(e, place, degree)
    if not found:
        raise SettingError(f"f has no value at x = {number(float(place))}.", "x0")
    return Taylor(e, place, degree, found)


def taylor_steps(expansion: Taylor) -> tuple[Step, ...]:
    """One step for each coefficient: the derivative, its value at x₀, and the polynomial it completes."""
    found = orders(expansion.e, expansion.degree)
    pairs = zip(expansion.coefficients, found, strict=True)
    return tuple(_step(expansion, term, order.function) for term, order in pairs)


@lru_cache(maxsize=64)
def _coefficients(e: Expression, x0: Fraction, degree: int) -> tuple[Coefficient, ...]:
    found: list[Coefficient] = []
    before = e
    for k, order in enumerate(orders(e, degree)):
        value = order.function.precise(x0, digits=DIGITS)
        if value != value and k:
            value = _across(before, x0)
        if not value.context.isfinite(value):
            break
        found.append(_coefficient(order, x0, k, value))
        before = order.function
    return tuple(found)


def _across(f: Expression, x0: Fraction) -> Any:
    """The slope of f where the formula of its derivative has none, as x|x| has at 0; nan if f has none."""
    left, right = both_sides(f, (x0,), 0)
    common = left.settled and right.settled and agree((left.slope, right.slope))
    return context(DIGITS).mpf(right.slope if common else "nan")


def _coefficient(order: Order, x0: Fraction, k: int, value: Any) -> Coefficient:
    """f⁽ᵏ⁾(x₀)/k! as SymPy works it out, if that is short and is the number that many digits give."""
    share = value / factorial(k)
    tree = _exact(order, x0, k)
    if tree is not None and written_size(tree) <= MOST_SIGNS:
        second = Expression.of_tree(tree, order.function.variables).precise(0, digits=DIGITS)
        if abs(second - share) <= 1e-40 * max(1, abs(share)):
            return Coefficient(k, share, tree, True)
    return Coefficient(k, share, _decimal(share), False)


def _exact(order: Order, x0: Fraction, k: int) -> Node | None:
    x = symbol(order.function.variables[0])
    place = sympy.Rational(x0.numerator, x0.denominator)
    try:
        return from_sympy(limited(lambda: order.symbols.subs(x, place).doit() / factorial(k), MOST_CALLS))
    except (TooMuchWork, *GIVING_UP):
        return None


def _decimal(value: Any) -> Node:
    """The number to twelve digits: what a person wants to read and float64 still tells apart."""
    rounded = Fraction(value.context.nstr(value, 12))
    return Negate(Number(-rounded)) if rounded < 0 else Number(rounded)


def _term(coefficient: Node, distance: Node, order: int) -> Node:
    """c·dᵏ, without idle ones, a fraction's denominator under the power: x²/2."""
    if exact_value(coefficient) == 0:
        return ZERO
    if isinstance(coefficient, Negate):
        return Negate(_term(coefficient.operand, distance, order))
    if order == 0:
        return coefficient
    power = distance if order == 1 else Binary("^", distance, Number(Fraction(order)))
    match coefficient:
        case Binary("/", top, bottom):
            return Binary("/", power if top == ONE else Binary("*", top, power), bottom)
        case _:
            return power if coefficient == ONE else Binary("*", coefficient, power)


def _added(total: Node, term: Node) -> Node:
    if term == ZERO:
        return total
    if total == ZERO:
        return term
    return Binary("-", total, term.operand) if isinstance(term, Negate) else Binary("+", total, term)


def _step(expansion: Taylor, term: Coefficient, f: Expression) -> Step:
    k, x0 = term.order, number_latex(float(expansion.x0))
    name = "f" if k == 0 else "f" + "'" * k if k <= 3 else f"f^{{({k})}}"
    share = latex(term.tree) if term.is_exact else number_latex(float(term.value))
    sign = "=" if term.is_exact else r"\approx"
    formula = f"{name}(x) = {f.latex}" if written_size(f.tree) <= 4 * MOST_SIGNS else f"{name}(x)"
    divided = rf"\frac{{{name}({x0})}}{{{k}!}}"
    lines = (formula, rf"c_{{{k}}} = {divided} {sign} {share}", expansion.latex(k))
    return Step(
        title=f"The coefficient of degree {k}",
        latex=r"\begin{gathered} " + r" \\ ".join(lines) + r" \end{gathered}",
        why=_WHY.get(k, "Each further derivative makes the polynomial agree with f to one order more."),
        check=_check(expansion, term),
    )


_WHY = {
    0: "The polynomial goes through the same point as f.",
    1: "It has the same slope there: this is the tangent.",
    2: "It bends the same way as f.",
}


def _check(expansion: Taylor, term: Coefficient) -> Check:
    """The derivative from differences of f alone; see `_differences`."""
    exact = term.value * factorial(term.order)
    found = [_differences(expansion, term.order, side) for side in (1, 0, 2)]
    second = next((value for value in found if value == value), found[0])
    gap = abs(exact - second)
    return Check(
        compared=f"Order {term.order}: the rules of differentiation against differences of f in many digits.",
        shown=number(float(exact), 12),
        second=number(float(second), 12),
        difference=float(gap) if gap == gap else inf,
        tolerance=_TOLERANCE * max(1.0, abs(float(exact))),
    )


def _differences(expansion: Taylor, k: int, side: int) -> Any:
    """Σ (−1)ʲ C(k, j) f(x₀ + (side·k/2 − j)h)/hᵏ: to the left of x₀ (0), around it (1), to the right (2)."""
    total, h = context(_CHECK_DIGITS).zero, _CHECK_SPACING
    for j in range(k + 1):
        there = expansion.x0 + (Fraction(side * k, 2) - j) * h
        total += (-1) ** j * comb(k, j) * expansion.e.precise(there, digits=_CHECK_DIGITS)
    return total * h.denominator**k / h.numerator**k
