"""The one table of the functions people may type: `FUNCTIONS`. Adding a function is adding a row.

A row holds every reading of the function: SymPy, float64 arrays, one float, many digits, LaTeX. All agree on
the real domain and say NaN outside it; ±∞ means a value too large, never a pole.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import sympy
from numpy.typing import NDArray

from core.expression.kinks import Ceiling, Floor, Maximum, Minimum, Modulus, Relu, Signum, Step
from core.expression.smooth import RealPower, Sigmoid, Softplus

FloatArray = NDArray[np.float64]


@dataclass(frozen=True)
class Function:
    """One row: a name people type and its readings.

    name, aliases: canonical spelling and the others ("ln" for log).
    arity: least and greatest number of arguments.
    symbol: SymPy expressions → SymPy expression.
    numeric: float64 arrays → float64 array, NaN off the domain; warnings are the caller's to silence, once.
    scalar: Python floats → float, quick; where it raises ValueError or an ArithmeticError, `numeric` decides.
    precise: mpf → mpf in the context (and so the digits) of its first argument, NaN off the domain.
    latex: LaTeX of the arguments → LaTeX of the call.
    doc, example: one line for the help, and a text of x that uses the function.
    """

    name: str
    aliases: tuple[str, ...]
    arity: tuple[int, int]
    symbol: Callable[..., Any]
    numeric: Callable[..., Any]
    scalar: Callable[..., float]
    precise: Callable[..., Any]
    latex: Callable[..., str]
    doc: str
    example: str


def _called(head: str) -> Callable[..., str]:
    return lambda *arguments: rf"{head}\left({', '.join(arguments)}\right)"


def _inside(test: Callable[[Any], Any], function: Callable[..., Any]) -> Callable[..., Any]:
    """The array function where its argument passes the test, NaN elsewhere."""
    return lambda x: np.where(test(x), function(x), math.nan)


def _real(test: Callable[[Any], Any], function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The many-digit function where its argument passes the test, NaN elsewhere."""
    return lambda x: function(x) if test(x) else x.context.nan


def _reciprocal(function: Callable[..., Any]) -> Callable[..., Any]:
    """1/function over arrays, NaN where the function is 0."""

    def reciprocal(x: Any) -> Any:
        below = function(x)
        return np.where(below == 0, math.nan, 1 / below)

    return reciprocal


def _log(x: Any, base: Any = math.e) -> Any:
    logarithm = np.where(x > 0, np.log(x), math.nan)
    if base is math.e:
        return logarithm
    below = np.where(base > 0, np.log(base), math.nan)
    return np.where(below == 0, math.nan, logarithm / below)


def _scalar_log(x: float, *base: float) -> float:
    return math.log(x) / math.log(base[0]) if base else math.log(x)


def _precise_log(x: Any, *base: Any) -> Any:
    if not x > 0 or (base and (not base[0] > 0 or base[0] == 1)):
        return x.context.nan
    return x.context.log(x) / x.context.log(base[0]) if base else x.context.log(x)


def _sigmoid(x: Any) -> Any:
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)


def _scalar_sigmoid(x: float) -> float:
    small = math.exp(-abs(x))
    return (1.0 if x >= 0 else small) / (1.0 + small)


def _precise_log1p_exp(x: Any) -> Any:
    return max(x, x * 0) + x.context.log1p(x.context.exp(-abs(x)))


def _step(x: Any) -> Any:
    return np.where(np.isnan(x), math.nan, np.where(x >= 0, 1.0, 0.0))


def _erf(x: Any) -> Any:
    return np.asarray(np.frompyfunc(math.erf, 1, 1)(x), dtype=np.float64)


def _greatest(*values: float) -> float:
    return math.nan if any(value != value for value in values) else max(values)


def _least(*values: float) -> float:
    return math.nan if any(value != value for value in values) else min(values)


def _sign(x: float) -> float:
    return math.nan if x != x else float((x > 0) - (x < 0))


def _unit(x: Any) -> Any:
    return abs(x) <= 1


def _cbrt(x: Any) -> Any:
    return -x.context.cbrt(-x) if x < 0 else x.context.cbrt(x)


