"""Where a function may break: the zeros of parts of its tree, such as a denominator or what stands in |·|.

A function made of the language's words is smooth except where one of them has a pole, a jump, a corner or an
end. Looking there, and nowhere else, finds the hole in (x² − 1)/(x − 1), which no sample of the curve shows.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from core.expression.powers import exact_value
from core.expression.symbols import ONE
from core.expression.tree import Binary, Call, Constant, Negate, Node, Piecewise, Variable, children

_PI = Constant("pi")
_AT_ZERO = frozenset(("abs", "sign", "step", "relu", "sqrt", "cbrt"))
_LOGARITHMS = frozenset(("log", "log2", "log10"))
_ENDS_AT_ONE = frozenset(("asin", "acos", "atanh"))
_POLES_OF = {"tan": "cos", "sec": "cos", "csc": "sin", "cot": "sin"}


def suspects(node: Node) -> tuple[Node, ...]:
    """The trees whose zeros are where the function may lack a value, a limit or a slope; each once."""
    return tuple(dict.fromkeys(factor for tree in _all(node) for factor in _factors(tree)))


def _all(node: Node) -> Iterator[Node]:
    yield from _own(node)
    for child in children(node):
        yield from _all(child)


def _own(node: Node) -> Iterable[Node]:
    """What this node alone makes suspicious."""
    match node:
        case Binary("/", _, right):
            return (right,)
        case Binary("^", base, exponent):
            power = exact_value(exponent)
            smooth = power is not None and power.denominator == 1 and power >= 0
            return () if smooth else (base,)
        case Call(function, arguments):
            return _of_call(function, arguments)
        case Piecewise(branches, _):
            return [
                Binary("-", left, right)
                for branch in branches
                for left, right in pairwise(branch.condition.operands)
            ]
        case _:
            return ()


def _of_call(function: str, arguments: tuple[Node, ...]) -> Iterable[Node]:
    first = arguments[0]
    if function in _AT_ZERO:
        return (first,)
    if function in _LOGARITHMS:
        bases = arguments[1:]
        return (first, *bases, *(Binary("-", base, ONE) for base in bases))
    if function in _ENDS_AT_ONE:
        return (Binary("-", first, ONE), Binary("+", first, ONE))
    if function == "acosh":
        return (Binary("-", first, ONE),)
    if function in _POLES_OF:
        return (Call(_POLES_OF[function], (first,)),)
    if function in ("floor", "ceil"):
        return (Call("sin", (Binary("*", _PI, first),)),)
    if function in ("min", "max"):
        return [Binary("-", u, v) for i, u in enumerate(arguments) for v in arguments[i + 1 :]]
    return ()


def _factors(node: Node) -> Iterator[Node]:
    """Simple trees with the same zeros between them: x² has those of x, and only simply."""
    match node:
        case Negate(operand):
            yield from _factors(operand)
        case Binary("*", left, right):
            yield from _factors(left)
            yield from _factors(right)
        case Binary("/", left, _):
            yield from _factors(left)
        case Binary("^", base, exponent) if (exact_value(exponent) or 0) > 0:
            yield from _factors(base)
        case Call("abs" | "sqrt" | "cbrt" | "sign", (operand,)):
            yield from _factors(operand)
        case _ if _has_variable(node):
            yield node


def _has_variable(node: Node) -> bool:
    return isinstance(node, Variable) or any(_has_variable(child) for child in children(node))
