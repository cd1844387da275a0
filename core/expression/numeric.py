"""Trees → one float64 program: a flat tape of operations, shared subexpressions computed once.

Undefined is NaN, too large is ±∞: 1/0, log 0 and 0^−1 are NaN. The tape runs over arrays, with broadcasting,
or over Python floats, which is many times faster for one point. No code is generated.
"""

import math
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.expression.functions import FUNCTIONS
from core.expression.powers import exact_result
from core.expression.tree import Binary, Call, Condition, Constant, Negate, Node, Number, Piecewise, Variable

FloatArray = NDArray[np.float64]
Registers = list[Any]


@dataclass(frozen=True)
class Operation:
    """One kind of instruction: over arrays, and over floats (where it raises, `array` decides)."""

    name: str
    array: Callable[..., Any]
    scalar: Callable[..., float]


class Program:
    """The values of several trees at once: `Program((f, f_x, f_y), ("x", "y"))`.

    >>> x = Variable("x")
    >>> Program((Binary("*", x, x), Negate(x)), ("x",)).scalar(3.0)
    (9.0, -3.0)
    """

    def __init__(self, outputs: Sequence[Node], variables: Sequence[str]) -> None:
        tape = _Tape(variables)
        self._outputs = tuple(tape.place(node) for node in outputs)
        self._inputs = len(variables)
        self._blank = tape.registers
        self._array_steps = [(out, _bound(kind.array, places)) for out, kind, places in tape.instructions]
        self._scalar_steps = [(out, _bound_scalar(kind, places)) for out, kind, places in tape.instructions]

    def __call__(self, *values: ArrayLike) -> tuple[FloatArray, ...]:
        """One float64 array per output, of the shape the values broadcast to; no warnings."""
        arrays = [np.asarray(value, dtype=np.float64) for value in values]
        shape = np.broadcast_shapes(*(array.shape for array in arrays))
        with np.errstate(all="ignore"):
            results = self._run(self._array_steps, arrays)
        return tuple(np.array(np.broadcast_to(result, shape), dtype=np.float64) for result in results)

    def scalar(self, *values: float) -> tuple[float, ...]:
        """One float per output at one point; may differ from the arrays' values in the last digit."""
        return tuple(self._run(self._scalar_steps, [float(value) for value in values]))

    def _run(self, steps: list[tuple[int, Callable[[Registers], Any]]], values: list[Any]) -> list[Any]:
        if len(values) != self._inputs:
            raise TypeError(f"{self._inputs} values expected, not {len(values)}")
        registers = self._blank.copy()
        registers[: self._inputs] = values
        for out, step in steps:
            registers[out] = step(registers)
        return [registers[place] for place in self._outputs]


def _bound(function: Callable[..., Any], places: tuple[int, ...]) -> Callable[[Registers], Any]:
    match places:
        case (i,):
            return lambda registers: function(registers[i])
        case (i, j):
            return lambda registers: function(registers[i], registers[j])
        case _:
            return lambda registers: function(*[registers[place] for place in places])


def _bound_scalar(kind: Operation, places: tuple[int, ...]) -> Callable[[Registers], float]:
    quick = _bound(kind.scalar, places)
    if kind in _NEVER_RAISING:
        return quick

    def step(registers: Registers) -> float:
        try:
            return float(quick(registers))
        except (ValueError, ArithmeticError):
            return _decided_by_array(kind, [registers[place] for place in places])

    return step


def _decided_by_array(kind: Operation, values: Sequence[float]) -> float:
    with np.errstate(all="ignore"):
        return float(kind.array(*(np.float64(value) for value in values)))


