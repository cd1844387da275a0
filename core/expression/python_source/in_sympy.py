"""The language in SymPy, over real symbols, in SymPy's own functions."""

from collections.abc import Callable
from fractions import Fraction

from core.expression.python_source.dialect import (
    ATOM,
    POWER,
    SUM,
    Chain,
    Dialect,
    Piece,
    called,
)
from core.expression.tree import Node

_DEFINITIONS = {
    "exact_sigmoid": """
def exact_sigmoid(u):
    return 1/(1 + sympy.exp(-u))
""",
    "exact_root_power": '''
def exact_root_power(u, p, q):
    """u^(p/q) over the reals: (-8)^(1/3) is -2."""
    return sympy.sign(u)**(p % 2)*sympy.Abs(u)**sympy.Rational(p, q)
''',
}


def _number(value: Fraction) -> Piece:
    if value.denominator == 1:
        return Piece(str(value.numerator))
    return Piece(f"sympy.Rational({value.numerator}, {value.denominator})")


def _power(base: Piece, exponent: Fraction) -> Piece:
    if exponent.denominator == 1:
        whole = str(exponent.numerator) if exponent >= 0 else f"({exponent.numerator})"
        return Piece(f"{base.within(ATOM)}**{whole}", POWER)
    if exponent.denominator % 2:
        return called("exact_root_power")(base, *map(Piece, map(str, exponent.as_integer_ratio())))
    parts = ", ".join(map(str, exponent.as_integer_ratio()))
    return Piece(f"{base.within(ATOM)}**sympy.Rational({parts})", POWER)


def _condition(chain: Chain) -> str:
    parts = [
        f"sympy.Eq({left}, {right})" if sign == "=" else f"{left} {sign} {right}"
        for left, sign, right in chain.links
    ]
    return parts[0] if len(parts) == 1 else f"sympy.And({', '.join(parts)})"


def _pieces(branches: list[tuple[Chain, Piece]], otherwise: Piece) -> Piece:
    lines = [f"({value.text}, {_condition(chain)})" for chain, value in branches]
    return Piece(f"sympy.Piecewise({', '.join(lines)}, ({otherwise.text}, True))")


def _written_out(node: Node, piece: Callable[[Node], Piece]) -> Piece | None:  # noqa: ARG001 - SymPy is exact
    return None


_SAME = (
    "sin", "cos", "tan", "sec", "csc", "cot", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh",
    "acosh", "atanh", "exp", "log", "sqrt", "sign", "floor", "erf",
)  # fmt: skip

SYMPY = Dialect(
    calls={
        **{name: called(f"sympy.{name}") for name in _SAME},
        "log to a base": called("sympy.log"),
        "log2": lambda u: called("sympy.log")(u, Piece("2")),
        "log10": lambda u: called("sympy.log")(u, Piece("10")),
        "cbrt": lambda u: called("exact_root_power")(u, Piece("1"), Piece("3")),
        "abs": called("sympy.Abs"),
        "ceil": called("sympy.ceiling"),
        "min": called("sympy.Min"),
        "max": called("sympy.Max"),
        "relu": lambda u: called("sympy.Max")(u, Piece("0")),
        "step": lambda u: called("sympy.Heaviside")(u, Piece("1")),
        "sigmoid": called("exact_sigmoid"),
        "softplus": lambda u: called("sympy.log")(Piece(f"1 + sympy.exp({u.text})", SUM)),
    },
    constants={"pi": "sympy.pi", "e": "sympy.E"},
    undefined="sympy.nan",
    number=_number,
    power=_power,
    real_power=lambda base, exponent: Piece(f"{base.within(ATOM)}**{exponent.within(ATOM)}", POWER),
    constant=_written_out,
    pieces=_pieces,
    definitions=_DEFINITIONS,
    decorator="",
    prelude="",
)
"""sympy.* on real symbols."""