_TRIGONOMETRIC = (
    Function("sin", (), (1, 1), sympy.sin, np.sin, math.sin, lambda x: x.context.sin(x), _called(r"\sin"),
             "sine, x in radians", "sin(x)"),
    Function("cos", (), (1, 1), sympy.cos, np.cos, math.cos, lambda x: x.context.cos(x), _called(r"\cos"),
             "cosine, x in radians", "cos(x)"),
    Function("tan", (), (1, 1), sympy.tan, np.tan, math.tan, lambda x: x.context.tan(x), _called(r"\tan"),
             "tangent, sin(x)/cos(x)", "tan(x)"),
    Function("sec", (), (1, 1), sympy.sec, _reciprocal(np.cos), lambda x: 1 / math.cos(x),
             lambda x: x.context.sec(x), _called(r"\sec"), "secant, 1/cos(x)", "sec(x)"),
    Function("csc", (), (1, 1), sympy.csc, _reciprocal(np.sin), lambda x: 1 / math.sin(x),
             _real(lambda x: x != 0, lambda x: x.context.csc(x)), _called(r"\csc"), "cosecant, 1/sin(x)",
             "csc(x)"),
    Function("cot", (), (1, 1), sympy.cot, _reciprocal(np.tan), lambda x: 1 / math.tan(x),
             _real(lambda x: x != 0, lambda x: x.context.cot(x)), _called(r"\cot"),
             "cotangent, cos(x)/sin(x)", "cot(x)"),
    Function("asin", ("arcsin",), (1, 1), sympy.asin, np.arcsin, math.asin,
             _real(_unit, lambda x: x.context.asin(x)), _called(r"\arcsin"),
             "the angle in [−π/2, π/2] with sine x", "asin(x)"),
    Function("acos", ("arccos",), (1, 1), sympy.acos, np.arccos, math.acos,
             _real(_unit, lambda x: x.context.acos(x)), _called(r"\arccos"),
             "the angle in [0, π] with cosine x", "acos(x)"),
    Function("atan", ("arctan",), (1, 1), sympy.atan, np.arctan, math.atan, lambda x: x.context.atan(x),
             _called(r"\arctan"), "the angle in (−π/2, π/2) with tangent x", "atan(x)"),
)  # fmt: skip

_HYPERBOLIC = (
    Function("sinh", (), (1, 1), sympy.sinh, np.sinh, math.sinh, lambda x: x.context.sinh(x),
             _called(r"\sinh"), "hyperbolic sine, (e^x − e^(−x))/2", "sinh(x)"),
    Function("cosh", (), (1, 1), sympy.cosh, np.cosh, math.cosh, lambda x: x.context.cosh(x),
             _called(r"\cosh"), "hyperbolic cosine, (e^x + e^(−x))/2", "cosh(x)"),
    Function("tanh", (), (1, 1), sympy.tanh, np.tanh, math.tanh, lambda x: x.context.tanh(x),
             _called(r"\tanh"), "hyperbolic tangent, between −1 and 1", "tanh(x)"),
    Function("asinh", ("arcsinh", "arsinh"), (1, 1), sympy.asinh, np.arcsinh, math.asinh,
             lambda x: x.context.asinh(x), _called(r"\operatorname{arsinh}"), "inverse of sinh", "asinh(x)"),
    Function("acosh", ("arccosh", "arcosh"), (1, 1), sympy.acosh, np.arccosh, math.acosh,
             _real(lambda x: x >= 1, lambda x: x.context.acosh(x)), _called(r"\operatorname{arcosh}"),
             "inverse of cosh, for x ≥ 1", "acosh(x)"),
    Function("atanh", ("arctanh", "artanh"), (1, 1), sympy.atanh,
             _inside(lambda x: np.abs(x) < 1, np.arctanh), math.atanh,
             _real(lambda x: abs(x) < 1, lambda x: x.context.atanh(x)),
             _called(r"\operatorname{artanh}"), "inverse of tanh, for −1 < x < 1", "atanh(x)"),
)  # fmt: skip

