"""How large a number SymPy could find where the tree shows none.

SymPy cancels while it builds: 2^(x + 1e15)/2^x becomes the whole number 2^(1e15), which no memory holds, and
so do exp(1e15·log(2) + x − x) and floor(exp(1e9 + x − x)). No constant subtree shows that, so the numbers
are bounded as if all variables could cancel.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.expression.powers import exact_value
from core.expression.tree import Binary, Call, Constant, Node, Number

_LOGARITHMS = frozenset(("log", "log2", "log10"))
_ROUNDINGS = frozenset(("floor", "ceil"))
_STEEP = frozenset(("exp", "sinh", "cosh", "sigmoid", "softplus", "erf"))
_POLES = frozenset(("tan", "sec", "csc", "cot"))

# where a denominator is past counting
_UNCOUNTED = 2**200


@dataclass(frozen=True, slots=True)
class Reach:
    """Bounds for the rational p/q that a subtree may turn out to be, and for what it may do in a power.

    size: log2 of |p/q|, at least 0. below: q. bits: length of the numbers that could become a base.
    power: log2 of the exponents in the subtree, multiplied where they stand within one another.
    logs: whether a logarithm stands in it.
    """

    size: float = 0.0
    below: int = 1
    bits: float = 0.0
    power: float = 0.0
    logs: bool = False

    @property
    def above(self) -> float:
        """log2 of |p|, at least 0."""
        return self.size + math.log2(self.below)


def reach(node: Node, parts: Sequence[Reach]) -> Reach:
    """The reach of a node from those of its children."""
    if isinstance(node, Number):
        value = node.value
        bits = max(value.numerator.bit_length(), value.denominator.bit_length()) if value != 1 else 0
        return Reach(_log2(value), value.denominator, bits)
    size, below = _bounds(node, parts)
    function = node.function if isinstance(node, Call) else None
    return Reach(
        size=size,
        below=min(below, _UNCOUNTED),
        bits=sum(part.bits for part in parts),
        power=_power(node, parts),
        logs=function in _LOGARITHMS or any(part.logs for part in parts),
    )


def hidden_power(node: Node, parts: Sequence[Reach]) -> float:
    """log2 of the length of the whole number that this power could turn into; 0 where it cannot."""
    match node:
        case Binary("^", _, exponent) if exact_value(exponent) is None:
            base, raised = parts
            bits = base.bits + (raised.bits if base.logs or raised.logs else 0.0)
        case Call("exp") if parts[0].logs:
            bits = parts[0].bits
        case _:
            return 0.0
    return _power(node, parts) + math.log2(bits) if bits else 0.0


def hidden_digits(node: Node, parts: Sequence[Reach]) -> float:
    """Binary digits of the whole number that floor or ceil could have to work out."""
    return parts[0].size if isinstance(node, Call) and node.function in _ROUNDINGS else 0.0


def _bounds(node: Node, parts: Sequence[Reach]) -> tuple[float, int]:
    """(size, below) of anything but a number."""
    size = max((part.size for part in parts), default=0.0)
    match node:
        case Binary("+" | "-"):
            return size + 1, math.lcm(parts[0].below, parts[1].below)
        case Binary("*"):
            return parts[0].size + parts[1].size, parts[0].below * parts[1].below
        case Binary("/", _, right):
            over, under = parts
            # what is not zero is at least 1/q
            least = _log2(1 / right.value) if isinstance(right, Number) else math.log2(under.below)
            return over.size + least, over.below * _numerator(right, under)
        case Binary("^", base, exponent):
            return _power_bounds(base, exponent, parts)
        case Call(function):
            below = 1 if function in _ROUNDINGS else math.lcm(*(part.below for part in parts))
            return _call_size(function, parts), below
        case _:
            return size, math.lcm(*(part.below for part in parts))


def _power_bounds(base: Node, exponent: Node, parts: Sequence[Reach]) -> tuple[float, int]:
    fixed = exact_value(exponent)
    if fixed is None:
        longest = 1.5 if base == Constant("e") else max(parts[0].above, parts[0].bits)
        size = _times_power_of_two(longest, parts[1].size)
        return size, _whole(size)
    times = math.ceil(abs(fixed))
    size, below = parts[0].size, parts[0].below
    if fixed < 0:
        size, below = math.log2(below), _numerator(base, parts[0])
    return times * size, _whole(times * math.log2(below)) if times > 1 else below


def _numerator(node: Node, part: Reach) -> int:
    if isinstance(node, Number):
        return max(1, node.value.numerator)
    return _whole(part.above)


def _whole(size: float) -> int:
    return _UNCOUNTED if size >= math.log2(_UNCOUNTED) else 2 ** math.ceil(size)


def _call_size(function: str, parts: Sequence[Reach]) -> float:
    size = max(part.size for part in parts)
    if function in _STEEP:
        # e^v, or b^v where v holds log(b)
        longest = max(1.5, parts[0].bits if parts[0].logs else 0.0)
        return _times_power_of_two(longest, size)
    if function in _POLES:
        return size + math.log2(parts[0].below) + parts[0].bits
    return size + 1


def _power(node: Node, parts: Sequence[Reach]) -> float:
    inner = max((part.power for part in parts), default=0.0)
    match node:
        case Binary("^", _, exponent):
            fixed = exact_value(exponent)
            return inner + (parts[1].above if fixed is None else _log2(abs(fixed)))
        case Call("exp"):
            return inner + parts[0].above
        case _:
            return inner


def _log2(value: Fraction) -> float:
    """Of values ≥ 1, else 0; exact fractions of any length."""
    return math.log2(value.numerator) - math.log2(value.denominator) if value > 1 else 0.0


def _times_power_of_two(value: float, exponent: float) -> float:
    return value * 2.0**exponent if exponent < 900 else math.inf
