"""f at complex points, for the complex step: the analytic functions of the language beyond the real axis.

Near the real axis each is the analytic function that equals the real one on its real domain, so that
Im f(x + ih)/h → f′(x). What has a corner or a jump is no analytic function there and has no row.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.expression.functions import FUNCTIONS
from core.expression.powers import exact_value
from core.expression.tree import Binary, Call, Constant, Negate, Node, Number, Piecewise, Variable, children

Complexes = NDArray[np.complexfloating[Any, Any]]

DTYPES = {"float32": "complex64", "float64": "complex128"}
"""The complex dtype whose parts are of the real dtype. float16 has none: NumPy's smallest is complex64."""

_NOWHERE = complex(math.nan, math.nan)


def _root(z: Any, exponent: float, odd: bool) -> Any:
    """The branch of z^(p/q) with odd q that is real on the whole real axis."""
    side = np.where(z.real < 0, -1, 1)
    return np.power(side * z, exponent) * (side if odd else 1)


def _log(z: Any, *base: Any) -> Any:
    return np.log(z) / np.log(base[0]) if base else np.log(z)


def _softplus(z: Any) -> Any:
    positive = np.where(z.real > 0, z, 0)
    return positive + np.log1p(np.exp(np.where(z.real > 0, -z, z)))


_BY_NUMPY = ("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "sqrt", "log2", "log10")
_INVERSES = ("asin", "acos", "atan", "asinh", "acosh", "atanh")
CONTINUED: dict[str, Callable[..., Any]] = {
    **{name: getattr(np, name) for name in _BY_NUMPY},
    **{name: getattr(np, f"arc{name[1:]}") for name in _INVERSES},
    "sec": lambda z: 1 / np.cos(z),
    "csc": lambda z: 1 / np.sin(z),
    "cot": lambda z: 1 / np.tan(z),
    "log": _log,
    "cbrt": lambda z: _root(z, 1 / 3, odd=True),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "softplus": _softplus,
}
"""The functions that the complex step can use, over complex arrays."""

_WHY_NOT = {
    "abs": "|u| has a corner, and the size of a complex number has no imaginary part to carry the slope",
    "erf": "erf is analytic, but NumPy has no erf of a complex number",
    "piecewise": "a condition such as u < 0 cannot be asked of a complex number",
}
_JUMPS = ("sign", "floor", "ceil", "step")


def why_no_complex_step(tree: Node, dtype: str) -> str:
    """Why Im f(x + ih)/h cannot be used, as a sentence; empty where it can.

    >>> from core.expression import parse
    >>> why_no_complex_step(parse("x + floor(x)").tree, "float64")
    'The complex step does not apply: floor jumps, and complex numbers have no order to jump in.'
    """
    if dtype not in DTYPES:
        return f"The complex step does not exist in {dtype}: there is no complex number of two such parts."
    for node in _all_nodes(tree):
        name = "piecewise" if isinstance(node, Piecewise) else node.function if isinstance(node, Call) else ""
        if name and name not in CONTINUED:
            return f"The complex step does not apply: {_why_not(name)}."
    return ""


def _why_not(name: str) -> str:
    if name in _JUMPS:
        return f"{name} jumps, and complex numbers have no order to jump in"
    corner = f"{name} has a corner where it compares two numbers, and complex numbers have no order"
    return _WHY_NOT.get(name, corner)


def _all_nodes(tree: Node) -> Iterator[Node]:
    """Every node once, shared ones too, in reading order."""
    seen: set[int] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(reversed(children(node)))


def complex_values(tree: Node, z: Complexes) -> Complexes:
    """The tree at complex points (m,), in their dtype; NaN where the real part leaves the real domain.

    The tree must be one for which `why_no_complex_step` is empty.
    """
    with np.errstate(all="ignore"):
        values = _Evaluation(z).value(tree)
    result: Complexes = np.broadcast_to(values, z.shape)
    return result


class _Evaluation:
    """A tree's values over one array; each node is worked out once."""

    def __init__(self, z: Complexes) -> None:
        self._z = z
        self._known: dict[int, Any] = {}

    def value(self, node: Node) -> Any:
        if id(node) not in self._known:
            self._known[id(node)] = np.asarray(self._new(node)).astype(self._z.dtype, copy=False)
        return self._known[id(node)]

    def _new(self, node: Node) -> Any:
        match node:
            case Number(value):
                return complex(value)
            case Constant(name):
                return math.pi if name == "pi" else math.e
            case Variable():
                return self._z
            case Negate(operand):
                return -self.value(operand)
            case Binary("^", base, exponent):
                return self._power(self.value(base), exponent)
            case Binary(sign, left, right):
                return _ARITHMETIC[sign](self.value(left), self.value(right))
            case Call(function, arguments):
                return self._call(function, [self.value(argument) for argument in arguments])
        raise TypeError(f"no complex value of {type(node).__name__}")

    def _power(self, base: Any, exponent: Node) -> Any:
        fraction = exact_value(exponent)
        if fraction is None:
            return np.where(base.real > 0, np.power(base, self.value(exponent)), _NOWHERE)
        if fraction.denominator % 2 == 0:
            return np.where(base.real >= 0, np.power(base, float(fraction)), _NOWHERE)
        if fraction.denominator == 1:
            return _whole_power(base, fraction.numerator)
        return _root(base, float(fraction), odd=fraction.numerator % 2 == 1)

    def _call(self, function: str, arguments: Sequence[Any]) -> Any:
        on_the_axis = FUNCTIONS[function].numeric(*(np.real(argument) for argument in arguments))
        return np.where(np.isnan(on_the_axis), _NOWHERE, CONTINUED[function](*arguments))


def _whole_power(base: Any, n: int) -> Any:
    """Base to the n by squaring, as exact as products are; NumPy's own goes through logarithms."""
    result, square, left = np.ones_like(base), base, abs(n)
    while left:
        result = result * square if left % 2 else result
        left //= 2
        square = square * square if left else square
    return 1 / result if n < 0 else result


_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
}
