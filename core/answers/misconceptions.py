"""The table of misconceptions: what somebody writes for the slope of one part, and what would be right.

A row works on one node of the tree and gives the slopes somebody might write there, everything below it being
right; none where the mistake cannot be made. Rows stand in the order in which they are thought of: the more
special a mistake, the earlier. Several are slips of the documents this course is made from; such mistakes are
described in Orton, "Students' understanding of differentiation", Educ. Stud. Math. 14 (1983).
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from core.answers.slopes import TWO, Slopes
from core.answers.trees import has_variable, minus, negative, number, over, plus, power, times
from core.dual.rules import partial
from core.expression.powers import exact_value
from core.expression.symbols import ONE, ZERO
from core.expression.tree import Binary, Call, Constant, Negate, Node, Number, Variable, children

Wrong = tuple[Node, ...]

TRIGONOMETRIC = frozenset(("sin", "cos", "tan", "sec", "csc", "cot"))
SIGNED = TRIGONOMETRIC | frozenset(("asin", "acos", "atan", "sinh", "cosh", "tanh"))
LOGARITHMS_OF_A_BASE = {"log2": Number(TWO), "log10": Number(Fraction(10))}
DEGREE = Binary("/", Constant("pi"), Number(Fraction(180)))


@dataclass(frozen=True)
class Misconception:
    """One row. `name` says what was done, `truth` what the rule is; `wrong(node, below)` does it."""

    key: str
    name: str
    truth: str
    wrong: Callable[[Node, Slopes], Wrong]


def product_of_slopes(node: Node, below: Slopes) -> Wrong:
    """(u·v)′ → u′·v′"""
    return (times(*below),) if isinstance(node, Binary) and node.operator == "*" and _vary(below) else ()


def one_term_of_product(node: Node, below: Slopes) -> Wrong:
    """(u·v)′ → u′·v or u·v′"""
    match node:
        case Binary("*", u, v) if _vary(below):
            return times(below[0], v), times(u, below[1])
    return ()


def quotient_of_slopes(node: Node, below: Slopes) -> Wrong:
    """(u/v)′ → u′/v′"""
    return (over(*below),) if isinstance(node, Binary) and node.operator == "/" and _vary(below) else ()


def sign_in_quotient(node: Node, below: Slopes) -> Wrong:
    """(u/v)′ → (u′v + uv′)/v² or (uv′ − u′v)/v²"""
    match node:
        case Binary("/", u, v) if below[1] != ZERO:
            first, second = times(below[0], v), times(u, below[1])
            tops = (plus(first, second), minus(second, first))
            return tuple(over(top, power(v, TWO)) for top in tops)
    return ()


def denominator_not_squared(node: Node, below: Slopes) -> Wrong:
    """(u/v)′ → (u′v − uv′)/v"""
    match node:
        case Binary("/", u, v) if below[1] != ZERO:
            return (over(minus(times(below[0], v), times(u, below[1])), v),)
    return ()


def power_kept(node: Node, below: Slopes) -> Wrong:
    """(xⁿ)′ → n·xⁿ"""
    base, n, inner = _power(node, below)
    return () if base is None else (times(number(n), power(base, n), inner),)


def factor_not_brought_down(node: Node, below: Slopes) -> Wrong:
    """(xⁿ)′ → xⁿ⁻¹"""
    base, n, inner = _power(node, below)
    return () if base is None else (times(power(base, n - 1), inner),)


def exponent_raised(node: Node, below: Slopes) -> Wrong:
    """(x⁻ⁿ)′ → −n·x⁻ⁿ⁺¹"""
    base, n, inner = _power(node, below)
    return (times(number(n), power(base, n + 1), inner),) if base is not None and n < 0 else ()


def integrated(node: Node, below: Slopes) -> Wrong:
    """(xⁿ)′ → xⁿ⁺¹/(n + 1)"""
    base, n, inner = _power(node, below)
    if not isinstance(base, Variable) or n == -1:
        return ()
    return (over(times(power(base, n + 1), inner), number(n + 1)),)


def exponential_as_power(node: Node, below: Slopes) -> Wrong:
    """(aˣ)′ → x·aˣ⁻¹"""
    base, exponent, inner = _exponential(node, below)
    if base is None or exponent is None:
        return ()
    lowered = times(exponent, Binary("^", base, Binary("-", exponent, ONE)))
    return lowered, times(lowered, inner)


def logarithm_of_base_lost(node: Node, below: Slopes) -> Wrong:
    """(aˣ)′ → aˣ"""
    base, _, inner = _exponential(node, below)
    if base is None or base == Constant("e"):
        return ()
    return (times(node, inner),)


def base_of_logarithm_lost(node: Node, below: Slopes) -> Wrong:
    """(log_a x)′ → 1/x"""
    match node:
        case Call("log", (argument, _)) | Call("log2" | "log10", (argument,)) if below[0] != ZERO:
            return (over(below[0], argument),)
    return ()


def half_of_a_power(node: Node, below: Slopes) -> Wrong:
    """(uᵛ)′ → v·uᵛ⁻¹·u′ or uᵛ·log u·v′"""
    match node:
        case Binary("^") if _vary(below):
            return tuple(times(partial(node, i), below[i]) for i in (0, 1))
    return ()


def sign_of_a_function(node: Node, below: Slopes) -> Wrong:
    """cos′ → sin, and its like: the sign of the outer derivative"""
    match node:
        case Call(function) if function in SIGNED and below[0] != ZERO:
            return (negative(times(partial(node, 0), below[0])),)
    return ()


def degrees(node: Node, below: Slopes) -> Wrong:
    """sin′ → cos·π/180"""
    match node:
        case Call(function) if function in TRIGONOMETRIC and below[0] != ZERO:
            return (times(DEGREE, partial(node, 0), below[0]),)
    return ()


def inner_derivative_forgotten(node: Node, below: Slopes) -> Wrong:
    """f(u)′ → f′(u)"""
    place = _inner(node, below)
    return () if place is None else (partial(node, place),)


def inner_derivative_put_inside(node: Node, below: Slopes) -> Wrong:
    """f(u)′ → f′(u′)"""
    place = _inner(node, below)
    if place is None:
        return ()
    parts = [below[i] if i == place else part for i, part in enumerate(children(node))]
    other = Binary("^", *parts) if isinstance(node, Binary) else _called(node, parts)
    return (partial(other, place),)


def factor_lost(node: Node, below: Slopes) -> Wrong:
    """(c·u)′ → u′"""
    match node:
        case Binary("*", u, v) if has_variable(u) != has_variable(v):
            return (below[0] if has_variable(u) else below[1],)
        case Binary("/", u, v) if has_variable(u) and not has_variable(v):
            return (below[0],)
        case Binary("/", u, v) if u != ONE and not has_variable(u) and has_variable(v):
            return (over(negative(below[1]), power(v, TWO)),)
        case Negate(u) if has_variable(u):
            return (below[0],)
    return ()


def constant_kept(node: Node, below: Slopes) -> Wrong:
    """(u + c)′ → u′ + c"""
    match node:
        case Binary("+" | "-" as sign, u, v) if has_variable(u) != has_variable(v):
            kept = (below[0], v) if has_variable(u) else (u, below[1])
            return (plus(*kept) if sign == "+" else minus(*kept),)
        case _ if not has_variable(node) and node != ZERO:
            return (node,)
    return ()


def _vary(below: Slopes) -> bool:
    """Whether both of two parts vary: with a constant the rules are simpler, and so are the mistakes."""
    return ZERO not in below


def _power(node: Node, below: Slopes) -> tuple[Node | None, Fraction, Node]:
    """(u, n, u′) of uⁿ with a fixed n, roots and 1/uⁿ included; (None, 0, 0) for anything else."""
    match node:
        case Binary("^", base, exponent) if (n := exact_value(exponent)) is not None and below[0] != ZERO:
            return base, n, below[0]
        case Call("sqrt" | "cbrt" as root, (base,)) if below[0] != ZERO:
            return base, Fraction(1, 2 if root == "sqrt" else 3), below[0]
        case Binary("/", Number(one), base) if one == 1 and isinstance(base, Variable):
            return base, Fraction(-1), below[1]
        case Binary("/", Number(one), Binary("^", Variable() as base, exponent)) if one == 1:
            n = exact_value(exponent)
            return (None, Fraction(0), ZERO) if n is None else (base, -n, ONE)
    return None, Fraction(0), ZERO


def _exponential(node: Node, below: Slopes) -> tuple[Node | None, Node | None, Node]:
    """(a, v, v′) of aᵛ with a constant a; (None, None, 0) for anything else."""
    match node:
        case Binary("^", base, exponent) if below[0] == ZERO and below[1] != ZERO:
            return base, exponent, below[1]
        case Call("exp", (exponent,)) if below[0] != ZERO:
            return Constant("e"), exponent, below[0]
    return None, None, ZERO


def _inner(node: Node, below: Slopes) -> int | None:
    """Which argument of a function or power is the inner function; None where its slope is 0 or 1."""
    if not isinstance(node, Call) and not (isinstance(node, Binary) and node.operator == "^"):
        return None
    varying = [place for place, inner in enumerate(below) if inner != ZERO]
    return varying[0] if len(varying) == 1 and below[varying[0]] != ONE else None


def _called(node: Node, parts: list[Node]) -> Node:
    assert isinstance(node, Call)
    return Call(node.function, tuple(parts))


MISCONCEPTIONS: tuple[Misconception, ...] = (
    Misconception(
        "product-of-slopes",
        "The slopes of the factors were multiplied.",
        "The product rule is (uv)′ = u′v + uv′.",
        product_of_slopes,
    ),
    Misconception(
        "quotient-of-slopes",
        "The slope of the numerator was divided by that of the denominator.",
        "The quotient rule is (u/v)′ = (u′v − uv′)/v².",
        quotient_of_slopes,
    ),
    Misconception(
        "quotient-sign",
        "A sign in the quotient rule is the wrong way round.",
        "The numerator is u′v − uv′: the slope of the numerator comes first, and a minus between.",
        sign_in_quotient,
    ),
    Misconception(
        "quotient-not-squared",
        "The denominator was not squared.",
        "The quotient rule divides by v².",
        denominator_not_squared,
    ),
    Misconception(
        "exponential-as-power",
        "An exponential was treated as a power.",
        "In aˣ the variable is the exponent: (aˣ)′ = aˣ·ln a, and (eˣ)′ = eˣ.",
        exponential_as_power,
    ),
    Misconception(
        "base-lost",
        "The factor ln a is missing.",
        "(aˣ)′ = aˣ·ln a; only for a = e is that factor 1.",
        logarithm_of_base_lost,
    ),
    Misconception(
        "logarithm-base-lost",
        "The base of the logarithm was left out.",
        "(log_a x)′ = 1/(x·ln a); only for a = e is ln a = 1.",
        base_of_logarithm_lost,
    ),
    Misconception(
        "half-of-a-power",
        "Only one of base and exponent was allowed to vary.",
        "Where both vary, (uᵛ)′ = uᵛ·(v′·ln u + v·u′/u).",
        half_of_a_power,
    ),
    Misconception(
        "power-kept",
        "The exponent was brought down but not lowered.",
        "(xⁿ)′ = n·xⁿ⁻¹: the exponent falls by one.",
        power_kept,
    ),
    Misconception(
        "power-factor-lost",
        "The exponent was lowered but not brought down as a factor.",
        "(xⁿ)′ = n·xⁿ⁻¹: the exponent becomes a factor.",
        factor_not_brought_down,
    ),
    Misconception(
        "power-raised",
        "The exponent went up instead of down.",
        "Lowering −n by one gives −n − 1, not −n + 1.",
        exponent_raised,
    ),
    Misconception(
        "integrated",
        "The power was integrated.",
        "Integrating raises the exponent and divides; differentiating brings it down and lowers it.",
        integrated,
    ),
    Misconception(
        "function-sign",
        "A sign is wrong in the slope of a function.",
        "sin′ = cos and cos′ = −sin, while sinh′ = cosh and cosh′ = sinh.",
        sign_of_a_function,
    ),
    Misconception(
        "degrees",
        "The angle was taken in degrees.",
        "In calculus angles are in radians: there sin′ = cos, without a factor of π/180.",
        degrees,
    ),
    Misconception(
        "inner-forgotten",
        "The inner derivative was forgotten.",
        "The chain rule is f(u)′ = f′(u)·u′.",
        inner_derivative_forgotten,
    ),
    Misconception(
        "inner-inside",
        "The inner derivative was put inside the function.",
        "The chain rule is f(u)′ = f′(u)·u′: u stays inside, u′ is a factor.",
        inner_derivative_put_inside,
    ),
    Misconception(
        "factor-lost",
        "A constant factor was lost.",
        "A constant factor stays: (c·u)′ = c·u′, and a minus sign is such a factor.",
        factor_lost,
    ),
    Misconception(
        "constant-kept",
        "A constant was kept.",
        "The slope of a constant is 0: (u + c)′ = u′.",
        constant_kept,
    ),
    Misconception(
        "product-one-term",
        "Only one factor of the product was differentiated.",
        "The product rule has two terms: (uv)′ = u′v + uv′.",
        one_term_of_product,
    ),
)