class _Tape:
    """Instructions in order of need; each (operation, arguments) is written once."""

    def __init__(self, variables: Sequence[str]) -> None:
        self.registers: Registers = [None] * len(variables)
        self.instructions: list[tuple[int, Operation, tuple[int, ...]]] = []
        self._variables = {name: place for place, name in enumerate(variables)}
        self._exact: dict[int, Fraction] = {}
        self._written: dict[Any, int] = {}
        self._seen: dict[int, tuple[Node, int]] = {}

    def place(self, node: Node) -> int:
        """The register that will hold the node's value."""
        # By identity: hashing a shared tree takes as long as writing it out in full.
        if id(node) not in self._seen:
            self._seen[id(node)] = (node, self._new(node))
        return self._seen[id(node)][1]

    def _new(self, node: Node) -> int:
        match node:
            case Number(value):
                return self._fraction(value)
            case Constant(name):
                return self._float(math.pi if name == "pi" else math.e)
            case Variable(name):
                return self._variables[name]
            case Negate(operand):
                return self._arithmetic("-", self._fraction(Fraction(0)), self.place(operand), NEGATE)
            case Binary("^", Constant("e"), exponent) if self._exact.get(self.place(exponent)) is None:
                return self._emit(CALLS["exp"], self.place(exponent))
            case Binary("^", base, exponent):
                return self._power(self.place(base), self.place(exponent))
            case Binary(sign, left, right):
                return self._arithmetic(sign, self.place(left), self.place(right), ARITHMETIC[sign])
            case Call(function, arguments):
                return self._call(function, tuple(map(self.place, arguments)))
            case Piecewise(branches, otherwise):
                lines = [(self._condition(branch.condition), self.place(branch.value)) for branch in branches]
                last = self._float(math.nan) if otherwise is None else self.place(otherwise)
                return self._emit(SELECT, *(place for line in lines for place in line), last)

    def _arithmetic(self, sign: str, left: int, right: int, kind: Operation) -> int:
        first, second = self._exact.get(left), self._exact.get(right)
        if first is not None and second is not None:
            exact = exact_result(sign, first, second)
            if exact is not None:
                return self._fraction(exact)
        if kind is NEGATE:
            return self._emit(NEGATE, right)
        if kind is DIVIDE and second and self.registers[right] != 0:
            return self._emit(DIVIDE_BY_CONSTANT, left, right)
        return self._emit(kind, *(sorted((left, right)) if sign in "+*" else (left, right)))

    def _power(self, base: int, exponent: int) -> int:
        fraction = self._exact.get(exponent)
        if fraction is None:
            return self._emit(REAL_POWER, base, exponent)
        number = self._exact.get(base)
        exact = None if number is None else exact_result("^", number, fraction)
        if exact is not None:
            return self._fraction(exact)
        if fraction in (2, 3, 4):
            square = self._emit(ARITHMETIC["*"], base, base)
            other = {2: None, 3: base, 4: square}[int(fraction)]
            return square if other is None else self._emit(ARITHMETIC["*"], *sorted((square, other)))
        return base if fraction == 1 else self._emit(fixed_power(fraction), base)

    def _call(self, function: str, places: tuple[int, ...]) -> int:
        # A quotient of logarithms is off in the last digit: log(1000, 10) should be 3.
        whole = {2: "log2", 10: "log10"}.get(int(self._exact.get(places[-1], 0)))
        if function == "log" and len(places) == 2 and whole and self._exact[places[1]].denominator == 1:
            return self._emit(CALLS[whole], places[0])
        return self._emit(CALLS[function], *places)

    def _condition(self, condition: Condition) -> int:
        operands = [self.place(operand) for operand in condition.operands]
        sides = zip(condition.relations, operands, operands[1:], strict=False)
        places = [self._emit(RELATIONS[relation], left, right) for relation, left, right in sides]
        return places[0] if len(places) == 1 else self._emit(CALLS["min"], *places)

    def _emit(self, kind: Operation, *places: int) -> int:
        key = (kind.name, places)
        if key not in self._written:
            self._written[key] = self._result(kind, places)
        return self._written[key]

    def _result(self, kind: Operation, places: tuple[int, ...]) -> int:
        known = [self.registers[place] for place in places]
        if None not in known:
            return self._float(_bound_scalar(kind, tuple(range(len(known))))(known))
        self.registers.append(None)
        self.instructions.append((len(self.registers) - 1, kind, places))
        return len(self.registers) - 1

    def _fraction(self, value: Fraction) -> int:
        place = self._float(_rounded(value), key=value)
        self._exact[place] = value
        return place

    def _float(self, value: float, key: object = None) -> int:
        key = ("constant", repr(value) if key is None else key)
        if key not in self._written:
            self.registers.append(value)
            self._written[key] = len(self.registers) - 1
        return self._written[key]


