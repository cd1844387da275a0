"""The derivatives of the smooth functions: `SLOPES`. Each docstring is before → after.

Standard forms; see Abramowitz and Stegun, 4.3.105–110 (circular), 4.4.52–54 (their inverses), 4.5.71–73 and
4.6.37–39 (hyperbolic), 7.1.19 (erf).
"""

from collections.abc import Callable
from fractions import Fraction

from core.derivation.rules.moves import Move
from core.derivation.terms.building import ONE, TWO, E, call, minus, over, plus, power, times
from core.derivation.terms.slots import part
from core.expression.tree import Call, Constant, Negate, Node, Number

Slope = Callable[[Node], Node]

THREE, TEN = Number(Fraction(3)), Number(Fraction(10))


def sine(u: Node) -> Node:
    """d/du [sin u] → cos u"""
    return call("cos", u)


def cosine(u: Node) -> Node:
    """d/du [cos u] → −sin u"""
    return Negate(call("sin", u))


def tangent(u: Node) -> Node:
    """d/du [tan u] → sec² u"""
    return power(call("sec", u), TWO)


def secant(u: Node) -> Node:
    """d/du [sec u] → sec u · tan u"""
    return times(call("sec", u), call("tan", u))


def cosecant(u: Node) -> Node:
    """d/du [csc u] → −csc u · cot u"""
    return Negate(times(call("csc", u), call("cot", u)))


def cotangent(u: Node) -> Node:
    """d/du [cot u] → −csc² u"""
    return Negate(power(call("csc", u), TWO))


def arcsine(u: Node) -> Node:
    """d/du [arcsin u] → 1/√(1 − u²)"""
    return over(ONE, call("sqrt", minus(ONE, power(u, TWO))))


def arccosine(u: Node) -> Node:
    """d/du [arccos u] → −1/√(1 − u²)"""
    return Negate(arcsine(u))


def arctangent(u: Node) -> Node:
    """d/du [arctan u] → 1/(1 + u²)"""
    return over(ONE, plus(ONE, power(u, TWO)))


def hyperbolic_sine(u: Node) -> Node:
    """d/du [sinh u] → cosh u"""
    return call("cosh", u)


def hyperbolic_cosine(u: Node) -> Node:
    """d/du [cosh u] → sinh u"""
    return call("sinh", u)


def hyperbolic_tangent(u: Node) -> Node:
    """d/du [tanh u] → 1 − tanh² u"""
    return minus(ONE, power(call("tanh", u), TWO))


def inverse_hyperbolic_sine(u: Node) -> Node:
    """d/du [arsinh u] → 1/√(u² + 1)"""
    return over(ONE, call("sqrt", plus(power(u, TWO), ONE)))


def inverse_hyperbolic_cosine(u: Node) -> Node:
    """d/du [arcosh u] → 1/√(u² − 1)"""
    return over(ONE, call("sqrt", minus(power(u, TWO), ONE)))


def inverse_hyperbolic_tangent(u: Node) -> Node:
    """d/du [artanh u] → 1/(1 − u²)"""
    return over(ONE, minus(ONE, power(u, TWO)))


def natural_exponential(u: Node) -> Node:
    """d/du [eᵘ] → eᵘ"""
    return call("exp", u)


def natural_logarithm(u: Node) -> Node:
    """d/du [ln u] → 1/u"""
    return over(ONE, u)


def binary_logarithm(u: Node) -> Node:
    """d/du [log₂ u] → 1/(u·ln 2)"""
    return over(ONE, times(u, call("log", TWO)))


def decimal_logarithm(u: Node) -> Node:
    """d/du [log₁₀ u] → 1/(u·ln 10)"""
    return over(ONE, times(u, call("log", TEN)))


def square_root(u: Node) -> Node:
    """d/du [√u] → 1/(2·√u)"""
    return over(ONE, times(TWO, call("sqrt", u)))


def cube_root(u: Node) -> Node:
    """d/du [∛u] → 1/(3·(∛u)²)"""
    return over(ONE, times(THREE, power(call("cbrt", u), TWO)))


def error_function(u: Node) -> Node:
    """d/du [erf u] → (2/√π)·e^(−u²)"""
    return times(over(TWO, call("sqrt", Constant("pi"))), power(E, Negate(power(u, TWO))))


def logistic(u: Node) -> Node:
    """d/du [σ(u)] → σ(u)·(1 − σ(u))"""
    return times(call("sigmoid", u), minus(ONE, call("sigmoid", u)))


def smooth_rectifier(u: Node) -> Node:
    """d/du [softplus u] → σ(u)"""
    return call("sigmoid", u)


SLOPES: dict[str, Slope] = {
    "sin": sine,
    "cos": cosine,
    "tan": tangent,
    "sec": secant,
    "csc": cosecant,
    "cot": cotangent,
    "asin": arcsine,
    "acos": arccosine,
    "atan": arctangent,
    "sinh": hyperbolic_sine,
    "cosh": hyperbolic_cosine,
    "tanh": hyperbolic_tangent,
    "asinh": inverse_hyperbolic_sine,
    "acosh": inverse_hyperbolic_cosine,
    "atanh": inverse_hyperbolic_tangent,
    "exp": natural_exponential,
    "log": natural_logarithm,
    "log2": binary_logarithm,
    "log10": decimal_logarithm,
    "sqrt": square_root,
    "cbrt": cube_root,
    "erf": error_function,
    "sigmoid": logistic,
    "softplus": smooth_rectifier,
}


def smooth_function(f: Node, x: str) -> Move | None:  # noqa: ARG001
    """d/du [F(u)] → the row of `SLOPES` for F"""
    match f:
        case Call(name, (u,)) if name in SLOPES:
            return Move((u,), call(name, part(0)), SLOPES[name](part(0)), outer=True)
    return None
