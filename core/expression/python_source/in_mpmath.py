"""The language in mpmath: as many digits as asked, over the reals alone.

`many_digits` makes NaN of what has no real value: mpmath is told to raise there instead of going complex.
"""

from collections.abc import Callable
from fractions import Fraction

from core.expression.measure import post_order
from core.expression.precise import precise_value
from core.expression.python_source.dialect import (
    ATOM,
    POWER,
    PRODUCT,
    SUM,
    Chain,
    Dialect,
    Piece,
    called,
    conditional,
)
from core.expression.tree import Node, Variable

PRELUDE = '''
def many_digits(function):
    """The function over the reals: nan at a pole and off the domain."""

    def value(*place):
        try:
            found = mpf(function(*map(mpf, place)))
        except (ValueError, ZeroDivisionError, OverflowError):
            return mp.nan
        return found if mp.isfinite(found) else mp.nan

    return value
'''

_DEFINITIONS = {
    "mp_log": '''
def mp_log(u):
    """The logarithm; mpmath has one of 0, too."""
    if u == 0:
        raise ValueError("no value")
    return mp.log(u)
''',
    "mp_atanh": '''
def mp_atanh(u):
    """The inverse of tanh between -1 and 1; mpmath has one at both ends, too."""
    if abs(u) == 1:
        raise ValueError("no value")
    return mp.atanh(u)
''',
    "mp_log_to_base": """
def mp_log_to_base(u, base):
    return mp_log(u)/mp_log(base)
""",
    "mp_sigmoid": """
def mp_sigmoid(u):
    return 1/(1 + mp.exp(-u))
""",
    "mp_softplus": """
def mp_softplus(u):
    return mp.log1p(mp.exp(u))
""",
    "mp_root_power": '''
def mp_root_power(u, p, q):
    """u^(p/q) over the reals: (-8)^(1/3) is -2."""
    if u < 0 and q % 2 == 0:
        raise ValueError("no real value")
    size = mp.root(abs(u), q)**p
    return -size if u < 0 and p % 2 else size
''',
    "mp_power": '''
def mp_power(u, exponent):
    """u^exponent over the reals: for u > 0, and 0 to a positive power is 0."""
    if u < 0 or (u == 0 and not exponent > 0):
        raise ValueError("no real value")
    return u**exponent
''',
}


def _number(value: Fraction) -> Piece:
    if value.denominator == 1:
        return Piece(str(value.numerator))
    return Piece(f"mpf({value.numerator})/{value.denominator}", PRODUCT)


def _power(base: Piece, exponent: Fraction) -> Piece:
    if exponent == Fraction(1, 2):
        return called("mp.sqrt")(base)
    if exponent.denominator > 1:
        return called("mp_root_power")(base, *map(Piece, map(str, exponent.as_integer_ratio())))
    whole = str(exponent.numerator) if exponent >= 0 else f"({exponent.numerator})"
    return Piece(f"{base.within(ATOM)}**{whole}", POWER)


def _constant(node: Node, piece: Callable[[Node], Piece]) -> Piece | None:  # noqa: ARG001 - only NaN counts
    """nan for a number that is none; all others are written out."""
    if any(isinstance(part, Variable) for part in post_order(node)):
        return None
    value = precise_value(node, {})
    return None if value.context.isfinite(value) else Piece("mp.nan")


def _pieces(branches: list[tuple[Chain, Piece]], otherwise: Piece) -> Piece:
    return conditional(branches, otherwise, "mp.isnan", "mp.nan")


_SAME = (
    "sin", "cos", "tan", "sec", "csc", "cot", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh",
    "acosh", "exp", "sqrt", "sign", "floor", "ceil", "erf",
)  # fmt: skip

MPMATH = Dialect(
    calls={
        **{name: called(f"mp.{name}") for name in _SAME},
        "log": called("mp_log"),
        "atanh": called("mp_atanh"),
        "log to a base": called("mp_log_to_base"),
        "log2": lambda u: called("mp_log_to_base")(u, Piece("2")),
        "log10": lambda u: called("mp_log_to_base")(u, Piece("10")),
        "cbrt": lambda u: called("mp_root_power")(u, Piece("1"), Piece("3")),
        "abs": called("abs"),
        "min": called("min"),
        "max": called("max"),
        "relu": lambda u: called("max")(u, Piece("0")),
        "step": lambda u: Piece(f"(1 if {u.within(SUM)} >= 0 else 0)"),
        "sigmoid": called("mp_sigmoid"),
        "softplus": called("mp_softplus"),
    },
    constants={"pi": "mp.pi", "e": "mp.e"},
    undefined="mp.nan",
    number=_number,
    power=_power,
    real_power=called("mp_power"),
    constant=_constant,
    pieces=_pieces,
    definitions=_DEFINITIONS,
    decorator="many_digits",
    prelude=PRELUDE,
)
"""mp.* on mpf."""
