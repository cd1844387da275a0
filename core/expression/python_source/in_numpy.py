"""The language in NumPy, operation by operation as the float64 program computes it, so that the bits agree.

A function is given NumPy scalars. `real` makes a pole NaN, as in the language: it is what NumPy reports as a
division by zero, log 0 and 0^−1 included.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import reduce

from core.expression.measure import post_order
from core.expression.numeric import Program
from core.expression.python_source.dialect import (
    PRODUCT,
    SUM,
    Call,
    Chain,
    Dialect,
    Piece,
    called,
    conditional,
    product,
)
from core.expression.tree import Call as Called
from core.expression.tree import Constant, Node, Variable

_LARGEST_WHOLE = 2**53
_MATH = {
    "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
    "exp", "log", "log2", "log10", "sqrt", "cbrt", "erf",
}  # fmt: skip

PRELUDE = '''
def real(function):
    """The function over the reals: nan at a pole, inf where the value is too large."""

    def value(*place):
        try:
            with np.errstate(divide="raise", over="ignore", invalid="ignore"):
                return function(*place)
        except FloatingPointError:
            return np.nan

    return value
'''

_DEFINITIONS = {
    "square": """
def square(u):
    return u*u
""",
    "cube": """
def cube(u):
    return u*u*u
""",
    "sec": """
def sec(u):
    return 1/np.cos(u)
""",
    "csc": """
def csc(u):
    return 1/np.sin(u)
""",
    "cot": """
def cot(u):
    return 1/np.tan(u)
""",
    "log_to_base": """
def log_to_base(u, base):
    return np.log(u)/np.log(base)
""",
    "erf": """
def erf(u):
    return u.dtype.type(math.erf(u))
""",
    "sigmoid": '''
def sigmoid(u):
    """1/(1 + e^-u), without overflow."""
    small = np.exp(-u if u.real >= 0 else u)
    return (1 if u.real >= 0 else small)/(1 + small)
''',
    "softplus": '''
def softplus(u):
    """log(1 + e^u), without overflow."""
    small = np.exp(-u if u.real >= 0 else u)
    return (u if u.real >= 0 else 0*u) + np.log1p(small)
''',
    "odd_power": '''
def odd_power(u, exponent):
    """The real power p/q with odd p and q: (-8)^(1/3) is -2."""
    return np.power(u, exponent) if u.real >= 0 else -np.power(-u, exponent)
''',
    "even_power": '''
def even_power(u, exponent):
    """The real power p/q with even p and odd q: (-8)^(2/3) is 4."""
    return np.power(u if u.real >= 0 else -u, exponent)
''',
    "real_power": '''
def real_power(u, exponent):
    """u^exponent over the reals: for u > 0, and 0 to a positive power is 0."""
    if np.isnan(exponent) or not (u.real > 0 or (u == 0 and exponent > 0)):
        return np.nan
    return np.power(u, exponent)
''',
}


def _number(value: Fraction) -> Piece:
    """A whole number, the decimal that is exactly meant, or p/q, which Python rounds as the program does."""
    top, bottom = value.numerator, value.denominator
    if max(top, bottom) > _LARGEST_WHOLE:
        return Piece(_float(value))
    if bottom == 1:
        return Piece(str(top))
    if Fraction(repr(top / bottom)) == value:
        return Piece(repr(top / bottom))
    return Piece(f"{top}/{bottom}", PRODUCT)


def _float(value: Fraction) -> str:
    try:
        return repr(float(value))
    except OverflowError:
        return "np.inf"


def _power(base: Piece, exponent: Fraction) -> Piece:
    match exponent:
        case Fraction(numerator=0):
            return Piece(f"1 + 0*{base.within(PRODUCT + 1)}", SUM)
        case Fraction(numerator=1, denominator=1):
            return base
        case Fraction(numerator=2 | 3 | 4 as whole, denominator=1):
            return _few_times(base, whole)
        case Fraction(numerator=1, denominator=2):
            return called("np.sqrt")(base)
        case Fraction(numerator=1, denominator=3):
            return called("np.cbrt")(base)
    size = _signed(exponent)
    if exponent.denominator % 2 == 0 or exponent.denominator == 1:
        return called("np.power")(base, size)
    if exponent.numerator % 2:
        return called("odd_power")(base, size)
    return called("even_power")(base, size)


def _few_times(base: Piece, whole: int) -> Piece:
    """u², u³, u⁴ as products: NumPy's power of a scalar may differ from them in the last digit."""
    if whole == 4:
        return called("square")(_few_times(base, 2))
    if base.text.isidentifier():
        return product(*[base] * whole)
    return called("square" if whole == 2 else "cube")(base)


def _signed(value: Fraction) -> Piece:
    size = _number(abs(value))
    return size if value >= 0 else Piece(f"-{size.within(PRODUCT)}", SUM)


def _constant(node: Node, piece: Callable[[Node], Piece]) -> Piece | None:
    """A number in Python's own floats, which NumPy rounds to its format; None where a variable stands."""
    if isinstance(node, Constant) or any(isinstance(part, Variable) for part in post_order(node)):
        return None
    (value,) = Program((node,), ()).scalar()
    if not math.isfinite(value):
        return Piece("np.nan" if value != value else "np.inf" if value > 0 else "-np.inf")
    below = Program(tuple(post_order(node)), ()).scalar()
    match node:
        case Called(function, (argument,)) if function in _MATH and all(map(math.isfinite, below)):
            return called(f"math.{function}")(piece(argument))
    return Piece(repr(value)) if value >= 0 else Piece(repr(value), SUM)


def _pairwise(name: str) -> Call:
    return lambda *arguments: reduce(called(name), arguments)


def _pieces(branches: list[tuple[Chain, Piece]], otherwise: Piece) -> Piece:
    return conditional(branches, otherwise, "np.isnan", "np.nan")


def _complex_power(base: Piece, exponent: Fraction) -> Piece:
    """NumPy has no cube root of a complex number."""
    if exponent == Fraction(1, 3):
        return called("odd_power")(base, _signed(exponent))
    return _power(base, exponent)


NUMPY = Dialect(
    calls={
        **{name: called(f"np.{name}") for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")},
        **{f"a{name}": called(f"np.arc{name}") for name in ("sin", "cos", "tan", "sinh", "cosh", "tanh")},
        **{name: called(f"np.{name}") for name in ("exp", "log", "log2", "log10", "sqrt", "cbrt")},
        **{name: called(f"np.{name}") for name in ("abs", "sign", "floor", "ceil")},
        **{name: called(name) for name in ("sec", "csc", "cot", "erf", "sigmoid", "softplus")},
        "log to a base": called("log_to_base"),
        "min": _pairwise("np.minimum"),
        "max": _pairwise("np.maximum"),
        "relu": lambda u: called("np.maximum")(u, Piece("0")),
        "step": lambda u: called("np.heaviside")(u, Piece("1")),
    },
    constants={"pi": "np.pi", "e": "np.e"},
    undefined="np.nan",
    number=_number,
    power=_power,
    real_power=called("real_power"),
    constant=_constant,
    pieces=_pieces,
    definitions=_DEFINITIONS,
    decorator="real",
    prelude=PRELUDE,
)
"""np.* on scalars; what NumPy lacks is defined."""

COMPLEX = replace(
    NUMPY,
    calls={**NUMPY.calls, "cbrt": lambda u: _complex_power(u, Fraction(1, 3))},
    power=_complex_power,
)
"""The same at complex points beside the real axis, for a step into the plane."""