def _rounded(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return math.inf if value > 0 else -math.inf


def _divide(left: Any, right: Any) -> Any:
    return np.where(right == 0, math.nan, np.divide(left, right))


def _real_power(base: Any, exponent: Any) -> Any:
    positive = np.where(base > 0, np.power(base, exponent), math.nan)
    power = np.where((base == 0) & (exponent > 0), 0.0, positive)
    return np.where(np.isnan(exponent), math.nan, power)


def _scalar_real_power(base: float, exponent: float) -> float:
    if base > 0 and exponent == exponent:
        return math.pow(base, exponent)
    return 0.0 if base == 0 and exponent > 0 else math.nan


@lru_cache(maxsize=512)
def fixed_power(exponent: Fraction) -> Operation:
    """u^(p/q) over the reals (see `core/expression/powers.py`) for one p/q that no shorter way covers."""
    if exponent == 0:
        return POWER_ZERO
    if exponent in _SHORTER_POWERS:
        return CALLS[_SHORTER_POWERS[exponent]]
    size, odd = _rounded(exponent), exponent.numerator % 2 == 1
    real_root = exponent.denominator % 2 == 1 and exponent.denominator > 1

    def array(base: Any) -> Any:
        power = np.power(np.abs(base) if real_root else base, size)
        if real_root and odd:
            power = np.copysign(power, base)
        return np.where(base == 0, math.nan, power) if size < 0 else power

    def scalar(base: float) -> float:
        power = math.pow(abs(base) if real_root else base, size)
        return math.copysign(power, base) if real_root and odd else power

    return Operation(f"^{exponent}", array, scalar)


def _compare(relation: Callable[[Any, Any], Any]) -> Operation:
    def array(left: Any, right: Any) -> Any:
        return np.where(np.isnan(left) | np.isnan(right), math.nan, relation(left, right))

    def scalar(left: float, right: float) -> float:
        return math.nan if left != left or right != right else float(relation(left, right))

    return Operation(f"is {relation.__name__}", array, scalar)


def _select(*parts: Any) -> Any:
    """(truth, value, truth, value, …, otherwise): the first value that is true, NaN if in doubt before it."""
    result = parts[-1]
    for truth, value in zip(parts[-3::-2], parts[-2::-2], strict=True):
        result = np.where(np.isnan(truth), math.nan, np.where(truth == 1, value, result))
    return result


def _scalar_select(*parts: float) -> float:
    for truth, value in zip(parts[:-1:2], parts[1::2], strict=True):
        if truth == 1:
            return value
        if truth != 0:
            return math.nan
    return parts[-1]


NEGATE = Operation("negate", operator.neg, operator.neg)
DIVIDE = Operation("/", _divide, operator.truediv)
DIVIDE_BY_CONSTANT = Operation("/ constant", operator.truediv, operator.truediv)
ARITHMETIC = {
    "+": Operation("+", operator.add, operator.add),
    "-": Operation("-", operator.sub, operator.sub),
    "*": Operation("*", operator.mul, operator.mul),
    "/": DIVIDE,
}
REAL_POWER = Operation("^", _real_power, _scalar_real_power)
SELECT = Operation("select", _select, _scalar_select)
RELATIONS = {
    "<": _compare(operator.lt),
    "<=": _compare(operator.le),
    ">": _compare(operator.gt),
    ">=": _compare(operator.ge),
    "=": _compare(operator.eq),
}
POWER_ZERO = Operation(
    "^0",
    lambda base: np.where(np.isnan(base), math.nan, 1.0),
    lambda base: math.nan if base != base else 1.0,
)
_SHORTER_POWERS = {Fraction(1, 2): "sqrt", Fraction(1, 3): "cbrt"}
CALLS = {row.name: Operation(row.name, row.numeric, row.scalar) for row in FUNCTIONS.values()}
_NEVER_RAISING = frozenset(
    (NEGATE, DIVIDE_BY_CONSTANT, SELECT, *RELATIONS.values(), *(ARITHMETIC[sign] for sign in "+-*"))
)