_POWERS_AND_LOGARITHMS = (
    Function("exp", (), (1, 1), sympy.exp, np.exp, math.exp, lambda x: x.context.exp(x),
             lambda x: rf"e^{{{x}}}", "e to the power x", "exp(x)"),
    Function("log", ("ln",), (1, 2), sympy.log, _log, _scalar_log, _precise_log,
             lambda x, base=None: rf"\log{'' if base is None else f'_{{{base}}}'}\left({x}\right)",
             "natural logarithm; log(x, b) has base b; for x > 0", "log(x)"),
    Function("log2", (), (1, 1), lambda x: sympy.log(x, sympy.Integer(2)),
             _inside(lambda x: x > 0, np.log2), math.log2,
             lambda x: _precise_log(x, x.context.mpf(2)), _called(r"\log_{2}"),
             "logarithm to base 2, for x > 0", "log2(x)"),
    Function("log10", (), (1, 1), lambda x: sympy.log(x, sympy.Integer(10)),
             _inside(lambda x: x > 0, np.log10), math.log10,
             lambda x: _precise_log(x, x.context.mpf(10)), _called(r"\log_{10}"),
             "logarithm to base 10, for x > 0", "log10(x)"),
    Function("sqrt", (), (1, 1), sympy.sqrt, np.sqrt, math.sqrt,
             _real(lambda x: x >= 0, lambda x: x.context.sqrt(x)), lambda x: rf"\sqrt{{{x}}}",
             "square root, for x ≥ 0", "sqrt(x)"),
    Function("cbrt", (), (1, 1), lambda x: RealPower(x, sympy.Rational(1, 3)), np.cbrt, math.cbrt, _cbrt,
             lambda x: rf"\sqrt[3]{{{x}}}", "real cube root: cbrt(−8) = −2", "cbrt(x)"),
)  # fmt: skip

_CORNERS_AND_JUMPS = (
    Function("abs", (), (1, 1), Modulus, np.abs, abs, abs, lambda x: rf"\left|{x}\right|",
             "absolute value |x|", "abs(x)"),
    Function("sign", (), (1, 1), Signum, np.sign, _sign, lambda x: x.context.sign(x),
             _called(r"\operatorname{sign}"), "−1, 0 or 1", "sign(x)"),
    Function("floor", (), (1, 1), Floor, np.floor, lambda x: float(math.floor(x)),
             lambda x: x.context.floor(x), lambda x: rf"\left\lfloor{{{x}}}\right\rfloor",
             "greatest integer ≤ x", "floor(x)"),
    Function("ceil", ("ceiling",), (1, 1), Ceiling, np.ceil, lambda x: float(math.ceil(x)),
             lambda x: x.context.ceil(x), lambda x: rf"\left\lceil{{{x}}}\right\rceil", "least integer ≥ x",
             "ceil(x)"),
    Function("min", (), (2, 9), Minimum, lambda *xs: reduce(np.minimum, xs), _least, min, _called(r"\min"),
             "the least of its arguments", "min(x, 1)"),
    Function("max", (), (2, 9), Maximum, lambda *xs: reduce(np.maximum, xs), _greatest, max, _called(r"\max"),
             "the greatest of its arguments", "max(x, 1)"),
)  # fmt: skip

_MACHINE_LEARNING = (
    Function("erf", (), (1, 1), sympy.erf, _erf, math.erf, lambda x: x.context.erf(x),
             _called(r"\operatorname{erf}"), "error function, 2/√π times the integral of e^(−t²) from 0 to x",
             "erf(x)"),
    Function("sigmoid", (), (1, 1), Sigmoid, _sigmoid, _scalar_sigmoid,
             lambda x: 1 / (1 + x.context.exp(-x)), _called(r"\sigma"), "logistic function 1/(1 + e^(−x))",
             "sigmoid(x)"),
    Function("relu", (), (1, 1), Relu, lambda x: np.maximum(x, 0.0), lambda x: _greatest(x, 0.0),
             lambda x: max(x, x * 0), _called(r"\operatorname{relu}"), "rectifier max(0, x)", "relu(x)"),
    Function("softplus", (), (1, 1), Softplus, lambda x: np.maximum(x, 0.0) + np.log1p(np.exp(-np.abs(x))),
             lambda x: _greatest(x, 0.0) + math.log1p(math.exp(-abs(x))), _precise_log1p_exp,
             _called(r"\operatorname{softplus}"), "smooth rectifier log(1 + e^x)", "softplus(x)"),
    Function("step", (), (1, 1), Step, _step, lambda x: math.nan if x != x else float(x >= 0),
             lambda x: x.context.mpf(int(x >= 0)), _called(r"\operatorname{step}"),
             "0 for x < 0, 1 for x ≥ 0", "step(x)"),
)  # fmt: skip

_ROWS = (*_TRIGONOMETRIC, *_HYPERBOLIC, *_POWERS_AND_LOGARITHMS, *_CORNERS_AND_JUMPS, *_MACHINE_LEARNING)

FUNCTIONS: dict[str, Function] = {row.name: row for row in _ROWS}
"""Every function of the language by its canonical name."""
